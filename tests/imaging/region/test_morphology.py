"""Growing, shrinking and feathering, against plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.morphology import feathered, grown
from flux_desktop.imaging.region.shapes import ellipse, inverted, rectangle
from tests.imaging.region.masks import SIZE, masks, same, whole_plane

LARGE = (900, 700)


def dilated(plane: NDArray[np.int64], radius: int) -> NDArray[np.int64]:
    """The most within `radius` (to the far side of the last pixel), by moving the plane to each place of the disc."""
    height, width = plane.shape
    padded, most = np.pad(plane, radius), plane.copy()
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            if dx * dx + dy * dy <= (radius + 0.5) ** 2:
                moved = padded[radius + dy : radius + dy + height, radius + dx : radius + dx + width]
                most = np.maximum(most, moved)
    return most


def disc(
    radius: float, size: tuple[int, int] = LARGE, middle: tuple[float, float] = (451.5, 350.5)
) -> NDArray[np.bool_]:
    x, y = np.arange(size[0])[None, :] + 0.5 - middle[0], np.arange(size[1])[:, None] + 0.5 - middle[1]
    inside: NDArray[np.bool_] = np.hypot(x, y) < radius
    return inside


@settings(max_examples=20, deadline=None)
@given(masks, st.integers(1, 9))
def test_growing_is_the_most_within_the_radius(mask: Mask, pixels: int) -> None:
    assert (whole_plane(grown(mask, pixels)) == dilated(whole_plane(mask), pixels)).all()


@settings(max_examples=20, deadline=None)
@given(masks, st.integers(1, 9))
def test_shrinking_is_growing_of_the_rest(mask: Mask, pixels: int) -> None:
    assert (whole_plane(grown(mask, -pixels)) == 255 - dilated(255 - whole_plane(mask), pixels)).all()
    assert same(grown(mask, -pixels), inverted(grown(inverted(mask), pixels)))


@settings(max_examples=20, deadline=None)
@given(masks, st.integers(-6, 5))
def test_more_is_never_less(mask: Mask, pixels: int) -> None:
    assert (whole_plane(grown(mask, pixels + 1)) >= whole_plane(grown(mask, pixels))).all()
    assert same(grown(mask, 0), mask)


@pytest.mark.parametrize("pixels", [1, 7, 24, 25, 60, 180])
def test_a_dot_grows_into_a_disc(pixels: int) -> None:
    dot = rectangle(LARGE, Box(451, 350, 452, 351))
    seen = whole_plane(grown(dot, pixels)) == 255
    assert seen[disc(pixels - 0.5 - pixels * 0.01)].all()
    assert not seen[~disc(pixels + 0.71 + pixels * 0.02)].any()


@pytest.mark.parametrize("pixels", [24, 60, 180])
def test_what_grew_shrinks_back(pixels: int) -> None:
    mask = ellipse(LARGE, Box(300, 250, 600, 450))
    back = whole_plane(grown(grown(mask, pixels), -pixels))
    assert (back >= whole_plane(mask)).all()
    assert np.abs(back - whole_plane(mask)).mean() < 0.5


def test_soft_edges_stay_as_soft() -> None:
    soft = feathered(rectangle(LARGE, Box(200, 200, 700, 500)), 12)
    for pixels in (30, -30):
        left, moved = (
            whole_plane(soft)[350, 150:250],
            whole_plane(grown(soft, pixels))[350, 150 - pixels : 250 - pixels],
        )
        assert (left == moved).all()


def test_at_the_border_of_the_picture_a_mask_goes_on() -> None:
    assert grown(Mask.whole(SIZE), -5).is_whole
    assert feathered(Mask.whole(SIZE), 5).is_whole
    left = rectangle(SIZE, Box(0, 0, 10, SIZE[1]))
    assert same(grown(left, -4), rectangle(SIZE, Box(0, 0, 6, SIZE[1])))
    assert (whole_plane(feathered(left, 4))[:, 0] == 255).all()


def test_nothing_stays_nothing() -> None:
    assert grown(Mask(SIZE), 5).is_empty
    assert grown(Mask(SIZE), -5).is_empty
    assert feathered(Mask(SIZE), 5).is_empty
    assert grown(rectangle(SIZE, Box(5, 5, 8, 8)), -2).is_empty


@pytest.mark.parametrize("pixels", [8, 20, 60])
def test_a_feather_reaches_to_both_sides(pixels: int) -> None:
    mask = rectangle(LARGE, Box(300, 0, 900, 700))
    row = whole_plane(feathered(mask, pixels))[350]
    assert (np.diff(row) >= 0).all()
    assert row[299] + row[300] == pytest.approx(255, abs=6)
    assert 0 < row[300 - pixels] < 20
    assert 32 < row[300 - pixels // 2] < 64
    assert 191 < row[299 + pixels // 2] < 223
    assert 235 < row[299 + pixels] < 255
    assert row[300 - 2 * pixels] == 0
    assert row[300 + 2 * pixels] == 255


@pytest.mark.parametrize("pixels", [3, 30])
def test_a_feather_keeps_the_area_and_has_no_seams(pixels: int) -> None:
    mask = ellipse(LARGE, Box(250, 150, 650, 550))
    soft = whole_plane(feathered(mask, pixels))
    assert soft.sum() == pytest.approx(whole_plane(mask).sum(), rel=0.01)
    steepest = max(np.abs(np.diff(soft, axis=axis)).max() for axis in (0, 1))
    assert steepest <= 255 / pixels
    assert same(feathered(mask, 0), mask)
