"""Art: what each effect promises about tones, areas and lines."""

from __future__ import annotations

import numpy as np
import pytest

from flux_desktop.imaging.effects import art, paint
from flux_desktop.imaging.effects.arrays import Bytes, luma
from flux_desktop.imaging.effects.oklab import to_oklab
from tests.imaging.effects.scenes import photo


def rng(seed: int = 5) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def flat(value: int) -> Bytes:
    return np.full((120, 120, 3), value, np.uint8)


@pytest.mark.parametrize("levels", [2, 4, 8])
def test_posterise_leaves_that_many_greys(levels: int) -> None:
    ramp = np.repeat(np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2), 40, axis=0)
    assert len(np.unique(luma(art.posterise(ramp, levels)))) == levels


def test_pixelate_makes_blocks_of_the_mean() -> None:
    done = art.pixelate(photo(), 1, 10)
    assert done.shape == photo().shape
    assert np.all(done[:10, :10] == done[0, 0])
    assert np.abs(done[0, 0].astype(float) - photo()[:10, :10].mean(axis=(0, 1))).max() < 1.5


@pytest.mark.parametrize("tone", [30, 90, 150, 220])
def test_halftone_ink_covers_what_the_tone_asks_for(tone: int) -> None:
    done = art.halftone(flat(tone), 1, 8)
    assert float(luma(done).mean()) == pytest.approx(24 + (tone / 255) * 225, abs=16)


def test_colour_halftone_keeps_the_colour_about() -> None:
    orange = np.full((120, 120, 3), (230, 130, 40), np.uint8)
    red, green, blue = art.halftone(orange, 1, 8, colour=True).mean(axis=(0, 1))
    assert red > green + 40 > blue + 80


def test_solarise_turns_only_the_lights() -> None:
    assert int(art.solarise(flat(250), 1).max()) < 15
    assert int(art.solarise(flat(60), 1)[0, 0, 0]) > 60


def test_emboss_of_nothing_is_grey() -> None:
    assert np.all(art.emboss(flat(180), 1) == 128)


def test_ink_is_paper_and_black() -> None:
    done = luma(art.ink(photo(), 1))
    assert np.mean((done < 60) | (done > 220)) > 0.75
    assert int(luma(art.ink(flat(200), 1)).min()) > 240


def test_kuwahara_calms_areas_and_keeps_edges() -> None:
    step = np.full((80, 80, 3), 70, float)
    step[:, 40:] = 190
    noisy = np.clip(step + rng().normal(0, 10, step.shape), 0, 255).astype(np.uint8)
    done = paint.smooth_areas(noisy, 3)
    assert done[:, 5:30].std() < 0.5 * noisy[:, 5:30].std()
    assert int(done[:, 43].mean()) - int(done[:, 36].mean()) > 100


def test_pencil_is_grey_on_paper_and_darker_where_the_picture_is() -> None:
    done = paint.pencil(photo(), 1, rng())
    assert np.ptp(done, axis=2).mean() < 12
    assert luma(paint.pencil(flat(40), 1, rng())).mean() < luma(paint.pencil(flat(220), 1, rng())).mean() - 40


def test_coloured_pencil_has_colour() -> None:
    _, a, b = to_oklab(paint.pencil(photo(), 1, rng(), coloured=True))
    _, plain_a, plain_b = to_oklab(paint.pencil(photo(), 1, rng()))
    assert np.hypot(a, b).mean() > 2 * np.hypot(plain_a, plain_b).mean()


def test_paintings_follow_the_seed_and_the_picture() -> None:
    for effect in (paint.oil, paint.watercolour):
        first, again, other = (effect(photo(), 1, rng(seed)) for seed in (1, 1, 2))
        assert np.array_equal(first, again)
        assert not np.array_equal(first, other)
        assert np.corrcoef(luma(first).ravel(), luma(photo()).ravel())[0, 1] > 0.85


def test_cartoon_has_fewer_tones_and_dark_lines() -> None:
    done = paint.cartoon(photo(), 1)
    assert done.shape == photo().shape
    assert int(luma(done).min()) < 60
