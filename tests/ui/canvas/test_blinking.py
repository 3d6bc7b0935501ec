"""Two pictures in turn: never too fast, and only while somebody looks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas, CompareMode, Tuning
from flux_desktop.ui.canvas.blinking import Blinker
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import BLUE, RED, Colour, colour_at, plain, shown


@pytest.fixture
def blinking(hands: Hands) -> Canvas:
    """A red result and its blue original in turn, as fast as it goes."""
    canvas = hands.canvas
    canvas.tuning = Tuning(rate=3.0)
    canvas.show_pair(shown(plain(800, 600, RED)), shown(plain(800, 600, BLUE), "before"), ("Original", "Result"))
    canvas.compare_mode = CompareMode.BLINK
    return canvas


def middle(canvas: Canvas) -> Colour:
    return colour_at(canvas.grab().toImage(), 200, 150)


def blinker(canvas: Canvas) -> Blinker:
    found = canvas.findChild(Blinker)
    assert found is not None
    return found


def test_the_two_are_seen_in_turn(blinking: Canvas, qtbot: QtBot) -> None:
    assert middle(blinking) == RED, "it begins with the result"
    for colour in (BLUE, RED):
        with qtbot.waitSignal(blinker(blinking).flipped, timeout=2000):
            pass
        assert middle(blinking) == colour


@pytest.mark.parametrize(("rate", "interval"), [(1.0, 1000), (3.0, 333), (50.0, 333), (0.01, 2000)])
def test_it_is_never_faster_than_is_safe(blinking: Canvas, rate: float, interval: int) -> None:
    blinking.tuning = Tuning(rate=rate)
    assert blinker(blinking)._timer.interval() == interval


def test_it_stops_while_it_is_not_seen(blinking: Canvas, window: QWidget) -> None:
    assert blinker(blinking).is_running
    blinking.hide()
    assert not blinker(blinking).is_running
    blinking.show()
    assert blinker(blinking).is_running
    window.hide()
    assert not blinker(blinking).is_running


def test_it_stops_while_another_window_is_active(blinking: Canvas, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert not blinker(blinking).is_running
    with qtbot.waitActive(blinking.window()):
        blinking.window().activateWindow()
    assert blinker(blinking).is_running


def test_it_stops_in_other_modes_and_while_one_is_held_up(blinking: Canvas) -> None:
    blinking.set_peek(True)
    assert not blinker(blinking).is_running
    assert middle(blinking) == BLUE
    blinking.set_peek(False)
    assert blinker(blinking).is_running
    blinking.compare_mode = CompareMode.SPLIT
    assert not blinker(blinking).is_running
    blinking.compare_mode = CompareMode.BLINK
    blinking.compare(None)
    assert not blinker(blinking).is_running


def test_a_button_pauses_it(blinking: Canvas) -> None:
    pause = blinking.findChild(QToolButton, "tuning_pause")
    assert pause is not None
    assert pause.accessibleName() == "Pause"
    pause.click()
    assert not blinker(blinking).is_running
    assert pause.accessibleName() == "Go on"
    blinking.set_peek(True)
    blinking.set_peek(False)
    blinking.compare(None)
    blinking.compare(shown(plain(800, 600, BLUE), "another"))
    assert not blinker(blinking).is_running, "it stays paused"
    pause.click()
    assert blinker(blinking).is_running


def test_who_wants_little_motion_starts_it_himself(blinking: Canvas) -> None:
    blinking.compare_mode = CompareMode.SINGLE
    blinking.set_calm(True)
    blinking.compare_mode = CompareMode.BLINK
    assert not blinker(blinking).is_running
    pause = blinking.findChild(QToolButton, "tuning_pause")
    assert pause is not None
    pause.click()
    assert blinker(blinking).is_running
    blinking.compare_mode = CompareMode.SINGLE
    blinking.compare_mode = CompareMode.BLINK
    assert not blinker(blinking).is_running, "each time anew"
