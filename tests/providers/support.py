"""A server to talk to, a clock that does not wait, and a report that remembers, for the tests of providers."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from flux_desktop.core.edit import JobState
from flux_desktop.providers.http.retry import Clock
from tests.simulators.base import Simulator

__all__ = ["Echo", "Time", "Told"]


class Echo(Simulator):
    """Answers with what came in; `/file` gives the bytes of `file`."""

    name = "echo"
    file = b"\x89PNG a picture " * 1000

    def routes(self) -> list[Route]:
        return [
            Route("/echo", self._echo, methods=["GET", "POST", "PUT", "DELETE"]),
            Route("/file", self._file),
        ]

    async def _echo(self, request: Request) -> Response:
        return JSONResponse(
            {"method": request.method, "size": len(await request.body())}, headers={"x-request-id": "r-1"}
        )

    async def _file(self, _request: Request) -> Response:
        return Response(self.file, media_type="image/png")


class Time:
    """A clock that only goes on when somebody sleeps; `slept` are the pauses in seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    def clock(self) -> Clock:
        return Clock(sleep=self.sleep, now=lambda: self.now, jitter=lambda: 0.0)


class Told:
    """A report that remembers; `log` holds stages and orders in their order, `progress` what stages said of it."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.progress: list[float | None] = []
        self.notes: list[str] = []

    def stage(self, state: JobState, progress: float | None = None) -> None:
        self.log.append(state.value)
        self.progress.append(progress)

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    async def ordering(self) -> None:
        self.log.append("ordering")
