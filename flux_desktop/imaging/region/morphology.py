"""Masks made larger, smaller or softer at the edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import numpy as np
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import STRIP_PIXELS, Bytes, in_strips
from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["feathered", "grown"]

_MOST_AT_ONCE = 24
"""Pixels that a mask grows in one go: the work area stays in the cache, and digital discs still add up to a disc."""
_TILE = 512
_SHARPEST = 6.0
"""The deviation in pixels that a blur is made with; more of it is made of a smaller mask."""
_REACH = 2.5
"""Deviations after which the blur of 8 bits shows nothing any more."""


def grown(mask: Mask, pixels: int) -> Mask:
    """`mask` with its edge moved outwards by so many pixels, inwards where negative.

    Soft edges stay as soft. What lies beyond the picture goes on as its border is: a mask that ends there does not
    shrink from it.
    """
    if mask.is_empty or not pixels:
        return mask
    if pixels > 0:
        box = mask.box.grown(pixels).intersected(Box(0, 0, *mask.size))
        return Mask.of_plane(_dilated(mask.part(box), pixels), mask.size, box.left, box.top)
    # What is not of the mask grows into it; one pixel around the box is enough to know where that begins.
    around = mask.box.grown(1).intersected(Box(0, 0, *mask.size))
    rest = mask.part(around)
    np.bitwise_not(rest, out=rest)
    plane = _dilated(rest, -pixels)
    return Mask.of_plane(np.bitwise_not(plane, out=plane), mask.size, around.left, around.top)


def feathered(mask: Mask, pixels: float) -> Mask:
    """`mask` with its edge spread over so many pixels on both sides, as smooth as a Gaussian."""
    if mask.is_empty or pixels <= 0:
        return mask
    deviation = pixels / 2
    box = mask.box.grown(int(np.ceil(deviation * _REACH)) + 1).intersected(Box(0, 0, *mask.size))
    return Mask.of_plane(_blurred(mask.part(box), deviation), mask.size, box.left, box.top)


def _dilated(plane: Bytes, radius: int) -> Bytes:
    """Each pixel the most of what lies within `radius` of it."""
    for step in _steps(radius):
        plane = _in_tiles(plane, step, partial(_disc_maximum, radius=step))
    return plane


def _steps(radius: int) -> Iterator[int]:
    """`radius` in even parts of at most `_MOST_AT_ONCE`: a disc grown by a disc is a disc."""
    count = -(-radius // _MOST_AT_ONCE)
    ends = [radius * index // count for index in range(count + 1)]
    return (end - begin for begin, end in pairwise(ends))


def _disc_maximum(padded: Bytes, radius: int) -> Bytes:
    """The maximum over a disc around each pixel that has `radius` pixels around it.

    Rows far from the middle see a narrow piece of the disc, near ones a wide one: the maximum over a piece grows from
    that over the piece before it, a pixel on both sides at a time.
    """
    height, width = padded.shape[0] - 2 * radius, padded.shape[1] - 2 * radius
    result = np.zeros((height, width), np.uint8)
    across, reach = padded, 0
    for off in range(radius, -1, -1):
        wide = int(((radius + 0.5) ** 2 - off**2) ** 0.5)
        for _ in range(reach, wide):
            middle = across[:, 1:-1]
            across = np.maximum(np.maximum(across[:, :-2], across[:, 2:]), middle)
        reach = wide
        left = radius - reach
        for row in {radius - off, radius + off}:
            np.maximum(result, across[row : row + height, left : left + width], out=result)
    return result


def _blurred(plane: Bytes, deviation: float) -> Bytes:
    """A Gaussian blur; a strong one of a smaller plane, which it does not differ from to the eye."""
    factor = max(1, int(deviation // _SHARPEST))
    if factor == 1:
        reach = int(np.ceil(deviation * _REACH)) + 1
        return _in_tiles(plane, reach, partial(_blurred_inside, deviation=deviation, reach=reach))
    height, width = plane.shape
    small = Image.fromarray(plane).reduce(factor).filter(ImageFilter.GaussianBlur(deviation / factor))
    back = small.resize((width, height), Image.Resampling.BICUBIC, box=(0, 0, width / factor, height / factor))
    return np.asarray(back)


def _blurred_inside(padded: Bytes, deviation: float, reach: int) -> Bytes:
    blurred = np.asarray(Image.fromarray(padded).filter(ImageFilter.GaussianBlur(deviation)))
    return blurred[reach:-reach, reach:-reach]


def _in_tiles(plane: Bytes, reach: int, work: Callable[[Bytes], Bytes]) -> Bytes:
    """`work` on each tile with `reach` pixels around it, the plane's border repeated beyond the plane.

    Where nothing but one value is in reach, nothing is to do: most of a large mask is so.
    """
    height, width = plane.shape
    out = plane.copy()
    tiles = [(top, left) for top in range(0, height, _TILE) for left in range(0, width, _TILE)]

    def some(which: slice) -> None:
        for top, left in tiles[which]:
            tile = Box(left, top, min(width, left + _TILE), min(height, top + _TILE))
            seen = _around(plane, tile.grown(reach))
            if seen.min() != seen.max():
                out[tile.top : tile.bottom, tile.left : tile.right] = work(seen)

    in_strips(len(tiles), STRIP_PIXELS, some)
    return out


def _around(plane: Bytes, box: Box) -> Bytes:
    """A copy of `box` of a plane, the border repeated where the box goes beyond it."""
    height, width = plane.shape
    inside = box.intersected(Box(0, 0, width, height))
    seen = plane[inside.top : inside.bottom, inside.left : inside.right]
    if inside == box:
        return np.ascontiguousarray(seen)
    down, across = (
        (inside.top - box.top, box.bottom - inside.bottom),
        (inside.left - box.left, box.right - inside.right),
    )
    return np.pad(seen, (down, across), "edge")
