"""A canvas in a window, and hands for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import shown, speckled


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """400 × 300 pixels, active."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def canvas(window: QWidget) -> Canvas:
    """Fills the window and has the focus, still empty."""
    made = Canvas(window)
    made.resize(400, 300)
    made.show()
    made.setFocus(Qt.FocusReason.MouseFocusReason)
    return made


@pytest.fixture
def hands(canvas: Canvas) -> Hands:
    """On a canvas that shows a picture of 800 × 600 pixels, all of it."""
    canvas.show_picture(shown(speckled(800, 600)))
    return Hands(canvas)
