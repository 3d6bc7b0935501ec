"""A picture with a rectangle on it that is moved and drawn anew by mouse and keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.region import Crop
from flux_desktop.services.cropping import LEAST_SIDE
from flux_desktop.ui import theme
from flux_desktop.ui.naming import named
from flux_desktop.ui.qt_image import around

__all__ = ["CropView"]

HANDLE = 9
"""Side of a handle in logical pixels; it can be taken from this far away."""
RING = 2
"""Logical pixels of the focus ring, which lies beside the picture."""
SHADE = QColor(0, 0, 0, 130)
SIDES = {"left": -1, "middle": 0, "right": 1}
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
FAR = 10
Handle = tuple[int, int]
"""Which sides it moves: -1 left or top, 1 right or bottom, 0 none."""
CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, 0): Qt.CursorShape.SizeAllCursor,
}


class CropView(QWidget):
    """`crop_changed` carries the rectangle in pixels of the picture, whenever the user changes it.

    Dragging inside moves it, at its handles changes it, outside (inside while it is all of the picture) draws a new
    one; the arrow keys move it by a pixel,
    ten with Shift, and with Ctrl its lower right corner.
    """

    crop_changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        named(self, "crop_view", tr("Part of the picture that is sent"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage()
        self._small = QImage()
        self._size = (1, 1)
        self._crop: Crop = (0, 0, 1, 1)
        self._handle: Handle | None = None
        self._from = QPointF()
        self._before: Crop = self._crop

    def put(self, image: QImage) -> None:
        """Show `image`, all of it inside the rectangle."""
        self._image, self._small = image, QImage()
        self._size = image.width(), image.height()
        self.set_crop((0, 0, *self._size))

    @property
    def crop(self) -> Crop:
        return self._crop

    def set_crop(self, crop: Crop) -> None:
        """Draw the rectangle there, as far as it lies in the picture."""
        self._crop = _within(crop, self._size)
        left, top, width, height = self._crop
        words = tr("{width} × {height} pixels from {left}, {top}", width=width, height=height, left=left, top=top)
        self.setAccessibleDescription(words)
        self.update()

    def pixels_around(self, point: QPointF, reach: int) -> QImage | None:
        """The pixel under `point` with `reach` more to each side; None beside the picture."""
        x, y = (math.floor(value) for value in self._to_picture(point))
        if not self._image.rect().contains(x, y):
            return None
        return around(self._image, x, y, reach)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(560, 400)

    # Private.

    def _place(self) -> QRectF:
        """Where the picture lies in the widget."""
        width, height = self._size
        room = QRectF(self.rect()).adjusted(HANDLE, HANDLE, -HANDLE, -HANDLE)
        scale = max(1e-6, min(room.width() / width, room.height() / height))
        size = width * scale, height * scale
        return QRectF(room.center().x() - size[0] / 2, room.center().y() - size[1] / 2, *size)

    def _scale(self) -> float:
        return self._place().width() / self._size[0]

    def _to_picture(self, point: QPointF) -> tuple[float, float]:
        place, scale = self._place(), self._scale()
        return (point.x() - place.x()) / scale, (point.y() - place.y()) / scale

    def _frame(self) -> QRectF:
        place, scale = self._place(), self._scale()
        left, top, width, height = self._crop
        return QRectF(place.x() + left * scale, place.y() + top * scale, width * scale, height * scale)

    def _handles(self) -> dict[Handle, QRectF]:
        frame, found = self._frame(), {}
        for across in SIDES.values():
            for down in SIDES.values():
                if (across, down) != (0, 0):
                    middle = frame.center() + QPointF(across * frame.width() / 2, down * frame.height() / 2)
                    found[across, down] = QRectF(middle.x() - HANDLE / 2, middle.y() - HANDLE / 2, HANDLE, HANDLE)
        return found

    def _handle_at(self, point: QPointF) -> Handle | None:
        """The handle under `point`; (0, 0) inside the rectangle, None outside."""
        near = HANDLE / 2
        for handle, box in self._handles().items():
            if box.adjusted(-near, -near, near, near).contains(point):
                return handle
        return (0, 0) if self._frame().contains(point) else None

    def _change(self, crop: Crop) -> None:
        before = self._crop
        self.set_crop(crop)
        if self._crop != before:
            self.crop_changed.emit(self._crop)

    # Qt.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._from, self._before = event.position(), self._crop
        self._handle = self._handle_at(event.position())
        is_all = self._crop == (0, 0, *self._size)
        if self._handle is None or (is_all and self._handle == (0, 0)):  # a new rectangle from here on
            x, y = self._to_picture(event.position())
            self._before = (round(x), round(y), 0, 0)
            self._handle = (1, 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._handle is None or not event.buttons() & Qt.MouseButton.LeftButton:
            at = self._handle_at(event.position())
            self.setCursor(CURSORS[at] if at is not None else Qt.CursorShape.CrossCursor)
            return
        moved = (event.position() - self._from) / self._scale()
        self._change(_dragged(self._before, self._handle, round(moved.x()), round(moved.y()), self._size))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        self._handle = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        handle = (1, 1) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else (0, 0)
        self._change(_dragged(self._crop, handle, step[0] * far, step[1] * far, self._size))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._small = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        if not self._image.isNull():
            self._paint_picture(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.in_use().link), RING))
            painter.drawRect(QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2))
        painter.end()

    # Painting.

    def _paint_picture(self, painter: QPainter) -> None:
        """The picture, darker outside the rectangle, whose handles lie over it."""
        place, frame = self._place(), self._frame()
        painter.drawImage(place, self._shrunk(place))
        whole = QRectF(place)
        for part in (
            QRectF(whole.left(), whole.top(), whole.width(), frame.top() - whole.top()),
            QRectF(whole.left(), frame.bottom(), whole.width(), whole.bottom() - frame.bottom()),
            QRectF(whole.left(), frame.top(), frame.left() - whole.left(), frame.height()),
            QRectF(frame.right(), frame.top(), whole.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(part, SHADE)
        painter.setPen(QPen(Qt.GlobalColor.black, 3))
        painter.drawRect(frame)
        painter.setPen(QPen(Qt.GlobalColor.white, 1))
        painter.drawRect(frame)
        painter.setPen(QPen(Qt.GlobalColor.black, 1))
        painter.setBrush(Qt.GlobalColor.white)
        for box in self._handles().values():
            painter.drawRect(box)

    def _shrunk(self, place: QRectF) -> QImage:
        """The picture as large as it is seen, kept: a large one takes long to scale."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        if self._small.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._small


