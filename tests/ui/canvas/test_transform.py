"""Zoom, position and clamping of a picture in a viewport."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flux_desktop.ui.canvas.transform import (
    MAX_ZOOM,
    MIN_ZOOM,
    STEPS,
    Box,
    Point,
    Size,
    View,
    place,
    place_around,
    same_aspect,
    step_down,
    step_up,
)

quick = settings(max_examples=30, deadline=None)

SIDES = st.integers(1, 20_000)
PICTURES = st.tuples(SIDES, SIDES)
VIEWPORTS = st.tuples(st.integers(1, 4000), st.integers(1, 4000))
ZOOMS = st.floats(MIN_ZOOM, MAX_ZOOM)
SHARES = st.tuples(st.floats(0, 1), st.floats(0, 1))
MOVES = st.tuples(st.floats(-5000, 5000), st.floats(-5000, 5000))


@st.composite
def fitted(draw: st.DrawFn) -> View:
    return View(draw(VIEWPORTS), draw(PICTURES), draw(st.integers(0, 24))).fitted()


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view as one gets it by zooming somewhere and dragging."""
    view = draw(fitted())
    at = point_at(view, draw(SHARES))
    return view.zoomed(draw(ZOOMS), at).panned(*draw(MOVES))


@st.composite
def inner_views(draw: st.DrawFn) -> tuple[View, Point, float]:
    """A view in the middle of a picture so large that its edge is far away, a point, and the zoom to go to."""
    sides = st.integers(8000, 20_000)
    picture = (draw(sides), draw(sides))
    viewport = (draw(st.integers(50, 1000)), draw(st.integers(50, 1000)))
    zooms = st.floats(0.5, 8)
    middle = (picture[0] / 2, picture[1] / 2)
    view = replace(View(viewport, picture, 12), zoom=draw(zooms), centre=middle, fits=False)
    return view, point_at(view, draw(SHARES)), draw(zooms)


def point_at(view: View, share: tuple[float, float]) -> Point:
    return share[0] * view.viewport[0], share[1] * view.viewport[1]


def under(view: View, point: Point) -> Point:
    """What of the picture is exactly under a point, without the rounding to whole device pixels."""
    x, y = (view.centre[axis] + (point[axis] - view.viewport[axis] / 2) / view.zoom for axis in (0, 1))
    return x, y


@quick
@given(fitted())
def test_fit_shows_all_of_the_picture_as_large_as_it_goes(view: View) -> None:
    room = [max(1, side - 2 * view.margin) for side in view.viewport]
    sides = [side * view.zoom for side in view.picture]
    assert all(side <= space + 1e-6 for side, space in zip(sides, room, strict=True))
    assert view.zoom == MAX_ZOOM or any(side == pytest.approx(space) for side, space in zip(sides, room, strict=True))
    assert view.fits


@quick
@given(fitted())
def test_a_fitted_picture_is_in_the_middle(view: View) -> None:
    bounds = view.bounds
    assert bounds.x + bounds.width / 2 == pytest.approx(view.viewport[0] / 2, abs=1)
    assert bounds.y + bounds.height / 2 == pytest.approx(view.viewport[1] / 2, abs=1)


@quick
@given(inner_views())
def test_zooming_keeps_the_point_under_the_pointer(given_: tuple[View, Point, float]) -> None:
    view, at, zoom = given_
    after = view.zoomed(zoom, at)
    assert after.zoom == zoom
    assert under(after, at) == pytest.approx(under(view, at), abs=1e-6)
    assert after.to_view(under(view, at)) == pytest.approx(at, abs=1.01), "as painted: at whole device pixels"


@quick
@given(inner_views())
def test_zooming_in_and_out_leads_back(given_: tuple[View, Point, float]) -> None:
    view, at, zoom = given_
    back = view.zoomed(zoom, at).zoomed(view.zoom, at)
    assert back.centre == pytest.approx(view.centre)


@quick
@given(views(), SHARES)
def test_a_point_goes_to_the_picture_and_back(view: View, share: tuple[float, float]) -> None:
    at = point_at(view, share)
    assert view.to_view(view.to_picture(at)) == pytest.approx(at, abs=1e-6)


