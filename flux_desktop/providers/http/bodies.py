"""Request bodies that are made in pieces, so that a big picture neither doubles in memory nor stalls the program."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Base64", "Body", "Upload", "decode_base64", "json_body", "multipart_body", "raw_body"]

PIECE = 64 * 1024
# A multiple of 3 and of 4: pieces of base64 fit together without padding between them.
BASE64_PIECE = 768 * 1024


@dataclass(frozen=True)
class Upload:
    """A file part of a multipart body: the form field's name, and the file's."""

    name: str
    filename: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Base64:
    """Bytes that stand in a JSON body as base64, behind `prefix` (e.g. `data:image/png;base64,`)."""

    data: bytes = field(repr=False)
    prefix: str = ""

    @property
    def length(self) -> int:
        return len(self.prefix) + 4 * ((len(self.data) + 2) // 3)

    def pieces(self) -> Iterator[bytes]:
        yield self.prefix.encode()
        for start in range(0, len(self.data), BASE64_PIECE):
            yield base64.b64encode(self.data[start : start + BASE64_PIECE])


@dataclass(frozen=True)
class Body:
    """What a request carries; it can be made again for a second try. `length` in bytes."""

    media_type: str
    length: int
    make: Callable[[], Iterator[bytes]] = field(repr=False)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.make():
            for start in range(0, len(piece), PIECE):
                yield piece[start : start + PIECE]


def raw_body(data: bytes, media_type: str) -> Body:
    return Body(media_type, len(data), lambda: iter((data,)))


def json_body(value: Any) -> Body:
    """`value` as JSON; a `Base64` anywhere inside it is encoded while it is sent."""
    blobs: list[Base64] = []
    mark = secrets.token_hex(16)

    def stand_in(blob: object) -> str:
        if not isinstance(blob, Base64):
            raise TypeError(f"not JSON: {type(blob).__name__}")
        blobs.append(blob)
        return mark

    text = json.dumps(value, default=stand_in, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    parts = [part.encode() for part in text.split(mark)]

    def make() -> Iterator[bytes]:
        for index, part in enumerate(parts):
            yield part
            if index < len(blobs):
                yield from blobs[index].pieces()

    length = sum(map(len, parts)) + sum(blob.length for blob in blobs)
    return Body("application/json", length, make)


def multipart_body(fields: Sequence[tuple[str, str]], files: Sequence[Upload]) -> Body:
    """A form with text fields first and then files, both in the order given; names may repeat."""
    boundary = secrets.token_hex(16)
    parts: list[bytes] = []
    for name, value in fields:
        parts += [_part_head(boundary, name), value.encode(), b"\r\n"]
    for file in files:
        parts += [_part_head(boundary, file.name, file.filename, file.media_type), file.data, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    return Body(f"multipart/form-data; boundary={boundary}", sum(map(len, parts)), lambda: iter(parts))


def _part_head(boundary: str, name: str, filename: str = "", media_type: str = "") -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if filename:
        head += f'; filename="{_quoted(filename)}"\r\nContent-Type: {media_type}'
    return f"{head}\r\n\r\n".encode()


def _quoted(text: str) -> str:
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def decode_base64(text: str) -> bytes:
    """The bytes of base64 `text`, with or without a `data:` prefix; ValueError if it is none.

    In pieces: the decoder holds the interpreter, and 25 MB in one go would stop the window for 40 ms.
    """
    start = text.index(",") + 1 if text.startswith("data:") else 0
    pieces = (text[at : at + BASE64_PIECE] for at in range(start, len(text), BASE64_PIECE))
    return b"".join(base64.b64decode(piece, validate=True) for piece in pieces)
