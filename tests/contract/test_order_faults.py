"""Every fault of an order at every host: which error it is, and that nothing is ordered twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    KeyRefused,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Refused,
    Rejected,
    ServerFault,
)
from flux_desktop.providers.http import UnusableOrder
from tests.contract.support import Hosted, is_told
from tests.simulators.faults import Fault, answer, html, redirect

Make = Callable[[str], Fault]
SAYS = {"error": {"message": "It did not work out."}}

ENDS: dict[str, tuple[Make, type[FluxError], int]] = {
    "400": (lambda route: answer(route, 400, SAYS), Rejected, 4),
    "401": (lambda route: answer(route, 401, SAYS), KeyRefused, 3),
    "402": (lambda route: answer(route, 402, SAYS), OutOfCredit, 6),
    "403": (lambda route: answer(route, 403, SAYS), KeyRefused, 3),
    "404": (lambda route: answer(route, 404, SAYS), Rejected, 4),
    "409": (lambda route: answer(route, 409, SAYS), Rejected, 4),
    "413": (lambda route: answer(route, 413, SAYS), Rejected, 4),
    "422": (lambda route: answer(route, 422, {"detail": [{"loc": ["x"], "msg": "is bad"}]}), Rejected, 4),
    "moderated": (lambda route: answer(route, 400, {"message": "NSFW content detected"}), Refused, 4),
    "429 for long": (lambda route: answer(route, 429, SAYS, retry_after="100000"), RateLimited, 5),
    "500 with a sentence": (lambda route: answer(route, 500, SAYS), ServerFault, 5),
    "500 with a flood of text": (lambda route: answer(route, 500, "It broke. " * 20_000), ServerFault, 5),
    "500 with a page": (lambda route: html(route, 500), OutcomeUnknown, 7),
    "500 without a word": (lambda route: answer(route, 500), OutcomeUnknown, 7),
    "502": (lambda route: html(route, 502), OutcomeUnknown, 7),
    "503": (lambda route: answer(route, 503, SAYS), ServerFault, 5),
    "504": (lambda route: html(route, 504), OutcomeUnknown, 7),
    "reset after": (lambda route: Fault(route, "reset_after"), OutcomeUnknown, 7),
    "truncated": (lambda route: Fault(route, "truncate"), OutcomeUnknown, 7),
    "200 with a page": (lambda route: html(route, 200, "Maintenance"), UnusableOrder, 5),
    "200 without a word": (lambda route: answer(route, 200), UnusableOrder, 5),
    "200 with a list": (lambda route: answer(route, 200, []), UnusableOrder, 5),
    "200 with other fields": (lambda route: answer(route, 200, {"ok": True}), UnusableOrder, 5),
    "200 with other types": (
        lambda route: answer(route, 200, {"id": [], "data": 7, "aiRecord": "x", "request_id": {}, "predictionID": 5}),
        UnusableOrder,
        5,
    ),
}


@pytest.mark.parametrize("case", ENDS)
async def test_it_ends_with_the_error_that_it_means(hosted: Hosted, case: str) -> None:
    fault, kind, exit_code = ENDS[case]
    hosted.simulator.fault(fault(hosted.host.order))
    error = await hosted.error_of_start()
    meant, _ = hosted.host.deviations.get(case, (kind, ""))
    assert type(error) is meant
    assert error.exit_code == (exit_code if meant is kind else meant.exit_code)
    assert hosted.count(hosted.host.order) == 1
    assert len(hosted.simulator.orders) <= 1
    assert hosted.told.log.count("ordering") == 1
    if meant in (OutcomeUnknown, UnusableOrder):
        assert not error.retryable


async def test_a_connection_that_is_reset_before_the_order_was_read(hosted: Hosted) -> None:
    """If a part of it had not left yet, it is made again; otherwise nobody knows if it was read."""
    hosted.simulator.fault(Fault(hosted.host.order, "reset_before"))
    try:
        await hosted.run()
    except (OutcomeUnknown, hosted.host.deviations.get("reset after", (OutcomeUnknown, ""))[0]) as error:
        is_told(error, hosted.host)
        assert hosted.count(hosted.host.order) == 1
        assert hosted.simulator.orders == []
    else:
        assert len(hosted.simulator.orders) == 1


async def test_it_is_redirected_to_a_stranger(hosted: Hosted) -> None:
    hosted.simulator.fault(redirect(hosted.host.order, f"{hosted.stranger.url}/echo"))
    error = await hosted.error_of_start()
    assert type(error) is BadAnswer
    assert "redirect" in error.title
    assert hosted.stranger.arrived == []


async def test_a_host_that_never_answers(hurried: Hosted) -> None:
    hurried.simulator.fault(Fault(hurried.host.order, "stall"))
    error = await hurried.error_of_start()
    meant, _ = hurried.host.deviations.get("silent", (OutcomeUnknown, ""))
    assert type(error) is meant
    assert hurried.count(hurried.host.order) == 1
    assert len(hurried.simulator.orders) == 1


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_asks_for_a_pause_gets_it(hosted: Hosted, status: int) -> None:
    hosted.simulator.fault(answer(hosted.host.order, status, SAYS, retry_after="4"))
    await hosted.run()
    assert hosted.clock.slept == [4.0]
    assert len(hosted.simulator.orders) == 1


async def test_a_host_that_stays_busy_is_given_up(hosted: Hosted) -> None:
    hosted.simulator.fault(answer(hosted.host.order, 429, SAYS, times=0))
    error = await hosted.error_of_start()
    assert (type(error), error.kind) == (RateLimited, "rate")
    assert 1 < hosted.count(hosted.host.order) <= 4
    assert hosted.simulator.orders == []


async def test_a_slow_host_is_waited_for(hosted: Hosted) -> None:
    hosted.simulator.fault(Fault(hosted.host.order, "slow", seconds=0.002))
    assert (await hosted.run()).images
    assert len(hosted.simulator.orders) == 1


async def test_moderation_says_no(hosted: Hosted) -> None:
    """In whatever way this host says it: by the order's answer, or when the order is through."""
    if hosted.host.refuse is None:
        pytest.skip("this host has no moderation")
    hosted.host.refuse(hosted.simulator)
    with pytest.raises(Refused) as caught:
        await hosted.run(hosted.request(prompt="something forbidden"))
    assert (caught.value.kind, caught.value.exit_code, caught.value.retryable) == ("refused", 4, False)
    assert hosted.count(hosted.host.order) == 1
