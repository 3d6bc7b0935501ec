"""What the bars below the results have in common."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import TIGHT, in_use

__all__ = ["narrow_button", "row_of", "rule_above"]

AROUND = 14
"""What a narrow button has beside its words, in logical pixels: as the style sheet says."""


def narrow_button(name: str, words: str, tip: str) -> QPushButton:
    """A button that shares its row with others and is as wide as they are.

    To a screen reader it is called by its tip, which says more, if that has its words in it: who speaks to the program
    says what stands on the button.
    """
    long = tip.partition(" (")[0]
    button = named(QPushButton(words), name, long if words.rstrip("…").casefold() in long.casefold() else words)
    set_note(button, tip)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setProperty("narrow", "true")
    # By itself no button is narrower than 80 pixels, and three of them would not fit beside each other.
    button.setMinimumWidth(button.fontMetrics().horizontalAdvance(words) + AROUND)
    return button


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """`widgets` beside each other."""
    row = QHBoxLayout()
    row.setSpacing(TIGHT)
    for widget in widgets:
        row.addWidget(widget)
    return row


def rule_above(widget: QWidget) -> None:
    """Paint the line that divides `widget` from what is above it."""
    painter = QPainter(widget)
    painter.fillRect(0, 0, widget.width(), 1, QColor(in_use().line))
    painter.end()
