"""A few words over the picture while something is on its way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from flux_desktop.ui.canvas.labels import GROUND, INK

__all__ = ["Hint"]

FROM_BOTTOM = 20
GAP = 6


class Hint(QLabel):
    """A dark pill at the bottom of its parent, readable on any picture; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("canvas_message")
        self.setAccessibleIdentifier("canvas_message")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, INK)
        self.setPalette(palette)
        self._taken = 0
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
        self.place()

    def lift(self, taken: int) -> None:
        """Lie above what takes the lowest `taken` pixels of the parent."""
        if taken != self._taken:
            self._taken = taken
            self.place()

    def place(self) -> None:
        """Lie in the middle of the parent's lower edge, no wider than it."""
        room = self._host.size()
        size = self.sizeHint().boundedTo(room)
        bottom = room.height() - max(FROM_BOTTOM, self._taken + GAP)
        self.setGeometry((room.width() - size.width()) // 2, bottom - size.height(), *size.toTuple())
        self.raise_()

    def sizeHint(self) -> QSize:  # noqa: N802
        return super().sizeHint() + QSize(32, 14)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.end()
        super().paintEvent(event)
