"""Bring the colours of a result to those of the ring around the mask: a drift of all, and what it leaves locally."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

from flux_desktop.core.region import Size
from flux_desktop.imaging.alignment import Placement
from flux_desktop.imaging.alignment.drift import SAMPLES, UNCHANGED, Matrix, correction, through
from flux_desktop.imaging.alignment.planes import blocks, colours, spread, warped
from flux_desktop.imaging.effects.arrays import Floats, resize_plane

__all__ = ["ColourMatch", "colour_match"]

_BLOCK = 8
"""Working pixels: the side of what is compared as one colour. Finer would take over content."""
_COARSEST = 16
"""Blocks: the field is found with cells of so many blocks first."""
_STIFF = 0.08
"""How much a cell of the field follows its neighbours against what is measured in it."""
_ROUNDS = 24
_MOST = 24.0
"""Steps of 8 bits: what differs by more is other content."""
_CUT, _LEAST_NOISE = 4.0, 1.5
"""A block that differs by more than so many times the usual, in steps of 8 bits at least, has other content too."""
_ENOUGH = 64
"""Pixels; fewer tell nothing."""


class ColourMatch(NamedTuple):
    """`matrix` takes back what happened to all colours; `field` (rows × columns × 3) is added to that, in steps of 8
    bits. Its cells cover the frame of what was sent, and go on smoothly inside the mask.
    """

    matrix: Matrix
    field: Floats

    @classmethod
    def none(cls) -> ColourMatch:
        return cls(UNCHANGED, np.zeros((1, 1, 3), np.float32))

    def applied(self, values: Floats, area: tuple[float, float, float, float], amount: float) -> Floats:
        """`values` (height × width × 3, 0…255) matched by `amount`, 0 to 1, limited to 0…255.

        `area` is where they lie on the frame of what was sent: left, top, right and bottom, 0 to 1 between its edges.
        """
        if amount <= 0:
            return np.clip(values, 0, 255)
        matched = through(self.matrix, values)
        matched += self._field_in(area, (values.shape[1], values.shape[0]))
        if amount < 1:
            matched = values + np.float32(amount) * (matched - values)
        return np.clip(matched, 0, 255, out=matched)

    def _field_in(self, area: tuple[float, float, float, float], size: Size) -> Floats:
        rows, columns = self.field.shape[:2]
        left, right = (min(max(side, 0.0), 1.0) * columns for side in (area[0], area[2]))
        top, bottom = (min(max(side, 0.0), 1.0) * rows for side in (area[1], area[3]))
        part = left, top, max(right, left + 1e-3), max(bottom, top + 1e-3)
        planes = [Image.fromarray(np.ascontiguousarray(plane)) for plane in np.moveaxis(self.field, -1, 0)]
        return np.dstack([np.asarray(plane.resize(size, Image.Resampling.BICUBIC, part)) for plane in planes])


def colour_match(before: Image.Image, after: Image.Image, placement: Placement, ring: Floats) -> ColourMatch:
    """What takes the colours of `after`, which lies on `before` by `placement`, to those where `ring` is not 0.

    The ring is height × width of `before`, 0 to 1. Both pictures are RGB.
    """
    under = colours(before)
    over = np.dstack([warped(plane, placement, before.size) for plane in np.moveaxis(colours(after), -1, 0)])
    reached = warped(np.ones((after.height, after.width), np.float32), placement, before.size) > 0.99
    ring = ring * reached
    places = np.flatnonzero(ring)
    if len(places) < _ENOUGH:
        return ColourMatch.none()
    some = places[:: max(1, len(places) // SAMPLES)]
    matrix = correction(over.reshape(-1, 3)[some], under.reshape(-1, 3)[some])
    return ColourMatch(matrix, _field(under - through(matrix, over), ring))


def _field(left: Floats, ring: Floats) -> Floats:
    """What is `left` to add (height × width × 3) as a smooth field: as it is in the ring, a membrane elsewhere."""
    weight = ring * spread(_same_content(left, ring), ring.shape)
    side, field = _BLOCK * _COARSEST, None
    while side >= _BLOCK:
        told = blocks(weight, side)
        sums = np.dstack([blocks(plane * weight, side) for plane in np.moveaxis(left, -1, 0)])
        field = _relaxed(_begun(field, told, sums), told[..., None], sums)
        side //= 2
    assert field is not None
    return np.clip(field, -_MOST, _MOST).astype(np.float32)


def _same_content(left: Floats, ring: Floats) -> Floats:
    """1 for each block whose colours differ no more than is usual, else 0."""
    told = blocks(ring, _BLOCK)
    means = np.dstack([blocks(plane * ring, _BLOCK) for plane in np.moveaxis(left, -1, 0)])
    apart = np.abs(means / np.maximum(told, 1e-6)[..., None]).max(axis=-1)
    counted = apart[told > 0.1]
    usual = max(1.4826 * float(np.median(counted)), _LEAST_NOISE) if counted.size else _LEAST_NOISE
    same: Floats = (apart < _CUT * usual).astype(np.float32)
    return same


def _begun(coarse: Floats | None, told: Floats, sums: Floats) -> Floats:
    """The field to begin with: that of the coarser cells, or their mean."""
    if coarse is None:
        mean = sums.sum(axis=(0, 1)) / max(float(told.sum()), 1e-6)
        return np.broadcast_to(mean, sums.shape).astype(np.float32)
    height, width = told.shape
    return np.dstack([resize_plane(plane, width, height) for plane in np.moveaxis(coarse, -1, 0)])


def _relaxed(field: Floats, told: Floats, sums: Floats) -> Floats:
    """Jacobi's iteration for the smoothest field that keeps to what is told."""
    for _ in range(_ROUNDS):
        wide = np.pad(field, ((1, 1), (1, 1), (0, 0)), mode="edge")
        around = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
        field = (sums + _STIFF * around) / (told + 4 * _STIFF)
    return field
