"""A small result changes the colours of a large original, which keeps its detail, and brings new content with it."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.detail import keep_detail
from flux_desktop.resources import resource
from tests.simulators.model_behaviour import Behaviour, answer

SIZE = (1200, 900)
SMALL = (400, 300)


@pytest.fixture(scope="module")
def photograph() -> Bytes:
    with Image.open(resource("sample.jpg")) as sample:
        return np.asarray(sample.crop((200, 200, 200 + SIZE[0], 200 + SIZE[1])))


def recoloured(pixels: Bytes) -> Bytes:
    """Warmer and darker, more towards one side, as an evening is."""
    dusk = np.linspace(1.0, 0.6, pixels.shape[1])[None, :, None] * (1.0, 0.85, 0.6)
    return np.clip(pixels * dusk + (20, 5, 0), 0, 255).astype(np.uint8)


def small(pixels: Bytes) -> Image.Image:
    return Image.fromarray(pixels).resize(SMALL, Image.Resampling.LANCZOS)


def detail(pixels: Bytes) -> Floats:
    """What is finer than the small result can hold."""
    image = Image.fromarray(pixels[..., :3])
    soft = image.resize(SMALL, Image.Resampling.LANCZOS).resize(SIZE, Image.Resampling.LANCZOS)
    return np.asarray(image, np.float32) - np.asarray(soft, np.float32)


def test_colours_change_and_detail_stays(photograph: Bytes) -> None:
    wanted = recoloured(photograph)
    result = small(wanted)
    kept = keep_detail(Master(photograph, "RGB"), result).pixels
    enlarged = np.asarray(result.resize(SIZE, Image.Resampling.BICUBIC))
    assert np.abs(kept.astype(float) - wanted).mean() < 2.5
    fine = float(np.abs(detail(wanted)).mean())
    assert float(np.abs(detail(kept)).mean()) > 0.85 * fine
    assert float(np.abs(detail(enlarged)).mean()) < 0.4 * fine


def test_what_the_model_moved_is_laid_on_its_place_first(photograph: Bytes) -> None:
    wanted = recoloured(photograph)
    mask = np.zeros((SMALL[1], SMALL[0]), np.uint8)
    moved = answer(small(wanted), mask, Behaviour(shift=(6, -4), scale=1.01, quality=None, cropped=False))
    kept = keep_detail(Master(photograph, "RGB"), moved).pixels[60:-60, 60:-60]
    assert np.abs(kept.astype(float) - wanted[60:-60, 60:-60]).mean() < 3


def test_new_content_comes_as_it_is(photograph: Bytes) -> None:
    result = small(photograph)
    result.paste((20, 60, 220), (150, 100, 250, 200))
    kept = keep_detail(Master(photograph, "RGB"), result).pixels
    assert np.abs(kept[330:570, 480:720].astype(float) - (20, 60, 220)).mean() < 8
    outside = np.ones(kept.shape[:2], bool)
    outside[240:660, 390:810] = False
    assert np.abs(kept[outside].astype(float) - photograph[outside]).mean() < 1.5


def test_an_edit_that_changed_nothing_changes_nearly_nothing(photograph: Bytes) -> None:
    kept = keep_detail(Master(photograph, "RGB"), small(photograph)).pixels
    assert np.abs(kept.astype(float) - photograph).mean() < 1.0


def test_sixteen_bits_and_alpha_stay(photograph: Bytes) -> None:
    part = photograph[:300, :400]
    alpha = np.random.default_rng(0).integers(0, 1 << 16, (*part.shape[:2], 1)).astype(np.uint16)
    fine = np.random.default_rng(1).integers(0, 256, part.shape).astype(np.uint16)
    pixels = np.concatenate([part.astype(np.uint16) * 256 + fine, alpha], axis=-1)
    kept = keep_detail(Master(pixels, "RGBA"), Image.fromarray(recoloured(part)).resize((200, 150))).pixels
    assert kept.dtype == np.uint16
    assert (kept[..., 3:] == alpha).all()
    assert len(np.unique(kept[..., 0])) > 5000


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_other_modes(photograph: Bytes, mode: str) -> None:
    part = photograph[:300, :400]
    pixels = np.asarray(Image.fromarray(part).convert(mode)).reshape(300, 400, -1)
    darker = Image.fromarray((part * 0.7).astype(np.uint8)).resize((200, 150))
    kept = keep_detail(Master(pixels, mode), darker)
    before = np.asarray(Master(pixels, mode).srgb().convert("L"), float)
    assert np.asarray(kept.srgb().convert("L"), float).mean() == pytest.approx(0.7 * before.mean(), rel=0.1)
