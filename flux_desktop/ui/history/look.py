"""What one row, tile or place in the tree says and how it stands, and the small things that all three paint alike."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from flux_desktop.core.language import tr
from flux_desktop.core.tree import TreeRow
from flux_desktop.ui import icons
from flux_desktop.ui.theme import TIGHT, Theme

__all__ = [
    "SIGN",
    "RowLook",
    "Signs",
    "elided",
    "line_height",
    "paint_badge",
    "paint_chip",
    "paint_frame",
    "paint_signs",
    "paint_thumbnail",
    "smaller",
]

SIGN = 12
"""Side of a small icon, in logical pixels."""
STAR = "star"


@dataclass(frozen=True)
class RowLook:
    """`title` may take two lines, `kind` has the third, `facts` and `aside` share the last.

    `badge` is a word or two about the picture, said quietly where it is `good_news`; `signs` are the names of the icons
    that mark it, `rating` is 0 to 5.
    """

    title: str
    kind: str = ""
    facts: str = ""
    aside: str = ""
    badge: str = ""
    good_news: bool = False
    signs: tuple[str, ...] = ()
    rating: int = 0
    thumbnail: QPixmap | None = None
    missing: bool = False
    shown: bool = False
    editing: bool = False
    selected: bool = False
    hovered: bool = False
    focused: bool = False
    place: TreeRow | None = None


class Signs:
    """The small icons, drawn once for each ink and sharpness."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, float], QPixmap] = {}

    def get(self, name: str, ink: str, ratio: float) -> QPixmap:
        key = (name, ink, ratio)
        if key not in self._drawn:
            self._drawn[key] = icons.pixmap(name, ink, SIGN, ratio)
        return self._drawn[key]


def paint_signs(painter: QPainter, line: QRect, look: RowLook, signs: Signs, theme: Theme) -> int:
    """The rating and the icons of `look`, at the right end of `line`; gives where the room beside them ends."""
    ink = theme.text if look.selected else theme.quiet
    left = line.right() + 1
    top = line.top() + (line.height() - SIGN) // 2
    ratio = painter.device().devicePixelRatioF()
    for name in reversed(look.signs):
        left -= SIGN
        if name == STAR:
            _paint_star(painter, QRectF(left, top, SIGN, SIGN), theme.text)
        else:
            painter.drawPixmap(left, top, signs.get(name, ink, ratio))
        left -= TIGHT - 1
    if look.rating:
        words = f"{look.rating}/5"
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QRect(left - width, line.top(), width, line.height()), int(Qt.AlignmentFlag.AlignVCenter), words
        )
        left -= width + TIGHT
    return left - 1


def paint_chip(painter: QPainter, line: QRect, words: str, ground: str, ink: str, *, at_right: bool) -> QRect:
    """`words` at one end of `line`, on a round `ground` unless that is ""; gives the room that is left of it."""
    metrics, around = painter.fontMetrics(), 10 if ground else 0
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, line.width() - around))
    width = metrics.horizontalAdvance(shown) + around
    chip = QRect(line.right() + 1 - width if at_right else line.left(), line.top() - 1, width, line.height())
    if ground:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    rest = QRect(line)
    if at_right:
        rest.setRight(chip.left() - 6)
    else:
        rest.setLeft(chip.right() + 7)
    return rest


def paint_badge(painter: QPainter, line: QRect, look: RowLook, theme: Theme) -> QRect:
    """The badge of `look` at the left end of `line`; gives the room that is left of it. Good news are quiet."""
    if not look.badge:
        return line
    ground, ink = ("", theme.quiet) if look.good_news else (theme.raised, theme.text)
    return paint_chip(painter, line, look.badge, ground, ink, at_right=False)


def paint_thumbnail(painter: QPainter, frame: QRect, font: QFont, theme: Theme, look: RowLook) -> QRect:
    """The picture in the middle of `frame`, or that it is missing; gives where it is."""
    if look.thumbnail is not None:
        size = look.thumbnail.deviceIndependentSize().toSize()
        corner = frame.center() - QPoint(size.width() // 2, size.height() // 2) + QPoint(1, 1)
        painter.drawPixmap(corner, look.thumbnail)
        return QRect(corner, size)
    painter.fillRect(frame, QColor(theme.raised))
    if look.missing:
        painter.setFont(smaller(font))
        painter.setPen(QColor(theme.danger))
        words = tr("file missing") if frame.width() >= 50 else tr("lost", "a file")
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    return frame


def paint_frame(painter: QPainter, rect: QRect, theme: Theme, *, strong: bool) -> None:
    """The frame of a row that is selected; a `strong` one is that of the row with the focus."""
    width = 2 if strong else 1
    painter.setPen(
        QPen(QColor(theme.link), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(width // 2, width // 2, -1, -1))


def elided(painter: QPainter, rect: QRect, words: str) -> None:
    """`words` in one line of `rect`, as far as they fit."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)


def smaller(font: QFont) -> QFont:
    """The font of what is less important."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(max(9, round(font.pixelSize() * 0.88)))
    return small


def line_height(font: QFont) -> int:
    return QFontMetrics(font).height()


def _paint_star(painter: QPainter, box: QRectF, ink: str) -> None:
    radii = (box.width() / 2, box.width() / 4.6)
    points = [box.center() + QPointF(sin(turn * pi / 5), -cos(turn * pi / 5)) * radii[turn % 2] for turn in range(10)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
