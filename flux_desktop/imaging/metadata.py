"""What a picture file tells beside its pixels, so that the user can be told what is removed before it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flux_desktop.core.errors import InputError
from flux_desktop.core.language import marked
from flux_desktop.imaging import exif, gif, heif, png
from flux_desktop.imaging.exif import EXIF_IFD, GPS_IFD, Entry
from flux_desktop.imaging.reading import Header, Source, read_header

__all__ = ["personal"]

_WORDS = (
    marked("location"), marked("camera"), marked("date"), marked("author"), marked("copyright"), marked("description"),
    marked("comment"), "XMP", "IPTC", marked("text"), "EXIF",
)  # fmt: skip
"""Everything that `personal` may say, in its order."""

_FIRST = {
    0x010E: "description",
    0x010F: "camera",
    0x0110: "camera",
    0x0131: "EXIF",
    0x0132: "date",
    0x013B: "author",
    0x8298: "copyright",
    0x9C9B: "description",
    0x9C9C: "comment",
    0x9C9D: "author",
    0x02BC: "XMP",
    0x83BB: "IPTC",
}
_USER_COMMENT = 0x9286
_PHOTO = {
    0x9003: "date",
    0x9004: "date",
    0x927C: "camera",
    _USER_COMMENT: "comment",
    0xA420: "EXIF",
    0xA430: "author",
    0xA431: "camera",
    0xA433: "camera",
    0xA434: "camera",
    0xA435: "camera",
}
_PNG_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_PNG_WORDS = {b"author": "author", b"copyright": "copyright", b"comment": "comment", b"description": "description"}


def personal(data: bytes) -> tuple[str, ...]:
    """What a picture file carries that is about people and places, as words of a list; () if nothing, or no picture."""
    try:
        header = read_header(Source(data, "", float("inf")))
    except InputError:
        return ()
    found = {*_of_exif(header), *_of_info(header, data)}
    if header.media_type == "image/png":
        found.update(_of_png(data))
    return tuple(word for word in _WORDS if word in found)


def _of_exif(header: Header) -> Iterator[str]:
    block = header.exif
    gps = exif.directory(block, GPS_IFD)
    if set(gps) - {0}:  # 0 is the version of the directory
        yield "location"
    yield from _words(exif.directory(block), _FIRST)
    yield from _words(exif.directory(block, EXIF_IFD), _PHOTO)
    if block and header.media_type != "image/tiff":
        yield "EXIF"


def _words(entries: dict[int, Entry], words: dict[int, str]) -> Iterator[str]:
    for tag, entry in entries.items():
        # A user comment begins with 8 bytes that name its encoding.
        text = entry.raw[8:] if tag == _USER_COMMENT else entry.raw
        if tag in words and text.strip(b"\0 "):
            yield words[tag]


def _of_info(header: Header, data: bytes) -> Iterator[str]:
    info = header.image.info
    tests: dict[str, Callable[[], object]] = {
        "XMP": lambda: info.get("xmp") or (header.media_type == "image/heic" and heif.xmp_packet(data)),
        "comment": lambda: info.get("comment") or (header.media_type == "image/gif" and gif.has_comment(data)),
        "IPTC": lambda: (info.get("photoshop") or {}).get(0x0404),
    }
    return (word for word, test in tests.items() if test())


def _of_png(data: bytes) -> Iterator[str]:
    for chunk in png.chunks(data):
        if chunk.type == b"tIME":
            yield "date"
        if chunk.type in _PNG_TEXTS:
            key = chunk.data(data, 80).partition(b"\0")[0].lower()
            if key == b"xml:com.adobe.xmp":
                yield "XMP"
            else:
                yield _PNG_WORDS.get(key, "text")
