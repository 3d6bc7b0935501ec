"""A placement made exact: Lucas–Kanade with robust weights, and how well the content agrees under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from flux_desktop.imaging.alignment.doubt import LIKELY, Doubt
from flux_desktop.imaging.alignment.placement import Placement
from flux_desktop.imaging.alignment.planes import Level, blocks, spread, warped
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["Step", "agreement", "balanced", "compared", "contrast_of", "reach", "refined", "score_of"]

Step = Sequence[float]
"""Stretch across and along, and shift across and along, in fractions of the frame, as `Placement.then` takes them."""

BLOCK = 16
"""Pixels: the content of pictures is compared in squares of about this side."""
_TEXTURE = 2.0
"""Variance of detail, in steps of 8 bits, below which a block is flat and says nothing."""
_LEAST_SHARE = 0.25
"""A block of which less is compared says nothing either."""
_CUT = 3.0
"""In standard deviations: what differs more has other content and is left out (Tukey's biweight)."""
_STEEP = 2.0
"""Times the mean square of all slopes: only steeper places count. Lossy codecs move what is blurred, edges hold."""
_LEAST_NOISE = 0.5
"""Steps of 8 bits: rounding alone."""
_LEAST_SLACK = 0.1
_REACH = 2.0
"""Pixels: no step goes further, the coarser level has left less to find."""
_DONE = 0.005
"""Pixels: after a step that is smaller nothing more is to be found."""
_EDGE = 5
"""Pixels at the edges of a picture whose detail is not known: the surroundings are cut off."""
_ALIKE = 16.0
"""Pixels that have one noise in common, as those of a block of a codec do."""
_NOISE_SLOPE = 0.125
"""The mean square of the slopes of the noise in two pictures' mean, in parts of the variance between them."""
_STRETCHED = 0.01
"""Content whose proportions differ by more was stretched, by a host."""
_EVEN = 0.001
"""By how much the proportions of other content may differ: what is told of them seldom comes from all directions."""
_ROUNDS = 12
"""At most: along a cable or a beam each goes only part of the way, elsewhere two are enough."""


class _Told(NamedTuple):
    """A normal matrix 4 × 4 and right side, in parts of the noise's variance, and what of the matrix is but noise."""

    normal: Floats
    aim: Floats
    noise: Floats


class _Equations(NamedTuple):
    """Least squares of n pixels: the slopes of the five unknowns (5 × n), what is left, weights, and the contrast.

    `away` is where they lie from the middle of the frame, across and along (2 × n), in fractions of it.
    """

    columns: Floats
    residue: Floats
    weight: Floats
    contrast: float
    away: Floats


def refined(level: Level, placement: Placement, rounds: int, slack: float) -> Placement:
    """`placement` brought nearer to the truth by at most that many rounds of least squares.

    `slack` is how far off, in pixels of the level, it may still be: edges may differ by so much and are content yet.
    """
    trust = _trust(level, placement)
    for _ in range(rounds):
        step = _step(level, placement, trust, slack)
        placement = placement.then(*step)
        if reach(step, level) < _DONE:
            break
        slack = max(slack / 2, _LEAST_SLACK)
    return placement


def balanced(levels: Sequence[Level], placement: Placement) -> tuple[Placement, Doubt]:
    """`placement` from all coarsenesses at once, each as far as it is to be trusted, and how far off that may be.

    What is blurred has its content in the coarse levels, where codecs leave it in its place; what is sharp has most of
    it in the fine ones.
    """
    for _ in range(_ROUNDS):
        told, aim = _expected(levels[-1], placement)
        sure = told
        for level in levels:
            trust = _trust(level, placement)
            own = _told(level, placement, trust, _LEAST_SLACK)
            if own is not None:
                told, aim, sure = told + own.normal, aim + own.aim, sure + own.normal - own.noise
        step: Step = np.linalg.solve(told, aim).tolist()
        placement = placement.then(*step)
        if reach(step, levels[-1]) < _DONE:
            return placement, Doubt.of(sure)
    # It has not come to rest: it may go on for as long as it went.
    return placement, Doubt.of(sure).or_by(np.multiply(_ROUNDS, step))


def agreement(level: Level, placement: Placement) -> tuple[Floats, Floats]:
    """For each block of the picture before how well its content agrees, 0 to 1, and the weight of that.

    The weight is 0 for a block that is flat in both pictures. Where the picture after does not reach nothing agrees.
    """
    weight = compared(level, placement)
    after = warped(level.after, placement, level.size)
    own, other, wanted = (
        blocks(plane, BLOCK) for plane in (level.before**2 * level.weight, after**2 * weight, level.weight)
    )
    alike = blocks(level.before * after * weight, BLOCK) / np.sqrt(own * other + 1e-6)
    says = (np.maximum(own, other) > _TEXTURE * wanted) & (wanted > _LEAST_SHARE)
    return np.clip((alike - 0.3) / 0.4, 0, 1), np.where(says, wanted, 0)


def score_of(level: Level, placement: Placement) -> float:
    """How sure `placement` is: the share of the textured content that agrees under it; 0 where there is none."""
    agrees, weight = agreement(level, placement)
    total = float(weight.sum())
    return float((agrees * weight).sum()) / total if total else 0.0


def contrast_of(level: Level, placement: Placement) -> float:
    """What the picture after is to be multiplied with where its content agrees; 1 where that cannot be told."""
    equations = _equations(level, placement, _trust(level, placement), _LEAST_SLACK)
    return 1.0 if equations is None else equations.contrast


def _trust(level: Level, placement: Placement) -> Floats:
    """The weight of each pixel: of what is compared, the blocks whose content agrees; all if hardly any does."""
    agrees, weight = agreement(level, placement)
    within = compared(level, placement)
    if float((agrees * weight).sum()) < 0.1 * float(weight.sum()):
        return within
    return within * spread(agrees, level.before.shape)


def compared(level: Level, placement: Placement) -> Floats:
    """The weight of the level where both pictures are."""
    height, width = level.before.shape
    edge = min(_EDGE, height // 4, width // 4)
    source = level.after.shape[1], level.after.shape[0]
    left, top, right, bottom = placement.covered(level.size, source, edge)
    rows, columns = slice(max(top, edge), min(bottom, height - edge)), slice(max(left, edge), min(right, width - edge))
    weight = np.zeros_like(level.weight)
    weight[rows, columns] = level.weight[rows, columns]
    return weight


def _step(level: Level, placement: Placement, trust: Floats, slack: float) -> Step:
    """One step of least squares. The contrast of the picture after is found too, so that a tint does not bend it."""
    equations = _equations(level, placement, trust, slack)
    if equations is None:
        return 0.0, 0.0, 0.0, 0.0
    found = _least_squares(equations.columns, equations.residue, equations.weight)
    width, height = level.size
    limits = np.array([2 * _REACH / width, 2 * _REACH / height, _REACH / width, _REACH / height])
    stretch_x, stretch_y, shift_x, shift_y = np.clip(found[:4] / equations.contrast, -limits, limits).tolist()
    return stretch_x, stretch_y, shift_x, shift_y


def _expected(level: Level, placement: Placement) -> tuple[Floats, Floats]:
    """What is likely before anything is told, as `_told` gives it: little is left, and nothing is nearly stretched."""
    told, aim = np.eye(4) / LIKELY**2, np.zeros(4)
    (height, width), (rows, columns) = level.before.shape, level.after.shape
    stretched = placement.scale_y * rows / height / (placement.scale_x * columns / width) - 1
    if abs(stretched) < _STRETCHED:
        apart = np.array([1.0, -1.0, 0.0, 0.0])
        told, aim = told + np.outer(apart, apart) / _EVEN**2, aim + apart * stretched / _EVEN**2
    return told, aim


def _told(level: Level, placement: Placement, trust: Floats, slack: float) -> _Told | None:
    """What a level tells of a step. The contrast, which each level has for itself, is eliminated."""
    equations = _equations(level, placement, trust, slack)
    if equations is None:
        return None
    weighted = (equations.columns * equations.weight).astype(np.float64)
    normal, aim = weighted @ equations.columns.T, weighted @ equations.residue
    noise = max(float(equations.weight @ equations.residue**2) / max(float(equations.weight.sum()), 1e-6), 0.05)
    by_contrast = normal[:4, 4] / max(normal[4, 4], 1e-9)
    kept = equations.contrast**2 * (normal[:4, :4] - np.outer(by_contrast, normal[4, :4]))
    unit = _ALIKE * noise
    return _Told(kept / unit, equations.contrast * (aim[:4] - by_contrast * aim[4]) / unit, _of_noise(level, equations))


def _of_noise(level: Level, equations: _Equations) -> Floats:
    """The part of a normal matrix that is made of the slopes of noise, which tell nothing: it looks like content."""
    made = np.zeros((4, 4))
    for axis, (away, side) in enumerate(zip(equations.away, level.size, strict=True)):
        both = np.stack([away, np.ones_like(away)])
        made[axis::2, axis::2] = (both * equations.weight) @ both.T * (side * side * _NOISE_SLOPE / _ALIKE)
    return made


def _equations(level: Level, placement: Placement, trust: Floats, slack: float) -> _Equations | None:
    """Of the pixels that tell where they are; None where hardly any does."""
    width, height = level.size
    after = warped(level.after, placement, level.size)
    between = (level.before + after) / 2
    down, right = _slope(between, 0), _slope(between, 1)
    steep = right * right + down * down
    usual = float((steep * trust).sum()) / max(float(trust.sum()), 1.0)
    chosen = np.flatnonzero((trust > 0.05) & (steep > _STEEP * max(usual, 1e-6)))
    if chosen.size < 16:
        return None
    rows, columns = np.divmod(chosen, width)
    before, after = level.before.ravel()[chosen], after.ravel()[chosen]
    right, down = right.ravel()[chosen] * width, down.ravel()[chosen] * height
    across, along = ((columns + 0.5) / width - 0.5).astype(np.float32), ((rows + 0.5) / height - 0.5).astype(np.float32)
    contrast = _contrast(before, after)
    residue = before - contrast * after
    weight = trust.ravel()[chosen] * _tukey(residue, slack * np.sqrt(steep.ravel()[chosen]))
    slopes = np.stack([right * across, down * along, right, down, after])
    return _Equations(slopes, residue, weight, max(contrast, 0.2), np.stack([across, along]))


def reach(step: Step, level: Level) -> float:
    """The furthest that `step` moves anything, in pixels of the level."""
    across = abs(step[2]) + abs(step[0]) / 2
    along = abs(step[3]) + abs(step[1]) / 2
    return max(across * level.size[0], along * level.size[1])


def _slope(plane: Floats, axis: int) -> Floats:
    """Central differences; 0 at the two edges."""
    slope = np.zeros_like(plane)
    if axis:
        slope[:, 1:-1] = (plane[:, 2:] - plane[:, :-2]) / 2
    else:
        slope[1:-1] = (plane[2:] - plane[:-2]) / 2
    return slope


def _contrast(before: Floats, after: Floats) -> float:
    """What `after` is to be multiplied with; medians, so that what was painted in has no part in it."""
    own, other = float(np.median(np.abs(before))), float(np.median(np.abs(after)))
    return float(np.clip(own / other, 0.5, 2.0)) if other > 1e-3 else 1.0


def _tukey(residue: Floats, tolerated: Floats) -> Floats:
    """Weights 1 to 0: 0 beyond `_CUT` times the noise and what is tolerated."""
    noise = max(1.4826 * float(np.median(np.abs(residue))), _LEAST_NOISE)
    apart = residue * residue / (_CUT * _CUT * (noise * noise + tolerated * tolerated))
    weight: Floats = np.clip(1 - apart, 0, 1) ** 2
    return weight


def _least_squares(columns: Floats, target: Floats, weight: Floats) -> Floats:
    """The factors of `columns` (unknowns × n) that make up `target`, n weights; what cannot be told stays near 0."""
    weighted = columns * weight
    normal = (weighted @ columns.T).astype(np.float64)
    normal += np.eye(len(normal)) * (1e-4 * np.diag(normal) + 1e-6 * normal.diagonal().max() + 1e-9)
    found: Floats = np.linalg.solve(normal, (weighted @ target).astype(np.float64))
    return found
