"""eachlabs with every fault: which error it is, that nothing is ordered twice, and what a retry may do."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from flux_desktop.core.edit import Ticket
from flux_desktop.core.errors import (
    BadAnswer,
    Cancelled,
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
from flux_desktop.providers.http import UnusableOrder
from tests.providers.eachlabs_support import BASE_EDIT, CREATE, RESULT, TELL, Provider, error_of, request_for, run
from tests.providers.support import Time, Told
from tests.simulators.eachlabs import Eachlabs as Simulator
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect

# Faults of the order: which error, and nothing ordered twice.

CASES = [
    (answer(CREATE, 400, {"error": "Missing required fields"}), Rejected, 4),
    (answer(CREATE, 400, {"status": "error", "message": "invalid input", "details": "seed"}), Rejected, 4),
    (answer(CREATE, 401, {"error": "Invalid or missing API key"}), KeyRefused, 3),
    (answer(CREATE, 402, {"status": 402, "error": "payment required", "details": "in flight"}), OutOfCredit, 6),
    (answer(CREATE, 403, {"error": "Operation not allowed"}), KeyRefused, 3),
    (answer(CREATE, 404, {"error": "Failed to fetch model: model not found"}), Rejected, 4),
    (answer(CREATE, 409, {"error": "conflict"}), Rejected, 4),
    (answer(CREATE, 422, {"detail": [{"loc": ["input", "seed"], "msg": "bad"}]}), Rejected, 4),
    (answer(CREATE, 400, {"error": "prompt was flagged by moderation"}), Refused, 4),
    (answer(CREATE, 429, {"error": "Rate limit exceeded."}, retry_after="1000"), RateLimited, 5),
    (answer(CREATE, 500, {"error": "Internal server error"}), ServerFault, 5),
    (answer(CREATE, 500, "x" * 200_000), ServerFault, 5),
    (answer(CREATE, 503, {"status": 503, "error": "service unavailable"}), ServerFault, 5),
    (html(CREATE, 502), OutcomeUnknown, 7),
    (html(CREATE, 504), OutcomeUnknown, 7),
    (answer(CREATE, 500, b""), OutcomeUnknown, 7),
    (Fault(CREATE, "reset_before"), OutcomeUnknown, 7),
    (Fault(CREATE, "reset_after"), OutcomeUnknown, 7),
    (Fault(CREATE, "truncate"), OutcomeUnknown, 7),
    (html(CREATE, 200, "Maintenance"), UnusableOrder, 5),
    (answer(CREATE, 200, b""), UnusableOrder, 5),
    (answer(CREATE, 200, []), UnusableOrder, 5),
    (answer(CREATE, 200, {"status": "success", "predictionID": 5}), UnusableOrder, 5),
    (answer(CREATE, 200, {"status": "error", "message": "no", "details": "such model"}), Rejected, 4),
    (answer(CREATE, 200, {"status": "error", "message": "NSFW content"}), Refused, 4),
    (redirect(CREATE, "http://10.0.0.1/v1/prediction"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k, _ in CASES]
)
async def test_a_fault_of_the_order(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    eachlabs_host.fault(fault)
    error = await error_of(eachlabs, told, request_for("flux-2-klein-4b"))
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert len(error.title) <= 300
    assert "\n" not in error.title
    assert eachlabs_host.arrived.count(CREATE) == 1
    assert len(eachlabs_host.orders) <= 1
    assert eachlabs_host.seen(RESULT) == []


async def test_details_are_told(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.fault(answer(CREATE, 402, {"status": 402, "error": "payment required", "details": "$0.20 in flight"}))
    error = await error_of(eachlabs, told, request_for("flux-2-klein-4b"))
    assert error.title == "eachlabs: the account is out of credit: payment required: $0.20 in flight."


async def test_the_hosts_own_complaint(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    """A parameter that the simulator does not know gets past the program only by its catalogue."""
    entry = {"request_schema": {"properties": {"image_size": {"enum": ["square", "huge"]}, "odd": {"type": "string"}}}}
    eachlabs.catalogue = {BASE_EDIT: entry}
    request = request_for(BASE_EDIT)
    odd = type(request)(request.recipe.with_params(odd="x"), request.source)
    error = await error_of(eachlabs, told, odd)
    assert type(error) is Rejected
    assert "invalid input: odd: Extra inputs are not permitted" in error.title
    assert error.request_id == "req-refused"


@pytest.mark.parametrize("status", [429, 503])
async def test_an_order_that_was_not_accepted_is_made_once(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, time: Time, status: int
) -> None:
    eachlabs_host.fault(answer(CREATE, status, {}, retry_after="4"))
    await run(eachlabs, request_for(BASE_EDIT), told)
    assert time.slept == [4.0]
    assert len(eachlabs_host.orders) == 1


async def test_cancelling_while_the_order_is_on_its_way(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    eachlabs_host.fault(Fault(CREATE, gate="accepted", when="after"))
    task = asyncio.create_task(run(eachlabs, request_for("flux-2-klein-4b"), told))
    await asyncio.to_thread(eachlabs_host.wait_held, "accepted")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    eachlabs_host.release("accepted")
    assert len(eachlabs_host.orders) == 1


# Predictions that fail.


def envelope(code: str, message: str, category: str = "provider") -> dict[str, Any]:
    return {
        "error_code": code,
        "error_message": message,
        "classification": {"category": category},
        "retryable": False,
        "error": message,
        "error_step": "run",
        "success": False,
        "execution_id": "exec-1",
    }


FAILURES = [
    (envelope("INPUT_VALIDATION_ERROR", "Input does not match the schema"), Rejected),
    (envelope("PROVIDER_BAD_REQUEST", "The model rejected the input"), Rejected),
    (envelope("PROVIDER_REJECTED", "The request could not be processed"), Rejected),
    (envelope("PROVIDER_REJECTED", "The request could not be processed", "content_policy"), Refused),
    (envelope("PROVIDER_REJECTED", "Rejected for content safety violation: NSFW"), Refused),
    (envelope("PROVIDER_RATE_LIMIT", "This model is temporarily rate limited. Retry shortly."), RateLimited),
    (envelope("PROVIDER_SERVER_ERROR", "Temporarily unavailable"), ServerFault),
    (envelope("EXECUTION_TIMEOUT", "The execution exceeded its time limit"), ServerFault),
    (envelope("SOMETHING_NEW", ""), ServerFault),
    ("the worker went away", ServerFault),
    ([{"error": "out of memory"}], ServerFault),
    (None, ServerFault),
]


@pytest.mark.parametrize(("output", "kind"), FAILURES)
async def test_a_prediction_that_fails(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, output: Any, kind: type[FluxError]
) -> None:
    ticket = await eachlabs.start(request_for("flux-2-klein-4b"), told)
    failed = {"id": ticket.id, "status": "error", "output": output, "metrics": {"cost": 0.0}}
    eachlabs_host.fault(answer(TELL, 200, failed))
    with pytest.raises(FluxError) as caught:
        await eachlabs.collect(ticket, told)
    error = caught.value
    assert (type(error), error.over, error.request_id) == (kind, True, ticket.id)
    assert error.hint
    message = output["error_message"] or output["error_code"] if isinstance(output, dict) else ""
    assert message.rstrip(".") in error.title


@pytest.mark.parametrize(("word", "shape"), [("error", "error"), ("failed", "message")])
async def test_a_failure_told_beside_the_output(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, word: str, shape: str
) -> None:
    ticket = await eachlabs.start(request_for("flux-2-klein-4b"), told)
    eachlabs_host.fault(answer(TELL, 200, {"status": word, shape: "The GPU melted.", "output": ""}))
    with pytest.raises(ServerFault) as caught:
        await eachlabs.collect(ticket, told)
    assert caught.value.title == "eachlabs did not make it: The GPU melted."


async def test_a_prediction_that_is_cancelled_elsewhere(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = await eachlabs.start(request_for("flux-2-klein-4b"), told)
    eachlabs_host.predictions[ticket.id].state = "cancelled"
    with pytest.raises(Cancelled) as caught:
        await eachlabs.collect(ticket, told)
    assert caught.value.over


@pytest.mark.parametrize("word", ["queued", "", None, 5, "succeeded!\u202e"])
async def test_an_unknown_status_word_ends_in_an_error_that_names_it(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, word: object
) -> None:
    eachlabs_host.fault(Fault(TELL, "patch", patch={"status": word}))
    error = await error_of(eachlabs, told, request_for("flux-2-klein-4b"))
    assert type(error) is BadAnswer
    assert not error.over
    assert str(word or "none").strip("\u202e") in error.title
    assert len(eachlabs_host.seen(TELL)) == 1


# Asking, and fetching.


@pytest.mark.parametrize(
    "fault",
    [
        answer(TELL, 500, {"error": "Internal server error"}),
        html(TELL, 502),
        answer(TELL, 429, {"error": "Rate limit exceeded."}),
        Fault(TELL, "reset_before"),
        Fault(TELL, "reset_after"),
        Fault(TELL, "truncate"),
    ],
)
async def test_a_question_is_asked_again(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, fault: Fault
) -> None:
    eachlabs_host.fault(fault)
    await run(eachlabs, request_for("flux-2-klein-4b"), told)
    assert len(eachlabs_host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (answer(TELL, 404, {"error": "Prediction not found"}), ResultExpired),
        (answer(TELL, 401, {"error": "Invalid or missing API key"}), KeyRefused),
        (html(TELL, 200), BadAnswer),
        (answer(TELL, 200, []), BadAnswer),
        (Fault(TELL, "reset_after", times=0), Unreachable),
        (Fault(TELL, "patch", patch={"output": []}), BadAnswer),
        (Fault(TELL, "patch", patch={"output": {"text": "hello"}}), BadAnswer),
        (Fault(TELL, "patch", patch={"output": [[[[[["https://deep.example/x"]]]]]]}), BadAnswer),
        (Fault(TELL, "patch", patch={"output": "data:image/png;base64,AAAA"}), BadAnswer),
        (Fault(TELL, "patch", patch={"output": "http://10.0.0.1/x.png"}), BadAnswer),
        (redirect(RESULT, "http://10.0.0.1/x.png"), BadAnswer),
        (html(RESULT, 200), BadAnswer),
        (answer(RESULT, 200, SVG), BadAnswer),
        (answer(RESULT, 200, BOMB), BadAnswer),
        (answer(RESULT, 403, "<Error><Message>Request has expired</Message></Error>"), ResultExpired),
    ],
)
async def test_a_result_that_cannot_be_had(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    eachlabs_host.fault(fault)
    error = await error_of(eachlabs, told, request_for("flux-2-klein-4b"))
    assert type(error) is kind
    assert len(eachlabs_host.orders) == 1


async def test_an_expired_link(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.link_seconds = -1.0
    assert type(await error_of(eachlabs, told, request_for("flux-2-klein-4b"))) is ResultExpired


async def test_a_result_is_collected_again_without_an_order(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = await eachlabs.start(request_for("flux-2-klein-4b"), told)
    eachlabs_host.fault(html(RESULT, 200))
    with pytest.raises(BadAnswer):
        await eachlabs.collect(ticket, told)
    assert len((await eachlabs.collect(ticket, told)).images) == 1
    assert len(eachlabs_host.orders) == 1


async def test_endless_processing_is_given_up(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    eachlabs_host.seconds = 1e9
    monkeypatch.setattr(type(eachlabs), "deadline", 0.3)
    error = await error_of(eachlabs, told, request_for("flux-2-klein-4b"))
    assert type(error) is TimedOut
    assert not error.over
    assert 2 <= len(eachlabs_host.seen(TELL)) <= 6


async def test_a_dishonest_id_stays_one_part_of_the_address(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = Ticket("eachlabs", "flux-2-klein-4b", "../executions?x=", data={})
    with pytest.raises(ResultExpired):
        await eachlabs.collect(ticket, told)
    assert eachlabs_host.arrived == ["GET /v1/prediction/../executions?x="]
