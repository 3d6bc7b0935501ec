"""Rectangles, ellipses, polygons and how they join."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.shapes import How, Point, combined, ellipse, inverted, polygon, rectangle
from tests.imaging.region.masks import SIZE, boxes, covered, hard_masks, masks, same, whole_plane

Places = NDArray[np.float64]
HOWS: list[How] = ["replace", "add", "subtract", "intersect"]
SMALL = (9, 7)
corners = st.lists(st.tuples(st.floats(-3, 12), st.floats(-3, 10)), min_size=3, max_size=6)


def goes_around(points: list[Point], x: Places, y: Places) -> NDArray[np.bool_]:
    """Even-odd, by the sides that lie to the right, one at a time."""
    odd = np.zeros(np.broadcast_shapes(x.shape, y.shape), bool)
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if y1 != y2:
            odd ^= ((y1 > y) != (y2 > y)) & (x < x1 + (y - y1) * ((x2 - x1) / (y2 - y1)))
    return odd


@settings(max_examples=20, deadline=None)
@given(boxes)
def test_a_rectangle_is_full_inside_its_box_and_nothing_outside(box: Box) -> None:
    seen = whole_plane(rectangle(SIZE, box))
    for y in range(SIZE[1]):
        for x in range(SIZE[0]):
            assert seen[y, x] == (255 if box.left <= x < box.right and box.top <= y < box.bottom else 0)


@settings(max_examples=25, deadline=None)
@given(boxes)
def test_an_ellipse_covers_what_brute_force_says(box: Box) -> None:
    def is_inside(x: Places, y: Places) -> NDArray[np.bool_]:
        across, down = (2 * x - box.left - box.right) / box.width, (2 * y - box.top - box.bottom) / box.height
        inside: NDArray[np.bool_] = across**2 + down**2 < 1
        return inside

    expected = covered(SIZE, is_inside) if not box.is_empty else np.zeros((SIZE[1], SIZE[0]))
    assert np.abs(whole_plane(ellipse(SIZE, box)) - expected).max() < 16


@settings(max_examples=20, deadline=None)
@given(corners)
def test_a_polygon_covers_what_brute_force_says(points: list[Point]) -> None:
    expected = covered(SMALL, lambda x, y: goes_around(points, x, y))
    difference = np.abs(whole_plane(polygon(SMALL, points)) - expected)
    assert difference.max() < 48  # a side along a row may lie anywhere within a fine line
    assert difference.mean() < 5


def test_a_polygon_of_whole_pixels_is_the_rectangle() -> None:
    points = [(3.0, 2.0), (14.0, 2.0), (14.0, 11.0), (3.0, 11.0)]
    assert same(polygon(SIZE, points), rectangle(SIZE, Box(3, 2, 14, 11)))
    assert same(polygon(SIZE, points[::-1]), rectangle(SIZE, Box(3, 2, 14, 11)))


def test_half_a_pixel_is_half_covered() -> None:
    points = [(3.5, 2.0), (14.25, 2.0), (14.25, 11.0), (3.5, 11.0)]
    assert whole_plane(polygon(SIZE, points))[5, [2, 3, 4, 13, 14, 15]].tolist() == [0, 128, 255, 255, 64, 0]


def test_what_a_line_goes_around_twice_is_left_out() -> None:
    """A star of five points drawn in one go has a hole."""
    angles = [math.pi * 4 * index / 5 for index in range(5)]
    star = polygon((101, 101), [(50 + 49 * math.sin(angle), 50 - 49 * math.cos(angle)) for angle in angles])
    assert whole_plane(star)[50, 50] == 0
    assert whole_plane(star)[20, 50] == 255


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)], [(1.0, 1.0), (9.0, 9.0)], [(1.0, 4.0), (9.0, 4.0), (5.0, 4.0)]])
def test_a_line_without_area_is_nothing(points: list[Point]) -> None:
    assert polygon(SIZE, points).is_empty


def test_shapes_outside_the_picture_are_nothing() -> None:
    for box in (Box(30, 2, 40, 9), Box(-9, 2, -1, 9), Box(2, -9, 9, 0), Box(2, 17, 9, 20), Box(5, 5, 5, 9)):
        assert rectangle(SIZE, box).is_empty
        assert ellipse(SIZE, box).is_empty
        assert polygon(SIZE, [box[:2], (box.right, box.top), box[2:]]).is_empty


def test_large_shapes_are_made_in_strips_without_a_seam() -> None:
    size = (1500, 700)
    points = [(0.3, 0.2), (1499.7, 340.1), (700.5, 699.9)]
    plane = whole_plane(polygon(size, points))
    area = abs((1499.4 * 699.7) - (700.2 * 339.9)) / 2
    assert plane.sum() / 255 == pytest.approx(area, rel=1e-4)
    assert np.abs(np.diff((plane > 127).sum(axis=1))).max() < 6


@settings(max_examples=25, deadline=None)
@given(masks, masks)
def test_each_way_of_joining_pixel_by_pixel(mask: Mask, shape: Mask) -> None:
    first, second = whole_plane(mask), whole_plane(shape)
    assert same(combined(mask, shape, "replace"), shape)
    assert (whole_plane(combined(mask, shape, "add")) == np.maximum(first, second)).all()
    assert (whole_plane(combined(mask, shape, "intersect")) == np.minimum(first, second)).all()
    exact = first * (255 - second) / 255
    assert np.abs(whole_plane(combined(mask, shape, "subtract")) - exact).max() <= 0.5


@settings(max_examples=25, deadline=None)
@given(masks, masks, masks)
def test_sets_of_soft_masks(one: Mask, other: Mask, third: Mask) -> None:
    assert same(combined(one, one, "add"), one)
    assert same(combined(one, one, "intersect"), one)
    assert same(combined(one, other, "add"), combined(other, one, "add"))
    assert same(combined(one, other, "intersect"), combined(other, one, "intersect"))
    assert same(combined(combined(one, other, "add"), one, "intersect"), one)
    nested = combined(one, combined(other, third, "add"), "add")
    assert same(combined(combined(one, other, "add"), third, "add"), nested)
    assert same(inverted(inverted(one)), one)
    both = combined(inverted(one), inverted(other), "intersect")
    assert same(inverted(combined(one, other, "add")), both)


@settings(max_examples=25, deadline=None)
@given(hard_masks, hard_masks)
def test_sets_of_hard_masks(one: Mask, other: Mask) -> None:
    rest = combined(one, other, "subtract")
    assert combined(rest, other, "intersect").is_empty
    assert same(rest, combined(one, inverted(other), "intersect"))
    assert same(combined(rest, combined(one, other, "intersect"), "add"), one)


@pytest.mark.parametrize("how", HOWS)
def test_nothing_joins_too(how: How) -> None:
    nothing, some = Mask(SIZE), rectangle(SIZE, Box(2, 2, 5, 5))
    assert same(combined(some, nothing, how), some if how in ("add", "subtract") else nothing)
    assert same(combined(nothing, some, how), some if how in ("add", "replace") else nothing)


@pytest.mark.parametrize("how", HOWS)
def test_masks_of_different_pictures_do_not_join(how: How) -> None:
    with pytest.raises(ValueError, match="different"):
        combined(Mask((4, 4)), Mask((4, 5)), how)


def test_joining_leaves_what_was_joined_alone() -> None:
    one, other = rectangle(SIZE, Box(1, 1, 9, 9)), ellipse(SIZE, Box(4, 4, 15, 15))
    before = whole_plane(one), whole_plane(other)
    for how in HOWS:
        combined(one, other, how)
    inverted(one)
    assert (before[0] == whole_plane(one)).all()
    assert (before[1] == whole_plane(other)).all()
