"""stable-diffusion.cpp's server when it is not there, full, broken or makes no sense."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    RateLimited,
    Rejected,
    ServerFault,
    TimedOut,
    Unavailable,
    Unreachable,
)
from flux_desktop.providers.http import Http
from tests.providers.sdcpp_support import (
    CANCEL,
    ORDER,
    POLL,
    Provider,
    Simulator,
    error_of,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.faults import BOMB, Fault, answer, html


@pytest.fixture(scope="module")
def server() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def host(server: Simulator) -> Simulator:
    server.reset()
    server.queued = server.generating = 1  # a test that is about waiting says how long
    return server


@pytest.fixture
def sdcpp(host: Simulator, http: Http) -> Provider:
    return provider_for(host.base_url, http)


async def test_no_server_says_how_to_start_it(http: Http, told: Told) -> None:
    nobody = provider_for("http://127.0.0.1:9", http)
    error = await error_of(nobody, told, request_for("flux-2-klein-4b"))
    assert type(error) is Unreachable
    assert "Settings › Providers says how" in error.hint
    with pytest.raises(Unreachable) as caught:
        await nobody.check_key()
    assert caught.value.hint == error.hint


async def test_a_server_that_runs(sdcpp: Provider) -> None:
    assert await sdcpp.check_key() == "The server answers; it was started with “flux-2-klein-4b-Q4_0”. It needs no key."
    assert await sdcpp.balance() is None


CASES = [
    (answer(ORDER, 400, {"error": "invalid generation parameters"}), Rejected),
    (answer(ORDER, 400, {"error": "invalid json", "message": "line 1"}), Rejected),
    (answer(ORDER, 429, {"error": "job queue is full"}, times=0), RateLimited),
    (answer(ORDER, 500, {"error": "server_error", "message": "out of memory"}), ServerFault),
    (answer(ORDER, 500, b""), ServerFault),
    (Fault(ORDER, "reset_after"), Unreachable),
    (Fault(ORDER, "truncate"), Unreachable),
    (html(ORDER, 200), BadAnswer),
    (answer(ORDER, 202, {}), BadAnswer),
    (answer(ORDER, 202, {"id": None}), BadAnswer),
]


@pytest.mark.parametrize(("fault", "kind"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k in CASES])
async def test_a_fault_of_the_order(
    sdcpp: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    host.fault(fault)
    error = await error_of(sdcpp, told)
    assert type(error) is kind
    assert len(host.orders) <= 1
    assert host.seen(POLL) == []


async def test_a_full_queue_is_waited_for(sdcpp: Provider, host: Simulator, told: Told) -> None:
    host.fault(answer(ORDER, 429, {"error": "job queue is full"}, times=2))
    await run(sdcpp, request_for("flux-2-klein-4b"), told)
    assert len(host.orders) == 1


async def test_a_job_that_fails_is_over(sdcpp: Provider, host: Simulator, told: Told) -> None:
    error = await error_of(sdcpp, told, request_for("flux-2-klein-4b", prompt="broken"))
    assert type(error) is ServerFault
    assert error.title == "stable-diffusion.cpp did not make it: generate_image returned no results."
    assert error.over


@pytest.mark.parametrize(("life", "words"), [(0.0, "job expired"), (None, "job not found")])
async def test_a_job_that_is_gone_is_made_again(
    sdcpp: Provider, host: Simulator, told: Told, life: float | None, words: str
) -> None:
    ticket = await sdcpp.start(request_for("flux-2-klein-4b"), told)
    await sdcpp.collect(ticket, told)
    if life is None:
        host.jobs.clear()
    else:
        host.life = life
    with pytest.raises(Unavailable, match=words) as caught:
        await sdcpp.collect(ticket, told)
    assert caught.value.over
    assert "costs nothing" in caught.value.hint


NONSENSE = [
    ({"status": "paused"}, "not known: paused", False),
    ({}, "not known: none", False),
    ({"status": "completed"}, "without a picture", True),
    ({"status": "completed", "result": {"images": []}}, "without a picture", True),
    ({"status": "completed", "result": {"images": [{"b64_json": "?"}]}}, "without a picture", True),
    ({"status": "completed", "result": {"images": ["AAAA"]}}, "without a picture", True),
    ({"status": "completed", "result": {"images": 7}}, "without a picture", True),
]


@pytest.mark.parametrize(("body", "words", "over"), NONSENSE)
async def test_an_answer_that_makes_no_sense_ends_the_waiting(
    sdcpp: Provider, host: Simulator, told: Told, body: object, words: str, over: bool
) -> None:
    host.fault(answer(POLL, 200, body))
    error = await error_of(sdcpp, told)
    assert type(error) is BadAnswer
    assert words in error.title
    assert error.over == over
    assert len(host.seen(POLL)) == 1


async def test_a_result_that_is_no_picture(sdcpp: Provider, host: Simulator, told: Told) -> None:
    packed = base64.b64encode(BOMB).decode()
    host.fault(answer(POLL, 200, {"status": "completed", "result": {"images": [{"b64_json": packed}]}}))
    assert type(await error_of(sdcpp, told)) is BadAnswer


@pytest.mark.parametrize("position", [None, "2", -1, True, 1.5])
async def test_a_place_in_the_queue_that_is_none(
    sdcpp: Provider, host: Simulator, told: Told, position: object
) -> None:
    host.fault(Fault(POLL, "patch", patch={"queue_position": position}))
    await run(sdcpp, request_for("flux-2-klein-4b"), told)
    assert all(step is None or 0 <= step <= 1 for step in told.progress)


@pytest.mark.parametrize("fault", [answer(POLL, 500, "oops"), Fault(POLL, "reset_after"), Fault(POLL, "truncate")])
async def test_a_question_is_asked_again(sdcpp: Provider, host: Simulator, told: Told, fault: Fault) -> None:
    host.fault(fault)
    await run(sdcpp, request_for("flux-2-klein-4b-edit"), told)
    assert len(host.orders) == 1
    assert host.seen(CANCEL) == []


async def test_a_job_that_never_ends(
    sdcpp: Provider, host: Simulator, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.generating = 10_000
    monkeypatch.setattr(Provider, "deadline", 0.05)
    assert type(await error_of(sdcpp, told)) is TimedOut
