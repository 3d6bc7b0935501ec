"""The segments of a JPEG file, so that notes can be taken out, put in and read without decoding a pixel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["APP0", "APP1", "APP2", "APP14", "EOI", "NOTES", "SOI", "SOS", "Segment", "note", "segments"]

SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
NOTES = frozenset({0xFE, *range(APP0, APP0 + 16)})
"""Comments and the segments of applications: all that is beside the pixels, and what says how colours are meant."""

_LONGEST = 0xFFFF - 2
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A marker that ends a scan; inside it 0xFF is followed by 0 or by the number of a restart."""
_PIECE = 2**20
"""Bytes that are searched at a time: well under two milliseconds."""


@dataclass(frozen=True)
class Segment:
    """Where a segment is: `start` of its marker, `end` of its content, of a scan the end of its pixels."""

    marker: int
    start: int
    end: int

    def content(self, file: bytes) -> bytes:
        """What follows the length; of a scan its header and its pixels."""
        return file[self.start + 4 : self.end]


def segments(file: bytes, *, scans: bool = True) -> Iterator[Segment]:
    """Every segment behind the first marker, up to the first end of image; without that, if the file is cut short or
    something else stands where a segment should begin. Without `scans` only what stands before the pixels: to look for
    their end takes a millisecond a megabyte."""
    at = 2
    while True:
        while file[at : at + 2] == b"\xff\xff":  # any number of these may stand before a marker
            at += 1
        if at + 2 > len(file) or file[at] != 0xFF:
            return
        marker = file[at + 1]
        if marker == EOI:
            yield Segment(EOI, at, at + 2)
            return
        end = at + 2 + int.from_bytes(file[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(file):
            return
        if marker == SOS:
            if not scans:
                return
            end = _end_of_scan(file, end)
        yield Segment(marker, at, end)
        at = end


def _end_of_scan(file: bytes, start: int) -> int:
    """Where the marker behind the pixels stands that begin at `start`, looked for in pieces: other threads go on."""
    for piece in range(start, len(file), _PIECE):
        if after := _AFTER_SCAN.search(file, piece, piece + _PIECE + 1):  # a marker has two bytes
            return after.start()
    return len(file)


def note(marker: int, content: bytes) -> bytes:
    """A segment with that content; ValueError if it is longer than a segment can be."""
    if len(content) > _LONGEST:
        raise ValueError(f"{len(content)} bytes do not fit into a segment")
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content
