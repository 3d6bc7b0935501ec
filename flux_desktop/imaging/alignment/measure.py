"""What an edit changed beside what was asked for, measured."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.core.change import REPAINTED, SURE, Change
from flux_desktop.imaging.alignment.drift import SAMPLES, Matrix, correction, drift_between, through
from flux_desktop.imaging.alignment.placement import Placement, Size, fit, stretch
from flux_desktop.imaging.alignment.planes import LEAST_SIDE, colours, pixels_within, reduced
from flux_desktop.imaging.alignment.register import register
from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.effects.arrays import Bytes, Floats, box, to_bytes

__all__ = ["Measured", "change_map", "measure"]

Bools = NDArray[np.bool_]

WORKING_PIXELS = 400_000
"""Both pictures are reduced to this first: finer is slower and no surer."""
MAP_PIXELS = 120_000
"""The change map has about so many pixels, or those of the picture before if it has fewer."""
CHANGED = 3.0
"""CIEDE2000, after all that is tolerated, from which content counts as changed."""

_PER_DELTA_E = 12.0
"""Steps of the change map for one CIEDE2000."""
_SLACK = 0.6
"""What this many pixels of the map beside each other differ by is no change: models and codecs redraw edges."""
_GRAIN = 1.0
"""CIEDE2000 that is not seen anywhere."""
_PATCH = 2
"""Change is the mean over this many pixels to each side: a grain is no content."""
_MAY_ACT = 8
"""Steps of 8 bits of a mask from which the edit may act."""
_EDGE = 2
"""Pixels of the map at the edges of the picture after that are not compared."""


@dataclass(frozen=True, eq=False)
class Measured:
    """What `measure` found: the figures, where the picture after lies, the matrix that takes its colours back, the map.

    `map` is where content changed: 8 bits, height × width in the proportions of the picture before, 0 for no change.
    """

    change: Change
    placement: Placement
    correction: Matrix
    map: Bytes = field(repr=False)


def measure(before: Image.Image, after: Image.Image, *, outside: Image.Image | None = None) -> Measured:
    """Compare two pictures of any sizes and modes, outside the area that the edit was meant for.

    `outside` is that area: a mask over the frame of `before`, of any size, white where the edit may act; it is left out
    of everything. Flat, tiny and foreign pictures are measured as far as that goes: the score is 0 then.
    """
    pixels = min(WORKING_PIXELS, before.width * before.height, after.width * after.height)
    small = reduced(before, pixels_within(before.size, pixels)), reduced(after, pixels_within(after.size, pixels))
    size = pixels_within(small[0].size, MAP_PIXELS)
    compared = _compared(outside, size)
    placement, score = register(*small, compared.astype(np.float32))
    sure = score >= SURE
    if not sure:
        placement = _unmoved(before.size, after.size, size)
    under = colours(reduced(small[0], size))
    over, reached = _laid_over(small[1], placement, size)
    compared &= reached
    matrix = _correction(under, over, compared)
    excess = _excess(lab_of(under), lab_of(through(matrix, over)), compared)
    changed = compared & (excess > CHANGED)
    moved = float(changed.sum()) / max(1, int(compared.sum()))
    repainted = not sure and moved >= REPAINTED
    drift = drift_between(under, over, compared if repainted else compared & ~changed)
    right, down, scale = placement.moved(before.size, after.size) if sure else (0.0, 0.0, 1.0)
    change = Change(right, down, scale, drift.delta_e, drift.lab, drift.rgb, moved, score, drift.chroma)
    return Measured(change, placement, matrix, to_bytes(excess * _PER_DELTA_E))


def change_map(measured: Measured, size: Size | None = None) -> Image.Image:
    """Where content changed, mode L: black for no change or nothing compared, to white; in `size`, or as measured."""
    picture = Image.fromarray(measured.map)
    return picture if size is None else picture.resize(size, Image.Resampling.BILINEAR)


def _compared(outside: Image.Image | None, size: Size) -> Bools:
    """Which pixels of the map are compared: those where the edit was not meant to act."""
    if outside is None:
        return np.ones((size[1], size[0]), bool)
    mask = outside.convert("L").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return np.asarray(mask) < _MAY_ACT


def _unmoved(before: Size, after: Size, size: Size) -> Placement:
    """All of the picture after in the middle of the one before; stretched over it where a sliver would be left."""
    whole = fit(before, after)
    left, top, right, bottom = whole.covered(size, after)
    return whole if min(right - left, bottom - top) >= LEAST_SIDE else stretch()


def _laid_over(after: Image.Image, placement: Placement, size: Size) -> tuple[Floats, Bools]:
    """The colours of `after` where they lie on the map of that size, and which of its pixels they reach."""
    edge = min(_EDGE, min(*size, *after.size) // 4)
    area = left, top, right, bottom = placement.covered(size, after.size, edge)
    over = np.zeros((size[1], size[0], 3), np.float32)
    reached = np.zeros((size[1], size[0]), bool)
    if left < right and top < bottom:
        part = placement.source_of(area, size, after.size)
        over[top:bottom, left:right] = colours(
            after.resize((right - left, bottom - top), Image.Resampling.HAMMING, part)
        )
        reached[top:bottom, left:right] = True
    return over, reached


def _correction(under: Floats, over: Floats, compared: Bools) -> Matrix:
    """What takes the colours of `over` back to those of `under`, told from some of the compared pixels."""
    places = np.flatnonzero(compared)
    some = places[:: max(1, len(places) // SAMPLES)]
    return correction(over.reshape(-1, 3)[some], under.reshape(-1, 3)[some])


def _excess(under: Floats, over: Floats, compared: Bools) -> Floats:
    """How far two pictures in L*a*b* differ beyond what redrawn edges and grain explain, in CIEDE2000."""
    tolerated = _GRAIN + _SLACK * np.maximum(_steepness(under), _steepness(over))
    excess = np.maximum(delta_e_2000(under, over) - tolerated, 0)
    return box(np.where(compared, excess, 0), _PATCH)


def _steepness(lab: Floats) -> Floats:
    """How far each pixel differs from its neighbours, in L*a*b*."""
    squares = np.zeros(lab.shape[:2], np.float32)
    for plane in np.moveaxis(lab, -1, 0):
        for axis in (0, 1):
            if plane.shape[axis] > 1:
                squares += np.gradient(plane, axis=axis) ** 2
    steepness: Floats = np.sqrt(squares)
    return steepness
