"""A loupe: what is under the pointer much larger, of both pictures beside each other."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.canvas.labels import INK
from flux_desktop.ui.canvas.laying import draw_levels
from flux_desktop.ui.canvas.painting import to_device
from flux_desktop.ui.canvas.rects import to_rect
from flux_desktop.ui.canvas.scene import Scene, Version
from flux_desktop.ui.canvas.transform import MAX_ZOOM, Box, Point, turned_box

__all__ = ["Loupe", "place_loupe"]

TIMES = 4
SIDE = 168
"""Of a tile, in logical pixels, where the canvas has the room."""
LEAST_SIDE = 48
EDGE = 1
STEP = 2
"""Logical pixels that an arrow key moves the loupe; ten times as many with Shift."""
DISTANCE = 20
"""From the point that is looked at, so that it stays in sight."""

FRAME = QColor(20, 20, 20)
PAPER = QColor(128, 128, 128)


class Loupe(QWidget):
    """One tile for each picture of `scene`, with its label below; lets the mouse through.

    The pixel that is looked at is in the middle of each tile, framed. Pixels have edges: nothing is blended.
    """

    def __init__(self, parent: QWidget, scene: Scene) -> None:
        super().__init__(parent)
        self._host = parent
        self._scene = scene
        self._point = QPointF()
        self.setObjectName("loupe")
        self.setAccessibleIdentifier("loupe")
        self.setAccessibleName(tr("Loupe"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def point(self) -> QPointF:
        """The point of the parent that is looked at, in logical pixels."""
        return self._point

    @property
    def scale(self) -> int:
        """Device pixels a pixel of the picture: four times what is seen, and never less than 400 %."""
        return round(min(TIMES * max(1.0, self._scene.view.zoom), MAX_ZOOM))

    def look_at(self, point: QPointF) -> None:
        """Show what is at `point` of the parent."""
        self._point = point
        self.place()

    def step(self, way: tuple[int, int], *, far: bool) -> QPointF:
        """Go the way of an arrow key, as far as the picture is seen; what is beyond that, in logical pixels."""
        length = STEP * (10 if far else 1)
        wanted = self._point - QPointF(*way) * length
        ratio = self._scene.ratio
        seen = self._scene.seen_at((self._point.x() * ratio, self._point.y() * ratio))
        x = min(max(wanted.x(), seen.x / ratio), seen.right / ratio - 1)
        y = min(max(wanted.y(), seen.y / ratio), seen.bottom / ratio - 1)
        self.look_at(QPointF(x, y))
        return wanted - self._point

    def place(self) -> None:
        """Lie beside the point, in the parent; also after the picture or the view of it changed."""
        room = self._host.size()
        size = self._size_in(room, max(1, len(self._scene.versions())))
        self.setGeometry(QRect(place_loupe(self._point.toPoint(), size, room), size))
        self.update()

    def tiles(self) -> list[QRect]:
        """Where the pictures are in the loupe, in logical pixels."""
        count = max(1, len(self._scene.versions()))
        side = (self.width() - (count + 1) * EDGE) // count
        return [QRect(EDGE + index * (side + EDGE), EDGE, side, side) for index in range(count)]

    def _size_in(self, room: QSize, count: int) -> QSize:
        caption = self._caption()
        side = min(SIDE, (room.width() - (count + 1) * EDGE) // count, room.height() - caption - 2 * EDGE)
        side = max(side, LEAST_SIDE)
        return QSize(count * (side + EDGE) + EDGE, side + caption + 2 * EDGE)

    def _caption(self) -> int:
        return self.fontMetrics().height() + 6

    def _looked_at(self) -> tuple[int, int]:
        """The pixel of the turned picture, in the view's coordinates, under the point."""
        point = self._point.x() * self._scene.ratio, self._point.y() * self._scene.ratio
        pane = self._scene.pane_at(point)
        x, y = self._scene.view.to_seen((point[0] - pane.x, point[1] - pane.y))
        return math.floor(x), math.floor(y)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), FRAME)
        versions, ratio, pixel = self._scene.versions(), self._scene.ratio, self._looked_at()
        painter.save()
        to_device(painter, ratio)
        for version, tile in zip(versions, self.tiles(), strict=False):
            box = Box(tile.x() * ratio, tile.y() * ratio, tile.width() * ratio, tile.height() * ratio)
            self._draw_tile(painter, version, to_rect(box), pixel)
        painter.restore()
        self._draw_captions(painter, versions)
        painter.end()

    def _draw_tile(self, painter: QPainter, version: Version, tile: QRect, pixel: tuple[int, int]) -> None:
        scale = self.scale
        # The middle of the pixel is the middle of the tile, and its edges are whole.
        corner = tile.x() + (tile.width() - scale) // 2, tile.y() + (tile.height() - scale) // 2
        origin = corner[0] - pixel[0] * scale, corner[1] - pixel[1] * scale
        painter.setClipRect(tile)
        painter.fillRect(tile, PAPER)
        view = self._scene.view
        box = _magnified(turned_box(version.lies, view.picture, view.turns), scale, origin)
        draw_levels(painter, version.levels, box, tile, tile, scale, self._scene.ratio, turns=view.turns)
        _frame(painter, QRect(*corner, scale, scale))
        painter.setClipping(False)

    def _draw_captions(self, painter: QPainter, versions: list[Version]) -> None:
        painter.setPen(INK)
        metrics = QFontMetrics(self.font())
        for version, tile in zip(versions, self.tiles(), strict=False):
            below = QRect(tile.x(), tile.bottom() + 1, tile.width(), self.height() - tile.bottom() - 1)
            words = version.label or f"{100 * self.scale} %"
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, below.width() - 8)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)


def place_loupe(point: QPoint, size: QSize, room: QSize) -> QPoint:
    """Where a loupe of `size` lies in `room`: below `point`, or above, or beside it where there is no place."""
    right, bottom = max(0, room.width() - size.width()), max(0, room.height() - size.height())
    x = min(max(point.x() - size.width() // 2, 0), right)
    y = min(max(point.y() - size.height() // 2, 0), bottom)
    if point.y() + DISTANCE <= bottom:
        return QPoint(x, point.y() + DISTANCE)
    if point.y() - DISTANCE - size.height() >= 0:
        return QPoint(x, point.y() - DISTANCE - size.height())
    if point.x() + DISTANCE <= right:
        return QPoint(point.x() + DISTANCE, y)
    if point.x() - DISTANCE - size.width() >= 0:
        return QPoint(point.x() - DISTANCE - size.width(), y)
    return QPoint(x, bottom if point.y() < room.height() / 2 else 0)


def _frame(painter: QPainter, pixel: QRect) -> None:
    """Lines round a pixel, light beside dark."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for out, ink in ((1, QColor(255, 255, 255)), (2, QColor(0, 0, 0))):
        painter.setPen(QPen(ink, 1))
        painter.drawRect(pixel.adjusted(-out, -out, out - 1, out - 1))


def _magnified(lies: Box, scale: float, origin: Point) -> QRect:
    left, right = (round(origin[0] + side * scale) for side in (lies.x, lies.right))
    top, bottom = (round(origin[1] + side * scale) for side in (lies.y, lies.bottom))
    return QRect(left, top, max(1, right - left), max(1, bottom - top))
