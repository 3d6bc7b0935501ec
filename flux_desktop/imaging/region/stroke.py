"""A round brush: one stroke over a picture, made while it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from flux_desktop.core.region import Size
from flux_desktop.imaging.effects.arrays import Bytes, smoothstep, to_bytes
from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["Stroke", "stroke"]

_PLACES = 4
"""The middle of a dab lies on a grid of so many places a pixel: each needs a picture of the brush of its own."""
_SAG = 0.05
"""Pixels that the edge of a stroke may fall back between two dabs."""
_NONE = Box(0, 0, 0, 0)


class Stroke:
    """A stroke that grows while the pointer moves, over a picture of `size`.

    The brush is full inside `hardness` (0 to 1) times its radius and falls smoothly to nothing at its rim; where a
    stroke crosses itself it does not become stronger. `box` is all that it has touched. Places are in pixels of the
    picture and may lie beyond it.
    """

    def __init__(self, size: Size, diameter: float, hardness: float = 1.0) -> None:
        self.size = size
        self.box = _NONE
        self._radius = max(0.5, diameter / 2)
        self._hardness = hardness
        self._step = max(1 / _PLACES, (8 * _SAG * self._radius) ** 0.5)
        self._end: tuple[float, float] | None = None
        self._dabs: dict[tuple[int, int], Bytes] = {}
        # As large as the picture, but memory is taken only for what is written to.
        self._plane = np.zeros((size[1], size[0]), np.uint8)

    def to(self, x: float, y: float) -> Box:
        """Go on to this place (begin here, if it is the first); the box that changed, empty outside the picture."""
        changed = _NONE
        for place in self._way(x, y):
            changed = changed.united(self._dab(*place))
        self._end = (x, y)
        self.box = self.box.united(changed)
        return changed

    def part(self, box: Box) -> Bytes:
        """What is drawn in `box`, which lies in the picture; not copied: it changes with the next `to`."""
        return self._plane[box.top : box.bottom, box.left : box.right]

    def mask(self) -> Mask:
        return Mask.of_plane(self.part(self.box).copy(), self.size, self.box.left, self.box.top)

    def _way(self, x: float, y: float) -> list[tuple[float, float]]:
        """Where dabs go: close enough to look like one line."""
        if self._end is None:
            return [(x, y)]
        from_x, from_y = self._end
        dx, dy = x - from_x, y - from_y
        count = max(1, int(np.ceil(np.hypot(dx, dy) / self._step)))
        return [(from_x + dx * at / count, from_y + dy * at / count) for at in range(1, count + 1)]

    def _dab(self, x: float, y: float) -> Box:
        column, row = round(x * _PLACES), round(y * _PLACES)
        dab = self._brush(column % _PLACES, row % _PLACES)
        left, top = column // _PLACES - dab.shape[1] // 2, row // _PLACES - dab.shape[0] // 2
        at = Box(left, top, left + dab.shape[1], top + dab.shape[0])
        inside = at.intersected(Box(0, 0, *self.size))
        if inside.is_empty:
            return _NONE
        under = self.part(inside)
        over = dab[inside.top - top : inside.bottom - top, inside.left - left : inside.right - left]
        np.maximum(under, over, out=under)
        return inside

    def _brush(self, column: int, row: int) -> Bytes:
        """The brush with its middle so many places right of and below the middle one's top left corner."""
        if (column, row) not in self._dabs:
            self._dabs[column, row] = _brush(self._radius, self._hardness, column / _PLACES, row / _PLACES)
        return self._dabs[column, row]


def stroke(size: Size, points: Sequence[tuple[float, float]], diameter: float, hardness: float = 1.0) -> Mask:
    """The stroke through `points` with a brush of `diameter` pixels."""
    drawn = Stroke(size, diameter, hardness)
    for x, y in points:
        drawn.to(x, y)
    return drawn.mask()


def _brush(radius: float, hardness: float, x: float, y: float) -> Bytes:
    """A square with the brush's middle at (x, y) of its middle pixel."""
    reach = int(np.ceil(radius + 1))
    middles = np.arange(-reach, reach + 1, dtype=np.float32) + np.float32(0.5)
    distance = np.hypot((middles - np.float32(x))[None, :], (middles - np.float32(y))[:, None])
    # Even the hardest brush has a rim of one pixel: else its edge would be a staircase.
    full = min(radius * hardness, radius - 0.5)
    return to_bytes((1 - smoothstep(full, max(radius, full + 1), distance)) * 255)
