"""The frame round what is sent: where its handles are, what dragging one makes of it, and how it looks."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen

from flux_desktop.core.region import Crop
from flux_desktop.ui.canvas.labels import draw_pill_below
from flux_desktop.ui.canvas.tools.placing import Placing
from flux_desktop.ui.canvas.transform import Point

__all__ = ["Frame", "FrameTool", "Handle", "dragged", "handle_at"]

Handle = tuple[int, int]
"""Which side is taken: -1 left or top, 1 right or bottom, 0 neither; (0, 0) is the whole frame."""
MIDDLE: Handle = (0, 0)
HANDLES: tuple[Handle, ...] = ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (0, 1), (-1, 0), (1, 0))
REACH = 12
"""Logical pixels round a handle within which it is taken: together 24."""
SIDE = 9
LEAST = 16
"""Pixels of the picture: no side of a frame is shorter."""
CURSORS: dict[Handle, Qt.CursorShape] = {
    **dict.fromkeys(((-1, -1), (1, 1)), Qt.CursorShape.SizeFDiagCursor),
    **dict.fromkeys(((1, -1), (-1, 1)), Qt.CursorShape.SizeBDiagCursor),
    **dict.fromkeys(((0, -1), (0, 1)), Qt.CursorShape.SizeVerCursor),
    **dict.fromkeys(((-1, 0), (1, 0)), Qt.CursorShape.SizeHorCursor),
    MIDDLE: Qt.CursorShape.SizeAllCursor,
}


class Frame(NamedTuple):
    """What is sent of the picture, and its size and scale in words."""

    crop: Crop
    words: str = ""


class _Grip(NamedTuple):
    """The frame is dragged: by what, from where, and what it was before."""

    handle: Handle
    start: Point
    before: Crop


class FrameTool:
    """The frame, which can be dragged by its handles. While it is, no words say what would be sent."""

    def __init__(self) -> None:
        self.frame: Frame | None = None
        self._grip: _Grip | None = None

    @property
    def is_dragged(self) -> bool:
        return self._grip is not None

    def press(self, place: QPointF, placing: Placing) -> bool:
        """Take hold of what is at `place`; whether there is anything."""
        handle = handle_at(self.frame.crop, place, placing) if self.frame is not None else None
        if self.frame is None or handle is None:
            return False
        self._grip = _Grip(placing.way(handle), placing.to_picture(place), self.frame.crop)
        return True

    def drag(self, place: QPointF, placing: Placing) -> None:
        if self._grip is not None:
            x, y = placing.to_picture(place)
            by = x - self._grip.start[0], y - self._grip.start[1]
            self.frame = Frame(dragged(self._grip.before, self._grip.handle, by))

    def drop(self) -> Crop | None:
        """Let go; where the frame is wanted, None where it was not moved."""
        grip, self._grip = self._grip, None
        return (
            self.frame.crop if grip is not None and self.frame is not None and self.frame.crop != grip.before else None
        )

    def give_up(self) -> None:
        """Let go, with the frame where it was."""
        if self._grip is not None:
            self.frame = Frame(self._grip.before)
        self._grip = None

    def stepped(self, by: Point, *, resize: bool) -> Crop | None:
        """Where arrow keys want it: elsewhere, or larger to the right and below."""
        return dragged(self.frame.crop, (1, 1) if resize else MIDDLE, by) if self.frame is not None else None

    def cursor(self, place: QPointF | None, placing: Placing) -> QCursor:
        handle = handle_at(self.frame.crop, place, placing) if self.frame is not None and place is not None else None
        return QCursor(CURSORS[handle] if handle is not None else Qt.CursorShape.ArrowCursor)

    def paint(self, painter: QPainter, placing: Placing, room: QRect, *, handles: bool) -> None:
        if self.frame is not None:
            _draw(painter, self.frame, placing, room, handles=handles)


def handle_at(crop: Crop, place: QPointF, placing: Placing) -> Handle | None:
    """The handle at a place of the canvas, as it is seen there; None for outside of the frame."""
    box = _box(crop, placing)
    for handle in HANDLES:
        away = _corner(box, handle) - place
        if max(abs(away.x()), abs(away.y())) <= REACH:
            return handle
    return MIDDLE if box.contains(place) else None


def dragged(crop: Crop, handle: Handle, by: Point) -> Crop:
    """`crop` with the side at `handle` moved by so many pixels, or all of it."""
    left, top, width, height = crop
    right, down = round(by[0]), round(by[1])
    if handle == MIDDLE:
        return left + right, top + down, width, height
    left, width = _dragged(left, width, handle[0], right)
    top, height = _dragged(top, height, handle[1], down)
    return left, top, width, height


def _draw(painter: QPainter, frame: Frame, placing: Placing, room: QRect, *, handles: bool) -> None:
    """Three lines, dark, light and dark, so that they are seen on any picture; the words stay within `room`."""
    box = _box(frame.crop, placing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for out, ink in ((0.5, QColor(0, 0, 0, 160)), (1.5, QColor(255, 255, 255)), (2.5, QColor(0, 0, 0, 160))):
        painter.setPen(QPen(ink, 1))
        painter.drawRect(box.adjusted(-out, -out, out, out))
    if handles:
        painter.setPen(QPen(QColor(0, 0, 0), 1))
        painter.setBrush(QColor(255, 255, 255))
        for handle in HANDLES:
            painter.drawRect(QRectF(-SIDE / 2, -SIDE / 2, SIDE, SIDE).translated(_corner(box, handle)))
    if frame.words:
        draw_pill_below(painter, frame.words, box, room)


def _dragged(start: int, length: int, way: int, step: int) -> tuple[int, int]:
    """Where an edge begins, and how long it is then."""
    if way > 0:
        return start, max(LEAST, length + step)
    if way < 0:
        step = min(step, length - LEAST)
        return start + step, length - step
    return start, length


def _box(crop: Crop, placing: Placing) -> QRectF:
    left, top, width, height = crop
    return placing.rect((left, top), (left + width, top + height))


def _corner(box: QRectF, handle: Handle) -> QPointF:
    middle = box.center()
    return QPointF(middle.x() + handle[0] * box.width() / 2, middle.y() + handle[1] * box.height() / 2)
