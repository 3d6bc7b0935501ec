"""A real program over a home folder of its own, whose 1min.ai is a simulator on this computer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
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


@pytest.fixture
async def session(program: Program) -> AsyncIterator[Session]:
    made = program.session()
    yield made
    await made.close()


@pytest.fixture
def unmeasured(session: Session) -> None:
    """What an edit changed besides is not measured: nodes stay equal to the values that a test holds."""
    session.node_added.disconnect(session.changes.ask_for)
    session.current_changed.disconnect(session.changes.ask_for)


@pytest.fixture(scope="session")
def site_server() -> Iterator[WebSite]:
    with WebSite() as server:
        yield server


@pytest.fixture
def site(site_server: WebSite) -> WebSite:
    site_server.reset()
    return site_server
