"""The one window of a home folder: a later start finds it, hands over what it was to open, and ends.

Both meet in a folder of this user's alone. A lock there says that a window lives, and the system frees it however the
window ends; beside it lies the socket on which the window listens (on Windows it is a named pipe). What is imported
here, every start of the program waits for.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.store.locking import lock, open_for_lock

if TYPE_CHECKING:
    from flux_desktop.core.handover import Handover

__all__ = ["Instance", "token_of"]

PATIENCE, LOADING = 3.0, 10.0
"""Seconds that a window has to answer, and until it listens at all."""
PAUSE = 0.03
LONGEST = 100
"""Bytes of a socket's path that every system takes."""


class Instance:
    """A start of the program on the library in `home`, which need not be there yet."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._handle: int | None = None

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that others find."""
        return self._handle is not None

    @property
    def address(self) -> str:
        """Where the window listens: the path of a socket, or the name of a pipe; "" where there is no place for it."""
        base = self._base()
        if base is None:
            return ""
        return rf"\\.\pipe\flux-desktop-{base.name}" if sys.platform == "win32" else f"{base}.socket"

    def claim(self) -> bool:
        """Be the first, if nobody is; True also where nobody can be, e.g. because the home folder is not there yet."""
        base = self._base()
        if base is None or self.is_first:
            return True
        file = _lock_file(base)
        try:
            handle = open_for_lock(file)
        except OSError:  # nothing can be written there: then every start has a window of its own
            return True
        # One that ended between the making of the file and its lock has taken that file away.
        if lock(handle, wait=False) and _is_at(handle, file):
            self._handle = handle
            return True
        os.close(handle)
        return False

    def hand_over(self, message: Handover, seconds: float = PATIENCE, loading: float = LOADING) -> bool:
        """Tell the first window; False if it does not answer in time, or has ended: then this one `is_first`.

        It has `seconds` to answer, and may be `loading` for so many before it listens.
        """
        from flux_desktop.core.handover import DONE

        end = time.monotonic() + loading
        while (answer := _answer(self.address, message.line(), seconds)) is None:
            if self.claim() or time.monotonic() > end:
                return False
            time.sleep(PAUSE)
        if answer == DONE:
            return True
        self.claim()  # it may have ended just now
        return False

    def release(self) -> None:
        """Be found no more: the next start opens a window of its own."""
        if self._handle is None:
            return
        if (base := self._base()) is not None and sys.platform != "win32":
            _lock_file(base).unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = None

    def _base(self) -> Path | None:
        """The path of lock and socket without their suffixes, by which folder the home really is, however named."""
        try:
            found = self._home.stat()
        except OSError:
            return None
        folder = _meeting_place()
        return folder / f"{found.st_dev:x}-{found.st_ino:x}" if folder is not None else None


def token_of() -> str:
    """What the desktop gave this start so that its window may come to the front; "" where it gave nothing."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def _lock_file(base: Path) -> Path:
    return base.with_name(f"{base.name}.lock")


def _is_at(handle: int, file: Path) -> bool:
    """Whether the open file is the one that lies at `file`."""
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _meeting_place() -> Path | None:
    """A folder that is this user's alone; None if somebody else made one of its name."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or os.environ.get("TEMP") or Path.home()) / "flux-desktop-windows"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return folder
    runtime, temporary = os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("TMPDIR") or "/tmp"
    place = runtime if os.path.isdir(runtime) and len(os.fsencode(runtime)) < LONGEST - 50 else temporary
    folder = Path(place if len(os.fsencode(place)) < LONGEST - 50 else "/tmp") / f"flux-desktop-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        seen = folder.lstat()
    except OSError:
        return None
    own = stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.getuid() and not seen.st_mode & 0o077
    return folder if own else None


if sys.platform == "win32":

    def _answer(address: str, line: bytes, seconds: float) -> bytes | None:
        """What comes back for `line`, b"" if that is nothing; None where nobody listens."""
        import ctypes
        import threading

        from flux_desktop.core.handover import DONE

        try:
            pipe = open(address, "r+b", buffering=0)  # noqa: SIM115  closed by who talks
        except OSError:
            return None
        answers: list[bytes] = []

        def talk() -> None:
            try:
                with pipe:
                    pipe.write(line)
                    answers.append(pipe.read(len(DONE)))
            except OSError:
                return

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # whoever answers may come to the front
        # Reading a pipe knows no end of time: the process is about to end, and a daemon thread with it.
        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        thread.join(seconds)
        return answers[0] if answers else b""

else:

    def _answer(address: str, line: bytes, seconds: float) -> bytes | None:
        """What comes back for `line`, b"" if that is nothing; None where nobody listens."""
        import socket

        from flux_desktop.core.handover import DONE

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(seconds)
            try:
                connection.connect(address)
            except OSError:
                return None
            try:
                connection.sendall(line)
                return connection.recv(len(DONE))
            except OSError:
                return b""
