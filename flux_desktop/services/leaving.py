"""What would be lost if the program ended now, in sentences; most of what is under way goes on at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flux_desktop.core.job import OrderState
from flux_desktop.core.language import tr

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session

__all__ = ["shortened", "still_waiting", "what_would_be_lost"]

LONGEST = 60
"""Letters of a prompt that are shown."""


def what_would_be_lost(session: Session) -> tuple[str, ...]:
    """A sentence for each thing; () where everything can go on later.

    What waits in the queue is on the disk and starts again; what has a ticket is collected; what costs nothing is made
    anew; files that are being written are finished first. Lost is the answer to an order that holds the result itself:
    nobody can fetch that a second time, though it may be charged. So is an edit that is not in the queue yet.
    """
    queue = session.queue
    answers = (
        tr(
            "{provider} answers “{prompt}” with the result itself: it can't be fetched later, and may be charged.",
            provider=queue.name(job.record.recipe),
            prompt=shortened(job.record.recipe.prompt),
        )
        for job in queue.jobs.values()
        if not job.state.ended and _is_answered_once(job, session)
    )
    return (*answers, *still_waiting(session))


def still_waiting(session: Session) -> tuple[str, ...]:
    """A sentence for each edit that is not in the queue yet: a matter of a moment, mostly."""
    return tuple(
        tr("“{prompt}” still waits for its region, and is not in the queue yet.", prompt=shortened(prompt))
        for prompt in session.waiting.prompts
    )


def _is_answered_once(job: Job, session: Session) -> bool:
    """Whether an order of `job` is on its way to a provider whose only answer is the result."""
    on_its_way = any(order.state is OrderState.ORDERING for order in job.record.orders)
    if not on_its_way:
        return False
    provider = session.queue.provider(job.record.recipe.provider)
    return provider.answers_with_result and not provider.repeatable


def shortened(prompt: str) -> str:
    """As much of a prompt as a sentence can hold."""
    words = " ".join(prompt.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
