"""The results of the library as rows for a view: places at once, nodes by the page, thumbnails when they are painted.

However many rows there are, what is kept is eight bytes for each and the nodes of the last few pages. The first rows
are read at once, the others in the background.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.history_query import HistoryQuery
from flux_desktop.core.language import tr
from flux_desktop.core.tree import Tree, TreeRow, tree_of
from flux_desktop.ui.history.thumbnails import Thumbnails
from flux_desktop.ui.history.words import prompt_of, spoken, tip_of
from flux_desktop.ui.wording import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from flux_desktop.services.session import Session

__all__ = ["EDITING_ROLE", "FIRST", "KEPT_NODES", "MISSING_ROLE", "NODE_ROLE", "PAGE", "SHOWN_ROLE", "HistoryItemModel"]

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
SHOWN_ROLE = NODE_ROLE + 1
"""Whether the row is the picture on the canvas."""
EDITING_ROLE = NODE_ROLE + 2
"""Whether the row is the picture that the next edit changes."""
MISSING_ROLE = NODE_ROLE + 3
"""Whether the row's picture cannot be read any more."""

FIRST = 64
"""Rows that are read at once: more than any screen shows."""
PAGE = 16
KEPT_NODES = 1024

Index = QModelIndex | QPersistentModelIndex


class HistoryItemModel(QAbstractListModel):
    """One row a node. Without a session it is empty. `loaded` tells that what was asked for last is there.

    `file_of` makes the file that is dragged out of the list; it may raise FluxError, then nothing is dragged.
    """

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails = Thumbnails()  # no child: a thumbnail may be ready when this is gone already
        self.file_of: Callable[[HistoryNode], Path | None] = lambda node: None
        self.shown = ""
        self.editing = ""
        self.partner = ""
        self.query = HistoryQuery()
        self.tree = Tree()
        """The shape of the rows; empty where they are a list."""
        self.keeps_place = False
        """Whether the rows that come are those that are there already, read anew."""
        self._tree_root = ""
        self._session: Session | None = None
        self._seqs: array[int] = array("q")
        self._nodes: OrderedDict[int, HistoryNode | None] = OrderedDict()
        self._reads = 0
        self._is_reading = False

    def attach(self, session: Session) -> None:
        """Show what is asked for of the library of `session` from now on."""
        self._session = session
        self.thumbnails.attach(session)

    # What is shown.

    @property
    def is_tree(self) -> bool:
        return bool(self._tree_root)

    @property
    def tree_root(self) -> str:
        """The tree whose shape is shown; "" while the rows are a list."""
        return self._tree_root

    @property
    def was_loaded(self) -> bool:
        """Whether anything was ever asked for."""
        return self._reads > 0

    def load(self, query: HistoryQuery) -> None:
        """Show the results of `query`. What is quickly found is there at once, all else soon."""
        assert self._session is not None, "attached first"
        self.query, self._tree_root, self.keeps_place = query, "", False
        find = partial(self._session.library.find, query, FIRST)
        turn = self._begin()
        if query.is_filtered or query.order not in ("newest", "oldest"):
            self._session.in_background(find, partial(self._put_first, turn))
        else:
            self._put_first(turn, find())

    def load_tree(self, root: str) -> None:
        """Show the whole tree of `root`, and the way to what is shown in it."""
        self.query, self._tree_root = HistoryQuery(), root
        self.renew()
        self.keeps_place = False

    def renew(self) -> None:
        """Read the same anew."""
        self.keeps_place = True
        assert self._session is not None, "attached first"
        library, turn = self._session.library, self._begin()
        if self._tree_root:
            root, shown = self._tree_root, self.shown
            self._session.in_background(lambda: tree_of(library.sprouts(root), shown), partial(self._put_tree, turn))
        else:
            self._session.in_background(partial(library.find, self.query), partial(self._put_all, turn))

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """These nodes, or all, have changed: read them again when they are seen."""
        gone = None if ids is None else set(ids)
        for seq, node in list(self._nodes.items()):
            if gone is None or (node is not None and node.id in gone):
                del self._nodes[seq]

    def add(self, node: HistoryNode) -> None:
        """A new result: a row of its own, if it belongs to what is shown."""
        if self._session is None or node.is_original or node.root != (self._listed_root or node.root):
            return
        if self.is_tree or self._is_reading or self.query.is_filtered or self.query.order not in ("newest", "oldest"):
            self.renew()
            return
        found = self._session.library.seqs_of([node.id])
        newest = self.query.order == "newest"
        if found and found[0] not in (self._seqs[:FIRST] if newest else self._seqs[-FIRST:]):
            row = 0 if newest else len(self._seqs)
            self.beginInsertRows(QModelIndex(), row, row)
            self._seqs.insert(row, found[0])
            self._keep(found[0], node)
            self.endInsertRows()

    def remove(self, ids: Sequence[str]) -> None:
        """These nodes left what is shown."""
        assert self._session is not None, "attached first"
        if self.is_tree or self._is_reading:
            self.forget(ids)
            self.renew()
            return
        rows = self.rows_of(ids)
        self.forget(ids)
        for first, last in _runs(rows):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._seqs[first : last + 1]
            self.endRemoveRows()

    def refresh(self, nodes: Iterable[HistoryNode]) -> None:
        """These nodes have other marks now; who shows them paints them again."""
        fresh = {node.id: node for node in nodes}
        for seq, node in self._nodes.items():
            if node is not None and node.id in fresh:
                self._nodes[seq] = fresh[node.id]

    # Rows.

    def node(self, index: Index) -> HistoryNode | None:
        """The node of a row; None for no row, and for one that left the library."""
        return self.node_at(index.row()) if index.isValid() else None

    def node_at(self, row: int) -> HistoryNode | None:
        if not 0 <= row < len(self._seqs):
            return None
        if self._seqs[row] not in self._nodes:
            self._fetch(row)
        return self._nodes.get(self._seqs[row])

    def prepare(self, rows: Sequence[int]) -> None:
        """Read those of `rows` that are not known yet, all at once: they are about to be painted."""
        self._read([self._seqs[row] for row in rows if row < len(self._seqs) and self._seqs[row] not in self._nodes])

    def tree_row(self, row: int) -> TreeRow | None:
        """The place of a row in the tree; None in a list."""
        return self.tree.rows[row] if row < len(self.tree.rows) else None

    def seq(self, row: int) -> int:
        return self._seqs[row]

    def rows_at(self, seqs: Iterable[int]) -> list[int]:
        """The rows of the nodes at these places, in ascending order; those that have none are left out."""
        wanted = set(seqs)
        if len(wanted) == 1:
            (seq,) = wanted
            return [self._seqs.index(seq)] if seq in self._seqs else []
        return [row for row, seq in enumerate(self._seqs) if seq in wanted] if wanted else []

    def rows_of(self, ids: Sequence[str]) -> list[int]:
        """The same by the ids of nodes, of which the library need not know any more."""
        if self._session is None:
            return []
        wanted = set(ids)
        kept = {seq for seq, node in self._nodes.items() if node is not None and node.id in wanted}
        return self.rows_at(kept if len(kept) == len(wanted) else {*kept, *self._session.library.seqs_of(ids)})

    def index_of(self, id: str) -> QModelIndex:
        """The row of node `id`; an invalid index where it has none."""
        rows = self.rows_of([id])
        return self.index(rows[0], 0) if rows else QModelIndex()

    def seq_to_come(self, id: str) -> int | None:
        """Where node `id` is in the library, while not all rows are read; None if it is not there, or all are."""
        if self._session is None or not id or not self._is_reading:
            return None
        return next(iter(self._session.library.seqs_of([id])), None)

    # Private.

    @property
    def _listed_root(self) -> str | None:
        return self._tree_root or self.query.root

    def _begin(self) -> int:
        """A new read begins: answers to earlier ones come too late."""
        self._reads += 1
        self._is_reading = True
        return self._reads

    def _put_first(self, turn: int, seqs: array[int]) -> None:
        if turn != self._reads:
            return
        self._put(seqs)
        if len(seqs) < FIRST:
            self._end()
        else:
            QTimer.singleShot(0, self, partial(self._read_all, turn))  # when the first ones are painted

    def _read_all(self, turn: int) -> None:
        if turn == self._reads and self._session is not None:
            find = partial(self._session.library.find, self.query)
            self._session.in_background(find, partial(self._put_all, turn))

    def _put_all(self, turn: int, seqs: array[int]) -> None:
        if turn != self._reads:
            return
        known = len(self._seqs)
        if not known or seqs[:known] != self._seqs or self.tree.rows:
            self._put(seqs)
        elif len(seqs) > known:
            self.beginInsertRows(QModelIndex(), known, len(seqs) - 1)
            self._seqs = seqs
            self.endInsertRows()
        self._end()

    def _put_tree(self, turn: int, tree: Tree) -> None:
        if turn == self._reads:
            self._put(array("q", (row.seq for row in tree.rows)), tree)
            self._end()

    def _put(self, seqs: array[int], tree: Tree = Tree()) -> None:  # noqa: B008  # it is frozen
        if seqs == self._seqs and bool(tree.rows) == bool(self.tree.rows):
            self.tree = tree
            return
        self.beginResetModel()
        self._seqs, self.tree = seqs, tree
        self.endResetModel()

    def _end(self) -> None:
        self._is_reading = False
        self.loaded.emit()

    def _fetch(self, row: int) -> None:
        """Read the page of `row`."""
        first = row // PAGE * PAGE
        self._read(self._seqs[first : first + PAGE])

    def _read(self, seqs: Sequence[int]) -> None:
        """Read these nodes. What is not there any more is remembered too: it is not asked for at every paint."""
        if self._session is None or not seqs:
            return
        library = self._session.library
        nodes = library.nodes_at(seqs)
        there = seqs if len(nodes) == len(seqs) else library.seqs_of([node.id for node in nodes])
        found = dict(zip(there, nodes, strict=True))
        for seq in seqs:
            self._keep(seq, found.get(seq))

    def _keep(self, seq: int, node: HistoryNode | None) -> None:
        self._nodes[seq] = node
        while len(self._nodes) > KEPT_NODES:
            self._nodes.popitem(last=False)

    # Qt.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._seqs)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return prompt_of(node)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(tip_of(node))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node, index.row())
        return self._mark(node, role)

    def _mark(self, node: HistoryNode, role: int) -> object:
        if role == NODE_ROLE:
            return node
        if role == SHOWN_ROLE:
            return node.id == self.shown
        if role == EDITING_ROLE:
            return node.id == self.editing
        return node.id in self.thumbnails.missing if role == MISSING_ROLE else None

    def _spoken(self, node: HistoryNode, row: int) -> str:
        states = (
            (tr("on the canvas"), node.id == self.shown),
            (tr("picture to edit"), node.id == self.editing),
            (tr("compared with", "this one is"), node.id == self.partner),
            (tr("file missing"), node.id in self.thumbnails.missing),
        )
        return ", ".join([*spoken(node, self.tree_row(row)), *(words for words, holds in states if holds)])

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

        from flux_desktop.ui.desk.dropped import NODES

        nodes = [node for index in indexes if (node := self.node(index)) is not None]
        files = [file for node in nodes if (file := self.file_of(node)) is not None]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        data.setData(NODES, "\n".join(node.id for node in nodes).encode())
        return data


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last rows of what is contiguous in `rows`, from the end: what goes leaves the others' numbers."""
    runs: list[tuple[int, int]] = []
    for row in reversed(rows):
        if runs and row == runs[-1][0] - 1:
            runs[-1] = (row, runs[-1][1])
        else:
            runs.append((row, row))
    return runs
