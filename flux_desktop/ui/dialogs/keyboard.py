"""Every key and what the mouse does, in one list that can be searched."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.dialogs.command_tree import CommandTree, Row, rows_of, search_field, written
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN
from flux_desktop.ui.wording import native

__all__ = ["KeysHelp"]

FIXED = {
    marked("Canvas"): (
        Row("", marked("Zoom at the pointer"), marked("{ctrl}wheel, pinch")),
        Row("", marked("Move the picture"), marked("Arrow keys, Space+drag, middle drag")),
        Row("", marked("Take a picture that is seen whole into another program"), marked("Drag ({alt}drag: always)")),
        Row("", marked("Whole picture or 100 %"), marked("Double click")),
        Row("", marked("Move the divider; with Shift in larger steps"), marked("Arrow keys on the divider")),
    ),
    marked("History"): (
        Row("", marked("Show a result"), marked("Click, arrow keys, Enter")),
        Row("", marked("Edit it further"), marked("Double click, {ctrl}Enter")),
        Row("", marked("See the picture as it was before"), marked("Hold Space")),
        Row("", marked("Take it into another program"), marked("Drag")),
    ),
    marked("Prompt box"): (
        Row("", marked("Run"), marked("{ctrl}Enter, {shift}Enter")),
        Row("", marked("Earlier and later prompts"), marked("{alt}Up, {alt}Down")),
    ),
}
"""What cannot be changed, under headings of its own; what is held with a key is called as the system calls it."""


class KeysHelp(QDialog):
    """A small window of its own, which does not block the other. `change_requested`: the user wants other keys."""

    change_requested = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "keys_help", tr("Keyboard and mouse"))
        self.setWindowTitle(tr("Keyboard and mouse"))
        self._keymap = keymap
        self.tree = CommandTree("keys_help_list", tr("Commands and their keys"), (tr("Command"), tr("Keys")))
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
        change = named(QPushButton(tr("Change keys…")), "keys_help_change_button")
        change.clicked.connect(self.change_requested)
        close = named(QPushButton(tr("Close")), "keys_help_close_button")
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
        held = {name.lower(): native(f"{name}+A").removesuffix("A") for name in ("Ctrl", "Alt", "Shift")}
        for title, fixed in FIXED.items():
            groups[tr(title)] = [Row("", tr(row.words), tr(row.keys).format(**held)) for row in fixed]
        self.tree.fill(groups)
        self.tree.search(self.search.text())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
