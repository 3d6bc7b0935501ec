"""Painting while something moves: quickly where blending would take too long, and as it should be soon after."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.canvas.pace import FRAME, Pace
from tests.ui.canvas.pictures import shown, speckled
from tests.ui.canvas.test_moving import meant, seen

PART = QRegion(0, 0, 400, 300)
PIXELS = 400 * 300


@pytest.fixture
def pace(window: QWidget) -> Pace:
    return Pace(window)


def slow(pace: Pace) -> None:
    for _ in range(20):
        pace.took(PIXELS, 10 * FRAME)


def fast(pace: Pace) -> None:
    for _ in range(20):
        pace.took(PIXELS, FRAME / 10)


def test_what_is_quick_enough_is_painted_as_it_should_be(pace: Pace) -> None:
    fast(pace)
    pace.move()
    assert not pace.is_quick(PART, PIXELS)
    assert pace.is_fine


def test_what_would_take_too_long_is_painted_quickly_while_something_moves(pace: Pace, qtbot: QtBot) -> None:
    slow(pace)
    assert not pace.is_quick(PART, PIXELS), "nothing moves"
    pace.move()
    assert pace.is_quick(PART, PIXELS)
    assert not pace.is_fine
    assert not pace.is_quick(QRegion(0, 0, 400, 3), 400 * 3), "a small part has the time"
    qtbot.waitUntil(lambda: pace.is_fine)


def test_few_pixels_say_little(pace: Pace) -> None:
    fast(pace)
    pace.took(10, 1.0)
    pace.move()
    assert not pace.is_quick(PART, PIXELS)


def test_what_was_painted_quickly_may_be_moved_out_of_sight(pace: Pace) -> None:
    slow(pace)
    pace.move()
    pace.is_quick(PART, PIXELS)
    pace.shift(500, 0)
    assert pace.is_fine


def test_a_canvas_is_painted_as_it_should_be_when_nothing_moves_any_more(
    canvas: Canvas, qapp: QApplication, qtbot: QtBot
) -> None:
    canvas.show_picture(shown(speckled(800, 600)))
    pace = canvas.findChild(Pace)
    assert pace is not None
    qtbot.waitUntil(lambda: pace.is_fine)
    slow(pace)
    canvas.zoom_to(0.93)
    qapp.processEvents()
    assert not pace.is_fine
    assert seen(canvas) != meant(canvas), "not yet"
    canvas.pan_by(-20, 10)
    qtbot.waitUntil(lambda: pace.is_fine)
    qapp.processEvents()
    # What was moved was blended for another place: the last bit may differ.
    assert np.abs(_values(seen(canvas)) - _values(meant(canvas))).max() <= 3


def test_nothing_is_learned_of_blending_where_nothing_is_blended(canvas: Canvas, qapp: QApplication) -> None:
    canvas.show_picture(shown(speckled(800, 600)))
    pace = canvas.findChild(Pace)
    assert pace is not None
    slow(pace)
    for step in range(20):
        canvas.zoom_to(3.0 + step / 10)
        qapp.processEvents()
    canvas.zoom_to(0.93)
    qapp.processEvents()
    assert not pace.is_fine


def _values(image: QImage) -> NDArray[np.int16]:
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


def test_a_picture_of_the_canvas_is_always_as_it_should_be(canvas: Canvas, qapp: QApplication) -> None:
    canvas.show_picture(shown(speckled(800, 600)))
    canvas.zoom_to(0.93)
    first = QImage(400, 300, QImage.Format.Format_RGB32)
    canvas.render(first)
    pace = canvas.findChild(Pace)
    assert pace is not None
    slow(pace)
    canvas.zoom_to(0.5)
    canvas.zoom_to(0.93)
    second = QImage(400, 300, QImage.Format.Format_RGB32)
    canvas.render(second)
    assert first == second
