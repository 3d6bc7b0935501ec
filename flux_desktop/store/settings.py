"""The user's settings on disk: what differs from the defaults, one name a line, as JSON.

Loaded at every start of the program: nothing heavy is imported here.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from flux_desktop.core.errors import FileProblem, InvalidParameter
from flux_desktop.core.language import marked, tr
from flux_desktop.core.settings import Settings
from flux_desktop.core.signal import Signal
from flux_desktop.store.files import file_problem, write_atomically

__all__ = ["SettingsFile", "load"]


def load(path: Path) -> Settings:
    """The settings kept at `path`, without saving later changes; the defaults where there is no file."""
    return SettingsFile(path).settings


class SettingsFile:
    """`settings` as kept at `path`: each change is on the disk when its signal returns, unless it is written aside.

    Of a file that is damaged the good part is kept and the file itself is put aside; `problems` says so, in words for
    `tr`: which language is spoken is a setting. `failed` carries the FileProblem of a change that could not be saved:
    it still holds until the program ends.
    """

    def __init__(self, path: Path) -> None:
        self.failed: Signal[FileProblem] = Signal()
        self.problems: tuple[str, ...] = ()
        self.path = path
        self._begin: Callable[[Callable[[], None]], object] = _now
        self._tell: Callable[[Callable[[], None]], object] = _now
        self.settings = Settings(self._read())
        self.settings.changed.connect(self._save)

    def _read(self) -> dict[str, object]:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problems += (file_problem(error, tr("The settings cannot be read")).title,)
            return {}
        found, whole = _parse(data)
        good = {name: value for name, value in found.items() if _fits(name, value)}
        if not whole or len(good) < len(found):
            self._put_aside(good)
        return good

    def _put_aside(self, good: dict[str, object]) -> None:
        aside = self.path.with_name(f"{self.path.stem}.bad-{time.strftime('%Y%m%d-%H%M%S')}{self.path.suffix}")
        try:
            os.replace(self.path, aside)
            self._write(good)
        except OSError as error:
            self.problems += (file_problem(error, tr("The damaged settings cannot be repaired")).title,)
            return
        self.problems += (
            marked("The settings were damaged: what could be read was kept, the old file is {name}.", name=aside.name),
        )

    @contextmanager
    def writing_aside(self, tell: Callable[[Callable[[], None]], object]) -> Iterator[None]:
        """Write in a thread meanwhile, one change after the other; all of them are on the disk at the end.

        While a large file is being written, a small one may take a tenth of a second. What fails is said by `tell`,
        which has it called where `failed` is to be emitted.
        """
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1, thread_name_prefix="settings") as thread:
            self._begin, self._tell = thread.submit, tell
            try:
                yield
            finally:
                self._begin = self._tell = _now

    def _save(self, name: str) -> None:
        self._begin(partial(self._keep, name, self.settings.get(name), self._tell))

    def _keep(self, name: str, value: object, tell: Callable[[Callable[[], None]], object]) -> None:
        # Read again and change one name: another window may have changed the others, and a newer program may have
        # left names that this one does not know.
        try:
            kept = _parse(self.path.read_bytes())[0] if self.path.exists() else {}
            self._write({**kept, name: value})
        except OSError as error:
            problem = file_problem(error, tr("The settings cannot be saved"))
            tell(lambda: self.failed.emit(problem))

    def _write(self, values: dict[str, object]) -> None:
        # Not waiting for the disk: after a power cut the old or no settings will do.
        write_atomically(self.path, json.dumps(values, indent=1).encode())


def _now(work: Callable[[], None]) -> None:
    work()


def _parse(data: bytes) -> tuple[dict[str, object], bool]:
    """What a file holds, and whether it was whole. Of a damaged one every line that is a pair for itself."""
    text = data.decode("utf-8", "replace")
    try:
        found = json.loads(text)
        if isinstance(found, dict):
            return found, True
    except (ValueError, RecursionError):
        pass
    pairs: dict[str, object] = {}
    for line in text.splitlines():
        try:
            pairs.update(json.loads("{" + line.strip().removesuffix(",") + "}"))
        except (ValueError, RecursionError):
            continue
    return pairs, False


def _fits(name: str, value: object) -> bool:
    """Names of a newer program are kept whatever they hold."""
    try:
        Settings({name: value})
    except InvalidParameter:
        return False
    return True
