"""Sharpness and what film adds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from flux_desktop.imaging.effects import focus, grain
from flux_desktop.imaging.effects.arrays import Bytes, Floats, luma
from tests.imaging.effects.scenes import photo


def rng(seed: int = 5) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def detail(pixels: Bytes) -> float:
    return float(np.abs(np.diff(luma(pixels).astype(int), axis=1)).mean())


def grey(value: int, side: int = 256) -> Bytes:
    return np.full((side, side, 3), value, np.uint8)


def speck(value: int, amount: float = 1.0) -> Floats:
    result: Floats = grain.film_grain(grey(value), amount, rng()).astype(np.float32).mean(axis=2) - value
    return result


def test_blur_and_sharpen_go_opposite_ways() -> None:
    assert detail(focus.blur(photo(), 1)) < 0.7 * detail(photo())
    assert detail(focus.sharpen(photo(), 1)) > 1.1 * detail(photo())


def test_the_radius_of_a_blur_is_in_pixels() -> None:
    line = np.zeros((61, 61, 3), np.uint8)
    line[:, 30] = 255
    spread = focus.blur(line, 1, 4.0)[30, :, 0].astype(float)
    at = np.arange(61) - 30
    assert float(np.sqrt((spread * at**2).sum() / spread.sum())) == pytest.approx(4, rel=0.1)


def test_motion_blur_goes_sideways_only() -> None:
    dot = np.zeros((41, 41, 3), np.uint8)
    dot[20, 20] = 255
    done = focus.motion_blur(dot, 1, 11)
    assert np.count_nonzero(done[20, :, 0]) == 11
    assert np.count_nonzero(done[:, 20, 0]) == 1


def test_tilt_shift_keeps_the_middle() -> None:
    done = focus.tilt_shift(photo(), 1)
    middle = slice(photo().shape[0] * 45 // 100, photo().shape[0] * 55 // 100)
    assert np.array_equal(done[middle], photo()[middle])
    assert detail(done[:30]) < 0.95 * detail(photo()[:30])


def test_sharpening_makes_no_coloured_rims() -> None:
    step = grey(60)
    step[:, 128:] = 190
    done = focus.sharpen(step, 2).astype(int)
    assert int(np.ptp(done, axis=2).max()) <= 1


def test_clarity_does_not_brighten_beside_an_edge() -> None:
    step = grey(40)
    step[:, 128:] = 210
    done = focus.clarity(step, 1.5).astype(int)
    assert int(np.abs(done - step).max()) <= 16


def test_denoise_calms_flat_areas_and_keeps_edges() -> None:
    step = np.full((128, 128, 3), 70, float)
    step[:, 64:] = 190
    noisy = np.clip(step + rng().normal(0, 6, step.shape), 0, 255).astype(np.uint8)
    done = focus.denoise(noisy, 1)
    assert done[:, 10:50].std() < 0.6 * noisy[:, 10:50].std()
    assert int(done[:, 68].mean()) - int(done[:, 59].mean()) > 105


def test_glow_only_adds_light() -> None:
    assert np.all(focus.glow(photo(), 1).astype(int) >= photo().astype(int) - 1)


def test_grain_is_strongest_in_the_middle_tones() -> None:
    dark, middle, white = (float(speck(value).std()) for value in (12, 120, 252))
    assert middle > 1.5 * dark
    assert middle > 4 * white


def test_grain_has_clumps_and_no_pattern() -> None:
    noise = speck(120)
    beside = float((noise[:, 1:] * noise[:, :-1]).mean() / noise.var())
    far = float((noise[:, 12:] * noise[:, :-12]).mean() / noise.var())
    assert 0.3 < beside < 0.95
    assert abs(far) < 0.06


def test_grain_keeps_the_mean_and_is_nearly_grey() -> None:
    done = grain.film_grain(grey(120), 1, rng()).astype(float)
    assert done.mean() == pytest.approx(120, abs=0.6)
    assert (done[..., 0] - done[..., 2]).std() < done.mean(axis=2).std() * 1.2


SEEDED: list[Callable[[Bytes, float, np.random.Generator], Bytes]] = [grain.film_grain, grain.noise, grain.light_leak]


@pytest.mark.parametrize("effect", SEEDED)
def test_the_seed_decides(effect: Callable[[Bytes, float, np.random.Generator], Bytes]) -> None:
    first, again, other = (effect(photo(), 1, rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_vignette_darkens_corners_and_keeps_the_middle() -> None:
    done = grain.vignette(grey(200), 1)
    assert int(done[0, 0, 0]) < 110
    assert np.array_equal(done[110:146, 110:146], grey(200)[110:146, 110:146])
    assert int(grain.vignette(grey(120), -1)[0, 0, 0]) > 160
    assert grain.vignette(grey(120), 1.6, "#ff0000")[0, 0].tolist() == [254, 1, 1]


def test_fringes_move_red_and_blue_apart() -> None:
    line = np.zeros((20, 41, 3), np.uint8)
    line[:, 20] = 255
    done = grain.chromatic_fringes(line, 10)
    assert done[5, 20].tolist() == [0, 255, 0]
    assert int(np.argmax(done[5, :, 0])) > 20 > int(np.argmax(done[5, :, 2]))
