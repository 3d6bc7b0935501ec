"""Drawing a region with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from flux_desktop.imaging.region.mask import Mask
from flux_desktop.ui.canvas.tools import Drawn, How, Tool
from flux_desktop.ui.canvas.tools.frame import Frame, dragged
from flux_desktop.ui.canvas.tools.kinds import SHAPES
from flux_desktop.ui.canvas.transform import Box
from tests.ui.canvas.hands import ALT, CTRL, MIDDLE, NONE, SHIFT
from tests.ui.canvas.tools.conftest import SIZE, Bench

pytestmark = pytest.mark.qt

SOME = Mask.of_plane(np.full((100, 200), 255, np.uint8), SIZE, 100, 100)


@pytest.mark.parametrize("tool", [Tool.RECTANGLE, Tool.ELLIPSE])
def test_a_drag_draws_a_box_in_pixels_of_the_picture(bench: Bench, tool: Tool) -> None:
    bench.take(tool).hands.drag((50, 40), (150, 100))
    assert bench.drawn == [Drawn(tool, ((100, 80), (300, 200)))]


@pytest.mark.parametrize(
    ("held", "how"),
    [(NONE, How.REPLACE), (SHIFT, How.ADD), (ALT, How.SUBTRACT), (SHIFT | ALT, How.INTERSECT)],
)
def test_what_is_held_says_what_becomes_of_the_region(bench: Bench, held: Qt.KeyboardModifier, how: How) -> None:
    bench.take(Tool.RECTANGLE).hands.press(50, 40, modifiers=held)
    bench.hands.move(150, 100)
    bench.hands.release(150, 100)
    assert [one.how for one in bench.drawn] == [how]


def test_a_button_says_it_for_who_holds_nothing(bench: Bench) -> None:
    bench.take(Tool.LASSO).tools.how = How.ADD
    bench.hands.drag((50, 40), (150, 100))
    bench.hands.press(50, 40)
    for x, y in ((120, 40), (120, 90)):
        bench.hands.move(x, y)
    bench.hands.release(120, 90)
    assert bench.drawn[-1] == Drawn(Tool.LASSO, ((100, 80), (240, 80), (240, 180)), How.ADD)


def test_a_lasso_keeps_the_way_of_the_hand(bench: Bench) -> None:
    bench.take(Tool.LASSO).hands.press(50, 40)
    for x, y in ((100, 40), (100, 41), (100, 90), (50, 90)):
        bench.hands.move(x, y)
    bench.hands.release(50, 90)
    assert [one.points for one in bench.drawn] == [((100, 80), (200, 80), (200, 180), (100, 180))]


def test_a_click_selects_nothing_and_takes_the_region_away(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).hands.drag((50, 40), (50, 40))
    assert (bench.drawn, bench.told) == ([], [])
    bench.tools.set_mask(SOME)
    bench.hands.drag((50, 40), (50, 40))
    assert (bench.drawn, bench.told) == ([], ["cleared"])


@pytest.mark.parametrize("end", ["enter", "double click", "first corner"])
def test_a_polygon_is_clicked_and_closed(bench: Bench, end: str) -> None:
    hands = bench.take(Tool.POLYGON).hands
    for x, y in ((50, 50), (150, 50), (150, 150), (20, 20)):
        hands.drag((x, y), (x, y))
    hands.tap(Qt.Key.Key_Backspace)
    assert bench.drawn == []
    if end == "enter":
        hands.tap(Qt.Key.Key_Return)
    elif end == "double click":
        hands.double_click(150, 150)
    else:
        hands.drag((52, 51), (52, 51))
    assert [one.points for one in bench.drawn] == [((100, 100), (300, 100), (300, 300))]


def test_escape_leaves_the_drawing_then_the_region_then_the_tool(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).tools.set_mask(SOME)
    bench.hands.press(50, 40)
    bench.hands.move(150, 100)
    bench.hands.tap(Qt.Key.Key_Escape)
    bench.hands.release(150, 100)
    assert (bench.drawn, bench.told, bench.tools.tool) == ([], [], Tool.RECTANGLE)
    bench.hands.tap(Qt.Key.Key_Escape)
    assert bench.told == ["cleared"]
    bench.tools.set_mask(None)
    bench.hands.tap(Qt.Key.Key_Escape)
    assert bench.tools.tool is Tool.HAND


def test_a_brush_paints_at_once_what_the_region_gets_later(bench: Bench) -> None:
    bench.tools.set_brush(40, 50)
    before = bench.look().pixelColor(100, 100)
    bench.take(Tool.BRUSH).hands.drag((60, 100), (140, 100))
    drawn = bench.drawn[0]
    assert (drawn.tool, drawn.how, drawn.diameter, drawn.hardness) == (Tool.BRUSH, How.ADD, 40, 0.5)
    assert (drawn.points[0], drawn.points[-1]) == ((120, 200), (280, 200))
    assert bench.look().pixelColor(100, 100) != before, "the trail stays until the region has it"
    bench.tools.set_mask(None)
    assert bench.look().pixelColor(100, 100) != before
    bench.tools.set_mask(Mask.of_plane(np.full((9, 9), 255, np.uint8), SIZE, 700, 500))
    assert bench.look().pixelColor(100, 100) == before


@pytest.mark.parametrize(("tool", "held"), [(Tool.ERASER, NONE), (Tool.BRUSH, ALT)])
def test_an_eraser_takes_away(bench: Bench, tool: Tool, held: Qt.KeyboardModifier) -> None:
    bench.take(tool).hands.drag((60, 100), (140, 100), modifiers=held)
    assert bench.drawn[0].how is How.SUBTRACT


@pytest.mark.parametrize("tool", [*SHAPES, Tool.ERASER, Tool.WAND])
@pytest.mark.parametrize("how", [How.SUBTRACT, How.INTERSECT])
def test_nothing_is_begun_that_needs_a_region_which_is_not_due(bench: Bench, tool: Tool, how: How) -> None:
    refused: list[How] = []
    bench.tools.refused.connect(refused.append)
    bench.tools.is_region_due = lambda: False
    bench.take(tool).tools.how = how
    bench.hands.press(50, 40)
    bench.hands.move(150, 100)
    assert not bench.tools.is_drawing, "no trail that promises something"
    bench.hands.release(150, 100)
    assert bench.drawn == []
    assert refused == [How.SUBTRACT if tool is Tool.ERASER else how]


def test_a_brush_shows_its_true_size_at_the_pointer(bench: Bench) -> None:
    bench.tools.set_brush(80, 100)
    bench.take(Tool.BRUSH).hands.move(200, 150)
    with_ring = bench.look()
    bench.take(Tool.HAND)
    without = bench.look()
    across = [x for x in range(120, 280) if with_ring.pixelColor(x, 150) != without.pixelColor(x, 150)]
    assert (min(across), max(across)) == pytest.approx((179, 220), abs=2), "40 pixels of the canvas are 80 of it"


def test_a_brush_grows_and_shrinks_by_steps_within_limits(bench: Bench) -> None:
    bench.tools.set_brush(2, 100)
    bench.tools.enlarge_brush(1)
    assert bench.tools.diameter == 3
    for _ in range(60):
        bench.tools.enlarge_brush(1)
    assert bench.tools.diameter == 2000
    for _ in range(60):
        bench.tools.enlarge_brush(-1)
    assert bench.tools.diameter == 1


def test_the_wand_takes_what_is_clicked_in_the_picture(bench: Bench) -> None:
    bench.canvas.zoom_to(0.25)
    bench.take(Tool.WAND).hands.drag((200, 150), (200, 150), modifiers=SHIFT)
    bench.hands.drag((5, 5), (5, 5))
    assert bench.drawn == [Drawn(Tool.WAND, ((400, 300),), How.ADD)]


def test_space_and_the_middle_button_still_move_the_picture(bench: Bench) -> None:
    bench.canvas.zoom_to(2.0)
    start = bench.canvas.view.centre
    bench.take(Tool.BRUSH).hands.drag((200, 150), (150, 150), MIDDLE)
    moved = bench.canvas.view.centre
    bench.hands.hold(Qt.Key.Key_Space)
    bench.hands.drag((200, 150), (150, 150))
    bench.hands.let_go(Qt.Key.Key_Space)
    assert start[0] < moved[0] < bench.canvas.view.centre[0]
    assert bench.drawn == []


def test_with_the_hand_everything_is_as_ever(bench: Bench) -> None:
    bench.canvas.zoom_to(2.0)
    start = bench.canvas.view.centre
    bench.hands.drag((200, 150), (150, 150))
    bench.hands.tap(Qt.Key.Key_Right)
    assert bench.canvas.view.centre[0] == pytest.approx(start[0] + 25 + 24)
    bench.hands.double_click(200, 150)
    assert bench.canvas.is_fit


def test_nothing_is_drawn_on_a_picture_that_is_only_looked_at(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).tools.set_picture(None)
    bench.hands.drag((50, 40), (150, 100))
    bench.hands.tap(Qt.Key.Key_Return)
    assert (bench.drawn, bench.told) == ([], [])


def test_arrow_keys_move_and_resize_the_region(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).tools.set_mask(SOME)
    bench.hands.tap(Qt.Key.Key_Right)
    bench.hands.tap(Qt.Key.Key_Up, SHIFT)
    bench.hands.tap(Qt.Key.Key_Left, CTRL)
    assert bench.told == [("moved", 1, 0), ("moved", 0, -10), ("resized", -1, 0)]


def test_keys_alone_begin_a_rectangle(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).hands.tap(Qt.Key.Key_Return)
    assert bench.told == ["begun"]


def test_the_frame_is_moved_and_resized_by_handles_and_keys(bench: Bench) -> None:
    bench.tools.set_mask(SOME)
    bench.tools.set_frame(Frame((100, 100, 400, 300)))
    hands = bench.take(Tool.FRAME).hands
    hands.drag((150, 100), (160, 90))
    hands.tap(Qt.Key.Key_Escape)
    bench.tools.set_frame(Frame((100, 100, 400, 300)))
    bench.take(Tool.FRAME)
    hands.drag((250, 200), (270, 210))
    bench.tools.set_frame(Frame((100, 100, 400, 300)))
    hands.tap(Qt.Key.Key_Right, SHIFT)
    hands.tap(Qt.Key.Key_Down, CTRL)
    assert bench.told == [(120, 80, 400, 300), (100, 100, 440, 320), (110, 100, 400, 300), (100, 100, 400, 301)]


def test_no_side_of_a_frame_crosses_the_other() -> None:
    assert dragged((100, 100, 400, 300), (-1, 1), (900, -900)) == (484, 100, 16, 16)


def test_shift_after_the_beginning_makes_a_square(bench: Bench) -> None:
    bench.take(Tool.RECTANGLE).hands.press(50, 50)
    place, left = QPointF(150, 70), Qt.MouseButton.LeftButton
    QApplication.sendEvent(bench.canvas, QMouseEvent(QEvent.Type.MouseMove, place, place, left, left, SHIFT))
    bench.hands.release(150, 70, modifiers=SHIFT)
    assert bench.drawn[0].points == ((100, 100), (300, 300))
    assert bench.drawn[0].how is How.REPLACE


def test_an_idle_toolbox_leaves_the_canvas_to_itself(bench: Bench) -> None:
    assert not bench.tools.paints
    bench.tools.set_mask(SOME)
    assert bench.tools.paints
    bench.tools.set_mask(None)
    bench.take(Tool.LASSO).hands.press(50, 40)
    assert bench.tools.paints
    bench.hands.release(50, 40)
    assert not bench.tools.paints
    bench.take(Tool.BRUSH)
    assert bench.tools.paints


def test_in_a_turned_view_tools_work_on_the_pixels_that_are_seen(bench: Bench) -> None:
    bench.canvas.turn(1)
    bench.canvas.zoom_to(0.25)
    bench.take(Tool.WAND).hands.drag((200, 150), (200, 150))
    bench.take(Tool.RECTANGLE).hands.drag((205, 150), (225, 180))
    assert bench.drawn[0] == Drawn(Tool.WAND, ((400, 299),)), "the pixel below and right of it as seen"
    assert {tuple(sorted(ends)) for ends in zip(*bench.drawn[1].points, strict=True)} == {(400, 520), (200, 280)}
    assert bench.tools.seen == ((0, 0), SIZE)


def test_in_a_turned_view_arrow_keys_go_the_way_that_is_seen(bench: Bench) -> None:
    bench.canvas.turn(1)
    bench.take(Tool.RECTANGLE).tools.set_mask(SOME)
    bench.hands.tap(Qt.Key.Key_Right)
    bench.hands.tap(Qt.Key.Key_Down, SHIFT)
    bench.hands.tap(Qt.Key.Key_Right, CTRL)
    assert bench.told == [("moved", 0, -1), ("moved", 10, 0), ("resized", 0, 1)]


def test_in_a_turned_view_a_handle_drags_the_side_that_is_seen(bench: Bench) -> None:
    bench.canvas.turn(1)
    bench.canvas.zoom_to(0.25)
    bench.tools.set_mask(SOME)
    bench.tools.set_frame(Frame((200, 200, 400, 200)))
    view = bench.canvas.view
    box = view.box_to_view(Box(200, 200, 400, 200))
    right, middle = int(box.right), int(box.y + box.height / 2)
    bench.take(Tool.FRAME).hands.drag((right, middle), (right + 10, middle))
    assert bench.told == [(200, 160, 400, 240)], "what is right as seen is the upper side of the picture"
