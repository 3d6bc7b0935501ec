"""Every fault of an upload: it is made again, or nothing is ordered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flux_desktop.core.edit import EditRequest
from flux_desktop.core.errors import BadAnswer, FluxError, KeyRefused, Rejected, ServerFault, Unreachable
from tests.contract.hosts import HOSTS, Host
from tests.contract.support import Hosted, noise
from tests.simulators.faults import Fault, answer, html

Make = Callable[[str], Fault]
SAYS = {"error": {"message": "It did not work out."}}
STEPS = [(host, route) for host in HOSTS for route in host.uploads]


@pytest.fixture(params=STEPS, ids=[f"{host.id}-{route}" for host, route in STEPS])
def step(request: pytest.FixtureRequest) -> tuple[Host, str]:
    found: tuple[Host, str] = request.param
    return found


@pytest.fixture
def host(step: tuple[Host, str]) -> Host:
    return step[0]


@pytest.fixture
def route(step: tuple[Host, str]) -> str:
    return step[1]


@pytest.fixture
def request_with_upload(hosted: Hosted) -> EditRequest:
    return hosted.request(noise() if hosted.host.large else None)


PASSING: dict[str, Make] = {
    "429": lambda route: answer(route, 429, SAYS),
    "500": lambda route: answer(route, 500, SAYS),
    "502": lambda route: html(route, 502),
    "reset before": lambda route: Fault(route, "reset_before"),
    "reset after": lambda route: Fault(route, "reset_after"),
}


@pytest.mark.parametrize("case", PASSING)
async def test_it_is_made_again(hosted: Hosted, route: str, request_with_upload: EditRequest, case: str) -> None:
    hosted.simulator.fault(PASSING[case](route))
    assert (await hosted.run(request_with_upload)).images
    assert hosted.count(route) == 2
    assert len(hosted.simulator.orders) == 1


ENDS: dict[str, tuple[Make, type[FluxError]]] = {
    "400": (lambda route: answer(route, 400, SAYS), Rejected),
    "401": (lambda route: answer(route, 401, SAYS), KeyRefused),
    "403": (lambda route: answer(route, 403, SAYS), KeyRefused),
    "500 for long": (lambda route: answer(route, 500, SAYS, times=0), ServerFault),
    "reset for long": (lambda route: Fault(route, "reset_after", times=0), Unreachable),
    "a page": (lambda route: html(route, 200), BadAnswer),
    "other types": (lambda route: answer(route, 200, {"upload_url": 5, "asset": [], "urls": "x"}), BadAnswer),
}


@pytest.mark.parametrize("case", ENDS)
async def test_without_it_nothing_is_ordered(
    hosted: Hosted, route: str, request_with_upload: EditRequest, case: str
) -> None:
    fault, kind = ENDS[case]
    is_storage = route.startswith("PUT")
    if is_storage and case in ("a page", "other types"):
        pytest.skip("what storage says with its 200 does not matter")
    hosted.simulator.fault(fault(route))
    error = await hosted.error_of_start(request_with_upload)
    # Storage gets no key: its 4xx say nothing of one.
    assert type(error) is (BadAnswer if is_storage and kind in (Rejected, KeyRefused) else kind)
    assert hosted.count(hosted.host.order) == 0
    assert hosted.simulator.orders == []
    assert "ordering" not in hosted.told.log
