"""What users and the program note on nodes: stars, ratings, notes, exports; and the trash."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from flux_desktop.core.edit import JobState
from flux_desktop.store.database import Database
from flux_desktop.store.rows import dump, plain

__all__ = ["MarksTable"]

THESE = "(SELECT value FROM json_each(?))"
AMONG = f"id IN {THESE}"
CHILDLESS = "NOT EXISTS (SELECT 1 FROM nodes AS child WHERE child.parent = nodes.id)"
AT_WORK = """SELECT parent FROM jobs WHERE parent IS NOT NULL AND (
    state NOT IN ('done', 'failed', 'cancelled') OR id IN (SELECT job FROM orders WHERE state = 'ordered')
)"""
"""What jobs grow from that are on their way, unknown, or paid and not collected."""


class MarksTable:
    """Part of the Library. Nodes that are not in it are passed over."""

    _db: Database

    def mark(
        self,
        ids: Sequence[str],
        *,
        starred: bool | None = None,
        rating: int | None = None,
        note: str | None = None,
        exported: bool | None = None,
    ) -> None:
        """Note these of the nodes `ids`; what is None stays as it was."""
        changes = {"starred": starred, "rating": rating, "exported": exported}
        cells: dict[str, object] = {name: int(value) for name, value in changes.items() if value is not None}
        if note is not None:
            cells["note"] = plain(note)
        if cells:
            self._change(", ".join(f"{name} = ?" for name in cells), [*cells.values()], ids)

    def trash(self, ids: Sequence[str], at: float) -> None:
        """Delete these nodes, so that they can be restored; `at` is seconds since 1970."""
        self._change("trashed = coalesce(trashed, ?)", [at], ids)

    def restore(self, ids: Sequence[str]) -> None:
        """Bring these nodes back from the trash."""
        self._change("trashed = NULL", [], ids)

    def trashed_ids(self) -> list[str]:
        """Everything in the trash, what has been there longest first."""
        sql = "SELECT id FROM nodes WHERE trashed IS NOT NULL ORDER BY trashed, seq"
        return self._db.read(lambda connection: [row[0] for row in connection.execute(sql)])

    def purge(self, ids: Sequence[str]) -> list[str]:
        """Forget those of the nodes `ids` that are in the trash, for good; the assets that nothing needs any more.

        What another node was made from stays, as long as that one does: it is the other side of its comparison. So
        does what an unfinished job grows from.
        """

        def forget(connection: sqlite3.Connection) -> list[str]:
            assets: set[str] = set()
            sql = (
                f"DELETE FROM nodes WHERE {AMONG} AND trashed IS NOT NULL AND {CHILDLESS} "
                f"AND id NOT IN ({AT_WORK}) RETURNING asset, details"
            )
            while gone := connection.execute(sql, (dump(list(ids)),)).fetchall():  # leaves first, then what bore them
                for asset, details in gone:
                    assets |= {asset, *_assets_within(details)}
            return sorted(assets - _needed(connection)) if assets else []

        return self._db.write(forget)

    def needed_assets(self, but: Sequence[str] = ()) -> set[str]:
        """Every asset that a node or a job needs, not counting the nodes `but`."""
        return self._db.search(lambda connection: _needed(connection, but))

    def kept_by(self, ids: Sequence[str]) -> dict[str, int]:
        """How much keeps each of the nodes `ids` from being purged: its children, and jobs that grow from it."""
        sql = (
            f"SELECT parent, count(*) FROM (SELECT parent FROM nodes UNION ALL {AT_WORK}) "
            f"WHERE parent IN {THESE} GROUP BY parent"
        )
        return self._db.search(lambda connection: dict(connection.execute(sql, (dump(list(ids)),)).fetchall()))

    def _change(self, changes: str, bound: Sequence[object], ids: Sequence[str]) -> None:
        sql = f"UPDATE nodes SET {changes} WHERE {AMONG}"
        self._db.write(lambda connection: connection.execute(sql, (*bound, dump(list(ids)))))


def _assets_within(details: str) -> set[str]:
    found = json.loads(details)
    raw = (found.get("patch") or {}).get("raw")
    return {*found.get("references", []), *(asset for asset in (found.get("mask"), raw) if asset)}


def _needed(connection: sqlite3.Connection, but: Sequence[str] = ()) -> set[str]:
    others, bound = f"NOT {AMONG}", (dump(list(but)),)
    needed = {row[0] for row in connection.execute(f"SELECT asset FROM nodes WHERE {others}", bound)}
    inputs = """(instr(details, '"references"') OR instr(details, '"mask"'))"""
    for (details,) in connection.execute(f"SELECT details FROM nodes WHERE {inputs} AND {others}", bound):
        needed |= _assets_within(details)
    # A job that is done is not run again; any other may be.
    sql = "SELECT source, mask, reference_assets FROM jobs WHERE state <> ?"
    for source, mask, references in connection.execute(sql, (JobState.DONE.value,)):
        needed |= {asset for asset in (source, mask, *json.loads(references)) if asset}
    sql = "SELECT ticket FROM orders WHERE state <> 'done' AND ticket IS NOT NULL"
    for (ticket,) in connection.execute(sql):
        needed |= {out["asset"] for out in json.loads(ticket).get("outputs", []) if out.get("asset")}
    return needed
