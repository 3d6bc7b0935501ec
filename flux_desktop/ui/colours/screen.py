"""A colour from anywhere on the screen: what is seen there is held still, and looked at with the eyedropper."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.colours.eyedropper import Eyedropper
from flux_desktop.ui.naming import named
from flux_desktop.ui.qt_image import around

__all__ = ["ScreenPicker"]

NOT_HERE = marked(
    "This desktop does not let programs look at the screen. Pick from the picture, or write the hex, e.g. #0066CC."
)


class ScreenPicker(QObject):
    """`picked` carries `#rrggbb` as the screen shows it, `told` a sentence where that can't be, `ended` comes last."""

    picked = Signal(str)
    told = Signal(str)
    ended = Signal()
    side_chosen = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stills: list[_Still] = []

    def begin(self, side: int) -> None:
        """Hold every screen still until a colour is picked, or Esc is pressed."""
        if self._stills:
            return
        seen = [(screen, _seen_on(screen)) for screen in QGuiApplication.screens()]
        if not seen or any(image.isNull() for _, image in seen):
            self.told.emit(tr(NOT_HERE))
            self.ended.emit()
            return
        for screen, image in seen:
            self._stills.append(self._still(screen, image, side))
        self._stills[0].activateWindow()

    def end(self) -> None:
        stills, self._stills = self._stills, []
        for still in stills:
            still.close()
            still.deleteLater()
        if stills:
            self.ended.emit()

    def _still(self, screen: QScreen, image: QImage, side: int) -> _Still:
        still = _Still(screen, image)
        still.eyedropper.picked.connect(self.picked)
        still.eyedropper.side_chosen.connect(self.side_chosen)
        still.eyedropper.ended.connect(self.end)
        still.show()
        still.eyedropper.begin(side)
        return still


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


def _seen_on(screen: QScreen) -> QImage:
    """All of `screen`, in its own pixels; an empty image where the desktop does not allow it."""
    if QGuiApplication.platformName().startswith("wayland"):
        return QImage()  # it gives a picture, but a black one
    image = screen.grabWindow(0).toImage()
    image.setDevicePixelRatio(1)
    return image.convertToFormat(QImage.Format.Format_ARGB32) if not image.isNull() else image
