"""What goes in place of the user's pictures and words where a host is only asked for a price."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from flux_desktop.core.edit import EditRequest, EncodedImage
from flux_desktop.providers.base import Prepared

__all__ = ["flat_pictures", "flat_png", "sizes_in", "stand_in_prompt"]

PROMPT_STEP = 250
"""Lengths of prompts are rounded up to this, so that not every letter that is typed makes another question."""


def stand_in_prompt(prompt: str, longest: int) -> str:
    """A prompt of about the same length that says nothing."""
    steps = -(-max(1, len(prompt)) // PROMPT_STEP)
    return "x" * min(longest, steps * PROMPT_STEP)


def sizes_in(request: EditRequest) -> tuple[tuple[int, int], ...]:
    """Width and height of each picture of an edit, the source first."""
    pictures = (request.source, *request.references)
    return tuple((picture.width, picture.height) for picture in pictures if picture is not None)


def flat_pictures(request: EditRequest) -> tuple[Prepared, ...]:
    """Pictures as large as those of `request`, with nothing on them. Takes time: call it in a thread."""
    return tuple(_flat_pictures(request))


def flat_png(width: int, height: int) -> bytes:
    """A black PNG of one bit a pixel: a few kilobytes, whatever its size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(height * (1 + (width + 7) // 8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _flat_pictures(request: EditRequest) -> Iterator[Prepared]:
    from flux_desktop.imaging.encoding import Encoded

    for width, height in sizes_in(request):
        yield Prepared("stand-in", Encoded(EncodedImage(flat_png(width, height), "image/png", width, height)))
