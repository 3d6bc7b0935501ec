"""A program that writes into a library: `python -m tests.store.writers FOLDER NAME COUNT`.

With `FOLDER` alone it starts, for each name on its standard input, a process that writes until it is killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from flux_desktop.core.edit import JobState
from flux_desktop.core.job import OrderState
from flux_desktop.core.price import Cost
from flux_desktop.store.library import Library
from tests.store.examples import job, node


def edit(kept: Library, id: str) -> None:
    """All that is written for one edit, with a line on standard output as soon as a step is on the disk."""
    kept.add_job(job(id))
    _say("job", id)
    kept.set_job_state(id, JobState.RUNNING)
    kept.set_order(id, 0, OrderState.ORDERED, {"id": id})
    _say("ordered", id)
    kept.finish_order(id, 0, [node(f"{id}.{index}") for index in range(3)], Cost(1))
    _say("finished", id)
    kept.set_job_state(id, JobState.DONE)


def _say(step: str, id: str) -> None:
    sys.stdout.write(f"{step} {id}\n")
    sys.stdout.flush()


def write(folder: str, name: str, count: int) -> None:
    kept = Library(Path(folder) / "library.sqlite")
    for index in range(count):
        edit(kept, f"{name}{index}")
    kept.close()


def serve(folder: str) -> None:
    """Forking is ten times as quick as starting Python anew."""
    for name in sys.stdin:
        child = os.fork()
        if child == 0:
            write(folder, name.strip(), 1_000_000)
        _say("started", str(child))
        os.waitpid(child, 0)
        _say("stopped", str(child))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        serve(sys.argv[1])
