"""How far two pictures differ, pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.difference import GROUND, Tally, difference, grey_table, tally
from flux_desktop.imaging.effects.oklab import to_oklab

Pixels = NDArray[np.uint8]
COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def filled(colour: tuple[int, ...], width: int = 4, height: int = 3) -> Pixels:
    return np.full((height, width, len(colour)), colour, np.uint8)


def noise(width: int, height: int, seed: int = 1) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert (difference(filled((0, 0, 0)), filled((255, 255, 255))) == 255).all()


@settings(max_examples=60, deadline=None)
@given(COLOURS, COLOURS)
def test_only_what_is_equal_has_no_distance_and_sides_may_be_swapped(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    there, back = difference(filled(one), filled(other)), difference(filled(other), filled(one))
    assert (there == back).all()
    assert bool(there.any()) is (one != other)


def test_greys_are_as_far_apart_as_their_levels() -> None:
    before = np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(1, 256, 3)
    assert difference(before, np.zeros_like(before))[0].tolist() == list(range(256))


def test_small_distances_follow_the_eye() -> None:
    """Closer to steps in OKLab than the largest channel is."""
    random = np.random.default_rng(2)
    before = random.integers(20, 235, (1, 20_000, 3), dtype=np.uint8)
    after = np.clip(before + random.normal(0, 8, before.shape), 0, 255).astype(np.uint8)
    pairs = zip(to_oklab(before), to_oklab(after), strict=True)
    seen = np.sqrt(sum((one - other) ** 2 for one, other in pairs))
    largest = np.abs(before.astype(int) - after).max(axis=2)
    ours = difference(before, after)
    agreement = [float(np.corrcoef(one.ravel(), seen.ravel())[0, 1]) for one in (ours, largest)]
    assert agreement[0] > 0.85
    assert agreement[0] > agreement[1]


def test_strips_are_the_whole() -> None:
    before, after = noise(1500, 700), noise(1500, 700, 2)
    whole = difference(before, after)
    rows = [difference(before[row : row + 1], after[row : row + 1])[0] for row in (0, 173, 174, 175, 350, 699)]
    assert (whole[[0, 173, 174, 175, 350, 699]] == rows).all()


def test_transparency_is_a_difference() -> None:
    clear, black = filled((0, 0, 0, 0)), filled((0, 0, 0, 255))
    assert (difference(clear, black) == 255).all()
    assert (difference(filled((0, 0, 0)), black) == 0).all()
    assert (difference(filled((0, 0, 0)), filled((0, 0, 0, 205))) == 50).all()


def test_a_smaller_picture_is_compared_at_the_size_of_the_first() -> None:
    large = np.asarray(Image.radial_gradient("L").convert("RGB").resize((400, 300)))
    small = np.asarray(Image.fromarray(large).resize((200, 150), Image.Resampling.BICUBIC))
    plane = difference(large, small)
    assert plane.shape == (300, 400)
    assert plane.max() < 8
    assert difference(large, 255 - large).max() > 200


def test_beside_the_place_nothing_is_compared() -> None:
    plane = difference(filled((0, 0, 0), 10, 6), filled((255, 255, 255), 3, 2), (2, 1, 8, 5))
    expected = np.zeros((6, 10), np.uint8)
    expected[1:5, 2:8] = 255
    assert (plane == expected).all()


def test_what_is_counted() -> None:
    plane = np.array([[0, 0, 3, 9]], np.uint8)
    counted = tally(plane)
    assert sum(counted.counts) == 4
    assert [counted.share(threshold) for threshold in (0, 2, 3, 9, 64)] == [0.5, 0.5, 0.25, 0, 0]
    assert not counted.is_same
    assert tally(np.zeros((2, 2), np.uint8)).is_same
    assert Tally((0,) * 256).share() == 0


@pytest.mark.parametrize("gain", [1, 4, 16])
@pytest.mark.parametrize("threshold", [0, 5, 64])
def test_greys_grow_with_the_distance_above_the_threshold(gain: int, threshold: int) -> None:
    table = grey_table(gain, threshold).astype(int)
    assert set(table[: threshold + 1]) == {GROUND}
    assert (np.diff(table) >= 0).all()
    assert table[threshold + 1] > GROUND
    assert table[255] == 255
    step = min(255, gain * 100) * (255 - GROUND) / 255
    assert table[100] == pytest.approx(GROUND + step, abs=1)
