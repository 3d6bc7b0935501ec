"""PNG files of masks: large and mostly of one grey, so that only the rows that differ from those above them cost."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from flux_desktop.core.region import Size
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.png import SIGNATURE

__all__ = ["written"]

_STRIP = 1 << 20
"""Bytes of rows that are compressed at a time."""
_UP = 2
"""The filter of each row: what is stored is the difference to the row above."""
_SUM = 65521
"""Adler-32 counts modulo this prime."""


class _Piece(NamedTuple):
    """A piece of a deflate stream, how many bytes it stands for, and their Adler-32."""

    data: bytes
    length: int
    sum: int


def written(plane: Bytes, size: Size, left: int, top: int) -> bytes:
    """A PNG file of `size` (width, height), 8 bits of grey: `plane` at its place, 0 beside it."""
    header = struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0)
    return (
        SIGNATURE
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", _stream(_pieces(plane, size, left, top)))
        + _chunk(b"IEND", b"")
    )


def _pieces(plane: Bytes, size: Size, left: int, top: int) -> Iterator[_Piece]:
    width, height = size
    rows = max(1, _STRIP // (width + 1))
    nothing: dict[int, _Piece] = {}
    for first in range(0, height, rows):
        strip = _differences(plane, first - top, min(rows, height - first))
        if strip is None:
            count = min(rows, height - first)
            if count not in nothing:
                nothing[count] = _piece(np.zeros((count, 0), np.uint8), 0, width, 9)
            yield nothing[count]
        else:
            yield _piece(strip, left, width)


def _differences(plane: Bytes, first: int, count: int) -> Bytes | None:
    """`count` rows of the plane from its row `first` on, which may be outside, less the rows above them.

    None where all are as the rows above.
    """
    height, width = plane.shape
    seen = np.zeros((count + 1, width), np.uint8)
    begin, end = max(0, first - 1), min(height, first + count)
    if begin >= end:
        return None
    seen[begin - first + 1 : end - first + 1] = plane[begin:end]
    differences = seen[1:] - seen[:-1]
    return differences if differences.any() else None


def _piece(differences: Bytes, left: int, width: int, level: int = 1) -> _Piece:
    rows = np.zeros((len(differences), width + 1), np.uint8)
    rows[:, 0] = _UP
    rows[:, left + 1 : left + 1 + differences.shape[1]] = differences
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Piece(packer.compress(rows.data) + packer.flush(zlib.Z_SYNC_FLUSH), rows.size, zlib.adler32(rows.data))


def _stream(pieces: Iterable[_Piece]) -> bytes:
    """The pieces as one zlib stream; pieces know nothing of one another, so that one can be used again."""
    parts, total = [b"\x78\x01"], 1
    for piece in pieces:
        parts.append(piece.data)
        total = _joined(total, piece)
    end = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS).flush()
    return b"".join([*parts, end, struct.pack(">I", total)])


def _joined(total: int, piece: _Piece) -> int:
    """The Adler-32 of what has `total`, followed by the piece."""
    low, high = total & 0xFFFF, total >> 16
    more_low, more_high = piece.sum & 0xFFFF, piece.sum >> 16
    return ((high + more_high + piece.length * (low - 1)) % _SUM) << 16 | (low + more_low - 1) % _SUM


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
