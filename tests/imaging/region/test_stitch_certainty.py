"""What is sure of its place is in its place, and what is told at the mask's edge is sure whatever is beyond."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.region import Crop
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.cut import cut, cut_mask
from flux_desktop.imaging.region.stitching import Fit, fit
from tests.imaging.region.seams import blob
from tests.imaging.skies import SIZE, cables, corner
from tests.simulators.model_behaviour import Behaviour, answer

CROP: Crop = (0, 0, *SIZE)
LIMIT = 0.3
"""Pixels."""
DRIFTS = [
    Behaviour(shift=(6, -8), scale=1.008, tint=2),
    Behaviour(shift=(-9, 7), scale=0.985, tint=3),
    Behaviour(shift=(11, 13), scale=1.02, tint=2, resized=0.75),
]


def fitted(picture: Image.Image, middle: tuple[float, float], radius: float, behaviour: Behaviour) -> tuple[Fit, float]:
    """The fit of what comes back, and how far off it is at the worst place of the mask's edge, in pixels."""
    master, mask = Master(np.asarray(picture), "RGB"), blob(SIZE, middle, radius)
    part, sent_mask = cut(master, CROP, SIZE).convert("RGB"), cut_mask(mask, CROP, SIZE)
    raw = answer(part, sent_mask, behaviour)
    found, truth = fit(part, raw, sent_mask), behaviour.truth(SIZE)
    rows, columns = np.nonzero(sent_mask)
    place = found.measured
    wide, high = raw.width / SIZE[0], raw.height / SIZE[1]
    across = (place.scale_x * wide - truth.scale_x) * columns + place.left * raw.width - truth.left
    along = (place.scale_y * high - truth.scale_y) * rows + place.top * raw.height - truth.top
    return found, float(np.hypot(across, along).max())


@pytest.mark.parametrize("behaviour", DRIFTS)
def test_content_beside_the_mask_is_enough(behaviour: Behaviour) -> None:
    """What it leaves open, how large the rest of the frame is, is not seen at the mask's edge."""
    found, off = fitted(corner(), (130, 120), 30, behaviour)
    assert found.is_sure
    assert off < LIMIT


@pytest.mark.parametrize("behaviour", DRIFTS)
def test_content_far_from_the_mask_is_not_enough(behaviour: Behaviour) -> None:
    found, _ = fitted(corner(), (860, 620), 30, behaviour)
    assert not found.is_sure


@pytest.mark.parametrize(
    ("joints", "middle", "behaviour"),
    [
        (2, (520, 300), DRIFTS[1]),
        (2, (600, 250), Behaviour(shift=(-4, -12), scale=1.012, tint=2)),
        (1, (520, 300), Behaviour(shift=(13, -14), scale=0.975, tint=2, elsewhere=0.05, seed=4)),
    ],
)
def test_the_place_along_a_cable_is_found(joints: int, middle: tuple[float, float], behaviour: Behaviour) -> None:
    found, off = fitted(cables(joints), middle, 95, behaviour)
    assert found.is_sure
    assert off < LIMIT


@pytest.mark.parametrize("behaviour", [*DRIFTS, Behaviour(shift=(3, 14), scale=0.99, tint=2, elsewhere=0.05)])
def test_a_bare_cable_is_sure_of_no_wrong_place(behaviour: Behaviour) -> None:
    """Only its grain says where it is along itself; a codec may have left enough of that, or not."""
    found, off = fitted(cables(0), (520, 300), 95, behaviour)
    assert not found.is_sure or off < LIMIT
