"""A key that is held lends its tool; one that is tapped takes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.canvas.tools import Tool
from flux_desktop.ui.canvas.tools.held_tool import HeldTool
from flux_desktop.ui.shortcuts import add_letters
from tests.ui.canvas.hands import NONE, SHIFT
from tests.ui.canvas.tools.conftest import Bench

pytestmark = pytest.mark.qt

START, END = (50, 40), (150, 100)


@pytest.fixture
def keymap(bench: Bench) -> Keymap:
    """The letters of the canvas take its tools, as in the window."""
    made = Keymap(Settings())
    add_letters(bench.canvas, "canvas", made, lambda id: setattr(bench.tools, "tool", Tool(id.removeprefix("tool_"))))
    HeldTool(bench.tools, bench.canvas, made)
    bench.canvas.setFocus()
    bench.take(Tool.RECTANGLE)
    return made


def in_hand(bench: Bench) -> Tool:
    return bench.tools.tool


def settled(bench: Bench) -> Tool:
    """What is in hand once it is known whether the key went up for good."""
    (held,) = bench.tools.findChildren(HeldTool)
    while held._up.isActive():
        QTest.qWait(1)
    QApplication.processEvents()
    return in_hand(bench)


@pytest.mark.usefixtures("keymap")
def test_a_tap_takes_the_tool(bench: Bench) -> None:
    bench.hands.tap(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    assert settled(bench) is Tool.BRUSH
    bench.hands.drag(START, END)
    assert settled(bench) is Tool.BRUSH


@pytest.mark.usefixtures("keymap")
def test_a_key_that_is_held_while_the_tool_is_used_lends_it(bench: Bench) -> None:
    bench.hands.hold(Qt.Key.Key_B)
    for x in (10, 60):
        bench.hands.drag((x, 40), (x + 40, 40))
    assert in_hand(bench) is Tool.BRUSH
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.RECTANGLE
    assert [one.tool for one in bench.drawn] == [Tool.BRUSH, Tool.BRUSH]
    bench.hands.drag(START, END)
    assert bench.drawn[-1].tool is Tool.RECTANGLE


@pytest.mark.usefixtures("keymap")
def test_a_stroke_goes_on_to_its_end(bench: Bench) -> None:
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.press(*START)
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.BRUSH
    bench.hands.move(*END)
    bench.hands.release(*END)
    assert settled(bench) is Tool.RECTANGLE
    assert bench.drawn[0].points[-1] == (300, 200)


@pytest.mark.usefixtures("keymap")
def test_a_polygon_is_closed_first(bench: Bench) -> None:
    QTest.keyPress(bench.hands.window, Qt.Key.Key_L, SHIFT)
    for corner in (START, END, (50, 100)):
        bench.hands.drag(corner, corner)
    QTest.keyRelease(bench.hands.window, Qt.Key.Key_L, NONE)  # Shift went up before
    assert settled(bench) is Tool.POLYGON
    bench.hands.tap(Qt.Key.Key_Return)
    assert (settled(bench), len(bench.drawn)) == (Tool.RECTANGLE, 1)


@pytest.mark.usefixtures("keymap")
def test_repeats_of_a_held_key_are_none_of_it(bench: Bench) -> None:
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
        bench.hands.key_event(kind, Qt.Key.Key_B, repeated=True)
        assert in_hand(bench) is Tool.BRUSH
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.RECTANGLE


@pytest.mark.usefixtures("keymap")
def test_a_key_that_goes_up_and_down_at_once_repeats(bench: Bench) -> None:
    """X11 tells of repeats so, now and then."""
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    bench.hands.let_go(Qt.Key.Key_B)
    bench.hands.hold(Qt.Key.Key_B)
    assert settled(bench) is Tool.BRUSH
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.RECTANGLE
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.let_go(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.RECTANGLE, "also where it is used in between"


@pytest.mark.usefixtures("keymap")
def test_another_key_or_button_ends_it(bench: Bench) -> None:
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    bench.hands.tap(Qt.Key.Key_L)
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.LASSO, "the other key was tapped"
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    bench.take(Tool.WAND)
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.WAND, "it was taken by its button"


@pytest.mark.usefixtures("keymap")
def test_the_tool_is_given_back_where_the_focus_goes(bench: Bench) -> None:
    elsewhere = QLineEdit(bench.canvas)
    elsewhere.show()
    bench.hands.hold(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    elsewhere.setFocus()
    assert in_hand(bench) is Tool.RECTANGLE
    bench.canvas.setFocus()
    bench.hands.hold(Qt.Key.Key_B)
    elsewhere.setFocus()
    bench.canvas.setFocus()
    bench.hands.let_go(Qt.Key.Key_B)
    bench.hands.drag(START, END)
    assert settled(bench) is Tool.BRUSH, "unused, it was taken"


def test_the_keys_are_those_of_the_user(bench: Bench, keymap: Keymap) -> None:
    keymap.set("tool_brush", ("Shift+B",))
    QTest.keyPress(bench.hands.window, Qt.Key.Key_B, SHIFT)
    bench.hands.drag(START, END)
    assert in_hand(bench) is Tool.BRUSH
    bench.hands.let_go(Qt.Key.Key_B)
    assert settled(bench) is Tool.RECTANGLE


@pytest.mark.usefixtures("keymap")
def test_another_sign_of_the_same_key_counts(bench: Bench) -> None:
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_B, NONE, 56, 0, 0, "b")
    QApplication.sendEvent(bench.canvas, override)
    assert not override.isAccepted(), "the key itself takes the tool"
    bench.take(Tool.BRUSH).hands.drag(START, END)
    bench.hands.key_event(QEvent.Type.KeyRelease, Qt.Key.Key_Bar, scan_code=56)
    assert settled(bench) is Tool.RECTANGLE
