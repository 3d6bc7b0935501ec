"""What the file of an original says about its taking: when, by whom and where, to be kept in what is made of it."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from flux_desktop.imaging import exif
from flux_desktop.imaging.exif import (
    ASCII,
    BYTE,
    EXIF_IFD,
    GPS_IFD,
    ORIENTATION,
    RATIONAL,
    SHORT,
    UNDEFINED,
    Entry,
    Tag,
)
from flux_desktop.imaging.texts import exif_block, xmp_properties

__all__ = ["Camera", "camera_of"]

_ARTIST, _COPYRIGHT, _XP_AUTHOR = 0x013B, 0x8298, 0x9C9D
_VERSION, _TAKEN, _OFFSET, _SUBSECONDS = 0x9000, 0x9003, 0x9011, 0x9291
_MOMENT = re.compile(r"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")
_ZONE = re.compile(r"[+-]\d\d:\d\d")
_LONGEST_NOTICE, _LONGEST_NAME, _MOST_NAMES = 2000, 200, 10
"""Characters, characters and names: all of it has to fit into one segment of a JPEG."""

_GPS = MappingProxyType(
    {
        1: (ASCII, 2), 2: (RATIONAL, 24), 3: (ASCII, 2), 4: (RATIONAL, 24), 5: (BYTE, 1), 6: (RATIONAL, 8),
        7: (RATIONAL, 24), 16: (ASCII, 2), 17: (RATIONAL, 8), 18: (ASCII, None), 29: (ASCII, 11),
    }
)  # fmt: skip
"""Latitude, longitude, altitude, time, direction, datum and date: kinds, and bytes where their number is fixed."""


@dataclass(frozen=True)
class Camera:
    """What is kept of an original's own notes. `taken` is like `2026:11:21 14:09:52`, `place` has tags of the GPS."""

    taken: str = ""
    offset: str = ""
    subseconds: str = ""
    authors: tuple[str, ...] = ()
    copyright: str = ""
    place: Mapping[int, Tag] = field(default_factory=lambda: MappingProxyType({}))

    def only(self, *, date: bool, copyright: bool, author: bool, place: bool) -> Camera:
        """What is left if just this is kept."""
        kept = self if date else replace(self, taken="", offset="", subseconds="")
        kept = kept if copyright else replace(kept, copyright="")
        kept = kept if author else replace(kept, authors=())
        return kept if place else replace(kept, place=MappingProxyType({}))

    def exif(self, orientation: int = 1) -> bytes:
        """A new block with these tags and no others; b"" for none.

        The pixels of what is made here are upright: only a file that is passed on as it lies has an `orientation`.
        """
        first = {_ARTIST: "; ".join(self.authors), _COPYRIGHT: self.copyright}
        photo = {_TAKEN: self.taken, _OFFSET: self.offset, _SUBSECONDS: self.subseconds}
        turned = {ORIENTATION: (SHORT, orientation.to_bytes(2, "little"))} if orientation != 1 else {}
        times, place = _texts(photo), dict(self.place)
        return exif.written(
            {**turned, **_texts(first)},
            {_VERSION: (UNDEFINED, b"0232"), **times} if times else {},
            {0: (BYTE, b"\2\3\0\0"), **place} if place else {},
        )

    def xmp(self) -> dict[str, tuple[str, ...]]:
        """Author and copyright as properties: older readers of EXIF know ASCII alone."""
        found = {"dc:creator": self.authors, "dc:rights": (self.copyright,) if self.copyright else ()}
        return {name: values for name, values in found.items() if values}


def camera_of(data: bytes) -> Camera:
    """What the picture file `data` says; nothing if it is none."""
    block, packet = exif_block(data), xmp_properties(data)
    first, photo = exif.directory(block), exif.directory(block, EXIF_IFD)
    author = _words(first.get(_ARTIST)) or _wide_words(first.get(_XP_AUTHOR))
    rights = packet.get("dc:rights", ("",))[0].strip() or _words(first.get(_COPYRIGHT))
    creators = tuple(name.strip() for name in packet.get("dc:creator", ()) if name.strip())
    zone, fraction = _words(photo.get(_OFFSET)), _words(photo.get(_SUBSECONDS))
    taken = _words(photo.get(_TAKEN))
    moment = taken if _MOMENT.fullmatch(taken) else ""
    return Camera(
        moment,
        zone if moment and _ZONE.fullmatch(zone) else "",
        fraction if moment and fraction.isascii() and fraction.isdigit() else "",
        tuple(name[:_LONGEST_NAME] for name in (creators or (author,)) if name)[:_MOST_NAMES],
        rights[:_LONGEST_NOTICE],
        MappingProxyType(_place(exif.directory(block, GPS_IFD))),
    )


def _words(entry: Entry | None) -> str:
    """A text as writers of today mean it, in UTF-8; as those of yesterday did where it is none."""
    if entry is None or entry.kind != ASCII:
        return ""
    raw = entry.raw.partition(b"\0")[0].strip()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _wide_words(entry: Entry | None) -> str:
    """A text as Windows writes it."""
    return entry.raw.decode("utf-16-le", "replace").partition("\0")[0].strip() if entry else ""


def _texts(values: Mapping[int, str]) -> dict[int, Tag]:
    # In UTF-8, as the Metadata Working Group advises: in ASCII, names outside of it would be question marks.
    return {tag: (ASCII, text.encode("utf-8", "replace") + b"\0") for tag, text in values.items() if text}


def _place(entries: Mapping[int, Entry]) -> dict[int, Tag]:
    """The tags that are known, each of the kind and the length that it should have."""
    found = {}
    for tag, (kind, size) in _GPS.items():
        entry = entries.get(tag)
        if entry is None or entry.kind != kind or len(entry.raw) != (size or len(entry.raw)) or len(entry.raw) > 64:
            continue
        if kind == RATIONAL:
            count = len(entry.raw) // 4
            found[tag] = (kind, struct.pack(f"<{count}L", *struct.unpack(f"{entry.order}{count}L", entry.raw)))
        elif kind == BYTE or entry.raw.isascii():
            found[tag] = (kind, entry.raw)
    return found
