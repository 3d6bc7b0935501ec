"""The one client that speaks HTTP: limits, deadlines, retries, and which error a broken exchange means.

What happens to a call that fails. An *order* is a call that may cost money; *free* calls are reads, and uploads that
may be repeated.

| what happened | a free call | an order |
|---|---|---|
| no connection: name, TCP, TLS, proxy | again, then Unreachable | again, then Unreachable |
| the last byte of the request did not leave | again, then Unreachable | again, then Unreachable |
| connection lost or silent after it had left | again, then Unreachable, TimedOut | OutcomeUnknown |
| the answer was cut short | again, then Unreachable | OutcomeUnknown |
| 429; 503 with Retry-After | again, then RateLimited, ServerFault | the same: it was not accepted |
| 503 otherwise | again, then ServerFault | ServerFault, not repeated |
| 408, 502, 504, 52x: a gateway lost the host | again, then ServerFault, TimedOut | OutcomeUnknown |
| 5xx without a word, or with a web page | again, then ServerFault | OutcomeUnknown |
| 5xx in which the host says that it failed | again, then ServerFault | ServerFault, not repeated |
| 4xx | the error of its status (http_answers.py) | the same |
| a redirect, or an answer that is no JSON | BadAnswer | BadAnswer |

Retry-After is obeyed where it ends before the deadline; other pauses grow, with chance in them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flux_desktop import __version__
from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    Internal,
    KeyRefused,
    OutcomeUnknown,
    ServerFault,
    TimedOut,
    Unreachable,
)
from flux_desktop.providers.http_answers import Answer, UnusableOrder, is_html, plain, redact
from flux_desktop.providers.http_bodies import Base64, Body, Upload, json_body, multipart_body, raw_body
from flux_desktop.providers.http_download import DOWNLOAD_LIMIT, Downloader, Resolve, system_resolve
from flux_desktop.providers.http_retry import Clock, Failed, Patience, persist
from flux_desktop.providers.http_thread import LoopThread

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Base64", "Call", "Http", "UnusableOrder", "Upload"]

CONNECT_SECONDS = 15.0
ANSWER_LIMIT = 256 * 1024 * 1024
"""Largest answer in bytes that is read: four large pictures as base64 fit in."""

KEEP_ALIVE_SECONDS = 4.0
"""Below the 5 seconds after which common servers close: an order on a connection that is just being closed is lost."""

GATEWAY_STATUSES = frozenset({408, 502, 504, *range(520, 531)})
"""A gateway between us and the host lost it: the host may have the order."""


@dataclass(frozen=True)
class Call:
    """One request to a provider's API.

    `provider` is its name for sentences. `auth` holds the headers that carry the key; they go to the origin of `home`
    (the provider's base URL) and nowhere else, and their values never appear in a text. `order` marks a call that may
    cost money; `free` one that may be repeated although it is no GET. One of `json`, `fields` with `files`, and
    `content` is the body. An answer whose status is in `accept` is returned instead of raised. Times in seconds:
    `silence` without a byte, `deadline` for everything.
    """

    provider: str
    method: str
    url: str
    home: str = ""
    auth: Mapping[str, str] = field(default_factory=dict, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    json: Any = field(default=None, repr=False)
    fields: Sequence[tuple[str, str]] = field(default=(), repr=False)
    files: Sequence[Upload] = ()
    content: bytes | None = field(default=None, repr=False)
    media_type: str = "application/octet-stream"
    order: bool = False
    free: bool = False
    accept: Sequence[int] = ()
    silence: float = 30.0
    deadline: float = 60.0

    @property
    def repeatable(self) -> bool:
        return not self.order and (self.free or self.method in ("GET", "HEAD"))

    @property
    def secrets(self) -> tuple[str, ...]:
        """The key itself, without the word in front of it (`Bearer`, `Key`)."""
        return tuple(value.split(" ")[-1] for value in self.auth.values() if value)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or self.url

    def body(self) -> Body | None:
        if self.json is not None:
            return json_body(self.json)
        if self.fields or self.files:
            return multipart_body(self.fields, self.files)
        return raw_body(self.content, self.media_type) if self.content is not None else None


class Http:
    """All HTTP of the program. The library is loaded and the client built on first use, in a thread of its own.

    `transport`, `clock` and `resolve` (host, port → addresses) are for tests. To be closed with `close`.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        clock: Clock | None = None,
        resolve: Resolve = system_resolve,
    ) -> None:
        self._transport = transport
        self._clock = clock or Clock()
        self._resolve = resolve
        self._thread: LoopThread | None = None
        self._clients: _Clients | None = None

    async def warm(self) -> None:
        """Load and build everything, so that the first call need not: to be awaited after the first paint."""
        await self._own_thread().run(self._open())

    async def call(self, call: Call) -> Answer:
        """The answer to `call`, a success; the FluxError that the table above says otherwise."""
        _check(call)
        return await self._own_thread().run(self._call(call))

    async def download(self, url: str, provider: str, *, home: str = "", limit: int = DOWNLOAD_LIMIT) -> bytes:
        """The bytes of a result, fetched without a key; `home` is the base URL of the provider that named `url`.

        ResultExpired for a link that is dead; BadAnswer for one that leads where no result can be, or to a page.
        """
        return await self._own_thread().run(self._download(url, provider, home, limit))

    async def close(self) -> None:
        """End what is under way and close all connections; a later call opens anew."""
        thread, self._thread = self._thread, None
        if thread is not None:
            await thread.close(self._close_clients)

    def _own_thread(self) -> LoopThread:
        if self._thread is None:
            self._thread = LoopThread("http")
        return self._thread

    # From here on everything runs in the thread.

    async def _open(self) -> _Clients:
        if self._clients is None:
            self._clients = _Clients(self._transport)
        return self._clients

    async def _close_clients(self) -> None:
        clients, self._clients = self._clients, None
        if clients is not None:
            await clients.close()

    async def _call(self, call: Call) -> Answer:
        client = (await self._open()).api
        patience = Patience(call.deadline, self._clock)
        return await persist(lambda: _attempt(client, call, patience.left), patience)

    async def _download(self, url: str, provider: str, home: str, limit: int) -> bytes:
        client = (await self._open()).results
        patience = Patience(300.0, self._clock)
        downloader = Downloader(client, provider, home, limit, self._resolve)
        return await persist(lambda: downloader.attempt(url), patience)


