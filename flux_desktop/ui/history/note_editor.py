"""A small window in which the user writes a note on a node."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.ui.history.words import prompt_of
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["NoteEditor"]


class NoteEditor(QDialog):
    """`written` carries the node and the words. Ctrl+Enter keeps them, Esc does not."""

    written = Signal(object, str)

    def __init__(self, node: HistoryNode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "note_editor", tr("Note"))
        self.setWindowTitle(tr("Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._node = node
        self._field = named(
            QPlainTextEdit(node.note), "note_field", tr("Note on {picture}", picture=prompt_of(node)[:100])
        )
        self._field.setTabChangesFocus(True)
        self._field.setPlaceholderText(tr("What is to be remembered of this picture"))
        self._field.selectAll()
        keep = named(QPushButton(tr("OK")), "note_keep_button", tip=tr("Keep the note (Ctrl+Enter)"))
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = named(QPushButton(tr("Cancel")), "note_cancel_button")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(ElidedLabel(prompt_of(node), "quiet"))
        column.addWidget(self._field, 1)
        column.addLayout(buttons)
        self.resize(320, 180)

    def _keep(self) -> None:
        self.written.emit(self._node, self._field.toPlainText().strip())
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        else:
            super().keyPressEvent(event)
