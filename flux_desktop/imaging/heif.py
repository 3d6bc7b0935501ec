"""HEIC files, made harmless before their reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

__all__ = ["boxes", "exif_block", "open_heif", "xmp_packet"]

_DESCRIBES = b"cdsc"
"""The reference by which a metadata item belongs to a picture."""


def open_heif(data: bytes) -> ImageFile:
    """A lazy image. SyntaxError and others if it is none."""
    from pi_heif import HeifImageFile

    return HeifImageFile(BytesIO(_without_metadata(data)))  # type: ignore[no-any-return]


def boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The boxes that the file is a row of: type, start and declared end, which may lie beyond the end of `data`."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        elif size == 0:
            size = len(data) - at
        if size < 8:
            return
        yield data[at + 4 : at + 8], at, at + size
        at += size


def exif_block(data: bytes) -> bytes:
    """The EXIF block, with whatever follows it; b"" if there is none."""
    starts = (data.find(head) for head in (b"MM\0*\0\0\0\x08", b"II*\0\x08\0\0\0"))
    return next((data[start : start + 2**20] for start in starts if start >= 0), b"")


def xmp_packet(data: bytes) -> bytes:
    """The beginning of an XMP packet; b"" if there is none."""
    start = data.find(b"<x:xmpmeta")
    return data[start : start + 64] if start >= 0 else b""


def _without_metadata(data: bytes) -> bytes:
    """`data` with its metadata items belonging to nothing.

    WORKAROUND https://github.com/bigcat88/pillow_heif: a damaged item among them that has lost its type ends the whole
    process, in `_CtxImage_metadata` of pi_heif 1.4.0 (and not only there).
    """
    for kind, start, end in boxes(data):
        if kind == b"meta" and _DESCRIBES in data[start:end]:
            return data[:start] + data[start:end].replace(_DESCRIBES, b"none") + data[end:]
    return data
