"""How far all that is under way is, taken together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.edit import JobState

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.jobs import JobQueue

__all__ = ["Overall", "OverallProgress"]


@dataclass(frozen=True)
class OverallProgress:
    """`share` is 0…1 of all jobs since the queue was last empty; None where no provider tells how far it is.

    `running` jobs have not ended yet; `failed` says that one of the others has no result.
    """

    share: float | None = None
    running: int = 0
    failed: bool = False


class Overall:
    """Counts the jobs of `queue`. A job that ends leaves the count only when all have ended, so nothing goes back."""

    def __init__(self, queue: JobQueue) -> None:
        self._jobs: dict[str, Job] = {}
        self._queue = queue

    def now(self) -> OverallProgress:
        """As it stands."""
        running = {id: job for id, job in self._queue.jobs.items() if not job.state.ended}
        if not running:
            self._jobs.clear()
            return OverallProgress()
        self._jobs.update(running)
        jobs = list(self._jobs.values())
        told = len(jobs) > len(running) or any(job.progress is not None for job in running.values())
        share = sum(1.0 if job.state.ended else job.progress or 0.0 for job in jobs) / len(jobs)
        failed = any(job.state in (JobState.FAILED, JobState.UNKNOWN) for job in jobs)
        return OverallProgress(share if told else None, len(running), failed)
