"""The whole picture in small, with what of it is seen framed: to know where one is, and to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import theme
from flux_desktop.ui.canvas.laying import draw_levels
from flux_desktop.ui.canvas.levels import Levels
from flux_desktop.ui.canvas.rects import above
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.transform import Point
from flux_desktop.ui.naming import named

__all__ = ["Navigator"]

MOST = QSize(176, 132)
"""Of the picture in small, in logical pixels."""
LEAST = 12
"""Of its shorter side: else it could not be taken hold of."""
LEAST_FRAME = 7
"""Of what is seen of a picture, however little that is."""
EDGE = 1
MARGIN = 8
ROOM = 3
"""So many times its own sides the canvas has to be, else it would be in the way."""


class Navigator(QWidget):
    """Lies in the lower right corner of its parent while only a part of the picture is seen.

    `sought` carries the point of the turned picture, in the view's pixels, that is to be in the middle. It takes no
    focus: the arrow keys move the picture as ever.
    """

    sought = Signal(QPointF)

    def __init__(self, parent: QWidget, scene: Scene) -> None:
        super().__init__(parent)
        self._host = parent
        self._scene = scene
        self._small: tuple[Levels, int, QPixmap] | None = None
        self._held_at: QPointF | None = None
        named(self, "navigator", tr("Navigator"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def follow(self, lift: int = 0, taken: tuple[QRect, ...] = ()) -> None:
        """Show what is seen now, above what takes the lowest `lift` pixels, and beside or above what is `taken`.

        Hide where all is seen, and where there is no room for it.
        """
        size, room = self.sizeHint(), self._host.size()
        has_room = room.width() >= ROOM * size.width() and room.height() >= ROOM * size.height()
        corner = QPoint(room.width() - size.width() - MARGIN, room.height() - size.height() - max(MARGIN, lift))
        place = above(QRect(corner, size), taken, MARGIN)
        wanted = self._scene.shown is not None and self._scene.view.pannable and has_room and place.top() >= MARGIN
        if wanted:
            self.setGeometry(place)
            self.update()  # what is opaque is left out where the canvas is painted anew
        self.setVisible(wanted)

    @property
    def frame(self) -> QRectF:
        """What is seen of the picture, in logical pixels of this widget."""
        view = self._scene.view
        seen, inner = view.visible, self._inner()
        (left, top), (right, bottom) = (
            view.to_seen(corner) for corner in ((seen.x, seen.y), (seen.right, seen.bottom))
        )
        across, down = inner.width() / view.sides[0], inner.height() / view.sides[1]
        return QRectF(inner.x() + left * across, inner.y() + top * down, (right - left) * across, (bottom - top) * down)

    def sizeHint(self) -> QSize:  # noqa: N802
        width, height = self._scene.view.sides
        scale = min(MOST.width() / width, MOST.height() / height)
        inner = (max(LEAST, round(side * scale)) for side in (width, height))
        return QSize(*(side + 2 * EDGE for side in inner))

    def _inner(self) -> QRect:
        return self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)

    def _point(self, position: QPointF) -> Point:
        """The point of the turned picture that is shown at `position`."""
        inner, sides = self._inner(), self._scene.view.sides
        return (
            (position.x() - inner.x()) * sides[0] / max(1, inner.width()),
            (position.y() - inner.y()) * sides[1] / max(1, inner.height()),
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, inner = QPainter(self), self._inner()
        painter.fillRect(self.rect(), QColor(theme.in_use().edge))
        versions = self._scene.versions()
        if not versions:
            return
        painter.drawPixmap(inner.topLeft(), self._picture(versions[-1].levels, inner.size()))
        frame = self.frame.toAlignedRect()
        frame = frame.united(
            QRect(frame.center() - QPoint(LEAST_FRAME, LEAST_FRAME) / 2, QSize(LEAST_FRAME, LEAST_FRAME))
        )
        painter.setClipRect(inner)
        for beside, ink in ((1, Qt.GlobalColor.black), (0, Qt.GlobalColor.white)):
            painter.setPen(ink)
            painter.drawRect(frame.adjusted(-beside, -beside, beside - 1, beside - 1))

    def _picture(self, levels: Levels, size: QSize) -> QPixmap:
        """The picture in that size, painted once."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        turns, kept = self._scene.view.turns, self._small
        if kept is None or kept[0] is not levels or kept[1] != turns or kept[2].size() != wanted:
            small, box = QPixmap(wanted), QRect(QPoint(0, 0), wanted)
            painter = QPainter(small)
            draw_levels(painter, levels, box, box, box, 0, ratio, turns=turns)
            painter.end()
            small.setDevicePixelRatio(ratio)
            self._small = kept = levels, turns, small
        return kept[2]

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the frame where it is taken hold of; beside it, bring it there first."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        frame = self.frame
        self._held_at = event.position() - frame.center() if frame.contains(event.position()) else QPointF()
        self._seek(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held_at is not None:
            self._seek(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held_at = None

    def _seek(self, position: QPointF) -> None:
        assert self._held_at is not None, "pressed"
        self.sought.emit(QPointF(*self._point(position - self._held_at)))
