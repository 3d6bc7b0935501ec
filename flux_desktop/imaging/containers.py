"""Notes put into a picture file without touching its pixels; those that it had are taken out."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from flux_desktop.imaging import avif, exif, jpeg, png, webp
from flux_desktop.imaging.declared import size_before_reading
from flux_desktop.imaging.exif import EXIF_IFD, GPS_IFD
from flux_desktop.imaging.joining import Part, joined
from flux_desktop.imaging.xmp import sum_of

__all__ = [
    "EXIF_HEAD",
    "EXTENSION_HEAD",
    "NOTHING",
    "PNG_KEYWORD",
    "XMP_HEAD",
    "XMP_KEYWORD",
    "Notes",
    "onto_tiff",
    "parts_with_notes",
    "with_notes",
]

PNG_KEYWORD = "flux-desktop"
"""The keyword of the text in a PNG that holds the recipe as JSON."""

XMP_KEYWORD = "XML:com.adobe.xmp"
EXIF_HEAD = b"Exif\0\0"
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION_HEAD = b"http://ns.adobe.com/xmp/extension/\0"

_EXTENSION_PART = 65_000
"""Bytes of a long XMP packet that one segment of a JPEG carries."""

_XMP_TAG = 0x02BC
_PNG_PICTURE = {
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT", b"bKGD", b"pHYs", b"sBIT",
    b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI",
}  # fmt: skip
"""The chunks with pixels, and those that say how their colours are meant and how large they are shown."""

_WEBP_PICTURE = {b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_HAS_ICC, _HAS_ALPHA, _HAS_EXIF, _HAS_XMP, _MOVES = 0x20, 0x10, 0x08, 0x04, 0x02


@dataclass(frozen=True)
class Notes:
    """What a file carries beside its pixels, ready to be written; b"" for what there is none of.

    `exif` is a block without the head that JPEG puts before it, `text` the recipe as JSON for a PNG. A packet that is
    too long for one segment of a JPEG stands in `xmp_extension`, and `xmp` then points at it.
    """

    xmp: bytes = field(default=b"", repr=False)
    xmp_extension: bytes = field(default=b"", repr=False)
    exif: bytes = field(default=b"", repr=False)
    text: str = ""


NOTHING = Notes()


def with_notes(file: bytes, media_type: str, notes: Notes) -> bytes | None:
    """`file` (PNG, JPEG, WebP or AVIF) with the same pixels, the same profile, these notes and no others.

    None for other kinds of files, and for one that is cut short or not put together as usual.
    """
    parts = parts_with_notes(file, media_type, notes)
    return joined(parts) if parts is not None else None


def parts_with_notes(file: bytes, media_type: str, notes: Notes) -> list[Part] | None:
    """The same in parts that follow each other, the pixels of a PNG or a JPEG not copied."""
    take_apart = {"image/png": _png, "image/jpeg": _jpeg, "image/webp": _webp, "image/avif": _avif}.get(media_type)
    return take_apart(file, notes) if take_apart else None


def onto_tiff(file: bytes, notes: Notes) -> list[Part]:
    """A TIFF that was just written, lowest byte first and with nothing but its pixels, with these notes, in parts.

    Its directory is written anew behind all else; the old one stays where it was, and nothing points at it.
    """
    start = len(file) + len(file) % 2
    pixels, first, photo, gps = (
        {tag: (entry.kind, entry.raw) for tag, entry in exif.directory(block, pointer).items()}
        for block, pointer in ((file, 0), (notes.exif, 0), (notes.exif, EXIF_IFD), (notes.exif, GPS_IFD))
    )
    packet = {_XMP_TAG: (exif.BYTE, notes.xmp)} if notes.xmp else {}
    directories = exif.directories({**pixels, **first, **packet}, photo, gps, start)
    view = memoryview(file)
    return [view[:4], start.to_bytes(4, "little"), view[8:], bytes(start - len(file)), directories]


def _png(file: bytes, notes: Notes) -> list[Part] | None:
    found = list(png.chunks(file))
    if not found or found[0].type != b"IHDR" or found[-1].type != b"IEND" or found[-1].end > len(file):
        return None
    view = memoryview(file)
    head, *rest = (view[chunk.start : chunk.end] for chunk in found if chunk.type in _PNG_PICTURE)
    return [png.SIGNATURE, head, *_png_notes(notes), *rest]


def _png_notes(notes: Notes) -> list[bytes]:
    texts = [(XMP_KEYWORD, notes.xmp), (PNG_KEYWORD, notes.text.encode())]
    parts = [_png_chunk(b"eXIf", notes.exif)] if notes.exif else []
    # Keyword, then: not compressed, no language, no translated keyword.
    return parts + [_png_chunk(b"iTXt", word.encode() + bytes(5) + text) for word, text in texts if text]


def _png_chunk(type: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + type + data + zlib.crc32(type + data).to_bytes(4, "big")


def _jpeg(file: bytes, notes: Notes) -> list[Part] | None:
    found = list(jpeg.segments(file))
    if not found or found[-1].marker != jpeg.EOI:
        return None
    kept = [part for segment in found if (part := _kept(segment, file))]
    # The segment of JFIF, where there is one, has to be the first.
    first = kept[:1] if kept[0][1] == jpeg.APP0 else []
    return [bytes((0xFF, jpeg.SOI)), *first, *_jpeg_notes(notes), *kept[len(first) :]]


def _kept(segment: jpeg.Segment, file: bytes) -> Part:
    """The segment as it stands, without a thumbnail; b"" for a note that has nothing to do with the pixels."""
    if segment.marker not in jpeg.NOTES:
        return memoryview(file)[segment.start : segment.end]
    content = segment.content(file)
    if segment.marker == jpeg.APP0 and content.startswith(b"JFIF\0") and len(content) >= 14:
        return jpeg.note(jpeg.APP0, content[:12] + bytes(2))
    profile = segment.marker == jpeg.APP2 and content.startswith(b"ICC_PROFILE\0")
    adobe = segment.marker == jpeg.APP14 and content.startswith(b"Adobe")
    return jpeg.note(segment.marker, content) if profile or adobe else b""


def _jpeg_notes(notes: Notes) -> list[bytes]:
    contents = [EXIF_HEAD + notes.exif] if notes.exif else []
    contents += [XMP_HEAD + notes.xmp] if notes.xmp else []
    return [jpeg.note(jpeg.APP1, content) for content in (*contents, *_extension(notes.xmp_extension))]


def _extension(packet: bytes) -> list[bytes]:
    """The parts of a long packet, each with the packet's sum, its length and the part's place in it."""
    head = EXTENSION_HEAD + sum_of(packet).encode() + len(packet).to_bytes(4, "big")
    places = range(0, len(packet), _EXTENSION_PART)
    return [head + place.to_bytes(4, "big") + packet[place : place + _EXTENSION_PART] for place in places]


def _webp(file: bytes, notes: Notes) -> list[Part] | None:
    found, size = webp.chunks(file), size_before_reading(file, "image/webp")
    picture = [chunk for chunk in found if chunk[0] in _WEBP_PICTURE]
    if not picture or not size or not all(size):
        return None
    ends = [(type, data) for type, data in ((b"EXIF", notes.exif), (b"XMP ", notes.xmp)) if data]
    if not ends and len(picture) == 1:
        return [webp.joined(picture)]
    head = _webp_flags(found, notes).to_bytes(4, "little") + b"".join((side - 1).to_bytes(3, "little") for side in size)
    return [webp.joined([(b"VP8X", head), *picture, *ends])]


def _avif(file: bytes, notes: Notes) -> list[Part] | None:
    made = avif.with_items(file, notes.exif, notes.xmp)
    return [made] if made is not None else None


def _webp_flags(found: list[webp.Chunk], notes: Notes) -> int:
    """What the file has, as its first chunk says it."""
    types = {type for type, _ in found}
    said = next((content[0] for type, content in found if type == b"VP8X" and content), 0)
    # A lossless picture says itself whether its alpha is used.
    lossless = next((content for type, content in found if type == b"VP8L" and len(content) > 4), bytes(5))
    alpha = b"ALPH" in types or lossless[4] & 0x10
    return (
        (_HAS_ICC if b"ICCP" in types else 0)
        | (said & (_HAS_ALPHA | _MOVES) or (_HAS_ALPHA if alpha else 0))
        | (_HAS_EXIF if notes.exif else 0)
        | (_HAS_XMP if notes.xmp else 0)
    )
