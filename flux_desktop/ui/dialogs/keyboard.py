"""Every key and what the mouse does, in one list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.ui.controls import plain_label
from flux_desktop.ui.naming import named
from flux_desktop.ui.shortcuts import COMMANDS
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["KeysHelp"]

ON_CANVAS = (
    ("Ctrl+wheel, pinch", "Zoom at the pointer"),
    ("Space+drag, middle drag", "Move the picture"),
    ("Drag a picture that fits", "Take it into another program (Alt+drag: always)"),
    ("Double click, Z", "Whole picture or 100 %"),
    ("Hold \\ or O", "See the picture as it was before"),
    ("Y, M", "Single, divider, side by side"),
    ("Arrow keys on the divider", "Move it; with Shift in larger steps"),
    ("S, A, R, P", "Use the seed, all settings, all but the seed, the prompt"),
    ("V", "Vary: the same again with new seeds"),
    ("E", "Edit this result further"),
)
IN_HISTORY = (
    ("Click, arrow keys", "Show a result"),
    ("Double click, Ctrl+Enter", "Edit it further"),
    ("Hold Space", "See the picture as it was before"),
    ("S, A, R, P, V", "As on the canvas"),
    ("Drag", "Take it into another program"),
)
IN_PROMPT = (
    ("Ctrl+Enter, Shift+Enter", "Run"),
    ("Alt+Up, Alt+Down", "Earlier and later prompts"),
)


class KeysHelp(QDialog):
    """A small window of its own, which does not block the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "keys_help", "Keyboard and mouse")
        self.setWindowTitle("Keyboard and mouse")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setHorizontalSpacing(2 * MARGIN)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._add("In the window", _of_commands())
        self._add("In the prompt box", IN_PROMPT)
        self._add("On the canvas", ON_CANVAS)
        self._add("In the history", IN_HISTORY)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        close = named(QPushButton("Close"), "keys_help_close_button", "Close")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 620)

    def _add(self, title: str, rows: tuple[tuple[str, str], ...]) -> None:
        heading = plain_label(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setMargin(2)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for keys, does in rows:
            row = self._grid.rowCount()
            self._grid.addWidget(plain_label(keys, "quiet"), row, 0)
            self._grid.addWidget(plain_label(does), row, 1)


def _of_commands() -> tuple[tuple[str, str], ...]:
    def shown(keys: str) -> str:
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

    return tuple((shown(one.keys[0]), one.words.replace("&", "")) for one in COMMANDS if one.keys)