@quick
@given(views(), SHARES)
def test_a_point_of_the_picture_goes_to_the_view_and_back(view: View, share: tuple[float, float]) -> None:
    point = (share[0] * view.picture[0], share[1] * view.picture[1])
    assert view.to_picture(view.to_view(point)) == pytest.approx(point, abs=1e-6)


@quick
@given(views())
def test_the_picture_never_leaves_the_viewport(view: View) -> None:
    bounds = view.bounds
    starts, sides = (bounds.x, bounds.y), (bounds.width, bounds.height)
    for start, side, room, own in zip(starts, sides, view.viewport, view.picture, strict=True):
        if own * view.zoom <= room:
            assert start + side / 2 == pytest.approx(room / 2, abs=1), "seen whole: in the middle"
        else:
            assert start <= view.margin + 1, "no more than the margin is free before it"
            assert start + side >= room - view.margin - 1.5, "nor behind it"


@quick
@given(views(), ZOOMS)
def test_zoom_keeps_to_its_limits(view: View, zoom: float) -> None:
    for wanted in (zoom / 1000, zoom, zoom * 1000):
        after = view.zoomed(wanted)
        assert min(MIN_ZOOM, view.fit_zoom) <= after.zoom <= MAX_ZOOM
        assert not after.fits


def test_a_huge_picture_may_be_smaller_than_one_percent() -> None:
    view = View((100, 100), (100_000, 100_000)).fitted()
    assert view.zoom == pytest.approx(0.001)
    assert view.zoomed(1.0).zoomed(0).zoom == pytest.approx(0.001)


@quick
@given(inner_views(), st.tuples(st.floats(-200, 200), st.floats(-200, 200)))
def test_panning_moves_what_is_seen_and_leads_back(
    given_: tuple[View, Point, float], move: tuple[float, float]
) -> None:
    view, at, _zoom = given_
    there = view.panned(*move)
    assert under(there, (at[0] + move[0], at[1] + move[1])) == pytest.approx(under(view, at), abs=1e-6)
    assert there.panned(-move[0], -move[1]).centre == pytest.approx(view.centre)


@quick
@given(inner_views())
def test_many_small_moves_are_one_great_move(given_: tuple[View, Point, float]) -> None:
    view = given_[0]
    there = view
    for _ in range(10):
        there = there.panned(0.3, -0.3)
    assert there.centre == pytest.approx(view.panned(3, -3).centre)


@quick
@given(fitted(), MOVES)
@example(View((1, 57), (1, 387), 0, 57 / 387, (0.5, 193.5)), (3.0, 3.0))
def test_a_picture_that_fits_is_not_moved(view: View, move: tuple[float, float]) -> None:
    assert view.panned(*move).bounds == view.bounds
    assert not view.pannable


@quick
@given(fitted(), VIEWPORTS)
def test_fit_follows_the_viewport(view: View, viewport: Size) -> None:
    assert view.resized(viewport, 12) == View(viewport, view.picture, 12).fitted()


@quick
@given(inner_views(), st.tuples(st.integers(50, 1000), st.integers(50, 1000)))
def test_a_chosen_zoom_stays_when_the_viewport_changes(given_: tuple[View, Point, float], viewport: Size) -> None:
    view = given_[0]
    after = view.resized(viewport, 12)
    assert (after.zoom, after.centre, after.fits) == (view.zoom, view.centre, False)


@quick
@given(inner_views(), st.floats(0.25, 4))
def test_a_picture_of_the_same_shape_takes_the_same_place(given_: tuple[View, Point, float], factor: float) -> None:
    view = given_[0]
    other = (view.picture[0] * factor, view.picture[1] * factor)
    after = view.rebased(other)
    assert after.bounds == pytest.approx(view.bounds, abs=1), "a pixel for the last bit"
    assert after.picture == other


@pytest.mark.parametrize("factor", [0.25, 1 / 3, 0.5, 2.0, 3.0])
def test_between_a_picture_and_its_smaller_twin_nothing_moves(factor: float) -> None:
    view = View((641, 479), (4001, 3001), 12).fitted().zoomed(1.0)
    assert view.rebased((4001 * factor, 3001 * factor)).bounds == view.bounds


