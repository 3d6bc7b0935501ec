"""The divider between two pictures, moved by mouse, keys and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from flux_desktop.core.language import tr

__all__ = ["CompareView"]

BREADTH = 24
"""Of the strip that takes the mouse, in logical pixels; the line in it is 2 wide."""

NEAR, FAR = 0.01, 0.1
"""Of the seen picture, by an arrow key and with Shift."""

LINE = QColor(255, 255, 255)
EDGE = QColor(0, 0, 0, 200)
ARROW = QColor(40, 40, 40)


class CompareView(QAbstractSlider):
    """The divider between two pictures; being a slider to Qt, it is one to screen readers too.

    Seen exactly while two pictures are; a mere line where they lie beside each other. The widget is a strip of
    `BREADTH`, which its parent places by `follow`; `dragged_to` tells where, in the parent's coordinates, the pointer
    wants the line. Its value is the per cent that a screen reader says; `split` is as fine as the pixels of a screen.
    """

    split_changed = Signal()
    dragged_to = Signal(QPoint)
    focus_lost = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("compare_view")
        self.setAccessibleIdentifier("compare_view")
        self.setAccessibleName(tr("Comparison divider"))
        self._split = 0.5
        self.setRange(0, 100)
        self.setValue(50)
        self.valueChanged.connect(self._on_value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._movable = True
        self._passive = False
        self._line = 0
        self._hidden_line = False
        self._hovered = False
        self._grip = 0
        self.hide()

    @property
    def split(self) -> float:
        """The share of the seen picture that belongs to the first one, 0 … 1."""
        return self._split

    @split.setter
    def split(self, share: float) -> None:
        share = min(max(share, 0.0), 1.0)
        if share != self._split:
            self._split = share
            self.setValue(round(share * 100))
            self.split_changed.emit()

    def set_line_hidden(self, hidden: bool) -> None:
        """Draw nothing for a while: one picture is held up alone."""
        self._hidden_line = hidden
        self.update()

    def follow(self, seen: QRect, line: int, orientation: Qt.Orientation, *, movable: bool) -> None:
        """Lie over the line at `line` (left or top) along the seen picture, all within the parent."""
        across = orientation is Qt.Orientation.Horizontal
        room = self._host.width() if across else self._host.height()
        start = min(max(line - BREADTH // 2, 0), max(0, room - BREADTH))
        self._line = line - start
        self._movable = movable
        self.setOrientation(orientation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if movable else Qt.FocusPolicy.NoFocus)
        self._choose_mouse()
        if movable:
            self.setCursor(Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor)
        if across:
            self.setGeometry(start, seen.top(), BREADTH, seen.height())
        else:
            self.setGeometry(seen.left(), start, seen.width(), BREADTH)

    def set_passive(self, passive: bool) -> None:
        """Leave the mouse to the parent for a while."""
        self._passive = passive
        self._choose_mouse()

    def _choose_mouse(self) -> None:
        through = self._passive or not self._movable
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, through)

    def _on_value(self, value: int) -> None:
        """A screen reader moves the divider by its value."""
        if value != round(self._split * 100):
            self.split = value / 100

    def _along(self, point: QPointF) -> int:
        return round(point.x() if self.orientation() is Qt.Orientation.Horizontal else point.y())

    def _step(self, event: QKeyEvent) -> float | None:
        """The split that a key asks for; None where the key is not the divider's."""
        step = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NEAR
        moves = {Qt.Key.Key_Left: -step, Qt.Key.Key_Up: -step, Qt.Key.Key_Right: step, Qt.Key.Key_Down: step}
        key = Qt.Key(event.key())
        if key in moves:
            return self._split + moves[key]
        return {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}.get(key)

    # What is not the divider's goes on to the canvas: ignored events reach the parent.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        split = self._step(event) if self._movable else None
        if split is None:
            event.ignore()
        else:
            self.split = split

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        # The line keeps its distance from the pointer: it does not jump under it.
        self._grip = self._along(event.position()) - self._line
        self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.isSliderDown():
            event.ignore()
            return
        point = self.mapToParent(event.position().toPoint())
        self.dragged_to.emit(point - QPoint(self._grip, self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.split = 0.5
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.focus_lost.emit()
        self.update()

    def enterEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = False
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(BREADTH, BREADTH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._hidden_line:
            return
        painter = QPainter(self)
        if self.orientation() is Qt.Orientation.Horizontal:
            length, breadth = self.height(), self.width()
        else:
            # Drawn upright and laid down: one drawing for both.
            length, breadth = self.width(), self.height()
            painter.translate(0, breadth)
            painter.rotate(-90)
        self._draw(painter, length)
        painter.end()

    def _draw(self, painter: QPainter, length: int) -> None:
        line = self._line if self.orientation() is Qt.Orientation.Horizontal else BREADTH - self._line
        painter.drawImage(QRect(line - 2, 0, 4, length), _line())
        if self._movable:
            self._draw_handle(painter, QPointF(min(max(line, 12), BREADTH - 12), length / 2))

    def _draw_handle(self, painter: QPainter, middle: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(EDGE, 1))
        painter.setBrush(LINE)
        painter.drawEllipse(middle, 11, 11)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = self.palette().highlight().color()
        # Arrows for the pointer, a ring for the keys: who has both sees both.
        painter.setBrush(shade if self._hovered or self.isSliderDown() else ARROW)
        for side in (-1, 1):
            tip, base = middle.x() + side * 7, middle.x() + side * 2.5
            corners = [(tip, 0.0), (base, -4.0), (base, 4.0)]
            painter.drawPolygon(QPolygonF([QPointF(x, middle.y() + y) for x, y in corners]))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shade, 2.5))
            painter.drawEllipse(middle, 10.5, 10.5)


def _line() -> QImage:
    """A row of the line between the pictures: as an image it is drawn much faster than filled with a faint colour."""
    row = QImage(4, 1, QImage.Format.Format_ARGB32_Premultiplied)
    for x, ink in enumerate((EDGE, LINE, LINE, EDGE)):
        row.setPixelColor(x, 0, ink)
    return row
