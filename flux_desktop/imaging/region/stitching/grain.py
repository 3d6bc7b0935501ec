"""Grain: how much more of it a picture has than a model's answer, and as much anew, the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from flux_desktop.imaging.alignment.planes import blocks
from flux_desktop.imaging.effects.arrays import Floats, box, smoothstep

__all__ = ["Grain", "added", "missing"]

Grain = tuple[float, float]
"""The strength of fine and of coarse grain: standard deviations in steps of 8 bits."""

_NONE: Grain = (0.0, 0.0)
_SIDE = 512
"""Pixels after which the grain repeats."""
_SEED = 1989
_BLOCK = 16
"""Pixels: the side of what is judged to be flat or not."""
_FLAT = 0.25
"""The share of the blocks with the least detail: in them most of it is grain."""
_LEAST = 0.3
"""Steps of 8 bits: weaker grain is rounding."""
_MOST = 9.0
"""Steps of 8 bits: more is texture."""
_LEAST_BLOCKS = 6


def missing(pairs: Iterable[tuple[Floats, Floats]]) -> Grain:
    """How much grain the second planes lack against the first ones, by the flattest of what they show.

    Each pair is lightness 0…255 of the same content, height × width; none smaller than a block.
    """
    measured = [_energies(plane) for pair in pairs for plane in pair]
    if not measured:
        return _NONE
    own, other = np.concatenate(measured[::2]), np.concatenate(measured[1::2])
    if len(own) < _LEAST_BLOCKS:
        return _NONE
    flat = np.argsort(own.sum(axis=1), kind="stable")[: max(_LEAST_BLOCKS, round(_FLAT * len(own)))]
    lacks = np.maximum(np.median(own[flat] - other[flat], axis=0), 0)
    fine, coarse = np.sqrt(np.maximum(np.linalg.solve(_response(), lacks), 0)).tolist()
    return tuple(min(value, _MOST) if value > _LEAST else 0.0 for value in (fine, coarse))  # type: ignore[return-value]


def added(values: Floats, left: int, top: int, grain: Grain) -> Floats:
    """`values` (height × width × 3, 0…255) with that grain; (left, top) is where in the picture they are, so that parts
    that are made one after the other fit together. Black and white stay clean.
    """
    if grain == _NONE:
        return values
    rows = np.arange(top, top + values.shape[0]) % _SIDE
    columns = np.arange(left, left + values.shape[1]) % _SIDE
    fine, coarse = _grains()
    speck = (np.float32(grain[0]) * fine + np.float32(grain[1]) * coarse)[rows][:, columns]
    light = values.mean(axis=-1)
    speck *= smoothstep(2, 20, light) * (1 - smoothstep(238, 253, light))
    grained: Floats = np.clip(values + speck[..., None], 0, 255)
    return grained


@lru_cache(maxsize=1)
def _grains() -> tuple[Floats, Floats]:
    """Fine and coarse grain of deviation 1, which goes on at its edges."""
    rng = np.random.Generator(np.random.PCG64(_SEED))
    fine, other = (rng.standard_normal((_SIDE, _SIDE), dtype=np.float32) for _ in range(2))
    soft = _repeated_mean(other, 1)
    coarse = soft - _repeated_mean(soft, 3)
    return fine, coarse / coarse.std()


@lru_cache(maxsize=1)
def _response() -> Floats:
    """What `_energies` measures of each kind of grain: bands × kinds."""
    return np.stack([_energies(plane).mean(axis=0) for plane in _grains()], axis=1)


def _energies(plane: Floats) -> Floats:
    """The energy of the finest and of the next coarser detail in each block: blocks × 2."""
    softer = box(plane, 1)
    bands = plane - softer, softer - box(softer, 3)
    return np.stack([blocks(band * band, _BLOCK).ravel() for band in bands], axis=1)


def _repeated_mean(plane: Floats, radius: int) -> Floats:
    """The mean over (2 radius + 1)² pixels of a plane that is repeated on all sides."""
    return box(np.pad(plane, radius, mode="wrap"), radius)[radius:-radius, radius:-radius]
