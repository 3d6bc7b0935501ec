"""Where the content of a picture went, from a first guess to hundredths of a pixel."""

from __future__ import annotations

from PIL import Image

from flux_desktop.imaging.alignment.placement import Placement, stretch
from flux_desktop.imaging.alignment.planes import LEAST_SIDE, detail_levels
from flux_desktop.imaging.alignment.refine import refined, score_of
from flux_desktop.imaging.alignment.search import guesses
from flux_desktop.imaging.effects.arrays import Floats, resize_plane

__all__ = ["register"]

_COARSE_PIXELS = 8_000
"""Where the search begins."""
_GUESSES = 3


def register(before: Image.Image, after: Image.Image, compared: Floats) -> tuple[Placement, float]:
    """Where `after` lies on `before`, and how sure that is: 0 where nothing can be said.

    Both are RGB, reduced to about the same number of pixels. `compared` is a plane of any size, 0 to 1, over the frame
    of `before`: what may be compared.
    """
    if min(*before.size, *after.size) < LEAST_SIDE:
        return stretch(), 0.0
    coarsest, *finer = detail_levels(before, after, resize_plane(compared, *before.size), _COARSE_PIXELS)
    likely = guesses(coarsest, before.size, after.size, _GUESSES)
    tried = [refined(coarsest, guess, rounds=4, slack=1.0) for guess in likely]
    placement = max(tried, key=lambda placement: score_of(coarsest, placement))
    for level in finer:
        placement = refined(level, placement, rounds=2 if level is finer[-1] else 4, slack=0.5)
    # Not the finest level: grain and compression are no content.
    judge = finer[-2] if len(finer) > 1 else coarsest
    return placement, score_of(judge, placement)
