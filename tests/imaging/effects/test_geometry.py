"""Shape: nothing lost by quarters, nothing empty by degrees, frames of the right size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.imaging.effects import geometry
from flux_desktop.imaging.effects.arrays import Bytes
from tests.imaging.effects.scenes import photo

SIZES = st.tuples(st.integers(1, 40), st.integers(1, 40))


def numbered(height: int, width: int) -> Bytes:
    return (np.arange(height * width * 3).reshape(height, width, 3) % 251).astype(np.uint8)


@given(SIZES)
def test_twice_mirrored_is_the_picture(size: tuple[int, int]) -> None:
    pixels = numbered(*size)
    for effect in (geometry.mirror, geometry.flip, lambda p: geometry.turn(p, 2)):
        assert np.array_equal(effect(effect(pixels)), pixels)
    assert np.array_equal(geometry.turn(geometry.turn(pixels, 1), 3), pixels)


def test_a_quarter_is_clockwise() -> None:
    pixels = numbered(2, 3)
    assert geometry.rotate(pixels, 90)[0].tolist() == [pixels[1, 0].tolist(), pixels[0, 0].tolist()]
    assert np.array_equal(geometry.rotate(pixels, -90), geometry.turn(pixels, 3))


@given(st.floats(-44, 44), st.integers(60, 200), st.integers(60, 200))
@settings(deadline=None, max_examples=40)
def test_no_empty_corner_remains(degrees: float, height: int, width: int) -> None:
    done = geometry.rotate(np.full((height, width, 3), 200, np.uint8), degrees)
    assert int(done.min()) > 190
    assert done.shape[0] * done.shape[1] > 0.12 * height * width


@given(SIZES, st.integers(1, 21), st.integers(1, 21))
def test_a_crop_is_as_large_as_its_ratio_allows(size: tuple[int, int], across: int, down: int) -> None:
    height, width, _ = geometry.crop_to_ratio(numbered(*size), across, down).shape
    assert height == size[0] or width == size[1]
    assert abs(width - height * across / down) <= max(1, across / down) or 1 in (height, width)


def test_a_border_surrounds_and_leaves_the_picture() -> None:
    done = geometry.border(photo(), "#102030", 7, 20)
    height, width = photo().shape[:2]
    assert done.shape == (height + 27, width + 14, 3)
    assert np.array_equal(done[7 : 7 + height, 7 : 7 + width], photo())
    assert done[0, 0].tolist() == done[-1, -1].tolist() == [0x10, 0x20, 0x30]


def test_a_polaroid_has_a_wide_foot() -> None:
    done = geometry.polaroid(photo(), "#fdfcf8")
    side = round(min(photo().shape[:2]) * 0.05)
    assert np.array_equal(done[side : side + 20, side : side + 20], photo()[:20, :20])
    assert np.all(done[-2 * side :] == (0xFD, 0xFC, 0xF8))


def test_round_corners_are_transparent_and_smooth() -> None:
    done = geometry.round_corners(photo(), 30)
    assert done[0, 0, 3] == 0
    assert done[40, 40, 3] == 255
    assert np.array_equal(done[..., :3], photo())
    assert len(np.unique(done[:30, :30, 3])) > 10


@pytest.mark.parametrize("channels", [3, 4])
def test_resizing_lets_nothing_bleed_from_under_transparency(channels: int) -> None:
    pixels = np.zeros((40, 40, channels), np.uint8)
    pixels[:, 20:] = (250, 250, 250, 255)[:channels]
    pixels[:, :20, 0] = 255
    done = geometry.resize_to(pixels, 20, 20)
    assert done.shape == (20, 20, channels)
    if channels == 4:
        visible = done[done[..., 3] > 30]
        assert int(visible[:, 1].min()) > 235
