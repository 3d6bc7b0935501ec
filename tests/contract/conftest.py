"""Every provider of the table against its simulator, and what has to be true at the end of every test of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from flux_desktop.providers.http import Http
from tests.contract.hosts import HOSTS, Host
from tests.contract.support import Hosted, Hurried, has_key, keys_stay_at_home, provider_at
from tests.providers.support import Echo, Time
from tests.simulators.base import Simulator


@pytest.fixture(scope="session")
def clock() -> Time:
    return Time()


@pytest.fixture(scope="session")
def connections(clock: Time) -> Iterator[tuple[Http, Http]]:
    """The program's client with a clock that does not wait, and the same with little patience for a silent host."""
    patient, hurried = Http(clock=clock.clock()), Http(Hurried(), clock=clock.clock())
    yield patient, hurried
    asyncio.run(patient.close())
    asyncio.run(hurried.close())


@pytest.fixture(scope="session")
def stranger_server() -> Iterator[Echo]:
    with Echo() as server:
        yield server


@pytest.fixture
def stranger(stranger_server: Echo) -> Echo:
    """A server that has nothing to do with the provider: it may never see a key."""
    stranger_server.reset()
    return stranger_server


@pytest.fixture(scope="session")
def simulator_servers() -> Iterator[dict[str, Simulator]]:
    servers = {host.id: host.simulator() for host in HOSTS}
    for server in servers.values():
        server.start()
    yield servers
    for server in servers.values():
        server.stop()
        assert server.mistakes == []


@pytest.fixture(scope="session")
def catalogues() -> dict[str, Mapping[str, Any]]:
    """What the hosts published, asked for once."""
    return {}


@pytest.fixture(params=HOSTS, ids=[host.id for host in HOSTS])
def host(request: pytest.FixtureRequest) -> Host:
    found: Host = request.param
    return found


@pytest.fixture
async def hosted(
    host: Host,
    simulator_servers: dict[str, Simulator],
    connections: tuple[Http, Http],
    stranger: Echo,
    clock: Time,
    catalogues: dict[str, Mapping[str, Any]],
) -> AsyncIterator[Hosted]:
    """A fresh provider with a simulator as new; at the end, where the key went is looked at."""
    simulator = simulator_servers[host.id]
    simulator.reset()
    clock.slept.clear()
    if host.polling:
        host.polling.soon(simulator)
    provider = provider_at(host, simulator, connections[0])
    provider.catalogue = catalogues.setdefault(host.id, {}) or await provider.fetch_catalogue()
    catalogues[host.id] = provider.catalogue
    simulator.log.clear()
    simulator.arrived.clear()
    yield Hosted(host, provider, simulator, stranger, clock)
    keys_stay_at_home(host, simulator)
    assert not any(has_key(host, seen) for seen in stranger.log)


@pytest.fixture
async def hurried(hosted: Hosted, connections: tuple[Http, Http]) -> Hosted:
    """The same with little patience for a silent host."""
    catalogue = hosted.provider.catalogue
    hosted.provider = provider_at(hosted.host, hosted.simulator, connections[1])
    hosted.provider.catalogue = catalogue
    return hosted
