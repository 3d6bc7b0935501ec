"""Replicate with every fault: which error it is, that nothing is ordered twice, and what a retry may do."""

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
    Unreachable,
)
from flux_desktop.providers.http import Http, UnusableOrder
from tests.providers.replicate_support import (
    EDIT,
    FILES,
    ORDER,
    QUESTION,
    RESULT,
    Provider,
    error_of,
    noise,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Time, Told
from tests.simulators.faults import BOMB, SVG, Fault, answer, html, redirect
from tests.simulators.replicate import Replicate as Simulator

# Faults of the order.

THROTTLED = {"detail": "Request was throttled. Your rate limit resets in ~30s.", "status": 429, "retry_after": 1000}
CREDIT = {"title": "Insufficient credit", "detail": "You have insufficient credit to run this model.", "status": 402}
INVALID = {"title": "Input validation failed", "detail": "- input.seed: Invalid type", "status": 422}
CASES = [
    (answer(ORDER, 400, {"detail": "bad"}), Rejected, 4),
    (answer(ORDER, 401, {"title": "Unauthenticated", "detail": "no"}), KeyRefused, 3),
    (answer(ORDER, 402, CREDIT), OutOfCredit, 6),
    (answer(ORDER, 403, {"detail": "no"}), KeyRefused, 3),
    (answer(ORDER, 404, {"detail": "no such model"}), Rejected, 4),
    (answer(ORDER, 413, {"detail": "Files must be less than 100MB in size"}), Rejected, 4),
    (answer(ORDER, 422, INVALID), Rejected, 4),
    (answer(ORDER, 422, {"detail": "The input was flagged as sensitive. (E005)"}), Refused, 4),
    (answer(ORDER, 429, THROTTLED), RateLimited, 5),
    (answer(ORDER, 500, {"detail": "crashed"}), ServerFault, 5),
    (answer(ORDER, 503, {"detail": "full"}), ServerFault, 5),
    (html(ORDER, 502), OutcomeUnknown, 7),
    (html(ORDER, 504), OutcomeUnknown, 7),
    (Fault(ORDER, "reset_after"), OutcomeUnknown, 7),
    (Fault(ORDER, "truncate"), OutcomeUnknown, 7),
    (html(ORDER, 200, "Maintenance"), UnusableOrder, 5),
    (answer(ORDER, 201, {}), UnusableOrder, 5),
    (answer(ORDER, 201, {"id": "p", "status": "starting"}), UnusableOrder, 5),
    (
        answer(ORDER, 201, {"id": "p", "status": "starting", "urls": {"get": "https://evil.example/p"}}),
        UnusableOrder,
        5,
    ),
    (answer(ORDER, 201, {"id": "p", "status": "starting", "urls": {"get": "http://["}}), UnusableOrder, 5),
    (redirect(ORDER, "http://10.0.0.1/v1"), BadAnswer, 5),
]


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"), CASES, ids=[f"{f.do}-{f.status}-{k.__name__}" for f, k, _ in CASES]
)
async def test_a_fault_of_the_order(
    replicate: Provider, replicate_host: Simulator, told: Told, fault: Fault, kind: type[FluxError], exit_code: int
) -> None:
    replicate_host.fault(fault)
    error = await error_of(replicate, told)
    assert (type(error), error.exit_code) == (kind, exit_code)
    assert len([arrived for arrived in replicate_host.arrived if arrived.startswith(ORDER)]) == 1
    assert len(replicate_host.orders) <= 1
    assert replicate_host.seen(QUESTION) == replicate_host.seen(RESULT) == []


async def test_a_throttled_order_is_made_once(
    replicate: Provider, replicate_host: Simulator, told: Told, time: Time
) -> None:
    replicate_host.fault(answer(ORDER, 429, {**THROTTLED, "retry_after": 9}))
    await run(replicate, request_for(EDIT), told)
    assert time.slept == [9.0]
    assert len(replicate_host.orders) == 1


# Faults of an upload.


