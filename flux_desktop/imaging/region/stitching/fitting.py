"""What a model did to a part beside what was asked for: where its content lies now, and how its colours drifted."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from flux_desktop.core.region import Finish, Size
from flux_desktop.imaging.alignment import Placement
from flux_desktop.imaging.alignment.doubt import Places
from flux_desktop.imaging.alignment.placement import centred, stretch
from flux_desktop.imaging.alignment.placement import fit as fitted
from flux_desktop.imaging.alignment.planes import pixels_within, reduced
from flux_desktop.imaging.alignment.register import Located, located
from flux_desktop.imaging.effects.arrays import Bytes, Floats, box, resize_plane
from flux_desktop.imaging.region.stitching.colours import ColourMatch, colour_match

__all__ = ["SURE", "Fit", "fit"]

SURE = 0.3
"""With a lower score the content is left where it came back, and may be placed by hand."""

_WORKING_PIXELS = 400_000
"""Both pictures are reduced to this first: finer is slower and no surer."""
_ERROR = 0.17
"""Pixels of what was sent: an edge whose place is told less exactly is less sure, by the square of it."""
_FURTHEST, _MOST_SCALED = 0.08, 0.08
"""What moved by more of the frame, or grew by more, is a mistake rather than a model's drift."""
_CUT_TO = 16
"""Pixels: what came back smaller by less than this was cut to whole multiples, not made smaller."""
_MIXED = 4
"""Working pixels around the mask in which the new content has a part in what is compared."""
_LEAST_RING = 0.02
"""Of the frame: from less nothing is told."""
_NEAR = 0.15
"""Of the frame's sides: content of the ring so near to the mask counts most."""


@dataclass(frozen=True, eq=False)
class Fit:
    """How what came back lies on what was sent; measured once, on the ring around the mask.

    `measured` is where it lies as far as that can be told, `plain` what its size alone says, `score` how sure the
    former is, 0 to 1. `colours` takes its colours to those of the ring.
    """

    sent: Size
    size: Size
    plain: Placement
    measured: Placement
    score: float
    colours: ColourMatch = field(repr=False)

    @property
    def is_sure(self) -> bool:
        """Whether what was measured is used; else the user is to look, and may move the result by hand."""
        return self.score >= SURE

    @property
    def moved(self) -> tuple[float, float, float]:
        """How far the content went right and down, in pixels of what was sent, and its scale; (0, 0, 1) if not sure."""
        return self.measured.moved(self.sent, self.size) if self.is_sure else (0.0, 0.0, 1.0)

    def placement(self, finish: Finish) -> Placement:
        return self.measured if finish.align and self.is_sure else self.plain


def fit(part: Image.Image, raw: Image.Image, mask: Bytes) -> Fit:
    """Measure `raw`, of any size, RGB or RGBA, against the `part` that was sent, where its `mask` is 0.

    The mask is height × width of the part, 0…255. With nothing around it, or only flat colour, the score is 0.
    """
    plain = _plain(part.size, raw.size)
    working = min(_WORKING_PIXELS, part.width * part.height, raw.width * raw.height)
    before, after = (reduced(image, pixels_within(image.size, working)) for image in (part, raw))
    ring = _ring(mask, before.size)
    if float(ring.mean()) < _LEAST_RING:
        return Fit(part.size, raw.size, plain, plain, 0.0, ColourMatch.none())
    found = located(before, after, ring * _nearness(ring))
    score = _score(found, plain, part.size, _edge(mask))
    measured = found.placement if score > 0 else plain
    colours = colour_match(before, after, measured if score >= SURE else plain, ring)
    return Fit(part.size, raw.size, plain, measured, score, colours)


def _plain(sent: Size, size: Size) -> Placement:
    """What the size of an answer says: cut out of the middle where hardly anything is missing, else fitted into it."""
    if sent == size:
        return stretch()
    if all(0 <= was - now < _CUT_TO for was, now in zip(sent, size, strict=True)):
        return centred(sent[0] / size[0], sent[1] / size[1])
    return fitted(sent, size, cover=True)


def _ring(mask: Bytes, size: Size) -> Floats:
    """1 where the picture was to stay, 0 at the mask and what lies next to it, in `size`."""
    touched = (resize_plane((mask > 0).astype(np.float32), *size) > 0).astype(np.float32)
    ring: Floats = (box(touched, _MIXED) < 1e-3).astype(np.float32)
    return ring if float(ring.mean()) >= _LEAST_RING else 1 - touched


def _nearness(ring: Floats) -> Floats:
    """1 next to the mask, falling to a quarter: models move things by different amounts in different places."""
    height, width = ring.shape
    small = resize_plane(1 - ring, max(1, width // 16), max(1, height // 16))
    reach = max(1, round(_NEAR * max(small.shape)))
    near = resize_plane(box(small, reach), width, height)
    nearness: Floats = 0.25 + 0.75 * near / max(float(near.max()), 1e-6)
    return nearness


def _edge(mask: Bytes) -> Places:
    """Where the result is seen beside the picture: what the mask covers next to what it does not."""
    inside = np.pad(mask > 0, 1, mode="edge")
    within = inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
    rows, columns = np.nonzero(inside[1:-1, 1:-1] & ~within)
    height, width = mask.shape
    return Places((columns + 0.5) / width, (rows + 0.5) / height)


def _score(found: Located, plain: Placement, sent: Size, edge: Places) -> float:
    """How far the content agrees, less where the place of the mask's edge is told vaguely; 0 for a place that no model
    moves things to.
    """
    place = found.placement
    across, along = place.scale_x / plain.scale_x, place.scale_y / plain.scale_y
    right = (place.left + place.scale_x / 2 - plain.left - plain.scale_x / 2) / plain.scale_x
    down = (place.top + place.scale_y / 2 - plain.top - plain.scale_y / 2) / plain.scale_y
    if max(abs(right), abs(down)) > _FURTHEST or max(abs(across - 1), abs(along - 1)) > _MOST_SCALED:
        return 0.0
    return found.score * min(1.0, _ERROR / max(found.doubt.at(edge, sent), 1e-6)) ** 2
