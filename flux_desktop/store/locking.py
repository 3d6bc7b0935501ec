"""Locks between processes, held by an open file and freed by the system when the process ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["lock", "locked", "open_for_lock"]

HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0)
"""The reasons for "somebody else has it"; Wine, where this may also run, gives none at all, which is 0."""


def open_for_lock(path: Path) -> int:
    """A descriptor of the file at `path`, made if it is not there; not inherited by child programs."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def lock(handle: int, *, wait: bool = True, shared: bool = False) -> bool:
    """Lock an open file until it is closed; False where another process holds it, and nobody waits.

    A `shared` lock only keeps exclusive ones out. Windows knows exclusive ones alone.
    """
    while True:
        try:
            _ask(handle, wait, shared)
        except OSError as error:
            if error.errno not in HELD:
                raise
            if not wait:
                return False
        else:
            return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Only one process at a time is inside."""
    handle = open_for_lock(path)
    try:
        lock(handle)
        yield
    finally:
        os.close(handle)


def _ask(handle: int, wait: bool, shared: bool) -> None:
    """Ask the system once; on Windows that is to wait for ten seconds at most."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
