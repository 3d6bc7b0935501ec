"""Every key and what the mouse does, in one list that can be searched."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.keymap import Keymap
from flux_desktop.ui.dialogs.command_tree import CommandTree, Row, rows_of, search_field, written
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["KeysHelp"]

FIXED = {
    "Canvas": (
        Row("", "Zoom at the pointer", "Ctrl+wheel, pinch"),
        Row("", "Move the picture", "Arrow keys, Space+drag, middle drag"),
        Row("", "Take a picture that is seen whole into another program", "Drag (Alt+drag: always)"),
        Row("", "Whole picture or 100 %", "Double click"),
        Row("", "Move the divider; with Shift in larger steps", "Arrow keys on the divider"),
    ),
    "History": (
        Row("", "Show a result", "Click, arrow keys, Enter"),
        Row("", "Edit it further", "Double click, Ctrl+Enter"),
        Row("", "See the picture as it was before", "Hold Space"),
        Row("", "Take it into another program", "Drag"),
    ),
    "Prompt box": (
        Row("", "Run", "Ctrl+Enter, Shift+Enter"),
        Row("", "Earlier and later prompts", "Alt+Up, Alt+Down"),
    ),
}
"""What cannot be changed, under the headings of the commands or those of its own."""


class KeysHelp(QDialog):
    """A small window of its own, which does not block the other. `change_requested`: the user wants other keys."""

    change_requested = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "keys_help", "Keyboard and mouse")
        self.setWindowTitle("Keyboard and mouse")
        self._keymap = keymap
        self.tree = CommandTree("keys_help_list", "Commands and their keys", ("Command", "Keys"))
        self.search = search_field("keys_help_search", self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addLayout(self._buttons())
        self.resize(620, 640)
        self._fill()
        keymap.changed.connect(self._fill)

    def _buttons(self) -> QHBoxLayout:
        change = named(QPushButton("Change keys…"), "keys_help_change_button")
        change.clicked.connect(self.change_requested)
        close = named(QPushButton("Close"), "keys_help_close_button")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(change)
        row.addStretch()
        row.addWidget(close)
        for button in (change, close):
            button.setAutoDefault(False)
        return row

    def _fill(self) -> None:
        """The keys that count now, and below them what is fixed."""
        groups = rows_of(lambda one: Row(one.id, one.label, written(self._keymap.live_keys(one.id))))
        for title, fixed in FIXED.items():
            groups[title] = [*groups.get(title, ()), *fixed]
        self.tree.fill(groups)
        self.tree.search(self.search.text())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
