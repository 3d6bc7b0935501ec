"""Drawing: a scene of one picture or two, frame, focus ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QRegion

from flux_desktop.ui.canvas.labels import draw_labels
from flux_desktop.ui.canvas.laying import draw_laid, lay
from flux_desktop.ui.canvas.rects import rectangles, region_of, to_rect
from flux_desktop.ui.canvas.scene import Layer, Scene
from flux_desktop.ui.canvas.see_through import SeeThrough

__all__ = ["draw_drop_place", "draw_ring", "draw_scene", "is_dark", "to_device", "within_ring"]

RING = 4
"""The width of the focus ring, in logical pixels."""


def is_dark(colour: QColor) -> bool:
    """Whether light ink is the readable one on `colour`."""
    return colour.lightness() < 128


def draw_scene(
    painter: QPainter, scene: Scene, parts: Sequence[QRect], surround: QColor, over: SeeThrough, *, quick: bool = False
) -> None:
    """Draw these parts (logical pixels) of the canvas; if it is to be `quick`, pixels are not blended.

    `over` is the same for all frames of a canvas.
    """
    layers, ratio = scene.layers(), scene.ratio
    canvas = QRect(0, 0, *(int(side) for side in scene.size))
    places = [_Place(layer, canvas, scene.view.zoom, over, quick=quick) for layer in layers]
    beside = QRegion(canvas).subtracted(_covered(layers))
    if all(layer.opacity == 1 for layer in layers):
        over.forget()
    for part in parts:
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        to_device(painter, ratio)
        _draw_part(painter, places, beside, _touched(part, ratio), surround, ratio)
        painter.restore()
    draw_labels(painter, layers, scene.size, ratio, parts)


class _Place:
    """A layer, and where its picture goes."""

    def __init__(self, layer: Layer, canvas: QRect, zoom: float, over: SeeThrough, *, quick: bool) -> None:
        self.area, self.box = to_rect(layer.area), to_rect(layer.box)
        self.opacity = layer.opacity
        self._laid = lay(layer.levels, self.box, canvas, zoom, turns=layer.turns, quick=quick)
        self._over = over

    def draw(self, painter: QPainter, part: QRect, ratio: float) -> None:
        """Draw what of the picture lies in `part`, in device pixels."""
        if self.opacity == 1:
            draw_laid(painter, self._laid, part.intersected(self.area), ratio)
        else:
            self._over.draw(painter, self._laid, self.opacity, self.area, part, ratio)


def _touched(part: QRect, ratio: float) -> QRect:
    """`part`, in logical pixels, in device pixels, and what `to_device` may move it by: the painter's clip cuts it."""
    exact = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
    return exact.toAlignedRect().adjusted(-1, -1, 1, 1)


def _draw_part(
    painter: QPainter, places: Sequence[_Place], beside: QRegion, part: QRect, surround: QColor, ratio: float
) -> None:
    """All that is seen in `part`, in device pixels; `beside` is what no picture surely covers."""
    for rect in rectangles(beside.intersected(part)):
        painter.fillRect(rect, surround)
    for place in places:
        painter.save()
        painter.setClipRect(place.area, Qt.ClipOperation.IntersectClip)
        place.draw(painter, part, ratio)
        if place.opacity == 1 or place.box != places[0].box:
            _draw_frame(painter, place.box, part, surround)
        painter.restore()


def _covered(layers: Sequence[Layer]) -> QRegion:
    """What is surely painted over: all of each picture but its outermost pixels."""
    opaque = [layer for layer in layers if layer.opacity == 1]
    return region_of(to_rect(one.box).adjusted(1, 1, -1, -1).intersected(to_rect(one.area)) for one in opaque)


def to_device(painter: QPainter, ratio: float) -> None:
    """Let a unit of `painter` be a device pixel, and its whole numbers the pixels' edges.

    A widget that lies at an odd place in a window scaled by 1.5 begins in the middle of a pixel: a picture painted from
    there would lose a row, or be blended with itself.
    """
    painter.scale(1 / ratio, 1 / ratio)
    origin = painter.deviceTransform()
    painter.translate(round(origin.dx()) - origin.dx(), round(origin.dy()) - origin.dy())


def _draw_frame(painter: QPainter, box: QRect, part: QRect, surround: QColor) -> None:
    """A line of one device pixel round the picture, just outside it, as far as it lies in `part`.

    Drawn as images: Qt takes thirty times as long to fill an upright line with a faint colour.
    """
    ink = QColor(255, 255, 255, 60) if is_dark(surround) else QColor(0, 0, 0, 110)
    frame = QRegion(box.adjusted(-1, -1, 1, 1)).subtracted(box)
    for side in rectangles(frame.intersected(part)):
        line = QImage(side.size(), QImage.Format.Format_ARGB32_Premultiplied)
        line.fill(ink)
        painter.drawImage(side.topLeft(), line)


def draw_ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """The focus ring inside `rect`: the theme's colour beside a light and a dark line, so it is seen on any ground."""
    for width, ink in ((2, colour), (1, QColor(255, 255, 255)), (1, QColor(0, 0, 0))):
        inner = rect.adjusted(width, width, -width, -width)
        for side in rectangles(QRegion(rect).subtracted(inner)):
            painter.fillRect(side, ink)
        rect = inner


def within_ring(rect: QRect) -> QRect:
    """What the focus ring leaves free of `rect`."""
    return rect.adjusted(RING, RING, -RING, -RING)


def draw_drop_place(painter: QPainter, place: QRect, glyph: QRect | None, ink: QColor) -> None:
    """The sign of a place to drop things: a dashed frame in `place`, and in `glyph` a picture with hills and a sun."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(_faint(ink, 90), 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(place).adjusted(12, 12, -12, -12), 12, 12)
    if glyph is not None:
        painter.translate(glyph.topLeft())
        _draw_glyph(painter, _faint(ink, 150))
    painter.restore()


def _draw_glyph(painter: QPainter, ink: QColor) -> None:
    painter.setPen(QPen(ink, 3))
    painter.drawRoundedRect(QRectF(4, 4, 64, 48), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(22, 19), 5.5, 5.5)
    hills = [(9, 47), (25, 31), (34, 39), (48, 22), (63, 40), (63, 47)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in hills]))


def _faint(ink: QColor, alpha: int) -> QColor:
    return QColor(ink.red(), ink.green(), ink.blue(), alpha)
