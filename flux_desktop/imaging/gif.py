"""The blocks of a GIF file, followed without decoding: Pillow makes room for every frame that it only counts."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["frame_count", "size"]

_EXTENSION, _FRAME = 0x21, 0x2C


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height of the screen, or of the first frame where that reaches beyond it; None if there is none."""
    if len(data) < 13:
        return None
    width, height = _number(data, 6), _number(data, 8)
    for at in _frames(data):
        right, bottom = (_number(data, at + 1 + i) + _number(data, at + 5 + i) for i in (0, 2))
        return max(width, right), max(height, bottom)
    return width, height


def frame_count(data: bytes) -> int:
    """How many frames begin in the file: at least 1."""
    return max(1, sum(1 for _ in _frames(data)))


def _frames(data: bytes) -> Iterator[int]:
    """Where the frames begin."""
    at = 13 + _table(data[10]) if len(data) >= 13 else len(data)
    while at + 10 <= len(data):
        if data[at] == _EXTENSION:
            at = _after_blocks(data, at + 2)
        elif data[at] == _FRAME:
            yield at
            at = _after_blocks(data, at + 11 + _table(data[at + 9]))  # 11: with the least size of a code
        else:
            return


def _after_blocks(data: bytes, at: int) -> int:
    """What follows a row of blocks, each of a length and as many bytes, that ends with a length of 0."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1


def _table(flags: int) -> int:
    """Bytes of the colour table that `flags` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
