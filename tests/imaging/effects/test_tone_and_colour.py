"""Light and colour: each goes the way it says, keeps black, white and greys where it says, and clips nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.imaging.effects import colour, tone
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.oklab import to_oklab
from tests.imaging.effects.scenes import difference, photo

RAMP = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(4, axis=0)


def lightness(pixels: Bytes) -> float:
    return float(to_oklab(pixels)[0].mean())


def chroma(pixels: Bytes) -> float:
    _, a, b = to_oklab(pixels)
    return float(np.hypot(a, b).mean())


@given(st.floats(-2, 2))
@settings(deadline=None, max_examples=25)
def test_tone_curves_never_fall(amount: float) -> None:
    for effect in (tone.brightness, tone.exposure, tone.contrast):
        assert np.all(np.diff(effect(RAMP, amount)[0, :, 0].astype(int)) >= 0)


def test_brightness_moves_the_middle_and_keeps_the_ends() -> None:
    up, down = tone.brightness(RAMP, 1), tone.brightness(RAMP, -1)
    assert up[0, 128, 0] > 150
    assert down[0, 128, 0] < 110
    assert up[0, [0, 255], 0].tolist() == down[0, [0, 255], 0].tolist() == [0, 255]


def test_a_stop_is_twice_the_light() -> None:
    done = tone.exposure(RAMP, 1)[0, 64, 0] / 255
    before = 64 / 255
    linear = [((value + 0.055) / 1.055) ** 2.4 for value in (before, done)]
    assert linear[1] / linear[0] == pytest.approx(2, rel=0.03)


def test_contrast_spreads_and_flattens() -> None:
    assert tone.contrast(photo(), 1).std() > photo().std() > tone.contrast(photo(), -1).std()


def test_shadows_open_shadows_and_leave_lights_alone() -> None:
    pixels = np.concatenate([np.full((60, 60, 3), 40, np.uint8), np.full((60, 60, 3), 235, np.uint8)], axis=1)
    done = tone.shadows(pixels, 1)
    assert int(done[30, 20, 0]) > 60
    assert abs(int(done[30, 100, 0]) - 235) <= 2
    darker = tone.highlights(pixels, -1)
    assert int(darker[30, 100, 0]) < 200
    assert abs(int(darker[30, 20, 0]) - 40) <= 2


def test_auto_levels_uses_the_whole_range() -> None:
    flat = (90 + photo() // 4).astype(np.uint8)
    done = tone.auto_levels(flat, 1)
    assert int(np.ptp(done)) > 1.8 * int(np.ptp(flat))
    assert np.array_equal(tone.auto_levels(np.full((20, 20, 3), 90, np.uint8), 1), np.full((20, 20, 3), 90, np.uint8))


def test_fade_lifts_black_and_haze_comes_and_goes() -> None:
    assert int(tone.fade(RAMP, 1)[0, 0, 0]) > 15
    assert tone.dehaze(photo(), -1).std() < photo().std() < tone.dehaze(photo(), 1).std() * 1.1


def test_warmth_goes_towards_yellow_and_keeps_lightness() -> None:
    warm, cool = colour.warmth(photo(), 1), colour.warmth(photo(), -1)
    assert to_oklab(warm)[2].mean() > to_oklab(photo())[2].mean() + 0.01 > to_oklab(cool)[2].mean() + 0.02
    assert lightness(warm) == pytest.approx(lightness(photo()), abs=0.01)


def test_saturation_and_vibrance() -> None:
    assert chroma(colour.saturation(photo(), 1)) > 1.1 * chroma(photo())
    assert chroma(colour.saturation(photo(), -2)) < 0.01
    grey = np.full((8, 8, 3), 120, np.uint8)
    assert int(np.abs(colour.saturation(grey, 2).astype(int) - 120).max()) <= 1
    pale, vivid = np.full((8, 8, 3), (120, 140, 150), np.uint8), np.full((8, 8, 3), (0, 90, 240), np.uint8)
    assert chroma(colour.vibrance(pale, 1)) / chroma(pale) > 1.1 * chroma(colour.vibrance(vivid, 1)) / chroma(vivid)


def test_a_hue_turned_all_round_is_itself() -> None:
    dull = (64 + photo() // 2).astype(np.uint8)
    assert float(difference(colour.hue_shift(dull, 360), dull).max()) < 1
    assert float(difference(colour.hue_shift(dull, 120), dull).mean()) > 2


def test_tint_goes_towards_its_colour() -> None:
    grey = np.full((8, 8, 3), 120, np.uint8)
    done = colour.tint(grey, "#0066cc", 1)
    assert int(done[0, 0, 2]) > int(done[0, 0, 0]) + 20
    assert lightness(done) == pytest.approx(lightness(grey), abs=0.01)


def test_black_and_white_is_grey_and_half_of_it_half() -> None:
    done = colour.black_and_white(photo(), 1)
    assert int(np.ptp(done, axis=2).max()) <= 1
    assert 0.3 * chroma(photo()) < chroma(colour.black_and_white(photo(), 0.5)) < 0.7 * chroma(photo())


def test_sepia_is_brown_and_rises_with_light() -> None:
    done = colour.sepia(RAMP, 1)
    assert done[0, 128, 0] > done[0, 128, 1] > done[0, 128, 2]
    assert np.all(np.diff(to_oklab(done)[0][0]) > -0.01)


def test_duotone_ends_in_its_colours_whatever_their_order() -> None:
    done = colour.duotone(RAMP, ("#fffdd0", "#000080"))
    assert float(difference(done[0, 0], "#000080")) < 2
    assert float(difference(done[0, 255], "#fffdd0")) < 2


def test_a_negative_of_a_negative_is_the_picture() -> None:
    assert np.array_equal(colour.invert(colour.invert(photo(), 1), 1), photo())


def test_the_cinema_parts_shadows_and_lights() -> None:
    done = to_oklab(colour.teal_and_orange(RAMP, 1))
    assert float(done[2][0, 60]) < 0 < float(done[2][0, 200])
