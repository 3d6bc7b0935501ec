"""The texts that a picture file carries, read without its pixels and within limits: files come from anywhere."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import islice

from flux_desktop.imaging import exif, heif, jpeg, kinds, png, webp, xmp
from flux_desktop.imaging.containers import EXIF_HEAD, EXTENSION_HEAD, XMP_HEAD, XMP_KEYWORD
from flux_desktop.imaging.exif import EXIF_IFD

__all__ = ["LONGEST", "exif_block", "exif_texts", "png_texts", "user_comment", "xmp_properties"]

LONGEST = 4 * 2**20
"""Bytes of one text: the graphs of other programs can be large, and those that are larger are not worth the wait."""

_MOST_IN_ALL = 4 * LONGEST
_MOST_TEXTS = 64
_MOST_CHUNKS = 20_000
_USER_COMMENT = 0x9286
_XMP_TAG = 0x02BC
_ASCII = 2


def png_texts(file: bytes) -> dict[str, str]:
    """The texts of a PNG by their keywords, the first of each; those that are broken or too long are left out."""
    found: dict[str, str] = {}
    left = _MOST_IN_ALL
    for chunk in islice((chunk for chunk in _png_chunks(file) if chunk.type in _PNG_READERS), _MOST_TEXTS):
        if chunk.size > LONGEST or left < 0:
            continue
        keyword, _, rest = chunk.data(file).partition(b"\0")
        text = _PNG_READERS[chunk.type](rest)
        left -= LONGEST if text is None else len(text)
        if text is not None:
            found.setdefault(keyword.decode("latin-1"), text)
    return found


def xmp_properties(file: bytes) -> xmp.Properties:
    """The properties in the XMP packet of a picture file; {} if there is none that can be read."""
    kind = kinds.media_type(file)
    if kind == "image/jpeg":
        return _jpeg_properties(file)
    return xmp.properties(_packet(file, kind))


def exif_block(file: bytes) -> bytes:
    """The EXIF block of a picture file, perhaps with a head before it; b"" if there is none."""
    match kinds.media_type(file):
        case "image/jpeg":
            return next((part for part in _app1(file) if part.startswith(EXIF_HEAD)), b"")
        case "image/png":
            return next((chunk.data(file, LONGEST) for chunk in _png_chunks(file) if chunk.type == b"eXIf"), b"")
        case "image/webp":
            return dict(webp.chunks(file)).get(b"EXIF", b"")
        case "image/tiff":
            return file
        case "image/avif" | "image/heic":
            return heif.exif_block(file)
    return b""


def exif_texts(block: bytes) -> dict[int, str]:
    """The plain texts of the first directory of a block, by their tags."""
    entries = exif.directory(block).items()
    return {tag: _plain(entry.raw.rstrip(b"\0")) for tag, entry in entries if entry.kind == _ASCII}


def user_comment(block: bytes) -> str:
    """The comment in a block; "" if there is none."""
    entry = exif.directory(block, EXIF_IFD).get(_USER_COMMENT)
    if entry is None or len(entry.raw) > LONGEST:
        return ""
    head, text = entry.raw[:8], entry.raw[8:]
    if head != b"UNICODE\0":
        return _plain(text.rstrip(b"\0 "))
    # The standard leaves the order of the bytes open: a text of Latin letters has its zeros first or second.
    wide = "utf-16-le" if text[1::2].count(0) > text[::2].count(0) else "utf-16-be"
    return text.decode(wide, "replace").rstrip("\0 ")


def _packet(file: bytes, kind: str) -> bytes:
    match kind:
        case "image/png":
            return png_texts(file).get(XMP_KEYWORD, "").encode("utf-8", "replace")
        case "image/webp":
            return dict(webp.chunks(file)).get(b"XMP ", b"")
        case "image/tiff":
            entry = exif.directory(file).get(_XMP_TAG)
            return entry.raw if entry else b""
        case "image/avif" | "image/heic":
            start = file.find(b"<x:xmpmeta")
            end = file.find(b"</x:xmpmeta>", start)
            return file[start : end + 12] if 0 <= start < end else b""
    return b""


def _png_chunks(file: bytes) -> Iterator[png.Chunk]:
    return islice(png.chunks(file), _MOST_CHUNKS)


def _app1(file: bytes) -> Iterator[bytes]:
    """What is in the APP1 segments before the pixels."""
    before = jpeg.segments(file, scans=False)
    return (segment.content(file) for segment in before if segment.marker == jpeg.APP1)


def _jpeg_properties(file: bytes) -> xmp.Properties:
    parts = list(_app1(file))
    packet = next((part.removeprefix(XMP_HEAD) for part in parts if part.startswith(XMP_HEAD)), b"")
    found = xmp.properties(packet)
    name = found.get(xmp.EXTENSION, ("",))[0]
    return {**xmp.properties(_extension(parts, name)), **found} if name else found


def _extension(parts: list[bytes], name: str) -> bytes:
    """The long packet called `name`, put together; b"" if a part of it is missing."""
    head = EXTENSION_HEAD + name.encode("utf-8", "replace")
    places = sorted(
        (int.from_bytes(part[len(head) + 4 : len(head) + 8], "big"), part[len(head) + 8 :])
        for part in parts
        if part.startswith(head)
    )
    packet = b"".join(part for _, part in places)
    return packet if xmp.sum_of(packet) == name else b""


def _plain(raw: bytes) -> str:
    """UTF-8 as most programs write it, also where the standard asks for Latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _unpacked(raw: bytes) -> bytes | None:
    """None for what is broken or would unpack to more than `LONGEST`."""
    try:
        text = zlib.decompressobj().decompress(raw, LONGEST + 1)
    except zlib.error:
        return None
    return text if len(text) <= LONGEST else None


def _ztxt(rest: bytes) -> str | None:
    text = _unpacked(rest[1:])
    return None if text is None else _plain(text)


def _itxt(rest: bytes) -> str | None:
    packed, words = rest[:1], rest[2:].split(b"\0", 2)
    raw = _unpacked(words[-1]) if packed == b"\1" else words[-1]
    try:
        return raw.decode() if raw is not None and len(words) == 3 else None
    except UnicodeDecodeError:
        return None


_PNG_READERS = {b"tEXt": _plain, b"zTXt": _ztxt, b"iTXt": _itxt}
