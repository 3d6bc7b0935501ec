"""A picture file without anything but its pixels, made without decoding: nothing is lost and hardly any time goes by.

What is not known to be part of the pixels is left out, and a file with anything unusual in it is not touched at all:
it has to be decoded and written anew. The files of pictures that were opened are whole; what can be checked at no
cost (the sums of a PNG, the lengths and the end of all) is checked again.
"""

from __future__ import annotations

import re
import zlib

from flux_desktop.core.edit import EncodedImage
from flux_desktop.imaging import colour, png
from flux_desktop.imaging.declared import size_before_reading
from flux_desktop.imaging.reading import Header, Source, frame_count, read_header

__all__ = ["stripped"]

_PNG_RGB = bytes((8, 2, 0, 0, 0))
"""The end of IHDR: 8 bits, red, green and blue, not interlaced."""

_JPEG_FRAMES = {0xC0, 0xC1, 0xC2}
"""Sequential and progressive, with Huffman's codes: what every reader knows."""

_JPEG_TABLES = {0xC4, 0xDB, 0xDD}
_JPEG_NOTES = {0xFE, *range(0xE0, 0xF0)}
_SOI, _EOI, _SOS, _APP0, _APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE
_JFIF = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
_ADOBE = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0"
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A marker that ends a scan; inside it 0xFF is followed by 0 or by the number of a restart."""


def stripped(source: Source) -> EncodedImage | None:
    """The picture with the same pixels and no metadata, in its own format; None where that takes decoding.

    It takes decoding if the picture is not upright, not in sRGB, not opaque, not of 8 bits a channel in red, green and
    blue, or not the only one in its file. NotAPicture or TooLarge for what has no readable header.
    """
    header = read_header(source)
    strip = {"image/png": _png, "image/jpeg": _jpeg, "image/webp": _webp}.get(header.media_type)
    if strip is None or not _ready(header, source.data):
        return None
    data = strip(source.data)
    return EncodedImage(data, header.media_type, *header.size) if data else None


def _ready(header: Header, data: bytes) -> bool:
    return (
        header.image.mode == "RGB"
        and header.orientation == 1
        and frame_count(data, header.media_type) == 1
        and colour.is_srgb(header.icc)
    )


def _png(data: bytes) -> bytes:
    """Header, pixels and end; b"" for other layouts of pixels, unknown parts that matter, and wrong sums."""
    found = list(png.chunks(data))
    types = [chunk.type for chunk in found]
    matters = {type for type in types if type[:1].isupper()} - {b"PLTE"}
    if matters != {b"IHDR", b"IDAT", b"IEND"} or b"tRNS" in types or types.count(b"IHDR") > 1:
        return b""
    if found[0].type != b"IHDR" or found[0].data(data)[8:] != _PNG_RGB or found[-1].end > len(data):
        return b""
    kept = [chunk for chunk in found if chunk.type in matters]
    view = memoryview(data)
    if any(zlib.crc32(view[c.start + 4 : c.end - 4]).to_bytes(4, "big") != view[c.end - 4 : c.end] for c in kept):
        return b""
    return b"".join([png.SIGNATURE, *(view[chunk.start : chunk.end] for chunk in kept)])


def _jpeg(data: bytes) -> bytes:
    """Frame, tables and scans up to the first end; b"" for other kinds of JPEG, and where the end is missing."""
    parts = [bytes((0xFF, _SOI))]
    at, frames = 2, 0
    while True:
        marker, start, end = _segment(data, at)
        if marker == _EOI and frames == 1:
            return b"".join([*parts, bytes((0xFF, _EOI))])
        if marker == _SOS:
            after = _AFTER_SCAN.search(data, end)
            end = after.start() if after else len(data)
        elif marker in _JPEG_NOTES:
            parts.append(_note(marker, data[start + 4 : end]))
        elif marker not in _JPEG_FRAMES | _JPEG_TABLES:
            return b""
        frames += marker in _JPEG_FRAMES
        if marker not in _JPEG_NOTES:
            parts.append(data[start:end])
        at = end


def _segment(data: bytes, at: int) -> tuple[int, int, int]:
    """The marker at `at`, and where its segment starts and ends; marker 0 if there is none or it is cut short."""
    start = at
    while data[start : start + 2] == b"\xff\xff":  # any number of these may stand before a marker
        start += 1
    if start + 2 > len(data) or data[start] != 0xFF:
        return 0, at, at
    marker = data[start + 1]
    end = start + 2 + (0 if marker == _EOI else int.from_bytes(data[start + 2 : start + 4], "big"))
    whole = marker == _EOI or (end >= start + 4 and end <= len(data))
    return (marker, start, end) if whole else (0, at, at)


def _note(marker: int, content: bytes) -> bytes:
    """What readers need of a note to know how colours are meant, and nothing else."""
    if marker == _APP0 and content.startswith(b"JFIF\0"):
        return _JFIF
    if marker == _APP14 and content.startswith(b"Adobe") and len(content) >= 12:
        return _ADOBE + content[11:12]
    return b""


def _webp(data: bytes) -> bytes:
    """The one chunk with the pixels, in the simple form of the file; b"" if there is alpha or anything moves."""
    found = _webp_chunks(data)
    pixels = [(type, chunk) for type, chunk in found if type in (b"VP8 ", b"VP8L")]
    if len(pixels) != 1 or {b"ALPH", b"ANIM", b"ANMF"} & {type for type, _ in found}:
        return b""
    type, chunk = pixels[0]
    if type == b"VP8L" and chunk[4:5] and chunk[4] & 0x10:  # its own word that alpha is used
        return b""
    body = b"WEBP" + type + len(chunk).to_bytes(4, "little") + chunk + bytes(len(chunk) % 2)
    file = b"RIFF" + len(body).to_bytes(4, "little") + body
    return file if size_before_reading(file, "image/webp") == size_before_reading(data, "image/webp") else b""


def _webp_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Types and contents; [] if one is cut short."""
    found, at = [], 12
    end = int.from_bytes(data[4:8], "little") + 8
    while at + 8 <= min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            return []
        found.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found if end <= len(data) else []
