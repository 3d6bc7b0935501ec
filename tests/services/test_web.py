"""A picture that was dropped as an address: fetched from where the user pointed, and from nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from flux_desktop.core.errors import FileProblem, FluxError, InvalidParameter
from flux_desktop.providers.http import Http
from flux_desktop.services.web import fetch_picture
from tests.providers.support import Time
from tests.services.support import picture
from tests.services.web_site import WebSite
from tests.simulators.base import Simulator
from tests.simulators.faults import Fault


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    client = Http(clock=Time().clock())
    yield client
    await client.close()


async def error_of(http: Http, url: str) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await fetch_picture(http, url)
    assert "without a new order" not in caught.value.hint
    return caught.value


async def test_the_bytes_come_as_they_are(http: Http, site: WebSite) -> None:
    assert await fetch_picture(http, f"{site.url}/pictures/cat.png") == picture()
    (seen,) = site.log
    assert not {"authorization", "api-key", "cookie"} & set(seen.headers)


@pytest.mark.parametrize(
    ("path", "words"),
    [("gone.png", "does not give it away, or it is gone"), ("page.html", "no picture at this address")],
)
async def test_what_cannot_be_fetched(http: Http, site: WebSite, path: str, words: str) -> None:
    error = await error_of(http, f"{site.url}/{path}")
    assert isinstance(error, FileProblem)
    assert error.title == f"The picture could not be fetched from 127.0.0.1: {error.title.partition(': ')[2]}"
    assert words in error.title
    assert "Save it in the browser" in error.hint


async def test_a_site_that_stumbles_is_asked_again(http: Http, site: WebSite) -> None:
    site.fault(Fault("GET /pictures", "truncate"))
    assert await fetch_picture(http, f"{site.url}/pictures/cat.png") == picture()


async def test_a_site_that_does_not_answer(http: Http) -> None:
    with Simulator() as gone:
        pass
    assert "cannot be reached" in (await error_of(http, f"{gone.url}/cat.png")).title


@pytest.mark.parametrize("to", ["http://169.254.169.254/latest", "file:///etc/passwd", "http://10.0.0.1/cat.png"])
async def test_a_redirect_leads_nowhere_private(http: Http, site: WebSite, to: str) -> None:
    assert isinstance(await error_of(http, f"{site.url}/elsewhere?to={to}"), FileProblem)


async def test_http_on_the_web_is_asked_over_https(http: Http) -> None:
    error = await error_of(http, "http://pictures.invalid/cat.png")
    assert "cannot be reached from" not in error.title
    assert "pictures.invalid" in error.title
    assert "https address" not in error.detail


async def test_the_picture_has_a_limit(http: Http, site: WebSite) -> None:
    url = f"{site.url}/pictures/huge.png"
    with pytest.raises(FileProblem, match="no picture at this address"):
        await fetch_picture(http, url, limit=len(picture()) - 1)
    assert await fetch_picture(http, url, limit=len(picture())) == picture()


@pytest.mark.parametrize(
    "url", ["", "cat.png", "ftp://site.example/cat.png", "http://", "http://[::1/x", "javascript:x"]
)
async def test_what_is_no_address(http: Http, url: str) -> None:
    assert isinstance(await error_of(http, url), InvalidParameter)
