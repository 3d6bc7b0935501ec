"""The blocks of a GIF file: only what makes up its first frame reaches Pillow, which would make room for all it meets.

Pillow takes files apart more leniently than the standard says, so a second look at the same bytes would not see what it
sees. What it gets here was put together anew and has one meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Frame", "first_frame", "frame_count", "frames", "has_comment"]

_EXTENSION, _FRAME = 0x21, 0x2C
_CONTROL, _COMMENT = 0xF9, 0xFE
_SCREEN = 13
_BLOCK = re.compile(b"[!,;]")
"""What can follow a block, or the end; anything else between blocks is dirt, which readers pass over."""


@dataclass(frozen=True)
class Frame:
    """Where a frame is in the file, and which colour of its palette is transparent, if any."""

    start: int
    end: int
    transparent: int | None = None


def first_frame(data: bytes) -> bytes:
    """A file of the screen and the first frame alone; SyntaxError if there is none."""
    frame = next(frames(data), None)
    if frame is None:
        raise SyntaxError("no frame in this GIF")
    clear = frame.transparent
    control = b"" if clear is None else bytes((_EXTENSION, _CONTROL, 4, 1, 0, 0, clear, 0))
    return data[: _after_screen(data)] + control + data[frame.start : frame.end]


def frame_count(data: bytes) -> int:
    """How many frames begin in the file: at least 1."""
    return max(1, sum(1 for _ in frames(data)))


def has_comment(data: bytes) -> bool:
    """Whether somebody wrote words into the file."""
    return any(data[at] == _EXTENSION and data[at + 1] == _COMMENT and data[at + 2] for at, _ in _blocks(data))


def frames(data: bytes) -> Iterator[Frame]:
    """The frames, the last one perhaps cut short."""
    transparent = None
    for start, end in _blocks(data):
        if data[start] == _FRAME:
            yield Frame(start, end, transparent)
            transparent = None
        elif data[start + 1 : start + 3] == bytes((_CONTROL, 4)) and start + 7 <= end:
            transparent = data[start + 6] if data[start + 3] & 1 else None


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each frame and each extension begins and ends."""
    at = _after_screen(data)
    while found := _BLOCK.search(data, at):
        start = found.start()
        if data[start] == _EXTENSION and start + 3 <= len(data):
            at = _after_parts(data, start + 2)
        elif data[start] == _FRAME and start + 11 <= len(data):
            at = _after_parts(data, start + 11 + _table(data[start + 9]))  # 11: with the least size of a code
        else:
            return
        yield start, min(at, len(data))


def _after_parts(data: bytes, at: int) -> int:
    """What follows a row of parts, each of a length and as many bytes, that ends with a length of 0."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1


def _after_screen(data: bytes) -> int:
    return _SCREEN + _table(data[10]) if len(data) >= _SCREEN else len(data)


def _table(flags: int) -> int:
    """Bytes of the colour table that `flags` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
