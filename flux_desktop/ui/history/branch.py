"""How one row of the tree looks: its lines and its node, a small picture, and what is new in it.

The way to the current node is told from the other lines by its width and its filled nodes, not by its colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from flux_desktop.core.language import tr
from flux_desktop.core.tree import Line, TreeRow
from flux_desktop.ui.history.look import (
    RowLook,
    Signs,
    elided,
    line_height,
    paint_badge,
    paint_chip,
    paint_signs,
    paint_thumbnail,
    smaller,
)
from flux_desktop.ui.history.row import BAR, paint_ground
from flux_desktop.ui.theme import GAP, TIGHT, Theme, in_use

__all__ = ["TWIG", "branch_height", "paint_branch"]

TWIG = 36
"""Side of the square that a picture is fitted into, in logical pixels."""
PITCH = 14
"""Distance of two lanes, in logical pixels, where there is room for it."""
SHARE = 0.34
"""Part of the width that lanes may take: where there are many, they are closer together."""
DOT = 3.5
THIN, THICK = 1.2, 3.0
ROUND = 7.0


def branch_height(font: QFont) -> int:
    """Height of every row, in logical pixels."""
    return max(line_height(font) + line_height(smaller(font)), TWIG) + 8


def paint_branch(painter: QPainter, rect: QRect, font: QFont, look: RowLook, signs: Signs, lanes: int) -> None:
    """Paint `look`, which has a `place`, into `rect`; the whole tree has `lanes`."""
    theme, place = in_use(), look.place
    assert place is not None, "a row of the tree"
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # every part has its place, whatever the language
    paint_ground(painter, rect, theme, look, divided=place.ends_group)
    pitch = min(PITCH, SHARE * rect.width() / max(1, lanes))
    lines = place.lines
    used = max(lane for line in (Line(place.lane, None), *lines) for lane in line[:2] if lane is not None) + 1
    graph = QRect(rect.left() + BAR + TIGHT, rect.top(), round(pitch * used), rect.height())
    _paint_lines(painter, graph, pitch, place.lane, lines, theme)
    _paint_node(painter, graph, pitch, place, theme, look.shown)
    frame = QRect(graph.right() + TIGHT, rect.top() + (rect.height() - TWIG) // 2, TWIG, TWIG)
    paint_thumbnail(painter, frame, font, theme, look)
    words = QRect(frame.right() + 1 + GAP, rect.top() + 4, 0, rect.height() - 8)
    words.setRight(rect.right() - GAP)
    _paint_words(painter, words, font, theme, look, signs)
    painter.restore()


def _paint_words(painter: QPainter, rect: QRect, font: QFont, theme: Theme, look: RowLook, signs: Signs) -> None:
    """The first of a group says what was asked for, the others only what differs: their seed."""
    place = look.place
    first = place is None or place.place == 0
    bold = QFont(font)
    bold.setBold(look.shown)
    painter.setFont(bold if first else smaller(bold))
    painter.setPen(QColor(theme.text))
    upper = QRect(rect.left(), rect.top(), rect.width(), line_height(font))
    elided(painter, upper, look.title if first else look.facts)
    painter.setFont(smaller(font))
    height = painter.fontMetrics().height()
    lower = QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
    if look.editing:
        lower = paint_chip(painter, lower, tr("editing"), theme.accent, theme.on_accent, at_right=True)
    lower.setRight(paint_signs(painter, lower, look, signs, theme))
    lower = paint_badge(painter, lower, look, theme)
    painter.setPen(QColor(theme.text if look.selected else theme.quiet))
    elided(painter, lower, look.facts if first else look.aside)


def _paint_lines(painter: QPainter, graph: QRect, pitch: float, lane: int, lines: Sequence[Line], theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in sorted(lines, key=lambda line: line.on_way):  # the way is painted over the others
        ink, width = (theme.link, THICK) if line.on_way else (theme.edge, THIN)
        painter.setPen(QPen(QColor(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawPath(_path(line, lane, graph, pitch))


def _paint_node(painter: QPainter, graph: QRect, pitch: float, place: TreeRow, theme: Theme, shown: bool) -> None:
    """Filled on the way to the current node, hollow beside it."""
    ink = theme.link if place.on_way else theme.edge
    painter.setPen(QPen(QColor(ink), 1.5))
    painter.setBrush(QColor(ink if place.on_way else theme.window))
    radius = DOT + 1.5 if shown else DOT
    painter.drawEllipse(QPointF(_x(place.lane, graph, pitch), graph.center().y()), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _path(line: Line, lane: int, graph: QRect, pitch: float) -> QPainterPath:
    """From the upper edge, or the node, to the lower edge, or the node.

    A line that passes the node changes its lane below it, and one that leaves the node at once.
    """
    top, middle, bottom = float(graph.top()), float(graph.center().y()), float(graph.bottom() + 1)
    node, turn = _x(lane, graph, pitch), min(ROUND, pitch / 2)
    begin = node if line.top is None else _x(line.top, graph, pitch)
    end = node if line.bottom is None else _x(line.bottom, graph, pitch)
    path = QPainterPath(QPointF(begin, middle if line.top is None else top))
    if line.bottom is None:  # down, and round the corner to the node
        if begin != end:
            path.lineTo(begin, middle - turn)
            path.quadTo(begin, middle, begin + turn, middle)
        path.lineTo(end, middle)
    elif begin == end:
        path.lineTo(end, bottom)
    else:
        bend = middle + DOT + 3 if line.top is not None else middle
        path.lineTo(begin, bend)
        path.cubicTo(begin, (bend + bottom) / 2, end, (bend + bottom) / 2, end, bottom)
    return path


def _x(lane: int, graph: QRect, pitch: float) -> float:
    return int(graph.left() + (lane + 0.5) * pitch) + 0.5  # in the middle of a pixel: lines are sharp then
