"""The list of keys says what the keys do, and forgets none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.dialogs.keyboard import IN_HISTORY, ON_CANVAS, KeysHelp
from flux_desktop.ui.shortcuts import COMMANDS, LETTERS
from tests.ui.panels import nameless


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[KeysHelp]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysHelp(window)
    dialog.show()
    yield dialog
    window.close()  # it goes when its window goes


def texts(dialog: KeysHelp) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_every_command_with_a_key_is_listed_with_all_its_keys(shown: KeysHelp) -> None:
    words = texts(shown)
    for command in COMMANDS:
        if command.keys:
            row = words.index(command.words.replace("&", ""))
            for keys in command.keys[:1]:
                assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) in words[row - 1]


def test_every_letter_of_the_canvas_and_the_history_is_listed() -> None:
    on_canvas = " ".join(keys.replace(",", " ") for keys, _ in ON_CANVAS).split()
    assert set(LETTERS) <= set(on_canvas)
    in_history = " ".join(keys.replace(",", " ") for keys, _ in IN_HISTORY).split()
    assert set("SARPV") <= set(in_history)


def test_it_can_be_read_and_closed(shown: KeysHelp, qtbot: QtBot) -> None:
    assert nameless(shown) == []
    assert shown.windowTitle() == "Keyboard and mouse"
    assert not shown.isModal()
    assert len(texts(shown)) == len([text for text in texts(shown) if text])
    button = shown.findChild(QPushButton, "keys_help_close_button")
    assert button is not None
    with qtbot.waitSignal(shown.destroyed, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
