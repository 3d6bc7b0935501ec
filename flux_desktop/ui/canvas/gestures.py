"""What mouse, touchpad, touch screen and keyboard do on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.keymap import command_of

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.stage import Stage

__all__ = ["ARROWS", "Gestures", "Guest"]

NOTCH = 120
"""What a wheel reports for one notch."""
NOTCH_ZOOM = 1.25
ARROW_STEP = 48
"""Logical pixels that an arrow key moves the view; eight times as many with Shift."""

ARROWS = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class Guest(Protocol):
    """What is drawn with on the picture: it has mouse and keys first, but for what moves the picture.

    Handlers say whether they took the event.
    """

    @property
    def paints(self) -> bool:
        """Whether there is anything to be seen of it now."""

    def press(self, event: QMouseEvent) -> bool: ...
    def move(self, event: QMouseEvent) -> bool: ...
    def release(self, event: QMouseEvent) -> bool: ...
    def double_click(self, event: QMouseEvent) -> bool: ...
    def key_press(self, event: QKeyEvent) -> bool: ...
    def leave(self) -> None:
        """The pointer is not over the canvas any more."""

    def cursor(self) -> QCursor | None:
        """What the pointer looks like; None for what it is without a guest."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the picture, in logical pixels of the canvas."""


class Gestures:
    """Turns input events into calls of the canvas; each handler says whether it took the event.

    Left-drag moves a picture that is larger than the canvas; one that is seen whole has nowhere to go, so there it
    asks for a drag out of the window, as Alt+left-drag does always. Middle-drag and Space+left-drag move always.
    """

    def __init__(self, canvas: Stage) -> None:
        self._canvas = canvas
        self._pan_point: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._drag_start: QPointF | None = None
        self._space = False
        self._shown_cursor: QCursor | None = None
        self._peek_key: tuple[int, int] | None = None
        self.wheel_zooms = True
        self.guest: Guest | None = None
        self.keymap = Keymap(Settings())
        """What the user's keys are; these are the ones that the program comes with."""

    # Mouse

    def press(self, event: QMouseEvent) -> bool:
        if self._pan_point is None and not self._space and self.guest is not None and self.guest.press(event):
            return True
        left = event.button() is Qt.MouseButton.LeftButton
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.button() is Qt.MouseButton.MiddleButton or (left and self._pans_by_left(alt)):
            self._pan_point, self._pan_button = event.position(), event.button()
        elif left and self._canvas.holds(event.position()):
            self._drag_start = event.position()
        else:
            return False
        self.show_cursor()
        return True

    def _pans_by_left(self, alt: bool) -> bool:
        return self._space or (self._canvas.view.pannable and not alt)

    def move(self, event: QMouseEvent) -> bool:
        if self._pan_point is not None and not event.buttons() & self._pan_button:
            self._stop_dragging()  # the release went elsewhere
        if self._pan_point is not None:
            delta = event.position() - self._pan_point
            self._pan_point = event.position()
            self._canvas.pan_by(delta.x(), delta.y())
            return True
        if self.guest is not None and self.guest.move(event):
            return True
        if self._drag_start is None:
            return False
        distance = (event.position() - self._drag_start).manhattanLength()
        if distance >= QApplication.startDragDistance():
            self._drag_start = None
            self._canvas.drag_requested.emit()
        return True

    def release(self, event: QMouseEvent) -> bool:
        if event.button() is self._pan_button:
            self._pan_point, self._pan_button = None, Qt.MouseButton.NoButton
        elif event.button() is Qt.MouseButton.LeftButton and self._drag_start is not None:
            self._drag_start = None
        else:
            return self.guest is not None and self.guest.release(event)
        self.show_cursor()
        return True

    def double_click(self, event: QMouseEvent) -> bool:
        if self.guest is not None and not self._space and self.guest.double_click(event):
            return True
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._canvas.toggle_zoom(event.position())
        return True

    def _stop_dragging(self) -> None:
        self._pan_point, self._pan_button, self._drag_start = None, Qt.MouseButton.NoButton, None
        self.show_cursor()

    def show_cursor(self) -> None:
        """An open hand where dragging moves the picture, a closed one while it does; else the guest's."""
        cursor = self._cursor()
        if cursor == self._shown_cursor:  # to set one takes long for what happens in every frame
            return
        self._shown_cursor = cursor
        if cursor is not None:
            self._canvas.setCursor(cursor)
        else:
            self._canvas.unsetCursor()

    def _cursor(self) -> QCursor | None:
        if self._pan_point is not None:
            return QCursor(Qt.CursorShape.ClosedHandCursor)
        if not self._space and self.guest is not None and (cursor := self.guest.cursor()) is not None:
            return cursor
        if self._canvas.has_picture and (self._space or self._canvas.view.pannable):
            return QCursor(Qt.CursorShape.OpenHandCursor)
        return None

    # Wheel and fingers

    def wheel(self, event: QWheelEvent) -> bool:
        """Ctrl+wheel zooms at the pointer; a plain one zooms or scrolls, as set; fingers on a touchpad scroll.

        Shift+wheel always scrolls, sideways.
        """
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if control or (self.wheel_zooms and not shift and not _from_touchpad(event)):
            notches = (event.angleDelta().y() or event.angleDelta().x()) / NOTCH
            self._canvas.zoom_to(self._canvas.zoom * NOTCH_ZOOM**notches, event.position())
            return True
        delta = _scrolled(event)
        sideways = shift and not delta.x()
        self._canvas.pan_by(*((delta.y(), 0) if sideways else (delta.x(), delta.y())))
        return True

    def native(self, event: QNativeGestureEvent) -> bool:
        """Pinch and double-tap of a touchpad."""
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._canvas.zoom_to(self._canvas.zoom * max(0.1, 1 + event.value()), event.position())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._canvas.toggle_zoom(event.position())
        else:
            return kind in (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture)
        return True

    def gesture(self, event: QGestureEvent) -> bool:
        """Two fingers on a touch screen: they zoom at their middle and move the picture along."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        # The end repeats the last change.
        if pinch.state() in (Qt.GestureState.GestureStarted, Qt.GestureState.GestureUpdated):
            self._pinch(pinch)
        event.accept(pinch)
        return True

    def _pinch(self, pinch: QPinchGesture) -> None:
        self._stop_dragging()  # the first of the fingers came as a mouse
        middle = self._canvas.mapFromGlobal(pinch.centerPoint())
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.CenterPointChanged:
            moved = pinch.centerPoint() - pinch.lastCenterPoint()
            self._canvas.pan_by(moved.x(), moved.y())
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            self._canvas.zoom_to(self._canvas.zoom * pinch.scaleFactor(), middle)

    # Keys

    def key_press(self, event: QKeyEvent) -> bool:
        if self.guest is not None and self.guest.key_press(event):
            return True
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ARROWS:
            self._arrow(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key is Qt.Key.Key_Space and plain:
            self._set_space(True)
        elif command_of(self.keymap, event, "canvas") == "peek":
            self._start_peek(event)
        else:
            return False
        return True

    def _arrow(self, key: Qt.Key, far: bool) -> None:
        step = ARROW_STEP * (8 if far else 1)
        x, y = ARROWS[key]
        self._canvas.pan_by(x * step, y * step)

    def _start_peek(self, event: QKeyEvent) -> None:
        if self._peek_key is None:
            self._peek_key = event.key(), event.nativeScanCode()
            self._canvas.held_up.emit(True)

    def key_release(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return event.key() == Qt.Key.Key_Space or self._is_peek_key(event)
        if event.key() == Qt.Key.Key_Space and self._space:
            self._set_space(False)
        elif self._is_peek_key(event):
            self._peek_key = None
            self._canvas.held_up.emit(False)
        else:
            return False
        return True

    def _is_peek_key(self, event: QKeyEvent) -> bool:
        """Also when AltGr went up first, which makes another character of the same physical key."""
        if self._peek_key is None:
            return False
        key, scan_code = self._peek_key
        return event.key() == key or (scan_code != 0 and event.nativeScanCode() == scan_code)

    def let_go(self) -> None:
        """The focus is gone: no release of a held key will arrive."""
        if self._peek_key is not None:
            self._peek_key = None
            self._canvas.held_up.emit(False)
        self._set_space(False)

    def _set_space(self, held: bool) -> None:
        """While the space bar is held the whole canvas is a handle, the divider too."""
        self._space = held
        self._canvas.grabbed.emit(held)
        self.show_cursor()


def _from_touchpad(event: QWheelEvent) -> bool:
    device = event.device()
    if device is not None and device.type() is QInputDevice.DeviceType.TouchPad:
        return True
    return event.pixelDelta() != QPoint() and event.phase() is not Qt.ScrollPhase.NoScrollPhase


def _scrolled(event: QWheelEvent) -> QPoint:
    """By how many logical pixels: what a touchpad says itself, else so many a notch."""
    exact = _from_touchpad(event) and event.pixelDelta() != QPoint()
    return event.pixelDelta() if exact else event.angleDelta() * ARROW_STEP / NOTCH
