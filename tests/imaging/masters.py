"""Pictures of 16 bits and with profiles for the tests, and readers that are not the program's own."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import TiffImagePlugin

from flux_desktop.imaging import png
from tests.imaging.pictures import ADOBE, P3, matrix_profile

PROPHOTO = ((0.797675, 0.288040, 0.0), (0.135192, 0.711874, 0.0), (0.031353, 0.000086, 0.825210))
PROFILES = {
    "Display P3": (P3, 2.2),
    "Adobe RGB": (ADOBE, 2.19921875),
    "ProPhoto": (PROPHOTO, 1.8),
}
"""Primaries and gamma of spaces that photographers use; the curve of P3 is a plain one here."""

_BYTES = {0: 1, 2: 3, 4: 2, 6: 4}


def profile(name: str) -> bytes:
    primaries, gamma = PROFILES[name]
    return matrix_profile(primaries, gamma, name)


def noise(size: tuple[int, int], channels: int, depth: int = 16, seed: int = 1) -> NDArray[Any]:
    """Any values, height × width × channels."""
    kind = np.uint16 if depth == 16 else np.uint8
    return np.random.default_rng(seed).integers(0, 2**depth, (size[1], size[0], channels)).astype(kind)


def values_of_png(file: bytes) -> NDArray[Any]:
    """Height × width × channels of a PNG without interlacing, read by the book: by nothing but zlib."""
    found = list(png.chunks(file))
    width, height, depth, kind = struct.unpack(">IIBB", found[0].data(file)[:10])
    packed = b"".join(chunk.data(file) for chunk in found if chunk.type == b"IDAT")
    pixel = _BYTES[kind] * depth // 8
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + width * pixel)
    assert set(rows[:, 0]) <= {0, 2}, "only rows as they are, or as differences to the one above"
    values = np.zeros((height, width * pixel), np.uint8)
    above = np.zeros(width * pixel, np.uint8)
    for number, row in enumerate(rows):
        above = row[1:] + above if row[0] == 2 else row[1:]
        values[number] = above
    wide = values.view(">u2").astype(np.uint16) if depth == 16 else values
    return wide.reshape(height, width, -1)


def profile_in_png(file: bytes) -> bytes:
    return png.icc_profile(file)


def values_of_tiff(file: bytes) -> NDArray[Any]:
    """Height × width × channels of a TIFF whose strips are deflated differences, by nothing but its tags and zlib."""
    tags: Any = TiffImagePlugin.ImageFileDirectory_v2(file[:8])
    stream = BytesIO(file)
    stream.seek(tags.next)
    tags.load(stream)
    assert (tags[259], tags[317], tags[284]) == (8, 2, 1)
    width, channels, depth = tags[256], tags[277], tags[258][0]
    strips = [zlib.decompress(file[at : at + size]) for at, size in zip(tags[273], tags[279], strict=True)]
    different = np.frombuffer(b"".join(strips), "<u2" if depth == 16 else np.uint8).reshape(-1, width, channels)
    values: NDArray[Any] = np.cumsum(different, axis=1, dtype=different.dtype)
    return values
