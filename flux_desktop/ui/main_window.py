"""The window: it lays the panels out and leads what one of them tells to those that it concerns.

It is painted empty; `attach` brings it to life. Everything that the first paint does not need is imported there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.compare_bar import CompareBar
from flux_desktop.ui.controls import named
from flux_desktop.ui.edit_form import EditForm
from flux_desktop.ui.history_panel import HistoryPanel
from flux_desktop.ui.message_bar import MessageBar
from flux_desktop.ui.mode_bar import ModeBar
from flux_desktop.ui.model_chooser import ModelChooser
from flux_desktop.ui.param_panel import ParamPanel
from flux_desktop.ui.prompt_box import PromptBox
from flux_desktop.ui.queue_panel import QueuePanel
from flux_desktop.ui.reference_strip import ReferenceStrip
from flux_desktop.ui.run_bar import RunBar
from flux_desktop.ui.shortcuts import MENUS
from flux_desktop.ui.theme import GAP, TIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk import Desk

__all__ = ["MainWindow"]

NAME = "Flux Desktop"
LEFT, RIGHT = 264, 316
"""Widths of the history and of the sidebar in a new window, in logical pixels."""
MOST = (1600, 1000)
"""The size of a new window where the screen has the room."""


class MainWindow(QMainWindow):
    """`painted` comes once, after the first paint; `close_requested` when the user wants to leave.

    Closing is left to the program: what still runs has to come to its end first.
    """

    painted = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "main_window", NAME)
        self.setWindowTitle(NAME)
        self.canvas = Canvas()
        self.compare_bar = CompareBar()
        self.history = HistoryPanel()
        self.queue = QueuePanel()
        self.chooser = ModelChooser()
        self.params = ParamPanel()
        self.modes = ModeBar()
        self.references = ReferenceStrip()
        self.prompt = PromptBox()
        self.run_bar = RunBar()
        self.messages = MessageBar(self.canvas)
        self.menus = {words: self._menu(words) for words in MENUS}
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.form = EditForm(self.prompt, self.chooser, self.params, self.modes, self.run_bar)
        self.desk: Desk | None = None
        self._was_painted = False
        self._lay_out()

    def attach(self, session: Session, drag_folder: Path) -> None:
        """Show `session`, and do what the user asks for, from now on."""
        from flux_desktop.ui.desk import Desk

        self.desk = Desk(self, session, drag_folder)

    def put_beside_params(self, widget: QWidget) -> None:
        """Add `widget`, hidden, to the place of the parameters."""
        widget.hide()
        column = self.side.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.params) + 1, widget, 1)

    def _menu(self, words: str) -> QMenu:
        menu = QMenu(words, self)
        named(menu, f"menu_{words.strip('&').lower()}", words.strip("&"))
        self.menuBar().addMenu(menu)
        return menu

    def _lay_out(self) -> None:
        self.columns.setObjectName("columns")
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for column in (self.history, self._middle(), self._sidebar()):
            self.columns.addWidget(column)
        for place, stretch in enumerate((0, 1, 0)):
            self.columns.setStretchFactor(place, stretch)
        self.history.setMinimumWidth(200)
        self.setCentralWidget(self.columns)
        self._take_room()
        self.prompt.setFocus()

    def _take_room(self) -> None:
        """Be as large as a new window may be: the screen's, less what frame and title need, but not endless."""
        room = self.screen().availableGeometry()
        width, height = min(MOST[0], room.width() - 24), min(MOST[1], room.height() - 48)
        self.resize(width, height)
        self.columns.setSizes([LEFT, max(1, width - LEFT - RIGHT), RIGHT])

    def _middle(self) -> QWidget:
        pictures = QHBoxLayout()
        pictures.setSpacing(GAP)
        pictures.addWidget(self.modes)
        pictures.addWidget(self.references, 1)
        words = QVBoxLayout()
        words.setContentsMargins(GAP, GAP, GAP, GAP)
        words.setSpacing(TIGHT + 2)
        words.addLayout(pictures)
        words.addWidget(self.prompt)
        words.addWidget(self.run_bar)
        return _column(self.compare_bar, (self.canvas, 1), words)

    def _sidebar(self) -> QWidget:
        self.side = _column(self.chooser, (self.params, 1), self.queue)
        return self.side

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # the children are painted after this

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.ignore()
        self.close_requested.emit()


def _column(*parts: QWidget | QVBoxLayout | tuple[QWidget, int]) -> QWidget:
    """Widgets and layouts below each other; a number beside a widget is its stretch."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        if isinstance(part, QVBoxLayout):
            column.addLayout(part)
        elif isinstance(part, tuple):
            column.addWidget(*part)
        else:
            column.addWidget(part)
    return whole
