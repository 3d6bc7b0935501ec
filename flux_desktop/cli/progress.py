"""A job's stage as a progress bar on a terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.jobs import JobQueue

__all__ = ["show_progress"]


@contextlib.contextmanager
def show_progress(job: Job, queue: JobQueue, *, quiet: bool = False) -> Iterator[None]:
    """While inside, standard error shows how far `job` is; nothing where that is not a terminal."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from tqdm import tqdm

    bar = tqdm(total=100, desc=job.state.value, leave=False, bar_format="{desc:<12} {bar} {elapsed}")

    def follow(changed: Job) -> None:
        if changed is job:
            bar.set_description_str(job.state.value, refresh=False)
            bar.n = round(100 * (job.progress or 0))
            bar.refresh()

    queue.job_changed.connect(follow)
    try:
        yield
    finally:
        queue.job_changed.disconnect(follow)
        bar.close()
