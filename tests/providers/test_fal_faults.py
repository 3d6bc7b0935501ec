"""fal with every fault: which error it is, that nothing is ordered twice, and what a retry may do."""

from __future__ import annotations

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
from flux_desktop.providers.http import Http, UnusableOrder
from tests.providers.fal_support import (
    EDIT,
    INITIATE,
    ORDER,
    QUEUE,
    RESULT,
    UPLOAD,
    Provider,
    error_of,
    noise,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.fal import Failure
from tests.simulators.fal import Fal as Simulator
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect

# Faults of the order.

LOCKED = {"detail": "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."}
CASES = [
    (answer(ORDER, 400, {"detail": "bad"}), Rejected, 4),
    (answer(ORDER, 401, {"detail": "Authentication is required"}), KeyRefused, 3),
    (answer(ORDER, 402, {"detail": "no credit"}), OutOfCredit, 6),
    (answer(ORDER, 403, LOCKED), OutOfCredit, 6),
    (answer(ORDER, 403, {"detail": "Cannot access application"}), KeyRefused, 3),
    (answer(ORDER, 404, {"detail": "Application not found"}), Rejected, 4),
    (answer(ORDER, 413, "too large"), Rejected, 4),
    (answer(ORDER, 422, {"detail": [{"loc": ["body", "prompt"], "msg": "bad", "type": "x"}]}), Rejected, 4),
    (answer(ORDER, 429, {"detail": "slow down"}, retry_after="1000"), RateLimited, 5),
    (answer(ORDER, 500, {"detail": "crashed"}), ServerFault, 5),
    (answer(ORDER, 503, {"detail": "full"}), ServerFault, 5),
    (html(ORDER, 502), OutcomeUnknown, 7),
    (html(ORDER, 504), OutcomeUnknown, 7),
    (Fault(ORDER, "reset_after"), OutcomeUnknown, 7),
    (Fault(ORDER, "truncate"), OutcomeUnknown, 7),
    (html(ORDER, 200, "Maintenance"), UnusableOrder, 5),
    (answer(ORDER, 200, {}), UnusableOrder, 5),
    (answer(ORDER, 200, {"request_id": "r", "status_url": 5}), UnusableOrder, 5),
    (redirect(ORDER, "http://10.0.0.1/fal-ai"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k, _ in CASES]
)
async def test_a_fault_of_the_order(
    fal: Provider, fal_host: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    fal_host.fault(fault)
    error = await error_of(fal, told)
    assert (type(error), error.exit_code, error.over) == (kind, exit_code, False)
    assert len([arrived for arrived in fal_host.arrived if arrived.startswith(ORDER)]) == 1
    assert len(fal_host.orders) <= 1


@pytest.mark.parametrize("name", ["status_url", "response_url", "cancel_url"])
async def test_the_key_goes_to_no_host_that_an_answer_names(
    fal: Provider, fal_host: Simulator, told: Told, name: str
) -> None:
    fal_host.fault(Fault(ORDER, "patch", patch={name: "https://queue.fal.run.example/requests/1"}))
    error = await error_of(fal, told)
    assert type(error) is UnusableOrder
    assert error.request_id.startswith("00000001")
    assert fal_host.seen(QUEUE) == []


# Faults of an upload.


@pytest.mark.parametrize("route", [INITIATE, UPLOAD])
@pytest.mark.parametrize("do", ["reset_before", "reset_after", "truncate"])
async def test_an_upload_is_tried_again(fal: Provider, fal_host: Simulator, told: Told, route: str, do: str) -> None:
    fal_host.fault(Fault(route, do))  # type: ignore[arg-type]
    if (route, do) == (UPLOAD, "truncate"):
        fal_host.fault(answer(UPLOAD, 503, {}))
    await run(fal, request_for(EDIT, noise(700)), told)
    assert len(fal_host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (answer(INITIATE, 401, {"detail": "no"}), KeyRefused),
        (answer(INITIATE, 500, {"detail": "no"}, times=0), ServerFault),
        (answer(INITIATE, 200, {}), BadAnswer),
        (answer(INITIATE, 200, {"upload_url": "https://169.254.169.254/x", "file_url": "https://x"}), BadAnswer),
        (answer(UPLOAD, 403, "expired"), BadAnswer),
        (Fault(UPLOAD, "reset_after", times=0), Unreachable),
    ],
)
async def test_an_upload_that_fails_orders_nothing(
    fal: Provider, fal_host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    fal_host.fault(fault)
    assert type(await error_of(fal, told, request_for(EDIT, noise(700)))) is kind
    assert fal_host.orders == []
    assert "ordering" not in told.log


async def test_a_job_that_ended_uploads_again(fal: Provider, fal_host: Simulator, told: Told) -> None:
    fal_host.fault(answer(ORDER, 422, {"detail": "gone"}))
    await error_of(fal, told, request_for(EDIT, noise(700)))
    await fal.tidy(told)
    await run(fal, request_for(EDIT, noise(700)), told)
    assert len(fal_host.seen(UPLOAD)) == 2


# Orders that end badly: there is no state for it.

POLICY = {"detail": [{"loc": ["body", "prompt"], "msg": "no", "type": "content_policy_violation"}]}
TOO_LARGE = {"detail": [{"loc": ["body", "image_urls"], "msg": "Image too large", "type": "image_too_large"}]}
TIMEOUT = {"detail": "Request timed out", "error_type": "request_timeout"}
ENDS = [
    (Failure(422, POLICY), Refused, "refused"),
    (Failure(422, TOO_LARGE), Rejected, "image_urls: Image too large"),
    (Failure(422, {"detail": "The picture is no picture"}), Rejected, "no picture"),
    (Failure(504, TIMEOUT, {"x-fal-error-type": "request_timeout"}), ServerFault, "timed out"),
    (Failure(500, {"detail": "Runner crashed", "error_type": "runner_server_error"}), ServerFault, "crashed"),
    (Failure(499, {"detail": "x", "error_type": "client_cancelled"}), ServerFault, "cancelled there"),
    (Failure(error="Runner disconnected", error_type="runner_disconnected"), ServerFault, "disconnected"),
    (Failure(error="Prompt was flagged", error_type="content_policy_violation"), Refused, "flagged"),
]


@pytest.mark.parametrize(("failure", "kind", "words"), ENDS, ids=[f"{k.__name__}-{w}" for _, k, w in ENDS])
async def test_an_order_that_fal_ended_is_over(
    fal: Provider, fal_host: Simulator, told: Told, failure: Failure, kind: type[FluxError], words: str
) -> None:
    fal_host.failure = failure
    error = await error_of(fal, told)
    assert type(error) is kind
    assert words in error.title
    assert error.over, "a retry makes a new order: there is nothing to collect"
    assert error.request_id
    assert len(fal_host.orders) == 1
    assert len(fal_host.seen(QUEUE)) == 2


async def test_what_would_fail_again_is_told(fal: Provider, fal_host: Simulator, told: Told) -> None:
    fal_host.failure = Failure(500, {"detail": "no"}, {"x-fal-retryable": "false"})
    assert "fail again" in (await error_of(fal, told)).hint
    fal_host.failure = Failure(500, {"detail": "no"}, {"x-fal-retryable": "true"})
    assert "orders it anew" in (await error_of(fal, told)).hint


async def test_what_the_document_does_not_know_is_refused_by_its_field(
    fal: Provider, fal_host: Simulator, told: Told
) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    fal_host.failure = Failure(
        422, {"detail": [{"loc": ["body", "image_size", "width"], "msg": "too wide", "type": "x"}]}
    )
    with pytest.raises(Rejected, match="width: too wide"):
        await fal.collect(ticket, told)


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_gateway_that_loses_the_result_ends_nothing(
    fal: Provider, fal_host: Simulator, told: Told, status: int
) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    fal_host.failure = Failure(status, "")
    with pytest.raises(ServerFault) as caught:
        await fal.collect(ticket, told)
    assert not caught.value.over
    fal_host.failure = None
    assert (await fal.collect(ticket, told)).images
    assert len(fal_host.orders) == 1


@pytest.mark.parametrize(
    "fault",
    [
        html(QUEUE, 502),
        answer(QUEUE, 429, {}),
        Fault(QUEUE, "reset_before"),
        Fault(QUEUE, "reset_after"),
        Fault(QUEUE, "truncate"),
        Fault(RESULT, "reset_after"),
    ],
    ids=["502", "429", "before", "after", "truncate", "result"],
)
async def test_questions_are_asked_again(fal: Provider, fal_host: Simulator, told: Told, fault: Fault) -> None:
    fal_host.fault(fault)
    assert (await run(fal, request_for(EDIT), told)).images
    assert len(fal_host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (answer(QUEUE, 200, {"status": "HALTED"}), BadAnswer, "HALTED"),
        (answer(QUEUE, 200, {"status": 7}), BadAnswer, "status that is not known: 7"),
        (answer(QUEUE, 200, {}), BadAnswer, "none"),
        (html(QUEUE, 200), BadAnswer, "web page"),
        (answer(QUEUE, 200, []), BadAnswer, "no fields"),
        (answer(QUEUE, 401, {"detail": "no"}), KeyRefused, "key"),
        (answer(QUEUE, 404, {"detail": "Request not found"}), ResultExpired, "not found"),
    ],
)
async def test_an_answer_that_makes_no_sense(
    fal: Provider, fal_host: Simulator, told: Told, fault: Fault, kind: type[FluxError], words: str
) -> None:
    fal_host.fault(fault)
    error = await error_of(fal, told)
    assert (type(error), error.over) == (kind, False)
    assert words in error.title
    assert len(fal_host.orders) == 1


# The filter.


async def test_a_flagged_picture_is_refused(fal: Provider, fal_host: Simulator, told: Told) -> None:
    error = await error_of(fal, told, request_for("flux-2-klein-4b", prompt="nsfw"))
    assert (type(error), error.over) == (Refused, True)
    assert fal_host.seen(RESULT) == []


async def test_of_several_the_flagged_ones_are_left_out(fal: Provider, told: Told) -> None:
    result = await run(fal, request_for("flux-2-klein-4b", prompt="half-nsfw", count=3), told)
    assert len(result.images) == 2
    assert told.notes == ["fal's filter flagged 1 of 3 pictures: left out."]


# Results.


@pytest.mark.parametrize("changes", [{"images": []}, {"images": None}, {"images": [{"url": 5}, "x"]}])
async def test_a_result_without_a_picture(
    fal: Provider, fal_host: Simulator, told: Told, changes: dict[str, object]
) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    fal_host.fault(Fault(QUEUE, times=1), Fault(QUEUE, "patch", patch=changes))
    with pytest.raises(BadAnswer, match="without a result"):
        await fal.collect(ticket, told)


async def test_other_shapes_of_a_good_result(fal: Provider, fal_host: Simulator, told: Told) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    fal_host.fault(Fault(QUEUE, times=1), Fault(QUEUE, "patch", patch={"has_nsfw_concepts": None, "seed": None}))
    polled = await fal.poll(ticket)
    assert polled.state is TicketState.READY
    assert [output.seed for output in polled.outputs] == [None]


@pytest.mark.parametrize("content", [BOMB, SVG, b"<html>sorry</html>", b""], ids=["bomb", "svg", "html", "empty"])
async def test_a_result_that_is_no_picture(fal: Provider, fal_host: Simulator, told: Told, content: bytes) -> None:
    fal_host.fault(answer(RESULT, 200, content, times=0))
    error = await error_of(fal, told)
    assert isinstance(error, BadAnswer)
    assert "without a new order" in error.hint


async def test_an_expired_link(fal: Provider, fal_host: Simulator, told: Told) -> None:
    fal_host.link_seconds = -1
    assert type(await error_of(fal, told)) is ResultExpired


async def test_a_wrong_key(fal_host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(fal_host, http, "wrong-key-000"), told)
    assert (type(error), error.exit_code) == (KeyRefused, 3)
    assert fal_host.orders == []


async def test_a_kept_ticket_is_enough(fal: Provider, fal_host: Simulator, http: Http, told: Told) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    other = provider_for(fal_host, http, fal_host.key)
    assert (await other.collect(kept, told)).images[0].seed == 7
    assert len(fal_host.orders) == 1
