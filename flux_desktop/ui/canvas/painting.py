"""Drawing: a picture from its nearest level, checkerboard, frame, focus ring."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QRegion, QTransform

from flux_desktop.ui.canvas.labels import draw_labels
from flux_desktop.ui.canvas.levels import Level, Levels
from flux_desktop.ui.canvas.rects import rectangles, region_of, to_rect
from flux_desktop.ui.canvas.scene import Layer, Scene

__all__ = [
    "NEAREST_FROM",
    "Laid",
    "draw_drop_place",
    "draw_laid",
    "draw_levels",
    "draw_ring",
    "draw_scene",
    "is_dark",
    "lay",
    "to_device",
    "within_ring",
]

NEAREST_FROM = 2.0
"""From this zoom on single pixels are what one wants to see."""

COARSER = 0.7
"""Painted quickly, a level may have this share of the pixels that are drawn: fewer have to be fetched from memory."""

RING = 4
"""The width of the focus ring, in logical pixels."""
CHECK_LIGHT = QColor(204, 204, 204)
CHECK_MID = QColor(153, 153, 153)
CHECK_SIDE = 8
"""Of a square, in logical pixels."""


def is_dark(colour: QColor) -> bool:
    """Whether light ink is the readable one on `colour`."""
    return colour.lightness() < 128


def draw_scene(
    painter: QPainter, scene: Scene, parts: Sequence[QRect], surround: QColor, *, quick: bool = False
) -> None:
    """Draw these parts (logical pixels) of the canvas; if it is to be `quick`, pixels are not blended."""
    layers, ratio = scene.layers(), scene.ratio
    canvas = QRect(0, 0, *(int(side) for side in scene.size))
    places = [_Place(layer, canvas, scene.view.zoom, quick=quick) for layer in layers]
    beside = QRegion(canvas).subtracted(_covered(layers))
    for part in parts:
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        to_device(painter, ratio)
        _draw_part(painter, places, beside, _touched(part, ratio), surround, ratio)
        painter.restore()
    draw_labels(painter, layers, scene.size, ratio, parts)


class _Place:
    """A layer, and where its picture goes."""

    def __init__(self, layer: Layer, canvas: QRect, zoom: float, *, quick: bool) -> None:
        self.area, self.box = to_rect(layer.area), to_rect(layer.box)
        self.opacity = layer.opacity
        self.laid = lay(layer.levels, self.box, canvas, zoom, turns=layer.turns, quick=quick)


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
        painter.setOpacity(place.opacity)
        draw_laid(painter, place.laid, place.area.intersected(part), ratio)
        painter.setOpacity(1)
        if not place.box.contains(part):
            _draw_frame(painter, place.box, surround)
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


class Laid(NamedTuple):
    """How a picture is painted into a box: what Qt is handed is the same for every part of it, and the clip cuts it.

    Qt's rounding, too, is then the same, and a strip that is painted again fits what is around it.
    """

    levels: Levels
    level: Level
    box: QRect
    """Where it lies, in device pixels."""
    upright: QRect
    """The same, or where it would lie unturned in the coordinates of `turning`."""
    source: QRectF
    target: QRectF
    turning: QTransform | None
    smooth: bool


def lay(levels: Levels, box: QRect, canvas: QRect, zoom: float, *, turns: int = 0, quick: bool = False) -> Laid:
    """How the picture fills `box`, as far as it is on `canvas`; `zoom` says how pixels are blended, unless `quick`.

    It is turned by `turns` quarters to the right.
    """
    seen, upright, turning = canvas.intersected(box), box, None
    if turns:  # the picture lies upright in coordinates that are turned
        turning = _turning(box, turns)
        back = turning.inverted()[0]
        upright, seen = back.mapRect(box), back.mapRect(seen)
    level = levels.nearest(upright.width() / levels.width * (COARSER if quick else 1))
    smooth = zoom < NEAREST_FROM and not quick
    if turns and _scales(level, levels, upright) == (1, 1):
        smooth = False  # Qt would blend what it turns
    source = _source(level, levels, upright, seen)
    return Laid(levels, level, box, upright, source, _target(level, levels, upright, source), turning, smooth)


def draw_laid(painter: QPainter, laid: Laid, part: QRect, ratio: float) -> None:
    """Draw what of it lies in `part`, in device pixels."""
    part = part.intersected(laid.box)
    if part.isEmpty():
        return
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    if laid.levels.has_alpha:
        painter.setBrushOrigin(laid.box.topLeft())
        painter.fillRect(part, QBrush(_checks(max(1, round(CHECK_SIDE * ratio)))))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, laid.smooth)
    if laid.turning is not None:
        painter.setTransform(laid.turning, True)
        part = laid.turning.inverted()[0].mapRect(part)
    if laid.level.in_file:
        rows = _source(laid.level, laid.levels, laid.upright, part)
        laid.level.look_at(int(rows.top()), int(rows.bottom()))
    painter.drawImage(laid.target, laid.level.image, laid.source)
    painter.restore()


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
) -> None:
    """Draw the picture so that it fills `box`, but only inside `part` of `canvas`: see `lay`."""
    draw_laid(painter, lay(levels, box, canvas, zoom, turns=turns), part, ratio)


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
