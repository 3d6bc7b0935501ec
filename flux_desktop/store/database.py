"""One SQLite file, used from several threads and processes, that heals itself where it can."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from shutil import disk_usage
from typing import TypeVar

from flux_desktop.core.errors import FileProblem, FluxError, Internal
from flux_desktop.core.language import marked, tr
from flux_desktop.store.files import file_problem, may_write
from flux_desktop.store.journal import Journal
from flux_desktop.store.locking import locked
from flux_desktop.store.migrations import (
    JOURNALS,
    MIGRATIONS,
    Migration,
    connect,
    connect_to_read,
    create,
    finish,
    migrate,
    remove,
    rescued,
    version,
)
from flux_desktop.store.rows import Damaged

__all__ = ["Database"]

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)
NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
LITTLE = 100_000
"""Bytes on a disk that is full: SQLite calls it an error of the disk where it is a file of its own that has no room."""
NO_ROOM_NOW = marked(
    "The library can be read but not written. Free some space on the disk: until then nothing is kept."
)
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Database:
    """The library's file. `read` and `write` are for any thread; reading does not wait for a write on the disk.

    All errors are FluxErrors. A damaged file is put aside and what can be read of it is kept; `problems` says so. A
    file that this user may not write is only read.
    """

    def __init__(self, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
        self.path = path
        self.is_read_only = path.exists() and not may_write(path)
        self.problems: tuple[str, ...] = (_only_read(path),) if self.is_read_only else ()
        self._migrations = migrations
        self._journal = Journal.of(path)
        self._repairs = 0
        # Always taken in this order where both are needed.
        self._writer = _Lane()
        self._reader = _Lane()
        self._searcher = _Lane()
        self.read(lambda connection: None)

    def read(self, work: Work[T]) -> T:
        """What `work` finds, all of it at one moment."""
        return self._run(self._reader, lambda connection: _in_transaction(connection, work, "BEGIN"))

    def search(self, work: Work[T]) -> T:
        """The same as `read` for what may take long: other reads do not wait for it."""
        return self._run(self._searcher, lambda connection: _in_transaction(connection, work, "BEGIN"))

    def write(self, work: Work[T]) -> T:
        """What `work` returns, its changes on the disk; where it raises, nothing was changed."""

        def work_and_note(connection: sqlite3.Connection) -> T:
            result = work(connection)
            self._journal.append(connection)
            return result

        def write(connection: sqlite3.Connection) -> T:
            result = _in_transaction(connection, work_and_note, "BEGIN IMMEDIATE")
            self._journal.settle()
            return result

        return self._run(self._writer, write)

    def changes_of_others(self) -> int:
        """A number that is another one once another process has changed the file. Waits for a write of this one."""
        # Asked on the connection that writes: what it commits itself does not count, and the reader commits nothing.
        sql = "PRAGMA data_version"
        return self._run(self._writer, lambda connection: int(connection.execute(sql).fetchone()[0]))

    def check(self) -> None:
        """Read the whole file and repair it if it is damaged: slow, for a thread after the window is painted."""

        def look(connection: sqlite3.Connection) -> None:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise Damaged("the file contradicts itself")

        self.read(look)
        if not self.is_read_only:
            self._check_journal()

    def close(self) -> None:
        """Close the file; it is opened again by the next use."""
        with self._writer.lock, self._reader.lock, self._searcher.lock:
            for lane in self._lanes:
                lane.close()

    def _check_journal(self) -> None:
        """See to it that the journal knows every node, as after an update from a version that had none."""
        ids = self.read(lambda connection: {row[0] for row in connection.execute("SELECT id FROM nodes")})
        if self._journal.is_fit(ids):
            return
        try:
            self.write(self._journal.rewrite)
        except FileProblem as problem:
            self.problems += (f"{problem.title} {problem.hint}",)

    def _run(self, lane: _Lane, work: Work[T]) -> T:
        seen = self._repairs
        try:
            return self._attempt(lane, work)
        except Damaged:
            self._repair(seen)
        try:
            return self._attempt(lane, work)
        except Damaged as error:
            raise FileProblem(
                tr("The library is damaged and could not be repaired."),
                tr("Move {name} out of {folder} and start again.", name=self.path.name, folder=self.path.parent),
                detail=str(error),
            ) from error

    def _attempt(self, lane: _Lane, work: Work[T]) -> T:
        try:
            with lane.lock:
                return work(lane.connection_to(self.path) or self._open(lane))
        except sqlite3.Error as error:
            if _is_damage(error):
                raise Damaged(str(error)) from error
            raise _told(error, self.path.parent) from error
        except UnicodeDecodeError as error:  # SQLite quotes the damaged schema, and Python cannot read the quotation
            raise Damaged(str(error)) from error
        except OSError as error:
            raise file_problem(error, tr("The library cannot be opened")) from error

    def _open(self, lane: _Lane) -> sqlite3.Connection:
        lane.close()
        self._prepare()
        lane.file = identity(self.path)
        connection = self._connect(lane)
        try:
            found = version(connection)
            if found is None:
                raise Damaged("the version is not certain")
            if found != len(self._migrations):
                connection.close()
                self._renew(found)
                connection = connect(self.path)
            if lane is self._writer and not self.is_read_only:
                self._journal.follow(connection)
        except BaseException:
            connection.close()
            raise
        lane.connection = connection
        return connection

    def _connect(self, lane: _Lane) -> sqlite3.Connection:
        """One that only reads, for the time being, where there is no room for what SQLite keeps beside the file."""
        if self.is_read_only:
            return connect_to_read(self.path)
        try:
            return connect(self.path)
        except sqlite3.Error as error:
            if lane is self._writer or _code(error) not in NO_ROOM:
                raise
        lane.is_makeshift = True
        if tr(NO_ROOM_NOW) not in self.problems:
            self.problems += (tr(NO_ROOM_NOW),)
        return connect_to_read(self.path)

    def _prepare(self) -> None:
        """See to it that there is a file, also where the last process was stopped while it made or repaired one."""
        if self.is_read_only or (self.path.exists() and not rescued(self.path).exists()):
            return
        with locked(self._lock_file):
            finish(self.path)
            if self.path.exists():
                return
            from flux_desktop.store.rescue import has_traces, rescue

            if has_traces(self.path):
                self.problems += (rescue(self.path, self._migrations),)
            else:
                remove(self.path, *JOURNALS)  # of a file that was removed: SQLite would play it into the new one
                draft = self.path.with_name(f"{self.path.stem}.new")
                remove(draft, "", *JOURNALS)
                create(draft, self._migrations)
                draft.replace(self.path)

    def _renew(self, found: int) -> None:
        if found > len(self._migrations):
            raise FileProblem(
                tr(
                    "The library was written by a newer version of this program (tables {found}, known are {known}).",
                    found=found,
                    known=len(self._migrations),
                ),
                tr("Install the newer version again. The library was left as it is."),
            )
        if self.is_read_only:
            raise FileProblem(
                tr("The library is of an older version, and this user may not bring it up to date."),
                tr("Open it once as a user who may write there."),
            )
        with locked(self._lock_file):
            migrate(self.path, self._migrations, found)

    def _repair(self, seen: int) -> None:
        from flux_desktop.store.rescue import rescue

        with self._writer.lock, self._reader.lock, self._searcher.lock:
            if self._repairs != seen:
                return  # another thread met the same damage and was first
            damaged = [lane.file for lane in self._lanes]
            for lane in self._lanes:
                lane.close()
            try:
                with locked(self._lock_file):
                    if identity(self.path) in damaged:  # else another process has repaired it
                        self.problems += (rescue(self.path, self._migrations),)
            except sqlite3.Error as error:
                raise _told(error, self.path.parent) from error
            except OSError as error:
                raise file_problem(error, tr("The damaged library cannot be repaired")) from error
            self._repairs += 1

    @property
    def _lanes(self) -> tuple[_Lane, ...]:
        return self._writer, self._reader, self._searcher

    @property
    def _lock_file(self) -> Path:
        return self.path.with_name(f"{self.path.stem}.lock")


class _Lane:
    """A connection with the lock under which it is used, and the file that it was opened on."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.connection: sqlite3.Connection | None = None
        self.file: tuple[int, int] | None = None
        self.is_makeshift = False
        """Whether a better connection is to be tried with the next use."""

    def connection_to(self, path: Path) -> sqlite3.Connection | None:
        """None where the file must be opened (again): what is written to a replaced file would be lost."""
        return self.connection if identity(path) == self.file and not self.is_makeshift else None

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = self.file = None
        self.is_makeshift = False


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that took its name."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _in_transaction(connection: sqlite3.Connection, work: Work[T], begin: str) -> T:
    connection.execute(begin)
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return result


