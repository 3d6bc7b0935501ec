"""A colour from anywhere on the screen: what is seen there is held still, and looked at with the eyedropper."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import tr
from flux_desktop.ui.colours.eyedropper import Eyedropper
from flux_desktop.ui.naming import named
from flux_desktop.ui.qt_image import around
from flux_desktop.ui.system.session_bus import bus_address

if TYPE_CHECKING:
    from flux_desktop.ui.colours.portal import DesktopPick

__all__ = ["ScreenPicker", "may_look"]

Seen = Callable[[QScreen], QImage]
InBackground = Callable[[Callable[[], str], Callable[[str], object], Callable[[FluxError], object]], object]
"""Does work in a thread; what came of it, or its error, is handed on in this one."""


class ScreenPicker(QObject):
    """`picked` carries `#rrggbb` as the screen shows it, `told` a sentence where that can't be, `ended` comes once.

    Where `seen` gives no picture of a screen, because programs may not look at it, the desktop itself is asked for a
    colour; `in_background` does what takes time, as that of a session.
    """

    picked = Signal(str)
    told = Signal(str)
    ended = Signal()
    side_chosen = Signal(int)

    def __init__(self, window: QWidget, in_background: InBackground, seen: Seen | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._in_background = in_background
        self._seen = seen or _seen_on
        self._stills: list[_Still] = []
        self._asked: DesktopPick | None = None
        window.installEventFilter(self)

    def begin(self, side: int) -> None:
        """Hold every screen still until a colour is picked, or Esc is pressed."""
        if self._stills:
            return
        seen = [(screen, self._seen(screen)) for screen in QGuiApplication.screens()]
        if not seen or any(image.isNull() for _, image in seen):
            self._ask_desktop()
            return
        for screen, image in seen:
            self._stills.append(self._still(screen, image, side))
        self._stills[0].activateWindow()

    def end(self) -> None:
        """Go on as if nothing had been wanted."""
        stills, self._stills = self._stills, []
        for still in stills:
            still.close()
            still.deleteLater()
        if stills:
            self.ended.emit()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
            self.ended.emit()

    # Private.

    def _still(self, screen: QScreen, image: QImage, side: int) -> _Still:
        still = _Still(screen, image)
        still.eyedropper.picked.connect(self.picked)
        still.eyedropper.side_chosen.connect(self.side_chosen)
        still.eyedropper.ended.connect(self.end)
        still.show()
        still.eyedropper.begin(side)
        return still

    def _ask_desktop(self) -> None:
        """A desktop that was asked before and has not answered is not waited for any more."""
        from flux_desktop.ui.colours.portal import DesktopPick

        self.end()
        asked = self._asked = DesktopPick(bus_address())
        self._in_background(
            asked.ask,
            lambda colour: self._on_answer(asked, self.picked, colour),
            lambda error: self._on_answer(asked, self.told, f"{error.title} {error.hint}"),
        )

    def _on_answer(self, asked: DesktopPick, signal: SignalInstance, words: str) -> None:
        if asked is self._asked:  # not one that was given up
            self._asked = None
            self.ended.emit()
            signal.emit(words)

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The program ends with its window: no thread goes on waiting for the desktop then."""
        is_window = watched is getattr(self, "_window", None)  # Qt still asks while Python takes it apart
        if is_window and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.end()
        return False


class _Still(QWidget):
    """A screen as it was a moment ago, over all that is on it."""

    def __init__(self, screen: QScreen, image: QImage) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        named(self, "screen_picker", tr("Pick a colour from the screen"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setGeometry(screen.geometry())
        self._image = image
        self.eyedropper = Eyedropper(self, self._look)

    def _look(self, point: QPointF, reach: int) -> QImage | None:
        ratio = self._image.width() / max(1, self.width())
        x, y = int(point.x() * ratio), int(point.y() * ratio)
        if not self._image.rect().contains(x, y):
            return None
        return around(self._image, x, y, reach)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._image)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.eyedropper.end()
        super().closeEvent(event)


def may_look(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a program on Qt's `platform` sees the screen: on Wayland, through X11 too, it is given a black one."""
    is_wayland = bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"
    return not platform.startswith("wayland") and not (platform == "xcb" and is_wayland)


def _seen_on(screen: QScreen) -> QImage:
    """All of `screen`, in its own pixels; an empty image where the desktop does not allow it."""
    if not may_look(QGuiApplication.platformName(), os.environ):
        return QImage()
    image = screen.grabWindow(0).toImage()
    image.setDevicePixelRatio(1)
    return image.convertToFormat(QImage.Format.Format_ARGB32) if not image.isNull() else image
