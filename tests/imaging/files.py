"""Picture files for the tests, also of kinds that Pillow reads but does not write."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from PIL import Image

from tests.imaging.pictures import marked, saved

FORMATS: dict[str, tuple[str, dict[str, Any]]] = {
    "image/jpeg": ("JPEG", {"quality": 95, "subsampling": 0}),
    "image/png": ("PNG", {}),
    "image/webp": ("WEBP", {"lossless": True}),
    "image/avif": ("AVIF", {"quality": 95, "subsampling": "4:4:4", "speed": 9}),
    "image/tiff": ("TIFF", {"compression": "tiff_lzw"}),
    "image/bmp": ("BMP", {}),
    "image/gif": ("GIF", {}),
}


def encoded(media_type: str, image: Image.Image | None = None, **options: Any) -> bytes:
    format, usual = FORMATS[media_type]
    return saved(image or marked(), format, **{**usual, **options})


def chunk(type: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + type + data + struct.pack(">I", zlib.crc32(type + data))


def png_16(image: np.ndarray[Any, Any], colour_type: int, clear: tuple[int, ...] = ()) -> bytes:
    """A PNG of 16 bits a channel from an array of height, width, channels; a colour may be said to be transparent."""
    height, width = image.shape[:2]
    rows = image.astype(">u2").tobytes()
    size = len(rows) // height
    packed = zlib.compress(b"".join(b"\0" + rows[at : at + size] for at in range(0, len(rows), size)))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0))
    head += chunk(b"tRNS", struct.pack(f">{len(clear)}H", *clear)) if clear else b""
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def tiff(values: np.ndarray[Any, Any], tags: dict[int, tuple[int, int, int]], order: str = "<") -> bytes:
    """An uncompressed TIFF of one strip from an array of height, width, channels; tags as type, count, value."""
    height, width, channels = values.shape
    pixels = values.tobytes()
    bits = struct.pack(f"{order}{channels}H", *[values.itemsize * 8] * channels)
    entries = {256: (4, 1, width), 257: (4, 1, height), 259: (3, 1, 1), 262: (3, 1, 2 if channels > 1 else 1)}
    entries |= {273: (4, 1, 8), 277: (3, 1, channels), 278: (4, 1, height), 279: (4, 1, len(pixels))}
    entries[258] = (3, channels, 8 + len(pixels)) if channels > 2 else (3, 1, values.itemsize * 8)
    entries |= tags
    body = b"".join(
        struct.pack(f"{order}HHI", tag, kind, count)
        + (struct.pack(f"{order}HH", value, 0) if kind == 3 and count == 1 else struct.pack(f"{order}I", value))
        for tag, (kind, count, value) in sorted(entries.items())
    )
    directory = struct.pack(f"{order}H", len(entries)) + body + bytes(4)
    start = 8 + len(pixels) + len(bits)
    magic = b"II*\0" if order == "<" else b"MM\0*"
    return magic + struct.pack(f"{order}I", start) + pixels + bits + directory
