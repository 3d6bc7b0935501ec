"""The nodes of all histories, found: in order of arrival, by words, by what they are marked with, as a tree."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flux_desktop.core.history import HistoryNode, Sprout
from flux_desktop.core.history_query import Facet, HistoryQuery
from flux_desktop.store.database import Database
from flux_desktop.store.history_table import NODES
from flux_desktop.store.rows import dump, node_of, number_of, plain

__all__ = ["HistorySearch"]

UNSPACED = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800), range(0x2E80, 0x110000))
"""Scripts that put no space between words, and pictographs: the index does not know what is inside such a run. As a
regular expression they would take longer to load than the rest of the library."""

ORDERS = {
    "newest": "seq DESC",
    "oldest": "seq",
    "rating": "rating DESC, seq DESC",
    "cost": "amount DESC, seq DESC",
}
LIVING = "result = 1 AND trashed IS NULL"

Condition = tuple[str, tuple[object, ...]]


class HistorySearch:
    """Part of the Library. A *result* is a node with a recipe; *newest* is what arrived last."""

    _db: Database

    def find(self, query: HistoryQuery, limit: int = -1) -> array[int]:
        """The places (`seq`) of the results that `query` asks for, in its order, the first `limit` of them."""
        sql, bound = _first_with_words(query) if limit > 0 and _is_in_order_of_words(query) else _all_there_are(query)
        # All in one answer: Python gives way to other threads at every row, and a hundred thousand of them take seconds
        # while the window works.
        whole = f"SELECT json_group_array(seq) FROM ({sql} LIMIT ?)"
        found = self._db.search(lambda connection: connection.execute(whole, (*bound, limit)).fetchone()[0])
        return array("q", json.loads(found))

    def nodes_at(self, seqs: Sequence[int]) -> list[HistoryNode]:
        """The nodes at these places, in this order; those that are gone are left out."""
        sql = f"SELECT seq, {NODES} FROM nodes WHERE seq IN (SELECT value FROM json_each(?))"
        bound = (dump(list(seqs)),)
        found = self._db.read(
            lambda connection: {seq: node_of(cells) for seq, *cells in connection.execute(sql, bound)}
        )
        return [found[seq] for seq in seqs if seq in found]

    def seqs_of(self, ids: Sequence[str]) -> list[int]:
        """Where these nodes are, in their order; those that are not in the library are left out."""
        sql = "SELECT id, seq FROM nodes WHERE id IN (SELECT value FROM json_each(?))"
        found = self._db.read(lambda connection: dict(connection.execute(sql, (dump(list(ids)),)).fetchall()))
        return [found[id] for id in ids if id in found]

    def facets(self) -> list[Facet]:
        """Every model that made a result that was not deleted, those with the most first."""
        sql = (
            f"SELECT provider, model, count(*) FROM nodes INDEXED BY nodes_list WHERE {LIVING} "
            "GROUP BY provider, model ORDER BY count(*) DESC, provider, model"
        )
        return self._db.read(lambda connection: [Facet(*row) for row in connection.execute(sql)])

    def sprouts(self, root: str) -> list[Sprout]:
        """All that grew from `root`, itself and what was deleted included, oldest first."""
        sql = "SELECT seq, id, parent, family, trashed IS NOT NULL FROM nodes WHERE root = ? ORDER BY seq"

        def collect(connection: sqlite3.Connection) -> list[Sprout]:
            rows = connection.execute(sql, (root,))
            return [Sprout(seq, id, parent, family, bool(trashed)) for seq, id, parent, family, trashed in rows]

        return self._db.read(collect)

    def result_ids(self, root: str | None = None) -> list[str]:
        """The ids of all results, or of those that grew from `root`, newest first."""
        return self._ids(HistoryQuery(root=root))

    def search(self, text: str, root: str | None = None) -> list[str]:
        """The ids of results whose prompt has all words of `text` or words that begin like them, newest first."""
        return self._ids(HistoryQuery(text=text, root=root))

    def count_results(self) -> int:
        sql = f"SELECT count(*) FROM nodes WHERE {LIVING}"
        return self._db.read(lambda connection: int(connection.execute(sql).fetchone()[0]))

    def _ids(self, query: HistoryQuery) -> list[str]:
        where, bound = _joined(_conditions(query))
        sql = f"SELECT id FROM nodes INDEXED BY {_index(query)} WHERE {where} ORDER BY seq DESC"
        return self._db.read(lambda connection: [row[0] for row in connection.execute(sql, bound)])


def _index(query: HistoryQuery) -> str:
    """SQLite's own choice would be an index that is more selective and does not hold all that is asked for."""
    return "nodes_of_root" if query.root is not None else "nodes_list"


def _all_there_are(query: HistoryQuery) -> Condition:
    where, bound = _joined(_conditions(query))
    return f"SELECT seq FROM nodes INDEXED BY {_index(query)} WHERE {where} ORDER BY {ORDERS[query.order]}", bound


def _is_in_order_of_words(query: HistoryQuery) -> bool:
    """Whether the index of words has the results of `query` in its order: then the first are found without the rest."""
    return bool(plain(query.text).split()) and _is_indexed(query.text) and query.order in ("newest", "oldest")


def _first_with_words(query: HistoryQuery) -> Condition:
    where, bound = _joined(_conditions(replace(query, text="")))
    order = "prompt_index.rowid" + " DESC" * (query.order == "newest")
    sql = (
        "SELECT seq FROM prompt_index CROSS JOIN nodes ON seq = prompt_index.rowid "
        f"WHERE prompt_index MATCH ? AND {where} ORDER BY {order}"
    )
    return sql, (_match(plain(query.text).split()), *bound)


def _joined(conditions: Iterable[Condition]) -> Condition:
    found = list(conditions)
    return " AND ".join(sql for sql, _ in found), tuple(value for _, values in found for value in values)


def _conditions(query: HistoryQuery) -> Iterator[Condition]:
    yield "result = 1", ()
    yield f"trashed IS {'NOT ' * query.trashed}NULL", ()
    switches = {"starred": query.starred, "exported": query.exported, "region": query.region}
    yield from ((f"{name} = 1", ()) for name, wanted in switches.items() if wanted)
    comparisons: dict[str, object] = {
        "root = ?": query.root,
        "rating >= ?": query.rating or None,
        "provider = ?": query.provider or None,
        "model = ?": query.model or None,
        "created >= ?": query.since,
        "created < ?": query.until,
        "amount >= ?": query.least_cost,
        "amount <= ?": query.most_cost,
    }
    yield from ((sql, (value,)) for sql, value in comparisons.items() if value is not None)
    if query.seed is not None:
        yield "seed = ?", (number_of(query.seed),)
    if plain(query.text).split():
        yield _has_words(query.text)


def _has_words(text: str) -> Condition:
    words = plain(text).split()
    if not _is_indexed(text):
        return " AND ".join(["instr(lower(prompt || ' ' || note), lower(?))"] * len(words)), tuple(words)
    return "seq IN (SELECT rowid FROM prompt_index WHERE prompt_index MATCH ?)", (_match(words),)


def _is_indexed(text: str) -> bool:
    """Whether the index of words can find `text`."""
    return any(map(str.isalnum, text)) and not any(ord(char) in script for char in text for script in UNSPACED)


def _match(words: Sequence[str]) -> str:
    """Each word as a quoted prefix: nothing that a user types is FTS5 syntax."""
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words)
