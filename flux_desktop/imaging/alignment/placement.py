"""Where the content of one picture lies in another one."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Box", "Placement", "Size", "centred", "fit", "stretch"]

Size = tuple[int, int]
"""Width and height in pixels."""
Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True)
class Placement:
    """Content at (u, v) of the picture before is at (scale_x · u + left, scale_y · v + top) of the picture after.

    Both in fractions of a picture's width and height, 0 to 1 between its edges, so that it holds for both pictures in
    every size.
    """

    scale_x: float
    scale_y: float
    left: float
    top: float

    def then(self, stretch_x: float, stretch_y: float, shift_x: float, shift_y: float) -> Placement:
        """This placement for content that is taken from (u + stretch_x · (u − ½) + shift_x, …) instead of (u, v)."""
        return Placement(
            self.scale_x * (1 + stretch_x),
            self.scale_y * (1 + stretch_y),
            self.left + self.scale_x * (shift_x - stretch_x / 2),
            self.top + self.scale_y * (shift_y - stretch_y / 2),
        )

    def covered(self, target: Size, source: Size, margin: float = 0.0) -> Box:
        """The pixels of the picture before, in size `target`, that the picture after covers: left, top, right, bottom.

        `margin` pixels of the picture after, in size `source`, are left out at its edges. Empty if right ≤ left or
        bottom ≤ top.
        """
        left, right = _span(self.scale_x, self.left, target[0], margin / source[0])
        top, bottom = _span(self.scale_y, self.top, target[1], margin / source[1])
        return left, top, right, bottom

    def source_of(self, area: Box, target: Size, source: Size) -> tuple[float, float, float, float]:
        """Where `area` of the picture before, in size `target`, lies on the picture after, in size `source`.

        Never beyond its edges, which rounding might lead to.
        """
        across, left = self.scale_x * source[0] / target[0], self.left * source[0]
        along, top = self.scale_y * source[1] / target[1], self.top * source[1]
        return (
            max(across * area[0] + left, 0.0),
            max(along * area[1] + top, 0.0),
            min(across * area[2] + left, float(source[0])),
            min(along * area[3] + top, float(source[1])),
        )

    def moved(self, before: Size, after: Size) -> tuple[float, float, float]:
        """How far the content in the middle of the picture before moved, right and down, in its pixels, and its scale.

        Seen the way one looks at both: the picture after fitted into the frame of the one before, in its middle.
        """
        seen = fit(before, after)
        right = ((self.scale_x / 2 + self.left) - 0.5) / seen.scale_x * before[0]
        down = ((self.scale_y / 2 + self.top) - 0.5) / seen.scale_y * before[1]
        return right, down, math.sqrt(self.scale_x / seen.scale_x * self.scale_y / seen.scale_y)


def centred(scale_x: float, scale_y: float) -> Placement:
    """The middles of both pictures on each other."""
    return Placement(scale_x, scale_y, (1 - scale_x) / 2, (1 - scale_y) / 2)


def stretch() -> Placement:
    """Edge on edge, whatever that does to the proportions."""
    return Placement(1.0, 1.0, 0.0, 0.0)


def fit(before: Size, after: Size, *, cover: bool = False) -> Placement:
    """All of the picture after in the middle of the one before, proportions kept; or with `cover`, over all of it."""
    across, along = before[0] / after[0], before[1] / after[1]
    factor = max(across, along) if cover else min(across, along)
    return centred(across / factor, along / factor)


def _span(scale: float, offset: float, length: int, margin: float) -> tuple[int, int]:
    """The whole pixels 0 … `length` whose place is inside `margin` … 1 − `margin` of the other picture."""
    first = math.ceil((margin - offset) / scale * length - 1e-6)
    last = math.floor((1 - margin - offset) / scale * length + 1e-6)
    return min(max(first, 0), length), min(max(last, 0), length)
