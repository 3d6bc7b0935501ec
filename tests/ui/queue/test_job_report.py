"""What is said about a job, and when a retry is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flux_desktop import __version__
from flux_desktop.core import errors
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import speak
from flux_desktop.core.price import Cost
from flux_desktop.services.job import TO_COLLECT
from flux_desktop.services.session import Session
from flux_desktop.ui.queue.job_report import cost_of, job_text, may_cost_again, notes_of, retry_helps, summary
from tests.ui.results import job_in, results


async def test_a_done_job_in_one_line(session: Session) -> None:
    job = job_in(session, JobState.DONE)
    assert summary(job) == "1.2 s"
    job.nodes = [replace(node, cost=Cost(0.0)) for node in results(session, 2)]
    assert summary(job) == "2 results · 1.2 s · free"
    job.nodes = [replace(node, cost=Cost(0.014, kind="billed")) for node in job.nodes]
    assert str(cost_of(job)) == "$0.028"


async def test_the_text_to_copy_has_all_that_a_report_needs(session: Session) -> None:
    error = errors.KeyRefused("No.", "Do this.", request_id="req-1", detail="status 401")
    job = job_in(session, JobState.FAILED, error)
    job.resumed = True
    text = job_text(job, "1min.ai")
    for part in (
        "Failed: No.",
        "Do this.",
        "status 401",
        "Request id: req-1",
        "Provider: 1min.ai",
        "Model: offline-edit",
        f"Job: {job.id}",
        "From the last time the program ran.",
        f"Flux Desktop {__version__}",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (errors.Unreachable("x"), True),
        (errors.RateLimited("x"), True),
        (errors.KeyMissing("x"), True),
        (errors.OutOfCredit("x"), True),
        (errors.Internal("x"), True),
        (errors.Refused("x"), False),
        (errors.Rejected("x"), False),
        (errors.NotUnderstood("x"), False),
        (errors.ResultExpired("x"), False),
    ],
)
async def test_retry_is_offered_where_it_may_help(session: Session, error: FluxError, helps: bool) -> None:
    assert retry_helps(job_in(session, JobState.FAILED, error)) is helps


async def test_what_was_cancelled_can_be_run_again_and_what_runs_cannot(session: Session) -> None:
    assert retry_helps(job_in(session, JobState.CANCELLED))
    assert not retry_helps(job_in(session, JobState.RUNNING))
    assert not retry_helps(job_in(session, JobState.DONE))


async def test_an_order_of_unknown_outcome_may_cost_again(session: Session) -> None:
    assert may_cost_again(job_in(session, JobState.UNKNOWN))
    assert not may_cost_again(job_in(session, JobState.FAILED, errors.Unreachable("x")))


async def test_a_resumed_job_says_so_before_its_notes(session: Session) -> None:
    job = job_in(session, JobState.RUNNING)
    job.note("Made smaller.")
    job.resumed = True
    assert notes_of(job) == ["From the last time the program ran.", "Made smaller."]


async def test_a_cancelled_job_says_first_how_it_ended(session: Session) -> None:
    job = job_in(session, JobState.CANCELLED)
    for sentence in ("Sent as PNG.", "It may still be charged."):
        job.note(sentence)
    assert notes_of(job) == ["It may still be charged.", "Sent as PNG."]


async def test_what_the_program_noted_is_kept_in_english_and_told_in_the_language(session: Session) -> None:
    job = job_in(session, JobState.CANCELLED)
    job.note(TO_COLLECT)
    speak(lambda text, comment, number: "Schon bestellt." if text == TO_COLLECT else "")
    try:
        assert (job.record.notes, notes_of(job)) == ((TO_COLLECT,), ["Schon bestellt."])
    finally:
        speak(None)
