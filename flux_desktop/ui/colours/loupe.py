"""What the eyedropper sees: the pixels around the pointer, many times enlarged, and their colour in words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.imaging.colour_words import colour_words
from flux_desktop.ui.colours.sampling import REACH, mean_colour
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, TIGHT, in_use

__all__ = ["ColourLoupe"]

CELL = 13
"""Logical pixels of one pixel of the picture."""
GRID = (2 * REACH + 1) * CELL
DISTANCE = 22
"""From the pointer, so that what is picked stays in sight."""


class ColourLoupe(QWidget):
    """Lies in `parent` beside the pointer, and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "colour_loupe", tr("Colour under the pointer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place = parent
        self._pixels = QImage()
        self._side = 1
        self.colour: str | None = None
        """What would be picked now, as `#rrggbb`; None where there is nothing."""
        self.hide()

    def look(self, pixels: QImage | None, side: int, at: QPoint) -> None:
        """Show `pixels`, of which the middle `side` × `side` count, beside the point `at` of the parent."""
        self._pixels, self._side = pixels or QImage(), side
        self.colour = mean_colour(pixels, side) if pixels is not None else None
        self.setVisible(self.colour is not None)
        if self.colour is not None:
            self.setAccessibleDescription(f"{self.colour.upper()} {colour_words(self.colour)}")
            self.setGeometry(QRect(_beside(at, self.sizeHint(), self._place.size()), self.sizeHint()))
            self.raise_()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        lines = 3 if self._side > 1 else 2
        return QSize(GRID + 2, GRID + 2 + lines * self.fontMetrics().lineSpacing() + 2 * TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        if self.colour is None:
            return
        theme, painter = in_use(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.base))
        painter.drawImage(QRect(1, 1, GRID, GRID), self._pixels)
        self._frame(painter)
        self._say(painter, self.colour, QColor(theme.text), QColor(theme.quiet))
        painter.setPen(QColor(theme.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        """Lines round what counts, light beside dark."""
        first = 1 + (REACH - self._side // 2) * CELL
        square = QRect(first, first, self._side * CELL, self._side * CELL)
        for out, ink in ((1, Qt.GlobalColor.white), (2, Qt.GlobalColor.black)):
            painter.setPen(QPen(QColor(ink), 1))
            painter.drawRect(square.adjusted(-out, -out, out - 1, out - 1))

    def _say(self, painter: QPainter, colour: str, ink: QColor, quiet: QColor) -> None:
        line, top = self.fontMetrics().lineSpacing(), GRID + 2 + TIGHT
        painter.fillRect(QRect(TIGHT + 1, top, 2 * line, 2 * line), QColor(colour))
        left = 2 * line + TIGHT + GAP
        metrics, room = self.fontMetrics(), self.width() - left - TIGHT
        lines = [(colour.upper(), ink), (colour_words(colour), quiet)]
        for number, (words, pen) in enumerate(lines):
            painter.setPen(pen)
            at = QRect(left, top + number * line, room, line)
            painter.drawText(
                at, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            )
        if self._side > 1:
            painter.setPen(quiet)
            words = tr("Average of {side} × {side}", side=self._side)
            painter.drawText(QRect(TIGHT + 1, top + 2 * line, self.width() - 2 * TIGHT, line), 0, words)


def _beside(point: QPoint, size: QSize, room: QSize) -> QPoint:
    """Below and to the right of `point`, or on the other side where there is no room."""
    x, y = point.x() + DISTANCE, point.y() + DISTANCE
    if x + size.width() > room.width():
        x = max(0, point.x() - DISTANCE - size.width())
    if y + size.height() > room.height():
        y = max(0, point.y() - DISTANCE - size.height())
    return QPoint(x, y)