@pytest.mark.parametrize("viewport", [(640, 480), (641, 479)])
def test_one_pixel_moves_the_picture_by_one(viewport: Size) -> None:
    view = View(viewport, (4000, 3000), 12).fitted().zoomed(1.0)
    places = []
    for _ in range(6):
        view = view.panned(1, 1)
        places.append((view.bounds.x, view.bounds.y))
    assert places == [(places[0][0] + step, places[0][1] + step) for step in range(6)]


def test_a_picture_of_another_shape_is_fitted() -> None:
    view = View((400, 300), (4000, 3000), 12).fitted().zoomed(1.0)
    assert view.rebased((3000, 4000)).fits
    assert not view.rebased((4016, 3008)).fits, "rounded to what a model makes: the same shape"


@quick
@given(views(), st.tuples(SIDES, SIDES, SIDES, SIDES))
def test_a_box_lies_at_whole_pixels_and_is_never_empty(view: View, sides: tuple[int, int, int, int]) -> None:
    box = view.box_to_view(Box(*sides))
    assert all(float(side).is_integer() for side in box)
    assert box.width >= 1
    assert box.height >= 1


def test_the_whole_picture_as_a_box_is_its_bounds() -> None:
    view = View((640, 480), (1621, 1277), 12).fitted()
    assert view.box_to_view(Box(0, 0, 1621, 1277)) == view.bounds


@quick
@given(ZOOMS)
def test_steps_lead_up_and_down_to_round_figures(zoom: float) -> None:
    up, down = step_up(zoom), step_down(zoom)
    assert up in STEPS
    assert down in STEPS
    assert up > zoom or up == MAX_ZOOM
    assert down < zoom or down == MIN_ZOOM


def test_steps_meet_what_the_keys_offer() -> None:
    upwards = [MIN_ZOOM]
    while upwards[-1] < MAX_ZOOM:
        upwards.append(step_up(upwards[-1]))
    assert tuple(upwards) == STEPS
    assert {0.5, 1.0, 2.0, 4.0} <= set(upwards)
    downwards = [MAX_ZOOM]
    while downwards[-1] > MIN_ZOOM:
        downwards.append(step_down(downwards[-1]))
    assert downwards == upwards[::-1]


@quick
@given(PICTURES, PICTURES)
def test_a_placed_picture_is_whole_and_in_the_middle(inner: Size, outer: Size) -> None:
    box = place(inner, outer)
    if same_aspect(inner, outer):
        assert box == Box(0, 0, *outer)
        return
    assert box.width <= outer[0] * (1 + 1e-9)
    assert box.height <= outer[1] * (1 + 1e-9)
    assert box.width / box.height == pytest.approx(inner[0] / inner[1])
    assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((outer[0] / 2, outer[1] / 2))


@quick
@given(PICTURES, PICTURES)
def test_placing_around_undoes_placing(inner: Size, outer: Size) -> None:
    box, around = place(inner, outer), place_around(outer, inner)
    scale = inner[0] / box.width
    assert around.width == pytest.approx(outer[0] * scale)
    assert around.x == pytest.approx(-box.x * scale, abs=1e-6 * max(inner))
    assert around.y == pytest.approx(-box.y * inner[1] / box.height, abs=1e-6 * max(inner))


def test_boxes_meet_or_do_not() -> None:
    assert Box(0, 0, 10, 10).intersected(Box(5, 8, 10, 10)) == Box(5, 8, 5, 2)
    assert Box(0, 0, 10, 10).intersected(Box(20, 0, 5, 5)).width == 0
    assert Box(0, 0, 10, 10).contains((0, 9.9))
    assert not Box(0, 0, 10, 10).contains((10, 0)), "the right edge belongs to what is beside it"


@pytest.mark.parametrize(("one", "other"), [((605, 253), (544, 223)), ((544, 223), (605, 253))])
def test_which_of_two_shapes_comes_first_does_not_matter(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert not same_aspect(one, other)
