"""Pictures as the measuring works on them: over one ground, reduced, as planes of detail."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from flux_desktop.imaging.alignment.placement import Placement, Size
from flux_desktop.imaging.colour import over_white
from flux_desktop.imaging.depth import eight_bit
from flux_desktop.imaging.effects.arrays import Floats, box

__all__ = ["LEAST_SIDE", "Level", "blocks", "colours", "detail_levels", "pixels_within", "reduced", "spread", "warped"]

LEAST_SIDE = 8
"""Pixels: nothing is aligned on a smaller plane."""
_FINE = 4
"""Pixels on each side of one whose mean is taken away: what is broader says little of where things are."""


@dataclass(frozen=True)
class Level:
    """Both pictures as planes of detail of one coarseness, and which part of the first one is compared (0 to 1)."""

    before: Floats
    after: Floats
    weight: Floats

    @property
    def size(self) -> Size:
        """Of the picture before."""
        return self.before.shape[1], self.before.shape[0]


def pixels_within(size: Size, pixels: int) -> Size:
    """`size` scaled down to about that many pixels, or as it is if it has no more."""
    scale = min(1.0, (pixels / (size[0] * size[1])) ** 0.5)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def reduced(image: Image.Image, size: Size) -> Image.Image:
    """`image` as RGB of that size, what is transparent over white."""
    small = eight_bit(image)
    if small.size != size:
        small = small.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    return over_white(small.convert("RGBA") if small.mode == "LA" else small)


def colours(image: Image.Image) -> Floats:
    """Height × width × 3, 0…255, as floats to reckon with."""
    return np.asarray(image, np.float32)


def detail_levels(before: Image.Image, after: Image.Image, weight: Floats, coarsest: int) -> list[Level]:
    """Levels from about `coarsest` pixels up to all of the RGB pictures, each with half the sides of the next one."""
    planes = [_plane(before), _plane(after)]
    levels = []
    while True:
        levels.append(Level(_detail(planes[0]), _detail(planes[1]), weight))
        height, width = planes[0].shape
        if height * width < 2 * coarsest or min(*planes[0].shape, *planes[1].shape) < 2 * LEAST_SIDE:
            return levels[::-1]
        planes = [_resized(plane, (plane.shape[1] // 2, plane.shape[0] // 2)) for plane in planes]
        weight = _resized(weight, (planes[0].shape[1], planes[0].shape[0]))


def warped(plane: Floats, placement: Placement, size: Size) -> Floats:
    """`plane` of the picture after, resampled to where it lies on the picture before in that size; 0 beside it."""
    source = plane.shape[1], plane.shape[0]
    out = np.zeros((size[1], size[0]), np.float32)
    left, top, right, bottom = placement.covered(size, source)
    if left < right and top < bottom:
        part = placement.source_of((left, top, right, bottom), size, source)
        image = Image.fromarray(plane).resize((right - left, bottom - top), Image.Resampling.BICUBIC, part)
        out[top:bottom, left:right] = np.asarray(image)
    return out


def blocks(plane: Floats, side: int) -> Floats:
    """The means of `plane` over blocks of `side` × `side` pixels or somewhat more, so that they fill it."""
    height, width = plane.shape
    rows = np.arange(max(1, height // side)) * height // max(1, height // side)
    columns = np.arange(max(1, width // side)) * width // max(1, width // side)
    sums = np.add.reduceat(np.add.reduceat(plane, rows, axis=0), columns, axis=1)
    counts = np.diff(rows, append=height)[:, None] * np.diff(columns, append=width)
    means: Floats = (sums / counts).astype(np.float32)
    return means


def spread(means: Floats, shape: tuple[int, ...]) -> Floats:
    """What `blocks` gave, as a plane of `shape` again."""
    rows, columns = (np.arange(length) * count // length for length, count in zip(shape, means.shape, strict=True))
    plane: Floats = means[rows][:, columns]
    return plane


def _plane(image: Image.Image) -> Floats:
    """Lightness 0…255 of an RGB picture."""
    rgb = np.asarray(image, np.float32)
    plane: Floats = rgb[..., 0] * 0.299 + rgb[..., 1] * 0.587 + rgb[..., 2] * 0.114
    return plane


def _detail(plane: Floats) -> Floats:
    return plane - box(plane, _FINE)


def _resized(plane: Floats, size: Size) -> Floats:
    return np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.HAMMING))
