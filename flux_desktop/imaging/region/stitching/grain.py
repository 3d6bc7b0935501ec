"""Grain: how much more of it a picture has than a model's answer, and as much anew, the same every time.

It is measured in grey and in two differences of colours, fine and coarse, and by how light the place is: a sensor
gives dark and light places different grain, a sky that is burnt out none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes, Floats, box, smoothstep

__all__ = ["TILE", "Grain", "added", "missing"]

TILE = 32
"""Pixels: the side of the squares in which grain is measured."""

_SIDE = 512
"""Pixels after which the grain repeats."""
_SEED = 1989
_BLOCK = 16
"""Pixels: the side of what is judged to be flat or not."""
_FLAT = 0.25
"""The share of the blocks of one lightness with the least detail: in them most of it is grain."""
_LEAST = 0.4
"""Steps of 8 bits: weaker grain is not seen."""
_ROUNDING = 1 / 12
"""The variance of what rounding to whole steps adds to whatever is not flat."""
_MOST = 15.0
"""Steps of 8 bits: more is texture."""
_LEAST_BLOCKS = 6
_LIGHTS = np.linspace(0, 255, 7)
"""The lightnesses for which grain is measured."""
_ALIKE = 32.0
"""Steps of 8 bits: what differs by no more is of one lightness."""
_OPPONENTS = np.array([[1, 1, 1], [-1, 0, 1], [1, -2, 1]], np.float32) / np.sqrt(np.array([[3], [2], [6]], np.float32))
"""From red, green and blue to grey, blue against red, and both against green: at right angles, so that the noise of one
tells nothing of that of another. Its transpose is the way back.
"""

_Triple = tuple[float, float, float]


class Grain(NamedTuple):
    """The strength of fine and of coarse grain: standard deviations of grey and of both differences of colours, in
    steps of 8 bits. `curve` is what they are multiplied by at each of seven lightnesses from black to white.
    """

    fine: _Triple = (0.0, 0.0, 0.0)
    coarse: _Triple = (0.0, 0.0, 0.0)
    curve: tuple[float, ...] = (0.0,) * len(_LIGHTS)

    def times(self, amount: float) -> Grain:
        """Grain of so many times the strength."""
        return self._replace(curve=tuple(amount * value for value in self.curve))


def missing(own: Floats, other: Floats) -> Grain:
    """How much grain the second squares lack against the first ones, by the flattest of what they show.

    Both are n × TILE × TILE × 3, red, green and blue 0…255, of the same content.
    """
    if own.shape[0] * (TILE // _BLOCK) ** 2 < _LEAST_BLOCKS:
        return Grain()
    light, energies = _measured(own)
    lacks = energies - _measured(other)[1] - _ROUNDING * _response()[:, :1]
    found = {near: _lacking(light, energies, lacks, near) for near in _LIGHTS.tolist()}
    known = {near: variance for near, variance in found.items() if variance is not None}
    if not known:
        return Grain()
    variances = np.stack(list(known.values()))
    strengths = np.sqrt(variances.mean(axis=0))
    fine, coarse = np.where(strengths > _LEAST, np.minimum(strengths, _MOST), 0).tolist()
    total = variances.sum(axis=(1, 2))
    curve = np.sqrt(np.interp(_LIGHTS, list(known), total) / max(float(total.mean()), 1e-6))
    return Grain(tuple(fine), tuple(coarse), tuple(curve.tolist()))


def added(values: Floats, left: int, top: int, grain: Grain) -> Floats:
    """`values` (height × width × 3, 0…255) with that grain; (left, top) is where in the picture they are, so that parts
    that are made one after the other fit together. Black and white stay clean.
    """
    if not any(grain.curve) or not any(grain.fine + grain.coarse):
        return values
    rows = np.arange(top, top + values.shape[0]) % _SIDE
    columns = np.arange(left, left + values.shape[1]) % _SIDE
    grained = _specks(grain.fine, grain.coarse)[rows][:, columns]
    grained *= _strengths(grain.curve)[_lightness(values)][..., None]
    grained += values
    limited: Floats = np.clip(grained, 0, 255, out=grained)
    return limited


def _lacking(light: Floats, energies: Floats, lacks: Floats, near: float) -> Floats | None:
    """The variance that the flattest blocks of that lightness lack, kinds × channels; None where there are too few."""
    alike = np.flatnonzero(np.abs(light - near) <= _ALIKE)
    if len(alike) < _LEAST_BLOCKS:
        return None
    order = np.argsort(energies[alike, :, 0].sum(axis=1), kind="stable")
    flat = alike[order[: max(_LEAST_BLOCKS, round(_FLAT * len(alike)))]]
    return np.minimum(_explained(np.median(lacks[flat], axis=0)), _MOST**2)


def _explained(lack: Floats) -> Floats:
    """The variances of both kinds, none negative, that make up energies best: kinds × channels of bands × channels."""
    response = _response()
    both = np.linalg.solve(response, lack)
    alone = response.T @ lack / (response**2).sum(axis=0)[:, None]
    variances: Floats = np.maximum(np.where(both[::-1] < 0, alone, both), 0)
    return variances


def _measured(tiles: Floats) -> tuple[Floats, Floats]:
    """Of each block of some squares the lightness, and the energy of the finest and of the next coarser detail:
    blocks × bands × channels.
    """
    planes = np.ascontiguousarray(np.moveaxis(tiles @ _OPPONENTS.T, 0, 2))
    softer = box(planes, 1)
    bands = planes - softer, softer - box(softer, 3)
    energies = np.stack([_means(band * band) for band in bands], axis=1)
    light = _means(planes)[:, 0] * _OPPONENTS[0, 0]
    return light, energies


def _means(planes: Floats) -> Floats:
    """The means over blocks of TILE × TILE × n × channels: all blocks × channels."""
    count = TILE // _BLOCK
    means: Floats = planes.reshape(count, _BLOCK, count, _BLOCK, -1, planes.shape[-1]).mean(axis=(1, 3))
    return means.reshape(-1, planes.shape[-1])


def _lightness(values: Floats) -> Bytes:
    """About the lightness, as whole steps."""
    light = values[..., 1] * np.float32(0.6) + values[..., 0] * np.float32(0.3) + values[..., 2] * np.float32(0.1)
    whole: Bytes = light.astype(np.uint8)
    return whole


def _strengths(curve: tuple[float, ...]) -> Floats:
    """The strength at each of 256 lightnesses."""
    light = np.arange(256, dtype=np.float32)
    clean = smoothstep(2, 20, light) * (1 - smoothstep(238, 253, light))
    strengths: Floats = (np.interp(light, _LIGHTS, curve) * clean).astype(np.float32)
    return strengths


@lru_cache(maxsize=2)
def _specks(fine: _Triple, coarse: _Triple) -> Floats:
    """Grain of those strengths, as red, green and blue."""
    grains = _grains()
    specks: Floats = (grains[0] * np.array(fine, np.float32) + grains[1] * np.array(coarse, np.float32)) @ _OPPONENTS
    return specks


@lru_cache(maxsize=1)
def _grains() -> Floats:
    """Fine and coarse grain of deviation 1 in three channels, which goes on at its edges."""
    rng = np.random.Generator(np.random.PCG64(_SEED))
    fine, other = rng.standard_normal((2, _SIDE, _SIDE, 3), dtype=np.float32)
    soft = _repeated_mean(other, 1)
    coarse = soft - _repeated_mean(soft, 3)
    return np.stack([fine, coarse / coarse.std()])


@lru_cache(maxsize=1)
def _response() -> Floats:
    """What is measured of each kind of grain of deviation 1: bands × kinds."""
    count = _SIDE // TILE
    energies = []
    for grain in _grains():
        tiles = grain.reshape(count, TILE, count, TILE, 3).swapaxes(1, 2).reshape(-1, TILE, TILE, 3)
        energies.append(_measured(tiles @ _OPPONENTS)[1].mean(axis=(0, 2)))
    return np.stack(energies, axis=1)


def _repeated_mean(plane: Floats, radius: int) -> Floats:
    """The mean over (2 radius + 1)² pixels of planes that are repeated on all sides."""
    wide = np.pad(plane, ((radius, radius), (radius, radius), (0, 0)), mode="wrap")
    return box(wide, radius)[radius:-radius, radius:-radius]
