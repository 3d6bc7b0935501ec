"""Modes, the look at the original, and the zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas.compare_bar import CompareBar
from tests.ui.panels import nameless
from tests.ui.results import button


@pytest.fixture
def bar(qtbot: QtBot) -> CompareBar:
    bar = CompareBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def enabled(bar: CompareBar, name: str) -> bool:
    found = bar.findChild(QAbstractButton, name)
    assert found is not None
    return found.isEnabled()


@pytest.mark.parametrize(("name", "mode"), [("compare_split", "split"), ("compare_side", "side_by_side")])
def test_a_mode_is_told_when_the_user_chooses_it(bar: CompareBar, name: str, mode: str) -> None:
    told: list[str] = []
    bar.mode_chosen.connect(told.append)
    bar.set_mode(mode)
    bar.set_mode("single")
    assert told == []
    QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert (told, bar.mode()) == ([mode], mode)


def test_peek_lasts_as_long_as_the_button_is_held(bar: CompareBar) -> None:
    told: list[bool] = []
    bar.peek.connect(told.append)
    QTest.mousePress(button(bar, "peek_button"), Qt.MouseButton.LeftButton)
    assert told == [True]
    QTest.mouseRelease(button(bar, "peek_button"), Qt.MouseButton.LeftButton)
    assert told == [True, False]


@pytest.mark.parametrize(
    ("scale", "words"), [(1.0, "100 %"), (0.374, "37 %"), (0.051, "5.1 %"), (16.0, "1600 %"), (0.09999, "10.0 %")]
)
def test_the_zoom_is_shown(bar: CompareBar, scale: float, words: str) -> None:
    bar.set_zoom(scale)
    assert button(bar, "zoom_label").text() == words
    assert button(bar, "zoom_label").accessibleName() == f"Zoom, {words}"


def test_zoom_buttons_and_menu(bar: CompareBar) -> None:
    told: list[object] = []
    bar.zoom_in_requested.connect(lambda: told.append("in"))
    bar.zoom_out_requested.connect(lambda: told.append("out"))
    bar.fit_requested.connect(lambda: told.append("fit"))
    bar.zoom_chosen.connect(told.append)
    QTest.mouseClick(button(bar, "zoom_in"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(bar, "zoom_out"), Qt.MouseButton.LeftButton)
    menu = bar.findChild(QMenu, "zoom_menu")
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    assert told == ["in", "out", "fit", 0.5, 1.0, 2.0, 4.0]


def test_what_makes_no_sense_is_disabled(bar: CompareBar) -> None:
    bar.set_enabled(False)
    assert not any(enabled(bar, name) for name in ("compare_split", "peek_button", "zoom_in", "zoom_label"))
    bar.set_enabled(True, before=False)
    assert enabled(bar, "zoom_in")
    assert not enabled(bar, "compare_split")
    bar.set_enabled(True)
    assert all(enabled(bar, name) for name in ("compare_single", "compare_side", "peek_button", "zoom_out"))


def test_names(bar: CompareBar) -> None:
    assert nameless(bar) == []
