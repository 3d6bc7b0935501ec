"""Black Forest Labs with every fault: which error it is, that nothing is ordered twice, and where the key may go."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from flux_desktop.core.edit import Ticket, TicketState
from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    KeyRefused,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Refused,
    Rejected,
    ResultExpired,
    ServerFault,
    TimedOut,
    Unreachable,
)
from flux_desktop.providers.http import Http, UnusableOrder
from tests.providers.bfl_support import (
    ORDER,
    POLL,
    RESULT,
    Provider,
    Simulator,
    error_of,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Time, Told
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect


@pytest.fixture(scope="module")
def server() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def host(server: Simulator) -> Simulator:
    server.reset()
    server.pending = 1  # a test that is about waiting says how long
    return server


@pytest.fixture
def bfl(host: Simulator, http: Http) -> Provider:
    return provider_for(host.base_url, http)


# The order.

CASES = [
    (answer(ORDER, 400, {"detail": "bad"}), Rejected, 4),
    (answer(ORDER, 401, {"detail": "Not authenticated"}), KeyRefused, 3),
    (answer(ORDER, 402, {"detail": "Insufficient credits"}), OutOfCredit, 6),
    (answer(ORDER, 403, {"detail": "Not authenticated"}), KeyRefused, 3),
    (answer(ORDER, 404, {"detail": "Not Found"}), Rejected, 4),
    (answer(ORDER, 422, {"detail": [{"loc": ["body", "width"], "msg": "bad", "type": "value_error"}]}), Rejected, 4),
    (answer(ORDER, 429, {"error": "rate_limit_exceeded", "retry_after": 1000}, times=0), RateLimited, 5),
    (answer(ORDER, 500, {"detail": "crashed"}), ServerFault, 5),
    (answer(ORDER, 503, {"detail": "full"}), ServerFault, 5),
    (html(ORDER, 502), OutcomeUnknown, 7),
    (answer(ORDER, 500, b""), OutcomeUnknown, 7),
    (Fault(ORDER, "reset_after"), OutcomeUnknown, 7),
    (Fault(ORDER, "truncate"), OutcomeUnknown, 7),
    (html(ORDER, 200, "Maintenance"), UnusableOrder, 5),
    (answer(ORDER, 200, []), UnusableOrder, 5),
    (answer(ORDER, 200, {}), UnusableOrder, 5),
    (answer(ORDER, 200, {"id": "x", "polling_url": 5}), UnusableOrder, 5),
    (redirect(ORDER, "http://10.0.0.1/v1/flux-2-klein-4b"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k, _ in CASES]
)
async def test_a_fault_of_the_order(
    bfl: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    host.fault(fault)
    error = await error_of(bfl, told)
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert "\n" not in error.title
    assert host.arrived == [ORDER]
    assert len(host.orders) <= 1


async def test_a_reset_while_the_order_is_on_its_way(bfl: Provider, host: Simulator, told: Told) -> None:
    host.fault(Fault(ORDER, "reset_before"))
    try:
        await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    except OutcomeUnknown:
        assert host.arrived == [ORDER], "its last byte may have left"
    assert len(host.orders) == host.arrived.count(ORDER) - 1


async def test_the_pause_that_the_host_asks_for_in_its_json(
    bfl: Provider, host: Simulator, told: Told, time: Time
) -> None:
    host.fault(answer(ORDER, 429, {"error": "rate_limit_exceeded", "message": "Too many", "retry_after": 5}))
    await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    assert time.slept == [5.0]
    assert len(host.orders) == 1


async def test_an_account_without_credits(bfl: Provider, host: Simulator, told: Told) -> None:
    host.credits = 0.5
    error = await error_of(bfl, told)
    assert type(error) is OutOfCredit
    assert "Insufficient credits" in error.title


# How an order ends.


@pytest.mark.parametrize(
    ("prompt", "kind", "words"),
    [
        ("forbidden", Refused, "refused the request (Request Moderated): Violence; Gore."),
        ("flagged", Refused, "refused what was made (Content Moderated): Derivative Works Filter."),
        ("broken", ServerFault, "could not make it: out of memory."),
    ],
)
async def test_an_order_that_ends_badly(
    bfl: Provider, host: Simulator, told: Told, prompt: str, kind: type[FluxError], words: str
) -> None:
    error = await error_of(bfl, told, request_for("flux-2-klein-4b-edit", prompt=prompt))
    assert type(error) is kind
    assert error.title == f"Black Forest Labs {words}"
    assert error.over, "there is nothing left to collect"
    assert error.request_id.startswith("8a1f")
    assert len(host.orders) == 1


@pytest.mark.parametrize("status", ["Task not found", None])
async def test_an_order_that_the_host_has_forgotten(bfl: Provider, host: Simulator, told: Told, status: str) -> None:
    ticket = await bfl.start(request_for("flux-2-klein-4b-edit"), told)
    if status:
        host.fault(answer(POLL, 200, {"id": "x", "status": status}))
    else:
        host.tasks.clear()
    with pytest.raises(ResultExpired) as caught:
        await bfl.collect(ticket, told)
    assert "Task not found" in caught.value.title
    assert "charged" in caught.value.hint
    assert not caught.value.over


@pytest.mark.parametrize(
    ("told_by_host", "words"),
    [
        ({"status": "Paused"}, "not known: Paused"),
        ({"status": None}, "not known: none"),
        ({}, "not known: none"),
        ({"status": ["Ready"]}, "not known: ['Ready']"),
        ({"status": "Ready"}, "named no result"),
        ({"status": "Ready", "result": {"sample": None}}, "named no result"),
        ({"status": "Ready", "result": "https://example.com/a.png"}, "named no result"),
    ],
)
async def test_an_answer_that_makes_no_sense_ends_the_waiting(
    bfl: Provider, host: Simulator, told: Told, told_by_host: object, words: str
) -> None:
    host.fault(answer(POLL, 200, told_by_host))
    error = await error_of(bfl, told)
    assert type(error) is BadAnswer
    assert words in error.title
    assert host.arrived == [ORDER, POLL]


@pytest.mark.parametrize("details", [None, [], {}, "", 7, {"a": {"b": {"c": {"d": {"e": {"f": "deep"}}}}}}])
async def test_moderation_without_reasons(bfl: Provider, host: Simulator, told: Told, details: object) -> None:
    host.fault(answer(POLL, 200, {"status": "Content Moderated", "details": details}))
    error = await error_of(bfl, told)
    assert error.title == "Black Forest Labs refused what was made (Content Moderated)."


async def test_an_order_that_never_ends(
    bfl: Provider, host: Simulator, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.pending = 10_000
    monkeypatch.setattr(Provider, "deadline", 0.05)
    assert type(await error_of(bfl, told)) is TimedOut


@pytest.mark.parametrize("progress", [7, -1, "half", None, True, [0.5]])
async def test_progress_that_is_none(bfl: Provider, host: Simulator, told: Told, progress: object) -> None:
    host.fault(Fault(POLL, "patch", patch={"progress": progress}))
    await run(bfl, request_for("flux-2-klein-4b"), told)
    assert all(step is None or 0 <= step <= 1 for step in told.progress)


# Questions, and results.


@pytest.mark.parametrize(
    "fault",
    [
        answer(POLL, 500, "oops"),
        html(POLL, 502),
        answer(POLL, 429, {"retry_after": 1}),
        Fault(POLL, "reset_before"),
        Fault(POLL, "reset_after"),
        Fault(POLL, "truncate"),
        Fault(RESULT, "reset_after", times=2),
        answer(RESULT, 503, b""),
    ],
)
async def test_what_is_free_is_asked_again(bfl: Provider, host: Simulator, told: Told, fault: Fault) -> None:
    host.fault(fault)
    await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    assert len(host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(POLL, "reset_after", times=0), Unreachable),
        (answer(POLL, 403, {"detail": "Not authenticated"}), KeyRefused),
        (html(POLL, 200), BadAnswer),
        (answer(RESULT, 403, b"<Error/>"), ResultExpired),
        (answer(RESULT, 200, BOMB, times=0), BadAnswer),
        (answer(RESULT, 200, SVG, times=0), BadAnswer),
        (html(RESULT, 200), BadAnswer),
        (redirect(RESULT, "http://169.254.169.254/latest/meta-data"), BadAnswer),
    ],
)
async def test_what_stays_broken(
    bfl: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    host.fault(fault)
    assert type(await error_of(bfl, told)) is kind
    assert len(host.orders) == 1


async def test_a_link_that_has_expired(bfl: Provider, host: Simulator, told: Told) -> None:
    host.link_seconds = -1
    assert type(await error_of(bfl, told)) is ResultExpired


async def test_it_is_asked_often_but_not_too_often(bfl: Provider, host: Simulator, told: Told) -> None:
    host.pending = 5
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await run(bfl, request_for("flux-2-klein-4b"), told)
    assert len(host.seen(POLL)) == 6
    pauses = len(host.seen(POLL)) - 1
    assert pauses / (loop.time() - begin) < 10


async def test_it_can_be_collected_later_from_its_kept_ticket(
    bfl: Provider, host: Simulator, http: Http, told: Told
) -> None:
    ticket = await bfl.start(request_for("flux-2-klein-4b-edit"), told)
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    another = provider_for(host.base_url, http)
    result = await another.collect(kept, told)
    assert result.images[0].seed == 7
    assert result.cost == ticket.cost
    assert result.cost is not None
    assert result.cost.kind == "billed"
    assert len(host.orders) == 1


# Where the key may go.


@pytest.mark.parametrize(
    "named",
    [
        "https://api.bfl.ai/v1/get_result?id=1",
        "http://127.0.0.1:9/v1/get_result?id=1",
        "https://evil.example/v1/get_result?id=1",
        "javascript:alert(1)",
        "http://[::1/v1/get_result?id=1",
    ],
)
async def test_with_another_base_url_the_key_stays_there(
    bfl: Provider, host: Simulator, told: Told, named: str
) -> None:
    host.fault(Fault(ORDER, "patch", patch={"polling_url": named}))
    error = await error_of(bfl, told)
    assert type(error) is UnusableOrder
    assert host.arrived == [ORDER]


async def test_without_an_address_it_is_asked_where_it_was_ordered(bfl: Provider, host: Simulator, told: Told) -> None:
    host.fault(Fault(ORDER, "patch", patch={"polling_url": None}))
    await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    assert len(host.orders) == 1


@pytest.mark.parametrize(
    ("base_url", "named", "may"),
    [
        ("https://api.bfl.ai/v1", "https://api.us1.bfl.ai/v1/get_result?id=1", True),
        ("https://api.eu.bfl.ai/v1", "https://api.eu2.bfl.ai/v1/get_result?id=1", True),
        ("https://api.bfl.ai/v1", "https://api.bfl.ai/v1/get_result?id=1", True),
        ("https://api.bfl.ai/v1", "http://api.us1.bfl.ai/v1/get_result?id=1", False),
        ("https://api.bfl.ai/v1", "https://delivery.us1.bfl.ai/v1/get_result?id=1", False),
        ("https://api.bfl.ai/v1", "https://api.bfl.ai.evil.example/v1/get_result?id=1", False),
        ("https://api.bfl.ai/v1", "https://api.bfl.ai@evil.example/v1/get_result?id=1", False),
        ("https://api.bfl.ai/v1", "https://apixbfl.ai/v1/get_result?id=1", False),
        ("https://api.bfl.ai/v1", "https://api.us.bfl.ai:8443/v1/get_result?id=1", False),
        ("https://proxy.example/v1", "https://api.bfl.ai/v1/get_result?id=1", False),
        ("https://proxy.example/v1", "https://proxy.example/v1/get_result?id=1", True),
    ],
)
def test_the_key_goes_to_the_hosts_own_addresses_only(http: Http, base_url: str, named: str, may: bool) -> None:
    assert provider_for(base_url, http).own(named) == (named if may else "")


async def test_a_ticket_of_another_address_is_not_asked_for(bfl: Provider, host: Simulator, told: Told) -> None:
    ticket = await bfl.start(request_for("flux-2-klein-4b-edit"), told)
    elsewhere = replace(ticket, data={**ticket.data, "polling_url": "https://api.bfl.ai/v1/get_result?id=1"})
    with pytest.raises(BadAnswer, match="another address"):
        await bfl.poll(elsewhere)
    assert host.arrived == [ORDER]


async def test_one_question_changes_nothing_but_the_state(bfl: Provider, host: Simulator, told: Told) -> None:
    host.pending = 1
    ticket = await bfl.start(request_for("flux-2-klein-4b-edit"), told)
    asked = await bfl.poll(ticket)
    assert (asked.state, asked.id, asked.cost) == (TicketState.PENDING, ticket.id, ticket.cost)
    ready = await bfl.poll(asked)
    assert ready.state is TicketState.READY
    assert not await bfl.cancel(ready)
