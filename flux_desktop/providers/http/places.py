"""Addresses that a host names are not trusted: where results may be fetched from, and uploads sent to."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import httpx

from flux_desktop.core.language import tr

__all__ = ["Distrusted", "Places", "Resolve", "is_loopback", "same_origin", "system_resolve"]

Resolve = Callable[[str, int], Awaitable[list[str]]]


async def system_resolve(host: str, port: int) -> list[str]:
    """The addresses of `host` by the system; OSError where there are none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_loopback(url: str) -> bool:
    """Whether `url` names this computer itself."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host == "localhost" or _loopback_address(host)


def same_origin(url: object, home: str) -> bool:
    """Whether `url`, anything that a host sent, is at the very server of `home`: scheme, name and port."""
    try:
        named, mine = urlsplit(url if isinstance(url, str) else ""), urlsplit(home)
    except ValueError:
        return False
    return bool(mine.netloc) and (named.scheme, named.netloc) == (mine.scheme, mine.netloc)


class Distrusted(Exception):
    """Nothing is sent there; the text goes on after “the result” or “the upload”."""


class Places:
    """The public web over https. `home` is the base URL of the provider that names them: one on this computer may
    name places on this computer, by http too, and a provider's own host may be anywhere."""

    def __init__(self, home: str, resolve: Resolve) -> None:
        self._home = home
        self._resolve = resolve

    async def send(self, client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        """Ask the first address that can be connected to; the one that was checked is the one that is used.

        Distrusted where the request may not go; the answer's body is still to be read.
        """
        import httpx

        targets = await self._targets(request.url)
        for index, target in enumerate(targets):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=target),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": request.url.host},
            )
            try:
                return await client.send(pinned, stream=True)
            except httpx.ConnectError:
                if index == len(targets) - 1:
                    raise
        raise OSError("the name has no address")

    async def _targets(self, address: httpx.URL) -> list[str]:
        """The hosts to connect to: checked addresses, or the name where a proxy looks it up itself."""
        local = is_loopback(self._home)
        if address.scheme != "https" and not (address.scheme == "http" and is_loopback(str(address)) and local):
            raise Distrusted(tr("is not at an https address"))
        way = _way(address.scheme, address.host)
        if way == "proxy" and not _as_address(address.host):
            return [address.host]
        port = address.port or (443 if address.scheme == "https" else 80)
        found = [address.host] if _as_address(address.host) else await self._resolve(address.host, port)
        own_host = bool(self._home) and address.host == urlsplit(self._home).hostname
        if not all(_public(ip) or own_host or (local and _loopback_address(ip)) for ip in found):
            raise Distrusted(tr("is at a private address"))
        # Beside a proxy the name must stay: the rules which hosts go past it are made of names.
        return found if way == "direct" else [address.host]


def _way(scheme: str, host: str) -> Literal["direct", "proxy", "past the proxy"]:
    """How the environment sends requests to `host`."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    if not (proxies.get(scheme) or proxies.get("all")):
        return "direct"
    return "past the proxy" if proxy_bypass(host) else "proxy"


def _as_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """`host` as an address, one that is packed into IPv6 unpacked; None if it is a name."""
    try:
        address = ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _public(host: str) -> bool:
    address = _as_address(host)
    return address is not None and address.is_global and not address.is_multicast


def _loopback_address(host: str) -> bool:
    address = _as_address(host)
    return address is not None and address.is_loopback
