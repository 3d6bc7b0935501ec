"""A picture file in strips from top to bottom, so that a big picture is never whole in memory while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from flux_desktop.imaging import colour, depth
from flux_desktop.imaging.reading import Header, Source, reader_errors
from flux_desktop.imaging.turning import upright
from flux_desktop.imaging.vips import RowReader

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BIG", "Strips", "are_cheap", "read_in_strips", "reduced", "strips_of_image", "strips_of_pixels"]

STRIP_PIXELS = 1 << 20
"""Enough that little is lost between two strips, and so little that one is worked on in a few milliseconds."""

BIG = 12_000_000
"""Pixels from which a picture is read in strips: for smaller ones it would not pay to load libvips."""

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
"""By the number of channels."""
_TIFF_ORIENTATION = 274


@dataclass(frozen=True)
class Strips:
    """A picture as `width` × `height` pixels before it is turned by the EXIF `orientation` (1 … 8).

    `images` are its strips, each as wide as the picture, sRGB, mode RGB, or RGBA where `has_alpha`; all but the last
    have a multiple of 16 rows. `notes` are sentences for the user.
    """

    width: int
    height: int
    has_alpha: bool
    images: Iterator[Image.Image] = field(repr=False)
    orientation: int = 1
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Upright width and height in pixels."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)


def read_in_strips(source: Source, header: Header) -> Strips | None:
    """The strips of a picture file, read one after the other; NotAPicture also while they are.

    None for what is small, for which it would not pay, and for what libvips cannot read like that.
    """
    if not are_cheap(header):
        return None
    with reader_errors(source, header.media_type):
        rows = RowReader(source.data, header.media_type)
    return _read(rows, header, source) if _is_usual(rows, header.image.size) else None


def are_cheap(header: Header) -> bool:
    """Whether the picture is big, and of a kind that is read little by little."""
    return header.size[0] * header.size[1] >= BIG and _is_read_in_strips(header)


def reduced(strips: Strips, side: int) -> Image.Image:
    """The whole picture, upright, with the longer side at least `side` pixels where it has as many."""
    factor = 1
    while factor < 16 and max(strips.size) // (2 * factor) >= side:
        factor *= 2
    small = [strip.reduce(factor) if factor > 1 else strip for strip in strips.images]
    whole = Image.new(small[0].mode, (small[0].width, sum(strip.height for strip in small)))
    top = 0
    for strip in small:
        whole.paste(strip, (0, top))
        top += strip.height
    return upright(whole, strips.orientation)


def strips_of_image(image: Image.Image) -> Strips:
    """The strips of a picture that is in memory: upright, sRGB, RGB or RGBA, or what becomes one of these."""
    mode = "RGBA" if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info else "RGB"

    def cut() -> Iterator[Image.Image]:
        for top, bottom in _rows(*image.size):
            yield image.crop((0, top, image.width, bottom)).convert(mode)

    return Strips(*image.size, mode == "RGBA", cut())


def strips_of_pixels(pixels: NDArray[Any], mode: str, icc: bytes) -> Strips:
    """The strips of a picture of which all is in memory that its file holds: to a value those of the file.

    `pixels` are height × width × the channels of `mode`, of 8 or 16 bits, in the colours of `icc`, sRGB where it is
    empty.
    """
    height, width = pixels.shape[:2]

    def cut() -> Iterator[Image.Image]:
        for top, bottom in _rows(width, height):
            yield colour.to_srgb(_eight_bit(pixels[top:bottom], mode), icc).image

    return Strips(width, height, mode in ("LA", "RGBA"), cut())


def _rows(width: int, height: int) -> Iterator[tuple[int, int]]:
    rows = max(16, STRIP_PIXELS // max(1, width) // 16 * 16)
    for top in range(0, height, rows):
        yield top, min(top + rows, height)


def _is_read_in_strips(header: Header) -> bool:
    """TIFF has its own ways to be turned and to be transparent: Pillow knows them."""
    if header.media_type == "image/tiff":
        turned = getattr(header.image, "tag_v2", {}).get(_TIFF_ORIENTATION, 1) != 1
        return not turned and header.image.mode in ("L", "RGB", "I;16")
    return header.media_type in ("image/jpeg", "image/png") and header.image.mode != "CMYK"


def _is_usual(rows: RowReader, size: tuple[int, int]) -> bool:
    return (rows.width, rows.height) == size and (rows.wide or rows.narrow) and rows.bands in _MODES


def _read(rows: RowReader, header: Header, source: Source) -> Strips:
    def read() -> Iterator[Image.Image]:
        for top, bottom in _rows(rows.width, rows.height):
            with reader_errors(source, header.media_type):
                strip = _eight_bit(rows.rows(top, bottom), _MODES[rows.bands])
            yield colour.to_srgb(strip, header.icc).image

    notes = depth.note(header.image), colour.to_srgb(Image.new(_MODES[rows.bands], (1, 1)), header.icc).note
    told = tuple(note for note in notes if note)
    return Strips(rows.width, rows.height, rows.bands in (2, 4), read(), header.orientation, told)


def _eight_bit(values: NDArray[Any], mode: str) -> Image.Image:
    """A strip of L, LA, RGB, RGBA or CMYK; 16 bits are rounded, not cut."""
    values = depth.rounded(values)
    if mode == "LA":
        return Image.merge("LA", [Image.fromarray(np.ascontiguousarray(values[..., band])) for band in (0, 1)])
    return Image.fromarray(values[..., 0] if mode == "L" else values, mode)
