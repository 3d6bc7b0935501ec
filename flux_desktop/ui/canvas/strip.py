"""A strip of controls that lies over the lower edge of the canvas, so that the picture does not move when it comes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.theme import GAP, TIGHT

__all__ = ["Strip"]

FROM_BOTTOM = 36
"""The line with the pixel under the pointer is below."""
WIDEST = 640


class Strip(QFrame):
    """Its controls take as many lines as they need. `closed` tells that Esc was pressed in one of them.

    `room_taken` carries the part of the parent that lies behind it (QRect), an empty one when it goes.
    """

    closed = Signal()
    room_taken = Signal(QRect)

    def __init__(self, parent: QWidget, name: str, words: str) -> None:
        super().__init__(parent)
        self._host = parent
        named(self, name, words)
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        self._column.setSpacing(TIGHT)
        parent.installEventFilter(self)
        self.hide()

    def add_line(self, widgets: Iterable[QWidget]) -> None:
        """Lay `widgets` beside each other, and go on in a line below where there is no room."""
        line = FlowLayout(GAP, fills=True)
        for widget in widgets:
            line.addWidget(widget)
        self._column.addLayout(line)

    @property
    def has_focus_within(self) -> bool:
        """Whether one of the controls has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def place(self) -> None:
        """Lie in the middle of the parent's lower edge, no wider than it."""
        room = self._host.size()
        width = min(WIDEST, room.width() - 2 * TIGHT)
        height = self._column.totalHeightForWidth(width)
        top = max(TIGHT, room.height() - height - FROM_BOTTOM)
        self.setGeometry((room.width() - width) // 2, top, width, height)
        if self.isVisible():
            self.room_taken.emit(self.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.place()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.room_taken.emit(self.geometry())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.room_taken.emit(QRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # What happens beside the controls is not the canvas's.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.accept()
