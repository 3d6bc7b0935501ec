"""How one tile of the grid looks: the picture, and one line below it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from flux_desktop.core.language import tr
from flux_desktop.ui.history.look import (
    RowLook,
    Signs,
    elided,
    line_height,
    paint_chip,
    paint_frame,
    paint_signs,
    paint_thumbnail,
    smaller,
)
from flux_desktop.ui.history.row import BAR
from flux_desktop.ui.theme import TIGHT, in_use

__all__ = ["LEAST", "TILE", "paint_tile", "tile_height"]

TILE = 112
"""Side of the square that a picture is fitted into, in logical pixels."""
LEAST = TILE + 2 * TIGHT
"""Least width of a tile."""


def tile_height(font: QFont, width: int) -> int:
    """Height of a tile that is `width` logical pixels wide."""
    return min(width, LEAST) + line_height(smaller(font)) + TIGHT


def paint_tile(painter: QPainter, rect: QRect, font: QFont, look: RowLook, signs: Signs) -> None:
    """Paint `look` into `rect`."""
    theme = in_use()
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # every part has its place, whatever the language
    ground = theme.tint if look.selected else theme.raised if look.hovered else ""
    if ground:
        painter.fillRect(rect, QColor(ground))
    painter.setFont(smaller(font))
    height = painter.fontMetrics().height()
    side = min(rect.width() - 2 * TIGHT, TILE)
    frame = QRect(rect.left() + (rect.width() - side) // 2, rect.top() + TIGHT, side, side)
    picture = paint_thumbnail(painter, frame, font, theme, look).adjusted(3, 4, -3, -2)
    painter.setFont(smaller(font))
    upper = QRect(picture.left(), picture.top(), picture.width(), height)
    if look.editing:
        paint_chip(painter, upper, tr("editing"), theme.accent, theme.on_accent, at_right=False)
    if look.badge:
        lower = QRect(picture.left(), picture.bottom() - height, picture.width(), height)
        paint_chip(painter, lower, look.badge, theme.window, theme.text, at_right=False)
    line = QRect(rect.left() + TIGHT, rect.bottom() - height - 1, rect.width() - 2 * TIGHT, height)
    line.setRight(paint_signs(painter, line, look, signs, theme))
    painter.setPen(QColor(theme.text if look.selected else theme.quiet))
    elided(painter, line, look.facts or look.title)
    if look.shown:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.link))
    if look.focused or look.selected:
        paint_frame(painter, rect, theme, strong=look.focused)
    painter.restore()
