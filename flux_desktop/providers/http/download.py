"""Fetches results: addresses that a host names are not trusted, and no key goes with the request."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from flux_desktop.core.errors import BadAnswer, ResultExpired, TimedOut, Unavailable
from flux_desktop.core.language import marked, tr
from flux_desktop.providers.http.answers import Answer, is_html, plain
from flux_desktop.providers.http.places import Distrusted, Places, Resolve, is_loopback, system_resolve
from flux_desktop.providers.http.retry import Failed

if TYPE_CHECKING:
    import httpx

__all__ = ["DOWNLOAD_LIMIT", "Downloader", "Resolve", "is_loopback", "system_resolve"]

DOWNLOAD_LIMIT = 256 * 1024 * 1024
"""Largest result in bytes."""

TRY_SECONDS = 120.0
REDIRECTS = 5
EXPIRED = frozenset({401, 403, 404, 410})
RETRY_HINT = marked("The result is made and paid: Retry fetches it without a new order.")


class Downloader:
    """One download from a host that `provider` named. `home` is the provider's base URL: on this computer or not."""

    def __init__(self, client: httpx.AsyncClient, provider: str, home: str, limit: int, resolve: Resolve) -> None:
        self._client = client
        self._provider = provider
        self._places = Places(home, resolve)
        self._limit = limit

    async def attempt(self, url: str) -> bytes:
        """One try; Failed says whether there may be another."""
        import httpx

        try:
            async with asyncio.timeout(TRY_SECONDS):
                return await self._follow(url)
        except (httpx.TimeoutException, TimeoutError):
            raise Failed(
                TimedOut(tr("{provider}: the result took too long to fetch.", provider=self._provider), tr(RETRY_HINT)),
                again=True,
            ) from None
        except (httpx.TransportError, httpx.DecodingError, OSError) as error:
            problem = Unavailable(
                tr("{provider}: the connection was lost while the result was fetched.", provider=self._provider),
                tr(RETRY_HINT),
            )
            problem.detail = plain(str(error))
            raise Failed(problem, again=True) from None

    async def _follow(self, url: str) -> bytes:
        """Fetch, going along with redirects that stay where results can be."""
        import httpx

        try:
            address = httpx.URL(url)
            for _ in range(REDIRECTS + 1):
                request = self._client.build_request("GET", address, headers={"Accept-Encoding": "identity"})
                response = await self._places.send(self._client, request)
                try:
                    if not response.has_redirect_location:
                        return await self._read(response)
                    target = address.join(response.headers["location"])
                finally:
                    await response.aclose()
                if target.scheme != address.scheme:
                    raise self._distrusted(tr("is redirected to another kind of address"))
                address = target
        except httpx.InvalidURL:
            raise self._distrusted(tr("has an address that is none")) from None
        except Distrusted as why:
            raise self._distrusted(str(why)) from None
        raise self._distrusted(tr("is redirected again and again"))

    async def _read(self, response: httpx.Response) -> bytes:
        if response.status_code >= 300:
            raise await self._refusal(response)
        pieces, size = [], 0
        async for piece in response.aiter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > self._limit:
                raise self._too_large()
        data = b"".join(pieces)
        if is_html(data, response.headers.get("content-type", "")):
            raise self._bad(tr("{provider} sent a web page in place of the result.", provider=self._provider))
        if not data:
            raise self._bad(tr("{provider} sent an empty result.", provider=self._provider))
        return data

    async def _refusal(self, response: httpx.Response) -> Failed:
        """The error that a status means where a result should be."""
        body = b""
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > 4096:
                break
        answer = Answer(self._provider, response.status_code, dict(response.headers), body)
        status, facts = answer.status, {"request_id": answer.request_id, "detail": answer.detail}
        if status in EXPIRED or (status == 400 and b"expire" in body.lower()):
            error = ResultExpired(
                tr(
                    "{provider}: the result's link has expired (HTTP {status}).", provider=self._provider, status=status
                ),
                **facts,
            )
            return Failed(error, again=False)
        if status in (408, 429) or status >= 500:
            title = tr(
                "{provider}: the result could not be fetched (HTTP {status}).", provider=self._provider, status=status
            )
            return Failed(Unavailable(title, tr(RETRY_HINT), **facts), again=True, after=answer.retry_after)
        return Failed(
            BadAnswer(
                tr(
                    "{provider}: the result could not be fetched (HTTP {status}).",
                    provider=self._provider,
                    status=status,
                ),
                **facts,
            ),
            again=False,
        )

    def _distrusted(self, what: str) -> Failed:
        hint = tr("It was not fetched. The result may be in your account at the provider.")
        return Failed(
            BadAnswer(tr("{provider}: the result {what}.", provider=self._provider, what=what), hint), again=False
        )

    def _bad(self, title: str) -> Failed:
        return Failed(BadAnswer(title, tr(RETRY_HINT)), again=False)

    def _too_large(self) -> Failed:
        most = self._limit // 1_000_000
        return self._bad(tr("{provider} sent a result of more than {most} MB.", provider=self._provider, most=most))
