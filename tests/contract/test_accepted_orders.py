"""Every fault after an order was accepted: it is collected later, and never made a second time."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace

import pytest

from flux_desktop.core.edit import Ticket
from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    KeyRefused,
    RateLimited,
    Rejected,
    ResultExpired,
    ServerFault,
    TimedOut,
    Unavailable,
    Unreachable,
)
from flux_desktop.providers.http import UnusableOrder
from tests.contract.hosts import HOSTS, Host, Polling
from tests.contract.support import Hosted
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect

Make = Callable[[str], Fault]
SAYS = {"error": {"message": "It did not work out."}}

PASSING: dict[str, Make] = {
    "429": lambda route: answer(route, 429, SAYS),
    "429 with a pause": lambda route: answer(route, 429, SAYS, retry_after="2"),
    "500": lambda route: answer(route, 500, SAYS),
    "502": lambda route: html(route, 502),
    "503": lambda route: answer(route, 503),
    "reset before": lambda route: Fault(route, "reset_before"),
    "reset after": lambda route: Fault(route, "reset_after"),
    "truncated": lambda route: Fault(route, "truncate"),
    "slow": lambda route: Fault(route, "slow", seconds=0.002),
}
"""Faults that a second try gets over."""


def _id(host: Host) -> str:
    return host.id


HOSTS_WITH_POLLING = [host for host in HOSTS if host.polling]
HOSTS_WITH_RESULTS = [host for host in HOSTS if host.result]

each_that_polls = pytest.mark.parametrize("host", HOSTS_WITH_POLLING, ids=_id)
each_with_results = pytest.mark.parametrize("host", HOSTS_WITH_RESULTS, ids=_id)


@pytest.fixture
def polled(host: Host) -> Polling:
    assert host.polling is not None
    return host.polling


@pytest.fixture
def result(host: Host) -> str:
    return host.result


async def collected_later(hosted: Hosted, ticket: Ticket) -> None:
    """The host works again: the ticket is enough, and nothing is ordered anew."""
    hosted.simulator.heal()
    assert (await hosted.collect(ticket)).images
    assert len(hosted.simulator.orders) == 1
    assert hosted.count(hosted.host.order) == 1


# While it is made.


@each_that_polls
@pytest.mark.parametrize("case", PASSING)
async def test_a_question_is_asked_again(hosted: Hosted, polled: Polling, case: str) -> None:
    ticket = await hosted.start()
    hosted.simulator.fault(PASSING[case](polled.route))
    assert (await hosted.collect(ticket)).images
    assert len(hosted.simulator.orders) == 1


POLL_ENDS: dict[str, tuple[Make, type[FluxError]]] = {
    "401": (lambda route: answer(route, 401, SAYS, times=0), KeyRefused),
    "403": (lambda route: answer(route, 403, SAYS, times=0), KeyRefused),
    "429 for long": (lambda route: answer(route, 429, SAYS, times=0, retry_after="100000"), RateLimited),
    "500 for long": (lambda route: html(route, 500), ServerFault),
    "reset for long": (lambda route: Fault(route, "reset_after", times=0), Unreachable),
    "a page": (lambda route: html(route, 200, "Maintenance", times=0), BadAnswer),
    "nothing": (lambda route: answer(route, 200, times=0), BadAnswer),
    "a list": (lambda route: answer(route, 200, [], times=0), BadAnswer),
    "other types": (lambda route: answer(route, 200, {"id": 5, "status": ["Ready"], "result": 7}, times=0), BadAnswer),
    "a redirect": (lambda route: redirect(route, "http://10.0.0.1/", times=0), BadAnswer),
}


@each_that_polls
@pytest.mark.parametrize("case", POLL_ENDS)
async def test_a_host_that_gives_no_good_answer(hosted: Hosted, polled: Polling, case: str) -> None:
    ticket = await hosted.start()
    fault, kind = POLL_ENDS[case]
    hosted.simulator.fault(*[fault(polled.route)] * 4)
    error = await hosted.error_of_collect(ticket)
    assert type(error) is kind
    assert not error.over, "the order may still be collected"
    await collected_later(hosted, ticket)


@each_that_polls
async def test_a_status_that_nobody_knows_ends_in_an_error_that_names_it(hosted: Hosted, polled: Polling) -> None:
    ticket = await hosted.start()
    hosted.simulator.fault(Fault(polled.route, "patch", patch={"status": "rebooting"}, times=0))
    error = await hosted.error_of_collect(ticket)
    assert type(error) is BadAnswer
    assert "rebooting" in error.title
    assert error.request_id == ticket.id
    await collected_later(hosted, ticket)


@each_that_polls
async def test_an_order_that_is_never_through(hosted: Hosted, polled: Polling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosted.provider, "deadline", 0.2)
    ticket = await hosted.start()
    hosted.simulator.fault(Fault(polled.route, "patch", patch=polled.under_way, times=0))
    error = await hosted.error_of_collect(ticket)
    assert (type(error), error.exit_code, error.retryable) == (TimedOut, 5, True)
    assert hosted.count(polled.route) <= 4
    await collected_later(hosted, ticket)


@each_that_polls
async def test_a_host_that_knows_nothing_of_the_order(hosted: Hosted, polled: Polling) -> None:
    ticket = await hosted.start()
    hosted.simulator.fault(answer(polled.route, 404, {"detail": "Not found"}, times=0))
    error = await hosted.error_of_collect(ticket)
    assert (type(error), error.exit_code) == (polled.gone, 5)
    assert len(hosted.simulator.orders) == 1


@each_that_polls
async def test_a_host_that_is_silent_for_a_while(hurried: Hosted, polled: Polling) -> None:
    ticket = await hurried.start()
    hurried.simulator.fault(Fault(polled.route, "stall"))
    assert (await hurried.collect(ticket)).images
    assert len(hurried.simulator.orders) == 1


@each_that_polls
async def test_where_the_ticket_leads_if_the_address_is_another_one_by_now(hosted: Hosted, polled: Polling) -> None:
    """A ticket names no place that the key may go to: only the address that is set does."""
    ticket = await hosted.start()
    prefix = hosted.simulator.base_url.removeprefix(hosted.simulator.url)
    hosted.provider.link = replace(hosted.provider.link, base_url=f"{hosted.stranger.url}{prefix}")
    error = await hosted.error_of_collect(ticket)
    assert isinstance(error, Unavailable | Rejected)
    hosted.provider.link = replace(hosted.provider.link, base_url=hosted.simulator.base_url)
    hosted.stranger.log.clear()
    await collected_later(hosted, ticket)


# The result.


@each_with_results
@pytest.mark.parametrize("case", PASSING)
async def test_a_result_is_fetched_again(hosted: Hosted, result: str, case: str) -> None:
    ticket = await hosted.start()
    hosted.simulator.fault(PASSING[case](result))
    assert (await hosted.collect(ticket)).images
    assert len(hosted.simulator.orders) == 1


RESULT_ENDS: dict[str, tuple[Make, type[FluxError]]] = {
    "bomb": (lambda route: answer(route, 200, BOMB, times=0), BadAnswer),
    "SVG": (lambda route: answer(route, 200, SVG, times=0), BadAnswer),
    "cut": (lambda route: answer(route, 200, b"\x89PNG\r\n\x1a\n and no more", times=0), BadAnswer),
    "a page": (lambda route: html(route, 200, "Sorry", times=0), BadAnswer),
    "nothing": (lambda route: answer(route, 200, b"", times=0), BadAnswer),
    "text": (lambda route: answer(route, 200, "words " * 40_000, times=0), BadAnswer),
    "JSON": (lambda route: answer(route, 200, {"url": "x"}, times=0), BadAnswer),
    "500 for long": (lambda route: answer(route, 500, b"oops", times=0), Unavailable),
    "reset for long": (lambda route: Fault(route, "reset_after", times=0), Unavailable),
    "a redirect to a private address": (lambda route: redirect(route, "https://10.0.0.1/x", times=0), BadAnswer),
    "a redirect to another scheme": (lambda route: redirect(route, "file:///etc/passwd", times=0), BadAnswer),
    "401": (lambda route: answer(route, 401, b"", times=0), ResultExpired),
    "403": (lambda route: answer(route, 403, b"<Error>expired</Error>", times=0), ResultExpired),
    "404": (lambda route: answer(route, 404, b"", times=0), ResultExpired),
    "410": (lambda route: answer(route, 410, b"", times=0), ResultExpired),
}


@each_with_results
@pytest.mark.parametrize("case", RESULT_ENDS)
async def test_a_result_that_is_none(hosted: Hosted, result: str, case: str) -> None:
    ticket = await hosted.start()
    fault, kind = RESULT_ENDS[case]
    hosted.simulator.fault(fault(result))
    error = await hosted.error_of_collect(ticket)
    assert type(error) is kind
    assert error.exit_code == 5
    assert not error.over, "it is paid: it may still be fetched"
    await collected_later(hosted, ticket)


@each_with_results
async def test_a_link_that_has_expired(hosted: Hosted, result: str) -> None:
    hosted.simulator.link_seconds = -1.0
    error = await hosted.error_of_collect(await hosted.start())
    assert (type(error), error.exit_code, error.retryable) == (ResultExpired, 5, False)
    assert len(hosted.simulator.orders) == 1


@each_with_results
async def test_a_result_at_a_stranger_is_fetched_without_the_key(hosted: Hosted, result: str) -> None:
    ticket = await hosted.start()
    hosted.simulator.fault(redirect(result, f"{hosted.stranger.url}/file"))
    error = await hosted.error_of_collect(ticket)  # what the stranger has is no picture
    assert type(error) is BadAnswer
    assert [seen.path for seen in hosted.stranger.log] == ["/file"]
    await collected_later(hosted, ticket)


@pytest.mark.parametrize("host", [host for host in HOSTS if host.inline], ids=_id)
@pytest.mark.parametrize("data", [BOMB, SVG, b"words " * 40_000, b"GIF89a cut"], ids=["bomb", "SVG", "text", "cut"])
async def test_a_picture_inside_an_answer_that_is_none(hosted: Hosted, data: bytes) -> None:
    assert hosted.host.inline is not None
    hosted.simulator.fault(hosted.host.inline(base64.b64encode(data).decode()))
    error = await hosted.error_of_collect(await hosted.start())
    assert (type(error), error.exit_code) == (BadAnswer, 5)
    assert hosted.count(hosted.host.order) == 1


@pytest.mark.parametrize("host", [host for host in HOSTS if host.polling and host.polling.elsewhere], ids=_id)
async def test_a_host_that_names_a_stranger_to_be_asked(hosted: Hosted) -> None:
    """The key goes to no other origin, whatever an answer says; the end of `hosted` looks at what the stranger saw."""
    assert hosted.host.polling is not None
    assert hosted.host.polling.elsewhere is not None
    patch = hosted.host.polling.elsewhere(f"{hosted.stranger.url}/echo")
    hosted.simulator.fault(Fault(hosted.host.order, "patch", patch=patch))
    error = await hosted.error_of_start()
    assert type(error) is UnusableOrder
    assert hosted.stranger.arrived == []
    assert len(hosted.simulator.orders) == 1
