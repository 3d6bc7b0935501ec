"""A picture file without anything but its pixels, made without decoding: nothing is lost and hardly any time goes by.

What is not known to be part of the pixels is left out, and a file with anything unusual in it is not touched at all:
it has to be decoded and written anew. The files of pictures that were opened are whole; what can be checked at no
cost (the sums of a PNG, the lengths and the end of all) is checked again.
"""

from __future__ import annotations

import zlib

from flux_desktop.core.edit import EncodedImage
from flux_desktop.imaging import colour, jpeg, png, webp
from flux_desktop.imaging.declared import size_before_reading
from flux_desktop.imaging.reading import Header, Source, frame_count, read_header

__all__ = ["stripped"]

_PNG_RGB = bytes((8, 2, 0, 0, 0))
"""The end of IHDR: 8 bits, red, green and blue, not interlaced."""

_JPEG_FRAMES = {0xC0, 0xC1, 0xC2}
"""Sequential and progressive, with Huffman's codes: what every reader knows."""

_JPEG_KEPT = {0xC4, 0xDB, 0xDD, jpeg.SOS, jpeg.EOI, *_JPEG_FRAMES}
"""Tables, frames and scans."""

_JFIF = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
_ADOBE = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0"


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
    found = list(jpeg.segments(data))
    markers = [segment.marker for segment in found]
    if not markers or markers[-1] != jpeg.EOI or not jpeg.NOTES.union(_JPEG_KEPT).issuperset(markers):
        return b""
    if sum(marker in _JPEG_FRAMES for marker in markers) != 1:
        return b""
    parts = (
        _note(segment.marker, segment.content(data))
        if segment.marker in jpeg.NOTES
        else data[segment.start : segment.end]
        for segment in found
    )
    return b"".join([bytes((0xFF, jpeg.SOI)), *parts])


def _note(marker: int, content: bytes) -> bytes:
    """What readers need of a note to know how colours are meant, and nothing else."""
    if marker == jpeg.APP0 and content.startswith(b"JFIF\0"):
        return _JFIF
    if marker == jpeg.APP14 and content.startswith(b"Adobe") and len(content) >= 12:
        return _ADOBE + content[11:12]
    return b""


def _webp(data: bytes) -> bytes:
    """The one chunk with the pixels, in the simple form of the file; b"" if there is alpha or anything moves."""
    found = webp.chunks(data)
    pixels = [(type, chunk) for type, chunk in found if type in (b"VP8 ", b"VP8L")]
    if len(pixels) != 1 or {b"ALPH", b"ANIM", b"ANMF"} & {type for type, _ in found}:
        return b""
    type, chunk = pixels[0]
    if type == b"VP8L" and chunk[4:5] and chunk[4] & 0x10:  # its own word that alpha is used
        return b""
    file = webp.joined([(type, chunk)])
    return file if size_before_reading(file, "image/webp") == size_before_reading(data, "image/webp") else b""
