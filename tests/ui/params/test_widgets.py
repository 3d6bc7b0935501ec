"""The editors of choices, switches, words and large numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import Param, Value, choice, integer, number, seed, switch, text
from flux_desktop.ui.params.number import NumberEditor
from flux_desktop.ui.params.seed_field import SeedField
from flux_desktop.ui.params.widgets import (
    ChoiceEditor,
    DigitsEditor,
    SegmentsEditor,
    SwitchEditor,
    TextEditor,
    editor_for,
    words_of,
)

RATIOS = ("1:1", "16:9", "9:16", "4:3")


@pytest.mark.parametrize(
    ("param", "kind"),
    [
        (integer("steps", 4, 1, 8), NumberEditor),
        (number("guidance", 4.0, 1, 8), NumberEditor),
        (integer("budget", 0, 0, 2**40), DigitsEditor),
        (seed(), SeedField),
        (choice("aspect_ratio", "1:1", RATIOS), ChoiceEditor),
        (choice("format", "png", ("png", "jpeg")), SegmentsEditor),
        (choice("format", None, ("png", "jpeg")), ChoiceEditor),
        (choice("style", "a very long word", ("a very long word", "another")), ChoiceEditor),
        (switch("fast", False), SwitchEditor),
        (text("size", "1024x768"), TextEditor),
    ],
    ids=lambda value: value.name if isinstance(value, Param) else "",
)
def test_each_kind_has_its_editor(qtbot: QtBot, param: Param, kind: type[QWidget]) -> None:
    editor = editor_for(param)
    qtbot.addWidget(editor)
    assert type(editor) is kind
    found = [editor, *editor.findChildren(QWidget)]
    assert [widget.objectName() for widget in found].count(f"param_{param.name}") == 1


def test_a_click_into_the_field_of_a_number_gives_it_the_keyboard(qtbot: QtBot) -> None:
    editor = NumberEditor(integer("steps", 4, 1, 8))
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.slider.setFocus()
    QTest.mouseClick(editor.spin.lineEdit(), Qt.MouseButton.LeftButton)
    assert editor.spin.hasFocus()


def test_a_choice_is_found_by_its_value(qtbot: QtBot) -> None:
    editor = ChoiceEditor(choice("aspect_ratio", "match_input_image", ("match_input_image", *RATIOS)))
    qtbot.addWidget(editor)
    assert editor.itemText(0) == "match input image"
    with qtbot.waitSignal(editor.edited, timeout=1000):
        editor.setCurrentIndex(editor.findData("16:9"))
    assert editor.value() == "16:9"


def test_a_choice_without_a_default_may_be_left_to_the_provider(qtbot: QtBot) -> None:
    editor = ChoiceEditor(choice("aspect_ratio", None, RATIOS))
    qtbot.addWidget(editor)
    editor.display(None)
    assert (editor.currentText(), editor.value()) == ("Auto", None)
    editor.display("4:3")
    assert editor.value() == "4:3"


def test_a_few_choices_are_buttons(qtbot: QtBot) -> None:
    editor = SegmentsEditor(choice("format", "png", ("png", "jpeg")))
    qtbot.addWidget(editor)
    editor.display("png")
    with qtbot.waitSignal(editor.edited, timeout=1000):
        editor.button("jpeg").click()
    assert editor.value() == "jpeg"
    assert editor.button("jpeg").objectName() == "param_format_jpeg"


def test_a_switch_says_its_state(qtbot: QtBot) -> None:
    editor = SwitchEditor(switch("fast", False))
    qtbot.addWidget(editor)
    assert editor.text() == "Off"
    with qtbot.waitSignal(editor.edited, timeout=1000):
        editor.click()
    assert (editor.value(), editor.text()) == (True, "On")


@pytest.mark.parametrize(
    ("editor", "value"),
    [
        (lambda: ChoiceEditor(choice("a", "1:1", RATIOS)), "16:9"),
        (lambda: SegmentsEditor(choice("a", "x", ("x", "y"))), "y"),
        (lambda: SwitchEditor(switch("a", False)), True),
        (lambda: TextEditor(text("a", "x")), "y"),
        (lambda: DigitsEditor(integer("a", 0, 0, 2**40)), 2**40),
    ],
    ids=["choice", "segments", "switch", "text", "digits"],
)
def test_showing_a_value_is_no_edit(qtbot: QtBot, editor: object, value: Value) -> None:
    assert callable(editor)
    widget = editor()
    qtbot.addWidget(widget)
    with qtbot.assertNotEmitted(widget.edited):
        widget.display(value)
    assert widget.value() == value


def test_words_are_checked_while_they_are_typed(qtbot: QtBot) -> None:
    def sides(value: Value) -> Value:
        width, height = str(value).split("x")
        return f"{int(width)}*{int(height)}"

    param = Param(
        "size", "text", None, label="Size", help="Width and height, e.g. 1024x768.", field="size", encode=sides
    )
    editor = TextEditor(param)
    qtbot.addWidget(editor)
    heard: list[str] = []
    editor.refused.connect(heard.append)
    QTest.keyClicks(editor, "1024")
    assert editor.value() is None
    assert editor.property("wrong") == "true"
    assert "1024x768" in heard[-1]
    QTest.keyClicks(editor, "x768")
    assert editor.value() == "1024x768"
    assert heard[-1] == ""
    assert not editor.property("wrong")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.value() is None
    assert heard[-1] == ""


def test_a_large_number_is_typed_in_full(qtbot: QtBot) -> None:
    editor = DigitsEditor(integer("budget", 5, 5, 2**40))
    qtbot.addWidget(editor)
    editor.display(5)
    editor.selectAll()
    QTest.keyClicks(editor, "3")
    assert editor.property("wrong") == "true"
    assert editor.value() == 5
    QTest.keyClicks(editor, "000000000")
    assert editor.value() == 3_000_000_000
    assert not editor.property("wrong")


def test_values_are_written_as_people_do() -> None:
    assert [words_of(value) for value in (None, True, False, 3.50, 28, "png")] == [
        "Auto",
        "on",
        "off",
        "3.5",
        "28",
        "png",
    ]
