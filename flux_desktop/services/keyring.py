"""Keys as the window and the command line use them: the keychain may ask the user, so it is asked in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from flux_desktop.core.signal import Signal

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider
    from flux_desktop.store.keys import Keys

__all__ = ["KeyService", "Place"]

Place = Literal["keychain", "session", "file"]


class KeyService:
    """`changed` carries the provider whose key was set or deleted."""

    def __init__(self, keys: Keys, providers: Mapping[str, Provider]) -> None:
        self.changed: Signal[str] = Signal()
        self._keys = keys
        self._providers = providers

    async def where(self, provider: str) -> str:
        """Where the key of `provider` is kept: environment, session, keychain, file, or "" for nowhere."""
        return await asyncio.to_thread(self._keys.where, provider)

    async def has(self, provider: str) -> bool:
        return not self._providers[provider].needs_key or bool(await self.where(provider))

    async def set(self, provider: str, key: str, place: Place = "keychain") -> None:
        """Keep a key. KeychainProblem, with the ways out, where there is no keychain."""
        await asyncio.to_thread(self._keys.set, provider, key, place)
        self.changed.emit(provider)

    async def delete(self, provider: str) -> None:
        await asyncio.to_thread(self._keys.delete, provider)
        self.changed.emit(provider)

    async def test(self, provider: str) -> str:
        """Try the key by a call that costs nothing; a sentence that says how it went."""
        return await self._providers[provider].check_key()

    async def keychain_problem(self) -> str:
        """Why the system's keychain can't be used; "" if it can."""
        usable, reason = await asyncio.to_thread(self._keys.available)
        return "" if usable else reason
