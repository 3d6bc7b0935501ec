"""Where a provider may be asked: an address that a user types gets the provider's key, so not every one will do."""

from __future__ import annotations

from urllib.parse import urlsplit

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked, tr
from flux_desktop.providers.http.places import is_loopback

__all__ = ["checked_address", "is_loopback"]

NOT_SAFE = marked(
    "The key and your pictures would be readable on their way. Plain http is for servers on this computer."
)


def checked_address(text: str) -> str:
    """`text` as a base URL, without a slash at its end; "" for none. InvalidParameter where nothing may be sent to."""
    address = text.strip().rstrip("/")
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        usable = bool(parts.hostname) and parts.port != 0 and not any(letter.isspace() for letter in address)
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    if not usable or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise InvalidParameter(
            tr("This is no address of a server."), tr("Write it like {address}.", address="https://api.example.com/v1")
        )
    if parts.username is not None:
        raise InvalidParameter(
            tr("A name or a password in the address is not kept secret."), tr("Leave out all before the @.")
        )
    if parts.scheme == "http" and not is_loopback(address):
        raise InvalidParameter(tr("An address elsewhere has to begin with https."), tr(NOT_SAFE))
    return address
