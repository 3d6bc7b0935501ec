"""The colour of a few pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, qAlpha, qBlue, qGreen, qRed

from flux_desktop.ui.qt_image import to_qimage

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["REACH", "SIDES", "mean_colour", "mean_of"]

REACH = 5
"""Pixels to each side of the one under the pointer that are shown."""
SIDES = (1, 3, 5)
"""Pixels on each side of a square that the eyedropper can average over."""


def mean_colour(pixels: QImage, side: int) -> str | None:
    """The mean of the `side` × `side` pixels in the middle, as `#rrggbb`; None where there is nothing.

    The mean is one of the values as they are encoded, like that of other eyedroppers; transparent pixels are left out.
    """
    first = (pixels.width() - side) // 2
    places = [(first + x, first + y) for y in range(side) for x in range(side)]
    found = [value for x, y in places if qAlpha(value := pixels.pixel(x, y))]
    if not found:
        return None
    channels = (round(sum(take(value) for value in found) / len(found)) for take in (qRed, qGreen, qBlue))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def mean_of(image: Image, x: int, y: int, side: int) -> str | None:
    """The same of the picture itself, around one of its pixels. For a thread."""
    reach = side // 2
    part = image.crop((x - reach, y - reach, x + reach + 1, y + reach + 1)).convert("RGBA")
    return mean_colour(to_qimage(part).convertToFormat(QImage.Format.Format_ARGB32), side)
