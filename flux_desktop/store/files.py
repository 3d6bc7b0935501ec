"""Small files that are never half written, and what the system says when they cannot be."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.language import tr

__all__ = ["file_problem", "in_pieces", "may_write", "sync_folder", "write_atomically"]

PIECE = 2**20
"""Bytes that are written at a time."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def file_problem(error: OSError, what: str) -> FileProblem:
    """`error` as a sentence: `what` says what could not be done, e.g. `tr("The settings cannot be saved")`."""
    if error.errno in FULL:
        return FileProblem(
            tr("{what}: the disk is full.", what=what), tr("Free some space and try again. Nothing was half written.")
        )
    if error.errno in FORBIDDEN:
        return FileProblem(
            tr("{what}: this user may not write there.", what=what),
            tr("Change the folder's rights, or choose another one with FLUX_DESKTOP_HOME."),
            detail=str(error),
        )
    return FileProblem(f"{what}: {error.strerror or error}.", detail=str(error))


def in_pieces(data: bytes | memoryview) -> Iterable[memoryview]:
    """`data` as it is best written: the system takes each piece so quickly that other threads need not wait."""
    view = memoryview(data)
    return (view[start : start + PIECE] for start in range(0, len(view), PIECE))


def may_write(path: Path) -> bool:
    """Whether this user may change what is at `path`: a file also needs others beside it, its folder then too."""
    return os.access(path, os.W_OK) and (path.is_dir() or os.access(path.parent, os.W_OK | os.X_OK))


def write_atomically(path: Path, data: bytes | Iterable[bytes], *, mode: int = 0o600, durable: bool = False) -> None:
    """Put `data` at `path`: a reader finds the old bytes or the new ones, never a part. OSError if it cannot be.

    What is too large to be held whole comes in pieces. `durable` waits until the disk has it, so that it also survives
    a power cut.
    """
    draft = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(handle, "wb") as file:
            file.writelines(in_pieces(data) if isinstance(data, bytes) else data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.chmod(draft, mode)
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system needs to be told."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
