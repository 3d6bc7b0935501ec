"""A line over the picture: this result is smaller than what it was made from, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button
from flux_desktop.ui.theme import GAP, TIGHT

__all__ = ["SizeNote"]

FROM_TOP = 12


class SizeNote(QFrame):
    """`wanted`: a new result with the detail of the picture before. `closed`: the line is to be seen no more."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        named(self, "size_note", tr("Size of the result"))
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self._words = named(ElidedLabel(), "size_note_words")
        self._keep = named(QPushButton(tr("Keep the Original's Detail")), "size_note_keep")
        self._keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to who has them
        set_note(
            self._keep,
            tr("Makes a new result in full size: the original, with the colours and the light of this one."),
        )
        self._close = icon_button("size_note_close", "x", tr("Close", "verb"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, TIGHT, TIGHT)
        row.setSpacing(GAP)
        for widget in (self._words, self._keep, self._close):
            row.addWidget(widget)
        self._keep.clicked.connect(self.wanted)
        self._close.clicked.connect(self.closed)
        parent.installEventFilter(self)
        icons.redress(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show `words`; "" hides the line, and what it lies on has the keys that were in it."""
        self._words.set_words(words)
        self.set_busy(False)
        if not words and self.isAncestorOf(QApplication.focusWidget() or self._host):
            self._host.setFocus()
        self.setVisible(bool(words))
        self.place()

    def set_busy(self, busy: bool) -> None:
        """While the new result is being made there is nothing to choose."""
        self._keep.setEnabled(not busy)

    def place(self) -> None:
        """Lie in the middle of the parent's upper edge, no wider than it."""
        room, size = self._host.size(), self.sizeHint()
        width = min(size.width(), room.width() - 2 * FROM_TOP)
        self.setGeometry((room.width() - width) // 2, FROM_TOP, width, size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    # What happens beside the controls is not the canvas's.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()
