"""Every node a second time, in a plain file beside the database: what a lost database is rebuilt from.

Each line holds a node as a change left it, or says that it is gone, behind a checksum; the last line about a node
counts. The lines of a transaction are written as its last step before the commit: SQLite lets only one process at a
time come so far, so that they stand in the order of the changes and none is missing. Where a process is stopped
between its lines and its commit, they tell of what did not happen: the next one that writes finds them at the end of
the file and sets them right.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.store.files import file_problem, write_atomically
from flux_desktop.store.rows import NODE_COLUMNS, Damaged, dump, node_of

__all__ = ["Account", "Entry", "Journal"]

Cells = dict[str, Any]
"""A node's cells by the names of their columns, without those that are NULL."""
State = tuple[str, Cells | None]
"""The id of a node and how it is; None: gone."""

COLUMNS = (
    "seq, id, root, parent, asset, media_type, width, height, created, recipe, job, details, "
    "note, starred, rating, exported, trashed"
)
"""The rest of a row follows from these."""

FOLLOW = """CREATE TEMP TRIGGER journal_{event} AFTER {event} ON nodes BEGIN
    SELECT node_changed({row}.id);
END"""
EVENTS = {"INSERT": "new", "UPDATE": "new", "DELETE": "old"}

START: State = ("", {})
"""The first line, which claims that the library has no node but those that follow."""

LINE = re.compile(rb'[0-9a-f]{8} \["([^"]*)",(null)?')
"""How a line begins: the checksum, the id, and whether the node is gone."""

TAIL = 16_384
"""Bytes at the end of the file: more than an edit writes."""
SPARE = 1000
"""Lines too many that are not worth writing the file anew."""


@dataclass(frozen=True)
class Entry:
    """A node in the journal. `seq` is its place in the order of arrival."""

    seq: int
    node: HistoryNode


@dataclass(frozen=True)
class Account:
    """What a journal says: the nodes that are not gone. `is_whole`: it has lost no line, and knows all there were."""

    entries: dict[str, Entry]
    is_whole: bool


