"""A first view of the picture that the program was started with, seen until the canvas shows the picture itself.

It is part of the first paint, and does without the enumerations of `Qt` and of `QEvent`, which take long to load.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from flux_desktop.imaging.first_view import FirstReading, FirstView
    from flux_desktop.ui.parts.empty_state import EmptyState

__all__ = ["EarlyPicture", "place_of"]

SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
MARGIN, NEAREST_FROM, MOST_ZOOM = 12, 2.0, 64.0
SURROUND, LINE = (128, 56), (73, 103)
"""Greys in a light and in a dark theme. All these are the canvas's, which is not loaded yet: nothing jumps later."""


class EarlyPicture(QWidget):
    """Lies on the empty state `under` and, once it is read, shows the view as the canvas will show the picture.

    It hides where there is no view. A picture of more than `most` megapixels will be refused, and is not shown here.
    """

    def __init__(self, reading: FirstReading, most: int, under: EmptyState) -> None:
        super().__init__(under)
        self.setObjectName("early_picture")
        self._reading: FirstReading | None = reading
        self._most = most
        self._under = under
        self._view: FirstView | None = None
        self._image = QImage()
        dark = self.palette().window().color().lightness() < 128
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Window, QColor(*3 * [SURROUND[dark]]))
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        self._ink = bytes((*3 * [LINE[dark]], 255))  # an image does not keep what it is made of
        self._line = QImage(self._ink, 1, 1, 4, QImage.Format.Format_RGB32)
        under.resized.connect(self._follow)
        under.setEnabled(False)  # its buttons cannot be seen
        self._follow()
        self.show()

    def look(self) -> bool:
        """Whether it is known what there is to show; if so, it is shown when this returns."""
        reading = self._reading
        if reading is None or not reading.has_ended:
            return reading is None
        self._reading = None
        view = reading.view
        if view is None or view.width * view.height > self._most * 1e6:
            self._uncover()
            return True
        self._view = view
        self._image = QImage(view.pixels, view.columns, view.rows, 4 * view.columns, QImage.Format.Format_RGB32)
        self.repaint()
        return True

    def leave(self) -> None:
        """Make room for the picture itself, or for the empty state."""
        self._under.resized.disconnect(self._follow)
        self._uncover()
        self.deleteLater()

    def _uncover(self) -> None:
        self._under.setEnabled(True)
        self.hide()

    def _follow(self) -> None:
        self.setGeometry(self._under.rect())

    def _draw(self, painter: QPainter, place: QRect, zoom: float) -> None:
        """The picture, and a line of one device pixel round it."""
        painter.drawImage(place.adjusted(-1, -1, 1, 1), self._line)
        painter.setRenderHint(SMOOTH, zoom < NEAREST_FROM)
        painter.drawImage(place, self._image)

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._view is None:
            return
        ratio = self.devicePixelRatioF()
        place, zoom = place_of((self._view.width, self._view.height), self.size() * ratio, MARGIN * ratio)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        self._draw(painter, place, zoom)
        painter.end()


def place_of(picture: tuple[int, int], room: QSize, margin: float) -> tuple[QRect, float]:
    """Where the canvas shows a whole picture, and its zoom: as `View.fitted().bounds` has it, in device pixels."""
    sides = (room.width(), room.height())
    zoom = min(*(max(1.0, side - 2 * margin) / own for side, own in zip(sides, picture, strict=True)), MOST_ZOOM)
    left, top = (_whole(side / 2 - own / 2 * zoom) for side, own in zip(sides, picture, strict=True))
    width, height = (max(1, _whole(own * zoom)) for own in picture)
    return QRect(left, top, width, height), zoom


def _whole(value: float) -> int:
    return math.floor(value + 0.5 - 1e-6)
