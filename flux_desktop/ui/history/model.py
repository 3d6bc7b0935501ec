"""The results of the library as rows for a view: ids at once, nodes by the page, thumbnails when they are painted."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.thumbnails import Thumbnails
from flux_desktop.ui.wording import age, plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from flux_desktop.services.session import Session

__all__ = ["EDITING_ROLE", "MISSING_ROLE", "NODE_ROLE", "SHOWN_ROLE", "HistoryItemModel"]

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
SHOWN_ROLE = NODE_ROLE + 1
"""Whether the row is the picture on the canvas."""
EDITING_ROLE = NODE_ROLE + 2
"""Whether the row is the picture that the next edit changes."""
MISSING_ROLE = NODE_ROLE + 3
"""Whether the row's picture cannot be read any more."""

PAGE = 64
KEPT_NODES = 4096

Index = QModelIndex | QPersistentModelIndex


class HistoryItemModel(QAbstractListModel):
    """One row a result, newest first. Without a session it is empty.

    `file_of` makes the file that is dragged out of the list; it may raise FluxError, then nothing is dragged.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails = Thumbnails()  # no child: a thumbnail may be ready when this is gone already
        self.file_of: Callable[[HistoryNode], Path | None] = lambda node: None
        self.shown = ""
        self.editing = ""
        self._session: Session | None = None
        self._root: str | None = None
        self._ids: list[str] = []
        self._nodes: OrderedDict[str, HistoryNode] = OrderedDict()

    def attach(self, session: Session, root: str | None) -> None:
        """Show the results that grew from `root`; None: all."""
        self._session = session
        self.thumbnails.attach(session)
        self.load(root)

    def load(self, root: str | None) -> None:
        """Read the list anew."""
        assert self._session is not None, "attached first"
        self.beginResetModel()
        self._root = root
        self._ids = self._session.library.result_ids(root)
        self.endResetModel()

    @property
    def root(self) -> str | None:
        return self._root

    def add(self, node: HistoryNode) -> None:
        """A new result: the first row, if it belongs to what is shown."""
        if node.is_original or (self._root is not None and node.root != self._root) or node.id in self._ids[:PAGE]:
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._ids.insert(0, node.id)
        self._keep(node)
        self.endInsertRows()

    def node(self, index: Index) -> HistoryNode | None:
        """The node of a row; None for no row, and for one that left the library."""
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        id = self._ids[index.row()]
        if id not in self._nodes:
            self._fetch(index.row())
        return self._nodes.get(id)

    def index_of(self, id: str) -> QModelIndex:
        """The row of node `id`; an invalid index where it has none."""
        try:
            return self.index(self._ids.index(id), 0)
        except ValueError:
            return QModelIndex()

    def _fetch(self, row: int) -> None:
        if self._session is None:
            return
        first = row // PAGE * PAGE
        for node in self._session.library.nodes(self._ids[first : first + PAGE]):
            self._keep(node)

    def _keep(self, node: HistoryNode) -> None:
        self._nodes[node.id] = node
        while len(self._nodes) > KEPT_NODES:
            self._nodes.popitem(last=False)

    # Qt.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _prompt(node)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_prompt(node)[:2000])
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
        return self._mark(node, role)

    def _mark(self, node: HistoryNode, role: int) -> object:
        if role == NODE_ROLE:
            return node
        if role == SHOWN_ROLE:
            return node.id == self.shown
        if role == EDITING_ROLE:
            return node.id == self.editing
        return node.id in self.thumbnails.missing if role == MISSING_ROLE else None

    def _spoken(self, node: HistoryNode) -> str:
        seed = f"seed {node.seed}" if node.seed is not None else "no seed"
        words = ["Result", seed, f"'{_prompt(node)[:200]}'", _model(node), age(time.time() - node.created)]
        words += ["on the canvas"] * (node.id == self.shown) + ["picture to edit"] * (node.id == self.editing)
        return ", ".join(words)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # noqa: N802
        """The files of the rows: real ones, that exist before the drag begins."""
        from PySide6.QtCore import QMimeData, QUrl

        nodes = [node for index in indexes if (node := self.node(index)) is not None]
        files = [file for node in nodes if (file := self.file_of(node)) is not None]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        return data


def _prompt(node: HistoryNode) -> str:
    return node.recipe.prompt if node.recipe else node.name


def _model(node: HistoryNode) -> str:
    return node.recipe.model if node.recipe else "original"
