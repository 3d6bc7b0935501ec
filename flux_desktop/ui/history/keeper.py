"""Keeps the rows of the history what the header asks for, and what the session tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.header import HistoryHeader
from flux_desktop.ui.history.list_view import HistoryList
from flux_desktop.ui.history.model import HistoryItemModel

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["Keeper"]


class Keeper(QObject):
    """`changed` tells that there are other rows, or that what they say is another."""

    changed = Signal()

    def __init__(self, session: Session, header: HistoryHeader, rows: HistoryList, model: HistoryItemModel) -> None:
        super().__init__(rows)
        self._session = session
        self._header = header
        self._rows = rows
        self._model = model
        model.attach(session)
        for told in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.loaded):
            told.connect(lambda *rows: self.changed.emit())
        header.asked.connect(self.reload)
        self._follow()

    def reload(self) -> None:
        """Read what is asked for now."""
        self._read()
        self.changed.emit()

    # Private.

    def _read(self) -> None:
        """While something is searched for, a tree gives way to the list of what is found.

        The tree is that of the open picture; where none is open, there is a list.
        """
        query, root = self._header.query(), self._open_root()
        self._rows.set_shape("grid" if self._header.shape == "grid" else "list")
        if self._header.shape == "tree" and root and not query.is_filtered:
            if self._model.tree_root != root:
                self._model.load_tree(root)
        else:
            source = self._session.source
            one = source is not None and self._header.scope.currentData() == "picture"
            query = query.within(source.root if source is not None and one else None)
            if self._model.is_tree or query != self._model.query or not self._model.was_loaded:
                self._model.load(query)

    def _open_root(self) -> str:
        """The root of the tree that the user works in; "" while no picture is open."""
        node = self._session.source or self._session.current
        return node.root if node is not None else ""

    def _follow(self) -> None:
        session = self._session
        session.node_added.connect(self._on_added)
        session.nodes_changed.connect(self._on_changed)
        session.nodes_removed.connect(self._on_removed)
        session.nodes_restored.connect(self._on_restored)
        session.trash_emptied.connect(self._on_emptied)
        session.library_changed.connect(self._on_library)
        session.current_changed.connect(lambda node: self._mark())
        session.comparison_changed.connect(lambda node: self._mark())
        session.source_changed.connect(lambda node: self._on_source())

    def _on_source(self) -> None:
        self._read()
        self._mark()

    def _mark(self) -> None:
        """Mark what is shown, what is edited and what is compared with."""
        session = self._session
        if self._header.shape == "tree" and self._open_root() != self._model.tree_root:
            self._read()
        nodes = (session.current, session.source, session.partner)
        self._rows.mark(*(node.id if node is not None else "" for node in nodes))
        self.changed.emit()

    def _on_added(self, node: HistoryNode) -> None:
        if not self._model.query.trashed:
            self._model.add(node)

    def _on_changed(self, nodes: Sequence[HistoryNode]) -> None:
        self._model.refresh(nodes)
        self._rows.viewport().update()
        self.changed.emit()

    def _on_removed(self, ids: Sequence[str]) -> None:
        """What was selected and is gone gives its place to its neighbour, which is then shown."""
        if self._model.query.trashed:
            self._model.forget(ids)
            self._model.renew()
            return
        neighbour = self._rows.leave(ids)
        if neighbour is not None:
            self._session.show(neighbour)

    def _on_restored(self, nodes: Sequence[HistoryNode]) -> None:
        ids = [node.id for node in nodes]
        self._model.forget(ids)
        if self._model.query.trashed:
            self._rows.leave(ids)
        else:
            self._model.renew()

    def _on_emptied(self, ids: Sequence[str]) -> None:
        del ids
        if self._model.query.trashed:
            self._model.renew()
        self.changed.emit()

    def _on_library(self) -> None:
        """Another program changed the library: nothing that was read is certain."""
        self._model.forget()
        self._model.renew()
