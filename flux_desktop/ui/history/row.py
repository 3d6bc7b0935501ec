"""How one row of the list looks; the card of the original looks the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from flux_desktop.core.language import tr
from flux_desktop.ui.history.look import (
    RowLook,
    Signs,
    elided,
    line_height,
    paint_badge,
    paint_chip,
    paint_frame,
    paint_signs,
    paint_thumbnail,
    smaller,
)
from flux_desktop.ui.history.thumbnails import SIDE
from flux_desktop.ui.theme import GAP, TIGHT, Theme, in_use

__all__ = ["BAR", "paint_ground", "paint_row", "row_height"]

BAR = 3
"""Width of the bar at the row that is on the canvas."""


def row_height(font: QFont) -> int:
    """Height of every row, in logical pixels: two lines of words and two of facts, or the thumbnail."""
    lines = 2 * line_height(font) + 2 * line_height(smaller(font)) + TIGHT // 2
    return max(lines, SIDE) + 2 * 7


def paint_row(painter: QPainter, rect: QRect, font: QFont, look: RowLook, signs: Signs) -> None:
    """Paint `look` into `rect`."""
    theme = in_use()
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # every part has its place, whatever the language
    paint_ground(painter, rect, theme, look)
    frame = QRect(rect.left() + BAR + GAP - 1, rect.top() + (rect.height() - SIDE) // 2, SIDE, SIDE)
    paint_thumbnail(painter, frame, font, theme, look)
    words = QRect(frame.right() + 1 + GAP + 2, rect.top() + 7, 0, rect.height() - 14)
    words.setRight(rect.right() - GAP)
    _paint_words(painter, words, font, theme, look)
    _paint_facts(painter, words, font, theme, look, signs)
    painter.restore()


def paint_ground(painter: QPainter, rect: QRect, theme: Theme, look: RowLook, *, divided: bool = True) -> None:
    """The ground of a row, the bar of the one on the canvas, the frame of the one with the focus."""
    ground = theme.tint if look.selected else theme.raised if look.hovered else ""
    if ground:
        painter.fillRect(rect, QColor(ground))
    if look.shown:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.link))
    if look.focused or look.selected:
        paint_frame(painter, rect, theme, strong=look.focused)
    elif divided and not ground:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))


def _paint_words(painter: QPainter, rect: QRect, font: QFont, theme: Theme, look: RowLook) -> None:
    """Two lines of title from the top."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    for number, line in enumerate(_two_lines(look.title, metrics, rect.width())):
        painter.drawText(rect.left(), rect.top() + number * metrics.height() + metrics.ascent(), line)


def _paint_facts(painter: QPainter, rect: QRect, font: QFont, theme: Theme, look: RowLook, signs: Signs) -> None:
    """Two lines from the bottom: of the row's kind, with what it is marked by, and of the row itself."""
    painter.setFont(smaller(font))
    height = painter.fontMetrics().height()
    last = QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
    above = last.translated(0, -height)
    if look.editing:
        above = paint_chip(painter, above, tr("editing"), theme.accent, theme.on_accent, at_right=True)
    above.setRight(paint_signs(painter, above, look, signs, theme))
    above = paint_badge(painter, above, look, theme)
    painter.setPen(QColor(theme.text if look.selected else theme.quiet))
    painter.drawText(last, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.aside)
    if look.aside:
        last.setRight(last.right() - painter.fontMetrics().horizontalAdvance(look.aside) - GAP)
    elided(painter, above, look.kind)
    elided(painter, last, look.facts)


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` broken into at most two lines, at a space if there is one; the second is elided."""
    right = Qt.TextElideMode.ElideRight
    first = metrics.elidedText(text, right, width)
    if first == text:
        return [text]
    fitting = first[:-1]  # all but the “…”
    if not text[len(fitting) :].startswith(" ") and " " in fitting:
        fitting = fitting[: fitting.rindex(" ")]
    return [fitting, metrics.elidedText(text[len(fitting) :].lstrip(), right, width)]
