"""Jobs at a server on this computer, which costs nothing: cancelled, left behind and forgotten by the server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.job import OrderState
from flux_desktop.services.assembly import Program
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.job import Job
from tests.services.support import Home, end_of, record
from tests.simulators.faults import Fault
from tests.simulators.sdcpp import StableDiffusionCpp as Server

ORDER, POLL = "POST /sdcpp/v1/img_gen", "GET /sdcpp/v1/jobs"


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def server(running: Server, home: Home) -> Server:
    running.reset()
    running.queued = running.generating = 1
    home.environ["FLUX_DESKTOP_SDCPP_URL"] = running.url
    return running


@pytest.fixture
def program(server: Server, home: Home) -> Program:
    return home.start()


def generation(program: Program) -> Job:
    recipe = Recipe("a lake", "sdcpp", "flux-2-klein-4b", {"megapixels": "0.25", "count": 2, "seed": 41})
    return program.queue.submit(recipe, Inputs())


async def test_one_order_makes_several_pictures_for_nothing(program: Program, server: Server) -> None:
    job = generation(program)
    assert await end_of(job) is JobState.DONE
    assert [node.seed for node in job.nodes] == [41, 42]
    assert {str(node.cost) for node in job.nodes if node.cost} == {"free"}
    assert len(server.orders) == 1


async def test_cancelled_while_it_waits_it_is_not_made(program: Program, server: Server) -> None:
    server.fault(Fault(POLL, gate="waiting"))
    job = generation(program)
    await asyncio.to_thread(server.wait_held, "waiting")
    job.cancel()
    await job.wait()
    server.release("waiting")
    assert (job.state, job.record.notes) == (JobState.CANCELLED, ())
    assert [one.state for one in server.jobs.values()] == ["cancelled"]


async def test_cancelled_while_it_is_made_it_can_be_collected(program: Program, server: Server) -> None:
    server.generating = 3
    server.fault(Fault(POLL), Fault(POLL, gate="being made", when="after"))
    job = generation(program)
    await asyncio.to_thread(server.wait_held, "being made")
    job.cancel()
    await job.wait()
    server.release("being made")
    assert job.state is JobState.CANCELLED
    assert job.record.notes == ("It is being made all the same, which costs nothing. Retry collects it.",)
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert len(server.orders) == 1


async def test_cancelled_with_the_order_on_its_way_nothing_is_said_of_charges(program: Program, server: Server) -> None:
    server.fault(Fault(ORDER, gate="on its way", when="after"))
    job = generation(program)
    await asyncio.to_thread(server.wait_held, "on its way")
    job.cancel()
    await job.wait()
    server.release("on its way")
    assert (job.state, job.record.notes) == (JobState.CANCELLED, ())


async def test_an_order_that_got_lost_is_no_mystery(program: Program, server: Server) -> None:
    server.fault(Fault(ORDER, "reset_after"))
    job = generation(program)
    assert await end_of(job) is JobState.FAILED
    assert job.error is not None
    assert (job.error.retryable, job.error.place) == (True, "")
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE


async def test_what_was_on_its_way_at_a_crash_is_made_again(home: Home, program: Program, server: Server) -> None:
    server.fault(Fault(ORDER, gate="crash", when="after"))
    job = generation(program)
    await asyncio.to_thread(server.wait_held, "crash")
    program = await home.restart(program)
    server.release("crash")
    (again,) = program.queue.resume()
    assert again.id == job.id
    assert await end_of(again) is JobState.DONE


async def test_what_a_restarted_server_forgot_is_made_again(home: Home, program: Program, server: Server) -> None:
    server.fault(Fault(POLL, gate="server ends"))
    job = generation(program)
    await asyncio.to_thread(server.wait_held, "server ends")
    server.jobs.clear()
    server.release("server ends")
    assert await end_of(job) is JobState.FAILED
    assert record(program, job).orders[0].state is OrderState.FAILED
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert len(server.orders) == 2
