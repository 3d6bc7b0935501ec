"""The metadata items of an AVIF file, changed without touching its pixels.

The file is a row of boxes. One of them, `meta`, lists items (the picture, its alpha, its notes) and where in the file
the bytes of each lie: so it is written anew when anything moves. See ISO 14496-12, 8.11, and the AVIF specification.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flux_desktop.imaging import heif

__all__ = ["with_items"]

_KEPT = {b"ftyp", b"meta", b"mdat"}
_DROPPED = {b"free", b"skip", b"uuid"}
_NOTES = {b"Exif", b"mime", b"uri "}
_XMP_TYPE = b"application/rdf+xml\0"
_IN_FILE = 0

Box = tuple[bytes, int, int]
"""Kind, start and end."""

Extent = tuple[int, int]
"""Offset and length."""


@dataclass(frozen=True)
class _Note:
    """A note to be written: the kind of its item, what its entry says beside that, and its bytes."""

    kind: bytes
    more: bytes
    data: bytes


@dataclass(frozen=True)
class _Item:
    """An entry of `iinf`, its kind, and where its bytes lie: in the file, or (another `method`) in `meta` itself."""

    entry: bytes
    kind: bytes
    method: int = _IN_FILE
    extents: tuple[Extent, ...] = ()


@dataclass(frozen=True)
class _Meta:
    """What `meta` says: its boxes in their order, the number of the picture among the items, the items by their
    numbers, and the references between them."""

    boxes: Mapping[bytes, bytes]
    primary: int
    items: Mapping[int, _Item]
    references: tuple[bytes, ...]

    @property
    def extents(self) -> list[Extent]:
        """Of all items in the file."""
        return [extent for item in self.items.values() if item.method == _IN_FILE for extent in item.extents]

    def without_notes(self) -> _Meta:
        kept = {id: item for id, item in self.items.items() if item.kind not in _NOTES}
        references = tuple(box for box in self.references if int.from_bytes(box[8:10], "big") in kept)
        return replace(self, items=kept, references=references)

    def with_note(self, note: _Note, offset: int) -> _Meta:
        """One more item, which describes the picture, with its bytes at `offset`."""
        id = max(self.items) + 1
        entry = _box(b"infe", struct.pack(">BxxxHH4s", 2, id, 0, note.kind) + b"\0" + note.more)
        reference = _box(b"cdsc", struct.pack(">HHH", id, 1, self.primary))
        item = _Item(entry, note.kind, extents=((offset, len(note.data)),))
        return replace(self, items={**self.items, id: item}, references=(*self.references, reference))

    def moved(self, places: Mapping[Extent, int]) -> _Meta:
        """The same where what lay between start and end has moved so far; ValueError for bytes that lay nowhere."""

        def move(item: _Item) -> _Item:
            if item.method != _IN_FILE:
                return item
            return replace(item, extents=tuple(_moved(extent, places) for extent in item.extents))

        return replace(self, items={id: move(item) for id, item in self.items.items()})

    def written(self) -> bytes:
        info = struct.pack(">xxxxH", len(self.items)) + b"".join(item.entry for item in self.items.values())
        links = _box(b"iref", bytes(4) + b"".join(self.references)) if self.references else b""
        boxes = {**self.boxes, b"iinf": _box(b"iinf", info), b"iloc": _box(b"iloc", self._locations()), b"iref": links}
        return _box(b"meta", bytes(4) + b"".join(boxes.values()))

    def _locations(self) -> bytes:
        """In version 1, with offsets and lengths of four bytes."""
        entries = (
            struct.pack(">HHHH", id, item.method, 0, len(item.extents))
            + b"".join(struct.pack(">LL", *extent) for extent in item.extents)
            for id, item in self.items.items()
        )
        return struct.pack(">BxxxBBH", 1, 0x44, 0, len(self.items)) + b"".join(entries)


def with_items(file: bytes, exif: bytes, xmp: bytes) -> bytes | None:
    """`file` with the same pixels, these notes and no others; None for one that is not put together as usual."""
    notes = [_Note(b"Exif", b"", bytes(4) + exif)] if exif else []
    notes += [_Note(b"mime", _XMP_TYPE, xmp)] if xmp else []
    try:
        return _rewritten(file, notes)
    except (ValueError, IndexError, struct.error):
        return None


def _rewritten(file: bytes, notes: Sequence[_Note]) -> bytes:
    boxes = _boxes(file)
    kinds = [kind for kind, _, _ in boxes]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"meta") != 1 or set(kinds) - _KEPT - _DROPPED:
        raise ValueError("other boxes")
    start, end = next((start, end) for kind, start, end in boxes if kind == b"meta")
    meta = _meta(file[start:end])
    picture = meta.without_notes()
    kept = [box for box in boxes if box[0] in _KEPT and (box[0] != b"mdat" or _has_any(box, picture.extents))]
    # Where things lie depends on the length of `meta`, which does not depend on where things lie: so it is made twice.
    written = _placed(picture, kept, notes, len(_placed(picture, kept, notes, 0)))
    pixels = _blanked(file, meta, picture)
    parts = [written if kind == b"meta" else pixels[start:end] for kind, start, end in kept]
    return b"".join([*parts, _box(b"mdat", b"".join(note.data for note in notes)) if notes else b""])


def _placed(picture: _Meta, kept: Iterable[Box], notes: Iterable[_Note], size: int) -> bytes:
    """`meta` for a file of the boxes `kept`, with itself of that size, and the `notes` in a box behind them."""
    places, at = {}, 0
    for kind, start, end in kept:
        places[start, end] = at - start
        at += size if kind == b"meta" else end - start
    meta, at = picture.moved(places), at + 8
    for note in notes:
        meta = meta.with_note(note, at)
        at += len(note.data)
    return meta.written()


def _moved(extent: Extent, places: Mapping[Extent, int]) -> Extent:
    offset, length = extent
    for (start, end), by in places.items():
        if start <= offset and offset + length <= end and length:
            return offset + by, length
    raise ValueError("bytes outside of the file")


def _blanked(file: bytes, meta: _Meta, picture: _Meta) -> bytes:
    """`file` with zeros where the notes lie that are taken out; ValueError if that would touch the picture."""
    changed = bytearray(file)
    for item in meta.items.values():
        if item.kind not in _NOTES:
            continue
        for offset, length in item.extents:
            if item.method != _IN_FILE or any(
                offset < at + size and at < offset + length for at, size in picture.extents
            ):
                raise ValueError("notes among the pixels")
            changed[offset : offset + length] = bytes(length)
    if len(changed) != len(file):
        raise ValueError("notes outside of the file")
    return bytes(changed)


def _meta(box: bytes) -> _Meta:
    found = [(kind, box[start + 12 : end + 12]) for kind, start, end in _boxes(box[12:])]
    boxes = dict(found)
    if len(boxes) != len(found) or not {b"pitm", b"iinf", b"iloc"} <= boxes.keys():
        raise ValueError("boxes twice, or none")
    primary, entries, references = boxes[b"pitm"], boxes[b"iinf"], boxes.get(b"iref", bytes(12))
    if primary[8] or entries[8] or references[8]:
        raise ValueError("a version for many items")
    items = dict(_items(entries[14:], dict(_locations(boxes[b"iloc"][8:]))))
    return _Meta(boxes, int.from_bytes(primary[12:14], "big"), items, tuple(_parts(references[12:])))


def _items(entries: bytes, places: Mapping[int, tuple[int, tuple[Extent, ...]]]) -> Iterator[tuple[int, _Item]]:
    for entry in _parts(entries):
        version, id, kind = entry[8], int.from_bytes(entry[12:14], "big"), entry[16:20]
        if version != 2:
            raise ValueError("an item of another version")
        yield id, _Item(entry, kind, *places.get(id, (_IN_FILE, ())))


def _locations(data: bytes) -> Iterator[tuple[int, tuple[int, tuple[Extent, ...]]]]:
    """Method and extents by the numbers of items, offsets from the beginning of the file."""
    version, numbers = data[0], _Numbers(data[4:])
    offset_size, length_size = divmod(numbers.take(1), 16)
    base_size, index_size = divmod(numbers.take(1), 16)
    wide = 4 if version == 2 else 2
    for _ in range(numbers.take(wide)):
        id, method = numbers.take(wide), numbers.take(2) if version else 0
        if numbers.take(2):
            raise ValueError("bytes in another file")
        base = numbers.take(base_size)
        extents = []
        for _ in range(numbers.take(2)):
            numbers.take(index_size if version else 0)
            extents.append((base + numbers.take(offset_size), numbers.take(length_size)))
        yield id, (method & 15, tuple(extents))


class _Numbers:
    """Unsigned numbers of any length, one after the other; ValueError beyond the end."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, size: int) -> int:
        self._at += size
        if self._at > len(self._data):
            raise ValueError("cut short")
        return int.from_bytes(self._data[self._at - size : self._at], "big")


def _boxes(data: bytes) -> list[Box]:
    """All of `data` as boxes; ValueError if anything else is in it, or one does not say its own size."""
    found = list(heif.boxes(data))
    said = [int.from_bytes(data[start : start + 4], "big") for _, start, _ in found]
    if said != [end - start for _, start, end in found] or sum(said) != len(data):
        raise ValueError("no row of boxes")
    return found


def _parts(data: bytes) -> Iterator[bytes]:
    return (data[start:end] for _, start, end in _boxes(data))


def _has_any(box: Box, extents: Iterable[Extent]) -> bool:
    return any(box[1] <= offset < box[2] for offset, _ in extents)


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content
