"""What the tests of providers share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from flux_desktop.providers.http import Http
from flux_desktop.providers.onemin import OneMin as Provider
from tests.providers.onemin_support import provider_for
from tests.providers.support import Echo, Time, Told
from tests.simulators.onemin import OneMin as Simulator


@pytest.fixture(scope="session")
def echo_server() -> Iterator[Echo]:
    with Echo() as server:
        yield server


@pytest.fixture
def echo(echo_server: Echo) -> Echo:
    echo_server.reset()
    return echo_server


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def http(time: Time) -> AsyncIterator[Http]:
    client = Http(clock=time.clock())
    yield client
    await client.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def onemin(host: Simulator, http: Http) -> Provider:
    return provider_for(host, http, host.key)
