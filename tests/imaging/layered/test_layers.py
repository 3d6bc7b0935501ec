"""Layers: names that harm nobody, places within the canvas, and what is seen of all of them together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.imaging.layered.layers import NAME, centred, laid_over, layer_name, masked, scaled
from tests.imaging.layered.stacks import noise

SIDES = st.integers(1, 5000)
SIZES = st.tuples(SIDES, SIDES)


@given(SIZES, SIZES)
def test_a_picture_lies_within_the_canvas_and_touches_two_of_its_edges(
    size: tuple[int, int], canvas: tuple[int, int]
) -> None:
    left, top, right, bottom = centred(size, canvas)
    assert 0 <= left < right <= canvas[0]
    assert 0 <= top < bottom <= canvas[1]
    assert (left, right) == (0, canvas[0]) or (top, bottom) == (0, canvas[1])
    assert abs(left - (canvas[0] - right)) <= 1
    assert abs(top - (canvas[1] - bottom)) <= 1


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1000, 750), (0, 0, 1000, 750)),
        ((1024, 768), (0, 0, 1000, 750)),
        ((512, 376), (0, 0, 1000, 750)),
        ((500, 500), (125, 0, 875, 750)),
        ((1600, 900), (0, 94, 1000, 656)),
    ],
)
def test_the_same_shape_covers_the_canvas_and_another_is_centred(
    size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    assert centred(size, (1000, 750)) == box


@given(st.text())
def test_a_name_is_one_line_of_plain_text(words: str) -> None:
    name = layer_name("Edit", words)
    assert name.startswith("Edit")
    assert len(name) <= NAME
    assert all(char.isprintable() or char in "\u200c\u200d" for char in name)
    assert name.encode("utf-8")


def test_names_read_well() -> None:
    assert layer_name("Original", "photo.jpg") == "Original – photo.jpg"
    assert layer_name("Edit", " make\n it <b>blue</b>\t\x00 ") == "Edit – make it <b>blue</b>"
    assert layer_name("Edit", "👩‍🎨 🎨") == "Edit – 👩‍🎨 🎨"
    assert layer_name("Edit", " \n") == "Edit"
    assert layer_name("Edit", "x" * 200).endswith("x…")


def test_a_scaled_picture_has_the_size_and_an_unscaled_one_is_itself() -> None:
    image = noise("RGB", (9, 7), 1)
    assert scaled(image, (9, 7)) is image
    assert scaled(image, (18, 14)).size == (18, 14)


def test_what_is_black_in_the_mask_is_not_seen() -> None:
    mask = Image.new("L", (2, 1))
    mask.putpixel((1, 0), 128)
    half = Image.new("RGBA", (2, 1), (10, 20, 30, 128))
    assert masked(half, mask).getchannel("A").tobytes() == bytes((0, 64))
    assert masked(half.convert("RGB"), mask).getchannel("A").tobytes() == bytes((0, 128))


def test_the_whole_is_what_painting_over_gives() -> None:
    box = (4, 3, 12, 8)
    below, above, mask = noise("RGB", (20, 10), 1), noise("RGBA", (8, 5), 2), noise("L", (20, 10), 3)
    seen = laid_over(below.copy(), box, above, mask)
    share = (
        np.asarray(above.getchannel("A"), float)[..., None] * np.asarray(mask.crop(box), float)[..., None] / 255 / 255
    )
    expected = np.asarray(below, float).copy()
    expected[3:8, 4:12] *= 1 - share
    expected[3:8, 4:12] += np.asarray(above.convert("RGB"), float) * share
    assert seen.mode == "RGB"
    assert np.abs(np.asarray(seen, float) - expected).max() <= 1.5


def test_what_is_covered_all_over_costs_nothing() -> None:
    below, above = Image.new("RGBA", (4, 4)), noise("RGB", (4, 4), 1)
    assert laid_over(below, (0, 0, 4, 4), above, None) is above
    seen = laid_over(below, (0, 0, 2, 4), noise("RGB", (2, 4), 1), None)
    assert seen.mode == "RGBA"
    assert laid_over(seen, (2, 0, 4, 4), noise("RGB", (2, 4), 2), None).mode == "RGB"
