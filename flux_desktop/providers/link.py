"""What a provider needs of the outside: its address, its secrets, the client that speaks HTTP, and its settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.params import Value

if TYPE_CHECKING:
    from flux_desktop.providers.http import Http

__all__ = ["Link", "Secret"]


def _unset(name: str) -> None:
    """No option is set."""


async def _no_secret(name: str) -> str:
    return ""


@dataclass(frozen=True)
class Secret:
    """A secret that a provider needs beside its key, e.g. that of a bucket; kept as keys are: `<provider>_<name>`."""

    name: str
    label: str
    help: str


@dataclass(frozen=True)
class Link:
    """What a provider needs of the outside, given to it by whoever puts the program together.

    `key` asks for the key (which may wait for the keychain) and gives "" where there is none; so does `secret`, by the
    name of a `Secret`. `http` is called when the first byte is sent: a program start loads no HTTP library. `option`
    gives what the user set for one of the provider's options, None where nothing is set.
    """

    base_url: str
    key: Callable[[], Awaitable[str]]
    http: Callable[[], Http]
    max_megapixels: Callable[[], int] = lambda: 200
    option: Callable[[str], Value | None] = _unset
    secret: Callable[[str], Awaitable[str]] = _no_secret
