"""Drawing: a picture from its nearest level, checkerboard, frame, focus ring."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QRegion, QTransform

from flux_desktop.ui.canvas.labels import draw_labels
from flux_desktop.ui.canvas.levels import Level, Levels
from flux_desktop.ui.canvas.scene import Layer, Scene
from flux_desktop.ui.canvas.transform import Box

__all__ = [
    "NEAREST_FROM",
    "draw_drop_place",
    "draw_levels",
    "draw_ring",
    "draw_scene",
    "is_dark",
    "rectangles",
    "to_device",
    "to_rect",
]

NEAREST_FROM = 2.0
"""From this zoom on single pixels are what one wants to see."""

COARSER = 0.7
"""Painted quickly, a level may have this share of the pixels that are drawn: fewer have to be fetched from memory."""

CHECK_LIGHT = QColor(204, 204, 204)
CHECK_MID = QColor(153, 153, 153)
CHECK_SIDE = 8
"""Of a square, in logical pixels."""


def to_rect(box: Box) -> QRect:
    """A box that lies at whole pixels as a QRect."""
    return QRect(int(box.x), int(box.y), int(box.width), int(box.height))


def rectangles(region: QRegion) -> list[QRect]:
    """What `region` consists of."""
    return list(region)  # type: ignore[call-overload,no-any-return]  # it can be iterated, its stub does not say so


def is_dark(colour: QColor) -> bool:
    """Whether light ink is the readable one on `colour`."""
    return colour.lightness() < 128


def draw_scene(painter: QPainter, scene: Scene, exposed: QRect, surround: QColor, *, quick: bool = False) -> None:
    """Draw the part `exposed` (logical pixels) of the canvas; if it is to be `quick`, pixels are not blended."""
    layers, ratio = scene.layers(), scene.ratio
    part = QRectF(
        exposed.x() * ratio, exposed.y() * ratio, exposed.width() * ratio, exposed.height() * ratio
    ).toAlignedRect()
    part.adjust(-1, -1, 1, 1)  # what `to_device` may move it by; the painter's own clip cuts it off
    painter.save()
    to_device(painter, ratio)
    canvas = QRect(0, 0, *(int(side) for side in scene.size))
    for rect in rectangles(QRegion(part).subtracted(_covered(layers))):
        painter.fillRect(rect, surround)
    for layer in layers:
        area, box = to_rect(layer.area), to_rect(layer.box)
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(layer.opacity)
        seen, zoom = area.intersected(part), scene.view.zoom
        draw_levels(painter, layer.levels, box, canvas, seen, zoom, ratio, turns=layer.turns, quick=quick)
        painter.setOpacity(1)
        if not box.contains(part):
            _draw_frame(painter, box, surround)
        painter.restore()
    painter.restore()
    draw_labels(painter, layers, scene.size, ratio)


def _covered(layers: Sequence[Layer]) -> QRegion:
    """What is surely painted over: all of each picture but its outermost pixels."""
    covered = QRegion()
    for layer in layers:
        if layer.opacity == 1:
            covered += to_rect(layer.box).adjusted(1, 1, -1, -1).intersected(to_rect(layer.area))
    return covered


def to_device(painter: QPainter, ratio: float) -> None:
    """Let a unit of `painter` be a device pixel, and its whole numbers the pixels' edges.

    A widget that lies at an odd place in a window scaled by 1.5 begins in the middle of a pixel: a picture painted from
    there would lose a row, or be blended with itself.
    """
    painter.scale(1 / ratio, 1 / ratio)
    origin = painter.deviceTransform()
    painter.translate(round(origin.dx()) - origin.dx(), round(origin.dy()) - origin.dy())


def draw_levels(
    painter: QPainter,
    levels: Levels,
    box: QRect,
    canvas: QRect,
    part: QRect,
    zoom: float,
    ratio: float,
    *,
    turns: int = 0,
    quick: bool = False,
) -> None:
    """Draw the picture so that it fills `box`, but only inside `part` of `canvas`; `zoom` says how pixels are blended.

    It is turned by `turns` quarters to the right.

    What is handed to Qt is the same for every part, and the clip cuts it: Qt's rounding, too, is then the same, and a
    strip that is painted again fits what is around it.
    """
    part = part.intersected(box)
    if part.isEmpty():
        return
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    if levels.has_alpha:
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(part, QBrush(_checks(max(1, round(CHECK_SIDE * ratio)))))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < NEAREST_FROM and not quick)
    if turns:  # from here on the picture lies upright in coordinates that are turned
        turning = _turning(box, turns)
        painter.setTransform(turning, True)
        box, canvas, part = (turning.inverted()[0].mapRect(rect) for rect in (box, canvas, part))
    level = levels.nearest(box.width() / levels.width * (COARSER if quick else 1))
    if turns and _scales(level, levels, box) == (1, 1):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # Qt would blend what it turns
    source = _source(level, levels, box, canvas.intersected(box))
    seen = _source(level, levels, box, part)
    level.look_at(int(seen.top()), int(seen.bottom()))
    painter.drawImage(_target(level, levels, box, source), level.image, source)
    painter.restore()


def _turning(box: QRect, turns: int) -> QTransform:
    """Brings a picture that lies upright at (0, 0) into `box`, turned by so many quarters to the right."""
    corners = (0, 0), (box.width(), 0), (box.width(), box.height()), (0, box.height())
    x, y = corners[turns]
    return QTransform.fromTranslate(box.x() + x, box.y() + y).rotate(90 * turns)


def _scales(level: Level, levels: Levels, box: QRect) -> tuple[float, float]:
    return levels.width * level.across / box.width(), levels.height * level.down / box.height()


def _source(level: Level, levels: Levels, box: QRect, part: QRect) -> QRectF:
    """The level's pixels under `part`, whole ones and two more on each side for blending at the edge."""
    across, down = _scales(level, levels, box)
    right, bottom = levels.width * level.across, levels.height * level.down
    left = max(0, math.floor((part.left() - box.left()) * across) - 2)
    top = max(0, math.floor((part.top() - box.top()) * down) - 2)
    right = min(right, math.ceil((part.right() + 1 - box.left()) * across) + 2)
    bottom = min(bottom, math.ceil((part.bottom() + 1 - box.top()) * down) + 2)
    return QRectF(left, top, right - left, bottom - top)


def _target(level: Level, levels: Levels, box: QRect, source: QRectF) -> QRectF:
    across, down = _scales(level, levels, box)
    return QRectF(
        box.left() + source.left() / across,
        box.top() + source.top() / down,
        source.width() / across,
        source.height() / down,
    )


def _checks(side: int) -> QImage:
    tile = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
    tile.fill(CHECK_LIGHT)
    painter = QPainter(tile)
    painter.fillRect(side, 0, side, side, CHECK_MID)
    painter.fillRect(0, side, side, side, CHECK_MID)
    painter.end()
    return tile


def _draw_frame(painter: QPainter, box: QRect, surround: QColor) -> None:
    """A line of one device pixel round the picture, just outside it."""
    ink = QColor(255, 255, 255, 60) if is_dark(surround) else QColor(0, 0, 0, 110)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-1, -1, 0, 0))


def draw_ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """The focus ring inside `rect`: the theme's colour beside a light and a dark line, so it is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, ink, width in ((1, colour, 2), (2, QColor(255, 255, 255), 1), (3, QColor(0, 0, 0), 1)):
        painter.setPen(QPen(ink, width))
        painter.drawRect(rect.adjusted(inset, inset, -inset - (width == 1), -inset - (width == 1)))


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