class Journal:
    """The file at `path`, which only this user can read. `append` and `settle` are for one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._changed: set[str] = set()
        """Nodes of which the last line may not tell the truth."""
        self._has_looked = False
        self._is_written = False

    @classmethod
    def of(cls, library: Path) -> Journal:
        """The journal of the database at `library`."""
        return cls(library.with_suffix(".journal"))

    def follow(self, connection: sqlite3.Connection) -> None:
        """Hear from now on which nodes `connection` changes."""
        connection.create_function("node_changed", 1, self._changed.add)
        for event, row in EVENTS.items():
            connection.execute(FOLLOW.format(event=event, row=row))

    def append(self, connection: sqlite3.Connection) -> None:
        """The last step of a transaction: write how the nodes are that it changed.

        Where that cannot be done, the change itself is not given up: the lines follow with those of the next one.
        """
        if not self._changed:
            return
        if not self._has_looked:
            self._changed |= self._untrue(connection)
            self._has_looked = True
        is_first = not self.path.exists() and _holds_only(connection, self._changed)
        states = _states(connection, self._changed).items()
        self._is_written = self._add([START, *states] if is_first else states)
        if not self._is_written:
            self._disclaim()

    def settle(self) -> None:
        """The transaction was committed."""
        if self._is_written:
            self._changed.clear()
        self._is_written = False

    def rewrite(self, connection: sqlite3.Connection) -> None:
        """Put a new file with one line for each node in place of the old one. Part of a transaction.

        FileProblem if it cannot be written; then the old one stays as it was.
        """
        rows = connection.execute(f"SELECT {COLUMNS} FROM nodes ORDER BY seq")
        try:
            write_atomically(self.path, map(_line, _from_start(rows)), durable=True)
        except OSError as error:
            raise file_problem(error, tr("The journal of the library cannot be written")) from error

    def is_fit(self, ids: AbstractSet[str]) -> bool:
        """Whether it claims to know all nodes, knows `ids`, has nothing of nodes that are gone, and no long past.

        Checksums are left for the day when it is needed: this takes a second for a quarter of a million lines.
        """
        known: set[str] = set()
        lines = 0
        for line in self._lines():
            lines += 1
            found = LINE.match(line)
            if found is None or found[2]:
                return False
            known.add(found[1].decode())
        return {"", *ids} <= known and lines <= 2 * len(ids) + SPARE

    def read(self) -> Account:
        """All that it says, and nothing of what is damaged in it, or where there is no file that opens."""
        entries: dict[str, Entry] = {}
        is_whole, has_start = True, False
        for line in self._lines():
            try:
                id, cells = _state(line)
                if (id, cells) == START:
                    has_start = True
                elif cells is None:
                    entries.pop(id, None)
                else:
                    entries[id] = _entry(cells)
            except Damaged:
                is_whole = False
        return Account(entries, is_whole and has_start)

    def _lines(self) -> Iterator[bytes]:
        """Up to where the file can be read."""
        with suppress(OSError), self.path.open("rb") as file:
            yield from (line for line in file if line != b"\n")

    def _untrue(self, connection: sqlite3.Connection) -> set[str]:
        """Nodes that are not as the end of the file says: a process was stopped before its commit."""
        said: dict[str, Cells | None] = {}
        for line in self._tail().splitlines():
            with suppress(Damaged):
                said.update([_state(line)])
        said.pop("", None)
        now = _states(connection, said.keys())
        return {id for id in said if said[id] != now[id]}

    def _tail(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
                return file.read()
        except OSError:
            return b""

    def _add(self, states: Iterable[State]) -> bool:
        """In one call, so that kill -9 leaves all of it or nothing; whether it is written."""
        data = b"".join(map(_line, states))
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(self.path, flags, 0o600)
            try:
                return os.write(handle, data) == len(data)
            finally:
                os.close(handle)
        except OSError:
            return False

    def _disclaim(self) -> None:
        """Spoil the first line, which takes no room on a full disk: then the next check writes the file anew."""
        with suppress(OSError), self.path.open("r+b") as file:
            file.write(b"#")


def _states(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Cells | None]:
    """How these nodes are now, those that are gone last."""
    sql = f"SELECT {COLUMNS} FROM nodes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq"
    found = {cells["id"]: cells for cells in map(_cells, connection.execute(sql, (dump(list(ids)),)))}
    return found | dict.fromkeys(id for id in ids if id not in found)


def _holds_only(connection: sqlite3.Connection, ids: Collection[str]) -> bool:
    sql = "SELECT 1 FROM nodes WHERE id NOT IN (SELECT value FROM json_each(?)) LIMIT 1"
    return connection.execute(sql, (dump(list(ids)),)).fetchone() is None


def _from_start(rows: Iterable[tuple[Any, ...]]) -> Iterator[State]:
    yield START
    yield from ((cells["id"], cells) for cells in map(_cells, rows))


def _cells(row: tuple[Any, ...]) -> Cells:
    return {name: cell for name, cell in zip(COLUMNS.split(", "), row, strict=True) if cell is not None}


def _line(state: State) -> bytes:
    """It begins and ends a line itself: what is before it may have been cut short, and what follows be damaged."""
    text = dump(state).encode()
    return b"\n%08x %s\n" % (zlib.crc32(text), text)


def _state(line: bytes) -> State:
    """The inverse of `_line`; Damaged for what this program did not write."""
    checksum, _, text = line.strip().partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        raise Damaged("a line of the journal is not as it was written")
    try:
        id, cells = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise Damaged("a line of the journal cannot be read") from error
    return id, cells


def _entry(cells: Cells) -> Entry:
    seq = cells.get("seq")
    if not isinstance(seq, int):
        raise Damaged("a node in the journal has no place")
    return Entry(seq, node_of([cells.get(name) for name in NODE_COLUMNS.split(", ")]))
