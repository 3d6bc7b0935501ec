"""Lumenfall with every fault: which error it is, that nothing is ordered twice, and what becomes of results."""

from __future__ import annotations

import asyncio

import pytest

from flux_desktop.core.edit import Ticket
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
)
from flux_desktop.providers.http import UnusableOrder
from flux_desktop.providers.lumenfall import Lumenfall
from tests.providers.lumenfall_support import EDITS, error_of, request_for, run
from tests.providers.support import Time, Told
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect
from tests.simulators.lumenfall import Lumenfall as Simulator

RESULT = "GET /results"


def said(status: int, code: str, message: str = "It went wrong.", retry_after: str = "") -> Fault:
    body = {"error": {"message": message, "type": "error", "code": code}}
    return answer(EDITS, status, body, retry_after=retry_after)


CASES = [
    (said(401, "AUTHENTICATION_FAILED"), KeyRefused, 3),
    (said(402, "INSUFFICIENT_BALANCE"), OutOfCredit, 6),
    (said(403, "FORBIDDEN"), KeyRefused, 3),
    (said(400, "INVALID_REQUEST"), Rejected, 4),
    (said(400, "CONTENT_POLICY_VIOLATION"), Refused, 4),
    (said(404, "MODEL_NOT_FOUND"), Rejected, 4),
    (said(404, "MODEL_DISABLED"), Rejected, 4),
    (said(409, "CONFLICT"), Rejected, 4),
    (said(422, "UPSTREAM_ERROR"), Rejected, 4),
    (said(429, "RATE_LIMITED", retry_after="1000"), RateLimited, 5),
    (said(500, "INTERNAL_ERROR"), ServerFault, 5),
    (said(502, "ALL_PROVIDERS_EXHAUSTED"), ServerFault, 5),
    (said(502, "ALL_PROVIDERS_EXHAUSTED", "Last provider: flagged by content moderation"), Refused, 4),
    (said(503, "UPSTREAM_ERROR"), ServerFault, 5),
    (html(EDITS, 502), OutcomeUnknown, 7),
    (answer(EDITS, 502, {}), OutcomeUnknown, 7),
    (html(EDITS, 504), OutcomeUnknown, 7),
    (html(EDITS, 524), OutcomeUnknown, 7),
    (answer(EDITS, 500, b""), OutcomeUnknown, 7),
    (answer(EDITS, 500, "x" * 200_000), ServerFault, 5),
    (Fault(EDITS, "reset_after"), OutcomeUnknown, 7),
    (Fault(EDITS, "truncate"), OutcomeUnknown, 7),
    (html(EDITS, 200, "Maintenance"), UnusableOrder, 5),
    (answer(EDITS, 200, []), UnusableOrder, 5),
    (answer(EDITS, 200, {}), UnusableOrder, 5),
    (answer(EDITS, 200, {"data": {}}), UnusableOrder, 5),
    (answer(EDITS, 200, {"data": [None, {}, {"url": 5}, {"b64_json": "not base64!"}]}), UnusableOrder, 5),
    (redirect(EDITS, "http://10.0.0.1/"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{index}-{k.__name__}" for index, (_, k, _) in enumerate(CASES)]
)
async def test_a_fault_of_the_order(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    gateway.fault(fault)
    error = await error_of(lumenfall, told)
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert len(error.title) <= 300
    assert gateway.arrived == [EDITS]
    assert len(gateway.orders) <= 1


async def test_an_account_that_runs_dry(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    gateway.balance = 0.0
    error = await error_of(lumenfall, told)
    assert type(error) is OutOfCredit
    assert "Insufficient balance" in error.title
    assert gateway.orders == []


async def test_moderation_is_told_as_such(lumenfall: Lumenfall, told: Told) -> None:
    error = await error_of(lumenfall, told, request_for("flux-2-klein-4b", prompt="something forbidden"))
    assert type(error) is Refused
    assert "flagged by the provider" in error.title


@pytest.mark.parametrize("status", [429, 503])
async def test_an_order_that_was_not_accepted_is_made_once(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, time: Time, status: int
) -> None:
    gateway.fault(said(status, "RATE_LIMITED", retry_after="4"))
    await run(lumenfall, request_for("flux-2-klein-4b-edit"), told)
    assert time.slept == [4.0]
    assert len(gateway.orders) == 1


async def test_cancelling_while_the_picture_is_made(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    gateway.fault(Fault(EDITS, gate="made", when="after"))
    task = asyncio.create_task(run(lumenfall, request_for("flux-2-klein-4b-edit"), told))
    await asyncio.to_thread(gateway.wait_held, "made")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gateway.release("made")
    assert len(gateway.orders) == 1
    assert gateway.seen(RESULT) == []


async def test_an_expired_link_says_where_to_look(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    gateway.link_seconds = -1
    error = await error_of(lumenfall, told)
    assert (type(error), error.retryable) == (ResultExpired, False)
    assert "account" in error.hint


@pytest.mark.parametrize("content", [BOMB, SVG, b"<html>sorry</html>", b""], ids=["bomb", "svg", "html", "empty"])
async def test_a_result_that_is_no_picture(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, content: bytes
) -> None:
    gateway.fault(answer(RESULT, 200, content, times=0))
    error = await error_of(lumenfall, told)
    assert isinstance(error, BadAnswer)
    assert len(gateway.orders) == 1


@pytest.mark.parametrize("by", ["url", "b64_json"])
async def test_a_result_can_be_collected_later_from_its_kept_ticket(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, by: str
) -> None:
    ticket = await lumenfall.start(request_for("flux-2-klein-4b-edit", response_format=by), told)
    kept: list[bytes] = []

    def keep(content: bytes) -> str:
        kept.append(content)
        return "asset"

    data = ticket.to_json(keep)
    gateway.fault(Fault(RESULT, "reset_after", times=2))
    result = await lumenfall.collect(Ticket.from_json(data, lambda name: kept[0]), told)
    assert (result.images[0].seed, result.cost) == (7, ticket.cost)
    assert len(gateway.orders) == 1


async def test_a_data_address_is_a_picture_too(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    gateway.fault(answer(EDITS, 200, {"data": [{"url": pixel}]}))
    result = await run(lumenfall, request_for("flux-2-klein-4b-edit"), told)
    assert result.images[0].image.media_type == "image/gif"
