"""Pictures of Pillow as pictures of Qt, in strips: no call holds the interpreter for long, in any thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTransform

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["around", "has_alpha", "strips", "to_qimage", "turned_image"]

STRIP_PIXELS = 1 << 18
"""1 MB of 32-bit pixels: well under a millisecond for a copy."""


def strips(width: int, height: int) -> Iterator[tuple[int, int]]:
    """Rows `top … bottom` that together are all of a picture; even numbers of rows, but for the last."""
    rows = max(2, STRIP_PIXELS // max(1, width) // 2 * 2)
    for top in range(0, height, rows):
        yield top, min(top + rows, height)


def has_alpha(image: Image) -> bool:
    """Whether some pixel of `image` may be transparent."""
    return image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info


def to_qimage(image: Image) -> QImage:
    """`image` as a QImage in the format that is painted: RGB32, or ARGB32_Premultiplied where it has alpha.

    May be called in any thread. MemoryError if Qt has no memory for it.
    """
    image.load()
    alpha = has_alpha(image)
    form = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    result = QImage(image.width, image.height, form)
    if result.isNull():
        raise MemoryError(f"no memory for {image.width} × {image.height} pixels")
    pixels = memoryview(result.bits())
    stride = result.bytesPerLine()
    for top, bottom in strips(image.width, image.height):
        strip = image.crop((0, top, image.width, bottom))
        pixels[top * stride : bottom * stride] = _premultiplied(strip) if alpha else _opaque(strip)
    return result


def around(image: QImage, x: int, y: int, reach: int) -> QImage:
    """The pixel at `x`, `y` of `image` with `reach` more to each side, ARGB32; transparent beyond its edges."""
    side = 2 * reach + 1
    whole = QRect(x - reach, y - reach, side, side)
    inside = whole.intersected(image.rect())
    result = QImage(side, side, QImage.Format.Format_ARGB32)
    result.fill(0)
    found = image.copy(inside).convertToFormat(QImage.Format.Format_ARGB32) if not inside.isEmpty() else QImage()
    for row in range(found.height()):
        for column in range(found.width()):
            at = inside.left() - whole.left() + column, inside.top() - whole.top() + row
            result.setPixel(*at, found.pixel(column, row))
    return result


def turned_image(image: QImage, turns: int) -> QImage:
    """`image` turned by so many quarters to the right; no pixel is blended."""
    return image.transformed(QTransform().rotate(90 * turns)) if turns else image


def _opaque(strip: Image) -> bytes:
    # By way of RGBA: Pillow's own "BGRX" writes 0 where Qt wants 255.
    return strip.convert("RGB").convert("RGBA").tobytes("raw", "BGRA")


def _premultiplied(strip: Image) -> bytes:
    return strip.convert("RGBA").convert("RGBa").tobytes("raw", "BGRa")
