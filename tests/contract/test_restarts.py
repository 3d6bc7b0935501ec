"""A program that ends at the worst moment, at every host: the next one collects what was paid and orders nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import Program, assemble
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.job import Job
from tests.contract.hosts import HOSTS
from tests.contract.support import Hosted, environment, photo
from tests.simulators.faults import Fault

Restart = Callable[[], Awaitable[Program]]
IN_SEVERAL_CALLS = [host for host in HOSTS if host.polling or host.result]


@pytest.fixture
async def restart(hosted: Hosted, tmp_path: Path) -> AsyncIterator[Restart]:
    """Ends the program as a kill does, where there is one, and starts the next over the same home folder."""
    running: list[Program] = []

    async def end() -> None:
        for program in running:
            await program.queue.close(grace=0)
            await program.close()
        running.clear()

    async def restarted() -> Program:
        await end()
        program = assemble(tmp_path, Settings(), environment(hosted.host, hosted.simulator))
        program.queue.provider(hosted.host.id).catalogue = hosted.provider.catalogue
        running.append(program)
        return program

    yield restarted
    await end()


def submitted(program: Program, hosted: Hosted) -> Job:
    node, _ = program.pictures.open_bytes(photo().data, "photo.png")
    return program.queue.submit(hosted.request().recipe, Inputs.of(node))


async def collected(program: Program, hosted: Hosted) -> None:
    """The next program finds one job, brings its picture, and orders nothing."""
    (job,) = program.queue.resume()
    await job.wait()
    assert job.state is JobState.DONE, job.error
    (node,) = job.nodes
    assert program.pictures.image(node).width == node.width
    assert hosted.count(hosted.host.order) == 1
    assert len(hosted.simulator.orders) == 1
    assert program.queue.resume() == []


@pytest.mark.parametrize("host", IN_SEVERAL_CALLS, ids=lambda host: host.id)
async def test_a_program_that_is_killed_when_it_has_ordered(hosted: Hosted, restart: Restart) -> None:
    polling = hosted.host.polling
    hosted.simulator.fault(Fault(polling.route if polling else hosted.host.result, gate="killed"))
    program = await restart()
    submitted(program, hosted)
    await asyncio.to_thread(hosted.simulator.wait_held, "killed")
    program = await restart()
    hosted.simulator.release("killed")
    await collected(program, hosted)


async def test_a_library_that_takes_nothing_when_the_picture_comes(
    hosted: Hosted, restart: Restart, tmp_path: Path
) -> None:
    program = await restart()
    with refusing(tmp_path / "library.sqlite", "INSERT ON nodes WHEN new.parent IS NOT NULL"):
        job = submitted(program, hosted)
        await job.wait()
    assert job.state is JobState.FAILED
    await collected(await restart(), hosted)


@contextmanager
def refusing(library: Path, event: str) -> Iterator[None]:
    """While inside, the library refuses such a change, as it does on a full disk."""
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"CREATE TRIGGER refuse BEFORE {event} BEGIN SELECT RAISE(ABORT, 'no'); END")
        yield
        connection.execute("DROP TRIGGER refuse")
