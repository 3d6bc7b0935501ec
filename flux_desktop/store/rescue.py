"""A damaged library is put aside, and what can be saved of it goes into a new one.

The steps are ordered so that a process that is stopped in between loses nothing: the damaged file is copied first, the
new one is called `….rescued` only when it is complete, and whoever comes next puts it in its place.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.job import JobRecord
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.files import sync_folder
from flux_desktop.store.journal import Journal
from flux_desktop.store.migrations import JOURNALS, Migration, create, finish, remove, rescued
from flux_desktop.store.paths import Paths
from flux_desktop.store.rebuilding import recover, replay
from flux_desktop.store.rows import (
    JOB_COLUMNS,
    NODE_COLUMNS,
    ORDER_COLUMNS,
    SPENDING_COLUMNS,
    Damaged,
    family_of,
    job_of,
    job_row,
    node_of,
    order_of,
    spending_of,
    values,
)

__all__ = ["has_traces", "rescue"]

TABLES: dict[str, tuple[str, Callable[[tuple[Any, ...]], object]]] = {
    "jobs": (JOB_COLUMNS, job_of),
    "orders": (ORDER_COLUMNS, order_of),
    "nodes": (NODE_COLUMNS, node_of),
    "ledger": (SPENDING_COLUMNS, spending_of),
}
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""SQLite's errors quote a damaged schema, and Python fails where such a quotation is no text."""

PAGE = 4096
INTERIOR = 5
"""The kind of a page that holds the numbers of other pages."""

GAP = 1_000_000
"""Rows at most that are tried one by one, between the last readable from the front and from the back."""
LARGEST_SEQ = 2**53
FAMILIES = "UPDATE nodes SET family = family_of(parent, recipe, details) WHERE family = '' AND result = 1"
"""Files of older versions have none."""
MISSING = marked("The library was missing.")
REBUILT = marked("This edit was rebuilt from its order: the library was damaged.")
"""Kept in English, and translated where it is shown."""


def rescue(path: Path, migrations: tuple[Migration, ...]) -> str:
    """Save what can be saved of the library at `path`, which nobody in this process has open, and say how that went.

    From the database what is readable; from the journal what it knows beyond that; and where neither is whole, the
    pictures that nothing refers to any more.
    """
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = _put_aside(path, stamp) if path.exists() else None
    fresh, scratch = path.with_name(f"{path.stem}.fresh"), path.with_name(f"{path.stem}.scratch")
    remove(fresh, "", *JOURNALS)
    create(fresh, migrations)
    try:
        if aside is not None:
            _make_readable(aside, scratch, fresh)
        saved = _save(path, scratch if aside is not None else None, fresh)
    finally:
        remove(scratch, "", *JOURNALS)
    if saved.lost:
        _put_journal_aside(path, stamp)
    os.replace(fresh, rescued(path))
    sync_folder(path.parent)
    finish(path)
    return saved.told(path, aside)


def has_traces(path: Path) -> bool:
    """Whether a library that is not there was there once."""
    return Journal.of(path).path.exists() or any(Paths(path.parent).assets.glob("??/*"))


@dataclass(frozen=True)
class _Saved:
    """How many nodes and jobs were read; how many nodes came from the journal, and how many of its nodes did not; how
    many pictures were taken up that nothing referred to."""

    nodes: int
    jobs: int
    rebuilt: int = 0
    lost: int = 0
    recovered: int = 0

    def told(self, path: Path, aside: Path | None) -> str:
        sentences = [self._read(aside) if aside else tr(MISSING)]
        for count, words in (
            (self.rebuilt, marked("Rebuilt from its journal, with recipes and marks: {pictures}.")),
            (self.recovered, marked("Found besides, and called “Recovered …”: {pictures}.")),
            (self.lost, marked("Known, but without a file until you restore a backup: {pictures}.")),
        ):
            if count:
                sentences.append(tr(words, pictures=plural(count, "{n} picture", "{n} pictures")))
        if aside is None:
            told = tr(
                "Jobs and what was spent are lost, unless you put a backup of {name} in its place.", name=path.name
            )
            sentences.append(told)
        return " ".join(sentences)

    def _read(self, aside: Path) -> str:
        return tr(
            "The library was damaged. {pictures} pictures and {jobs} jobs could be read and were kept; the damaged "
            "file is {name}.",
            pictures=self.nodes,
            jobs=self.jobs,
            name=aside.name,
        )


def _save(path: Path, source: Path | None, fresh: Path) -> _Saved:
    """Fill `fresh` with all that is found; `source` is the readable copy of the damaged file."""
    folders = Paths(path.parent)
    assets = AssetStore(folders.assets, folders.thumbnails)
    with closing(_for_bulk(fresh)) as target:
        index_each = target.execute("SELECT sql FROM sqlite_schema WHERE name = 'nodes_inserted'").fetchone()[0]
        target.execute("DROP TRIGGER nodes_inserted")
        kept, all_read = _copy_tables(source, target) if source else (dict.fromkeys(TABLES, 0), False)
        kept["jobs"] += _rebuild_jobs(target)
        account = Journal.of(path).read()
        rebuilt, lost = replay(target, account.entries, assets)
        recovered = 0 if all_read or account.is_whole else recover(target, assets)
        target.execute(FAMILIES)
        # All prompts at once: twenty times as quick as one by one.
        target.execute("INSERT INTO prompt_index (prompt_index) VALUES ('rebuild')")
        target.execute(index_each)
        target.execute("COMMIT")
    return _Saved(kept["nodes"], kept["jobs"], rebuilt, lost, recovered)


