"""Masks drawn by hand: rectangles, ellipses and polygons with smooth edges, and how a shape joins what was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, assert_never

import numpy as np
from numpy.typing import NDArray

from flux_desktop.core.region import Size
from flux_desktop.imaging.effects.arrays import Bytes, in_strips
from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["How", "Point", "combined", "ellipse", "inverted", "polygon", "rectangle"]

How = Literal["replace", "add", "subtract", "intersect"]
Point = tuple[float, float]
"""x and y in pixels of the picture; the first pixel reaches from 0 to 1."""

_FINE = 16
"""Lines that a row of pixels is cut into: along each of them the edge is exact."""
_BITS = 16
_FULL = (1 << _BITS) // _FINE
"""What a pixel that one of these lines covers counts; sums of whole numbers are exact, and quick to divide."""
_HALF = 1 << _BITS - 1

_Numbers = NDArray[np.float64]
_Counts = NDArray[np.intp]


class _Spans(NamedTuple):
    """Pieces of fine lines: which line (from the picture's top), where it begins and where it ends; none overlap."""

    lines: _Counts
    begin: _Numbers
    end: _Numbers


def rectangle(size: Size, box: Box) -> Mask:
    """All of `box` that lies in the picture."""
    inside = box.intersected(Box(0, 0, *size))
    if inside.is_empty:
        return Mask(size)
    return Mask(size, inside.left, inside.top, np.full((inside.height, inside.width), 255, np.uint8))


def ellipse(size: Size, box: Box) -> Mask:
    """The ellipse that touches the sides of `box`."""
    if box.is_empty:
        return Mask(size)
    lines = np.arange(max(0, box.top) * _FINE, min(size[1], box.bottom) * _FINE)
    off_middle = ((lines + 0.5) / _FINE - (box.top + box.bottom) / 2) / (box.height / 2)
    reach = np.sqrt(np.maximum(0, 1 - off_middle**2)) * (box.width / 2)
    middle = (box.left + box.right) / 2
    return _filled(size, _Spans(lines, middle - reach, middle + reach))


def polygon(size: Size, points: Sequence[Point]) -> Mask:
    """What the closed line through `points` goes around an odd number of times; a lasso is a polygon of many points."""
    if len(points) < 3:
        return Mask(size)
    lines, crossings = _crossings(np.asarray(points, np.float64), size[1] * _FINE)
    order = np.lexsort((crossings, lines))
    lines, crossings = lines[order], crossings[order]
    # A closed line crosses each fine line an even number of times: in, out, in, out.
    return _filled(size, _Spans(lines[::2], crossings[::2], crossings[1::2]))


def combined(mask: Mask, shape: Mask, how: How) -> Mask:
    """`shape` joined to `mask`, both of one picture; soft edges stay soft."""
    if mask.size != shape.size:
        raise ValueError("masks of different pictures")
    match how:
        case "replace":
            return shape
        case "add":
            return _added(mask, shape)
        case "subtract":
            return _subtracted(mask, shape)
        case "intersect":
            common = mask.box.intersected(shape.box)
            least = np.minimum(mask.part(common), shape.part(common))
            return Mask.of_plane(least, mask.size, common.left, common.top)
    assert_never(how)


def inverted(mask: Mask) -> Mask:
    """All that `mask` is not."""
    plane = mask.part(Box(0, 0, *mask.size))
    return Mask.of_plane(np.bitwise_not(plane, out=plane), mask.size)


def _added(mask: Mask, shape: Mask) -> Mask:
    if mask.is_empty or shape.is_empty:
        return shape if mask.is_empty else mask
    box = mask.box.united(shape.box)
    plane = mask.part(box)
    under = _within(plane, box, shape.box)
    np.maximum(under, shape.plane, out=under)
    return Mask(mask.size, box.left, box.top, plane)


def _subtracted(mask: Mask, shape: Mask) -> Mask:
    common = mask.box.intersected(shape.box)
    if common.is_empty:
        return mask
    plane = mask.plane.copy()
    under, over = _within(plane, mask.box, common), _within(shape.plane, shape.box, common)

    def strip(rows: slice) -> None:
        left = under[rows].astype(np.uint16) * np.bitwise_not(over[rows])
        under[rows] = (left + 127) // 255

    in_strips(common.height, common.width, strip)
    return Mask.of_plane(plane, mask.size, mask.left, mask.top)


def _within(plane: Bytes, at: Box, box: Box) -> Bytes:
    """The part `box` of a plane that lies `at`, not copied."""
    return plane[box.top - at.top : box.bottom - at.top, box.left - at.left : box.right - at.left]


def _crossings(points: _Numbers, end: int) -> tuple[_Counts, _Numbers]:
    """Where the sides of a polygon cross the fine lines 0 to `end`: number of the line and x, in no order."""
    there = np.roll(points, -1, axis=0)
    swap = (points[:, 1] > there[:, 1])[:, None]
    upper, lower = np.where(swap, there, points), np.where(swap, points, there)
    # A side takes the lines from its upper end to above its lower one, so that corners are not counted twice.
    first, last = (np.clip(np.ceil(ends[:, 1] * _FINE - 0.5), 0, end).astype(np.intp) for ends in (upper, lower))
    counts = last - first
    side = np.repeat(np.arange(len(points)), counts)
    lines = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + first[side]
    height = np.where(counts > 0, lower[:, 1] - upper[:, 1], 1)
    slope = (lower[:, 0] - upper[:, 0]) / height
    return lines, upper[side, 0] + ((lines + 0.5) / _FINE - upper[side, 1]) * slope[side]


def _filled(size: Size, spans: _Spans) -> Mask:
    """The share of each pixel that the spans cover."""
    begin, end = (np.clip(side, 0, size[0]) for side in (spans.begin, spans.end))
    seen = end > begin
    if not seen.any():
        return Mask(size)
    lines, begin, end = spans.lines[seen], begin[seen], end[seen]
    left, right = int(begin.min()), min(size[0], int(np.ceil(end.max())))
    top, bottom = int(lines.min()) // _FINE, int(lines.max()) // _FINE + 1
    inside = _Spans(lines - top * _FINE, begin - left, end - left)
    return Mask.of_plane(_covered(inside, right - left, bottom - top), size, left, top)


def _covered(spans: _Spans, width: int, height: int) -> Bytes:
    """The plane of spans sorted by line, beginning at the plane's top left."""
    plane = np.empty((height, width), np.uint8)

    def strip(rows: slice) -> None:
        first, last = np.searchsorted(spans.lines, (rows.start * _FINE, rows.stop * _FINE))
        row = spans.lines[first:last] // _FINE - rows.start
        steps = np.zeros((rows.stop - rows.start, width + 2), np.int32)
        _step(steps, row, spans.begin[first:last], 1)
        _step(steps, row, spans.end[first:last], -1)
        covered = np.cumsum(steps, axis=1, out=steps)[:, :width]
        covered *= 255
        covered += _HALF
        plane[rows] = np.right_shift(covered, _BITS, out=covered)

    in_strips(height, width, strip)
    return plane


def _step(steps: NDArray[np.int32], row: _Counts, x: _Numbers, sign: int) -> None:
    """From `x` on a line is covered, or not any more: the pixel that it lies in by a part, those behind wholly."""
    column = x.astype(np.intp)
    behind = np.rint((x - column) * _FULL).astype(np.int32)
    np.add.at(steps, (row, column), sign * (_FULL - behind))
    np.add.at(steps, (row, column + 1), sign * behind)
