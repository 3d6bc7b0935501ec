"""The nodes of all histories: put in, found by id, by picture and by the words of their prompts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flux_desktop.core.history import HistoryNode
from flux_desktop.store.database import Database
from flux_desktop.store.rows import NODE_COLUMNS, dump, node_of, node_row, plain, values

__all__ = ["HistoryTable", "insert_nodes"]

RESULTS = "result = 1"
SET_DETAILS = "UPDATE nodes SET details = ? WHERE id = ?"
UNSPACED = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800), range(0x2E80, 0x110000))
"""Scripts that put no space between words, and pictographs: the index does not know what is inside such a run. As a
regular expression they would take longer to load than the rest of the library."""


def insert_nodes(connection: sqlite3.Connection, nodes: Iterable[HistoryNode]) -> None:
    """Part of a transaction."""
    sql = f"INSERT INTO nodes ({NODE_COLUMNS}) VALUES ({values(NODE_COLUMNS)})"
    connection.executemany(sql, map(node_row, nodes))


class HistoryTable:
    """Part of the Library. A *result* is a node with a recipe; *newest* is what arrived last."""

    _db: Database

    def add_node(self, node: HistoryNode) -> None:
        """Keep one node; Internal if its id is taken."""
        self.add_nodes([node])

    def add_nodes(self, nodes: Sequence[HistoryNode]) -> None:
        """Keep all of these or none."""
        self._db.write(lambda connection: insert_nodes(connection, nodes))

    def rename(self, node: HistoryNode, name: str, path: str) -> HistoryNode:
        """`node` with another name and path, which its file has now."""
        renamed = replace(node, name=name, path=path)
        details = node_row(renamed)[-1]
        self._db.write(lambda connection: connection.execute(SET_DETAILS, (details, node.id)))
        return renamed

    def node(self, id: str) -> HistoryNode | None:
        return next(iter(self.nodes([id])), None)

    def nodes(self, ids: Sequence[str]) -> list[HistoryNode]:
        """The nodes in the order of `ids`; those that are not in the library are left out."""
        found = {node.id: node for node in self._select("id IN (SELECT value FROM json_each(?))", dump(list(ids)))}
        return [found[id] for id in ids if id in found]

    def result_ids(self, root: str | None = None) -> list[str]:
        """The ids of all results, or of those that grew from `root`, newest first."""
        if root is None:
            return self._ids(f"SELECT id FROM nodes WHERE {RESULTS} ORDER BY seq DESC")
        return self._ids(f"SELECT id FROM nodes WHERE {RESULTS} AND root = ? ORDER BY seq DESC", root)

    def count_results(self) -> int:
        sql = f"SELECT count(*) FROM nodes WHERE {RESULTS}"
        return self._db.read(lambda connection: int(connection.execute(sql).fetchone()[0]))

    def children(self, id: str) -> list[HistoryNode]:
        """The nodes that were made from node `id`, oldest first."""
        return self._select("parent = ? ORDER BY seq", id)

    def root_of_asset(self, asset: str) -> HistoryNode | None:
        """The original that was opened earlier with the same bytes."""
        return next(iter(self._select("asset = ? AND result = 0 ORDER BY seq DESC LIMIT 1", asset)), None)

    def sizes_of(self, assets: Sequence[str]) -> tuple[tuple[int, int], ...]:
        """Width and height of these assets, in pixels; those that no node has are left out."""
        sql = "SELECT width, height FROM nodes WHERE asset = ? LIMIT 1"

        def look(connection: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
            found = (connection.execute(sql, (asset,)).fetchone() for asset in assets)
            return tuple(size for size in found if size)

        return self._db.read(look)

    def search(self, text: str, root: str | None = None) -> list[str]:
        """The ids of results whose prompt has all words of `text` or words that begin like them, newest first."""
        words = plain(text).split()
        if not words:
            return self.result_ids(root)
        if _is_unspaced(text) or not any(map(str.isalnum, text)):
            found, bound = " AND ".join(["instr(lower(prompt), lower(?))"] * len(words)), words
        else:
            found, bound = "seq IN (SELECT rowid FROM prompt_index WHERE prompt_index MATCH ?)", [_match(words)]
        within = "" if root is None else " AND root = ?"
        sql = f"SELECT id FROM nodes WHERE {RESULTS} AND {found}{within} ORDER BY seq DESC"
        return self._ids(sql, *bound, *([] if root is None else [root]))

    def _ids(self, sql: str, *bound: str) -> list[str]:
        return self._db.read(lambda connection: [row[0] for row in connection.execute(sql, bound)])

    def _select(self, where: str, *bound: str) -> list[HistoryNode]:
        sql = f"SELECT {NODE_COLUMNS} FROM nodes WHERE {where}"
        return self._db.read(lambda connection: [node_of(row) for row in connection.execute(sql, bound)])


def _is_unspaced(text: str) -> bool:
    return any(ord(char) in script for char in text for script in UNSPACED)


def _match(words: Sequence[str]) -> str:
    """Each word as a quoted prefix: nothing that a user types is FTS5 syntax."""
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words)
