"""Where else content may lie: along what is told only vaguely, as the places along a cable or a beam are.

Least squares find the nearest valley and its lowest place but slowly, or are held up in a dent of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from flux_desktop.imaging.alignment.doubt import Doubt
from flux_desktop.imaging.alignment.placement import Placement, Size
from flux_desktop.imaging.alignment.planes import Level, warped
from flux_desktop.imaging.alignment.refine import balanced, compared, contrast_of, reach, refined
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["lowest"]

_FAR = 0.04
"""Of the frame: so far a vague place is looked for to either side."""
_TRIED = 6
"""Places that are refined."""
_APART = 2
"""Steps: what is nearer to a better place leads to the same."""
_WALKS = 3
"""At most: from a better place, further ones are in reach."""
_OTHER = 3.0
"""In standard deviations of the noise: what differs more is other content, and as wrong as it can be."""
_LEAST_NOISE = 0.5


class _Scale(NamedTuple):
    """What the picture after is to be multiplied with, and the standard deviation of the noise."""

    contrast: float
    noise: float


def lowest(levels: Sequence[Level], placement: Placement, doubt: Doubt) -> tuple[Placement, Doubt]:
    """`placement`, or a better one in the two directions in which it is told the least; and how far off that may be."""
    coarse, judge = levels[min(1, len(levels) - 1)], levels[max(-2, -len(levels))]
    for _ in range(_WALKS):
        scale = _scale(judge, placement)
        likely = [_nearer(levels, guess) for guess in _walked(coarse, placement, doubt)]
        found = balanced(levels, min(likely, key=lambda guess: _misfit(judge, guess, scale)))
        if _misfit(judge, found[0], scale) >= _misfit(judge, placement, scale):
            break
        been, (placement, doubt) = placement, found
        if _apart(placement, been, coarse.size) < 1:
            break
    return placement, doubt


def _walked(level: Level, placement: Placement, doubt: Doubt) -> list[Placement]:
    """The best places of a grid, a pixel of the level wide, along the two vaguest directions."""
    first, second = (way / reach(way.tolist(), level) for way in doubt.vaguest(2))
    steps, scale = round(_FAR * max(level.size)), _scale(level, placement)
    grid = [(i, j) for i in range(-steps, steps + 1) for j in range(-steps, steps + 1)]
    places = {at: placement.then(*(at[0] * first + at[1] * second)) for at in grid}
    wrong = {at: _misfit(level, place, scale) for at, place in places.items()}
    chosen: list[tuple[int, int]] = []
    for at in sorted(grid, key=wrong.__getitem__):
        if all(max(abs(at[0] - one[0]), abs(at[1] - one[1])) > _APART for one in chosen):
            chosen.append(at)
        if len(chosen) == _TRIED:
            break
    return [places[at] for at in chosen]


def _apart(one: Placement, other: Placement, size: Size) -> float:
    """The furthest that anything lies apart under two placements, in pixels of a picture of that size."""
    first, last = one.left - other.left, one.left + one.scale_x - other.left - other.scale_x
    upper, lower = one.top - other.top, one.top + one.scale_y - other.top - other.scale_y
    return max(max(abs(first), abs(last)) * size[0], max(abs(upper), abs(lower)) * size[1])


def _nearer(levels: Sequence[Level], guess: Placement) -> Placement:
    for level in levels[1:]:
        guess = refined(level, guess, rounds=4, slack=0.5)
    return guess


def _misfit(level: Level, placement: Placement, scale: _Scale) -> float:
    """How much of what is compared is other content, 0 to 1."""
    weight = compared(level, placement)
    total = float(weight.sum())
    left = _left(level, placement, scale.contrast) / (_OTHER * scale.noise)
    return float((weight * np.minimum(left * left, 1)).sum()) / total if total else 1.0


def _scale(level: Level, placement: Placement) -> _Scale:
    contrast = contrast_of(level, placement)
    left = np.abs(_left(level, placement, contrast)[compared(level, placement) > 0])
    return _Scale(contrast, max(1.4826 * float(np.median(left)), _LEAST_NOISE) if left.size else _LEAST_NOISE)


def _left(level: Level, placement: Placement, contrast: float) -> Floats:
    """What the pictures differ by."""
    left: Floats = level.before - np.float32(contrast) * warped(level.after, placement, level.size)
    return left
