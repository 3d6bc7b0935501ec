"""Paints the rows of the history."""

from __future__ import annotations

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.model import EDITING_ROLE, MISSING_ROLE, NODE_ROLE, SHOWN_ROLE
from flux_desktop.ui.history.row import RowLook, paint_row, row_height
from flux_desktop.ui.history.thumbnails import Thumbnails
from flux_desktop.ui.wording import short_age

__all__ = ["HistoryDelegate"]


class HistoryDelegate(QStyledItemDelegate):
    """Paints rows of a HistoryItemModel; the thumbnail of a row is asked for when it is painted, not before."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = index.data(NODE_ROLE)
        if not isinstance(node, HistoryNode):
            return
        state = option.state
        device = painter.device()
        look = RowLook(
            title=" ".join((node.recipe.prompt if node.recipe else node.name)[:400].split()),
            kind=node.recipe.model if node.recipe else "",
            facts=f"seed {node.seed}" if node.seed is not None else "",
            aside=short_age(time.time() - node.created),
            thumbnail=self._thumbnails.get(node, device.devicePixelRatioF()),
            missing=bool(index.data(MISSING_ROLE)),
            shown=bool(index.data(SHOWN_ROLE)),
            editing=bool(index.data(EDITING_ROLE)),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        paint_row(painter, option.rect, option.font, look)

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return QSize(120, row_height(option.font))
