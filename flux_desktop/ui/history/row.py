"""How one row of the history looks; the card of the original looks the same."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from flux_desktop.ui.history.thumbnails import SIDE
from flux_desktop.ui.theme import GAP, TIGHT, Theme, in_use

__all__ = ["RowLook", "paint_row", "row_height"]

BAR = 3
"""Width of the bar at the row that is on the canvas."""


@dataclass(frozen=True)
class RowLook:
    """What one row says. `title` may take two lines, `kind` has the third, `facts` and `aside` share the last."""

    title: str
    kind: str
    facts: str
    aside: str = ""
    thumbnail: QPixmap | None = None
    missing: bool = False
    shown: bool = False
    editing: bool = False
    selected: bool = False
    hovered: bool = False
    focused: bool = False


def row_height(font: QFont) -> int:
    """Height of every row, in logical pixels: two lines of words and two of facts, or the thumbnail."""
    lines = 2 * QFontMetrics(font).height() + 2 * QFontMetrics(_smaller(font)).height() + TIGHT // 2
    return max(lines, SIDE) + 2 * 7


def paint_row(painter: QPainter, rect: QRect, font: QFont, look: RowLook) -> None:
    """Paint `look` into `rect`."""
    theme = in_use()
    painter.save()
    _paint_ground(painter, rect, theme, look)
    frame = QRect(rect.left() + BAR + GAP - 1, rect.top() + (rect.height() - SIDE) // 2, SIDE, SIDE)
    _paint_thumbnail(painter, frame, font, theme, look)
    words = QRect(frame.right() + 1 + GAP + 2, rect.top() + 7, 0, rect.height() - 14)
    words.setRight(rect.right() - GAP)
    _paint_words(painter, words, font, theme, look)
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, theme: Theme, look: RowLook) -> None:
    ground = theme.tint if look.selected else theme.raised if look.hovered else ""
    if ground:
        painter.fillRect(rect, QColor(ground))
    if look.shown:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.link))
    if look.focused:
        painter.setPen(QPen(QColor(theme.link), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    elif not ground:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))


def _paint_thumbnail(painter: QPainter, frame: QRect, font: QFont, theme: Theme, look: RowLook) -> None:
    if look.thumbnail is not None:
        size = look.thumbnail.deviceIndependentSize().toSize()
        corner = frame.center() - QPoint(size.width() // 2, size.height() // 2) + QPoint(1, 1)
        painter.drawPixmap(corner, look.thumbnail)
        return
    painter.fillRect(frame, QColor(theme.raised))
    if look.missing:
        painter.setFont(_smaller(font))
        painter.setPen(QColor(theme.danger))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, "file missing")


def _paint_words(painter: QPainter, rect: QRect, font: QFont, theme: Theme, look: RowLook) -> None:
    """Two lines of title from the top, two of facts from the bottom: of the row's kind, and of the row itself."""
    big, small = QFontMetrics(font), QFontMetrics(_smaller(font))
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    for number, line in enumerate(_two_lines(look.title, big, rect.width())):
        painter.drawText(rect.left(), rect.top() + number * big.height() + big.ascent(), line)
    painter.setFont(_smaller(font))
    last = QRect(rect.left(), rect.bottom() + 1 - small.height(), rect.width(), small.height())
    above = last.translated(0, -small.height())
    if look.editing:
        above.setRight(_paint_chip(painter, above, small, theme))
    painter.setPen(QColor(theme.text if look.selected else theme.quiet))
    painter.drawText(last, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.aside)
    if look.aside:
        last.setRight(last.right() - small.horizontalAdvance(look.aside) - GAP)
    for words, room in ((look.kind, above), (look.facts, last)):
        shown = small.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_chip(painter: QPainter, line: QRect, metrics: QFontMetrics, theme: Theme) -> int:
    """The word that marks the picture to edit next, at the right; gives where the room beside it ends."""
    width = metrics.horizontalAdvance("editing") + 10
    chip = QRect(line.right() + 1 - width, line.top() - 2, width, line.height() + 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(chip, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, "editing")
    return chip.left() - 6


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` broken into at most two lines, at a space if there is one; the second is elided."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    first = ""
    for word in text.split(" "):
        longer = f"{first} {word}" if first else word
        if metrics.horizontalAdvance(longer) > width:
            break
        first = longer
    if not first:  # one word that is longer than the line, or a language without spaces
        fits = (length for length in range(1, len(text)) if metrics.horizontalAdvance(text[: length + 1]) > width)
        first = text[: next(fits, len(text))]
    return [first, metrics.elidedText(text[len(first) :].lstrip(), Qt.TextElideMode.ElideRight, width)]


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(max(9, round(font.pixelSize() * 0.88)))
    return small
