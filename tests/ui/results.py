"""Results and jobs to show, put into a real library, and how an async test waits for the window."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QWidget

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from tests.ui.panels import thumbnail

__all__ = ["button", "job_in", "opened", "results", "until"]


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Let the window work until `condition` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true"
        await asyncio.sleep(0.005)


def opened(session: Session, name: str = "photo.png") -> HistoryNode:
    """An original in the library; it is not the picture to edit yet."""
    return session.pictures.open_bytes(thumbnail(), name)[0]


def results(session: Session, count: int, root: HistoryNode | None = None, **changes: object) -> list[HistoryNode]:
    """`count` results, oldest first, with the seeds 0, 1, …; generations if there is no `root`."""
    asset = session.pictures.assets.keep(thumbnail())
    now, nodes = time.time(), []
    for seed in range(count):
        id = new_id()
        recipe = Recipe(f"make it {seed}", "offline", "offline-edit", {"seed": seed, "quality": 80})
        node = HistoryNode(
            id=id,
            root=root.id if root else id,
            parent=root.id if root else None,
            asset=asset,
            media_type="image/png",
            width=64,
            height=48,
            created=now - 60 * (count - seed),
            recipe=recipe,
            seed=seed,
        )
        nodes.append(replace(node, **changes))  # type: ignore[arg-type]  # fields of the node
    session.library.add_nodes(nodes)
    return nodes


def job_in(session: Session, state: JobState, error: FluxError | None = None, prompt: str = "black and white") -> Job:
    """A job of the queue that stands in `state` and was never started, so that nothing but the test changes it."""
    recipe, created = Recipe(prompt, "offline", "offline-edit"), time.time()
    order = OrderRecord(0, recipe, OrderState.UNKNOWN if state is JobState.UNKNOWN else OrderState.NEW)
    ended = created + 1.25 if state.ended else None
    record = JobRecord(new_id(), recipe, created, state, started=created, ended=ended, orders=(order,))
    job = Job(record, session.queue)
    job.error = error
    session.library.add_job(record)
    session.queue.jobs[job.id] = job
    session.queue.job_added.emit(job)
    session.queue.job_changed.emit(job)
    return job


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The button of that name below `widget`, which the user can see and press."""
    found = widget.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisibleTo(widget), f"{name} is hidden"
    assert found.isEnabled(), f"{name} is disabled"
    return found
