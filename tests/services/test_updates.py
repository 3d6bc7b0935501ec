"""A newer version is asked for only if the user wants that, once a day, and whatever comes back is not trusted."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flux_desktop import __version__
from flux_desktop.core.errors import BadAnswer, FluxError, InvalidParameter, Unavailable
from flux_desktop.core.settings import Settings
from flux_desktop.providers.http import Http
from flux_desktop.services import updates as module
from flux_desktop.services.updates import DAY, Newer, Updates, feed_address, why_not
from tests.providers.support import Time
from tests.services.web_site import WebSite
from tests.simulators.faults import Fault, answer, html, redirect

FEED = "GET /releases"


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    client = Http(clock=Time().clock())
    yield client
    await client.close()


@pytest.fixture
def settings() -> Settings:
    return Settings({"tell_updates": True})


@pytest.fixture
def updates(http: Http, settings: Settings, site: WebSite) -> Updates:
    return Updates(settings, http, f"{site.url}/releases", "1.0.0")


def release(site: WebSite, version: str, page: str = "") -> None:
    body = {"tag_name": version, "html_url": page or f"{site.url}/releases/{version}", "assets": [{"size": 1}]}
    site.fault(answer(FEED, 200, body, times=0))


async def test_a_newer_one_is_found_by_a_plain_question(updates: Updates, site: WebSite) -> None:
    release(site, "v1.0.1")
    assert await updates.ask() == Newer("1.0.1", f"{site.url}/releases/v1.0.1")
    (seen,) = site.log
    assert seen.headers["user-agent"] == f"flux-desktop/{__version__}"
    assert set(seen.headers) <= {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert not seen.query
    assert not seen.body


@pytest.mark.parametrize("version", ["v1.0.0", "0.9", "v1.1.0rc1"])
async def test_what_is_not_newer_or_not_finished_is_none(updates: Updates, site: WebSite, version: str) -> None:
    release(site, version)
    assert await updates.ask() is None


async def test_one_that_was_skipped_is_told_no_more(updates: Updates, site: WebSite) -> None:
    release(site, "v2.0")
    newer = await updates.ask()
    assert newer is not None
    updates.skip(newer)
    assert await updates.ask() is None
    site.reset()
    release(site, "v2.0.1")
    assert await updates.ask() == Newer("2.0.1", f"{site.url}/releases/v2.0.1")


@pytest.mark.parametrize(
    "fault",
    [
        redirect(FEED, "https://elsewhere.invalid/", times=0),
        html(FEED, 200, "Sign in", times=0),
        answer(FEED, 200, "junk", times=0),
        answer(FEED, 200, [], times=0),
        answer(FEED, 200, {"tag_name": 7, "html_url": "https://github.com"}, times=0),
        answer(FEED, 200, {"tag_name": "2.0"}, times=0),
        answer(FEED, 200, {"tag_name": "latest and greatest", "html_url": "http://127.0.0.1/"}, times=0),
        answer(FEED, 200, {"tag_name": "2.0", "html_url": "https://elsewhere.invalid/"}, times=0),
        answer(FEED, 200, {"tag_name": "2.0", "html_url": "http://me@127.0.0.1/"}, times=0),
        answer(FEED, 200, {"tag_name": "2.0", "html_url": "http://[junk"}, times=0),
        answer(FEED, 200, b"[" * 100_000, times=0),
        answer(FEED, 200, b" " * (module.LIMIT + 1), times=0),
        answer(FEED, 200, gzip.compress(b" " * (module.LIMIT * 20)), times=0, content_encoding="gzip"),
        answer(FEED, 404, {"message": "Not Found"}, times=0),
        answer(FEED, 503, "", times=0),
        Fault(FEED, "reset_after", times=0),
    ],
    ids=lambda fault: f"{fault.do}-{fault.status}-{len(fault.content)}",
)
async def test_whatever_else_comes_is_an_error_and_not_asked_again_today(
    updates: Updates, site: WebSite, fault: Fault
) -> None:
    site.fault(fault)
    with pytest.raises(FluxError):
        await updates.ask()
    assert not updates.is_due()


async def test_one_that_never_answers_is_given_up(
    updates: Updates, site: WebSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DEADLINE", 0.2)
    site.fault(Fault(FEED, "stall", times=0))
    with pytest.raises(Unavailable):
        await updates.ask()


@pytest.mark.parametrize(("address", "kind"), [("http://feed.invalid/", InvalidParameter), ("nonsense", FluxError)])
async def test_only_https_is_asked(http: Http, settings: Settings, address: str, kind: type[FluxError]) -> None:
    with pytest.raises(kind):
        await Updates(settings, http, address).ask()


async def test_once_a_day_and_only_if_it_is_wanted(updates: Updates, settings: Settings, site: WebSite) -> None:
    release(site, "1.0")
    now = time.time()
    assert updates.is_due()
    await updates.ask()
    assert [updates.is_due(now + hours * 3600) for hours in (0.5, 23, 25)] == [False, False, True]
    assert updates.is_due(now - DAY), "the clock was set back"
    settings.set("tell_updates", False)
    assert not updates.is_due(now + 2 * DAY)


def test_where_nothing_was_built_there_is_nothing_to_ask(
    http: Http, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "build.json"
    monkeypatch.setattr(module, "resource", lambda name: tmp_path / name)
    for text in (None, "junk", "[]", '{"updates": 7}'):
        if text is not None:
            file.write_text(text)
        assert feed_address({}) == ""
        assert "release" in why_not({})
    assert not Updates(settings, http, "").is_due()
    file.write_text(json.dumps({"version": "1.0", "updates": "https://api.example.org/latest"}))
    assert feed_address({}) == "https://api.example.org/latest"
    assert why_not({}) == ""
    assert feed_address({"FLUX_DESKTOP_UPDATES_URL": "http://127.0.0.1/"}) == "http://127.0.0.1/"


def test_pages_of_the_site_itself_may_be_opened() -> None:
    assert module._is_of("https://github.com/o/r/releases/tag/v1", "https://api.github.com/repos/o/r/releases/latest")
    assert not module._is_of("https://github.com.evil.org/", "https://api.github.com/")
    with pytest.raises(BadAnswer):
        module._newest({"tag_name": "1", "html_url": "javascript:1"}, "https://api.github.com/", "It")
