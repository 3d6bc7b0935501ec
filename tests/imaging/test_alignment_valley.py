"""Where content lies along a cable: down its valley, and in the next one."""

from __future__ import annotations

import numpy as np
import pytest

from flux_desktop.imaging.alignment.doubt import Places
from flux_desktop.imaging.alignment.placement import Placement, stretch
from flux_desktop.imaging.alignment.planes import Level, detail_levels, reduced
from flux_desktop.imaging.alignment.refine import balanced
from flux_desktop.imaging.alignment.valley import lowest
from tests.imaging.skies import cables

SIZE = (680, 510)


def levels(joints: int) -> list[Level]:
    """Of two pictures that lie on each other and have only the cables in common."""
    before, after = (reduced(cables(joints, grain), SIZE) for grain in (1, 2))
    return detail_levels(before, after, np.ones(SIZE[::-1], np.float32), 8000)


def moved_along(pixels: float) -> Placement:
    """As far along the cables."""
    return stretch().then(0.0, 0.0, 0.59 * pixels / SIZE[0], 0.807 * pixels / SIZE[1])


def off(placement: Placement) -> float:
    """How far the middle of the picture is off, in pixels."""
    across, along = placement.scale_x / 2 + placement.left - 0.5, placement.scale_y / 2 + placement.top - 0.5
    return float(np.hypot(across * SIZE[0], along * SIZE[1]))


def test_it_goes_on_until_it_is_at_rest() -> None:
    """Along a cable one round goes only part of the way, and as far as it would go on it is in doubt."""
    found, doubt = balanced(levels(1), moved_along(1))
    assert off(found) < 0.05
    assert doubt.at(Places.corners(), SIZE) < 0.2


@pytest.mark.parametrize("begun", [-30.0, 30.0, -45.0], ids=["up", "down", "two valleys up"])
def test_the_next_valley_is_found(begun: float) -> None:
    planes = levels(3)
    held_up, doubt = balanced(planes, moved_along(begun))
    assert off(held_up) > 20
    found, _ = lowest(planes, held_up, doubt)
    assert off(found) < 0.1
