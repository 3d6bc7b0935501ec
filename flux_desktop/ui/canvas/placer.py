"""A part of the picture as it is about to be put back: seen in its place, and moved by mouse and arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter

from flux_desktop.ui.canvas.gestures import ARROWS
from flux_desktop.ui.canvas.laying import draw_levels
from flux_desktop.ui.canvas.painting import to_device
from flux_desktop.ui.canvas.rects import to_rect
from flux_desktop.ui.canvas.transform import Box, unturned

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.levels import Levels
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Placer"]

FINE, COARSE = 0.5, 10.0
"""Pixels of the picture that an arrow key moves the result by; the second one with Shift."""


class Placer(QObject):
    """A guest of the canvas. `moved` carries pixels of the picture right and down, `left` that Esc was pressed."""

    paints = True
    moved = Signal(float, float)
    left = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._levels: Levels | None = None
        self._box = Box(0, 0, 0, 0)
        self._from: QPointF | None = None
        self._is_over = False
        """Whether the pointer is where the part can be taken hold of."""

    def show_part(self, levels: Levels, box: Box) -> None:
        """Show `levels` in place of what the picture has in `box`, in pixels of the picture."""
        self._levels, self._box = levels, box
        self._look_at(QPointF(self._canvas.mapFromGlobal(QCursor.pos())))
        self._canvas.update()

    def hide_part(self) -> None:
        self._levels = self._from = None
        self._canvas.show_cursor()
        self._canvas.update()

    # How a guest is asked: see Guest.

    def press(self, event: QMouseEvent) -> bool:
        inside = self._box.contains(self._to_picture(event.position()))
        if event.button() is not Qt.MouseButton.LeftButton or not inside:
            return False
        self._from = event.position()
        return True

    def move(self, event: QMouseEvent) -> bool:
        if self._from is None:
            self._look_at(event.position())
            return False
        before, now = self._to_picture(self._from), self._to_picture(event.position())
        self._from = event.position()
        self.moved.emit(now[0] - before[0], now[1] - before[1])
        return True

    def release(self, event: QMouseEvent) -> bool:
        held, self._from = self._from is not None, None
        return held and event.button() is Qt.MouseButton.LeftButton

    def double_click(self, event: QMouseEvent) -> bool:
        return self._box.contains(self._to_picture(event.position()))

    def key_press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ARROWS:
            step = COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else FINE
            right, down = unturned(ARROWS[key], (0, 0), self._canvas.turns)  # the view's way: the result goes the other
            self.moved.emit(-right * step, -down * step)
        else:
            return False
        return True

    def leave(self) -> None:
        """The pointer is not over the canvas any more: nothing depends on it."""

    def cursor(self) -> QCursor | None:
        """Where a press takes hold of the part it is one for moving; beside it a press moves the view, as ever."""
        return QCursor(Qt.CursorShape.SizeAllCursor) if self._levels is not None and self._is_over else None

    def paint(self, painter: QPainter) -> None:
        canvas = self._canvas
        if self._levels is None or canvas.is_comparing or canvas.peeking:
            return
        ratio = canvas.devicePixelRatioF()
        painter.save()
        to_device(painter, ratio)
        place, whole = to_rect(canvas.view.box_to_view(self._box)), to_rect(Box(0, 0, *canvas.view.viewport))
        draw_levels(painter, self._levels, place, whole, whole, canvas.zoom, ratio, turns=canvas.turns)
        painter.restore()

    def _look_at(self, position: QPointF) -> None:
        self._is_over = self._box.contains(self._to_picture(position))
        self._canvas.show_cursor()

    def _to_picture(self, position: QPointF) -> tuple[float, float]:
        ratio = self._canvas.devicePixelRatioF()
        return self._canvas.view.to_picture((position.x() * ratio, position.y() * ratio))
