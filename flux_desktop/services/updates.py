"""Whether there is a newer version of the program: asked once a day at most, and only if the user switched that on.

The question is one for the page of releases, with nothing in it that tells one user from another. What comes back is
untrusted: a version and the address of its page are taken from it, and nothing is fetched or run.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flux_desktop import __version__
from flux_desktop.core.errors import BadAnswer
from flux_desktop.core.language import tr
from flux_desktop.core.version import is_finished, parsed
from flux_desktop.resources import resource

if TYPE_CHECKING:
    from flux_desktop.core.settings import Settings
    from flux_desktop.providers.http import Http

__all__ = ["Newer", "Updates", "feed_address", "why_not"]

VARIABLE = "FLUX_DESKTOP_UPDATES_URL"
DAY = 24 * 3600.0
LIMIT = 1024 * 1024
"""Bytes of an answer at most."""
DEADLINE = 30.0


@dataclass(frozen=True)
class Newer:
    """A version and the page that tells about it."""

    version: str
    page: str


class Updates:
    """Asks the releases at `address`, "" where there is none, whether one is newer than `version`."""

    def __init__(self, settings: Settings, http: Http, address: str, version: str = __version__) -> None:
        self._settings = settings
        self._http = http
        self._address = address
        self._version = version

    def is_due(self, now: float | None = None) -> bool:
        """Whether the user wants it, and a day has passed since the last question; `now` as `time.time` has it."""
        if not (self._address and self._settings.get("tell_updates")):
            return False
        passed = (time.time() if now is None else now) - self._settings.number("update_asked")
        return passed >= DAY or passed < 0  # the clock was set back

    async def ask(self) -> Newer | None:
        """A version that is newer and that the user has not skipped; a FluxError if nobody knows."""
        from flux_desktop.providers.http import Call

        self._settings.set("update_asked", time.time())  # before the answer: who fails is not asked again all day
        who = tr("The page of releases")
        call = Call(who, "GET", self._address, deadline=DEADLINE, limit=LIMIT)
        found = _newest((await self._http.call(call)).json_object(), self._address, who)
        own, other = parsed(self._version), parsed(found.version)
        skipped = found.version == self._settings.text("update_skipped")
        return found if other > own and not skipped and (is_finished(other) or not is_finished(own)) else None

    def skip(self, newer: Newer) -> None:
        """Hear no more of this version."""
        self._settings.set("update_skipped", newer.version)


def feed_address(environ: Mapping[str, str] = os.environ) -> str:
    """Where releases are listed, as the build says; "" where the program was not built as a release."""
    if named := environ.get(VARIABLE):
        return named
    try:
        built = json.loads(resource("build.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    address = built.get("updates") if isinstance(built, dict) else None
    return address if isinstance(address, str) else ""


def why_not(environ: Mapping[str, str] = os.environ) -> str:
    """Why newer versions cannot be asked for; "" where they can."""
    if feed_address(environ):
        return ""
    return tr("This copy does not come from a release, so there is nothing to ask.")


def _newest(data: Mapping[str, object], address: str, who: str) -> Newer:
    """The release that `data` describes, as GitHub does; BadAnswer for one that cannot be used.

    Source: https://docs.github.com/en/rest/releases/releases#get-the-latest-release
    """
    version, page = data.get("tag_name"), data.get("html_url")
    if isinstance(version, str) and isinstance(page, str) and _is_of(page, address):
        try:
            parsed(version)
        except ValueError:
            pass
        else:
            return Newer(version.strip().removeprefix("v"), page)
    raise BadAnswer(tr("{provider} names no version.", provider=who))


def _is_of(page: str, address: str) -> bool:
    """Whether a page belongs to the host that was asked: only that one may be opened by a click."""
    try:
        shown, asked = urlsplit(page), urlsplit(address)
    except ValueError:
        return False
    own = (asked.hostname or "").removeprefix("api.")
    return shown.scheme == asked.scheme and shown.hostname == own and shown.username is None
