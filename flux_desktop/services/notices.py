"""What is said of edits that have ended while the user was elsewhere: few words, and nothing that is secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.edit import JobState
from flux_desktop.core.language import plural, tr
from flux_desktop.core.price import total_of

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.job import Job

__all__ = ["LONG", "Notice", "is_worth_telling", "notice_of"]

LONG = 10.0
"""Seconds from which on the user has turned to something else meanwhile."""
PROMPT, LINES = 40, 3
FAILURES = (JobState.FAILED, JobState.UNKNOWN)


@dataclass(frozen=True)
class Notice:
    """A title, lines of text below it, and the result to show to who wants to see more; None where there is none."""

    title: str
    body: str
    node: HistoryNode | None = None


def is_worth_telling(job: Job) -> bool:
    """Whether `job` has ended by itself after so long that the user may wait for it elsewhere."""
    began, ended = job.record.created, job.record.ended
    return job.state in (JobState.DONE, *FAILURES) and ended is not None and ended - began >= LONG


def notice_of(jobs: Sequence[Job]) -> Notice:
    """What is said of `jobs`, at least one, the oldest first. Why one failed stays in the window: it may name files."""
    nodes = [node for job in jobs for node in job.nodes]
    failed = [job for job in jobs if job.state in FAILURES]
    parts = [plural(len(nodes), "A result is ready", "{n} results are ready")] if nodes else []
    parts += [plural(len(failed), "An edit failed", "{n} edits failed")] if failed else []
    shown = [_line(job) for job in jobs[:LINES]]
    more = len(jobs) - len(shown)
    lines = [*shown, plural(more, "and {n} more", "and {n} more")] if more else shown
    return Notice(". ".join(parts), "\n".join(lines), nodes[-1] if nodes else None)


def _line(job: Job) -> str:
    prompt = _first_words(job.record.recipe.prompt)
    if job.state in FAILURES:
        return tr("“{prompt}”: it failed", prompt=prompt)
    cost = total_of([node.cost for node in job.nodes if node.cost is not None])
    return tr("“{prompt}”: {cost}", prompt=prompt, cost=cost) if cost else tr("“{prompt}”", prompt=prompt)


def _first_words(prompt: str) -> str:
    words = " ".join(prompt.split())
    return words if len(words) <= PROMPT else f"{words[: PROMPT - 1].rsplit(' ', 1)[0]}…"
