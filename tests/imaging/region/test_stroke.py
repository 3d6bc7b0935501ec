"""The brush, against the distance of each pixel from the line that was drawn."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.region.stroke import Stroke, stroke
from tests.imaging.region.masks import same, whole_plane

Points = list[tuple[float, float]]
SIZE = (64, 48)
ways = st.lists(st.tuples(st.floats(-20, 84), st.floats(-20, 68)), min_size=1, max_size=5)


def distances(points: Points) -> NDArray[np.float64]:
    """From the middle of each pixel of `SIZE` to the nearest place of the line."""
    x, y = np.arange(SIZE[0])[None, :] + 0.5, np.arange(SIZE[1])[:, None] + 0.5
    nearest: NDArray[np.float64] = np.hypot(x - points[0][0], y - points[0][1])
    for (x1, y1), (x2, y2) in pairwise(points):
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        along = np.clip(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0, 1) if length else 0.0
        nearest = np.minimum(nearest, np.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    return nearest


@settings(max_examples=25, deadline=None)
@given(ways, st.floats(1, 60), st.floats(0, 1))
def test_a_stroke_is_full_near_its_line_and_nothing_beyond_its_radius(
    points: Points, diameter: float, hardness: float
) -> None:
    seen, away = whole_plane(stroke(SIZE, points, diameter, hardness)), distances(points)
    radius, slack = diameter / 2, 0.25  # a quarter: the grid of dabs, and what lies between two
    assert not seen[away > max(radius, min(radius * hardness, radius - 0.5) + 1) + slack].any()
    assert (seen[away < min(radius * hardness, radius - 0.5) - slack] > 250).all()


@settings(max_examples=20, deadline=None)
@given(ways, st.floats(8, 60), st.floats(0, 0.8))
def test_between_them_it_falls_smoothly(points: Points, diameter: float, hardness: float) -> None:
    seen, away = whole_plane(stroke(SIZE, points, diameter, hardness)), distances(points)
    radius = diameter / 2
    full, rim = min(radius * hardness, radius - 0.5), max(radius, radius * hardness + 1)
    inward = np.clip((rim - away) / (rim - full), 0, 1)
    expected = 255 * inward * inward * (3 - 2 * inward)
    slack = 255 * 1.5 / (rim - full) * 0.25
    assert np.abs(seen - expected).max() <= slack + 1


def test_the_hardest_brush_has_a_smooth_rim() -> None:
    seen = whole_plane(stroke(SIZE, [(30.0, 20.0)], 21, 1))
    assert ((seen > 0) & (seen < 255)).sum() > 30
    assert seen.sum() / 255 == pytest.approx(math.pi * 10.5**2, rel=0.02)


@settings(max_examples=20, deadline=None)
@given(ways, st.floats(1, 60), st.floats(0, 1))
def test_what_changed_lies_in_the_box_that_is_told(points: Points, diameter: float, hardness: float) -> None:
    drawn, before = Stroke(SIZE, diameter, hardness), np.zeros((SIZE[1], SIZE[0]), np.uint8)
    for x, y in points:
        changed = drawn.to(x, y)
        now = drawn.part(Box(0, 0, *SIZE)).copy()
        rows, columns = np.nonzero(now != before)
        assert (now >= before).all()
        for row, column in zip(rows, columns, strict=True):
            assert changed.left <= column < changed.right
            assert changed.top <= row < changed.bottom
        assert drawn.box.intersected(changed) == changed or changed.is_empty
        before = now
    assert same(drawn.mask(), stroke(SIZE, points, diameter, hardness))


def test_a_stroke_beyond_the_picture_changes_nothing() -> None:
    drawn = Stroke(SIZE, 10)
    assert drawn.to(-30, -30).is_empty
    assert drawn.box.is_empty
    assert drawn.mask().is_empty
    assert stroke(SIZE, [], 10).is_empty


def test_a_mask_stays_as_it_was_when_the_stroke_goes_on() -> None:
    drawn = Stroke(SIZE, 10)
    drawn.to(20, 20)
    first = drawn.mask()
    drawn.to(22, 20)
    assert same(first, stroke(SIZE, [(20.0, 20.0)], 10))


def test_a_large_brush_on_a_large_picture_works_on_what_it_touches_only() -> None:
    drawn = Stroke((32_767, 15_000), 500, 0.5)
    assert (drawn.to(16_000, 8_000).width, drawn.to(16_003, 8_002).width) <= (520, 520)