class _Clients:
    """Two clients: one keeps its connections to the APIs; the other, for results, keeps nothing and knows no key."""

    def __init__(self, transport: httpx.AsyncBaseTransport | None) -> None:
        import ssl

        import httpx
        import truststore

        def client(keep: int, accept: str) -> httpx.AsyncClient:
            return httpx.AsyncClient(
                transport=transport,
                verify=context,
                follow_redirects=False,
                timeout=httpx.Timeout(30.0, connect=CONNECT_SECONDS),
                limits=httpx.Limits(
                    max_connections=32, max_keepalive_connections=keep, keepalive_expiry=KEEP_ALIVE_SECONDS
                ),
                headers={"User-Agent": f"flux-desktop/{__version__}", "Accept": accept},
                cookies=_no_cookies(),
                # A proxy is for the way out, not for a server on this computer.
                mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
            )

        # It would log addresses with their signatures, and headers: a log is often passed on.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        # The system's certificates: companies put their own there.
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.api = client(16, "application/json")
        self.results = client(0, "image/*")

    async def close(self) -> None:
        await self.api.aclose()
        await self.results.aclose()


def _no_cookies() -> Any:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _check(call: Call) -> None:
    """Refuse what would carry the key astray, before anything is sent."""
    try:
        home, target = urlsplit(call.home or call.url), urlsplit(call.url)
    except ValueError:
        raise _no_address(call, "") from None
    if call.auth and (home.scheme, home.netloc) != (target.scheme, target.netloc):
        raise Internal(f"{call.provider}: the key is for {home.hostname}, not for {target.hostname}: nothing was sent.")
    for value in call.auth.values():
        if not (value.isascii() and value.isprintable()):
            raise KeyRefused(
                f"{call.provider}: the key holds characters that no key has: nothing was sent.",
                "Enter it again: something else may have been pasted.",
            )


