"""Boxes, what a mask holds, and how it is kept."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.shapes import ellipse
from tests.imaging.region.masks import SIZE, boxes, masks, same, whole_plane


@settings(max_examples=20, deadline=None)
@given(boxes, boxes, st.integers(-9, 30), st.integers(-9, 30))
def test_boxes_are_sets_of_pixels(one: Box, other: Box, x: int, y: int) -> None:
    def has(box: Box) -> bool:
        return box.left <= x < box.right and box.top <= y < box.bottom

    assert has(one.intersected(other)) == (has(one) and has(other))
    assert has(one.united(other)) or not (has(one) or has(other))
    assert one.intersected(other).is_empty == (one.intersected(other).width * one.intersected(other).height == 0)


def test_a_box_grows_on_all_sides() -> None:
    assert Box(3, 4, 5, 9).grown(2) == Box(1, 2, 7, 11)
    assert Box(3, 4, 5, 9).grown(-2).is_empty


@settings(max_examples=25, deadline=None)
@given(masks, boxes)
def test_a_part_is_cut_from_the_whole(mask: Mask, box: Box) -> None:
    padded = np.pad(np.asarray(mask.image()), 40)
    expected = padded[box.top + 40 : box.bottom + 40, box.left + 40 : box.right + 40]
    assert np.array_equal(mask.part(box), expected)


@settings(max_examples=25, deadline=None)
@given(masks)
def test_only_what_says_something_is_held(mask: Mask) -> None:
    plane = whole_plane(mask)
    assert mask.is_empty is not bool(plane.any())
    assert mask.is_whole is bool((plane == 255).all())
    if not mask.is_empty:
        assert all(side.any() for side in (mask.plane[0], mask.plane[-1], mask.plane[:, 0], mask.plane[:, -1]))


def test_a_plane_beyond_the_picture_is_cut() -> None:
    mask = Mask.of_plane(np.full((9, 9), 200, np.uint8), (10, 8), -4, 5)
    assert mask.box == Box(0, 5, 5, 8)
    assert Mask.of_plane(np.full((9, 9), 200, np.uint8), (10, 8), 10, 5).is_empty


def test_whole_and_nothing() -> None:
    assert Mask.whole(SIZE).is_whole
    assert Mask(SIZE).is_empty
    assert not Mask(SIZE).is_whole


@pytest.mark.parametrize(
    ("mode", "colour", "meant"),
    [
        ("L", 200, 200),
        ("1", 1, 255),
        ("RGB", (255, 255, 255), 255),
        ("LA", (255, 128), 128),
        ("RGBA", (255, 255, 255, 0), 0),
        ("RGBA", (255, 255, 255, 255), 255),
        ("RGBA", (0, 0, 0, 255), 0),
    ],
)
def test_what_a_picture_means_as_a_mask(mode: str, colour: int | tuple[int, ...], meant: int) -> None:
    mask = Mask.from_image(Image.new(mode, (4, 3), colour))
    assert whole_plane(mask).tolist() == [[meant] * 4] * 3


@settings(max_examples=25, deadline=None)
@given(masks)
def test_a_png_has_the_same_pixels(mask: Mask) -> None:
    with Image.open(BytesIO(mask.png())) as image:
        assert (image.mode, image.size) == ("L", mask.size)
        assert same(Mask.from_image(image), mask)


@pytest.mark.parametrize("box", [Box(0, 0, 5000, 3000), Box(1000, 700, 1900, 2999), Box(4000, 0, 5000, 1)])
def test_a_png_of_many_strips_is_right_and_small(box: Box) -> None:
    mask = ellipse((5000, 3000), box)
    file = mask.png()
    with Image.open(BytesIO(file)) as image:
        assert np.array_equal(np.asarray(image), whole_plane(mask))
    assert len(file) < 5000 * 3000 / 100
