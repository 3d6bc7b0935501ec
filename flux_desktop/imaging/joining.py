"""Large files read and put together while the other threads go on.

`b"".join` of views lets none of them run until all is copied, and to read 100 MB in one call of the system, others that
need memory then wait for 40 ms.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from io import BytesIO, FileIO

__all__ = ["Part", "joined", "read_whole", "roomy_file"]

Part = bytes | memoryview
"""Of a file: bytes, or those that another file already holds."""

_uncleared = ctypes.pythonapi.PyBytes_FromStringAndSize
"""Makes bytes with values to come: https://docs.python.org/3/c-api/bytes.html"""
_uncleared.restype = ctypes.py_object
_uncleared.argtypes = [ctypes.c_char_p, ctypes.c_ssize_t]

_PIECE = 2**20
"""Bytes that are read or copied at a time: well under a millisecond."""


def joined(parts: Iterable[Part]) -> bytes:
    """All `parts` one behind the other."""
    first, *more = parts = list(parts) or [b""]
    if isinstance(first, bytes) and not more:
        return first
    views = [memoryview(part) for part in parts]
    file = roomy_file(sum(len(view) for view in views))
    for view in views:
        for start in range(0, len(view), _PIECE):
            file.write(view[start : start + _PIECE])
    return file.getvalue()


def roomy_file(size: int) -> BytesIO:
    """A file in memory with room for `size` bytes of any value: to grow, a large one would be moved again and again.

    What it holds is given out without a copy, once `truncate` has cut it off behind what was written last.
    """
    # Not `bytes(size)`: where memory is used again, it would be cleared, and no other thread runs until it is.
    return BytesIO(_uncleared(None, size))


def read_whole(file: FileIO) -> bytes:
    """All bytes of a file that was opened without a buffer, from its beginning; OSError."""
    size = os.fstat(file.fileno()).st_size
    content = roomy_file(size)
    file.seek(0)
    done = 0
    with content.getbuffer() as room:
        while done < size and (more := file.readinto(room[done : done + _PIECE])):
            done += more
    content.seek(done)  # meanwhile it may have been cut off, or gone on
    content.write(file.readall())
    content.truncate()
    return content.getvalue()
