"""What hosts publish of their models, fetched when somebody asks for it and kept with its date."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import plural, tr
from flux_desktop.core.signal import Signal
from flux_desktop.store.files import file_problem, write_atomically

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider

__all__ = ["Catalogues"]

log = logging.getLogger(__name__)

PATIENCE = 3.0
"""Seconds that a list may take which nobody asked for."""


class Catalogues:
    """One file a provider in `folder`. Nothing is fetched by itself: a start never waits for a host.

    A list counts for the address that it came from. `changed` carries the provider whose models are others now.
    """

    def __init__(self, folder: Path, providers: Mapping[str, Provider]) -> None:
        self.changed: Signal[str] = Signal()
        self._folder = folder
        self._providers = providers
        self._dates: dict[str, float] = {}
        for id in providers:
            self._take(id)

    def date(self, provider: str) -> float | None:
        """When the list of `provider` was fetched, in seconds since 1970; None if it never was."""
        return self._dates.get(provider)

    async def refresh(self, provider: str) -> str:
        """Fetch the list anew; a sentence that says how it went. The FluxError of the call if it failed."""
        host = self._providers[provider]
        catalogue = dict(await host.fetch_catalogue())
        if not catalogue:
            return tr("{provider} publishes no list: the models are those that the program knows.", provider=host.name)
        kept = {"address": host.link.base_url, "at": time.time(), "catalogue": catalogue}
        await asyncio.to_thread(self._write, provider, kept)
        self._take(provider)
        self.changed.emit(provider)
        count = len(host.offered())
        return plural(count, "{provider} offers {n} model.", "{provider} offers {n} models.", provider=host.name)

    async def find_out(self, provider: str) -> None:
        """Fetch the list of a server that the user runs, if it never was: only the server knows its models.

        One that does not answer soon is not waited for.
        """
        host = self._providers[provider]
        if host.publishes and host.setup and provider not in self._dates:
            with suppress(FluxError, TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self.refresh(provider)

    def look_again(self, provider: str) -> None:
        """The address of `provider` is another: the list of the old one does not count there."""
        self._take(provider)
        self.changed.emit(provider)

    def _take(self, id: str) -> None:
        """Give the provider what is kept for its address; what is damaged, or breaks it, counts as nothing."""
        provider = self._providers[id]
        self._dates.pop(id, None)
        provider.catalogue = {}
        if not provider.publishes:
            return
        kept = self._read(id)
        if kept.get("address") != provider.link.base_url or not isinstance(kept.get("catalogue"), dict):
            return
        provider.catalogue = kept["catalogue"]
        try:
            provider.offered()
        except Exception:  # a list that makes no sense must not keep the program from starting
            log.exception("the list of models of %r is not usable", id)
            provider.catalogue = {}
            return
        self._dates[id] = float(kept["at"])

    def _read(self, id: str) -> dict[str, Any]:
        try:
            kept = json.loads(self._file(id).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) and isinstance(kept.get("at"), int | float) else {}

    def _write(self, id: str, kept: Mapping[str, Any]) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file(id), json.dumps(kept).encode())
        except OSError as error:
            raise file_problem(error, tr("The list of models cannot be kept")) from error

    def _file(self, id: str) -> Path:
        return self._folder / f"{id}.json"
