"""1min.ai with every fault: which error it is, that nothing is ordered twice, and what becomes of results."""

from __future__ import annotations

import asyncio

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
    Unreachable,
)
from flux_desktop.providers.http import UnusableOrder
from tests.providers.onemin_support import (
    ASSETS,
    FEATURES,
    RESULT,
    Provider,
    error_of,
    request_for,
    run,
)
from tests.providers.support import Time, Told
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect
from tests.simulators.onemin import OneMin as Simulator

# Faults: which error, and nothing ordered twice.

CASES = [
    (answer(FEATURES, 400, {"message": "bad"}), Rejected, 4),
    (answer(FEATURES, 401, {"message": "bad"}), KeyRefused, 3),
    (answer(FEATURES, 402, {"message": "no credit"}), OutOfCredit, 6),
    (answer(FEATURES, 403, {"message": "bad"}), KeyRefused, 3),
    (answer(FEATURES, 404, {"message": "bad"}), Rejected, 4),
    (answer(FEATURES, 409, {"message": "bad"}), Rejected, 4),
    (answer(FEATURES, 413, {"message": "bad"}), Rejected, 4),
    (answer(FEATURES, 422, {"detail": [{"loc": ["x"], "msg": "bad"}]}), Rejected, 4),
    (answer(FEATURES, 400, {"message": "NSFW content detected"}), Refused, 4),
    (answer(FEATURES, 429, {}, retry_after="1000"), RateLimited, 5),
    (answer(FEATURES, 500, {"message": "crashed"}), ServerFault, 5),
    (answer(FEATURES, 500, "x" * 200_000), ServerFault, 5),
    (answer(FEATURES, 503, {"message": "full"}), ServerFault, 5),
    (html(FEATURES, 502), OutcomeUnknown, 7),
    (html(FEATURES, 504), OutcomeUnknown, 7),
    (answer(FEATURES, 500, b""), OutcomeUnknown, 7),
    (Fault(FEATURES, "reset_before"), OutcomeUnknown, 7),
    (Fault(FEATURES, "reset_after"), OutcomeUnknown, 7),
    (Fault(FEATURES, "truncate"), OutcomeUnknown, 7),
    (html(FEATURES, 200, "Maintenance"), UnusableOrder, 5),
    (answer(FEATURES, 200, b""), UnusableOrder, 5),
    (answer(FEATURES, 200, []), UnusableOrder, 5),
    (answer(FEATURES, 200, {}), UnusableOrder, 5),
    (answer(FEATURES, 200, {"aiRecord": "later"}), UnusableOrder, 5),
    (redirect(FEATURES, "http://10.0.0.1/api/features"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k, _ in CASES]
)
async def test_a_fault_of_the_order(
    onemin: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    host.fault(fault)
    error = await error_of(onemin, told)
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert len(error.title) <= 300
    assert "\n" not in error.title
    assert host.arrived.count(FEATURES) == 1
    assert len(host.orders) <= 1
    assert host.seen(RESULT) == []


async def test_a_host_that_stays_busy_is_given_up(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(answer(FEATURES, 429, {"message": "slow down"}, times=0))
    assert type(await error_of(onemin, told)) is RateLimited
    assert host.arrived.count(FEATURES) == 4
    assert host.orders == []


async def test_cancelling_while_the_picture_is_made(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(Fault(FEATURES, gate="made", when="after"))
    task = asyncio.create_task(run(onemin, request_for("flux-2-klein-4b-edit"), told))
    await asyncio.to_thread(host.wait_held, "made")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    host.release("made")
    assert len(host.orders) == 1
    assert host.seen(RESULT) == []


@pytest.mark.parametrize("status", [429, 503])
async def test_an_order_that_was_not_accepted_is_made_once(
    onemin: Provider, host: Simulator, told: Told, time: Time, status: int
) -> None:
    host.fault(answer(FEATURES, status, {}, retry_after="4"))
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert time.slept == [4.0]
    assert len(host.orders) == 1
    assert host.arrived.count(ASSETS) == 1


@pytest.mark.parametrize(
    "fault",
    [
        answer(ASSETS, 500, "oops"),
        html(ASSETS, 502),
        answer(ASSETS, 429, {}),
        Fault(ASSETS, "reset_before"),
        Fault(ASSETS, "reset_after"),
        Fault(ASSETS, "truncate"),
    ],
)
async def test_an_upload_is_tried_again(onemin: Provider, host: Simulator, told: Told, fault: Fault) -> None:
    host.fault(fault)
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert host.arrived.count(ASSETS) == 2
    assert len(host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (answer(ASSETS, 400, {"message": "no"}), Rejected),
        (answer(ASSETS, 500, "oops", times=0), ServerFault),
        (Fault(ASSETS, "reset_after", times=0), Unreachable),
        (html(ASSETS, 200), BadAnswer),
        (answer(ASSETS, 200, {"asset": {}, "fileContent": {"path": 5}}), BadAnswer),
    ],
)
async def test_an_upload_that_fails_orders_nothing(
    onemin: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    host.fault(fault)
    assert type(await error_of(onemin, told)) is kind
    assert host.arrived.count(FEATURES) == 0
    assert "ordering" not in told.log


async def test_the_path_may_stand_at_the_asset(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(Fault(ASSETS, "patch", patch={"fileContent": None}))
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert host.orders[0]["promptObject"]["imageUrl"] in host.assets


# HTTP 200 that is none.


def record(**changes: object) -> Fault:
    return Fault(FEATURES, "patch", patch={"aiRecord": changes})


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (record(status="FAILED", error="NSFW content detected"), Refused, "NSFW content detected"),
        (record(status="FAILED", aiRecordDetail={"error": {"message": "flagged by moderation"}}), Refused, "flagged"),
        (record(status="FAILED", errorMessage="The model ran out of memory."), ServerFault, "ran out of memory"),
        (record(status="ERROR"), ServerFault, "status ERROR"),
        (record(status=None), ServerFault, "status none"),
        (record(status=7), ServerFault, "status 7"),
        (record(status="PROCESSING"), OutcomeUnknown, "status PROCESSING"),
    ],
)
async def test_a_status_that_is_no_success(
    onemin: Provider, host: Simulator, told: Told, fault: Fault, kind: type[FluxError], words: str
) -> None:
    host.fault(fault)
    error = await error_of(onemin, told)
    assert type(error) is kind
    assert words in error.title
    assert error.request_id.startswith("e5f6a7b8")
    assert len(host.orders) == 1


@pytest.mark.parametrize("gone", [None, "", [], 5, {"url": "x"}])
async def test_a_picture_without_a_link_says_where_to_look(
    onemin: Provider, host: Simulator, told: Told, gone: object
) -> None:
    host.fault(record(temporaryUrl=gone))
    error = await error_of(onemin, told)
    assert type(error) is UnusableOrder
    assert not error.retryable
    assert "_edited.webp" in error.hint
    assert error.request_id in error.hint


async def test_no_result_at_all(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(record(temporaryUrl=None, aiRecordDetail={"resultObject": []}))
    error = await error_of(onemin, told)
    assert type(error) is UnusableOrder
    assert "without a result" in error.title
    assert error.request_id.startswith("e5f6a7b8")


async def test_other_shapes_of_a_good_answer(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(record(aiRecordDetail={"resultObject": "images/one.webp"}))
    assert (await onemin.start(request_for("flux-2-klein-4b"), told)).data["paths"] == ["images/one.webp"]
    link = f"{host.url}/storage/x"
    host.fault(record(temporaryUrl=None, temporaryUrls=[link]))
    ticket = await onemin.start(request_for("flux-2-klein-4b"), told)
    assert ticket.state is TicketState.READY
    assert [output.url for output in ticket.outputs] == [link]


# Results.


async def test_an_expired_link_says_that_it_was_paid_and_where_it_is(
    onemin: Provider, host: Simulator, told: Told
) -> None:
    host.link_seconds = -1
    error = await error_of(onemin, told)
    assert (type(error), error.exit_code, error.retryable) == (ResultExpired, 5, False)
    assert "charged" in error.hint
    assert "1min.ai account" in error.hint
    assert "_edited.webp" in error.hint
    assert error.request_id in error.hint
    assert len(host.orders) == 1


@pytest.mark.parametrize(
    "content",
    [BOMB, SVG, b"GIF89a cut short", b"<html>sorry</html>", b"", b"%PDF-1.7"],
    ids=["bomb", "svg", "cut", "html", "empty", "pdf"],
)
async def test_a_result_that_is_no_picture(onemin: Provider, host: Simulator, told: Told, content: bytes) -> None:
    host.fault(answer(RESULT, 200, content, times=0))
    error = await error_of(onemin, told)
    assert isinstance(error, BadAnswer)
    assert error.exit_code == 5
    assert "without a new order" in error.hint
    assert len(host.orders) == 1


async def test_a_result_behind_a_redirect_into_this_network(onemin: Provider, host: Simulator, told: Told) -> None:
    host.fault(redirect(RESULT, "http://169.254.169.254/latest/meta-data"))
    assert type(await error_of(onemin, told)) is BadAnswer


async def test_a_result_can_be_collected_later_from_its_kept_ticket(
    onemin: Provider, host: Simulator, told: Told
) -> None:
    ticket = await onemin.start(request_for("flux-2-klein-4b-edit"), told)
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    host.fault(Fault(RESULT, "reset_after", times=2))
    result = await onemin.collect(kept, told)
    assert result.images[0].seed == 7
    assert len(host.orders) == 1
