"""Text in a box of so many lines, in any script: Qt shapes and orders it, what does not fit ends in “…”."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextOption

__all__ = ["draw_words", "font", "laid_out"]

_MOST = 4000
"""Characters of a text that are looked at: far more than any box holds."""

_SPACES = re.compile(r"[^\S\xa0]+")
"""All but those that are meant to hold two words together."""

_BREAK = "\u2028"
"""The Unicode line separator: the text goes on in the same paragraph, so that its direction does not change."""


def font(size: int, *, bold: bool = False) -> QFont:
    """The font of the program, `size` dots high, its glyphs at their true widths as on paper."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def laid_out(words: str, kind: QFont, width: float, lines: int, pitch: float) -> QTextLayout:
    """`words` on at most `lines` lines of `width`, each `pitch` below the one before."""
    plain = _SPACES.sub(" ", words[:_MOST]).strip()
    layout = _layout(plain, kind, width, lines + 1, pitch)
    if layout.lineCount() <= lines:
        return layout
    # Qt counts in units of UTF-16.
    units, start = plain.encode("utf-16-le"), 2 * layout.lineAt(lines - 1).textStart()
    head, rest = (part.decode("utf-16-le", "replace") for part in (units[:start], units[start:]))
    last = QFontMetricsF(kind).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return _layout(f"{head.rstrip()}{_BREAK}{last}" if head else last, kind, width, lines, pitch)


def draw_words(painter: QPainter, layout: QTextLayout, x: float, y: float) -> None:
    """Draw a text with its left top corner there."""
    layout.draw(painter, QPointF(x, y))


def _layout(words: str, kind: QFont, width: float, lines: int, pitch: float) -> QTextLayout:
    layout = QTextLayout(words, kind)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if _from_right(words) else Qt.AlignmentFlag.AlignLeft)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * pitch))
    layout.endLayout()
    return layout


def _from_right(words: str) -> bool:
    """Whether the first letter is of a script that is written from right to left: Qt does not align by itself."""
    strong = (direction for char in words if (direction := bidirectional(char)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"
