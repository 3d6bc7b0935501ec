"""What the tests of providers share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from flux_desktop.providers.eachlabs import Eachlabs
from flux_desktop.providers.fal import Fal
from flux_desktop.providers.http import Http
from flux_desktop.providers.lumenfall import Lumenfall
from flux_desktop.providers.onemin import OneMin as Provider
from flux_desktop.providers.replicate import Replicate
from tests.providers import eachlabs_support, fal_support, replicate_support
from tests.providers.lumenfall_support import lumenfall_for
from tests.providers.onemin_support import provider_for
from tests.providers.support import Echo, Time, Told
from tests.simulators.eachlabs import Eachlabs as EachlabsHost
from tests.simulators.fal import Fal as FalHost
from tests.simulators.lumenfall import Lumenfall as Gateway
from tests.simulators.onemin import OneMin as Simulator
from tests.simulators.openai_api import OpenAI as Studio
from tests.simulators.replicate import Replicate as ReplicateHost
from tests.simulators.s3 import S3


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


@pytest.fixture(scope="session")
def gateway_server() -> Iterator[Gateway]:
    with Gateway() as server:
        yield server


@pytest.fixture
def gateway(gateway_server: Gateway) -> Gateway:
    """A server on this computer that behaves like Lumenfall, as new."""
    gateway_server.reset()
    return gateway_server


@pytest.fixture
def lumenfall(gateway: Gateway, http: Http) -> Lumenfall:
    return lumenfall_for(gateway, http)


@pytest.fixture(scope="session")
def studio_server() -> Iterator[Studio]:
    with Studio() as server:
        yield server


@pytest.fixture
def studio(studio_server: Studio) -> Studio:
    """A server on this computer with the OpenAI images API, as new."""
    studio_server.reset()
    return studio_server


@pytest.fixture(scope="session")
def eachlabs_server() -> Iterator[EachlabsHost]:
    with EachlabsHost() as server:
        yield server


@pytest.fixture
def eachlabs_host(eachlabs_server: EachlabsHost) -> EachlabsHost:
    """The simulated eachlabs; a prediction is ready when it is first asked for."""
    eachlabs_server.reset()
    eachlabs_server.seconds = 0.0
    return eachlabs_server


@pytest.fixture
def eachlabs(eachlabs_host: EachlabsHost, http: Http) -> Eachlabs:
    return eachlabs_support.provider_for(eachlabs_host, http)


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3]:
    with S3() as server:
        yield server


@pytest.fixture
def s3(s3_server: S3) -> S3:
    s3_server.reset()
    return s3_server


@pytest.fixture(scope="session")
def fal_server() -> Iterator[FalHost]:
    with FalHost() as server:
        yield server


@pytest.fixture
def fal_host(fal_server: FalHost) -> FalHost:
    """The simulated fal; an order is through when it is first asked for."""
    fal_server.reset()
    fal_server.queued = fal_server.running = 0
    return fal_server


@pytest.fixture
def fal(fal_host: FalHost, http: Http) -> Fal:
    return fal_support.provider_for(fal_host, http, fal_host.key)


@pytest.fixture(scope="session")
def replicate_server() -> Iterator[ReplicateHost]:
    with ReplicateHost() as server:
        yield server


@pytest.fixture
def replicate_host(replicate_server: ReplicateHost) -> ReplicateHost:
    """The simulated Replicate; a prediction is ready while its order waits."""
    replicate_server.reset()
    replicate_server.polls = 0
    return replicate_server


@pytest.fixture
def replicate(replicate_host: ReplicateHost, http: Http) -> Replicate:
    return replicate_support.provider_for(replicate_host, http, replicate_host.key)
