"""How pictures were compared last is how they are compared next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from flux_desktop.core.settings import COMPARISON, Settings
from flux_desktop.ui.canvas import Canvas, CompareMode, Tuning
from flux_desktop.ui.canvas.blinking import Blinker
from flux_desktop.ui.canvas.modes import FASTEST, MOST_GAIN, MOST_THRESHOLD, SLOWEST
from flux_desktop.ui.desk.comparison_memory import ComparisonMemory
from flux_desktop.ui.parts import saving_pause
from tests.ui.windows import User

Remembered = tuple[Canvas, Settings]


def remembering(qtbot: QtBot, settings: Settings) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    ComparisonMemory(canvas, settings)
    return canvas


@pytest.fixture
def remembered(qtbot: QtBot) -> Remembered:
    settings = Settings()
    return remembering(qtbot, settings), settings


def test_a_new_canvas_is_as_it_is_without_settings(remembered: Remembered) -> None:
    fresh = Canvas()
    canvas = remembered[0]
    assert (canvas.compare_mode, canvas.orientation) == (fresh.compare_mode, fresh.orientation)
    assert canvas.tuning == fresh.tuning == Tuning()
    assert remembered[1].values() == {}, "and nothing is written for that"


@pytest.mark.parametrize("mode", list(CompareMode))
def test_the_mode_comes_back(remembered: Remembered, qtbot: QtBot, mode: CompareMode) -> None:
    canvas, settings = remembered
    canvas.compare_mode = mode
    canvas.orientation = Qt.Orientation.Vertical
    again = remembering(qtbot, settings)
    assert again.compare_mode is mode
    assert again.orientation is Qt.Orientation.Vertical


def test_a_slider_is_kept_when_it_rests(remembered: Remembered, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not thirty times a second: each time is written to the disk."""
    canvas, settings = remembered
    told: list[str] = []
    settings.changed.connect(told.append)
    slider = canvas.findChild(QSlider, "tuning_gain")
    assert slider is not None
    for value in range(5, 13):
        slider.setValue(value)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["difference_gain"]
    assert remembering(qtbot, settings).tuning == Tuning(gain=12)
    assert saving_pause.PAUSE < 1000


async def test_a_slider_that_was_moved_just_before_the_window_closed_is_kept(user: User) -> None:
    user.window.canvas.tuning = Tuning(gain=7)
    slider = user.find(QSlider, "tuning_gain")
    slider.setValue(11)
    assert user.session.settings.integer("difference_gain") == 4
    user.window.save()
    assert user.session.settings.integer("difference_gain") == 11


def test_the_settings_and_the_canvas_have_the_same_limits() -> None:
    limits = {param.name: (param.minimum, param.maximum) for param in COMPARISON}
    assert limits["onion_opacity"] == (0, 100)
    assert limits["blink_rate"] == (SLOWEST, FASTEST)
    assert limits["difference_gain"] == (1, MOST_GAIN)
    assert limits["difference_threshold"] == (0, MOST_THRESHOLD)
    modes = next(param for param in COMPARISON if param.name == "compare_mode")
    assert modes.choices == tuple(CompareMode)


def test_little_motion_is_heard_of_at_once(remembered: Remembered) -> None:
    canvas, settings = remembered
    blinker = canvas.findChild(Blinker)
    assert blinker is not None
    assert not blinker.calm
    settings.set("reduce_motion", True)
    assert blinker.calm
