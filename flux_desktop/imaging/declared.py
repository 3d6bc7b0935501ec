"""What a picture file says of its own size: in pixels, where a reader would allocate too early, and in bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from flux_desktop.imaging import exif, heif

__all__ = ["cut_short", "size_before_reading"]


def size_before_reading(data: bytes, media_type: str) -> tuple[int, int] | None:
    """Declared width and height of a WebP, whose reader allocates pixels as it is made; None for others."""
    return _webp_size(data) if media_type == "image/webp" else None


def cut_short(data: bytes, media_type: str) -> bool:
    """Whether the end of the file is missing, by what the file itself says."""
    checks: dict[str, Callable[[], bool]] = {
        "image/jpeg": lambda: b"\xff\xd9" not in data[-4096:],
        "image/png": lambda: b"IEND" not in data[-64:],
        "image/webp": lambda: int.from_bytes(data[4:8], "little") + 8 > len(data),
        "image/gif": lambda: b"\x3b" not in data[-16:],
        "image/bmp": lambda: int.from_bytes(data[2:6], "little") > len(data),
        "image/tiff": lambda: _tiff_cut_short(data),
    }
    return checks.get(media_type, lambda: _boxes_cut_short(data))()


def _webp_size(data: bytes) -> tuple[int, int] | None:
    match data[12:16]:
        case b"VP8X":
            return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        case b"VP8 ":
            return (
                int.from_bytes(data[26:28], "little") & 0x3FFF,
                int.from_bytes(data[28:30], "little") & 0x3FFF,
            )
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _tiff_cut_short(data: bytes) -> bool:
    """Whether the first directory lies beyond the end: most writers put it last."""
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    if data[2:4] in (b"+\0", b"\0+"):
        return int.from_bytes(data[8:16], order) + 8 > len(data)
    start = int.from_bytes(data[4:8], order)
    count = int.from_bytes(data[start : start + 2], order)
    return start + 6 + 12 * count > len(data) or _strips_end(data) > len(data)


def _strips_end(data: bytes) -> int:
    """Where the last strip or tile ends that the first directory lists."""
    tags = exif.directory(data)
    ends = [0]
    for offsets, sizes in ((273, 279), (324, 325)):
        if offsets in tags and sizes in tags:
            ends += [place + size for place, size in zip(tags[offsets].numbers, tags[sizes].numbers, strict=False)]
    return max(ends)


def _boxes_cut_short(data: bytes) -> bool:
    """AVIF and HEIC are a row of boxes that say their sizes."""
    ends = [end for _, _, end in heif.boxes(data)]
    return bool(ends) and ends[-1] != len(data)
