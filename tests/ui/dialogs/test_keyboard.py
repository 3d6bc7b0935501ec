"""The list of all keys says what the keymap says, and what the mouse does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.dialogs.keyboard import FIXED, KeysHelp
from flux_desktop.ui.wording import native
from tests.ui.panels import nameless
from tests.ui.results import button


@pytest.fixture
def keymap() -> Keymap:
    return Keymap(Settings())


@pytest.fixture
def shown(qtbot: QtBot, keymap: Keymap) -> Iterator[KeysHelp]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysHelp(keymap, window)
    dialog.show()
    yield dialog
    window.close()


def test_every_command_is_listed_with_all_its_keys(shown: KeysHelp) -> None:
    seen = shown.tree.seen()
    for command in (one for one in COMMANDS if not one.holds):
        assert (command.label, " or ".join(map(native, command.keys))) in seen
    for row in (row for rows in FIXED.values() for row in rows):
        assert (row.words, row.keys.format(ctrl="Ctrl+", alt="Alt+", shift="Shift+")) in seen


def test_what_is_changed_is_shown_at_once(shown: KeysHelp, keymap: Keymap) -> None:
    keymap.set("use_seed", ["Q"])
    assert ("Use the Seed", "Q") in shown.tree.seen()
    keymap.letters = False
    assert ("Use the Seed", "") in shown.tree.seen()


@pytest.mark.parametrize("words", ["seed", "SEED the", "result seed"])
def test_it_can_be_searched_for_words(shown: KeysHelp, words: str) -> None:
    QTest.keyClicks(shown.search, words)
    found = [row[0] for row in shown.tree.seen()]
    assert "Use the Seed" in found
    assert all("seed" in row.lower() for row in found)


def test_it_can_be_searched_for_keys(shown: KeysHelp, keymap: Keymap) -> None:
    QTest.keyClicks(shown.search, "ctrl+shift+e export")
    assert shown.tree.seen() == [("Export", "Ctrl+Shift+E or Ctrl+S")]
    keymap.set("export", ["Ctrl+E"])
    assert shown.tree.seen() == []


def test_it_can_be_read_and_closed(shown: KeysHelp, qtbot: QtBot) -> None:
    assert nameless(shown) == []
    assert shown.windowTitle() == "Keyboard and mouse"
    assert not shown.isModal()
    with qtbot.waitSignal(shown.change_requested, timeout=1000):
        QTest.mouseClick(button(shown, "keys_help_change_button"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shown.finished, timeout=1000):
        QTest.mouseClick(button(shown, "keys_help_close_button"), Qt.MouseButton.LeftButton)


def test_columns_stay_where_they_are_while_one_searches(shown: KeysHelp) -> None:
    before = shown.tree.columnWidth(0)
    assert before >= shown.tree.fontMetrics().horizontalAdvance("Take a picture that is seen whole")
    QTest.keyClicks(shown.search, "quit")
    assert shown.tree.columnWidth(0) == before
