"""How one row of the palette looks: what it does, where it is found otherwise, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from flux_desktop.ui.palette.entry import PaletteEntry
from flux_desktop.ui.palette.model import PaletteItemModel
from flux_desktop.ui.theme import GAP, MARGIN, in_use

__all__ = ["PaletteDelegate"]

Index = QModelIndex | QPersistentModelIndex
BAR = 3
"""Width of the bar at the current row, which is known by more than its colour."""
AROUND = 6
"""Above and below the words, in logical pixels."""


class PaletteDelegate(QStyledItemDelegate):
    """Paints the rows of `model`. They are told apart by more than colour: what is not possible says why."""

    def __init__(self, model: PaletteItemModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, QFontMetrics(option.font).height() + 2 * AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        painter.save()
        self._paint_ground(painter, option)
        words = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        metrics = QFontMetrics(option.font)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            painter.setLayoutDirection(option.direction)
        self._paint_words(painter, words, metrics, entry)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = in_use(), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.tint))
            bar = QRect(option.rect.left(), option.rect.top(), BAR, option.rect.height())
            if option.direction == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(option.rect.right())
            painter.fillRect(bar, QColor(theme.link))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.raised))

    @staticmethod
    def _paint_words(painter: QPainter, room: QRect, metrics: QFontMetrics, entry: PaletteEntry) -> None:
        """The words from the leading edge, the keys at the other one, and between them where it is found."""
        theme = in_use()
        leading, trailing = _sides(painter.layoutDirection())
        keys = metrics.horizontalAdvance(entry.keys) if entry.keys else 0
        painter.setPen(QColor(theme.quiet))
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # keys are written so everywhere
        painter.drawText(room, int(trailing), entry.keys)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        left = room.width() - keys - (MARGIN if keys else 0)
        said = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, left)
        width = metrics.horizontalAdvance(said)
        painter.setPen(QColor(theme.disabled if entry.reason else theme.text))
        painter.drawText(room, int(leading), said)
        beside = metrics.elidedText(entry.reason or entry.path, Qt.TextElideMode.ElideRight, left - width - 2 * GAP)
        painter.setPen(QColor(theme.quiet))
        away = width + 2 * GAP
        painter.drawText(room.adjusted(0 if mirrored else away, 0, -away if mirrored else 0, 0), int(leading), beside)


def _sides(direction: Qt.LayoutDirection) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """How words are put at the leading and at the trailing edge, in the middle of the row."""
    middle, absolute = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignAbsolute
    left, right = Qt.AlignmentFlag.AlignLeft | middle | absolute, Qt.AlignmentFlag.AlignRight | middle | absolute
    return (right, left) if direction == Qt.LayoutDirection.RightToLeft else (left, right)
