"""A host in a process of its own that answers at once, or after a while, with what it was given: it costs no time.

It speaks just enough HTTP for one client, and reads its answers as JSON from standard input:
`{"POST /orders": {"seconds": 1.0, "type": "application/json", "body": "<base64>"}}`, routes by their beginning.
`{home}` in a body of JSON becomes the host's own address.
"""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Canned", "canned_host"]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Canned:
    """One answer: bytes of a file, or anything else as JSON. `seconds` is how long the host takes for it."""

    body: object
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        file = isinstance(self.body, bytes)
        data = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        kind = "application/octet-stream" if file else "application/json"
        return {"seconds": self.seconds, "type": kind, "body": base64.b64encode(data).decode()}


@contextmanager
def canned_host(answers: Mapping[str, Canned]) -> Iterator[str]:
    """The address of a host with these answers, while the context is entered."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.canned_host"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        told = json.dumps({route: answer.to_json() for route, answer in answers.items()})
        process.stdin.write(f"{told}\n")
        process.stdin.flush()
        yield process.stdout.readline().strip()
        process.kill()


class _Host:
    def __init__(self, answers: Mapping[str, Mapping[str, Any]]) -> None:
        self._answers = {route: (answer, base64.b64decode(answer["body"])) for route, answer in answers.items()}
        self._home = ""

    async def serve(self) -> None:
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=2**20)
        self._home = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        print(self._home, flush=True)  # noqa: T201
        await server.serve_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                method, path, *_ = head.decode().split(" ", 2)
                await reader.readexactly(_length(head))
                await self._answer(f"{method} {path}", writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, request: str, writer: asyncio.StreamWriter) -> None:
        canned, body = next(answer for route, answer in self._answers.items() if request.startswith(route))
        await asyncio.sleep(canned["seconds"])
        if canned["type"] == "application/json":
            body = body.replace(b"{home}", self._home.encode())
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {canned['type']}\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()


def _length(head: bytes) -> int:
    found = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return int(found[0].partition(b":")[2]) if found else 0


if __name__ == "__main__":
    asyncio.run(_Host(json.loads(sys.stdin.readline())).serve())
