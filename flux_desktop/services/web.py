"""A picture from the web that was dropped as an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flux_desktop.core.errors import (
    BadAnswer,
    FileProblem,
    FluxError,
    InvalidParameter,
    ResultExpired,
    TimedOut,
    Unavailable,
)
from flux_desktop.core.language import marked, tr

if TYPE_CHECKING:
    from flux_desktop.providers.http import Http

__all__ = ["fetch_picture"]

LIMIT = 128 * 1024 * 1024
"""Largest picture in bytes."""

REASONS: tuple[tuple[type[FluxError], str], ...] = (
    (ResultExpired, marked("the site does not give it away, or it is gone")),
    (TimedOut, marked("it took too long")),
    (BadAnswer, marked("there is no picture at this address")),
    (Unavailable, marked("the site cannot be reached")),
)


async def fetch_picture(http: Http, url: str, *, limit: int = LIMIT) -> bytes:
    """The bytes behind `url`, asked for without key or cookie; FileProblem, with the reason, if there are none.

    Asked over https, also where the page said http, unless it is on this computer.
    """
    host, url = _checked(url)
    try:
        return await http.download(url, host, home=url, limit=limit)
    except Unavailable as error:
        reason = next(words for kind, words in REASONS if isinstance(error, kind))
        raise FileProblem(
            tr("The picture could not be fetched from {host}: {reason}.", host=host, reason=tr(reason)),
            tr("Save it in the browser, then open the file."),
            detail=f"{error.title} {error.detail}".strip(),
        ) from error


def _checked(url: str) -> tuple[str, str]:
    """Host and address to ask; InvalidParameter for what is no address on the web."""
    from flux_desktop.providers.http.download import is_loopback

    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InvalidParameter(tr("This is not the address of a picture on the web."), tr("Open a file instead."))
    return parts.hostname, url if is_loopback(url) else parts._replace(scheme="https").geturl()
