"""The one client that speaks HTTP: limits, deadlines, retries. `verdict.py` has the table of what may go wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flux_desktop import __version__
from flux_desktop.core.errors import BadAnswer
from flux_desktop.core.language import tr
from flux_desktop.providers.http.answers import Answer, UnusableOrder
from flux_desktop.providers.http.bodies import Base64, Upload
from flux_desktop.providers.http.call import Call
from flux_desktop.providers.http.download import DOWNLOAD_LIMIT, Downloader
from flux_desktop.providers.http.places import Distrusted, Places, Resolve, system_resolve
from flux_desktop.providers.http.retry import Clock, Failed, Patience, persist
from flux_desktop.providers.http.thread import LoopThread
from flux_desktop.providers.http.verdict import check, distrusted, lost, no_address, said_no, silent, unreachable

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Base64", "Call", "Http", "UnusableOrder", "Upload"]

CONNECT_SECONDS = 15.0

KEEP_ALIVE_SECONDS = 4.0
"""Below the 5 seconds after which common servers close: an order on a connection that is just being closed is lost."""


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
        """The answer to `call`, a success; the FluxError that `verdict.py` tells otherwise."""
        check(call)
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
        clients = await self._open()
        # Where a host sends us, the address is checked at each try, so no connection is kept.
        client, places = (clients.results, Places(call.home, self._resolve)) if call.foreign else (clients.api, None)
        patience = Patience(call.deadline, self._clock)
        return await persist(lambda: _attempt(client, call, patience.left, places), patience)

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


class _Wire:
    """Follows one exchange, to know whether all of the request has left."""

    def __init__(self) -> None:
        self.sent = True  # until the transport tells more: the careful guess for an order

    async def trace(self, event: str, _info: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.started", "send_request_headers.started")):
            self.sent = False
        elif event.endswith("send_request_body.complete"):
            self.sent = True


async def _attempt(client: httpx.AsyncClient, call: Call, seconds: float, places: Places | None) -> Answer:
    """One try of a call within `seconds`, only to `places` if given; Failed says whether there may be another."""
    import httpx

    wire = _Wire()
    try:
        async with asyncio.timeout(seconds):
            answer = await _exchange(client, call, wire, places)
    except TimeoutError:
        raise silent(call, wire.sent) from None
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, OSError) as error:
        raise unreachable(call, str(error)) from None
    except Distrusted as why:
        raise distrusted(call, str(why)) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise Failed(no_address(call, str(error)), again=False) from None
    except httpx.TimeoutException:
        raise silent(call, wire.sent) from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise lost(call, wire.sent, str(error)) from None
    if answer.status < 300 or answer.status in call.accept:
        return answer
    raise said_no(call, answer)


async def _exchange(client: httpx.AsyncClient, call: Call, wire: _Wire, places: Places | None) -> Answer:
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
    response = await (places.send(client, request) if places else client.send(request, stream=True))
    try:
        pieces, size = [], 0
        async for piece in response.aiter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > call.limit:
                raise Failed(
                    BadAnswer(tr("{provider} sent more than the program reads.", provider=call.provider)), again=False
                )
    finally:
        await response.aclose()
    return Answer(
        call.provider, response.status_code, dict(response.headers), b"".join(pieces), call.secrets, call.order
    )
