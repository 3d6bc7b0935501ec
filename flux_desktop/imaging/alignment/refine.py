"""A placement made exact: Lucas–Kanade with robust weights, and how well the content agrees under it."""

from __future__ import annotations

import numpy as np

from flux_desktop.imaging.alignment.placement import Placement
from flux_desktop.imaging.alignment.planes import Level, blocks, spread, warped
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["agreement", "refined", "score_of"]

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


def refined(level: Level, placement: Placement, rounds: int, slack: float) -> Placement:
    """`placement` brought nearer to the truth by at most that many rounds of least squares.

    `slack` is how far off, in pixels of the level, it may still be: edges may differ by so much and are content yet.
    """
    trust = _trust(level, placement)
    for _ in range(rounds):
        step = _step(level, placement, trust, slack)
        placement = placement.then(*step)
        if _reach(step, level) < _DONE:
            break
        slack = max(slack / 2, _LEAST_SLACK)
    return placement


def agreement(level: Level, placement: Placement) -> tuple[Floats, Floats]:
    """For each block of the picture before how well its content agrees, 0 to 1, and the weight of that.

    The weight is 0 for a block that is flat in both pictures. Where the picture after does not reach nothing agrees.
    """
    weight = _compared(level, placement)
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


def _trust(level: Level, placement: Placement) -> Floats:
    """The weight of each pixel: of what is compared, the blocks whose content agrees; all if hardly any does."""
    agrees, weight = agreement(level, placement)
    compared = _compared(level, placement)
    if float((agrees * weight).sum()) < 0.1 * float(weight.sum()):
        return compared
    return compared * spread(agrees, level.before.shape)


def _compared(level: Level, placement: Placement) -> Floats:
    """The weight of the level where both pictures are."""
    height, width = level.before.shape
    edge = min(_EDGE, height // 4, width // 4)
    source = level.after.shape[1], level.after.shape[0]
    left, top, right, bottom = placement.covered(level.size, source, edge)
    rows, columns = slice(max(top, edge), min(bottom, height - edge)), slice(max(left, edge), min(right, width - edge))
    weight = np.zeros_like(level.weight)
    weight[rows, columns] = level.weight[rows, columns]
    return weight


def _step(level: Level, placement: Placement, trust: Floats, slack: float) -> tuple[float, float, float, float]:
    """One step of least squares: stretch and shift across and along, in fractions of the frame, as `then` takes them.

    The contrast of the picture after is found with them, so that a tint does not bend them.
    """
    width, height = level.size
    after = warped(level.after, placement, level.size)
    between = (level.before + after) / 2
    down, right = _slope(between, 0), _slope(between, 1)
    steep = right * right + down * down
    usual = float((steep * trust).sum()) / max(float(trust.sum()), 1.0)
    chosen = np.flatnonzero((trust > 0.05) & (steep > _STEEP * max(usual, 1e-6)))
    if chosen.size < 16:
        return 0.0, 0.0, 0.0, 0.0
    rows, columns = np.divmod(chosen, width)
    before, after = level.before.ravel()[chosen], after.ravel()[chosen]
    right, down = right.ravel()[chosen] * width, down.ravel()[chosen] * height
    across, along = ((columns + 0.5) / width - 0.5).astype(np.float32), ((rows + 0.5) / height - 0.5).astype(np.float32)
    contrast = _contrast(before, after)
    residue = before - contrast * after
    weight = trust.ravel()[chosen] * _tukey(residue, slack * np.sqrt(steep.ravel()[chosen]))
    found = _least_squares(np.stack([right * across, down * along, right, down, after]), residue, weight)
    limits = np.array([2 * _REACH / width, 2 * _REACH / height, _REACH / width, _REACH / height])
    stretch_x, stretch_y, shift_x, shift_y = np.clip(found[:4] / max(contrast, 0.2), -limits, limits).tolist()
    return stretch_x, stretch_y, shift_x, shift_y


def _reach(step: tuple[float, float, float, float], level: Level) -> float:
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
