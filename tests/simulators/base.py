"""A real HTTP server in a thread, with a log of what it saw, scripted faults and gates that hold requests.

Another process drives it by `POST /_control` with one of:

    {"fault": {...}}      add a fault (see faults.py)      {"clear": true}       forget faults and the log
    {"wait": "gate"}      answer once a request is held    {"release": "gate"}   let held and later requests pass
    {"log": true}         the requests so far              anything else         what the provider's simulator knows
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, ClassVar, Self

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from tests.simulators.faults import Fault

__all__ = ["Seen", "SeenFile", "Simulator", "serve"]


@dataclass(frozen=True)
class SeenFile:
    """A file part of a multipart body."""

    filename: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Seen:
    """One request as it came in. Header names are lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    fields: Mapping[str, str]
    files: Mapping[str, SeenFile]

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def to_json(self) -> dict[str, Any]:
        """For the log over HTTP: files by size and hash."""
        is_json = self.headers.get("content-type", "").startswith("application/json")
        return {
            "method": self.method,
            "path": self.path,
            "query": dict(self.query),
            "headers": dict(self.headers),
            "json": self.json if is_json and self.body else None,
            "fields": dict(self.fields),
            "files": {
                name: {
                    "filename": file.filename,
                    "media_type": file.media_type,
                    "size": len(file.data),
                    "sha256": hashlib.sha256(file.data).hexdigest(),
                }
                for name, file in self.files.items()
            },
        }


