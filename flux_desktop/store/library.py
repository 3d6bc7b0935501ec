"""The library: everything the program keeps but the pixels, in one SQLite file."""

from __future__ import annotations

from pathlib import Path

from flux_desktop.store.database import Database
from flux_desktop.store.history_search import HistorySearch
from flux_desktop.store.history_table import HistoryTable
from flux_desktop.store.jobs_table import JobsTable
from flux_desktop.store.ledger_table import LedgerTable
from flux_desktop.store.marks_table import MarksTable
from flux_desktop.store.migrations import MIGRATIONS, Migration

__all__ = ["Library"]


class Library(HistoryTable, HistorySearch, MarksTable, JobsTable, LedgerTable):
    """Histories, jobs and the ledger at `path`, which is made where there is none.

    Reading is quick enough for the event loop; writing waits for the disk and belongs into a thread. Both may be done
    from any thread, also by several processes at a time. Methods raise FileProblem where the file cannot be used
    (full disk, no rights, a newer version), and then nothing was changed.
    """

    def __init__(self, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
        self._db = Database(path, migrations)

    @property
    def path(self) -> Path:
        return self._db.path

    @property
    def problems(self) -> tuple[str, ...]:
        """What happened to the file, in sentences for the user; grows when damage is met later."""
        return self._db.problems

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written, because this user may not; `problems` says so."""
        return self._db.is_read_only

    def changes_of_others(self) -> int:
        """A number that is another one once another process has written: to be asked now and then, in a thread."""
        return self._db.changes_of_others()

    def check(self) -> tuple[str, ...]:
        """Read the whole file, repair it if it is damaged, and give the problems. Slow: for a thread, later."""
        self._db.check()
        return self.problems

    def close(self) -> None:
        """Close the file. A use after that opens it again."""
        self._db.close()
