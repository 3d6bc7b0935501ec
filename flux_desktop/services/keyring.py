"""Keys as the window and the command line use them: the keychain may ask the user, so it is asked in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from flux_desktop.core.settings import Settings
from flux_desktop.core.signal import Signal
from flux_desktop.services.addresses import is_loopback

if TYPE_CHECKING:
    from flux_desktop.core.price import Balance
    from flux_desktop.providers.base import Provider
    from flux_desktop.store.keys import Keys

__all__ = ["KeyService", "Place"]

Place = Literal["keychain", "session", "file"]


class KeyService:
    """`changed` carries the provider whose key was set or deleted, or the name of a further secret: `<id>_<name>`."""

    def __init__(self, keys: Keys, providers: Mapping[str, Provider], settings: Settings) -> None:
        self.changed: Signal[str] = Signal()
        self._keys = keys
        self._providers = providers
        self._settings = settings

    def needs_key(self, provider: str) -> bool:
        """Whether nothing can be done without a key: a server of the user's own may need none, a public one does."""
        one = self._providers[provider]
        is_public = one.link.base_url == one.base_url.rstrip("/") and not is_loopback(one.base_url)
        return one.needs_key or (one.takes_key and is_public)

    def known(self, provider: str) -> bool:
        """Whether `provider` can be used, told at once and without a question to the keychain.

        What is in the keychain may have been changed by another program: `has` knows for certain.
        """
        return not self.needs_key(provider) or self.seems_set(provider)

    def seems_set(self, name: str) -> bool:
        """Whether a key of this name is at hand, or was kept when the program last looked."""
        return self._keys.at_hand(name) or name in self._kept()

    async def where(self, provider: str) -> str:
        """Where the key of `provider` is kept: environment, session, keychain, file, or "" for nowhere."""
        place = await asyncio.to_thread(self._keys.where, provider)
        if place in ("keychain", "file", ""):
            self._remember(provider, bool(place))
        return place

    async def has(self, provider: str) -> bool:
        return not self.needs_key(provider) or bool(await self.where(provider))

    async def set(self, provider: str, key: str, place: Place = "keychain") -> None:
        """Keep a key. KeychainProblem, with the ways out, where there is no keychain."""
        await asyncio.to_thread(self._keys.set, provider, key, place)
        if place != "session":
            self._remember(provider, True)
        self.changed.emit(provider)

    async def delete(self, provider: str) -> None:
        await asyncio.to_thread(self._keys.delete, provider)
        self._remember(provider, False)
        self.changed.emit(provider)

    async def test(self, provider: str) -> str:
        """Try the key by a call that costs nothing; a sentence that says how it went."""
        return await self._providers[provider].check_key()

    async def balance(self, provider: str) -> Balance | None:
        """Money left at the provider, None where it does not tell. It is asked with the key."""
        return await self._providers[provider].balance()

    async def keychain_problem(self) -> str:
        """Why the system's keychain can't be used; "" if it can."""
        usable, reason = await asyncio.to_thread(self._keys.available)
        return "" if usable else reason

    def _kept(self) -> frozenset[str]:
        return frozenset(self._settings.text("kept_keys").split())

    def _remember(self, name: str, kept: bool) -> None:
        """Note that there is a key, never the key: the menus can then tell without opening the keychain."""
        others = self._kept() - {name}
        self._settings.set("kept_keys", " ".join(sorted(others | {name} if kept else others)))
