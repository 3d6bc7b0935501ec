"""TIFF files written on all cores: strips of deflated differences between neighbours, which every program reads."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from flux_desktop.core.errors import TooLarge
from flux_desktop.core.language import tr
from flux_desktop.imaging import exif
from flux_desktop.imaging.deflating import PIECE, compressed, in_order
from flux_desktop.imaging.joining import roomy_file

__all__ = ["written"]

_ROOM = 2**26
"""Bytes for the directory, with its lists of strips and the profile."""

_ZLIB = 15
"""For zlib: 32 kB of memory, with its usual header."""

_DEFLATED, _DIFFERENCES, _NOT_MULTIPLIED = 8, 2, 2
_PHOTOMETRIC = {"L": 1, "LA": 1, "RGB": 2, "RGBA": 2, "CMYK": 5}
_ICC = 34675


def written(pixels: NDArray[Any], mode: str, icc: bytes = b"") -> bytes:
    """A TIFF file of `pixels` (height × width × the channels of `mode`, of 8 or 16 bits), the lowest byte first.

    TooLarge beyond 4 GB, which is as far as the numbers in such a file reach.
    """
    height, width, channels = pixels.shape
    step = max(1, PIECE // (width * channels * pixels.itemsize))

    def strip(top: int) -> bytes:
        return _packed(pixels[top : top + step])

    places, lengths = [], []
    file = roomy_file(min(pixels.nbytes + len(icc) + _ROOM, 2**32))
    file.write(b"II*\0" + bytes(4))
    for packed in in_order(strip, range(0, height, step)):
        places.append(file.tell())
        lengths.append(file.write(packed))
        if file.tell() + _ROOM >= 2**32:
            reason = tr("{format} cannot hold more than {amount}.", format="TIFF", amount="4 GB")
            raise TooLarge(reason, tr("Choose PNG."))
    file.write(bytes(file.tell() % 2))
    start = file.tell()
    tags = _tags(pixels, mode, icc) | {273: _long(places), 278: _long([step]), 279: _long(lengths)}
    file.write(exif.directories(tags, {}, {}, start))
    file.truncate()
    file.seek(4)
    file.write(start.to_bytes(4, "little"))
    return file.getvalue()


def _tags(pixels: NDArray[Any], mode: str, icc: bytes) -> dict[int, exif.Tag]:
    height, width, channels = pixels.shape
    tags = {
        256: _long([width]),
        257: _long([height]),
        258: _short([8 * pixels.itemsize] * channels),
        259: _short([_DEFLATED]),
        262: _short([_PHOTOMETRIC[mode]]),
        277: _short([channels]),
        284: _short([1]),
        317: _short([_DIFFERENCES]),
    }
    if mode in ("LA", "RGBA"):
        tags[338] = _short([_NOT_MULTIPLIED])
    if icc:
        tags[_ICC] = (exif.UNDEFINED, icc)
    return tags


def _packed(values: NDArray[Any]) -> bytes:
    """Each value as the difference to the one before it in its row, compressed."""
    different = values.astype("<u2") if values.itemsize == 2 else values.copy()
    different[:, 1:] -= values[:, :-1]
    plain = np.ascontiguousarray(different).view(np.uint8).reshape(-1)
    return compressed(plain.data, zlib.Z_FINISH, _ZLIB)


def _short(numbers: Sequence[int]) -> exif.Tag:
    return exif.SHORT, struct.pack(f"<{len(numbers)}H", *numbers)


def _long(numbers: Sequence[int]) -> exif.Tag:
    return exif.LONG, struct.pack(f"<{len(numbers)}L", *numbers)
