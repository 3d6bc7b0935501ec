"""The chunks of a WebP file."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Chunk", "chunks", "joined"]

Chunk = tuple[bytes, bytes]
"""Type and content."""


def chunks(file: bytes) -> list[Chunk]:
    """Every chunk in its order; [] if one is cut short."""
    found, at = [], 12
    end = int.from_bytes(file[4:8], "little") + 8
    while at + 8 <= min(end, len(file)):
        size = int.from_bytes(file[at + 4 : at + 8], "little")
        if at + 8 + size > len(file):
            return []
        found.append((file[at : at + 4], file[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found if end <= len(file) else []


def joined(parts: Iterable[Chunk]) -> bytes:
    """The file of these chunks."""
    body = b"WEBP" + b"".join(
        type + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2) for type, content in parts
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body