class Simulator:
    """A server on 127.0.0.1 while it is entered (`with`). Subclasses give `routes` and hold the provider's state."""

    name: ClassVar[str] = "simulator"

    def __init__(self, port: int = 0) -> None:
        # With its protocol named, asyncio sends without delay; else every answer takes 40 ms.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self._socket.listen(128)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.log: list[Seen] = []
        self.arrived: list[str] = []
        """Every request, as `METHOD /path`, also those that were cut off before they were read."""
        self.mistakes: list[Exception] = []
        """Failures of the simulator itself: they end the test."""
        self._faults: list[Fault] = []
        self._used: dict[int, int] = {}
        self._lock = threading.Condition()
        self._held: list[str] = []
        self._open: set[str] = set()
        self._app = Starlette(routes=self.routes())
        config = uvicorn.Config(
            self._serve,
            interface="asgi3",
            proxy_headers=False,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            loop="asyncio",
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), name=self.name, daemon=True)

    @property
    def base_url(self) -> str:
        """The address in place of the provider's own: below it are the official paths."""
        return self.url

    def routes(self) -> list[Route]:
        """The provider's own routes."""
        return []

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """What `POST /_control` can do beyond the general orders."""
        return {"error": f"unknown order {sorted(order)}"}

    def reset(self) -> None:
        """As new, at the same address. Subclasses forget their state too."""
        with self._lock:
            self.log.clear()
            self.arrived.clear()
            self._faults.clear()
            self._used.clear()
            self._open.clear()

    def fault(self, *faults: Fault) -> None:
        """Let these happen, the first that matches a request and is not used up first."""
        with self._lock:
            self._faults.extend(faults)

    def heal(self) -> None:
        """Forget the faults; what was seen so far stays."""
        with self._lock:
            self._faults.clear()
            self._used.clear()

    def seen(self, route: str) -> list[Seen]:
        """The requests so far to `route`, e.g. `POST /api/features`."""
        method, _, path = route.partition(" ")
        with self._lock:
            return [seen for seen in self.log if seen.method == method and seen.path.startswith(path)]

    def wait_held(self, gate: str, seconds: float = 20.0) -> None:
        """Until a request is held at `gate`; TimeoutError if none comes."""
        with self._lock:
            if not self._lock.wait_for(lambda: gate in self._held, seconds):
                raise TimeoutError(f"no request came to the gate {gate!r}")

    def release(self, gate: str) -> None:
        """Let the requests held at `gate` pass, and those that come later."""
        with self._lock:
            self._open.add(gate)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._lock:
            self._open.update(fault.gate for fault in self._faults)
        self._server.should_exit = self._server.force_exit = True
        self._thread.join()
        self._socket.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        if self.mistakes and error is None:
            raise ExceptionGroup("the simulator failed", self.mistakes)

    # In the server's thread.

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._meet(scope, receive, send)
        except Exception as error:
            self.mistakes.append(error)
            raise

    async def _meet(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/_control":
            await self._control(scope, receive, send)
            return
        fault = self._take(f"{scope['method']} {scope['path']}")
        if fault.do == "reset_before":
            _reset(receive)
            return
        body = await Request(scope, receive).body()
        seen = await _seen(scope, body)
        with self._lock:
            self.log.append(seen)
        if fault.when == "before":
            await self._pass(fault.gate)
        start, content = await self._answer(fault, scope, body)
        if fault.when == "after":
            await self._pass(fault.gate)
        await _send(fault, start, content, receive, send)

    def _take(self, request: str) -> Fault:
        """The fault that the request meets, counted as used; one that does nothing if there is none."""
        with self._lock:
            self.arrived.append(request)
            for index, fault in enumerate(self._faults):
                used = self._used.get(index, 0)
                if request.startswith(fault.route) and (fault.times == 0 or used < fault.times):
                    self._used[index] = used + 1
                    return fault
        return Fault(request)

    async def _answer(self, fault: Fault, scope: Scope, body: bytes) -> tuple[Message, bytes]:
        if fault.do == "answer":
            response = Response(fault.content, fault.status, dict(fault.headers))
            return await _captured(response, scope, body)
        start, content = await _captured(self._app, scope, body)
        if fault.do == "patch":
            patched = JSONResponse(_merged(json.loads(content), fault.patch), start["status"])
            return await _captured(patched, scope, body)
        return start, content

    async def _pass(self, gate: str) -> None:
        if not gate:
            return
        with self._lock:
            self._held.append(gate)
            self._lock.notify_all()
        while gate not in self._open:  # noqa: ASYNC110  # opened from another thread
            await asyncio.sleep(0.002)
        with self._lock:
            self._held.remove(gate)

    async def _control(self, scope: Scope, receive: Receive, send: Send) -> None:
        order = await Request(scope, receive).json()
        await JSONResponse(await asyncio.to_thread(self._obey, order))(scope, receive, send)

    def _obey(self, order: Mapping[str, Any]) -> dict[str, Any]:
        match order:
            case {"fault": fault}:
                self.fault(Fault.from_json(fault))
            case {"clear": _}:
                self.reset()
            case {"wait": gate}:
                self.wait_held(gate)
            case {"release": gate}:
                self.release(gate)
            case {"log": _}:
                with self._lock:
                    return {"log": [seen.to_json() for seen in self.log]}
            case _:
                return self.control(order)
        return {}


App = Callable[[Scope, Receive, Send], Awaitable[None]]


async def _captured(app: App, scope: Scope, body: bytes) -> tuple[Message, bytes]:
    """What `app` answers to a request whose body was read before."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    return messages[0], b"".join(message.get("body", b"") for message in messages[1:])


async def _seen(scope: Scope, body: bytes) -> Seen:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    request = Request(scope, receive)
    fields: dict[str, str] = {}
    files: dict[str, SeenFile] = {}
    if request.headers.get("content-type", "").startswith("multipart/"):
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = SeenFile(value.filename or "", value.content_type or "", await value.read())
                else:
                    fields[name] = value
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Seen(request.method, request.url.path, dict(request.query_params), headers, body, fields, files)


async def _send(fault: Fault, start: Message, content: bytes, receive: Receive, send: Send) -> None:
    """Send the answer, as badly as the fault wants."""
    if fault.do == "reset_after":
        _reset(receive)
    elif fault.do == "stall":
        while (await receive())["type"] != "http.disconnect":
            pass
    elif fault.do == "truncate":
        await send(start)
        await send({"type": "http.response.body", "body": content[: len(content) // 2], "more_body": True})
        _transport(receive).close()
    else:
        await send(start)
        step = max(1, len(content) // 20) if fault.do == "slow" else max(1, len(content))
        for at in range(0, len(content), step):
            await send({"type": "http.response.body", "body": content[at : at + step], "more_body": True})
            await asyncio.sleep(fault.seconds if fault.do == "slow" else 0)
        await send({"type": "http.response.body", "body": b""})


def _transport(receive: Receive) -> asyncio.Transport:
    """The connection that a request came by: ASGI does not tell, uvicorn's own object does."""
    transport: asyncio.Transport = receive.__self__.transport  # type: ignore[attr-defined]
    return transport


def _reset(receive: Receive) -> None:
    """End the connection with a TCP reset: nothing that was written may arrive."""
    transport = _transport(receive)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _merged(data: Any, patch: Any) -> Any:
    """`data` with `patch` laid over it; None in the patch takes a field out."""
    if not isinstance(data, dict) or not isinstance(patch, Mapping):
        return patch
    merged = {**data, **{key: _merged(data.get(key), value) for key, value in patch.items()}}
    return {key: value for key, value in merged.items() if not (key in patch and patch[key] is None)}


def serve(kind: type[Simulator], arguments: list[str] | None = None) -> None:
    """Run a simulator as a program: print its address, then serve until the process is stopped."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    simulator = kind(parser.parse_args(arguments).port)
    with simulator:
        print(simulator.url, flush=True)  # noqa: T201
        simulator._thread.join()