class _Wire:
    """Follows one exchange, to know whether all of the request has left."""

    def __init__(self) -> None:
        self.sent = True  # until the transport tells more: the careful guess for an order

    async def trace(self, event: str, _info: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.started", "send_request_headers.started")):
            self.sent = False
        elif event.endswith("send_request_body.complete"):
            self.sent = True


async def _attempt(client: httpx.AsyncClient, call: Call, seconds: float) -> Answer:
    """One try of a call within `seconds`; Failed says whether there may be another."""
    import httpx

    wire = _Wire()
    try:
        async with asyncio.timeout(seconds):
            answer = await _exchange(client, call, wire)
    except TimeoutError:
        raise _silent(call, wire.sent) from None
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
        raise _unreachable(call, str(error)) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise Failed(_no_address(call, str(error)), again=False) from None
    except httpx.TimeoutException:
        raise _silent(call, wire.sent) from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise _lost(call, wire.sent, str(error)) from None
    if answer.status < 300 or answer.status in call.accept:
        return answer
    raise _said_no(call, answer)


async def _exchange(client: httpx.AsyncClient, call: Call, wire: _Wire) -> Answer:
    """Send the request and read the whole answer, both in pieces."""
    import httpx

    body = call.body()
    headers = {**call.headers, **call.auth}
    if body is not None:
        headers |= {"Content-Type": body.media_type, "Content-Length": str(body.length)}
    request = client.build_request(
        call.method,
        call.url,
        params=dict(call.query) or None,
        headers=headers,
        content=aiter(body) if body is not None else None,
        timeout=httpx.Timeout(call.silence, connect=CONNECT_SECONDS),
        extensions={"trace": wire.trace},
    )
    response = await client.send(request, stream=True)
    try:
        pieces, size = [], 0
        async for piece in response.aiter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > ANSWER_LIMIT:
                raise Failed(BadAnswer(f"{call.provider} sent more than the program reads."), again=False)
    finally:
        await response.aclose()
    return Answer(
        call.provider, response.status_code, dict(response.headers), b"".join(pieces), call.secrets, call.order
    )


def _no_address(call: Call, cause: str) -> Unreachable:
    hint = "Nothing was sent. Check the provider's address in Settings › Keys, or the environment variable."
    return Unreachable(f"{call.provider}: its address is none of the web.", hint, detail=plain(cause))


def _unreachable(call: Call, cause: str) -> Failed:
    why = plain(redact(cause, call.secrets), 100)
    title = f"{call.provider}: no connection to {plain(call.host, 80)}{f' ({why})' if why else ''}."
    return Failed(Unreachable(title, _reach_hint(call)), again=True)


def _lost(call: Call, sent: bool, cause: str) -> Failed:
    """The connection broke off before there was a whole answer."""
    if call.order and sent:
        return Failed(_unknown(call, "the connection was lost after the order had left", cause), again=False)
    title = f"{call.provider}: the connection was lost."
    return Failed(
        Unreachable(title, _reach_hint(call), detail=plain(redact(cause, call.secrets))),
        again=call.repeatable or not sent,
    )


def _silent(call: Call, sent: bool) -> Failed:
    """Nothing came for too long."""
    if call.order and sent:
        return Failed(_unknown(call, "there was no answer to the order in time"), again=False)
    return Failed(TimedOut(f"{call.provider} did not answer in time."), again=call.repeatable or not sent)


def _unknown(call: Call, what: str, cause: str = "", answer: Answer | None = None) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"{call.provider}: {what}, so it may have been charged.",
        request_id=answer.request_id if answer else "",
        detail=answer.detail if answer else plain(redact(cause, call.secrets)),
    )


def _said_no(call: Call, answer: Answer) -> Failed:
    """The host (or a gateway before it) answered with an error."""
    status, after = answer.status, answer.retry_after
    error: FluxError = answer.failure()
    if status == 429 or (status == 503 and after is not None):
        return Failed(error, again=True, after=after)
    if call.order:
        wordless = not answer.body.strip() or is_html(answer.body, answer.headers.get("content-type", ""))
        if status in GATEWAY_STATUSES or (status >= 500 and status != 503 and wordless):
            what = f"a gateway lost the order on its way (HTTP {status})"
            return Failed(_unknown(call, what, answer=answer), again=False)
        return Failed(error, again=False)
    again = call.repeatable and (isinstance(error, ServerFault) or status in GATEWAY_STATUSES)
    return Failed(error, again=again, after=after)


def _reach_hint(call: Call) -> str:
    return "Nothing was ordered. Check the connection and retry." if call.order else "Check the connection and retry."
