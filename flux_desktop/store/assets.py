"""Image bytes, named by their hash and never changed, and thumbnails, which can be made again."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.language import tr
from flux_desktop.imaging.joining import read_whole
from flux_desktop.store.files import file_problem, sync_folder, write_atomically
from flux_desktop.store.locking import lock, open_for_lock

__all__ = ["AssetStore"]

NAME = re.compile(r"[0-9a-f]{64}")
DRAFT = re.compile(r"\.[0-9a-f]{64}\.[0-9a-f]{12}\.tmp")
STALE = 86_400.0
"""Seconds after which a draft is surely not being written any more."""
PATIENCE = 2.0
"""Seconds that a removal waits for those who are keeping something."""


class AssetStore:
    """Files in `folder` called by the SHA-256 of their bytes, and in `thumbs` a thumbnail for each.

    Methods read and write files: call them in a thread where the event loop must not wait. They raise FileProblem.
    """

    def __init__(self, folder: Path, thumbs: Path) -> None:
        self._folder = folder
        self._thumbs = thumbs

    def keep(self, data: bytes) -> str:
        """Store `data` and give its name; on return it survives a power cut. What is there is not written again."""
        name = hashlib.sha256(data).hexdigest()
        path = self.path(name)
        try:
            if _size(path) != len(data):
                self._write(path, data)
        except OSError as error:
            raise file_problem(error, tr("The picture cannot be kept")) from error
        return name

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Around `keep` and the writing of the row that needs what was kept: nothing is removed in between.

        For any number of threads and processes at a time.
        """
        handle = self._open_lock()
        try:
            lock(handle, shared=True)
            yield
        finally:
            os.close(handle)

    def remove(self, names: Iterable[str], needed: Callable[[], set[str]]) -> list[str]:
        """Remove those of `names` that are not among the `needed` ones, with their thumbnails; which these were.

        What is needed is asked when nobody is keeping anything. Where somebody does not stop, nothing is removed.
        """
        handle = self._open_lock()
        try:
            if not _lock_alone(handle):
                return []
            gone = sorted(set(names) - needed())
            for name in gone:
                _remove(self.path(name))
                _remove(_sharded(self._thumbs, name))
            return gone
        except OSError as error:
            raise file_problem(error, tr("A stored picture cannot be removed")) from error
        finally:
            os.close(handle)

    def load(self, name: str) -> bytes:
        """The bytes called `name`; FileProblem if they are missing or are not what they were."""
        path = self.path(name)
        try:
            with path.open("rb", buffering=0) as file:
                data = read_whole(file)
        except FileNotFoundError as error:
            raise FileProblem(
                tr("A stored picture is missing: {name}….", name=path.name[:12]),
                tr("It was kept as {path}. Restore it from a backup.", path=path),
            ) from error
        except OSError as error:
            raise file_problem(error, tr("The stored picture {name}… cannot be read", name=path.name[:12])) from error
        if hashlib.sha256(data).hexdigest() != name:
            raise FileProblem(
                tr("A stored picture is damaged: {name}….", name=path.name[:12]),
                tr("It is kept as {path}. Restore it from a backup.", path=path),
            )
        return data

    def path(self, name: str) -> Path:
        """Where `name` is, or would be."""
        return _sharded(self._folder, name)

    def has(self, name: str) -> bool:
        return self.path(name).is_file()

    def missing(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that are not there, in their order."""
        return [name for name in names if not self.has(name)]

    def names(self) -> set[str]:
        """Everything that is there, quickly: whether it is whole, nobody looks."""
        return {file.name for file in self._folder.glob("??/*") if NAME.fullmatch(file.name)}

    def thumbnail(self, name: str) -> bytes | None:
        """The thumbnail of asset `name`; None where there is none yet."""
        try:
            return _sharded(self._thumbs, name).read_bytes() or None
        except OSError:
            return None

    def keep_thumbnail(self, name: str, data: bytes) -> None:
        path = _sharded(self._thumbs, name)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, data)
        except OSError as error:
            raise file_problem(error, tr("The thumbnail cannot be kept")) from error

    def size(self, name: str) -> int:
        """Bytes on the disk of asset `name` and its thumbnail; 0 where they are lost."""
        return (_size(self.path(name)) or 0) + (_size(_sharded(self._thumbs, name)) or 0)

    def totals(self) -> tuple[int, int]:
        """Bytes on the disk of all assets, and of all thumbnails."""
        assets, thumbs = (sum(_sizes(folder)) for folder in (self._folder, self._thumbs))
        return assets, thumbs

    def total(self) -> int:
        """Bytes on the disk of assets and thumbnails."""
        return sum(self.totals())

    def _open_lock(self) -> int:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return open_for_lock(self._folder / ".lock")
        except OSError as error:
            raise file_problem(error, tr("The stored pictures cannot be used")) from error

    def _write(self, path: Path, data: bytes) -> None:
        new = not path.parent.exists()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_drafts(path.parent)
        if os.name == "nt" and path.exists():
            path.chmod(0o600)  # Windows does not replace a file that is read-only
        write_atomically(path, data, mode=0o444, durable=True)
        if new:
            sync_folder(self._folder)


def _sharded(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name):
        raise FileProblem(
            tr("A stored picture has no valid name."), tr("The library may be damaged: start again to check it.")
        )
    return folder / name[:2] / name


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _sizes(folder: Path) -> Iterator[int]:
    """Of every file; what vanishes meanwhile does not count."""
    for shard in folder.glob("??"):
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(shard) as files:
            for file in files:
                with suppress(FileNotFoundError):
                    yield file.stat().st_size


def _lock_alone(handle: int) -> bool:
    """An exclusive lock, had within `PATIENCE`: a process may be stopped while it keeps something."""
    deadline = time.monotonic() + PATIENCE
    while not lock(handle, wait=False):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _remove(path: Path) -> None:
    if os.name == "nt" and path.exists():
        path.chmod(0o600)  # Windows does not remove a file that is read-only
    path.unlink(missing_ok=True)


def _remove_drafts(folder: Path) -> None:
    """What a process left behind that was stopped while it wrote here."""
    for file in folder.iterdir():
        if DRAFT.fullmatch(file.name):
            with suppress(FileNotFoundError):  # another thread, or process, has just finished it
                if time.time() - file.stat().st_mtime > STALE:
                    file.unlink()