def _dragged(crop: Crop, handle: Handle, dx: int, dy: int, size: tuple[int, int]) -> Crop:
    """`crop` after `handle` was moved by so many pixels; (0, 0) moves all of it, which stays as large as it is."""
    left, top, width, height = crop
    if handle == (0, 0):
        return min(max(left + dx, 0), size[0] - width), min(max(top + dy, 0), size[1] - height), width, height
    (first, last), (upper, lower) = _side(left, width, handle[0], dx), _side(top, height, handle[1], dy)
    return first, upper, last - first, lower - upper


def _side(start: int, length: int, way: int, by: int) -> tuple[int, int]:
    """Start and end along one side; turned round where one end was dragged over the other."""
    ends = (start + by, start + length) if way < 0 else (start, start + length + (by if way > 0 else 0))
    return min(ends), max(ends)


def _within(crop: Crop, size: tuple[int, int]) -> Crop:
    """`crop` cut to the picture, and as large as a part has to be."""
    left, width = _fit(crop[0], crop[2], size[0])
    top, height = _fit(crop[1], crop[3], size[1])
    return left, top, width, height


def _fit(start: int, length: int, side: int) -> tuple[int, int]:
    least = min(LEAST_SIDE, side)
    first, last = max(0, start), min(side, start + length)
    if last - first < least:
        first = min(max(0, first), side - least)
        last = first + least
    return first, last - first
