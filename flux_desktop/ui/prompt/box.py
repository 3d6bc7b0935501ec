"""Where the user says what to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.prompt.cursor import insert, select_field
from flux_desktop.ui.prompt.memory import PromptMemory

__all__ = ["PromptBox"]

PLACEHOLDERS = {
    "edit": marked("Say what to change, e.g. Make the red jacket #0066cc"),
    "generate": marked("Say what to make, e.g. A lighthouse at dusk, soft light, film grain"),
}
LEAST_LINES, MOST_LINES = 2, 6
SAVE_AFTER_MS = 500


class PromptBox(QPlainTextEdit):
    """Several lines of plain text, two to six high. Ctrl+Enter or Shift+Enter submits, Alt+Up recalls earlier prompts.

    Tab leads to the next place to fill in, e.g. `{subject}`, and behind the last one on to the next control.

    `draft_changed` comes half a second after the last change: the window keeps it for the next start. Pictures that
    are dropped or pasted here are left to the window.
    """

    submitted = Signal()
    draft_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "prompt_box", tr("Prompt"))
        self.setAccessibleDescription(tr("Ctrl+Enter runs it. Alt+Up and Alt+Down walk through earlier prompts."))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.set_mode("edit")
        self._memory = PromptMemory()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER_MS)
        self._saving.timeout.connect(lambda: self.draft_changed.emit(self.text()))
        self.textChanged.connect(self._saving.start)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text as a typing user would: it can be undone. The walk through earlier prompts starts anew."""
        self._memory.restart()
        self._replace(text)

    def put_template(self, text: str) -> None:
        """Replace the text by a template as `set_text` does, and let the user type over its first place to fill in."""
        self.set_text(text)
        select_field(self, from_start=True)

    def put_in(self, words: str) -> None:
        """Put `words` in at the cursor, in place of what is selected."""
        insert(self, words)

    def set_mode(self, mode: str) -> None:
        """Show an example for `edit` or `generate` while the box is empty."""
        self.setPlaceholderText(tr(PLACEHOLDERS[mode]))
        self.viewport().update()  # Qt paints other words only when there is something else to paint

    def set_history(self, prompts: Sequence[str]) -> None:
        """The earlier prompts, newest first."""
        self._memory.set_history(prompts)

    def submit(self) -> None:
        """Run what is written; the walk through earlier prompts starts anew."""
        self._memory.restart()
        self.submitted.emit()

    def _replace(self, text: str | None) -> None:
        if text is None or text == self.text():
            return
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _fit(self) -> None:
        """Be as high as the text, within the limits."""
        lines = min(max(int(self.document().size().height()), LEAST_LINES), MOST_LINES)
        around = 2 * (self.document().documentMargin() + self.frameWidth()) + 6  # 6: the style sheet's padding, border
        self.setFixedHeight(int(lines * self.fontMetrics().lineSpacing() + around))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys, held = event.key(), event.modifiers()
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held & control:
            if not event.isAutoRepeat():
                self.submit()
        elif keys == Qt.Key.Key_Up and held & Qt.KeyboardModifier.AltModifier:
            self._replace(self._memory.older(self.text()))
        elif keys == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self._replace(self._memory.newer(self.text()))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return (next and select_field(self)) or super().focusNextPrevChild(next)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+V to the window when the clipboard holds a picture: an editor takes every Ctrl+V for its own."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            mime = QGuiApplication.clipboard().mimeData()
            if mime is not None and not self.canInsertFromMimeData(mime):
                event.ignore()
                return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text may be pasted, also where a picture of it lies beside it; copied files may not."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if self.canInsertFromMimeData(source):
            self.insertPlainText(source.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _is_picture(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if _is_picture(event.mimeData()):
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if _is_picture(event.mimeData()):
            event.ignore()
        else:
            super().dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


def _is_picture(mime: QMimeData) -> bool:
    """Whether what is dragged is a picture, a file or an address: the window opens those."""
    return mime.hasImage() or mime.hasUrls()
