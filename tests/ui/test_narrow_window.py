"""The window at its narrowest: no words of a button are cut, and it still fits a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from flux_desktop.ui import theme
from flux_desktop.ui.main_window import MainWindow


@pytest.fixture
def narrow(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    window.fill()
    theme.apply(qapp, "light")
    window.show()
    window.resize(1, 1)
    qapp.processEvents()
    return window


def test_no_words_of_a_button_are_cut(narrow: MainWindow) -> None:
    buttons = [button for button in narrow.findChildren(QAbstractButton) if button.isVisible() and button.text()]
    assert len(buttons) > 10
    cut = {b.objectName(): b.width() for b in buttons if b.width() < b.fontMetrics().horizontalAdvance(b.text()) + 12}
    assert cut == {}


def test_it_fits_a_screen_of_1024_pixels(narrow: MainWindow) -> None:
    assert narrow.width() <= 1000