def _put_aside(path: Path, stamp: str) -> Path:
    names = (f"{path.stem}.corrupt-{stamp}{more}{path.suffix}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    aside = next(name for name in map(path.with_name, names) if not name.exists())
    _copy(path, aside)
    return aside


def _put_journal_aside(path: Path, stamp: str) -> None:
    """What it knows is not in the new library: it would be lost when the journal is written anew."""
    with suppress(OSError):
        shutil.copy(Journal.of(path).path, path.with_name(f"{path.stem}.corrupt-{stamp}.journal"))


def _copy(path: Path, copy: Path) -> None:
    """Copy a database with the journal that holds its latest changes."""
    remove(copy, "", *JOURNALS)
    shutil.copy(path, copy)
    journal = path.with_name(path.name + "-wal")
    if journal.exists():
        shutil.copy(journal, copy.with_name(copy.name + "-wal"))


def _make_readable(aside: Path, scratch: Path, fresh: Path) -> None:
    """Copy the damaged file to `scratch`, with the list of tables of `fresh` where its own is lost."""
    _copy(aside, scratch)
    if not _has_tables(scratch):
        _copy(aside, scratch)
        _transplant(fresh, scratch)


def _copy_tables(scratch: Path, target: sqlite3.Connection) -> tuple[dict[str, int], bool]:
    """How many rows of each table were copied, and whether these are all nodes."""
    with closing(sqlite3.connect(scratch)) as source:
        source.text_factory = lambda data: data.decode("utf-8", "replace")
        kept = {table: _copy_table(source, target, table) for table in TABLES}
        return kept, _count(source) == kept["nodes"]


def _count(source: sqlite3.Connection) -> int | None:
    try:
        return int(source.execute("SELECT count(*) FROM nodes NOT INDEXED").fetchone()[0])
    except UNREADABLE:
        return None


def _for_bulk(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.create_function("family_of", 3, family_of, deterministic=True)
    connection.execute("BEGIN")
    return connection


def _has_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'nodes'").fetchone())
    except UNREADABLE:
        return False


def _transplant(donor: Path, patient: Path) -> None:
    """Replace the pages where the tables are listed: all libraries are made alike, so a new one's will do."""
    pages = donor.read_bytes()
    size = patient.stat().st_size
    if size <= PAGE:
        return
    with patient.open("r+b") as file:
        for number in _schema_pages(pages):
            page = bytearray(pages[(number - 1) * PAGE : number * PAGE])
            if number == 1:
                page[28:32] = (size // PAGE).to_bytes(4, "big")
                page[32:40] = bytes(8)  # no free pages are known
            file.seek((number - 1) * PAGE)
            file.write(page)


def _schema_pages(data: bytes) -> list[int]:
    """The first page and, where that only points to them, those with the list of tables."""
    if data[100] != INTERIOR:
        return [1]
    count = int.from_bytes(data[103:105], "big")
    cells = [int.from_bytes(data[place : place + 2], "big") for place in range(112, 112 + 2 * count, 2)]
    return [1, *(int.from_bytes(data[cell : cell + 4], "big") for cell in cells), int.from_bytes(data[108:112], "big")]


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    newest, reader = TABLES[table]
    columns = _columns(source, table, newest)
    kept = 0
    for seq, *cells in _readable(source, table, columns):
        try:
            if columns == newest:
                reader(tuple(cells))
            place = seq if 0 < seq < LARGEST_SEQ else None
            kept += target.execute(
                f"INSERT OR IGNORE INTO {table} (seq, {columns}) VALUES (?, {values(columns)})", (place, *cells)
            ).rowcount
        except (Damaged, sqlite3.IntegrityError, UnicodeError):
            continue
    return kept


def _columns(source: sqlite3.Connection, table: str, newest: str) -> str:
    """Those of the columns that the damaged file has: it may be of an older version."""
    try:
        found = {row[1] for row in source.execute(f"PRAGMA table_info ({table})")}
    except UNREADABLE:
        found = set()
    return ", ".join(column for column in newest.split(", ") if column in found) or newest


def _readable(source: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """The rows from the front up to the damage, from the back down to it, and those between that can be found."""
    select = f"SELECT seq, {columns} FROM {table} NOT INDEXED"
    front = 0
    try:
        for row in source.execute(f"{select} ORDER BY seq"):
            yield row
            front = row[0]
        return
    except UNREADABLE:
        back = front
    try:
        for row in source.execute(f"{select} WHERE seq > ? ORDER BY seq DESC", (front,)):
            yield row
            back = row[0]
    except UNREADABLE:
        pass
    for seq in range(front + 1, min(back, front + GAP)):
        try:
            yield from source.execute(f"{select} WHERE seq = ?", (seq,)).fetchall()
        except UNREADABLE:
            continue


def _rebuild_jobs(target: sqlite3.Connection) -> int:
    """Give paid orders whose job was lost a new one, so that they are still collected; send nothing anew."""
    lost = "job NOT IN (SELECT id FROM jobs)"
    target.execute(f"UPDATE orders SET state = 'failed' WHERE state = 'new' AND {lost}")
    orders = target.execute(f"SELECT job, recipe FROM orders WHERE {lost} GROUP BY job").fetchall()
    for job, recipe in orders:
        record = JobRecord(job, Recipe.from_json(json.loads(recipe)), time.time(), JobState.RUNNING, notes=(REBUILT,))
        target.execute(f"INSERT INTO jobs ({JOB_COLUMNS}) VALUES ({values(JOB_COLUMNS)})", job_row(record))
    return len(orders)
