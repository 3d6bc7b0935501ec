"""Which process runs a job, and whether that process still lives."""

from __future__ import annotations

import os
import re
from pathlib import Path

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.language import tr
from flux_desktop.store.files import file_problem, may_write
from flux_desktop.store.locking import lock, open_for_lock

__all__ = ["Owner"]

TOKEN = re.compile(r"[0-9]+-[0-9a-f]{16}")


class Owner:
    """This process, known to others by `token`: the name of a file in `folder` that is locked while it lives.

    The system frees the lock however the process ends, so neither kill -9 nor a reused process id can deceive. Where
    this user may not write, the process has no token: "".
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.token = ""
        self._handle: int | None = None
        try:
            if folder.parent.exists() and not may_write(folder.parent):
                return  # nobody can take a job where nothing can be written
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clean()
            self.token, self._handle = self._register()
        except OSError as error:
            raise file_problem(error, tr("The folder {folder} cannot be used", folder=folder)) from error

    def alive(self, token: str) -> bool:
        """Is the process that has this token still there?"""
        if not TOKEN.fullmatch(token):
            return False
        if token == self.token:
            return self._handle is not None
        try:
            handle = os.open(self._folder / token, os.O_RDWR if self.token else os.O_RDONLY)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise file_problem(error, tr("Another process of the program cannot be looked up")) from error
        try:
            return not lock(handle, wait=False, shared=True)
        finally:
            os.close(handle)

    def close(self) -> None:
        """Give the token up; others may then take this process's jobs."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
            self._remove(self._folder / self.token)

    def _register(self) -> tuple[str, int | None]:
        for _ in range(100):
            token = f"{os.getpid()}-{os.urandom(8).hex()}"
            handle = open_for_lock(self._folder / token)
            # Another process that cleans up may have come between the making of the file and its lock.
            if lock(handle) and (self._folder / token).exists():
                return token, handle
            os.close(handle)
        raise FileProblem(
            tr("The program cannot mark itself as running."), tr("Check the rights of {folder}.", folder=self._folder)
        )

    def _clean(self) -> None:
        for path in self._folder.iterdir():
            if not TOKEN.fullmatch(path.name):
                continue
            try:
                handle = os.open(path, os.O_RDWR)
            except OSError:
                continue
            if lock(handle, wait=False):
                # Windows cannot remove a file that is open; nobody locks a file of a dead process again.
                self._remove(path)
            os.close(handle)
            if os.name == "nt" and path.exists():
                self._remove(path)

    @staticmethod
    def _remove(path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return  # still open somewhere: the next start tries again
