"""What came back, and where it lies on the picture: any part of it, resampled once, to the picture's pixels."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple, Self

import numpy as np
from PIL import Image

from flux_desktop.core.region import Crop, Size
from flux_desktop.imaging.alignment import Placement
from flux_desktop.imaging.depth import eight_bit
from flux_desktop.imaging.effects.arrays import Floats
from flux_desktop.imaging.region.mask import Box

__all__ = ["Answer", "Place"]

_BEYOND = 32
"""Pixels of the answer that are mirrored at its edges: what a shift left empty there is seen at the picture's edge."""


class Place(NamedTuple):
    """(x, y) of the picture lies at (scale_x · x + left, scale_y · y + top) of the answer with its mirrored border."""

    scale_x: float
    scale_y: float
    left: float
    top: float

    def source(self, box: Box) -> tuple[float, float, float, float]:
        """Where a box of the picture lies on the answer: left, top, right and bottom."""
        return (
            self.scale_x * box.left + self.left,
            self.scale_y * box.top + self.top,
            self.scale_x * box.right + self.left,
            self.scale_y * box.bottom + self.top,
        )

    def covered(self, size: Size) -> Box:
        """The pixels of the picture that an answer of that size, its border included, reaches."""
        return Box(
            ceil(-self.left / self.scale_x - 1e-6),
            ceil(-self.top / self.scale_y - 1e-6),
            floor((size[0] - self.left) / self.scale_x + 1e-6),
            floor((size[1] - self.top) / self.scale_y + 1e-6),
        )


class Answer(NamedTuple):
    """The planes of what came back, as floats 0…255 with a mirrored border: red, green and blue, and alpha if any."""

    planes: tuple[Image.Image, ...]
    border: int

    @classmethod
    def of(cls, raw: Image.Image) -> Self:
        raw = eight_bit(raw)
        has_alpha = raw.mode in ("LA", "RGBA") and np.asarray(raw.getchannel("A")).min() < 255
        pixels = np.asarray(raw.convert("RGBA" if has_alpha else "RGB"), np.float32)
        border = min(_BEYOND, raw.width, raw.height)
        wide = np.pad(pixels, ((border, border), (border, border), (0, 0)), mode="symmetric")
        return cls(tuple(Image.fromarray(np.ascontiguousarray(plane)) for plane in np.moveaxis(wide, -1, 0)), border)

    @property
    def size(self) -> Size:
        """With the border."""
        return self.planes[0].size

    @property
    def has_alpha(self) -> bool:
        """Whether some of it is transparent."""
        return len(self.planes) == 4

    def place(self, crop: Crop, placement: Placement, dx: float, dy: float) -> Place:
        """Where it lies when `placement` is that on the `crop` of the picture, moved by dx and dy of its pixels."""
        width, height = (side - 2 * self.border for side in self.size)
        scale_x, scale_y = placement.scale_x * width / crop[2], placement.scale_y * height / crop[3]
        return Place(
            scale_x,
            scale_y,
            placement.left * width + self.border - scale_x * (crop[0] + dx),
            placement.top * height + self.border - scale_y * (crop[1] + dy),
        )

    def resampled(self, box: Box, place: Place) -> Floats:
        """What lies on a box of the picture that is covered: height × width × 3, or 4 with alpha; not clipped."""
        left, top, right, bottom = place.source(box)
        part = max(left, 0.0), max(top, 0.0), min(right, float(self.size[0])), min(bottom, float(self.size[1]))
        size = box.width, box.height
        return np.dstack([np.asarray(plane.resize(size, Image.Resampling.LANCZOS, part)) for plane in self.planes])
