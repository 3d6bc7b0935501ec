"""Puts the services together over what is kept in the home folder: the same for the window and the command line."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.settings import Settings
from flux_desktop.services.jobs import JobQueue
from flux_desktop.services.keyring import KeyService
from flux_desktop.services.pictures import Pictures
from flux_desktop.services.session import Session
from flux_desktop.services.web import fetch_picture

if TYPE_CHECKING:
    from flux_desktop.providers.base import Link, Provider
    from flux_desktop.providers.http import Http
    from flux_desktop.store.keys import Keys
    from flux_desktop.store.owner import Owner

__all__ = ["Program", "assemble", "base_url"]


@dataclass(frozen=True)
class Program:
    """Everything that runs for one user, but the window."""

    home: Path
    settings: Settings
    pictures: Pictures
    queue: JobQueue
    keys: KeyService
    http: Http
    owner: Owner
    problems: tuple[str, ...]

    def session(self) -> Session:
        return Session(self.queue, self.pictures, self.settings, self.keys, functools.partial(fetch_picture, self.http))

    async def close(self) -> None:
        """End jobs' tasks, the connections and the library, in this order."""
        await self.queue.close()
        await self.http.close()
        self.queue.library.close()
        self.owner.close()


def assemble(home: Path, settings: Settings, environ: Mapping[str, str]) -> Program:
    """Open what is kept in `home` and connect it; FileProblem if the folder cannot be used."""
    from flux_desktop.providers.http import Http
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.keys import Keys
    from flux_desktop.store.library import Library
    from flux_desktop.store.owner import Owner

    library = Library(home / "library.sqlite")
    try:
        assets = AssetStore(home / "assets", home / "thumbnails")
        owner = Owner(home / "owners")
    except BaseException:
        library.close()
        raise
    keys = Keys(home / "keys.json", settings, environ)
    http = Http()
    providers = _providers(http, keys, settings, environ)
    return Program(
        home=home,
        settings=settings,
        pictures=Pictures(library, assets, settings),
        queue=JobQueue(library, assets, providers, owner),
        keys=KeyService(keys, providers),
        http=http,
        owner=owner,
        problems=tuple(library.problems),
    )


def base_url(provider: type[Provider], environ: Mapping[str, str]) -> str:
    """Where `provider` is asked: the official address, or the one in FLUX_DESKTOP_<PROVIDER>_URL."""
    return environ.get(f"FLUX_DESKTOP_{provider.id.upper()}_URL", provider.base_url).rstrip("/")


def _providers(http: Http, keys: Keys, settings: Settings, environ: Mapping[str, str]) -> dict[str, Provider]:
    from flux_desktop.providers.registry import find_providers

    return {id: cls(_link(id, base_url(cls, environ), http, keys, settings)) for id, cls in find_providers().items()}


def _link(id: str, url: str, http: Http, keys: Keys, settings: Settings) -> Link:
    import asyncio

    from flux_desktop.providers.base import Link

    async def key() -> str:
        return await asyncio.to_thread(keys.get, id)

    return Link(url, key, lambda: http, functools.partial(settings.integer, "max_megapixels"))
