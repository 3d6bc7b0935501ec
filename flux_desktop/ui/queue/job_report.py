"""A job in words: its row's sentences, and the text that is copied for a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flux_desktop import __version__
from flux_desktop.core.edit import JobState
from flux_desktop.core.job import OrderState
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.core.price import Cost, total_of
from flux_desktop.ui.wording import STAGES, duration, error_text

if TYPE_CHECKING:
    from flux_desktop.services.job import Job

__all__ = ["clearable", "cost_of", "counts", "job_text", "may_cost_again", "notes_of", "retry_helps", "summary"]

RESUMED = marked("From the last time the program ran.")
MENDABLE = ("key", "credit", "internal")
"""Kinds of errors whose cause the user can remove, or that may not come again."""


def cost_of(job: Job) -> Cost | None:
    """What the job's results cost together; None where the provider does not say."""
    return total_of([node.cost for node in job.nodes if node.cost is not None])


def summary(job: Job) -> str:
    """An ended job in one line: `1 result · 1.2 s · free`."""
    parts = [plural(len(job.nodes), "{n} result", "{n} results")] if job.nodes else []
    parts.append(duration(job.elapsed))
    cost = cost_of(job)
    return " · ".join([*parts, str(cost)] if cost is not None else parts)


def notes_of(job: Job) -> list[str]:
    """What the user should know about the job; of a cancelled one first how it ended, which may have cost something."""
    notes = list(map(tr, job.record.notes))  # those of the program are kept in English
    return [tr(RESUMED)] * job.resumed + (notes[::-1] if job.state is JobState.CANCELLED else notes)


def may_cost_again(job: Job) -> bool:
    """Whether an order of the job may have been charged already: it is asked before it is ordered anew."""
    return any(order.state is OrderState.UNKNOWN for order in job.record.orders)


def clearable(job: Job) -> bool:
    """Ended, and nothing is left to decide: what is unknown goes only when the user says so."""
    return job.state.ended and job.state is not JobState.UNKNOWN


def counts(jobs: Iterable[Job]) -> str:
    """How many of `jobs` need attention: `2 running, 1 waiting`; "" for none."""
    states = Counter(job.state for job in jobs)
    running = sum(states[state] for state in states if not state.ended and state is not JobState.WAITING)
    words = (
        (running, tr("{n} running", n=running)),
        (states[JobState.WAITING], tr("{n} waiting", n=states[JobState.WAITING])),
        (states[JobState.FAILED], tr("{n} failed", n=states[JobState.FAILED])),
        (states[JobState.UNKNOWN], tr("{n} unknown", n=states[JobState.UNKNOWN])),
    )
    return ", ".join(said for number, said in words if number)


def retry_helps(job: Job) -> bool:
    """Whether the same request may go better: not where the provider or the program found fault with it."""
    if job.state is JobState.CANCELLED:
        return True
    error = job.error
    if job.state is not JobState.FAILED or error is None:
        return False
    return error.retryable or error.action == "retry" or error.kind in MENDABLE


def job_text(job: Job, provider: str) -> str:
    """Everything about an ended job that helps to find out why, without keys or pixels."""
    stage = tr(STAGES[job.state])
    lines = [f"{stage}: {error_text(job.error)}" if job.error else stage]
    lines += [tr("Provider: {name}", name=provider), tr("Model: {name}", name=job.record.recipe.model)]
    lines.append(tr("Job: {id}", id=job.id))
    lines += notes_of(job)
    lines.append(f"Flux Desktop {__version__}")
    return "\n".join(lines)
