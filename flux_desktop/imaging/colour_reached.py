"""Which colour an edit reached where another one was asked for: measured, not judged by one pixel.

The area is what the edit could act on (its mask) or, without one, what looks different from before. Its colours are
gathered into a few groups by hue and vividness, so that the lit and the shaded side of a thing are one. Of the groups
that are large enough, the one nearest to the colour that was asked for counts, with its median.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.effects.arrays import Bytes, Floats, shrunk

__all__ = ["Area", "Reached", "colours_reached"]

Area = Literal["region", "changed", "whole"]
Bools = NDArray[np.bool_]
Groups = NDArray[np.intp]

WORKING_PIXELS = 120_000
"""The picture is reduced to about so many pixels first: what is left are colours, not grain."""
SAMPLES = 12_000
GROUPS = 6
ROUNDS = 10
LEAST_SHARE = 0.06
"""Of the area: a smaller group is not what was meant."""
APART = 16.0
"""Groups whose middles are nearer than this, in L*a*b* with lightness counting less, are shades of one colour."""
CHANGED = 6.0
"""CIEDE2000 from which a place looks different."""
LEAST_CHANGED = 0.002
"""Of the picture: where less has changed, the whole picture is the area."""
_LIGHT = 0.35
"""How much lightness counts for the groups, against hue and vividness."""
_INSIDE = 128
"""Steps of 8 bits of a mask from which a place is inside."""


class Reached(NamedTuple):
    """`asked` and `got` as `#RRGGBB`, their CIEDE2000, and the share 0…1 of the area that has the colour `got`."""

    asked: str
    got: str
    delta_e: float
    share: float
    area: Area


def colours_reached(
    asked: tuple[str, ...], after: Image.Image, before: Image.Image | None = None, mask: Image.Image | None = None
) -> tuple[Reached, ...]:
    """How near `after` came to each of the colours `#RRGGBB`. Pictures are RGB or RGBA, `mask` is L, of any sizes."""
    small = shrunk(after.convert("RGB"), WORKING_PIXELS)
    inside, area = _area(small, before, mask)
    pixels = np.asarray(small)[inside]
    pixels = pixels[:: max(1, len(pixels) // SAMPLES)]
    lab = lab_of(pixels)
    group = _groups(lab)
    return tuple(_nearest(colour, pixels, group, area) for colour in asked)


def _area(after: Image.Image, before: Image.Image | None, mask: Image.Image | None) -> tuple[Bools, Area]:
    if mask is not None:
        inside: Bools = np.asarray(mask.resize(after.size, Image.Resampling.BILINEAR, reducing_gap=2.0)) >= _INSIDE
        if inside.any():
            return inside, "region"
    if before is not None:
        old = before.convert("RGB").resize(after.size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        inside = delta_e_2000(lab_of(np.asarray(old)), lab_of(np.asarray(after))) >= CHANGED
        if inside.mean() >= LEAST_CHANGED:
            return inside, "changed"
    return np.ones((after.height, after.width), bool), "whole"


def _groups(lab: Floats) -> Groups:
    """The number of the group of each colour: k-means from the middle and what is farthest from it, always the same.

    Grain and shade alone make no group: those near a larger one belong to it.
    """
    points = lab * np.array([_LIGHT, 1, 1], np.float32)
    centres = np.median(points, axis=0)[None]
    for _ in range(GROUPS - 1):
        centres = np.concatenate([centres, points[_distances(points, centres).min(axis=1).argmax()][None]])
    for _ in range(ROUNDS):
        group = _distances(points, centres).argmin(axis=1)
        kept = [points[group == index].mean(axis=0) for index in range(len(centres)) if (group == index).any()]
        centres = np.stack(kept)
    group = _distances(points, centres).argmin(axis=1)
    joined: Groups = _joined(centres, np.bincount(group, minlength=len(centres)))[group]
    return joined


def _joined(centres: Floats, sizes: Groups) -> Groups:
    """For each group the number of the largest that is near it: its own where there is none."""
    near = _distances(centres, centres) < APART**2
    joined: Groups = np.where(near, sizes[None], -1).argmax(axis=1)
    return joined


def _distances(points: Floats, centres: Floats) -> Floats:
    """Points × centres, squared."""
    distances: Floats = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
    return distances


def _nearest(asked: str, pixels: Bytes, group: Groups, area: Area) -> Reached:
    shares = np.bincount(group) / len(group)
    large = np.flatnonzero(shares >= min(LEAST_SHARE, shares.max()))
    medians = np.stack([np.median(pixels[group == index], axis=0) for index in large])
    own = np.array([list(bytes.fromhex(asked.removeprefix("#")))], np.float32)
    distances = delta_e_2000(np.broadcast_to(lab_of(own), medians.shape), lab_of(medians))
    best = int(distances.argmin())
    red, green, blue = (round(float(value)) for value in medians[best])
    return Reached(asked, f"#{red:02X}{green:02X}{blue:02X}", float(distances[best]), float(shares[large[best]]), area)
