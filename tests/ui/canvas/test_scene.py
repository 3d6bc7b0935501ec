"""What lies where: one picture or two, cut or beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from flux_desktop.ui.canvas import CompareMode, Levels, Shown
from flux_desktop.ui.canvas.levels import Level
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.transform import Box, same_aspect

quick = settings(max_examples=40, deadline=None)
SIDES = st.integers(20, 4000)
SIZES = st.tuples(SIDES, SIDES)


def sized(size: tuple[int, int], id: str = "one") -> Shown:
    """A picture of that size without pixels: where it lies needs none."""
    return Shown(Levels(*size, (Level(QImage(), 1.0, 1.0),)), id)


def two(mode: CompareMode, size: tuple[int, int] = (800, 600), result: tuple[int, int] | None = None) -> Scene:
    scene = Scene(shown=sized(result or size), before=sized(size, "before"), mode=mode)
    scene.arrange((1000, 700), 1.0)
    return scene


@pytest.mark.parametrize("across", [True, False])
@quick
@given(SIZES, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_panes_are_alike_and_lie_beside_a_gap(across: bool, size: tuple[int, int], ratio: float) -> None:
    scene = two(CompareMode.SIDE_BY_SIDE)
    scene.across = across
    scene.arrange(size, ratio)
    first, second = scene.panes
    assert (first.width, first.height) == (second.width, second.height)
    assert (second.right, second.bottom) == size
    gap = second.x - first.right if across else second.y - first.bottom
    assert gap >= round(6 * ratio)


def test_one_picture_has_one_pane() -> None:
    scene = two(CompareMode.SINGLE)
    assert scene.panes == (Box(0, 0, 1000, 700),)
    assert not scene.comparing
    assert len(scene.layers()) == 1


def test_a_point_is_in_its_pane_or_else_in_the_first() -> None:
    scene = two(CompareMode.SIDE_BY_SIDE)
    first, second = scene.panes
    assert scene.pane_at((10, 10)) == first
    assert scene.pane_at((990, 10)) == second
    assert scene.pane_at((500, 10)) == first, "the gap"


@pytest.mark.parametrize("across", [True, False])
@quick
@given(SIZES, st.floats(0, 1), st.floats(0.05, 8), st.sampled_from([1.0, 1.5, 2.0]))
def test_the_line_and_the_split_agree(
    across: bool, size: tuple[int, int], share: float, zoom: float, ratio: float
) -> None:
    scene = two(CompareMode.SPLIT, size)
    scene.across = across
    scene.arrange((1000, 700), ratio)
    scene.view = scene.view.zoomed(zoom)
    scene.split = share
    seen = scene.view.visible
    length = seen.width if across else seen.height
    assert scene.split_at(scene.line) == pytest.approx(share, abs=ratio / length)
    assert (scene.split_at(-5000), scene.split_at(5000)) == (0, 1)


def test_the_divider_stays_where_it_is_on_the_screen_when_the_picture_moves() -> None:
    scene = two(CompareMode.SPLIT)
    scene.view = scene.view.zoomed(4.0)
    line = scene.line
    scene.view = scene.view.panned(150, 90)
    assert scene.line == line


@quick
@given(st.floats(0, 1))
def test_the_halves_leave_nothing_out(share: float) -> None:
    scene = two(CompareMode.SPLIT)
    scene.split = share
    first, second = (layer.area for layer in scene.layers())
    assert first.right == second.x
    assert (first.x, second.right) == (0, 1000)


@pytest.mark.parametrize("result", [(800, 600), (400, 300), (1600, 1200), (808, 600)])
def test_a_result_lies_where_its_original_does(result: tuple[int, int]) -> None:
    scene = two(CompareMode.SPLIT, result=result)
    before, after = (layer.box for layer in scene.layers())
    assert before == after


def test_a_result_of_another_shape_lies_in_the_middle_of_its_original() -> None:
    scene = two(CompareMode.SPLIT, (800, 600), (600, 600))
    before, after = (layer.box for layer in scene.layers())
    assert after.height == before.height
    assert after.x + after.width / 2 == pytest.approx(before.x + before.width / 2, abs=1)


def test_an_original_of_another_shape_is_peeked_at_round_its_result() -> None:
    scene = two(CompareMode.SINGLE, (800, 600), (600, 600))
    result = scene.layers()[0].box
    scene.peek = True
    original = scene.layers()[0].box
    assert original.height == result.height
    assert original.width == pytest.approx(result.width * 800 / 600, abs=1)


@pytest.mark.parametrize("mode", [CompareMode.SPLIT, CompareMode.SIDE_BY_SIDE])
def test_what_is_seen_stays_while_modes_change(mode: CompareMode) -> None:
    scene = two(CompareMode.SINGLE, (1600, 1200), (800, 600))
    scene.view = scene.view.zoomed(4.0, (300, 200))
    middle = scene.view.centre
    scene.mode = mode
    scene.arrange(scene.size, 1.0)
    assert scene.view.zoom == pytest.approx(2.0), "of the original, which is twice as large"
    assert scene.view.centre == pytest.approx((middle[0] * 2, middle[1] * 2))
    scene.mode = CompareMode.SINGLE
    scene.arrange(scene.size, 1.0)
    assert (scene.view.zoom, *scene.view.centre) == pytest.approx((4.0, *middle))


def test_labels_say_which_is_which() -> None:
    scene = two(CompareMode.SPLIT)
    assert [layer.label for layer in scene.layers()] == ["Original", "Result"]
    scene.peek = True
    assert [layer.label for layer in scene.layers()] == ["Original"]
    scene.mode = CompareMode.SIDE_BY_SIDE
    assert [layer.label for layer in scene.layers()] == ["Original", "Original"]
    scene.mode = CompareMode.SINGLE
    assert [layer.label for layer in scene.layers()] == ["Original"]
    scene.peek = False
    assert [layer.label for layer in scene.layers()] == [""]


def test_the_first_picture_is_fitted_and_so_is_the_first_after_none() -> None:
    scene = two(CompareMode.SINGLE)
    scene.view = scene.view.zoomed(2.0)
    scene.shown = None
    scene.arrange((1000, 700), 1.0)
    assert scene.layers() == []
    scene.shown = sized((800, 600))
    scene.arrange((1000, 700), 1.0)
    assert scene.view.fits


def test_which_points_are_on_a_picture() -> None:
    scene = two(CompareMode.SIDE_BY_SIDE)
    assert scene.holds((200, 350))
    assert scene.holds((800, 350))
    assert not scene.holds((200, 5)), "above it"
    assert not scene.holds((500, 350)), "between the two"


SHAPES = st.tuples(st.integers(16, 3000), st.integers(16, 3000))


@pytest.mark.parametrize("mode", list(CompareMode))
@quick
@given(SHAPES, SHAPES, st.floats(0.05, 8), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_point_of_the_screen_is_the_same_place_in_both(
    mode: CompareMode, before: tuple[int, int], result: tuple[int, int], zoom: float, share: tuple[float, float]
) -> None:
    """The same share of either picture where the shapes agree; else the result lies in the middle, undistorted."""
    scene = two(mode, before, result)
    scene.view = scene.view.zoomed(zoom)
    first, second = (version.lies for version in scene.versions())
    if same_aspect(before, result):
        assert first == second
    else:
        assert second.width / second.height == pytest.approx(result[0] / result[1])
        assert [middle(second, axis) for axis in (0, 1)] == pytest.approx([middle(first, axis) for axis in (0, 1)])
        assert first.width >= second.width - 1e-6
        assert first.height >= second.height - 1e-6
    at = scene.view.to_view((first.x + share[0] * first.width, first.y + share[1] * first.height))
    back = scene.view.to_picture(at)
    assert back[0] == pytest.approx(first.x + share[0] * first.width, abs=1e-3)
    assert back[1] == pytest.approx(first.y + share[1] * first.height, abs=1e-3)


def middle(box: Box, axis: int) -> float:
    return box.x + box.width / 2 if axis == 0 else box.y + box.height / 2


@pytest.mark.parametrize("mode", [mode for mode in CompareMode if mode is not CompareMode.SINGLE])
def test_while_two_are_compared_pixels_are_those_of_the_original(mode: CompareMode) -> None:
    scene = two(mode, (1600, 1200), (400, 300))
    assert scene.view.picture == (1600, 1200)
    scene.swapped = True
    scene.arrange(scene.size, 1.0)
    assert scene.view.picture == (1600, 1200), "also with the sides swapped"


def test_an_onion_skin_is_one_through_the_other() -> None:
    scene = two(CompareMode.ONION)
    scene.opacity = 0.3
    assert [(layer.label, layer.opacity) for layer in scene.layers()] == [("Original", 1.0), ("Result", 0.3)]
    assert len({layer.box for layer in scene.layers()}) == 1


def test_blinking_pictures_are_seen_in_turn() -> None:
    scene = two(CompareMode.BLINK)
    assert [layer.label for layer in scene.layers()] == ["Result"]
    scene.flipped = True
    assert [layer.label for layer in scene.layers()] == ["Original"]


def test_a_difference_lies_where_the_original_does() -> None:
    scene = two(CompareMode.DIFFERENCE, (800, 600), (600, 600))
    scene.finding = "Working"
    assert [layer.label for layer in scene.layers()] == ["Working"], "the result, until the map is there"
    scene.difference, scene.finding = sized((800, 600)).levels, "5 % differs"
    assert [(layer.label, layer.levels) for layer in scene.layers()] == [
        ("5 % differs · Original ↔ Result", scene.difference)
    ]
    assert scene.layers()[0].box == scene.view.bounds


@pytest.mark.parametrize("mode", [CompareMode.SPLIT, CompareMode.SIDE_BY_SIDE, CompareMode.ONION])
def test_swapped_sides_keep_their_labels(mode: CompareMode) -> None:
    scene = two(mode)
    pictures = [layer.levels for layer in scene.layers()]
    scene.swapped = True
    assert [layer.levels for layer in scene.layers()] == pictures[::-1]
    assert [layer.label for layer in scene.layers()] == ["Result", "Original"]
    scene.peek = True
    assert {layer.label for layer in scene.layers()} == {"Original"}, "held up is always the other picture"


def test_what_is_held_up_without_another_picture_is_the_picture() -> None:
    scene = two(CompareMode.SPLIT)
    scene.before, scene.peek = None, True
    assert scene.shown is not None
    assert [layer.levels for layer in scene.layers()] == [scene.shown.levels]
    assert not scene.peeking
