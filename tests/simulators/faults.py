"""What can be made to go wrong at a simulator, as plain data that also travels as JSON."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

__all__ = ["BOMB", "SVG", "Do", "Fault", "answer", "html", "redirect"]

Do = Literal["nothing", "answer", "patch", "reset_before", "reset_after", "stall", "slow", "truncate"]

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


@dataclass(frozen=True)
class Fault:
    """One fault of one route, e.g. `Fault("POST /api/features", "reset_after")`; routes match by their beginning.

    nothing       the route works: for a `gate` alone
    answer        this answer in place of the route's; the route does not run
    patch         the route runs, then `patch` is merged into its JSON
    reset_before  the connection is reset before the body was read
    reset_after   the route runs, then the connection is reset without an answer
    stall         the route runs, but nothing is ever answered
    slow          the route's answer comes in 20 pieces, `seconds` apart
    truncate      half of the route's answer, then the end of the connection

    It happens `times` times (0: always). A `gate` holds the request until it is released, `when` before the route runs
    or after it.
    """

    route: str
    do: Do = "nothing"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    patch: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.01
    times: int = 1
    gate: str = ""
    when: Literal["before", "after"] = "before"

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "content": base64.b64encode(self.content).decode()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Fault:
        return cls(**{**data, "content": base64.b64decode(data.get("content", ""))})


def answer(route: str, status: int, body: object = b"", *, times: int = 1, **headers: str) -> Fault:
    """`route` answers `body`: bytes and text as they are, anything else as JSON. Header names with underscores."""
    kind, content = "application/json", b""
    if isinstance(body, bytes):
        kind, content = "application/octet-stream", body
    elif isinstance(body, str):
        kind, content = "text/plain", body.encode()
    else:
        content = json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(route, "answer", status, {"content-type": kind, **named}, content, times=times)


def html(route: str, status: int, title: str = "502 Bad Gateway", *, times: int = 1) -> Fault:
    """`route` answers with a gateway's web page."""
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    return Fault(route, "answer", status, {"content-type": "text/html"}, page.encode(), times=times)


def redirect(route: str, location: str, *, times: int = 1) -> Fault:
    return Fault(route, "answer", 302, {"location": location}, times=times)


def _bomb() -> bytes:
    """A PNG of 67 bytes that declares 4,000 megapixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 63_000, 63_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


BOMB = _bomb()
