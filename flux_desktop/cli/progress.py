"""Jobs' stages as progress bars on a terminal."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.jobs import JobQueue

__all__ = ["progress"]

BAR, CLOCK = "{desc:<12} {bar} {elapsed}", "{desc:<12} {elapsed}"
BEAT = 0.25
"""Seconds after which the clock of a bar goes on although nothing happened."""

MOST = 10
"""Bars at a time."""


@contextlib.asynccontextmanager
async def progress(jobs: Sequence[Job], queue: JobQueue) -> AsyncIterator[None]:
    """While inside, standard error shows how far `jobs` are; nothing where that is not a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from tqdm import tqdm

    bars = {
        job.id: tqdm(
            total=100, desc=job.state.value, position=place, leave=False, bar_format="{desc:<12}{bar}{elapsed}"
        )
        for place, job in enumerate(jobs[:MOST])
    }

    def follow(changed: Job) -> None:
        if (bar := bars.get(changed.id)) is not None:
            _show(bar, changed)

    queue.job_changed.connect(follow)
    beat = asyncio.create_task(_beat(list(bars.values())))
    try:
        yield
    finally:
        beat.cancel()
        queue.job_changed.disconnect(follow)
        for bar in reversed(bars.values()):
            bar.close()


def _show(bar: Any, job: Job) -> None:
    bar.bar_format = BAR if job.progress is not None else CLOCK
    bar.set_description_str(job.state.value, refresh=False)
    bar.n = round(100 * (job.progress or 0))
    bar.refresh()


async def _beat(bars: Sequence[Any]) -> None:
    while True:
        await asyncio.sleep(BEAT)
        for bar in bars:
            bar.refresh()
