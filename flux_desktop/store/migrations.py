"""The library's tables, version by version, and how an older file becomes a newer one.

A version is never edited once it was released: a change of the tables is one more entry of `MIGRATIONS`. The version
stands in the file twice, in `PRAGMA user_version` and in the table `versions`: where they differ, the file is damaged.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.language import tr
from flux_desktop.store.files import sync_folder
from flux_desktop.store.rows import family_of

__all__ = [
    "JOURNALS",
    "MIGRATIONS",
    "Migration",
    "connect",
    "connect_to_read",
    "create",
    "finish",
    "migrate",
    "remove",
    "rescued",
    "version",
]

Migration = tuple[str, ...]
JOURNALS = ("-wal", "-shm")


def _within(column: str, path: str) -> str:
    """SQL for what is at `path` of a column of JSON; NULL where it is not JSON any more."""
    return f"CASE WHEN json_valid({column}) THEN json_extract({column}, '{path}') END"


VERSION_1: Migration = (
    # `seq` is the order of arrival: newest first without ties, whatever the clock did. Columns are what is searched
    # for; everything else is JSON, which keeps integers beyond 64 bits and file names that are not valid Unicode.
    # No foreign key from node to node: an image that was paid for is kept even where its parent was lost.
    """CREATE TABLE nodes (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        root TEXT NOT NULL,
        parent TEXT,
        asset TEXT NOT NULL,
        media_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        created REAL NOT NULL,
        result INTEGER NOT NULL,
        recipe TEXT,
        prompt TEXT NOT NULL,
        job TEXT,
        details TEXT NOT NULL
    ) STRICT""",
    # These two hold all that the list of results asks for: the table itself is not touched.
    "CREATE INDEX nodes_results ON nodes (result, seq, id)",
    "CREATE INDEX nodes_of_root ON nodes (root, result, seq, id)",
    "CREATE INDEX nodes_of_parent ON nodes (parent, seq) WHERE parent IS NOT NULL",
    "CREATE INDEX nodes_originals ON nodes (asset, seq) WHERE result = 0",
    """CREATE TABLE jobs (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        recipe TEXT NOT NULL,
        prompt TEXT NOT NULL,
        created REAL NOT NULL,
        state TEXT NOT NULL,
        parent TEXT,
        source TEXT,
        reference_assets TEXT NOT NULL,
        mask TEXT,
        out TEXT NOT NULL,
        owner TEXT NOT NULL,
        started REAL,
        ended REAL,
        error TEXT,
        notes TEXT NOT NULL,
        seconds TEXT NOT NULL
    ) STRICT""",
    """CREATE INDEX jobs_unfinished ON jobs (seq)
        WHERE state NOT IN ('done', 'failed', 'cancelled', 'unknown')""",
    "CREATE INDEX jobs_unknown ON jobs (id) WHERE state = 'unknown'",
    "CREATE INDEX jobs_prompts ON jobs (seq, prompt)",
    """CREATE TABLE orders (
        seq INTEGER PRIMARY KEY,
        job TEXT NOT NULL REFERENCES jobs (id),
        position INTEGER NOT NULL,
        recipe TEXT NOT NULL,
        state TEXT NOT NULL,
        ticket TEXT,
        nodes TEXT NOT NULL,
        UNIQUE (job, position)
    ) STRICT""",
    "CREATE INDEX orders_ordered ON orders (job) WHERE state = 'ordered'",
    # What was spent outlives everything it was spent on, so it refers to nothing.
    """CREATE TABLE ledger (
        seq INTEGER PRIMARY KEY,
        job TEXT NOT NULL,
        position INTEGER NOT NULL,
        provider TEXT NOT NULL,
        model TEXT NOT NULL,
        amount REAL NOT NULL,
        currency TEXT NOT NULL,
        kind TEXT NOT NULL,
        at REAL NOT NULL,
        UNIQUE (job, position)
    ) STRICT""",
    "CREATE INDEX ledger_at ON ledger (at, currency, amount)",
    """CREATE VIRTUAL TABLE prompt_index USING fts5 (
        prompt, content = 'nodes', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER nodes_inserted AFTER INSERT ON nodes BEGIN
        INSERT INTO prompt_index (rowid, prompt) VALUES (new.seq, new.prompt);
    END""",
    """CREATE TRIGGER nodes_deleted AFTER DELETE ON nodes BEGIN
        INSERT INTO prompt_index (prompt_index, rowid, prompt) VALUES ('delete', old.seq, old.prompt);
    END""",
    """CREATE TRIGGER nodes_prompt_changed AFTER UPDATE OF prompt ON nodes BEGIN
        INSERT INTO prompt_index (prompt_index, rowid, prompt) VALUES ('delete', old.seq, old.prompt);
        INSERT INTO prompt_index (rowid, prompt) VALUES (new.seq, new.prompt);
    END""",
)

VERSION_2: Migration = (
    "ALTER TABLE orders ADD COLUMN expected TEXT",
    # How large the pictures are that an edit used, which are known by their assets.
    "CREATE INDEX nodes_of_asset ON nodes (asset, width, height)",
    # What counts against a budget without standing in the ledger.
    "CREATE INDEX orders_open ON orders (job) WHERE state NOT IN ('done', 'failed')",
    # Holds all that sums of the ledger ask for.
    "DROP INDEX ledger_at",
    "CREATE INDEX ledger_sums ON ledger (at, currency, amount, kind, provider, model)",
)

VERSION_3: Migration = (
    "ALTER TABLE nodes ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE nodes ADD COLUMN family TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE nodes ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE nodes ADD COLUMN rating INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE nodes ADD COLUMN exported INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE nodes ADD COLUMN trashed REAL",
    "ALTER TABLE jobs ADD COLUMN crop TEXT",
    # What is searched for besides: it stands in the JSON too, and here where an index can hold it.
    "ALTER TABLE nodes ADD COLUMN provider TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE nodes ADD COLUMN model TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE nodes ADD COLUMN seed ANY",
    "ALTER TABLE nodes ADD COLUMN amount REAL",
    "ALTER TABLE nodes ADD COLUMN region INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER nodes_inserted",
    "DROP TRIGGER nodes_deleted",
    "DROP TRIGGER nodes_prompt_changed",
    "DROP TABLE prompt_index",
    f"""UPDATE nodes SET family = family_of(parent, recipe, details),
        provider = coalesce({_within("recipe", "$.provider")}, ''),
        model = coalesce({_within("recipe", "$.model")}, ''),
        seed = {_within("details", "$.seed")},
        amount = {_within("details", "$.cost.amount")},
        note = coalesce({_within("details", "$.note")}, ''),
        details = CASE WHEN json_valid(details) THEN json_remove(details, '$.note') ELSE details END""",
    # All that a list of results asks for, whatever it is filtered by: the table itself is not touched.
    "DROP INDEX nodes_results",
    """CREATE INDEX nodes_list ON nodes (
        result, trashed, seq, root, starred, rating, exported, provider, model, seed, amount, created, region, id
    )""",
    "DROP INDEX nodes_of_root",
    "CREATE INDEX nodes_of_root ON nodes (root, result, trashed, seq, id, parent, family)",
    "DROP INDEX nodes_of_parent",
    "CREATE INDEX nodes_of_parent ON nodes (parent, trashed, seq) WHERE parent IS NOT NULL",
    """CREATE VIRTUAL TABLE prompt_index USING fts5 (
        prompt, note, content = 'nodes', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER nodes_inserted AFTER INSERT ON nodes BEGIN
        INSERT INTO prompt_index (rowid, prompt, note) VALUES (new.seq, new.prompt, new.note);
    END""",
    """CREATE TRIGGER nodes_deleted AFTER DELETE ON nodes BEGIN
        INSERT INTO prompt_index (prompt_index, rowid, prompt, note)
            VALUES ('delete', old.seq, old.prompt, old.note);
    END""",
    """CREATE TRIGGER nodes_words_changed AFTER UPDATE OF prompt, note ON nodes BEGIN
        INSERT INTO prompt_index (prompt_index, rowid, prompt, note)
            VALUES ('delete', old.seq, old.prompt, old.note);
        INSERT INTO prompt_index (rowid, prompt, note) VALUES (new.seq, new.prompt, new.note);
    END""",
    "INSERT INTO prompt_index (prompt_index) VALUES ('rebuild')",
)

VERSION_4: Migration = ("ALTER TABLE jobs ADD COLUMN patch TEXT",)

MIGRATIONS: tuple[Migration, ...] = (VERSION_1, VERSION_2, VERSION_3, VERSION_4)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that keeps what it commits, waits for other processes and is used under the caller's lock."""
    connection = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.create_function("family_of", 3, family_of, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a file beside which nothing can be written, used under the caller's lock."""
    # What was written last stands in a journal if the last process was stopped. Where there is none, SQLite would make
    # one, unless it is told that nobody changes the file.
    journal = path.with_name(path.name + "-wal")
    mode = "mode=ro" if journal.exists() and journal.stat().st_size else "immutable=1"
    uri = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(uri, uri=True, timeout=10.0, isolation_level=None, check_same_thread=False)


def create(path: Path, migrations: tuple[Migration, ...]) -> None:
    """A new, empty library at `path`, of the newest version."""
    _reserve(path)
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE versions (version INTEGER PRIMARY KEY, at REAL NOT NULL) STRICT")
        connection.execute("COMMIT")
        for target in range(1, len(migrations) + 1):
            _step(connection, migrations, target)
    finally:
        connection.close()


def rescued(path: Path) -> Path:
    """Where a complete new library waits to take the place of the damaged one."""
    return path.with_name(f"{path.stem}.rescued")


def finish(path: Path) -> None:
    """Put a complete rescued library in its place, if there is one."""
    if rescued(path).exists():
        # The old journal goes first: SQLite would play it into the new file.
        remove(path, *JOURNALS)
        os.replace(rescued(path), path)
        sync_folder(path.parent)


def remove(path: Path, *suffixes: str) -> None:
    """Remove the files that are called like `path` with one of the suffixes added."""
    for suffix in suffixes:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def version(connection: sqlite3.Connection) -> int | None:
    """The version of an open library; None where the file does not agree with itself."""
    header = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'versions'").fetchone()[0]
    noted = connection.execute("SELECT max(version) FROM versions").fetchone()[0] if tables else None
    return header if header and header == noted else None


def migrate(path: Path, migrations: tuple[Migration, ...], found: int) -> None:
    """Bring the library from version `found` to the newest, after a copy of it was made beside it."""
    connection = connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        _back_up(connection, path.with_name(f"{path.stem}.version-{found}{path.suffix}"))
        for target in range(found + 1, len(migrations) + 1):
            _step(connection, migrations, target)
    except sqlite3.Error as error:
        raise FileProblem(
            tr("The library cannot be brought to version {version}.", version=len(migrations)),
            tr("It was left as it was. Make sure that the disk is not full and that no other window is open."),
            detail=str(error),
        ) from error
    finally:
        connection.close()


def _step(connection: sqlite3.Connection, migrations: tuple[Migration, ...], target: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done this step while we waited for the lock.
        if int(connection.execute("PRAGMA user_version").fetchone()[0]) < target:
            for statement in migrations[target - 1]:
                connection.execute(statement)
            connection.execute("INSERT INTO versions VALUES (?, ?)", (target, time.time()))
            connection.execute(f"PRAGMA user_version = {target}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _reserve(path: Path) -> None:
    """An empty file that only this user can read; SQLite gives its journals the same rights."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    _reserve(copy)
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()
