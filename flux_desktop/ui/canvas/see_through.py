"""A picture that another can be seen through: scaled once, and laid over as often as its opacity changes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from flux_desktop.ui.canvas.laying import Laid, draw_laid
from flux_desktop.ui.canvas.rects import rectangles

__all__ = ["SeeThrough"]


class SeeThrough:
    """Draws a picture with an opacity, as a whole: the squares behind its transparent pixels, too.

    It is scaled first and then laid over, which Qt does sooner than both at once; and what was scaled serves the next
    frames, until the picture lies elsewhere.
    """

    def __init__(self) -> None:
        self._scaled: _Scaled | None = None

    def forget(self) -> None:
        """Give back the memory: nothing is seen through."""
        self._scaled = None

    def draw(self, painter: QPainter, laid: Laid, opacity: float, area: QRect, part: QRect, ratio: float) -> None:
        """Draw what of `laid` lies in `part` of its `area` of the canvas, all in device pixels."""
        place = laid.box.intersected(area)
        part = part.intersected(place)
        if part.isEmpty():
            return
        if self._scaled is None or not self._scaled.serves(laid, place, ratio):
            self._scaled = _Scaled(laid, place, ratio)
        painter.setOpacity(opacity)
        painter.drawImage(part.topLeft(), self._scaled.image(part), part.translated(-place.topLeft()))
        painter.setOpacity(1)


class _Scaled:
    """The pixels of `laid` in `place` as they are on the screen, as far as they were asked for.

    With alpha, though opaque but for its edges: Qt rounds what it lays over something by where it begins, else.
    """

    def __init__(self, laid: Laid, place: QRect, ratio: float) -> None:
        self._laid, self._place, self._ratio = laid, place, ratio
        self._image = QImage(place.size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._made = QRegion()

    def serves(self, laid: Laid, place: QRect, ratio: float) -> bool:
        return self._laid == laid and self._place == place and self._ratio == ratio

    def image(self, part: QRect) -> QImage:
        """All of the place; `part` of it is there."""
        missing = QRegion(part).subtracted(self._made)
        if not missing.isEmpty():
            painter = QPainter(self._image)
            painter.translate(-self._place.topLeft())
            for rect in rectangles(missing):
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.fillRect(rect, Qt.GlobalColor.black)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                draw_laid(painter, self._laid, rect, self._ratio)
            painter.end()
            self._made += missing
        return self._image
