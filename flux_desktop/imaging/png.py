"""The chunks of a PNG file: what Pillow would stumble over is taken out, what it would read too late is read here."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from flux_desktop.imaging.joining import joined

__all__ = ["SIGNATURE", "Chunk", "chunks", "exif_block", "frame_count", "icc_profile", "lean"]

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_MOST_ICC = 32 * 2**20
"""Bytes that a profile may unpack to; the largest printer profiles have about 10 MB."""


@dataclass(frozen=True)
class Chunk:
    """Where a chunk is: `start` of its length field, `size` of its data."""

    type: bytes
    start: int
    size: int

    @property
    def end(self) -> int:
        return self.start + self.size + 12

    def data(self, file: bytes, most: int | None = None) -> bytes:
        size = self.size if most is None else min(self.size, most)
        return file[self.start + 8 : self.start + 8 + size]


def chunks(file: bytes) -> Iterator[Chunk]:
    """Every chunk, the last one perhaps cut short."""
    at = len(SIGNATURE)
    while at + 8 <= len(file):
        chunk = Chunk(file[at + 4 : at + 8], at, int.from_bytes(file[at : at + 4], "big"))
        yield chunk
        if chunk.type == b"IEND":
            return
        at = chunk.end


def lean(file: bytes) -> bytes:
    """`file` with nothing but its pixels: texts, profiles and animations of any size no longer matter."""
    found = list(chunks(file))
    if all(chunk.type in _PIXELS for chunk in found):
        return file
    view = memoryview(file)
    return joined([SIGNATURE, *(view[chunk.start : chunk.end] for chunk in found if chunk.type in _PIXELS)])


def exif_block(file: bytes) -> bytes:
    """The eXIf chunk, also where it follows the pixels; b"" if there is none."""
    return next((chunk.data(file) for chunk in chunks(file) if chunk.type == b"eXIf"), b"")


def icc_profile(file: bytes) -> bytes:
    """The embedded profile; b"" if there is none or it cannot be unpacked."""
    packed = next((chunk.data(file) for chunk in chunks(file) if chunk.type == b"iCCP"), b"")
    _, _, rest = packed.partition(b"\0")
    try:
        return zlib.decompressobj().decompress(rest[1:], _MOST_ICC) if rest else b""
    except zlib.error:
        return b""


def frame_count(file: bytes) -> int:
    """How many frames an animated PNG says that it has, otherwise 1."""
    control = next((chunk.data(file, 8) for chunk in chunks(file) if chunk.type == b"acTL"), b"")
    return max(1, int.from_bytes(control[:4], "big"))
