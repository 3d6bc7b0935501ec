"""What some bytes are, told by their content alone: the kind of picture, or what else they seem to be."""

from __future__ import annotations

from flux_desktop.core.language import marked, tr

__all__ = ["PICTURES", "media_type", "seems_to_be"]

PICTURES: dict[str, str] = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WebP",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/gif": "GIF",
    "image/avif": "AVIF",
    "image/heic": "HEIC",
}
"""The media types that can be opened, with the names that people use."""

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_AVIF = {b"avif", b"avis"}
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}

_OTHERS = (
    (b"%PDF", marked("a PDF document")),
    (b"%!PS", marked("a PostScript file")),
    (b"\xc5\xd0\xd3\xc6", marked("a PostScript file")),
    (b"8BPS", marked("a Photoshop document")),
    (b"gimp xcf", marked("a GIMP document")),
    (b"\xff\x0a", marked("a JPEG XL picture, which cannot be opened yet")),
    (b"\0\0\0\x0cJXL ", marked("a JPEG XL picture, which cannot be opened yet")),
    (b"\0\0\0\x0cjP  ", marked("a JPEG 2000 picture, which cannot be opened yet")),
    (b"\xff\x4f\xff\x51", marked("a JPEG 2000 picture, which cannot be opened yet")),
    (b"\0\0\1\0", marked("an icon file")),
    (b"\x76\x2f\x31\x01", marked("an OpenEXR picture, which cannot be opened yet")),
    (b"#?RADIANCE", marked("a Radiance HDR picture, which cannot be opened yet")),
    (b"FUJIFILMCCD-RAW", marked("a camera's raw file: develop it first")),
    (b"\x1a\x45\xdf\xa3", marked("a video")),
    (b"\0\0\1\xba", marked("a video")),
    (b"FLV\1", marked("a video")),
    (b"ID3", marked("a sound file")),
    (b"OggS", marked("a sound or video file")),
    (b"fLaC", marked("a sound file")),
    (b"PK\3\4", marked("a ZIP archive or an office document")),
    (b"\x1f\x8b", marked("a compressed archive")),
    (b"7z\xbc\xaf", marked("a compressed archive")),
    (b"\xfd7zXZ", marked("a compressed archive")),
    (b"Rar!", marked("a compressed archive")),
    (b"MZ", marked("a program")),
    (b"\x7fELF", marked("a program")),
    (b"SQLite format 3", marked("a database")),
)


def media_type(data: bytes) -> str:
    """The media type of a picture that can be opened, "" for anything else. A look at the first bytes only."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return "" if data[8:10] == b"CR" else kind  # Canon's raw files wear TIFF's clothes
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    return _iso_media_type(data)


def seems_to_be(data: bytes) -> str:
    """What bytes that are no picture look like, as words for a sentence; "" if they look like nothing known."""
    for magic, words in _OTHERS:
        if data.startswith(magic):
            return tr(words)
    if data[8:10] == b"CR" and data[:4] in (b"II*\0", b"MM\0*"):
        return tr("a camera's raw file: develop it first")
    if data[4:8] == b"ftyp":
        return tr("a video")
    if data[:4] == b"RIFF":
        return tr("a video") if data[8:12] == b"AVI " else tr("a sound file")
    return _text_kind(data[:4096])


def _iso_media_type(data: bytes) -> str:
    """AVIF and HEIC share a container, and its first brand does not always say which of them it is."""
    if data[4:8] != b"ftyp":
        return ""
    size = min(int.from_bytes(data[:4], "big"), 512)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, size, 4))]
    if _AVIF.intersection(brands):
        return "image/avif"
    if _HEIC.intersection(brands) or brands[0] in (b"mif1", b"msf1"):
        return "image/heic"
    return ""


def _text_kind(start: bytes) -> str:
    try:
        text = start.decode("utf-8-sig", errors="strict" if len(start) < 4096 else "ignore")
    except UnicodeDecodeError:
        return ""
    if any(char < " " and char not in "\t\n\r\f\x1b" for char in text):
        return ""
    lower = text.lstrip().lower()
    if "<svg" in lower:
        return tr("an SVG drawing: export it as PNG first")
    if lower.startswith(("<!doctype html", "<html")) or "<html" in lower[:1000]:
        return tr("a web page")
    if lower.startswith(("{", "[")):
        return tr("a JSON text")
    return tr("a text")
