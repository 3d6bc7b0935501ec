"""Masks that come from files."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import InputError, NotAPicture, TooLarge
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.mask_file import load_mask
from flux_desktop.imaging.region.shapes import ellipse, rectangle
from tests.imaging.pictures import saved
from tests.imaging.region.masks import SIZE, same, whole_plane


def test_a_mask_that_was_saved_comes_back() -> None:
    mask = ellipse(SIZE, Box(2, 3, 20, 15))
    assert same(load_mask(mask.png(), SIZE), mask)
    assert load_mask(Mask(SIZE).png(), SIZE).is_empty


@pytest.mark.parametrize("format", ["PNG", "TIFF", "WEBP", "BMP"])
def test_any_picture_may_be_a_mask(format: str) -> None:
    mask = rectangle(SIZE, Box(2, 3, 20, 15))
    seen = load_mask(
        saved(mask.image().convert("RGB"), format, **({"lossless": True} if format == "WEBP" else {})), SIZE
    )
    assert same(seen, mask)


def test_white_on_transparent_is_a_mask() -> None:
    mask = ellipse(SIZE, Box(2, 3, 20, 15))
    image = Image.new("RGBA", SIZE, (255, 255, 255, 0))
    image.putalpha(mask.image())
    assert np.abs(whole_plane(load_mask(saved(image, "PNG"), SIZE)) - whole_plane(mask)).max() <= 1


@pytest.mark.parametrize("times", [0.5, 2])
def test_another_size_of_the_same_shape_is_resized(times: float) -> None:
    small, size = (
        ellipse((round(300 * times), round(200 * times)), Box(0, 0, round(300 * times), round(200 * times))),
        (300, 200),
    )
    mask = load_mask(small.png(), size)
    assert mask.size == size
    difference = np.abs(whole_plane(mask) - whole_plane(ellipse(size, Box(0, 0, *size))))
    assert difference.mean() < 2


def test_rounded_sides_are_the_same_shape() -> None:
    assert load_mask(Mask.whole((400, 267)).png(), (6000, 4000)).is_whole


@pytest.mark.parametrize("size", [(200, 300), (300, 210), (300, 300)])
def test_another_shape_is_refused_with_both_sizes(size: tuple[int, int]) -> None:
    with pytest.raises(InputError, match=f"{size[0]} × {size[1]} pixels.* 300 × 200") as caught:
        load_mask(Mask.whole(size).png(), (300, 200))
    assert "Save the mask as large as the picture" in caught.value.hint


def test_what_is_no_picture_or_too_large_is_refused() -> None:
    with pytest.raises(NotAPicture):
        load_mask(b"no picture", SIZE)
    with pytest.raises(TooLarge):
        load_mask(Mask.whole((2000, 2000)).png(), (2000, 2000), max_megapixels=1)
