"""A real program over a home folder of its own, whose 1min.ai is a simulator on this computer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from flux_desktop.services.assembly import Program
from tests.services.support import Home
from tests.services.web_site import WebSite
from tests.simulators.onemin import OneMin


@pytest.fixture
async def home(tmp_path: Path, host: OneMin) -> AsyncIterator[Home]:
    """A home folder that programs can be started over, one after the other or several at a time."""
    folder = Home(tmp_path / "home", host)
    yield folder
    await folder.close()


@pytest.fixture
def program(home: Home) -> Program:
    return home.start()


@pytest.fixture(scope="session")
def site_server() -> Iterator[WebSite]:
    with WebSite() as server:
        yield server


@pytest.fixture
def site(site_server: WebSite) -> WebSite:
    site_server.reset()
    return site_server
