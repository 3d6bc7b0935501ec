"""EXIF blocks, read and written with a few lines: no broken block disturbs them, and nothing unknown is copied."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = [
    "ASCII",
    "BYTE",
    "EXIF_IFD",
    "GPS_IFD",
    "LONG",
    "ORIENTATION",
    "RATIONAL",
    "SHORT",
    "UNDEFINED",
    "Entry",
    "Tag",
    "directories",
    "directory",
    "orientation",
    "written",
]

ORIENTATION = 0x0112
EXIF_IFD = 0x8769
GPS_IFD = 0x8825

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
"""Kinds of values."""

Tag = tuple[int, bytes]
"""A value to be written: its kind, and its bytes with the lowest first."""

_MOST_TAGS = 1000
"""Tags of a directory that are read: no writer has as many."""

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}


@dataclass(frozen=True)
class Entry:
    """One tag. `raw` is its value as it stands in the block, b"" where that lies outside the block."""

    raw: bytes
    kind: int
    order: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The value as unsigned numbers of 2 or 4 bytes, () if it is none."""
        format = {3: "H", 4: "L", 13: "L"}.get(self.kind)
        if format is None:
            return ()
        return tuple(number for (number,) in struct.iter_unpack(self.order + format, self.raw))

    @property
    def number(self) -> int:
        """The first of the numbers, 0 if there is none."""
        return next(iter(self.numbers), 0)


def directory(block: bytes, tag: int = 0) -> dict[int, Entry]:
    """The tags of the first directory of `block`, or of the directory that its `tag` points at; {} if it is broken."""
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return {}
    (start,) = struct.unpack_from(f"{order}L", block, 4)
    first = dict(_entries(block, order, start))
    if not tag:
        return first
    pointer = first.get(tag)
    return dict(_entries(block, order, pointer.number)) if pointer and pointer.number else {}


def orientation(block: bytes) -> int:
    """1–8; 1 where the block says nothing or nonsense."""
    entry = directory(block).get(ORIENTATION)
    return entry.number if entry and 1 <= entry.number <= 8 else 1


def written(first: Mapping[int, Tag], photo: Mapping[int, Tag], gps: Mapping[int, Tag]) -> bytes:
    """A block, without any head, of the first directory, that of the photograph and that of the place; b"" if none has
    a tag."""
    return b"II*\0\x08\0\0\0" + directories(first, photo, gps, 8) if first or photo or gps else b""


def directories(first: Mapping[int, Tag], photo: Mapping[int, Tag], gps: Mapping[int, Tag], start: int) -> bytes:
    """The same as it stands at `start` of a file, with the lowest byte first."""
    further = {pointer: tags for pointer, tags in ((EXIF_IFD, photo), (GPS_IFD, gps)) if tags}
    # How large the first is has to be known before the others are placed: where its pointers point does not matter.
    unplaced: dict[int, Tag] = {pointer: (LONG, bytes(4)) for pointer in further}
    at = start + len(_directory({**first, **unplaced}, start))
    pointers, parts = {}, []
    for pointer, tags in further.items():
        pointers[pointer] = (LONG, at.to_bytes(4, "little"))
        parts.append(_directory(tags, at))
        at += len(parts[-1])
    return b"".join([_directory({**first, **pointers}, start), *parts])


def _directory(tags: Mapping[int, Tag], start: int) -> bytes:
    """A directory that stands at `start`, and behind it the values of more than four bytes."""
    entries, values = b"", b""
    after = start + 2 + 12 * len(tags) + 4
    for tag, (kind, raw) in sorted(tags.items()):
        place = raw.ljust(4, b"\0")
        if len(raw) > 4:
            place = (after + len(values)).to_bytes(4, "little")
            values += raw + bytes(len(raw) % 2)
        entries += struct.pack("<HHL", tag, kind, len(raw) // _SIZES[kind]) + place
    return struct.pack("<H", len(tags)) + entries + bytes(4) + values


def _entries(block: bytes, order: str, start: int) -> Iterator[tuple[int, Entry]]:
    if start + 2 > len(block):
        return
    (count,) = struct.unpack_from(f"{order}H", block, start)
    for at in range(start + 2, min(start + 2 + 12 * min(count, _MOST_TAGS), len(block) - 11), 12):
        tag, kind, items = struct.unpack_from(f"{order}HHL", block, at)
        size = _SIZES.get(kind, 0) * items
        place = at + 8 if size <= 4 else struct.unpack_from(f"{order}L", block, at + 8)[0]
        raw = block[place : place + size]
        yield tag, Entry(raw if len(raw) == size else b"", kind, order)
