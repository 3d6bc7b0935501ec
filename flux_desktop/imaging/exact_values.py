"""The values of single pixels at 16 bits a channel, read from the file around a place, without the rest of it."""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from flux_desktop.core.region import Size
from flux_desktop.imaging.turning import lying_place, upright_pixels, upright_place
from flux_desktop.imaging.vips import RowReader

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["ExactPart", "exact_part"]

ROWS, COLUMNS = 256, 4096
"""How much is read around a place: all that is seen of it where single pixels are, at most 8 MB."""
_KINDS = ("image/png", "image/tiff")
_SPACES = ("rgb16", "grey16")


@dataclass(frozen=True, eq=False)
class ExactPart:
    """`pixels` are height × width × channels: grey or RGB, perhaps with alpha, in the colours of the file.

    `left` and `top` are where they begin in the picture.
    """

    left: int
    top: int
    pixels: NDArray[np.uint16] = field(repr=False)

    def at(self, x: int, y: int) -> tuple[int, ...]:
        """The channels of a pixel of the picture; () for one outside of the part."""
        column, row = x - self.left, y - self.top
        height, width, _ = self.pixels.shape
        inside = 0 <= column < width and 0 <= row < height
        return tuple(int(value) for value in self.pixels[row, column]) if inside else ()


def exact_part(path: Path, media_type: str, size: Size, x: int, y: int) -> ExactPart | None:
    """What lies around a pixel of the picture file at `path`, read from its top down to there. For a thread.

    `size` and the pixel are those of the picture as it is shown: turned, where its file says so. That takes as long as
    to decode so much of it, and no memory. None for one without 16 bits a channel, and for one that cannot be read:
    whoever shows it tells that.
    """
    if media_type not in _KINDS:
        return None
    try:
        return _read(path, media_type, size, x, y)
    except Exception:  # noqa: BLE001  readers of foreign bytes fail in every way there is
        return None


def _read(path: Path, media_type: str, size: Size, x: int, y: int) -> ExactPart | None:
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # closed with its reader
    rows = RowReader(data, media_type)
    turn = rows.orientation
    sides = (rows.height, rows.width) if turn >= 5 else (rows.width, rows.height)
    if not rows.wide or rows.space not in _SPACES or sides != size:
        return None
    column, row = lying_place(x, y, size, turn)
    left, top = max(0, column - COLUMNS // 2), max(0, row - ROWS // 2)
    right, bottom = min(rows.width, left + COLUMNS), min(rows.height, top + ROWS)
    pixels = rows.part(left, top, right, bottom).astype(np.uint16)
    one, other = upright_place(left, top, size, turn), upright_place(right - 1, bottom - 1, size, turn)
    return ExactPart(min(one[0], other[0]), min(one[1], other[1]), upright_pixels(pixels, turn))
