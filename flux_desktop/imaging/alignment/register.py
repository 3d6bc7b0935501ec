"""Where the content of a picture went, from a first guess to hundredths of a pixel."""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image

from flux_desktop.imaging.alignment.doubt import Doubt, Places
from flux_desktop.imaging.alignment.placement import Placement, stretch
from flux_desktop.imaging.alignment.planes import LEAST_SIDE, detail_levels
from flux_desktop.imaging.alignment.refine import balanced, refined, score_of
from flux_desktop.imaging.alignment.search import guesses
from flux_desktop.imaging.alignment.valley import lowest
from flux_desktop.imaging.effects.arrays import Floats, resize_plane

__all__ = ["Located", "located", "register"]

_COARSE_PIXELS = 8_000
"""Where the search begins."""
_GUESSES = 3
_VAGUE = 0.00015
"""Of the frame: a place that is told less exactly is looked for further off too."""


class Located(NamedTuple):
    """Where a picture lies on another one.

    `score` is the share of the compared content that agrees, 0 where nothing can be said. `doubt` is how far off it
    may be: content may agree wherever it lies.
    """

    placement: Placement
    score: float
    doubt: Doubt


def register(before: Image.Image, after: Image.Image, compared: Floats) -> tuple[Placement, float]:
    """Where `after` lies on `before`, and how sure that is: 0 where nothing can be said. As `located` takes them."""
    placement, score, _ = located(before, after, compared)
    return placement, score


def located(before: Image.Image, after: Image.Image, compared: Floats) -> Located:
    """Where `after` lies on `before`.

    Both are RGB, reduced to about the same number of pixels. `compared` is a plane of any size, 0 to 1, over the frame
    of `before`: what may be compared.
    """
    if min(*before.size, *after.size) < LEAST_SIDE:
        return Located(stretch(), 0.0, Doubt.total())
    levels = detail_levels(before, after, resize_plane(compared, *before.size), _COARSE_PIXELS)
    likely = guesses(levels[0], before.size, after.size, _GUESSES)
    tried = [refined(levels[0], guess, rounds=4, slack=1.0) for guess in likely]
    if len(levels) > 2:  # what looks alike from afar seldom does from nearer
        tried = [refined(levels[1], guess, rounds=4, slack=0.5) for guess in tried]
    judge = levels[min(1, len(levels) - 1)]
    placement = max(tried, key=lambda placement: score_of(judge, placement))
    for level in levels[1:]:
        placement = refined(level, placement, rounds=2 if level is levels[-1] else 4, slack=0.5)
    placement, doubt = balanced(levels, placement)
    judge = levels[max(-2, -len(levels))]  # not the finest: grain and compression are no content
    score = score_of(judge, placement)
    if score and doubt.at(Places.corners(), before.size) > _VAGUE * max(before.size):
        placement, doubt = lowest(levels, placement, doubt)
        score = score_of(judge, placement)
    return Located(placement, score, doubt)
