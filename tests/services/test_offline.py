"""A computer that sleeps, or is offline, while an edit is on its way: it is collected afterwards, ordered but once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import ClassVar

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, JobState, Report, Ticket
from flux_desktop.core.errors import Unreachable
from flux_desktop.providers.offline import Offline
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import OFFLINE, Job
from tests.services.support import offline, record


class Far(Offline):
    """A provider that is reached by a network; its results are those of `offline`."""

    repeatable: ClassVar[bool] = False
    orders_made = 0
    asked = 0
    reached = asyncio.Event()

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        self.orders_made += 1
        return await super().start(request, report)

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        self.asked += 1
        if not self.reached.is_set():
            raise Unreachable("Far: no connection.")
        return await super().collect(ticket, report)


@pytest.fixture
def far(program: Program) -> Far:
    near = program.queue.provider("offline")
    made = Far(replace(near.link, base_url="https://far.invalid"))
    made.reached = asyncio.Event()
    program.queue._providers["offline"] = made  # type: ignore[index]  # a dict, though declared as a mapping
    return made


async def noted(program: Program, job: Job) -> None:
    """Until the job says that the computer is offline."""
    said = asyncio.Event()
    program.queue.job_changed.connect(lambda changed: said.set() if OFFLINE in changed.record.notes else None)
    if OFFLINE not in job.record.notes:
        await asyncio.wait_for(said.wait(), 5)


async def test_it_goes_on_by_itself_when_the_connection_is_back(program: Program, far: Far) -> None:
    program.queue.connection.set_online(False)
    job = offline(program)
    await noted(program, job)
    assert not job.state.ended
    far.reached.set()
    program.queue.connection.set_online(True)
    await job.wait()
    assert (job.state, far.orders_made, far.asked) == (JobState.DONE, 1, 2)
    assert OFFLINE not in record(program, job).notes, "it is true no more"


async def test_online_it_fails_as_ever_and_can_be_retried(program: Program, far: Far) -> None:
    job = offline(program)
    await job.wait()
    assert (job.state, far.asked) == (JobState.FAILED, 1)
    far.reached.set()
    program.queue.retry(job.id)
    await job.wait()
    assert (job.state, far.orders_made) == (JobState.DONE, 1)


async def test_it_can_be_cancelled_while_it_waits(program: Program, far: Far) -> None:
    program.queue.connection.set_online(False)
    job = offline(program)
    await noted(program, job)
    job.cancel()
    await job.wait()
    assert (job.state, far.orders_made) == (JobState.CANCELLED, 1)
    assert OFFLINE not in record(program, job).notes, "it does not go on by itself"


async def test_the_end_of_the_program_leaves_it_to_the_next_start(program: Program, far: Far) -> None:
    program.queue.connection.set_online(False)
    job = offline(program)
    await noted(program, job)
    await program.queue.close()
    assert not record(program, job).state.ended
    assert far.orders_made == 1
