"""What users and the program note on nodes: stars, ratings, notes, exports; and the trash."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from flux_desktop.core.edit import JobState
from flux_desktop.store.database import Database
from flux_desktop.store.rows import dump, plain

__all__ = ["MarksTable"]

AMONG = "id IN (SELECT value FROM json_each(?))"
CHILDLESS = "NOT EXISTS (SELECT 1 FROM nodes AS child WHERE child.parent = nodes.id)"


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

        What another node was made from stays, as long as that one does: it is the other side of its comparison.
        """

        def forget(connection: sqlite3.Connection) -> list[str]:
            assets: set[str] = set()
            sql = f"DELETE FROM nodes WHERE {AMONG} AND trashed IS NOT NULL AND {CHILDLESS} RETURNING asset, details"
            while gone := connection.execute(sql, (dump(list(ids)),)).fetchall():  # leaves first, then what bore them
                for asset, details in gone:
                    assets |= {asset, *_assets_within(details)}
            return sorted(assets - _needed(connection)) if assets else []

        return self._db.write(forget)

    def needed_assets(self) -> set[str]:
        """Every asset that a node or a job needs."""
        return self._db.read(_needed)

    def _change(self, changes: str, bound: Sequence[object], ids: Sequence[str]) -> None:
        sql = f"UPDATE nodes SET {changes} WHERE {AMONG}"
        self._db.write(lambda connection: connection.execute(sql, (*bound, dump(list(ids)))))


def _assets_within(details: str) -> set[str]:
    found = json.loads(details)
    mask = found.get("mask")
    return {*found.get("references", []), *([mask] if mask else [])}


def _needed(connection: sqlite3.Connection) -> set[str]:
    needed = {row[0] for row in connection.execute("SELECT asset FROM nodes")}
    inputs = """instr(details, '"references"') OR instr(details, '"mask"')"""
    for (details,) in connection.execute(f"SELECT details FROM nodes WHERE {inputs}"):
        needed |= _assets_within(details)
    # A job that is done is not run again; any other may be.
    sql = "SELECT source, mask, reference_assets FROM jobs WHERE state <> ?"
    for source, mask, references in connection.execute(sql, (JobState.DONE.value,)):
        needed |= {asset for asset in (source, mask, *json.loads(references)) if asset}
    sql = "SELECT ticket FROM orders WHERE state <> 'done' AND ticket IS NOT NULL"
    for (ticket,) in connection.execute(sql):
        needed |= {out["asset"] for out in json.loads(ticket).get("outputs", []) if out.get("asset")}
    return needed
