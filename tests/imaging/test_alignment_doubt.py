"""How far off a placement may be, at each place."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.alignment import refine
from flux_desktop.imaging.alignment.doubt import LIKELY, Doubt, Places
from flux_desktop.imaging.alignment.placement import stretch
from flux_desktop.imaging.alignment.planes import detail_levels
from flux_desktop.imaging.alignment.refine import balanced
from flux_desktop.resources import resource

SIZE = (400, 200)
MIDDLE = Places(np.array([0.5]), np.array([0.5]))


def test_what_is_told_of_nothing_is_as_far_off_as_is_likely() -> None:
    doubt = Doubt.of(np.zeros((4, 4)))
    assert doubt.at(MIDDLE, SIZE) == pytest.approx(LIKELY * np.hypot(*SIZE))


def test_a_stretch_moves_the_corners_and_leaves_the_middle() -> None:
    doubt = Doubt(np.diag([0.01**2, 0.0, 0.0, 0.0]))
    assert doubt.at(MIDDLE, SIZE) == 0
    assert doubt.at(Places.corners(), SIZE) == pytest.approx(0.01 / 2 * SIZE[0])


def test_a_stretch_about_another_place_leaves_that() -> None:
    about = np.array([0.01, 0.0, 0.01 * 0.4, 0.0])  # (u - 0.5) * 0.01 + 0.004 is 0 at 0.1
    doubt = Doubt(np.outer(about, about))
    assert doubt.at(Places(np.array([0.1]), np.array([0.7])), SIZE) == pytest.approx(0, abs=1e-6)
    assert doubt.at(Places(np.array([0.1, 0.6]), np.array([0.7, 0.7])), SIZE) == pytest.approx(0.005 * SIZE[0])


def test_the_vaguest_direction_comes_first() -> None:
    directions = Doubt(np.diag([1.0, 4.0, 2.0, 3.0])).vaguest(2)
    assert np.abs(directions) == pytest.approx(np.eye(4)[[1, 3]])


def test_what_has_not_come_to_rest_may_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with Image.open(resource("sample.jpg")) as sample:
        before = sample.convert("RGB").crop((340, 300, 740, 600))
    levels = detail_levels(before, before, np.ones((300, 400), np.float32), 8000)
    aside = stretch().then(0.0, 0.0, 0.5 / 400, 0.0)
    _, doubt = balanced(levels, aside)
    monkeypatch.setattr(refine, "_ROUNDS", 1)
    _, moving = balanced(levels, aside)
    assert doubt.at(MIDDLE, before.size) < 0.05
    assert moving.at(MIDDLE, before.size) > 0.2
