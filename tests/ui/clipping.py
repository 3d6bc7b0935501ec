"""What of a window's words has no room: text that is cut off, and controls that are smaller than they need to be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from flux_desktop.ui.parts.controls import ElidedLabel

__all__ = ["clipped"]

WORDED = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
SPARE = 2
"""Pixels that may be missing: the widths of words are rounded, and so are the edges of a scaled screen."""


def clipped(window: QWidget) -> list[str]:
    """The widgets in sight whose words are not all seen, each with what is wrong.

    Words that are cut with “…” are all right if a tooltip has the whole.
    """
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and isinstance(widget, WORDED) and not _is_part(widget):
            found += [f"{type(widget).__name__} {_name(widget)}: {fault}" for fault in _faults(widget)]
    return found


def _faults(widget: QWidget) -> list[str]:
    height = widget.fontMetrics().height()
    found = [f"{widget.height()} of {height} high"] * (bool(_words(widget)) and widget.height() + SPARE < height)
    if isinstance(widget, QLabel):
        found += _of_label(widget)
    elif isinstance(widget, QAbstractButton):
        found += _of_button(widget)
    return found + _outside(widget)


def _of_label(label: QLabel) -> list[str]:
    words, room = label.text(), label.contentsRect()
    if not words or "<" in words:
        return []
    if isinstance(label, ElidedLabel):
        cut = words != label.words()
        return ["cut, and no tooltip has the whole"] * (cut and not label.toolTip())
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return [f"{label.height()} of {needed} high: {words[:30]!r}"] * (label.height() + SPARE < needed)
    needed = max(label.fontMetrics().horizontalAdvance(line) for line in words.splitlines())
    return [f"{room.width()} of {needed} wide: {words[:30]!r}"] * (room.width() + SPARE < needed)


def _of_button(button: QAbstractButton) -> list[str]:
    words = button.text().replace("&", "")
    needed = button.fontMetrics().horizontalAdvance(words)
    if not words or "…" in words[-1:]:
        return ["cut, and no tooltip has the whole"] * (
            bool(words) and needed > button.width() and not button.toolTip()
        )
    return [f"{button.width()} of {needed} wide: {words!r}"] * (button.width() + SPARE < needed)


def _outside(widget: QWidget) -> list[str]:
    """Whether a part of `widget` lies beyond the edge of what it is in; lists scroll to theirs."""
    parent, place = widget.parentWidget(), widget.geometry()
    while parent is not None and widget.window() is not parent:
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return _beside(place, parent.rect())
        if not parent.rect().adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(place):
            return [f"beyond the edge of {_name(parent)} by {_beyond(place, parent.rect())}"]
        place, parent = QRect(parent.mapToParent(place.topLeft()), place.size()), parent.parentWidget()
    return []


def _beside(place: QRect, room: QRect) -> list[str]:
    """In what scrolls up and down nothing may be too wide."""
    return [f"wider than what it scrolls in: {place.right()} of {room.right()}"] * (
        place.right() > room.right() + SPARE
    )


def _beyond(place: QRect, room: QRect) -> str:
    far = place.bottomRight() - room.bottomRight()
    near = room.topLeft() - place.topLeft()
    return str(QPoint(max(far.x(), near.x()), max(far.y(), near.y())).toTuple())


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else "M"


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _is_part(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) or widget.objectName().startswith("qt_")
