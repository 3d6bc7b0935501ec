"""What this program is, for a reader and for a report of a fault."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop import __version__
from flux_desktop.ui.dialogs.about import AboutDialog
from tests.ui.panels import nameless


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[AboutDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AboutDialog(window)
    dialog.show()
    yield dialog
    window.close()  # it goes when its window goes


def test_it_names_version_licences_and_what_it_runs_on(shown: AboutDialog) -> None:
    words = "\n".join(label.text() for label in shown.findChildren(QLabel))
    for fact in (__version__, platform.python_version(), str(qVersion()), "MIT licence", "LGPL", "Lucide"):
        assert fact in words, fact


def test_the_facts_can_be_copied_by_mouse_and_by_keyboard(shown: AboutDialog) -> None:
    flags = [label.textInteractionFlags() for label in shown.findChildren(QLabel) if "Python" in label.text()]
    assert flags
    for way in (Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard):
        assert flags[0] & way


def test_it_is_closed_by_its_button(shown: AboutDialog, qtbot: QtBot) -> None:
    assert nameless(shown) == []
    button = shown.findChild(QPushButton, "about_close_button")
    assert button is not None
    with qtbot.waitSignal(shown.destroyed, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
