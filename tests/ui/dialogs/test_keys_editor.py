"""The page on which keys are given and taken, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.keymap import MOST_KEYS, Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.dialogs.keys_editor import FULL, KeysEditor
from tests.ui.panels import nameless
from tests.ui.results import button

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keymap() -> Keymap:
    return Keymap(Settings())


@pytest.fixture
def page(qtbot: QtBot, keymap: Keymap) -> KeysEditor:
    page = KeysEditor()
    qtbot.addWidget(page)
    page.attach(keymap)
    page.show()
    page.activateWindow()
    return page


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def click(page: KeysEditor, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def add(page: KeysEditor, id: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Choose the command, and press the key for it."""
    page.tree.go_to(id)
    click(page, "key_capture")
    press(key, held)


def chips(page: KeysEditor) -> list[str]:
    found = page.findChildren(QPushButton)
    return [one.text() for one in found if one.objectName().startswith("key_chip_") and one.isVisible()]


def usable(page: KeysEditor, name: str) -> bool:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found.isVisible() and found.isEnabled()


def note(page: KeysEditor, id: str) -> str:
    return page.tree._items[id].text(2)


def test_where_its_keys_count_is_said_of_every_command(page: KeysEditor) -> None:
    for command in COMMANDS:
        if not command.holds:
            page.tree.go_to(command.id)
            assert page._where.text(), command.id


def test_a_key_is_added_and_counts_at_once(page: KeysEditor, keymap: Keymap) -> None:
    assert not usable(page, "keyboard_reset")
    add(page, "use_seed", Qt.Key.Key_J)
    assert keymap.keys("use_seed") == ("S", "J")
    assert chips(page) == ["S", "J"]
    assert ("Use the Seed", "S or J") in page.tree.seen()
    assert note(page, "use_seed") == "Changed"
    assert nameless(page) == []


def test_a_key_is_taken_away_by_its_button(page: KeysEditor, keymap: Keymap) -> None:
    page.tree.go_to("export")
    click(page, "key_chip_0")
    assert keymap.keys("export") == ("Ctrl+S",)
    click(page, "key_chip_0")
    assert keymap.keys("export") == ()
    assert chips(page) == []
    assert QApplication.focusWidget() is page.capture
    click(page, "keyboard_reset")
    assert keymap.is_default


def test_everything_can_be_done_by_keyboard(page: KeysEditor, keymap: Keymap) -> None:
    page.search.setFocus()
    QTest.keyClicks(page.search, "use the seed")
    assert page.tree.current() == "use_seed"
    press(Qt.Key.Key_Tab)
    assert page.tree.hasFocus()
    press(Qt.Key.Key_Return)
    assert page.capture.isChecked()
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert keymap.keys("use_seed") == ("S", "Ctrl+Shift+K")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is button(page, "key_chip_1")
    press(Qt.Key.Key_Space)
    assert keymap.is_default


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_the_field_is_no_trap(page: KeysEditor, keymap: Keymap, key: Qt.Key) -> None:
    page.tree.go_to("export")
    keymap.set("export", ["Ctrl+E"])  # so that there is something to reset, and a button to go to
    page.capture.setFocus()
    press(Qt.Key.Key_Space)
    assert page.capture.isChecked()
    press(Qt.Key.Key_Control)
    assert page.capture.isChecked(), "it waits for what is pressed with Ctrl"
    press(key)
    assert not page.capture.isChecked()
    assert page.capture.hasFocus() is (key is Qt.Key.Key_Escape)
    assert keymap.keys("export") == ("Ctrl+E",)
    assert page.isVisible()


@pytest.mark.parametrize(
    ("id", "key", "why"),
    [
        ("star", Qt.Key.Key_Return, "moving about"),
        ("use_seed", Qt.Key.Key_Space, "moving about"),
        ("use_seed", Qt.Key.Key_Left, "moving about"),
        ("open", Qt.Key.Key_J, "where one types"),
        ("use_seed", Qt.Key.Key_MediaPlay, "can't be used"),
        ("use_seed", Qt.Key.Key_S, "its key already"),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_in_words(
    page: KeysEditor, keymap: Keymap, id: str, key: Qt.Key, why: str
) -> None:
    add(page, id if id != "star" else "vary", key)
    assert why in page.question.words()
    assert not usable(page, "key_question_yes")
    assert keymap.is_default
    page.tree.go_to("quit")
    assert page.question.words() == ""


def test_a_command_has_only_so_many_keys(page: KeysEditor, keymap: Keymap) -> None:
    keymap.set("open", ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"])
    add(page, "open", Qt.Key.Key_F9)
    assert page.question.words() == FULL.format(most=MOST_KEYS)
    assert len(keymap.keys("open")) == MOST_KEYS


def test_a_clash_is_said_and_the_key_stays_or_is_taken(page: KeysEditor, keymap: Keymap) -> None:
    add(page, "use_seed", Qt.Key.Key_R)
    assert page.question.words() == "R belongs to “Use All but the Seed”."
    assert keymap.is_default
    click(page, "key_question_no")
    assert keymap.is_default
    assert page.capture.hasFocus()
    add(page, "use_seed", Qt.Key.Key_R)
    assert button(page, "key_question_yes").text() == "Take it from “Use All but the Seed”"
    click(page, "key_question_yes")
    assert keymap.keys("use_seed") == ("S", "R")
    assert keymap.keys("use_all_but_seed") == ()
    assert note(page, "use_all_but_seed") == "R belongs to “Use the Seed”"
    assert page.capture.hasFocus()
    assert page.question.words() == ""


def test_another_choice_ends_the_question(page: KeysEditor, keymap: Keymap) -> None:
    add(page, "use_seed", Qt.Key.Key_R)
    page.tree.go_to("vary")
    assert not usable(page, "key_question_yes")
    assert page.question.words() == ""
    assert keymap.is_default


def test_a_reset_asks_before_it_takes_a_key_back(page: KeysEditor, keymap: Keymap) -> None:
    keymap.set("vary", ["S"])
    page.tree.go_to("use_seed")
    click(page, "keyboard_reset")
    assert page.question.words() == "S belongs to “Vary with New Seeds”."
    click(page, "key_question_yes")
    assert keymap.keys("use_seed") == ("S",)
    assert keymap.keys("vary") == ()


def test_all_is_reset_only_when_that_is_meant(page: KeysEditor, keymap: Keymap) -> None:
    assert not usable(page, "keyboard_reset_all")
    keymap.set("vary", ["S"])
    keymap.letters = False
    click(page, "keyboard_reset_all")
    click(page, "key_question_no")
    assert not keymap.is_default
    click(page, "keyboard_reset_all")
    click(page, "key_question_yes")
    assert keymap.is_default
    assert not usable(page, "keyboard_reset_all")


def test_letters_can_be_switched_off(page: KeysEditor, keymap: Keymap) -> None:
    box = page.findChild(QCheckBox, "keyboard_letters")
    assert box is not None
    assert box.isChecked()
    box.click()
    assert not keymap.letters
    assert note(page, "use_seed") == "Switched off"
    assert note(page, "open") == ""
    keymap.reset()
    assert box.isChecked()


def test_a_search_that_finds_nothing_leaves_nothing_to_change(page: KeysEditor) -> None:
    QTest.keyClicks(page.search, "no such command")
    assert page.tree.seen() == []
    assert page.tree.current() == ""
    assert not page.capture.isEnabled()
    page.search.clear()
    assert page.tree.current() == "open"
    assert page.capture.isEnabled()
