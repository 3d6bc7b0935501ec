"""The frame of a picture that is about to be extended, dragged by its handles beyond the picture's edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter

from flux_desktop.core.region import Crop, Size
from flux_desktop.ui.canvas.tools.frame import Frame, FrameTool
from flux_desktop.ui.canvas.tools.placing import Placing

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Extender", "Margins", "around", "margins_of"]

Margins = tuple[int, int, int, int]
"""Pixels that are added on the left, above, on the right and below."""
NO_SIDE = (Qt.CursorShape.SizeAllCursor, Qt.CursorShape.ArrowCursor)
"""The frame's cursors inside and outside of it."""


class Extender(QObject):
    """A guest of the canvas. `margins_wanted` carries Margins; `left` and `agreed`: Esc and Enter."""

    paints = True
    margins_wanted = Signal(object)
    left = Signal()
    agreed = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._size: Size | None = None
        self._frame = FrameTool()
        self._pointer: QPointF | None = None

    def begin(self, size: Size) -> None:
        """Frame a picture of that size."""
        self._size = size
        self.show_margins((0, 0, 0, 0), "")

    def show_margins(self, margins: Margins, words: str) -> None:
        """Show the frame with these margins, and say `words` at it."""
        if self._size is not None and not self._frame.is_dragged:
            self._frame.frame = Frame(around(self._size, margins), words)
            self._canvas.update()

    def end(self) -> None:
        self._frame.give_up()
        self._frame.frame = self._size = None
        self._canvas.update()

    # How a guest is asked: see Guest.

    def press(self, event: QMouseEvent) -> bool:
        placing = self._placing()
        return placing is not None and event.button() is Qt.MouseButton.LeftButton and self._take(event, placing)

    def move(self, event: QMouseEvent) -> bool:
        self._pointer = event.position()
        placing = self._placing()
        if placing is None or not self._frame.is_dragged:
            self._canvas.show_cursor()
            return False
        self._frame.drag(event.position(), placing)
        if self._frame.frame is not None and self._size is not None:
            margins = margins_of(self._size, self._frame.frame.crop)
            self._frame.frame = Frame(around(self._size, margins))
            self.margins_wanted.emit(margins)
        self._canvas.update()
        return True

    def release(self, event: QMouseEvent) -> bool:
        held = self._frame.is_dragged and event.button() is Qt.MouseButton.LeftButton
        crop = self._frame.drop() if held else None
        if crop is not None and self._size is not None:
            self.margins_wanted.emit(margins_of(self._size, crop))
        return held

    def double_click(self, event: QMouseEvent) -> bool:
        del event
        return True

    def key_press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        else:
            return False
        return True

    def leave(self) -> None:
        self._pointer = None

    def cursor(self) -> QCursor | None:
        """That of the side or corner that can be dragged; elsewhere a press moves the view, as ever."""
        placing = self._placing()
        cursor = self._frame.cursor(self._pointer, placing) if placing is not None else None
        return cursor if cursor is not None and cursor.shape() not in NO_SIDE else None

    def paint(self, painter: QPainter) -> None:
        placing = self._placing()
        if placing is not None:
            painter.save()
            self._frame.paint(painter, placing, self._canvas.rect(), handles=True)
            painter.restore()

    def _take(self, event: QMouseEvent, placing: Placing) -> bool:
        """Take hold of a side or a corner; the middle is for moving the view."""
        shape = self._frame.cursor(event.position(), placing).shape()
        return shape not in NO_SIDE and self._frame.press(event.position(), placing)

    def _placing(self) -> Placing | None:
        if self._size is None or not self._canvas.has_picture:
            return None
        return Placing(self._canvas.view, self._size, self._canvas.devicePixelRatioF())


def around(size: Size, margins: Margins) -> Crop:
    """The frame with these margins around a picture, in its coordinates."""
    left, top, right, bottom = margins
    return -left, -top, size[0] + left + right, size[1] + top + bottom


def margins_of(size: Size, frame: Crop) -> Margins:
    """How far `frame` goes beyond a picture on each side; never into it."""
    left, top, width, height = frame
    return max(0, -left), max(0, -top), max(0, left + width - size[0]), max(0, top + height - size[1])
