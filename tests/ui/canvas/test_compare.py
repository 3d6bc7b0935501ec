"""The divider and the modes, by mouse, keys and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas, CompareMode, CompareView
from tests.ui.canvas.hands import CTRL, MIDDLE, SHIFT, Hands
from tests.ui.canvas.pictures import BLUE, RED, colour_at, plain, shown, speckled

VERTICAL = Qt.Orientation.Vertical


@pytest.fixture
def divided(hands: Hands) -> Hands:
    """A result over its original, with the divider in the middle and the focus on it."""
    hands.canvas.compare(shown(plain(800, 600, BLUE), "before"))
    hands.canvas.compare_mode = CompareMode.SPLIT
    divider(hands).setFocus(Qt.FocusReason.TabFocusReason)
    return hands


def divider(hands: Hands) -> CompareView:
    found = hands.canvas.findChild(CompareView, "compare_view")
    assert found is not None
    return found


def test_the_divider_is_seen_exactly_while_two_pictures_are(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.compare_mode = CompareMode.SPLIT
    assert not canvas.is_comparing
    assert not divider(hands).isVisible()
    canvas.compare(shown(plain(800, 600), "before"))
    assert canvas.is_comparing
    assert divider(hands).isVisible()
    canvas.compare_mode = CompareMode.SINGLE
    assert not divider(hands).isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers", "split"),
    [
        (Qt.Key.Key_Right, SHIFT, 0.6),
        (Qt.Key.Key_Left, SHIFT, 0.4),
        (Qt.Key.Key_Right, None, 0.51),
        (Qt.Key.Key_Left, None, 0.49),
        (Qt.Key.Key_Down, None, 0.51),
        (Qt.Key.Key_Up, None, 0.49),
        (Qt.Key.Key_Home, None, 0.0),
        (Qt.Key.Key_End, None, 1.0),
    ],
)
def test_keys_move_the_divider(
    divided: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier | None, split: float
) -> None:
    told: list[float] = []
    divided.canvas.split_changed.connect(told.append)
    divided.tap(key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert divided.canvas.split == pytest.approx(split)
    assert told == [pytest.approx(split)]


def test_the_divider_stops_at_the_edges(divided: Hands) -> None:
    divided.tap(Qt.Key.Key_Home)
    divided.tap(Qt.Key.Key_Left)
    assert divided.canvas.split == 0
    assert divider(divided).geometry().left() >= 0, "it can still be taken"
    divided.tap(Qt.Key.Key_End)
    divided.tap(Qt.Key.Key_Right)
    assert divided.canvas.split == 1
    assert divider(divided).geometry().right() <= 400


def test_other_keys_are_the_canvas_s(divided: Hands) -> None:
    divided.hold(Qt.Key.Key_O)
    assert divided.canvas.peeking
    divided.let_go(Qt.Key.Key_O)
    assert not divided.canvas.peeking


def test_the_mouse_moves_the_divider_from_where_it_was_taken(divided: Hands) -> None:
    seen = divided.canvas.view.visible
    divided.press(206, 150)
    assert divided.canvas.split == 0.5, "it does not jump under the pointer"
    divided.move(306, 150)
    assert divided.canvas.split == pytest.approx((300 - seen.x) / seen.width, abs=0.003)
    divided.move(399, 150)
    assert divided.canvas.split == 1
    divided.release(399, 150)
    divided.move(100, 150)
    assert divided.canvas.split == 1, "let go"


def test_a_divider_that_lies_across_moves_up_and_down(divided: Hands) -> None:
    canvas = divided.canvas
    canvas.orientation = VERTICAL
    assert divider(divided).orientation() is VERTICAL
    seen = canvas.view.visible
    divided.drag((200, 150), (200, 80))
    assert canvas.split == pytest.approx((80 - seen.y) / seen.height, abs=0.004)
    divided.tap(Qt.Key.Key_Up)
    assert canvas.split == pytest.approx((80 - seen.y) / seen.height - 0.01, abs=0.004)


def test_a_double_click_puts_the_divider_into_the_middle(divided: Hands) -> None:
    divided.canvas.split = 0.75
    divided.double_click(divider(divided).geometry().center().x(), 150)
    assert divided.canvas.split == 0.5
    assert divided.canvas.is_fit, "and does nothing else"


def test_the_strip_is_broad_enough_to_be_hit(divided: Hands) -> None:
    assert divider(divided).width() >= 20


def test_the_wheel_over_the_divider_zooms(divided: Hands) -> None:
    before = divided.under(200, 150)
    divided.wheel(200, 150, (0, 120), CTRL)
    assert divided.canvas.zoom == pytest.approx(divided.canvas.view.fit_zoom * 1.25)
    assert divided.under(200, 150) == pytest.approx(before, abs=2)


def test_other_buttons_do_not_move_the_divider(divided: Hands) -> None:
    divided.drag((200, 150), (300, 150), MIDDLE)
    assert divided.canvas.split == 0.5


def test_a_screen_reader_meets_a_slider(divided: Hands) -> None:
    face = QAccessible.queryAccessibleInterface(divider(divided))
    assert face.role() is QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Comparison divider"
    assert face.text(QAccessible.Text.Identifier) == "compare_view"
    assert "Original" in face.text(QAccessible.Text.Description)
    value = face.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 50, 100), "per cent"
    value.setCurrentValue(20)
    assert divided.canvas.split == 0.2
    divided.tap(Qt.Key.Key_Right)
    assert value.currentValue() == 21


def test_the_divider_is_as_fine_as_the_screen(divided: Hands) -> None:
    divided.canvas.split = 0.5037
    assert divided.canvas.split == 0.5037
    divided.canvas.split = 7
    assert divided.canvas.split == 1


def test_side_by_side_the_line_is_no_control(divided: Hands) -> None:
    canvas = divided.canvas
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    assert canvas.hasFocus(), "the focus does not stay on what cannot be moved"
    assert divider(divided).focusPolicy() is Qt.FocusPolicy.NoFocus
    canvas.zoom_to(2.0)
    x = canvas.view.bounds.x
    divided.drag((200, 150), (230, 150))
    assert canvas.split == 0.5
    assert canvas.view.bounds.x == x + 30


def test_side_by_side_zooms_at_the_same_point_from_either_pane(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.compare(shown(speckled(800, 600), "before"))
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    views = []
    second = canvas.width() - canvas.view.viewport[0]
    for x in (60, 60 + second):
        canvas.fit()
        hands.wheel(int(x), 140, (0, 480), CTRL)
        views.append(canvas.view)
    assert views[0] == views[1]


def test_a_divider_that_goes_gives_the_focus_to_the_canvas(divided: Hands) -> None:
    divided.canvas.compare(None)
    assert divided.canvas.hasFocus()


def test_the_mode_stays_chosen_while_there_is_nothing_to_compare_with(divided: Hands) -> None:
    divided.canvas.compare(None)
    assert not divided.canvas.is_comparing
    divided.canvas.compare(shown(plain(800, 600), "other"))
    assert divided.canvas.is_comparing
    assert divided.canvas.compare_mode is CompareMode.SPLIT


def test_modes_follow_each_other(hands: Hands) -> None:
    seen = []
    hands.canvas.compare_changed.connect(lambda: seen.append(hands.canvas.compare_mode))
    for _ in CompareMode:
        hands.canvas.cycle_compare()
    assert seen == [*list(CompareMode)[1:], CompareMode.SINGLE]


def test_the_focus_on_the_divider_is_seen(divided: Hands) -> None:
    focused = divided.canvas.grab().toImage()
    divided.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    other = divided.canvas.grab().toImage()
    changed = [QPoint(x, y) for x in range(400) for y in range(300) if focused.pixel(x, y) != other.pixel(x, y)]
    assert changed
    assert all(abs(point.x() - 200) <= 14 for point in changed)


def test_the_line_is_hidden_while_the_original_is_held_up(divided: Hands) -> None:
    canvas = divided.canvas
    canvas.set_peek(True)
    seen = canvas.grab().toImage()
    assert {colour_at(seen, x, 200) for x in range(150, 250)} == {BLUE}
    canvas.set_peek(False)
    assert colour_at(canvas.grab().toImage(), 200, 60) != BLUE


@pytest.mark.parametrize("ground", [(0, 0, 0), (128, 128, 128), (255, 255, 255)])
def test_the_line_is_seen_on_any_ground(divided: Hands, ground: tuple[int, int, int]) -> None:
    divided.canvas.show_pair(shown(plain(800, 600, ground)), shown(plain(800, 600, ground), "before"), ("", ""))
    divided.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    seen = divided.canvas.grab().toImage()
    lightness = [seen.pixelColor(x, 60).lightness() for x in range(190, 210)]
    assert max(lightness) - min(lightness) > 120
    assert lightness[0] == lightness[-1] == ground[0]


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_what_is_painted_bit_by_bit_is_the_whole(divided: Hands, window: QWidget, orientation: Qt.Orientation) -> None:
    canvas = divided.canvas
    canvas.show_picture(shown(plain(800, 600, RED)))
    canvas.orientation = orientation
    canvas.zoom_to(3.3)
    QApplication.processEvents()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Left):
        divided.tap(key)
        QApplication.processEvents()
        assert on_screen(window) == canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def on_screen(window: QWidget) -> QImage:
    shot = QApplication.primaryScreen().grabWindow(window.winId(), 0, 0, window.width(), window.height())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_tab_leads_from_the_canvas_to_the_divider(divided: Hands, qtbot: QtBot) -> None:
    del qtbot
    canvas: Canvas = divided.canvas
    canvas.setFocus()
    QTest.keyClick(divided.window, Qt.Key.Key_Tab)
    assert divider(divided).hasFocus()
    QTest.keyClick(divided.window, Qt.Key.Key_Backtab)
    assert canvas.hasFocus()
