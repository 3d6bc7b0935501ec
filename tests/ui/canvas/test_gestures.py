"""Zooming and moving by hand, with real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.canvas import Canvas, CompareMode
from tests.ui.canvas.hands import ALT, CTRL, LEFT, MIDDLE, NONE, SHIFT, Hands
from tests.ui.canvas.pictures import plain, shown

Press, Release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NOTCH = (0, 120)


def bounds(hands: Hands) -> tuple[float, float]:
    return hands.canvas.view.bounds.x, hands.canvas.view.bounds.y


def asked(canvas: Canvas) -> list[bool]:
    """Grows with each drag out of the window that is asked for."""
    told: list[bool] = []
    canvas.drag_requested.connect(lambda: told.append(True))
    return told


# Wheel


def test_ctrl_and_wheel_zoom_at_the_pointer(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    before = hands.under(130, 210)
    hands.wheel(130, 210, NOTCH, CTRL)
    assert hands.canvas.zoom == pytest.approx(2.5)
    assert hands.under(130, 210) == pytest.approx(before, abs=1)
    hands.wheel(130, 210, (0, -240), CTRL)
    assert hands.canvas.zoom == pytest.approx(1.6)
    assert hands.under(130, 210) == pytest.approx(before, abs=1)


def test_a_fine_wheel_zooms_finely(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    for _ in range(8):
        hands.wheel(200, 150, (0, 15), CTRL)
    assert hands.canvas.zoom == pytest.approx(2.5)


def test_a_plain_wheel_zooms_or_scrolls_as_set(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    hands.wheel(200, 150, NOTCH)
    assert hands.canvas.zoom == pytest.approx(2.5)
    hands.canvas.wheel_zooms = False
    x, y = bounds(hands)
    hands.wheel(200, 150, NOTCH)
    assert bounds(hands) == (x, y + 48)
    hands.wheel(200, 150, (-120, 0))
    assert bounds(hands) == (x - 48, y + 48)
    assert hands.canvas.zoom == pytest.approx(2.5)


@pytest.mark.parametrize("zooms", [True, False])
def test_shift_and_wheel_scroll_sideways(hands: Hands, zooms: bool) -> None:
    hands.canvas.wheel_zooms = zooms
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.wheel(200, 150, NOTCH, SHIFT)
    assert bounds(hands) == (x + 48, y)


def test_two_fingers_on_a_touchpad_scroll_by_pixels(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.wheel(200, 150, (30, 60), pixels=(7, 13), phase=Qt.ScrollPhase.ScrollUpdate)
    assert bounds(hands) == (x + 7, y + 13)
    assert hands.canvas.zoom == 2.0


def test_a_touchpad_that_tells_no_pixels_scrolls_too(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.touchpad_scroll(200, 150, (0, -120))
    assert bounds(hands) == (x, y - 48)
    assert hands.canvas.zoom == 2.0


def test_ctrl_and_two_fingers_zoom(hands: Hands) -> None:
    hands.wheel(200, 150, (0, 60), CTRL, pixels=(0, 20), phase=Qt.ScrollPhase.ScrollUpdate)
    assert hands.canvas.zoom == pytest.approx(hands.canvas.view.fit_zoom * 1.25**0.5)


# Fingers


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    before = hands.under(90, 60)
    assert hands.touchpad_gesture(Qt.NativeGestureType.ZoomNativeGesture, 90, 60, 0.25)
    assert hands.canvas.zoom == pytest.approx(2.5)
    assert hands.under(90, 60) == pytest.approx(before, abs=1)
    hands.touchpad_gesture(Qt.NativeGestureType.ZoomNativeGesture, 90, 60, -0.2)
    assert hands.canvas.zoom == pytest.approx(2.0)


def test_a_double_tap_on_a_touchpad_toggles_fit(hands: Hands) -> None:
    hands.touchpad_gesture(Qt.NativeGestureType.SmartZoomNativeGesture, 90, 60)
    assert hands.canvas.zoom == 1.0
    hands.touchpad_gesture(Qt.NativeGestureType.SmartZoomNativeGesture, 90, 60)
    assert hands.canvas.is_fit


def test_other_gestures_are_left_to_others(hands: Hands) -> None:
    zoom = hands.canvas.zoom
    assert hands.touchpad_gesture(Qt.NativeGestureType.BeginNativeGesture, 90, 60)
    assert not hands.touchpad_gesture(Qt.NativeGestureType.RotateNativeGesture, 90, 60, 10)
    assert hands.canvas.zoom == zoom


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def pinch(hands: Hands, screen: QPointingDevice, spans: list[int], middles: list[QPoint]) -> None:
    """Two fingers, `spans` pixels apart, round `middles` one after the other."""
    fingers = QTest.touchEvent(hands.window, screen, False)

    def put(act: Callable[[int, QPoint, QWindow], object], middle: QPoint, span: int) -> None:
        for finger, side in ((1, -1), (2, 1)):
            act(finger, middle + QPoint(side * span // 2, 0), hands.window)
        fingers.commit()

    put(fingers.press, middles[0], spans[0])
    for span, middle in zip(spans, middles, strict=True):
        put(fingers.move, middle, span)
    put(fingers.release, middles[-1], spans[-1])


def test_two_fingers_on_a_screen_zoom_at_their_middle(hands: Hands, screen: QPointingDevice) -> None:
    hands.canvas.zoom_to(2.0)
    before = hands.under(160, 130)
    pinch(hands, screen, [60, 80, 100, 120], [QPoint(160, 130)] * 4)
    assert hands.canvas.zoom == pytest.approx(4.0, rel=0.05)
    assert hands.under(160, 130) == pytest.approx(before, abs=2)


def test_two_fingers_on_a_screen_take_the_picture_along(hands: Hands, screen: QPointingDevice) -> None:
    told = asked(hands.canvas)
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    pinch(hands, screen, [100] * 5, [QPoint(150 + 10 * step, 130 + 5 * step) for step in range(5)])
    assert hands.canvas.zoom == pytest.approx(2.0)
    assert bounds(hands) == pytest.approx((x + 40, y + 20), abs=2)
    assert told == []


# Mouse


def test_a_drag_moves_a_picture_that_is_larger_than_the_canvas(hands: Hands) -> None:
    told = asked(hands.canvas)
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.drag((200, 150), (240, 130))
    assert bounds(hands) == (x + 40, y - 20)
    hands.move(300, 290)
    assert bounds(hands) == (x + 40, y - 20), "let go"
    assert told == []


def test_a_drag_of_a_picture_that_is_seen_whole_takes_it_out_of_the_window(hands: Hands) -> None:
    told = asked(hands.canvas)
    hands.press(200, 150)
    hands.move(200 + QApplication.startDragDistance() - 1, 150)
    assert told == [], "a hand is not that still"
    hands.move(260, 150)
    hands.move(280, 150)
    assert told == [True], "once"
    hands.release(280, 150)


def test_nothing_is_dragged_beside_the_picture(hands: Hands) -> None:
    told = asked(hands.canvas)
    hands.canvas.show_picture(shown(plain(100, 400), "tall"))
    hands.drag((10, 150), (100, 150))
    assert told == []


def test_alt_and_drag_take_a_large_picture_out(hands: Hands) -> None:
    told = asked(hands.canvas)
    hands.canvas.zoom_to(2.0)
    before = bounds(hands)
    hands.press(200, 150, LEFT, ALT)
    hands.move(260, 150)
    hands.release(260, 150, LEFT, ALT)
    assert told == [True]
    assert bounds(hands) == before


@pytest.mark.parametrize("modifiers", [NONE, ALT])
def test_a_middle_drag_always_moves(hands: Hands, modifiers: Qt.KeyboardModifier) -> None:
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.drag((200, 150), (170, 190), MIDDLE, modifiers)
    assert bounds(hands) == (x - 30, y + 40)


def test_a_middle_drag_on_the_divider_moves_the_picture(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.compare(shown(plain(800, 600), "before"))
    canvas.compare_mode = CompareMode.SPLIT
    canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.drag((200, 150), (230, 160), MIDDLE)
    assert bounds(hands) == (x + 30, y + 10)
    assert canvas.split == 0.5


def test_space_and_drag_move_also_from_the_divider(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.compare(shown(plain(800, 600), "before"))
    canvas.compare_mode = CompareMode.SPLIT
    canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.hold(Qt.Key.Key_Space)
    hands.drag((200, 150), (230, 160))
    assert bounds(hands) == (x + 30, y + 10)
    assert canvas.split == 0.5
    hands.let_go(Qt.Key.Key_Space)
    hands.drag((200, 150), (230, 150))
    assert canvas.split == pytest.approx(0.575)


def test_space_and_drag_do_not_take_the_picture_out(hands: Hands) -> None:
    told = asked(hands.canvas)
    hands.hold(Qt.Key.Key_Space)
    hands.drag((200, 150), (280, 150))
    hands.let_go(Qt.Key.Key_Space)
    assert told == []


def test_a_drag_goes_on_when_space_is_let_go_first(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.hold(Qt.Key.Key_Space)
    hands.press(200, 150)
    hands.let_go(Qt.Key.Key_Space)
    hands.move(210, 150)
    hands.release(210, 150)
    assert bounds(hands) == (x + 10, y)


def test_a_release_that_went_elsewhere_ends_the_drag(hands: Hands) -> None:
    hands.canvas.setMouseTracking(True)
    hands.canvas.zoom_to(2.0)
    before = bounds(hands)
    hands.press(200, 150)
    hands.canvas.blockSignals(True)
    hands.canvas.setEnabled(False)
    hands.release(200, 150)
    hands.canvas.setEnabled(True)
    hands.move(260, 150)
    assert bounds(hands) == before


def test_a_double_click_toggles_fit_and_100_percent_at_its_point(hands: Hands) -> None:
    before = hands.under(150, 120)
    hands.double_click(150, 120)
    assert hands.canvas.zoom == 1.0
    assert hands.under(150, 120) == pytest.approx(before, abs=2)
    hands.double_click(150, 120)
    assert hands.canvas.is_fit
    hands.double_click(150, 120, MIDDLE)
    assert hands.canvas.is_fit


def test_the_cursor_says_what_a_drag_does(hands: Hands) -> None:
    canvas = hands.canvas
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
    canvas.zoom_to(2.0)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    hands.press(200, 150)
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    hands.release(200, 150)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    canvas.fit()
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
    hands.hold(Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    hands.let_go(Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


# Keys


def test_arrow_keys_move_the_view(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    x, y = bounds(hands)
    hands.tap(Qt.Key.Key_Right)
    hands.tap(Qt.Key.Key_Down)
    assert bounds(hands) == (x - 48, y - 48)
    hands.tap(Qt.Key.Key_Left)
    hands.tap(Qt.Key.Key_Up)
    assert bounds(hands) == (x, y)
    hands.tap(Qt.Key.Key_Left, SHIFT)
    assert bounds(hands) == (x + 8 * 48, y)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backslash, Qt.Key.Key_O])
def test_the_original_is_seen_while_a_key_is_held(hands: Hands, key: Qt.Key) -> None:
    hands.canvas.compare(shown(plain(800, 600), "before"))
    hands.hold(key)
    assert hands.canvas.peeking
    hands.key_event(Release, key, repeated=True)
    hands.key_event(Press, key, repeated=True)
    assert hands.canvas.peeking, "repetition is no release"
    hands.let_go(key)
    assert not hands.canvas.peeking


def test_the_key_that_holds_up_the_original_is_the_user_s(hands: Hands) -> None:
    keymap = Keymap(Settings())
    hands.canvas.set_keymap(keymap)
    keymap.set("peek", ["B"])
    assert not hands.key_event(Press, Qt.Key.Key_O)
    hands.hold(Qt.Key.Key_B)
    assert hands.canvas.peeking
    hands.let_go(Qt.Key.Key_B)
    assert not hands.canvas.peeking


def test_a_key_whose_altgr_goes_up_first_is_still_let_go(hands: Hands) -> None:
    hands.key_event(Press, Qt.Key.Key_Backslash, scan_code=20)
    assert hands.canvas.peeking
    hands.key_event(Release, Qt.Key.Key_A, scan_code=38)
    assert hands.canvas.peeking, "another key"
    hands.key_event(Release, Qt.Key.Key_ssharp, scan_code=20)
    assert not hands.canvas.peeking


def test_what_is_held_ends_when_the_focus_goes(hands: Hands) -> None:
    hands.hold(Qt.Key.Key_O)
    hands.hold(Qt.Key.Key_Space)
    hands.canvas.clearFocus()
    assert not hands.canvas.peeking
    assert hands.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_other_keys_are_left_to_others(hands: Hands) -> None:
    assert not hands.key_event(Press, Qt.Key.Key_Q)
    assert not hands.key_event(Release, Qt.Key.Key_Q)
    assert not hands.key_event(Release, Qt.Key.Key_Space), "it was not held"


def test_an_empty_canvas_takes_no_gestures(canvas: Canvas) -> None:
    hands = Hands(canvas)
    assert not hands.key_event(Press, Qt.Key.Key_Space)
    hands.wheel(200, 20, NOTCH, CTRL)
    hands.drag((200, 20), (250, 20), MIDDLE)
    assert canvas.zoom == 1.0
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_space_in_another_control_is_not_the_canvas_s(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    canvas, button = Canvas(), QPushButton("Other")
    column = QVBoxLayout(window)
    column.addWidget(canvas)
    column.addWidget(button)
    canvas.show_picture(shown(plain(800, 600)))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    assert pressed == [True]
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
