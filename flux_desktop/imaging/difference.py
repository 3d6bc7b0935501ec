"""How far two pictures differ, pixel by pixel: a plane of grey that is even to the eye, and what it amounts to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats, in_strips

__all__ = ["Place", "Tally", "difference", "grey_table", "tally"]

Place = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""
GROUND = 36
"""The grey of what does not differ: dark, but no hole in the picture."""


@dataclass(frozen=True)
class Tally:
    """How many pixels have each distance 0 … 255."""

    counts: tuple[int, ...]

    @property
    def is_same(self) -> bool:
        return not any(self.counts[1:])

    def share(self, threshold: int = 0) -> float:
        """The share 0 … 1 of the pixels that differ by more than `threshold`."""
        return sum(self.counts[threshold + 1 :]) / max(1, sum(self.counts))


def difference(before: Bytes, after: Bytes, place: Place | None = None) -> Bytes:
    """The distance 0 … 255 of every pixel of `before` to what lies over it, height × width; 0 only where it is equal.

    Both are height × width × 3, or × 4 with colours multiplied by their alpha. `after` takes the `place` inside
    `before` (all of it where None), resampled if it has another size; beside it is nothing to compare, and that is 0.
    """
    height, width = before.shape[:2]
    left, top, right, bottom = place or (0, 0, width, height)
    under, over = before[top:bottom, left:right], _resized(after, right - left, bottom - top)
    plane = np.zeros((height, width), np.uint8)
    compared = plane[top:bottom, left:right]

    def strip(rows: slice) -> None:
        compared[rows] = _distance(under[rows], over[rows])

    in_strips(bottom - top, right - left, strip)
    return plane


def tally(plane: Bytes) -> Tally:
    """The distances of `plane`, counted."""
    return Tally(tuple(Image.fromarray(plane).histogram()))


def grey_table(gain: int, threshold: int) -> Bytes:
    """The grey for each distance: `GROUND` up to `threshold`, above it lighter by `gain` times the distance."""
    distance = np.arange(256)
    seen = np.minimum(distance * gain, 255)
    greys = GROUND + (255 - GROUND) * seen / 255
    result: Bytes = np.where(distance > threshold, np.rint(greys), GROUND).astype(np.uint8)
    return result


def _resized(pixels: Bytes, width: int, height: int) -> Bytes:
    if pixels.shape[:2] == (height, width):
        return pixels
    planes = [Image.fromarray(np.ascontiguousarray(pixels[..., index])) for index in range(pixels.shape[2])]
    return np.dstack([np.asarray(plane.resize((width, height), Image.Resampling.BICUBIC)) for plane in planes])


def _distance(one: Bytes, other: Bytes) -> Bytes:
    """Rounded up, so that no difference is lost.

    The weights follow the eye's in encoded sRGB: Thiadmer Riemersma, "Colour metric", https://www.compuphase.com/cmetric.htm
    """
    red, green, blue = (_gap(one, other, channel) for channel in range(3))
    mean = (one[..., 0].astype(np.float32) + other[..., 0]) / np.float32(512)
    total = (2 + mean) * red * red + 4 * green * green + (3 - mean) * blue * blue
    result = np.sqrt(total / np.float32(9))
    if one.shape[2] == 4 or other.shape[2] == 4:
        result = np.maximum(result, np.abs(_alpha(one) - _alpha(other)))
    return np.ceil(np.minimum(result - np.float32(1e-4), 255)).astype(np.uint8)


def _gap(one: Bytes, other: Bytes, channel: int) -> Floats:
    return (one[..., channel].astype(np.int16) - other[..., channel]).astype(np.float32)


def _alpha(pixels: Bytes) -> Floats:
    if pixels.shape[2] == 3:
        return np.full(pixels.shape[:2], 255, np.float32)
    return pixels[..., 3].astype(np.float32)
