"""Ground truth: tints that were given to photographs are measured within half a ΔE, and taken back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.alignment import colour_matched, measure
from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from tests.imaging.photographs import lossy, window

NEAR = 0.5
"""CIEDE2000, and steps of L*, a* and b*."""

TINTS: dict[str, tuple[float, ...]] = {
    "none": (1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0),
    "darker": (1, 0, 0, -12, 0, 1, 0, -12, 0, 0, 1, -12),
    "warmer": (1, 0, 0, 4, 0, 1, 0, 2, 0, 0, 1, -6),
    "flat": (0.85, 0, 0, 19, 0, 0.85, 0, 19, 0, 0, 0.85, 19),
    "mixed": (0.9, 0.05, 0, 8, 0, 1.02, 0, 3, 0, 0.1, 0.85, 5),
}
"""As `Image.convert` takes them: each new channel from red, green, blue and a constant."""


def truth(before: Image.Image, after: Image.Image) -> tuple[float, Any]:
    """The mean CIEDE2000 and the mean drift in L*a*b*, pixel by pixel."""
    lab, drifted = lab_of(np.asarray(before)), lab_of(np.asarray(after))
    return float(delta_e_2000(lab, drifted).mean()), (drifted - lab).mean(axis=(0, 1))


@pytest.mark.parametrize(
    ("name", "tint"),
    [*(("bee", tint) for tint in TINTS), *(("petals", tint) for tint in ("none", "flat")), ("wing", "none")],
)
def test_tints_are_measured(name: str, tint: str) -> None:
    """Through lossy WebP and under a shift, against what the tint alone does."""
    delta_e, drift = truth(window(name), window(name).convert("RGB", TINTS[tint]))
    change = measure(window(name), lossy(window(name, (5, -3)).convert("RGB", TINTS[tint]))).change
    assert change.delta_e == pytest.approx(delta_e, abs=NEAR)
    assert change.lab == pytest.approx(drift, abs=NEAR)
    assert change.moved < 0.01


def test_a_shift_of_each_channel_is_told_in_steps_of_8_bits() -> None:
    change = measure(window("petals"), window("petals").convert("RGB", TINTS["warmer"])).change
    assert change.rgb == pytest.approx((4, 2, -6), abs=0.3)


@pytest.mark.parametrize(("tint", "word"), [("darker", "darker"), ("warmer", "warmer")])
def test_tints_have_words(tint: str, word: str) -> None:
    change = measure(window("petals"), lossy(window("petals").convert("RGB", TINTS[tint]))).change
    assert change.words()[0].startswith(word)


def test_grey_is_paler_whatever_colour_was_lost() -> None:
    before = window("petals")
    change = measure(before, before.convert("L")).change
    lab = lab_of(np.asarray(before))
    assert change.chroma == pytest.approx(-np.hypot(lab[..., 1], lab[..., 2]).mean(), abs=5)
    assert change.words()[0].startswith("paler")


def test_what_was_painted_in_is_no_tint() -> None:
    after = window("bee").convert("RGB", TINTS["warmer"])
    after.paste((10, 200, 240), (100, 75, 300, 225))
    delta_e, drift = truth(window("bee"), window("bee").convert("RGB", TINTS["warmer"]))
    change = measure(window("bee"), after).change
    assert change.delta_e == pytest.approx(delta_e, abs=NEAR)
    assert change.lab == pytest.approx(drift, abs=NEAR)


@pytest.mark.parametrize(
    ("name", "tint"), [("bee", "warmer"), ("bee", "mixed"), ("petals", "flat"), ("wing", "darker")]
)
def test_a_tint_is_taken_back(name: str, tint: str) -> None:
    before = window(name)
    after = lossy(before.convert("RGB", TINTS[tint]), 95)
    matched = colour_matched(after, measure(before, after))
    assert truth(before, matched)[0] < 0.45 * truth(before, after)[0]
    assert np.abs(truth(before, matched)[1]).max() < 0.5
    assert not measure(before, matched).change.tinted


def test_a_tint_is_taken_back_from_beside_what_was_painted_in() -> None:
    before, painted = window("petals"), window("petals")
    painted.paste((240, 240, 40), (80, 60, 300, 230))
    after = painted.convert("RGB", TINTS["mixed"])
    matched = colour_matched(after, measure(before, after))
    assert truth(painted, matched)[0] < 0.8


def test_matching_keeps_alpha_and_size() -> None:
    after = window("bee").convert("RGB", TINTS["darker"]).convert("RGBA")
    after.putalpha(200)
    matched = colour_matched(after, measure(window("bee"), after.convert("RGB")))
    assert matched.mode == "RGBA"
    assert matched.size == after.size
    assert matched.getchannel("A").getextrema() == (200, 200)


def test_another_picture_gets_no_wild_colours() -> None:
    """Nothing but a mean shift is taken from pictures that have nothing in common."""
    flat = Image.new("RGB", (200, 200), (90, 120, 60))
    measured = measure(window("bee"), flat)
    gains = [measured.correction[place] for place in (0, 1, 2, 4, 5, 6, 8, 9, 10)]
    assert gains == pytest.approx([1, 0, 0, 0, 1, 0, 0, 0, 1], abs=1e-6)
