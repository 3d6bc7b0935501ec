"""The project's own environment in `.venv`: made, filled from the lock file, repaired, and known to be ready."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from dev_output import Problem, quietly, say

__all__ = ["BINARIES", "PURE", "VERSION", "Kind", "Venv", "clean_environment"]

Kind = Literal["run", "test", "pack"]
BINARIES = ("--only-binary=:all:", "--no-binary=pyvips")
"""For pip: nothing is built here but pyvips, which comes as source alone, and is Python alone beside pyvips-binary."""
PURE = {"PKG_CONFIG_LIBDIR": os.devnull}
"""For the build of pyvips: it must not find a libvips of the system and bind to that."""
PROBE = "import sys, pip; print(sys.version_info[0], sys.version_info[1], sep='.')"
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


class Venv:
    """An environment below `root`, `.venv` unless another is named. What it holds is told by stamps in it.

    `test` holds all that `run` needs, and more; so does `pack`, which is for making installers.
    """

    def __init__(self, root: Path, name: str = ".venv") -> None:
        self.root = root
        self.folder = root / name
        self.python = self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self._unfinished = self.folder / "flux-desktop-unfinished"

    def lock_file(self, kind: Kind) -> Path:
        """The versions and hashes of all packages."""
        return self.root / "packaging" / "lock" / f"{kind}.txt"

    def ready(self, kind: Kind) -> bool:
        """Whether nothing has to be done. Reads three small files: it runs at every start."""
        kinds: tuple[Kind, ...] = ("run", "test") if kind == "run" else (kind,)
        return self.python.exists() and any(self.stamped(each, self._wanted(each)) for each in kinds)

    def prepare(self, kind: Kind) -> None:
        """Make it ready, whatever stopped an earlier set-up, or raise Problem. To be called under `alone`."""
        try:
            self._forget()
            reason = self.fault()
            if reason:
                self._remake(reason)
            self._fill(kind)
            self.stamp(kind, self._wanted(kind))
        except PermissionError as error:
            text = f"{error.filename} belongs to somebody else: remove {self.folder} and run this again."
            raise Problem(text) from error
        except OSError as error:
            raise Problem(f"The set-up cannot go on: {error}. Mend that and run this again.") from error

    def fault(self) -> str:
        """Why the environment has to be made anew; "" if it can be filled as it is."""
        if not self.folder.exists():
            return "there is none yet"
        if self._unfinished.exists():
            return "the last set-up did not end"
        if not self.python.exists():
            return "its Python is gone"
        answer = subprocess.run([self.python, "-I", "-c", PROBE], capture_output=True, text=True, check=False)
        if answer.returncode:
            return "its Python does not work"
        if answer.stdout.strip() != VERSION:
            return f"it is of Python {answer.stdout.strip()}"
        return "" if self._at_home() else "it was made in another folder"

    def stamped(self, name: str, text: str) -> bool:
        """Whether `stamp` was called with this name and text since the last set-up."""
        try:
            return self._stamp_file(name).read_text() == text
        except OSError:
            return False

    def stamp(self, name: str, text: str) -> None:
        self._stamp_file(name).write_text(text)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps a second set-up of this checkout waiting. The lock is the system's: it ends with the process."""
        with (self.root / "pyproject.toml").open("rb") as file:
            if not _try_lock(file.fileno()):
                say("Waiting for another set-up of this checkout to end")
                while not _try_lock(file.fileno()):
                    time.sleep(0.2)
            yield

    def _stamp_file(self, name: str) -> Path:
        return self.folder / f"flux-desktop-{name}"

    def _wanted(self, kind: Kind) -> str:
        """A hash of all that decides what has to be installed; the folder too, for it is written into scripts."""
        parts = (self.lock_file(kind).read_bytes(), (self.root / "pyproject.toml").read_bytes())
        digest = hashlib.sha256(f"{VERSION} {self.folder}".encode())
        for part in parts:
            digest.update(hashlib.sha256(part).digest())
        return digest.hexdigest()

    def _forget(self) -> None:
        for name in ("run", "test", "pack", "libraries"):
            self._stamp_file(name).unlink(missing_ok=True)

    def _at_home(self) -> bool:
        settings = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8")
        command = next((line for line in settings.splitlines() if line.startswith("command = ")), "")
        return not command or command.endswith(str(self.folder))

    def _remake(self, reason: str) -> None:
        say(f"Making {self.folder.relative_to(self.root)} with Python {VERSION}: {reason}")
        self.folder.mkdir(parents=True, exist_ok=True)
        # The mark comes first and stays to the end, so that being stopped in the middle is seen the next time.
        self._unfinished.touch()
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != self._unfinished:
                path.unlink()
        # Not sys.executable: it may be the Python of the very environment that was just emptied.
        base = getattr(sys, "_base_executable", "") or sys.executable
        quietly([base, "-I", "-m", "venv", str(self.folder)], "Python could not make .venv. Look at its words above.")

    def _fill(self, kind: Kind) -> None:
        self._unfinished.touch()
        lock = self.lock_file(kind)
        say(f"Installing the packages of {lock.relative_to(self.root)} (the first time takes a minute or two)")
        self._pip("--require-hashes", *BINARIES, "-r", str(lock))
        say("Installing Flux Desktop itself")
        self._pip("--no-deps", "--no-build-isolation", "-e", str(self.root))
        self._unfinished.unlink()

    def _pip(self, *words: str) -> None:
        pip = [str(self.python), "-I", "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        environment = {**clean_environment(), **PURE, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
        sentence = (
            "pip could not install the packages. Look at its words above, check the connection and run this again."
        )
        try:
            quietly([*pip, "--root-user-action=ignore", *words], sentence, env=environment)
        except Problem:
            # pip came to an end of its own and has put back what it had begun: the next run need not start anew.
            self._unfinished.unlink()
            raise


def clean_environment() -> dict[str, str]:
    """The environment without what would let another Python's packages in."""
    foreign = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in foreign}


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        """Locks a byte far behind the end of the file, so that others can still read it."""
        os.lseek(descriptor, 2**30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
