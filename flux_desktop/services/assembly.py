"""Puts the services together over what is kept in the home folder: the same for the window and the command line."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.language import marked
from flux_desktop.core.params import Param, Value, text
from flux_desktop.core.settings import Settings
from flux_desktop.services.catalogues import Catalogues
from flux_desktop.services.jobs import JobQueue
from flux_desktop.services.keyring import KeyService
from flux_desktop.services.money import Money
from flux_desktop.services.pictures import Pictures
from flux_desktop.services.session import Session
from flux_desktop.services.web import fetch_picture

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider
    from flux_desktop.providers.http import Http
    from flux_desktop.providers.link import Link
    from flux_desktop.store.keys import Keys
    from flux_desktop.store.owner import Owner

__all__ = ["BASE_URL", "Program", "assemble", "base_url", "chosen"]

BASE_URL = "base_url"
"""The option that every provider with an address has."""


@dataclass(frozen=True)
class Program:
    """Everything that runs for one user, but the window."""

    home: Path
    settings: Settings
    pictures: Pictures
    queue: JobQueue
    keys: KeyService
    catalogues: Catalogues
    http: Http
    owner: Owner
    problems: tuple[str, ...]

    def session(self) -> Session:
        fetch = functools.partial(fetch_picture, self.http)
        return Session(self.queue, self.pictures, self.settings, self.keys, self.catalogues, fetch)

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
    catalogues = Catalogues(home / "catalogues", providers)
    settings.changed.connect(functools.partial(_on_address, catalogues))
    queue = JobQueue(library, assets, providers, owner, Money(library, settings))
    return Program(
        home=home,
        settings=settings,
        pictures=Pictures(library, assets, settings, queue.fresh),
        queue=queue,
        keys=KeyService(keys, providers, settings),
        catalogues=catalogues,
        http=http,
        owner=owner,
        problems=tuple(library.problems),
    )


def base_url(provider: type[Provider], environ: Mapping[str, str], settings: Settings) -> str:
    """Where `provider` is asked: FLUX_DESKTOP_<PROVIDER>_URL, else the setting, else the official address."""
    chosen = settings.text(f"{provider.id}.{BASE_URL}") if provider.base_url else ""
    return (environ.get(f"FLUX_DESKTOP_{provider.id.upper()}_URL") or chosen or provider.base_url).rstrip("/")


def chosen(provider: type[Provider], environ: Mapping[str, str], settings: Settings, option: str) -> Value | None:
    """What is set for an option of `provider`: FLUX_DESKTOP_<PROVIDER>_<OPTION> for this run, else the setting.

    InvalidParameter for words in the environment that the option cannot take.
    """
    words = environ.get(f"FLUX_DESKTOP_{provider.id}_{option}".upper())
    if words is None:
        return settings.get(f"{provider.id}.{option}")
    return next(param for param in provider.options if param.name == option).parse(words)


def _providers(http: Http, keys: Keys, settings: Settings, environ: Mapping[str, str]) -> dict[str, Provider]:
    """Every provider, with its settings declared; another address in the settings counts from the next call on."""
    from flux_desktop.providers.registry import find_providers

    found = find_providers()
    for cls in found.values():
        settings.declare(_declared(cls))
    providers = {id: cls(_link(cls, http, keys, settings, environ)) for id, cls in found.items()}

    def on_setting(name: str) -> None:
        id, _, option = name.partition(".")
        if option == BASE_URL:
            provider = providers[id]
            provider.link = replace(provider.link, base_url=base_url(type(provider), environ, settings))

    settings.changed.connect(on_setting)
    return providers


def _on_address(catalogues: Catalogues, setting: str) -> None:
    provider, _, option = setting.partition(".")
    if option == BASE_URL:
        catalogues.look_again(provider)


def _declared(cls: type[Provider]) -> Iterator[Param]:
    """The settings of one provider, under the names that they have among all settings."""
    if cls.base_url:
        help = marked(
            "Where {provider} is asked; empty: {address}. Its key is sent there.",
            provider=cls.name,
            address=cls.base_url,
        )
        yield text(f"{cls.id}.{BASE_URL}", "", label="Address", help=help)
    for option in cls.options:
        yield replace(option, name=f"{cls.id}.{option.name}")


def _link(cls: type[Provider], http: Http, keys: Keys, settings: Settings, environ: Mapping[str, str]) -> Link:
    import asyncio

    from flux_desktop.providers.link import Link

    async def key() -> str:
        return await asyncio.to_thread(keys.get, cls.id)

    async def secret(name: str) -> str:
        return await asyncio.to_thread(keys.get, f"{cls.id}_{name}")

    return Link(
        base_url(cls, environ, settings),
        key,
        lambda: http,
        functools.partial(settings.integer, "max_megapixels"),
        option=functools.partial(chosen, cls, environ, settings),
        secret=secret,
    )
