"""How the colours of what stayed drifted, and the matrix that takes them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from flux_desktop.imaging.alignment.planes import blocks
from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["SAMPLES", "UNCHANGED", "Drift", "Matrix", "correction", "drift_between", "through"]

Matrix = tuple[float, ...]
"""Twelve numbers as `Image.convert` takes them: each new channel from red, green, blue and a constant."""
Triple = tuple[float, float, float]

UNCHANGED: Matrix = (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)

_ROUNDS = 5
_CUT = 4.0
"""In standard deviations: what differs more has other content (Tukey's biweight)."""
_LEAST_NOISE = 1.0
"""Steps of 8 bits."""
_CLIPPED = 3.0
"""Steps from black and white within which a channel has lost what it was."""
_RIDGE = 30.0
"""Variance in steps of 8 bits: colours that vary less do not bend the matrix away from a mere shift."""
SAMPLES = 8_000
"""Pixels, at most, that tell enough of the colours of a picture."""
_PATCH = 16
"""Pixels: the side of what is compared as one colour."""
_LEAST_GAIN, _MOST_GAIN, _MOST_MIXED = 0.4, 2.5, 0.6
"""A matrix beyond these is no drift but other content, and taking it back would spoil the picture."""
_ENOUGH = 16
"""Pixels; from fewer no more than a shift of the colours is concluded."""


@dataclass(frozen=True)
class Drift:
    """Mean CIEDE2000, and mean drift of L*, a*, b*, of red, green, blue in steps of 8 bits, and of the chroma C*."""

    delta_e: float = 0.0
    lab: Triple = (0.0, 0.0, 0.0)
    rgb: Triple = (0.0, 0.0, 0.0)
    chroma: float = 0.0


def correction(after: Floats, before: Floats) -> Matrix:
    """The matrix that takes the colours of `after` to those of `before`: the same n pixels of both, n × 3, 0…255.

    Robust: pixels with other content are left out.
    """
    lost = (np.minimum(after, before) < _CLIPPED) | (np.maximum(after, before) > 255 - _CLIPPED)
    whole = ~lost.any(axis=1)
    if int(whole.sum()) >= _ENOUGH:
        after, before = after[whole], before[whole]
    if not len(after):
        return UNCHANGED
    matrix = shift = _shift(np.median(before - after, axis=0))
    if len(after) < _ENOUGH:
        return shift
    for _ in range(_ROUNDS):
        apart = np.abs(through(matrix, after) - before).max(axis=1)
        noise = max(1.4826 * float(np.median(apart)), _LEAST_NOISE)
        matrix = _fitted(after, before, np.clip(1 - (apart / (_CUT * noise)) ** 2, 0, 1) ** 2)
    return matrix if _is_drift(matrix) else shift


def through(matrix: Matrix, colours: Floats) -> Floats:
    """`colours` (…, 3) through `matrix`, not clipped."""
    rows = np.array(matrix, np.float32).reshape(3, 4)
    changed: Floats = colours @ rows[:, :3].T + rows[:, 3]
    return changed


def drift_between(before: Floats, after: Floats, stayed: NDArray[np.bool_]) -> Drift:
    """What lies between two pictures of one size, height × width × 3, 0…255, where content `stayed`.

    Patches are compared, not pixels: grain and compression are no drift. None where nothing stayed.
    """
    share = blocks(stayed.astype(np.float32), _PATCH)
    if not share.any():
        return Drift()
    told = share > 0.5 * share.max()
    first, second = (_patches(picture, stayed, share)[told] for picture in (before, after))
    lab, drifted = lab_of(first), lab_of(second)
    chroma = float((np.hypot(*drifted.T[1:]) - np.hypot(*lab.T[1:])).mean())
    return Drift(float(delta_e_2000(lab, drifted).mean()), _mean(drifted - lab), _mean(second - first), chroma)


def _patches(picture: Floats, stayed: NDArray[np.bool_], share: Floats) -> Floats:
    """The mean colours of what stayed in each patch."""
    sums = [blocks(np.where(stayed, picture[..., channel], 0), _PATCH) for channel in range(3)]
    means: Floats = np.stack(sums, axis=-1) / np.maximum(share, 1e-6)[..., None]
    return means


def _shift(by: Floats) -> Matrix:
    red, green, blue = (float(value) for value in by)
    return (1.0, 0.0, 0.0, red, 0.0, 1.0, 0.0, green, 0.0, 0.0, 1.0, blue)


def _is_drift(matrix: Matrix) -> bool:
    turned = np.array(matrix).reshape(3, 4)[:, :3]
    gains, mixed = np.diag(turned), turned - np.diag(np.diag(turned))
    return bool((gains >= _LEAST_GAIN).all() and (gains <= _MOST_GAIN).all() and (abs(mixed) <= _MOST_MIXED).all())


def _fitted(source: Floats, target: Floats, weight: Floats) -> Matrix:
    """Weighted least squares around the means, drawn to the identity where the colours vary too little to tell."""
    total = max(float(weight.sum()), 1e-6)
    from_mean, to_mean = (weight @ source) / total, (weight @ target) / total
    centred = source - from_mean
    # What is fitted is the departure from a mere shift.
    departure = target - to_mean - centred
    spread = (centred * weight[:, None]).T @ centred / total + _RIDGE * np.eye(3, dtype=np.float32)
    turned = np.eye(3) + np.linalg.solve(spread, (centred * weight[:, None]).T @ departure / total).T
    constant = to_mean - turned @ from_mean
    return tuple(float(value) for value in np.column_stack([turned, constant]).ravel())


def _mean(values: Floats) -> Triple:
    return cast(Triple, tuple(float(value) for value in values.mean(axis=0)))
