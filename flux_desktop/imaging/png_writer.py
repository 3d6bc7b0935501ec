"""PNG files written on all cores, in a fifth to a third of the time that Pillow's quickest level takes.

Each row is stored as the difference to the row above it, which suits photographs and drawings alike. The rows are
compressed in pieces at the same time; a deflate stream is nothing but such pieces, one behind the other.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.deflating import PIECE, compressed, in_order
from flux_desktop.imaging.joining import roomy_file
from flux_desktop.imaging.png import SIGNATURE

__all__ = ["of_pixels", "written"]

_RAW = -15
"""For zlib: 32 kB of memory, without the header and the sum at the end, which only the whole stream has."""

_HEADER = b"\x78\x01"
_UP = 2
_ROOM = 2**16
"""Bytes for all that is not pixels; what cannot be packed may need a little more than it has."""
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}

_Rows = Callable[[int, int], NDArray[Any]]
"""The rows from one number up to another, as height × width × channels of 8 or 16 bits."""


def written(image: Image.Image) -> bytes:
    """A PNG file of `image` (RGB or RGBA), without loss and with nothing in it but pixels."""
    width, height = image.size

    def rows(top: int, bottom: int) -> NDArray[Any]:
        return np.asarray(image.crop((0, top, width, bottom)))

    return _file(rows, (height, width, len(image.getbands())), 1, b"")


def of_pixels(pixels: NDArray[Any], icc: bytes = b"") -> bytes:
    """A PNG file of `pixels` (height × width × 1 to 4 channels, of 8 or 16 bits), with the profile `icc` unless b""."""
    return _file(lambda top, bottom: pixels[top:bottom], pixels.shape, pixels.itemsize, icc)


def _file(rows: _Rows, shape: tuple[int, ...], sample: int, icc: bytes) -> bytes:
    height, width, channels = shape
    header = struct.pack(">IIBBBBB", width, height, 8 * sample, _COLOUR_TYPES[channels], 0, 0, 0)
    file = roomy_file(height * (width * channels * sample + 1) + len(icc) + _ROOM)
    file.writelines([SIGNATURE, *_chunk(b"IHDR", header)])
    if icc:
        file.writelines(_chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(icc)))
    step = max(1, PIECE // (width * channels * sample + 1))
    pieces = [(top, min(top + step, height)) for top in range(0, height, step)]
    total = zlib.adler32(b"")
    for number, (raw, packed) in enumerate(in_order(partial(_packed, rows, height), pieces)):
        total = zlib.adler32(raw, total)
        head = _HEADER if number == 0 else b""
        tail = total.to_bytes(4, "big") if number == len(pieces) - 1 else b""
        file.writelines(_chunk(b"IDAT", head + packed + tail))
    file.writelines(_chunk(b"IEND", b""))
    file.truncate()
    return file.getvalue()


def _packed(rows: _Rows, height: int, piece: tuple[int, int]) -> tuple[memoryview, bytes]:
    """The rows of `piece`, as differences behind the byte that says so, and the same compressed."""
    top, bottom = piece
    values = _row_bytes(rows(max(0, top - 1), bottom))
    different = np.empty((bottom - top, values.shape[1] + 1), np.uint8)
    different[:, 0] = _UP
    if top == 0:
        different[0, 1:] = values[0]
    np.subtract(values[1:], values[:-1], out=different[1 if top == 0 else 0 :, 1:])
    raw = different.reshape(-1).data
    return raw, compressed(raw, zlib.Z_FINISH if bottom == height else zlib.Z_SYNC_FLUSH, _RAW)


def _row_bytes(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Height × bytes of a row, of two the high one first."""
    ordered = np.ascontiguousarray(values.astype(">u2") if values.itemsize == 2 else values)
    return ordered.view(np.uint8).reshape(len(values), -1)


def _chunk(type: bytes, data: bytes) -> tuple[bytes, ...]:
    return len(data).to_bytes(4, "big"), type, data, zlib.crc32(data, zlib.crc32(type)).to_bytes(4, "big")
