"""A picture laid into a box on the screen, and drawn from its nearest level."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from flux_desktop.ui.canvas.levels import Level, Levels

__all__ = ["CHECK_LIGHT", "CHECK_MID", "NEAREST_FROM", "Laid", "draw_laid", "draw_levels", "lay"]

NEAREST_FROM = 2.0
"""From this zoom on single pixels are what one wants to see."""

MOST_FETCHED = 3_200_000
"""Pixels of a level that are painted quickly: fetching them from memory takes longer than writing them."""

CHECK_LIGHT = QColor(204, 204, 204)
CHECK_MID = QColor(153, 153, 153)
CHECK_SIDE = 8
"""Of a square, in logical pixels."""


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
    level = levels.nearest(upright.width() / levels.width * (_coarser(seen) if quick else 1))
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


def _coarser(seen: QRect) -> float:
    """By how much fewer pixels a side a level may have: the next coarser one has half, and not too many to fetch."""
    return min(1.0, math.sqrt(MOST_FETCHED / max(1, seen.width() * seen.height())) / 2)


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
