"""A result laid back on the picture that it came from."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.alignment import aligned, measure
from tests.imaging.photographs import SIZE, window
from tests.imaging.test_alignment_shift import resampled


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference in steps of 8 bits."""
    return float(np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean())


def laid(before: Image.Image, after: Image.Image) -> Image.Image:
    return aligned(after, before, measure(before, after))


def test_whole_pixels_are_moved_as_they_are_and_the_border_comes_from_before() -> None:
    before, after = window("bee"), window("bee", (5, -3))
    after.paste((30, 60, 220), (100, 100, 140, 140))
    back = np.asarray(laid(before, after))
    assert np.array_equal(back[3:, :-5], np.asarray(after)[:-3, 5:])
    assert np.array_equal(back[:3], np.asarray(before)[:3])
    assert np.array_equal(back[:, -5:], np.asarray(before)[:, -5:])


def test_what_did_not_move_stays_as_it_is() -> None:
    after = window("petals").convert("RGB", (1, 0, 0, 4, 0, 1, 0, 2, 0, 0, 1, -6))
    assert laid(window("petals"), after).tobytes() == after.tobytes()


def test_parts_of_a_pixel_and_scales_are_taken_back() -> None:
    before = window("petals")
    after = resampled("petals", 1.02, (6.4, -3.7))
    back = laid(before, after)
    assert back.size == after.size
    assert apart(before, back) < 1.5 < apart(before, after)
    assert measure(before, back).change.words() == ("unchanged",)


@pytest.mark.parametrize(
    ("after", "size"),
    [
        (window("bee").resize((200, 150)), (200, 150)),
        (window("bee").resize((800, 600)), (800, 600)),
        (window("bee").crop((0, 4, 400, 296)), (400, 300)),
        (window("bee").crop((50, 0, 350, 300)), (400, 300)),
        (window("bee").resize((280, 280)), (373, 280)),
    ],
    ids=["smaller", "larger", "lower", "square", "stretched"],
)
def test_it_keeps_its_own_pixels_in_the_frame_of_the_picture_before(after: Image.Image, size: tuple[int, int]) -> None:
    back = laid(window("bee"), after)
    assert back.size == size
    assert apart(back, window("bee").resize(size, Image.Resampling.LANCZOS)) < 2.5


def test_another_picture_is_fitted_into_the_frame() -> None:
    back = laid(window("bee"), window("petals").crop((0, 0, 300, 300)))
    assert back.size == SIZE
    assert back.crop((50, 0, 350, 300)).tobytes() == window("petals").crop((0, 0, 300, 300)).tobytes()


def test_alpha_is_kept() -> None:
    after = window("bee", (5, -3)).convert("RGBA")
    after.putalpha(Image.linear_gradient("L").resize(SIZE))
    back = laid(window("bee"), after)
    assert back.mode == "RGBA"
    assert np.array_equal(np.asarray(back)[3:, :-5, 3], np.asarray(after)[:-3, 5:, 3])
