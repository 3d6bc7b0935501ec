"""What a user does with mouse, wheel, fingers and keys, sent to the window: Qt decides which widget gets it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.canvas.transform import Point

__all__ = ["ALT", "CTRL", "LEFT", "MIDDLE", "NONE", "SHIFT", "Hands"]

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton


class Hands:
    """Positions are logical pixels of the canvas, which fills its window."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.touchpad = _touchpad()  # events only point at their device

    @property
    def window(self) -> QWindow:
        return self.canvas.window().windowHandle()

    def under(self, x: float, y: float) -> Point:
        """What of the picture is at a place, as painted."""
        return self.canvas.view.to_picture((x, y))

    # Mouse

    def press(
        self,
        x: int,
        y: int,
        button: Qt.MouseButton = LEFT,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        QTest.mousePress(self.window, button, modifiers, QPoint(x, y))

    def move(self, x: int, y: int) -> None:
        QTest.mouseMove(self.window, QPoint(x, y))
        QApplication.processEvents()

    def release(
        self,
        x: int,
        y: int,
        button: Qt.MouseButton = LEFT,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        QTest.mouseRelease(self.window, button, modifiers, QPoint(x, y))

    def drag(
        self,
        start: tuple[int, int],
        end: tuple[int, int],
        button: Qt.MouseButton = LEFT,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        """In a few steps, as a hand does it."""
        self.press(*start, button, modifiers)
        for step in range(1, 5):
            share = step / 4
            self.move(*(round(one + (other - one) * share) for one, other in zip(start, end, strict=True)))
        self.release(*end, button, modifiers)

    def double_click(self, x: int, y: int, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseDClick(self.window, button, NONE, QPoint(x, y))

    def wheel(
        self,
        x: int,
        y: int,
        turn: tuple[int, int],
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        pixels: tuple[int, int] = (0, 0),
        phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
    ) -> None:
        """By eighths of a degree: 120 a notch."""
        QTest.wheelEvent(self.window, QPointF(x, y), QPoint(*turn), QPoint(*pixels), modifiers, phase)

    # Touchpad

    def touchpad_scroll(self, x: int, y: int, turn: tuple[int, int]) -> None:
        """As X11 tells it: in eighths of a degree, without pixels and phases, but from a touchpad."""
        event = QWheelEvent(
            QPointF(x, y),
            self.canvas.mapToGlobal(QPointF(x, y)),
            QPoint(),
            QPoint(*turn),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
            device=self.touchpad,
        )
        QApplication.sendEvent(self.canvas, event)

    def touchpad_gesture(self, kind: Qt.NativeGestureType, x: int, y: int, value: float = 0) -> bool:
        place, on_screen = QPointF(x, y), self.canvas.mapToGlobal(QPointF(x, y))
        event = QNativeGestureEvent(kind, self.touchpad, 2, place, place, on_screen, value, QPointF())
        return QApplication.sendEvent(self.canvas, event) and event.isAccepted()

    # Keys

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window, key)

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window, key)

    def tap(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window, key, modifiers)

    def key_event(self, kind: QEvent.Type, key: Qt.Key, *, scan_code: int = 0, repeated: bool = False) -> bool:
        """A key as the system reports it; whether the canvas took it."""
        event = QKeyEvent(kind, key, NONE, scan_code, 0, 0, "", repeated)
        QApplication.sendEvent(self.canvas, event)
        return event.isAccepted()


def _touchpad() -> QPointingDevice:
    return QPointingDevice(
        "touchpad",
        93,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Scroll | QInputDevice.Capability.PixelScroll,
        2,
        1,
    )
