"""The nodes of all histories: put in, found by id and by picture."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flux_desktop.core.change import Change
from flux_desktop.core.history import HistoryNode
from flux_desktop.store.database import Database
from flux_desktop.store.rows import NODE_COLUMNS, dump, node_of, node_row, values

__all__ = ["NODES", "HistoryTable", "insert_nodes"]

EDITED = "EXISTS (SELECT 1 FROM nodes AS child WHERE child.parent = nodes.id AND child.trashed IS NULL)"
NODES = f"{NODE_COLUMNS}, {EDITED}"
"""What a node is read from."""


def insert_nodes(connection: sqlite3.Connection, nodes: Iterable[HistoryNode]) -> None:
    """Part of a transaction."""
    sql = f"INSERT INTO nodes ({NODE_COLUMNS}) VALUES ({values(NODE_COLUMNS)})"
    connection.executemany(sql, map(node_row, nodes))


class HistoryTable:
    """Part of the Library."""

    _db: Database

    def add_node(self, node: HistoryNode) -> None:
        """Keep one node; Internal if its id is taken."""
        self.add_nodes([node])

    def add_nodes(self, nodes: Sequence[HistoryNode]) -> None:
        """Keep all of these or none."""
        self._db.write(lambda connection: insert_nodes(connection, nodes))

    def rename(self, node: HistoryNode, name: str, path: str) -> HistoryNode:
        """`node` with another name and path, which its file has now."""
        return self._with_details(replace(node, name=name, path=path))

    def set_change(self, node: HistoryNode, change: Change) -> HistoryNode:
        """`node` with what its edit changed besides."""
        return self._with_details(replace(node, change=change))

    def node(self, id: str) -> HistoryNode | None:
        return next(iter(self.nodes([id])), None)

    def nodes(self, ids: Sequence[str]) -> list[HistoryNode]:
        """The nodes in the order of `ids`, deleted ones too; those that are not in the library are left out."""
        found = {node.id: node for node in self._select("id IN (SELECT value FROM json_each(?))", dump(list(ids)))}
        return [found[id] for id in ids if id in found]

    def children(self, id: str) -> list[HistoryNode]:
        """The nodes that were made from node `id` and not deleted, oldest first."""
        return self._select("parent = ? AND trashed IS NULL ORDER BY seq", id)

    def root_of_asset(self, asset: str) -> HistoryNode | None:
        """The original that was opened earlier with the same bytes; one that was not deleted, if there is one."""
        where = "asset = ? AND result = 0 ORDER BY trashed IS NOT NULL, seq DESC LIMIT 1"
        return next(iter(self._select(where, asset)), None)

    def node_of_asset(self, asset: str) -> HistoryNode | None:
        """A node that has these bytes: an original, if there is one, and one that was not deleted."""
        where = "asset = ? ORDER BY trashed IS NOT NULL, result, seq DESC LIMIT 1"
        return next(iter(self._select(where, asset)), None)

    def sizes_of(self, assets: Sequence[str]) -> tuple[tuple[int, int], ...]:
        """Width and height of these assets, in pixels; those that no node has are left out."""
        sql = "SELECT width, height FROM nodes WHERE asset = ? LIMIT 1"

        def look(connection: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
            found = (connection.execute(sql, (asset,)).fetchone() for asset in assets)
            return tuple(size for size in found if size)

        return self._db.read(look)

    def _with_details(self, node: HistoryNode) -> HistoryNode:
        details = dict(zip(NODE_COLUMNS.split(", "), node_row(node), strict=True))["details"]
        sql = "UPDATE nodes SET details = ? WHERE id = ?"
        self._db.write(lambda connection: connection.execute(sql, (details, node.id)))
        return node

    def _select(self, where: str, *bound: str) -> list[HistoryNode]:
        sql = f"SELECT {NODES} FROM nodes WHERE {where}"
        return self._db.read(lambda connection: [node_of(row) for row in connection.execute(sql, bound)])
