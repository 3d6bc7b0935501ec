"""The wand, against the distance that the program shows elsewhere and a fill pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.difference import difference
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.shapes import ellipse
from flux_desktop.imaging.region.wand import similar
from tests.imaging.region.masks import same, whole_plane

Pixels = NDArray[np.uint8]
SIZE = (13, 9)
points = st.tuples(st.integers(0, SIZE[0] - 1), st.integers(0, SIZE[1] - 1))
few_colours = arrays(np.uint8, (SIZE[1], SIZE[0], 3), elements=st.sampled_from([0, 10, 60]))


def filled(near: NDArray[np.bool_], x: int, y: int) -> NDArray[np.bool_]:
    """What is joined to (x, y) by sides."""
    seen, todo = np.zeros_like(near), [(x, y)]
    while todo:
        x, y = todo.pop()
        if 0 <= x < near.shape[1] and 0 <= y < near.shape[0] and near[y, x] and not seen[y, x]:
            seen[y, x] = True
            todo += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return seen


def spots() -> Image.Image:
    """Two red spots with soft edges on blue, one of them lighter inside."""
    image = Image.new("RGB", (1200, 900), (20, 40, 200))
    for box in (Box(100, 100, 500, 600), Box(700, 300, 1100, 800)):
        image.paste((200, 40, 20), mask=ellipse(image.size, box).image())
    return image


@settings(max_examples=25, deadline=None)
@given(few_colours, points, st.integers(0, 80))
def test_near_is_what_the_difference_says(pixels: Pixels, point: tuple[int, int], tolerance: int) -> None:
    colour = np.broadcast_to(pixels[point[1], point[0]], pixels.shape)
    near = difference(pixels, colour) <= tolerance
    assert ((whole_plane(similar(pixels, point, tolerance, False, smooth=False)) == 255) == near).all()
    joined = filled(near, *point)
    assert ((whole_plane(similar(pixels, point, tolerance, smooth=False)) == 255) == joined).all()


@settings(max_examples=20, deadline=None)
@given(few_colours, points, st.integers(0, 80), st.booleans())
def test_more_tolerance_is_never_less(pixels: Pixels, point: tuple[int, int], tolerance: int, contiguous: bool) -> None:
    less, more = (whole_plane(similar(pixels, point, most, contiguous)) for most in (tolerance, tolerance + 10))
    assert (more >= less).all()
    assert less[point[1], point[0]] > 0


def test_a_picture_and_its_pixels_give_the_same() -> None:
    assert same(similar(spots(), (300, 300), 30), similar(np.asarray(spots()), (300, 300), 30))


def test_only_what_is_joined_unless_all_is_asked_for() -> None:
    one, both = similar(spots(), (300, 300), 30), similar(spots(), (300, 300), 30, False)
    assert one.box.right <= 502
    assert both.box.right >= 1099
    assert whole_plane(one).sum() * 2 == pytest.approx(whole_plane(both).sum(), rel=0.01)


def test_the_edge_is_no_staircase_and_the_inside_is_full() -> None:
    plane = whole_plane(similar(spots(), (300, 300), 30))
    assert plane[300, 300] == 255
    assert len(np.unique(plane)) > 6
    assert 0.005 < ((plane > 0) & (plane < 255)).sum() / (plane == 255).sum() < 0.03


def test_what_cannot_be_seen_makes_no_difference() -> None:
    pixels = np.zeros((4, 6, 4), np.uint8)
    pixels[:, :3] = (255, 0, 0, 0)
    pixels[:, 5] = (0, 0, 0, 255)
    assert similar(pixels, (0, 0), 10, smooth=False).box == Box(0, 0, 5, 4)
    assert similar(Image.fromarray(pixels), (5, 0), 10, smooth=False).box == Box(5, 0, 6, 4)


@pytest.mark.parametrize("point", [(-1, 3), (3, -1), (1200, 3), (3, 900)])
def test_a_point_outside_is_refused(point: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        similar(spots(), point, 10)


def test_the_picture_is_left_alone() -> None:
    pixels = np.asarray(spots()).copy()
    before = pixels.copy()
    similar(pixels, (300, 300), 30)
    assert (pixels == before).all()
    assert isinstance(similar(pixels, (300, 300), 30), Mask)
