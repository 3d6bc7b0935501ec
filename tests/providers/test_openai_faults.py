"""A server with the OpenAI images API and every fault: which error it is, and that nothing is ordered twice."""

from __future__ import annotations

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
    ResultExpired,
    ServerFault,
)
from flux_desktop.providers.http import Http, UnusableOrder
from tests.providers.openai_support import GENERATIONS, error_of, openai_for, request_for, run
from tests.providers.support import Time, Told
from tests.simulators.faults import BOMB, Fault, answer, html, redirect
from tests.simulators.openai_api import OpenAI as Simulator

CASES = [
    (answer(GENERATIONS, 400, {"error": {"message": "bad size", "type": "x", "code": None}}), Rejected, 4),
    (answer(GENERATIONS, 400, {"error": {"message": "no", "code": "moderation_blocked"}}), Refused, 4),
    (answer(GENERATIONS, 401, {"error": {"message": "no"}}), KeyRefused, 3),
    (answer(GENERATIONS, 402, {"error": {"message": "no"}}), OutOfCredit, 6),
    (answer(GENERATIONS, 403, {"error": {"message": "no"}}), KeyRefused, 3),
    (answer(GENERATIONS, 404, {"detail": "Not Found"}), Rejected, 4),
    (answer(GENERATIONS, 405, {"detail": "Method Not Allowed"}), Rejected, 4),
    (answer(GENERATIONS, 404, {"detail": "flagged as unsafe"}), Refused, 4),
    (answer(GENERATIONS, 422, {"detail": [{"loc": ["body", "n"], "msg": "too many"}]}), Rejected, 4),
    (answer(GENERATIONS, 429, {}, retry_after="10000"), RateLimited, 5),
    (answer(GENERATIONS, 500, {"error": "out of memory"}), ServerFault, 5),
    (answer(GENERATIONS, 500, {"error": "server_error", "message": "out of memory"}), ServerFault, 5),
    (answer(GENERATIONS, 503, {"detail": "Diffusion engine not initialized."}), ServerFault, 5),
    (html(GENERATIONS, 502), OutcomeUnknown, 7),
    (answer(GENERATIONS, 500, b""), OutcomeUnknown, 7),
    (Fault(GENERATIONS, "reset_after"), OutcomeUnknown, 7),
    (Fault(GENERATIONS, "truncate"), OutcomeUnknown, 7),
    (html(GENERATIONS, 200, "Login"), UnusableOrder, 5),
    (answer(GENERATIONS, 200, {"error": "queue is full"}), UnusableOrder, 5),
    (answer(GENERATIONS, 200, {"data": []}), UnusableOrder, 5),
    (redirect(GENERATIONS, "http://10.0.0.1/"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{index}-{k.__name__}" for index, (_, k, _) in enumerate(CASES)]
)
async def test_a_fault_of_the_order(
    studio: Simulator, http: Http, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    studio.fault(fault)
    error = await error_of(openai_for(studio, http), told)
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert studio.arrived == [GENERATIONS]
    assert len(studio.orders) <= 1


async def test_a_reason_without_a_status_is_told(studio: Simulator, http: Http, told: Told) -> None:
    studio.fault(answer(GENERATIONS, 200, {"error": "queue is full"}))
    assert "queue is full" in (await error_of(openai_for(studio, http), told)).title


@pytest.mark.parametrize("server", ["openai", "vllm", "sglang", "localai", "sd-server"])
async def test_each_servers_own_errors_are_understood(studio: Simulator, http: Http, told: Told, server: str) -> None:
    openai = openai_for(studio, http, server)
    request = request_for(openai, "flux-2-klein-4b")
    recipe = request.recipe
    refused = await error_of(openai, told, type(request)(type(recipe)("forbidden", "openai", recipe.model, {})))
    assert type(refused) is Refused
    assert "safety system" in refused.title


async def test_an_order_that_was_not_accepted_is_made_once(
    studio: Simulator, http: Http, told: Told, time: Time
) -> None:
    studio.fault(answer(GENERATIONS, 503, {"detail": "busy"}, retry_after="4"))
    openai = openai_for(studio, http)
    await run(openai, request_for(openai, "flux-2-klein-4b"), told)
    assert (time.slept, len(studio.orders)) == ([4.0], 1)


async def test_results_that_are_none(studio: Simulator, http: Http, told: Told) -> None:
    studio.link_seconds = -1
    openai = openai_for(studio, http)
    by_link = request_for(openai, "flux-2-klein-4b", response_format="url")
    assert type(await error_of(openai, told, by_link)) is ResultExpired
    studio.fault(answer("GET /results", 200, BOMB, times=0))
    assert isinstance(await error_of(openai, told, by_link), BadAnswer)
    for url in ("http://10.0.0.1/x.png", "file:///etc/passwd", "ftp://x.example/a.png", "//10.1.1.1/a.png"):
        studio.fault(answer(GENERATIONS, 200, {"data": [{"url": url}]}))
        assert isinstance(await error_of(openai, told), BadAnswer)
