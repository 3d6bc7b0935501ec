"""Large files put together while the other threads go on: `b"".join` of views lets none run until all is copied."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

__all__ = ["joined"]

_PIECE = 2**20
"""Bytes that are copied at a time: well under a millisecond."""


def joined(parts: Iterable[bytes | memoryview]) -> bytes:
    """All `parts` one behind the other."""
    file = BytesIO()  # what it holds is given out without a copy
    for part in parts:
        view = memoryview(part)
        for start in range(0, len(view), _PIECE):
            file.write(view[start : start + _PIECE])
    return file.getvalue()
