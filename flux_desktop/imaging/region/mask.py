"""Where an edit may act: a plane over a picture, of which only the part that says something is held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from PIL import Image

from flux_desktop.core.region import Size
from flux_desktop.imaging.effects.arrays import Bytes, band_rows
from flux_desktop.imaging.region import grey_png

__all__ = ["Box", "Mask"]


class Box(NamedTuple):
    """Left, top, right and bottom in pixels; right and bottom are the first pixels outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return max(0, self.right - self.left)

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def intersected(self, other: Box) -> Box:
        """What both have in common; empty where they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))

    def united(self, other: Box) -> Box:
        """The least box around both; an empty one adds nothing."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grown(self, by: int) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, eq=False)
class Mask:
    """How far an edit may act at each pixel of a picture of `size`: 0 not at all, 255 wholly. Never changed.

    `plane` holds the pixels of `box` (height × width); everything outside is 0.
    """

    size: Size
    left: int = 0
    top: int = 0
    plane: Bytes = field(repr=False, default_factory=lambda: np.zeros((0, 0), np.uint8))

    @classmethod
    def whole(cls, size: Size) -> Mask:
        return cls(size, 0, 0, np.full((size[1], size[0]), 255, np.uint8))

    @classmethod
    def of_plane(cls, plane: Bytes, size: Size | None = None, left: int = 0, top: int = 0) -> Mask:
        """The mask of `plane` at a place of a picture of `size` (else as large as the plane), cut to what is not 0."""
        size = size or (plane.shape[1], plane.shape[0])
        at = Box(left, top, left + plane.shape[1], top + plane.shape[0])
        inside = at.intersected(Box(0, 0, *size))
        plane = plane[inside.top - top : inside.bottom - top, inside.left - left : inside.right - left]
        rows, columns = np.flatnonzero(plane.any(axis=1)), np.flatnonzero(plane.any(axis=0))
        if not len(rows):
            return cls(size)
        first, last, near, far = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
        cut = np.ascontiguousarray(plane[first:last, near:far])
        return cls(size, inside.left + near, inside.top + first, cut)

    @classmethod
    def from_image(cls, image: Image.Image) -> Mask:
        """White may be edited, black not; what is transparent neither."""
        width, height = image.size
        return cls.from_strips(
            (image.crop((0, rows.start, width, rows.stop)) for rows in band_rows(height, width)), image.size
        )

    @classmethod
    def from_strips(cls, strips: Iterable[Image.Image], size: Size) -> Mask:
        """The same of a picture of `size` in strips from top to bottom: a large one need not be whole in memory."""
        found: dict[int, Bytes] = {}
        top = 0
        for strip in strips:
            plane = _grey(strip)
            if plane.any():
                found[top] = plane
            top += strip.height
        if not found:
            return cls(size)
        first, last = min(found), max(found)
        whole = np.zeros((last + len(found[last]) - first, size[0]), np.uint8)
        for top, plane in found.items():
            whole[top - first : top - first + len(plane)] = plane
        return cls.of_plane(whole, size, 0, first)

    @property
    def box(self) -> Box:
        """The part that is held: outside of it nothing may be edited."""
        return Box(self.left, self.top, self.left + self.plane.shape[1], self.top + self.plane.shape[0])

    @property
    def is_empty(self) -> bool:
        return not self.plane.size

    @property
    def is_whole(self) -> bool:
        """Whether everything may be edited."""
        return self.plane.shape == (self.size[1], self.size[0]) and bool(self.plane.size and self.plane.min() == 255)

    def part(self, box: Box) -> Bytes:
        """The plane of `box` (height × width), which may lie anywhere, also beyond the picture: there it is 0."""
        result = np.zeros((box.height, box.width), np.uint8)
        common = self.box.intersected(box)
        if not common.is_empty:
            result[common.top - box.top : common.bottom - box.top, common.left - box.left : common.right - box.left] = (
                self.plane[
                    common.top - self.top : common.bottom - self.top,
                    common.left - self.left : common.right - self.left,
                ]
            )
        return result

    def image(self) -> Image.Image:
        """As large as the picture, mode L."""
        whole = Image.new("L", self.size, 0)
        if not self.is_empty:
            whole.paste(Image.fromarray(self.plane), (self.left, self.top))
        return whole

    def png(self) -> bytes:
        """A PNG file as large as the picture, grey: white may be edited."""
        return grey_png.written(self.plane, self.size, self.left, self.top)


def _grey(image: Image.Image) -> Bytes:
    """Black where it is transparent."""
    if image.mode in ("LA", "RGBA", "PA"):
        black = Image.new("L", image.size, 0)
        image = Image.composite(image.convert("L"), black, image.convert("RGBA").getchannel("A"))
    return np.asarray(image.convert("L"))
