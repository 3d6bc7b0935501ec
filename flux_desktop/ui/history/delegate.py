"""Paints the nodes of the history as rows, as tiles or as a tree."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.branch import TWIG, branch_height, paint_branch
from flux_desktop.ui.history.look import RowLook, Signs
from flux_desktop.ui.history.model import HistoryItemModel
from flux_desktop.ui.history.row import paint_row, row_height
from flux_desktop.ui.history.thumbnails import SIDE
from flux_desktop.ui.history.tile import TILE, paint_tile, tile_height
from flux_desktop.ui.history.words import badge_of, has_region, is_unchanged, prompt_of, seed_of
from flux_desktop.ui.wording import short_age

__all__ = ["HistoryDelegate", "Shape"]

Shape = Literal["list", "grid", "tree"]
SIDES: dict[Shape, int] = {"list": SIDE, "grid": TILE, "tree": TWIG}
TITLE = 400
"""Characters of a prompt that are looked at: no row has room for more."""


class HistoryDelegate(QStyledItemDelegate):
    """Paints rows of `model`; the thumbnail of a row is asked for when it is painted, not before."""

    def __init__(self, model: HistoryItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape: Shape = "list"
        self.width = TILE
        """How wide a tile is, in logical pixels."""
        self._model = model
        self._signs = Signs()

    def size(self, font: QFont) -> QSize:
        """The size of every item."""
        if self.shape == "grid":
            return QSize(self.width, tile_height(font, self.width))
        return QSize(120, branch_height(font) if self.shape == "tree" else row_height(font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = self._model.node_at(index.row())
        if node is None:
            return
        look = self._look(node, index.row(), option, painter.device().devicePixelRatioF())
        self._paint(painter, option.rect, option.font, look)

    def _paint(self, painter: QPainter, rect: QRect, font: QFont, look: RowLook) -> None:
        if self.shape == "grid":
            paint_tile(painter, rect, font, look, self._signs)
        elif look.place is not None:
            paint_branch(painter, rect, font, look, self._signs, self._model.tree.lanes)
        else:
            paint_row(painter, rect, font, look, self._signs)

    def _look(self, node: HistoryNode, row: int, option: QStyleOptionViewItem, ratio: float) -> RowLook:
        model, state = self._model, option.state
        return RowLook(
            title=" ".join(prompt_of(node)[:TITLE].split()),
            kind=node.recipe.model if node.recipe else "",
            facts=seed_of(node) if node.recipe else f"{node.width} × {node.height}",
            aside=short_age(time.time() - node.created),
            badge=badge_of(node),
            good_news=is_unchanged(node),
            signs=_signs(node, node.id == model.partner),
            rating=node.rating,
            thumbnail=model.thumbnails.get(node, ratio, SIDES[self.shape]),
            missing=node.id in model.thumbnails.missing,
            shown=node.id == model.shown,
            editing=node.id == model.editing,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
            place=model.tree_row(row) if self.shape == "tree" else None,
        )

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return self.size(option.font)


def _signs(node: HistoryNode, is_partner: bool) -> tuple[str, ...]:
    """The icons of `node`, by their names, from the left."""
    marks = (
        ("columns-2", is_partner),
        ("square-dashed", has_region(node)),
        ("sticky-note", bool(node.note)),
        ("download", node.exported),
        ("git-branch", node.edited),
        ("star", node.starred),
    )
    return tuple(name for name, holds in marks if holds)
