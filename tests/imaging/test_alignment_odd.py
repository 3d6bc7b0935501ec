"""Pictures of which little can be said are measured as far as that goes."""

from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.change import Change
from flux_desktop.imaging.alignment import aligned, change_map, colour_matched, measure
from tests.imaging.photographs import window

MODES = ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16"]
SIDES = st.integers(1, 70)


def noise(mode: str, size: tuple[int, int], seed: int) -> Image.Image:
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 4), np.uint8)
    image = Image.fromarray(pixels)
    return image.convert("L").convert(mode) if mode == "I;16" else image.convert(mode)


@settings(max_examples=15, deadline=None)
@given(st.tuples(SIDES, SIDES), st.tuples(SIDES, SIDES), st.sampled_from(MODES), st.sampled_from(MODES), st.booleans())
def test_no_size_and_no_mode_is_too_odd(
    size: tuple[int, int], other: tuple[int, int], mode: str, other_mode: str, masked: bool
) -> None:
    before, after = noise(mode, size, 1), noise(other_mode, other, 2)
    measured = measure(before, after, outside=noise("L", (9, 5), 3) if masked else None)
    change = measured.change
    figures = (change.dx, change.dy, change.scale, change.delta_e, *change.lab, *change.rgb, change.moved, change.score)
    assert all(math.isfinite(figure) for figure in figures)
    assert Change.from_json(change.to_json()).words() == change.words()
    assert colour_matched(after, measured).size == after.size
    back = aligned(after, before, measured)
    assert back.width >= after.width
    assert back.height >= after.height
    assert change_map(measured, (7, 5)).size == (7, 5)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (7, 7), (200, 150)])
def test_flat_pictures_have_a_colour_and_no_place(size: tuple[int, int]) -> None:
    change = measure(Image.new("RGB", (200, 150), (100, 120, 140)), Image.new("RGB", size, (110, 120, 130))).change
    assert change.score == 0
    assert (change.dx, change.dy, change.scale) == (0, 0, 1)
    assert change.rgb == pytest.approx((10, 0, -10), abs=0.1)
    assert change.words()[0].startswith("warmer")


def test_a_flat_picture_in_place_of_a_photograph_is_another_one() -> None:
    flat = Image.new("RGB", (300, 200), (100, 120, 140))
    assert measure(window("bee"), flat).change.words() == ("repainted",)
    assert measure(flat, window("bee")).change.words() == ("repainted",)


def test_alpha_is_compared_over_the_same_ground() -> None:
    """What is transparent looks white, whatever colours hide there."""
    cut = window("bee").convert("RGBA")
    cut.paste((0, 0, 0, 0), (0, 0, 160, 300))
    white = window("bee")
    white.paste("white", (0, 0, 160, 300))
    assert measure(white, cut).change.words() == ("unchanged",)
    assert measure(window("bee"), cut).change.moved == pytest.approx(160 / 400, abs=0.05)


def test_grey_pictures_are_measured_like_others() -> None:
    change = measure(window("bee").convert("L"), window("bee", (7, 2)).convert("LA")).change
    assert (change.dx, change.dy) == pytest.approx((7, 2), abs=0.25)


def test_a_panorama() -> None:
    """Twenty times as wide as it is high."""
    wide = [window(name).resize((600, 60), box=(0, 100, 400, 140)) for name in ("bee", "petals")]
    before = Image.new("RGB", (1200, 60))
    before.paste(wide[0], (0, 0))
    before.paste(wide[1], (600, 0))
    after = Image.new("RGB", (1200, 60))
    after.paste(before, (12, 0))
    change = measure(before, after).change
    assert (change.dx, change.dy) == pytest.approx((12, 0), abs=0.25)


def test_24_megapixels_need_little_memory() -> None:
    """Arrays of the whole picture in floats would take 300 MB."""
    before = window("petals").resize((6000, 4000))
    after = window("petals").resize((1200, 800))
    tracemalloc.start()
    change = measure(before, after).change
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000
    assert (change.dx, change.dy) == pytest.approx((0, 0), abs=0.25)
