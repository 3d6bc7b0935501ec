"""Finds the providers: every module of this package, and what other packages offer by entry point."""

from __future__ import annotations

import glob
import importlib
import logging
import pkgutil
import sys
from inspect import isabstract
from pathlib import Path

from flux_desktop import providers
from flux_desktop.providers.base import Provider

__all__ = ["find_providers"]

ENTRY_POINT = "flux_desktop.providers"
log = logging.getLogger(__name__)


def find_providers() -> dict[str, type[Provider]]:
    """Provider classes by id, in the order of the menu: `offline` first, as it needs no key; the rest by name.

    Another package cannot take the place, and with it the key, of a provider of this one.
    """
    for module in pkgutil.iter_modules(providers.__path__):
        importlib.import_module(f"{providers.__name__}.{module.name}")
    every = _below(Provider)  # type: ignore[type-abstract]  # only its subclasses are asked for
    found = [cls for cls in every if not isabstract(cls) and hasattr(cls, "id")]
    own = {cls.id: cls for cls in found if cls.__module__.startswith(f"{providers.__name__}.")}
    return dict(sorted({**_installed(), **own}.items(), key=lambda item: (item[0] != "offline", item[1].name.lower())))


def _below(cls: type[Provider]) -> list[type[Provider]]:
    """All subclasses of `cls`, their subclasses too."""
    return [found for child in cls.__subclasses__() for found in (child, *_below(child))]


def _installed() -> dict[str, type[Provider]]:
    """Providers of other packages; one that fails to load is logged and left out."""
    if not _any_offered():
        return {}
    from importlib.metadata import entry_points

    found: dict[str, type[Provider]] = {}
    for point in entry_points(group=ENTRY_POINT):
        try:
            cls = point.load()
            if not issubclass(cls, Provider) or isabstract(cls):
                raise TypeError(f"{cls!r} is no whole provider")
            found[cls.id] = cls
        except Exception:
            log.exception("the provider %r could not be loaded", point.name)
    return found


def _any_offered() -> bool:
    """Whether there is an entry point at all: a look at the files is many times quicker than importlib.metadata."""
    pattern = "*-info/entry_points.txt"
    return any(_names_it(name) for folder in sys.path for name in glob.iglob(f"{glob.escape(folder or '.')}/{pattern}"))


def _names_it(file: str) -> bool:
    try:
        return ENTRY_POINT.encode() in Path(file).read_bytes()
    except OSError:
        return False