@pytest.mark.parametrize("fault", [Fault(FILES, "reset_after"), Fault(FILES, "truncate"), html(FILES, 502)])
async def test_an_upload_is_tried_again(
    replicate: Provider, replicate_host: Simulator, told: Told, fault: Fault
) -> None:
    replicate_host.fault(fault)
    await run(replicate, request_for(EDIT, noise()), told)
    assert len(replicate_host.orders) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (answer(FILES, 413, {"detail": "Files must be less than 100MB in size"}), Rejected),
        (answer(FILES, 500, {"detail": "no"}, times=0), ServerFault),
        (answer(FILES, 201, {"urls": {"get": 5}}), BadAnswer),
        (answer(FILES, 201, {}), BadAnswer),
        (Fault(FILES, "reset_after", times=0), Unreachable),
    ],
)
async def test_an_upload_that_fails_orders_nothing(
    replicate: Provider, replicate_host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    replicate_host.fault(fault)
    assert type(await error_of(replicate, told, request_for(EDIT, noise()))) is kind
    assert replicate_host.orders == []
    assert "ordering" not in told.log


async def test_a_job_that_ended_uploads_again(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    replicate_host.fault(answer(ORDER, 422, INVALID))
    await error_of(replicate, told, request_for(EDIT, noise()))
    await replicate.tidy(told)
    await run(replicate, request_for(EDIT, noise()), told)
    assert len(replicate_host.seen(FILES)) == 2
    assert len(replicate_host.files) == 1, "that of the failed job is removed"


async def test_an_upload_that_cannot_be_removed_is_told(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    await run(replicate, request_for(EDIT, noise(), noise()), told)
    replicate_host.fault(answer("DELETE /v1/files", 500, {"detail": "no"}, times=0))
    await replicate.tidy(told)
    assert [note.partition(",")[0] for note in told.notes] == ["A picture stays among your files at Replicate"] * 2
    await replicate.tidy(told)
    assert len(replicate_host.files) == 2


# Predictions that end badly.


@pytest.mark.parametrize("polls", [0, 1])
@pytest.mark.parametrize(
    ("prompt", "ends", "kind", "words"),
    [
        ("nsfw", "", Refused, "NSFW content detected"),
        ("crash", "", ServerFault, "CUDA out of memory"),
        ("a lake", "canceled", ServerFault, "cancelled there (canceled)"),
        ("a lake", "aborted", ServerFault, "cancelled there (aborted)"),
        ("a lake", "failed", ServerFault, "did not make it"),
    ],
)
async def test_a_prediction_that_ended_is_over(
    replicate: Provider,
    replicate_host: Simulator,
    told: Told,
    polls: int,
    prompt: str,
    ends: str,
    kind: type[FluxError],
    words: str,
) -> None:
    replicate_host.polls, replicate_host.ends = polls, ends
    error = await error_of(replicate, told, request_for(EDIT, prompt=prompt))
    assert type(error) is kind
    assert words in error.title
    assert error.over, "a retry makes a new order: there is nothing to collect"
    assert error.request_id
    assert len(replicate_host.orders) == 1


async def test_a_result_that_was_removed(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    replicate_host.polls = 1
    replicate_host.fault(Fault(QUESTION, "patch", patch={"data_removed": True, "output": None}))
    error = await error_of(replicate, told)
    assert (type(error), error.over) == (ResultExpired, True)


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (answer(QUESTION, 200, {"status": "queued"}), BadAnswer, "not known: queued"),
        (answer(QUESTION, 200, {"status": 7}), BadAnswer, "not known: 7"),
        (answer(QUESTION, 200, {}), BadAnswer, "none"),
        (html(QUESTION, 200), BadAnswer, "web page"),
        (answer(QUESTION, 401, {"detail": "no"}), KeyRefused, "key"),
        (answer(QUESTION, 404, {"detail": "could not be found"}), ResultExpired, "could not be found"),
        (answer(QUESTION, 500, {"detail": "no"}, times=0), ServerFault, "failed"),
    ],
)
async def test_an_answer_that_makes_no_sense_ends_nothing(
    replicate: Provider, replicate_host: Simulator, told: Told, fault: Fault, kind: type[FluxError], words: str
) -> None:
    replicate_host.polls = 1
    replicate_host.fault(fault)
    error = await error_of(replicate, told)
    assert (type(error), error.over) == (kind, False)
    assert words in error.title
    assert len(replicate_host.orders) == 1


@pytest.mark.parametrize(
    "fault",
    [
        html(QUESTION, 502),
        answer(QUESTION, 429, {}),
        Fault(QUESTION, "reset_before"),
        Fault(QUESTION, "reset_after"),
        Fault(QUESTION, "truncate"),
        Fault(RESULT, "reset_after"),
    ],
    ids=["502", "429", "before", "after", "truncate", "result"],
)
async def test_questions_are_asked_again(
    replicate: Provider, replicate_host: Simulator, told: Told, fault: Fault
) -> None:
    replicate_host.polls = 1
    replicate_host.fault(fault)
    assert (await run(replicate, request_for(EDIT), told)).images
    assert len(replicate_host.orders) == 1


# Results.


async def test_a_finished_order_needs_no_address_to_ask(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    replicate_host.fault(Fault(ORDER, "patch", patch={"urls": None}))
    assert (await run(replicate, request_for(EDIT), told)).images


@pytest.mark.parametrize("output", [None, [], "", 5, [None, 5]])
async def test_a_success_without_a_picture(
    replicate: Provider, replicate_host: Simulator, told: Told, output: object
) -> None:
    replicate_host.fault(Fault(ORDER, "patch", patch={"output": output}))
    error = await error_of(replicate, told)
    assert isinstance(error, BadAnswer)
    assert "without a result" in error.title


@pytest.mark.parametrize("content", [BOMB, SVG, b"<html>sorry</html>", b""], ids=["bomb", "svg", "html", "empty"])
async def test_a_result_that_is_no_picture(
    replicate: Provider, replicate_host: Simulator, told: Told, content: bytes
) -> None:
    replicate_host.fault(answer(RESULT, 200, content, times=0))
    error = await error_of(replicate, told)
    assert isinstance(error, BadAnswer)
    assert "without a new order" in error.hint


async def test_an_expired_link(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    replicate_host.link_seconds = -1
    assert type(await error_of(replicate, told)) is ResultExpired


async def test_a_wrong_key(replicate_host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(replicate_host, http, "r8_wrong"), told)
    assert (type(error), error.exit_code) == (KeyRefused, 3)
    assert replicate_host.orders == []
