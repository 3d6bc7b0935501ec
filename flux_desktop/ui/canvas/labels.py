"""What each picture on the canvas is: words on a dark pill, readable on any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from flux_desktop.ui.canvas.rects import region_of, to_logical
from flux_desktop.ui.canvas.scene import Corner, Layer
from flux_desktop.ui.canvas.transform import Box, Size

__all__ = ["GROUND", "INK", "draw_labels", "draw_pill", "draw_pill_below"]

INK = QColor(255, 255, 255)
GROUND = QColor(0, 0, 0, 190)
"""Together at least 4.5 : 1 over any picture."""

MARGIN = 10
AWAY = 4
"""Between a box and the pill that says something of it."""
PADDING = QSize(20, 8)
LEAST = 28
"""A pill that would be narrower says nothing."""


def draw_labels(painter: QPainter, layers: Sequence[Layer], canvas: Size, ratio: float, parts: Sequence[QRect]) -> None:
    """The label of every layer, in its corner of what is seen of the picture; `canvas` is in device pixels.

    Only what lies in `parts`, in logical pixels, is drawn.

    Two that are beside each other have half of the width each, so that they never meet.
    """
    shared = any(layer.corner is Corner.TOP_RIGHT for layer in layers)
    for layer in layers:
        width = layer.box.intersected(Box(0, 0, *canvas) if shared else layer.area).width / ratio
        _draw(painter, layer, ratio, int(width / 2 - 1.5 * MARGIN if shared else width - 2 * MARGIN), parts)


def draw_pill(painter: QPainter, text: str, pill: QRect) -> None:
    """`text` on a dark ground of the size `pill`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(INK)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def draw_pill_below(painter: QPainter, text: str, box: QRectF, room: QRect) -> None:
    """`text` under `box`, or inside its upper edge where there is no place in `room`; where any of the box is in it."""
    if not box.intersects(QRectF(room)):
        return
    metrics = QFontMetrics(painter.font())
    pill = QRect(0, 0, metrics.horizontalAdvance(text) + PADDING.width(), metrics.height() + PADDING.height())
    pill.moveTopLeft(QPointF(box.left(), box.bottom() + AWAY).toPoint())
    if pill.bottom() > room.bottom() - AWAY:
        pill.moveTop(max(round(box.top()), room.top()) + AWAY)
    pill.moveLeft(max(room.left() + AWAY, min(pill.left(), room.right() - AWAY - pill.width())))
    draw_pill(painter, text, pill)


def _draw(painter: QPainter, layer: Layer, ratio: float, room: int, parts: Sequence[QRect]) -> None:
    """No wider than `room`, and cut off where the divider covers its side.

    The outer one stays where it is while the divider moves: only what it crosses is painted again.
    """
    if not layer.label or room < LEAST:
        return
    metrics = QFontMetrics(painter.font())
    text = metrics.elidedText(layer.label, Qt.TextElideMode.ElideRight, room - PADDING.width())
    pill = QRect(0, 0, metrics.horizontalAdvance(text) + PADDING.width(), metrics.height() + PADDING.height())
    seen = to_logical(layer.box.intersected(layer.area), ratio).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    pill.moveTopLeft(seen.topLeft())
    if layer.corner is Corner.TOP_RIGHT:
        pill.moveRight(seen.right())
    if layer.corner is Corner.BOTTOM_LEFT:
        pill.moveBottom(seen.bottom())
    touched = [part for part in parts if part.intersects(pill)]
    if not touched:
        return
    painter.save()
    painter.setClipRect(to_logical(layer.area, ratio), Qt.ClipOperation.IntersectClip)
    painter.setClipRegion(region_of(touched), Qt.ClipOperation.IntersectClip)
    draw_pill(painter, text, pill)
    painter.restore()
