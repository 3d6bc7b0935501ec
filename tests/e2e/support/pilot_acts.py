"""What a person does, as Qt's own test events at places of the screen: for platforms that have no keys and no mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.e2e.support.pilot_sights import main_window

__all__ = ["ACTS"]

LEFT = Qt.MouseButton.LeftButton


HELD = {"": Qt.KeyboardModifier.NoModifier, "ctrl": Qt.KeyboardModifier.ControlModifier}


def act_click(x: int, y: int, double: bool = False, held: str = "") -> None:
    """Press and let go of the left button, once or twice, while a key is held."""
    widget, point = _under(x, y)
    QTest.mouseClick(widget, LEFT, HELD[held], pos=point)
    if double:
        QTest.mouseDClick(widget, LEFT, pos=point)


def act_press(x: int, y: int) -> None:
    """Put the left button down."""
    widget, point = _under(x, y)
    QTest.mousePress(widget, LEFT, pos=point)


def act_release(x: int, y: int) -> None:
    """Let the left button go."""
    widget, point = _under(x, y)
    QTest.mouseRelease(widget, LEFT, pos=point)


def act_move(x: int, y: int) -> None:
    """Move the mouse there."""
    widget, point = _under(x, y)
    QCursor.setPos(x, y)
    QTest.mouseMove(widget, point)


def act_type(words: str) -> None:
    """Type letter by letter to what has the keyboard."""
    for letter in words:
        QTest.keyClicks(_with_keyboard(), letter)


def act_keys(keys: str) -> None:
    """One combination of keys, e.g. `ctrl+Return`."""
    QTest.keySequence(_with_keyboard(), QKeySequence.fromString(keys))


def act_drop(path: str, x: int, y: int) -> None:
    """Bring a file over the window and let it go at the place: the events of a drag from a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window = main_window()
    at = window.mapFromGlobal(QPoint(x, y))
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, mime, LEFT, none))
    QApplication.sendEvent(window, QDragMoveEvent(at, copy, mime, LEFT, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, mime, LEFT, none))


def _under(x: int, y: int) -> tuple[QWidget, QPoint]:
    _activate()
    point = QPoint(x, y)
    widget = QApplication.widgetAt(point)
    if widget is None:
        raise LookupError(f"nothing of the program is at {x}, {y}")
    return widget, widget.mapFromGlobal(point)


def _with_keyboard() -> QWidget:
    popup = QApplication.activePopupWidget()
    if popup is not None and isinstance(box := popup.parentWidget(), QComboBox):
        box.hidePopup()  # its list has no keyboard here; the box itself takes the same letters
        return box
    if popup is not None:
        return popup
    _activate()
    return QApplication.focusWidget() or main_window()


def _activate() -> None:
    """What a window manager does when a dialog goes."""
    if QApplication.activeWindow() is None:
        main_window().activateWindow()
        QApplication.processEvents()


ACTS: Mapping[str, Callable[..., Any]] = {
    act.__name__: act for act in (act_click, act_press, act_release, act_move, act_type, act_keys, act_drop)
}
