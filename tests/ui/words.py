"""All words that a window shows, to find what was never given to a translator, and what has too little room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from flux_desktop.ui.parts.controls import ElidedLabel

__all__ = ["cut_off", "said_by", "undisguised"]

KEYS = re.compile(r"(?:\b(?:Ctrl|Shift|Alt|Meta)\+)+(?:\w+|\S)|\b(?:Del|Esc|F\d+)\b")
WORD = re.compile(r"[A-Za-zÀ-ž]{2,}")
TAG = re.compile(r"</?\w+[^<>]*>|&\w+;")
ELLIPSIS = "…"
BLUR = 2
"""Pixels by which a style's hint may be too large."""
ROWS = 200
"""Of a long list, those that are looked at."""


def said_by(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of `root` and what is below it, tips and accessible names too, each with the name of its place."""
    for widget in [root, *root.findChildren(QWidget)]:
        for kind, words in _texts(widget):
            if words:
                yield f"{_place(widget)}.{kind}", words
    for action in root.findChildren(QAction):
        yield f"{action.objectName() or 'action'}.text", action.text()
        yield f"{action.objectName() or 'action'}.tip", action.toolTip()


def undisguised(words: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Words of `words` that stand outside the brackets of the pseudo-language, but those that are `allowed`."""
    plain = QTextDocumentFragment.fromHtml(words).toPlainText() if TAG.search(words) else words
    plain = KEYS.sub(" ", plain)
    for known in sorted(allowed, key=len, reverse=True):
        plain = plain.replace(known, " ")
    outside, depth = [], 0
    for letter in plain:
        depth = max(0, depth + (letter == "⟦") - (letter == "⟧"))
        outside.append(letter if not depth else " ")
    return WORD.findall("".join(outside))


def cut_off(root: QWidget) -> Iterator[str]:
    """The visible labels and buttons below `root` whose words need more room than they have."""
    for _ in range(3):  # layouts in layouts
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or not widget.isVisible():
            continue
        if isinstance(widget, ElidedLabel) or widget.text().endswith(ELLIPSIS):  # what lacks is in a tip
            continue
        needed, given = widget.sizeHint(), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = QSize(given.width(), widget.heightForWidth(given.width()))
        if needed.width() > given.width() + BLUR or needed.height() > given.height() + BLUR:
            yield f"{_place(widget)}: {widget.text()} ({given.toTuple()} of {needed.toTuple()})"


def _place(widget: QWidget) -> str:
    """The nearest names, so that one finds it."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 2:
        if at.objectName():
            names.append(at.objectName())
        at = at.parentWidget()
    return f"{'/'.join(reversed(names))}({type(widget).__name__})"


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", widget.toolTip()
    yield "accessible", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if isinstance(widget, QDialog):
        yield "title", widget.windowTitle()
    match widget:
        case QAbstractButton() | QLabel():
            yield "text", widget.text()
        case QGroupBox() | QMenu():
            yield "title", widget.title()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
        case QAbstractSpinBox():
            yield "special", widget.specialValueText()
            yield from ((name, getattr(widget, name)()) for name in ("prefix", "suffix") if hasattr(widget, name))
        case _:
            yield from _entries(widget)


def _entries(widget: QWidget) -> Iterator[tuple[str, str]]:
    """The words of what has several."""
    match widget:
        case QComboBox():
            yield from ((f"item{row}", widget.itemText(row)) for row in range(widget.count()))
        case QTabBar():
            yield from ((f"tab{tab}", widget.tabText(tab)) for tab in range(widget.count()))
            yield from ((f"tab{tab}tip", widget.tabToolTip(tab)) for tab in range(widget.count()))
        case QHeaderView():
            yield from _headings(widget)
        case QAbstractItemView() if widget.model() is not None:
            yield from _cells(widget.model(), QModelIndex())
        case _:
            pass


def _headings(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(header.count() if model is not None else 0):
        yield f"heading{section}", str(model.headerData(section, header.orientation()) or "")


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)  # private in a list
    for row in range(min(model.rowCount(parent), ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                if isinstance(words := index.data(role), str):
                    yield f"cell{row},{column}.{role.name}", words
        if not isinstance(model, QAbstractListModel):
            yield from _cells(model, model.index(row, 0, parent))