def _only_read(path: Path) -> str:
    return tr(
        "Nothing can be kept: this user may not write in {folder}. What is there is shown. "
        "Change the folder's rights, or choose another one with FLUX_DESKTOP_HOME.",
        folder=path.parent,
    )


def _code(error: sqlite3.Error) -> int | None:
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    return None if extended is None else extended & 0xFF


def _is_damage(error: sqlite3.Error) -> bool:
    # Python itself raises an OperationalError without a code for text that is not UTF-8.
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.ProgrammingError):
        return False
    if _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG, None):
        return True
    return str(error).startswith(("no such table", "no such column", "vtable constructor failed", "invalid fts5"))


def _told(error: sqlite3.Error, folder: Path) -> FluxError:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and disk_usage(folder).free < LITTLE):
        return FileProblem(tr("The library cannot be written: the disk is full."), tr("Free some space and try again."))
    if code in FORBIDDEN:
        return FileProblem(
            tr("The library cannot be written: this user may not write there."),
            tr("Change the folder's rights, or choose another one with FLUX_DESKTOP_HOME."),
            detail=str(error),
        )
    if code in BUSY:
        return FileProblem(tr("The library is busy."), tr("Another program holds it. Try again in a moment."))
    if code == sqlite3.SQLITE_IOERR:
        return FileProblem(
            tr("The library cannot be read or written."), tr("Check the disk and its free space."), detail=str(error)
        )
    return Internal(tr("The library refused a change."), detail=str(error))
