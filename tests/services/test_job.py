"""The way of one job: its stages, its ends, what a cancel or a fault leaves, and how it goes on."""

from __future__ import annotations

import asyncio
import gc

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, JobState, Output, Recipe, Report, Ticket
from flux_desktop.core.errors import FluxError, NotUnderstood, OutcomeUnknown, ServerFault, Unavailable
from flux_desktop.core.job import OrderState
from flux_desktop.providers.link import Link
from flux_desktop.providers.offline import Offline
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.jobs import Inputs, JobQueue
from tests.services.support import (
    ASSETS,
    FEATURES,
    RESULT,
    Home,
    end_of,
    held,
    hosted,
    offline,
    record,
    states,
    stop_at,
)
from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin

FULL = {"message": "out of order"}


def order_states(program: Program, job: Job) -> list[OrderState]:
    on_disk = [order.state for order in record(program, job).orders]
    assert on_disk == [order.state for order in job.record.orders]
    return on_disk


async def test_it_goes_through_its_stages(program: Program, host: OneMin) -> None:
    job = hosted(program)
    seen = states(program, job)
    assert job.state is JobState.WAITING
    await job.wait()
    assert seen == [JobState.UPLOADING, JobState.RUNNING, JobState.DOWNLOADING, JobState.DONE]
    assert record(program, job).state is JobState.DONE
    assert len(host.orders) == 1
    (node,) = job.nodes
    assert program.queue.library.node(node.id) == node
    assert (node.parent, node.seed, node.job) == (job.record.parent, job.record.recipe.seed, job.id)


async def test_its_time_is_booked_by_stage(program: Program, host: OneMin) -> None:
    host.fault(Fault(RESULT, "slow", seconds=0.01))
    job = hosted(program)
    await job.wait()
    seconds = record(program, job).seconds
    assert set(seconds) == {"upload", "run", "download", "total"}
    assert seconds["download"] >= 0.15
    assert seconds["total"] == pytest.approx(job.elapsed, abs=0.01)
    assert seconds["total"] >= seconds["upload"] + seconds["run"] + seconds["download"] - 0.01


async def test_the_stage_is_on_disk(program: Program, host: OneMin) -> None:
    gate = stop_at(host, FEATURES)
    job = hosted(program)
    await held(host, gate)
    found = record(program, job)
    assert (found.state, found.orders[0].state) == (JobState.RUNNING, OrderState.ORDERING)
    host.release(gate)
    await job.wait()
    assert order_states(program, job) == [OrderState.DONE]


async def test_a_count_is_one_upload_and_an_order_each(program: Program, host: OneMin) -> None:
    job = hosted(program, count=3, seed=7)
    arrived: list[int | None] = []
    program.queue.node_added.connect(lambda node: arrived.append(node.seed))
    await job.wait()
    assert [order["promptObject"]["seed"] for order in host.orders] == [7, 8, 9]
    assert len(host.seen(ASSETS)) == 1
    assert arrived == [node.seed for node in job.nodes] == [7, 8, 9]


async def test_what_was_made_before_a_fault_is_kept_and_not_made_again(program: Program, host: OneMin) -> None:
    job = hosted(program, count=2, seed=7)
    host.fault(Fault(FEATURES), answer(FEATURES, 500, FULL))
    assert await end_of(job) is JobState.FAILED
    assert isinstance(job.error, ServerFault)
    assert [node.seed for node in job.nodes] == [7]
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert job.record.error is None
    assert [order["promptObject"]["seed"] for order in host.orders] == [7, 8]
    assert [node.seed for node in job.nodes] == [7, 8]


async def test_an_ended_job_holds_no_pictures(program: Program) -> None:
    job = offline(program)
    await job.wait()
    (made,) = [program.pictures.assets.load(node.asset) for node in job.nodes]
    gc.collect()
    held_by_others = [found for found in gc.get_objects() if isinstance(found, Output) and found.data == made]
    assert held_by_others == []


async def test_a_failure_says_why_and_is_on_disk(program: Program) -> None:
    job = offline(program, "frobnicate the quux")
    await job.wait()
    assert isinstance(job.error, NotUnderstood)
    found = record(program, job)
    assert (found.state, found.owner, found.error) == (JobState.FAILED, "", job.error.to_json())
    assert order_states(program, job) == [OrderState.FAILED]


async def test_a_retry_of_a_failed_download_orders_nothing(program: Program, host: OneMin) -> None:
    host.fault(answer(RESULT, 404, b"gone"))
    job = hosted(program)
    assert (await end_of(job), job.nodes) == (JobState.FAILED, [])
    assert order_states(program, job) == [OrderState.ORDERED]
    program.queue.retry(job.id)
    assert (job.state, job.error, record(program, job).state) == (JobState.WAITING, None, JobState.WAITING)
    assert await end_of(job) is JobState.DONE
    assert len(host.orders) == 1


async def test_an_answer_that_got_lost_is_unknown_and_repeated_only_by_the_user(program: Program, host: OneMin) -> None:
    host.fault(Fault(FEATURES, "reset_after"))
    job = hosted(program)
    assert await end_of(job) is JobState.UNKNOWN
    assert isinstance(job.error, OutcomeUnknown)
    assert "may have been charged" in job.error.hint
    assert job.error.place == program.queue.provider("onemin").account_url
    kept = record(program, job).error
    assert kept is not None
    assert kept["place"] == job.error.place
    assert order_states(program, job) == [OrderState.UNKNOWN]
    assert len(host.orders) == 1
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert len(host.orders) == 2


# Cancelling.


async def test_cancelled_before_its_first_step(program: Program, host: OneMin) -> None:
    job = hosted(program)
    job.cancel()
    await job.wait()
    assert record(program, job).state is job.state is JobState.CANCELLED
    assert host.arrived == []
    program.queue.retry(job.id)
    assert await end_of(job) is JobState.DONE


async def test_cancelled_while_it_uploads(program: Program, host: OneMin) -> None:
    gate = stop_at(host, ASSETS)
    job = hosted(program)
    await held(host, gate)
    job.cancel()
    job.cancel()
    await job.wait()
    host.release(gate)
    assert record(program, job).state is job.state is JobState.CANCELLED
    assert (job.record.notes, order_states(program, job)) == ((), [OrderState.NEW])
    assert host.orders == []


async def test_cancelled_while_the_order_is_on_its_way(program: Program, host: OneMin) -> None:
    gate = stop_at(host, FEATURES, "after")
    job = hosted(program)
    await held(host, gate)
    job.cancel()
    await job.wait()
    host.release(gate)
    assert job.state is JobState.CANCELLED
    assert order_states(program, job) == [OrderState.UNKNOWN]
    assert record(program, job).notes == job.record.notes
    assert "may still be charged" in job.record.notes[-1]


async def test_cancelled_while_it_downloads_it_can_still_be_collected(program: Program, host: OneMin) -> None:
    gate = stop_at(host, RESULT)
    job = hosted(program)
    await held(host, gate)
    job.cancel()
    await job.wait()
    host.release(gate)
    assert job.state is JobState.CANCELLED
    assert order_states(program, job) == [OrderState.ORDERED]
    assert "Retry collects it" in job.record.notes[-1]
    program.queue.retry(job.id)
    assert (await end_of(job), len(job.nodes), len(host.orders)) == (JobState.DONE, 1, 1)


async def test_a_cancel_after_the_end_changes_nothing(program: Program) -> None:
    job = offline(program)
    await job.wait()
    job.cancel()
    job.stage(JobState.RUNNING, 0.5)
    await asyncio.sleep(0)
    assert record(program, job).state is job.state is JobState.DONE


async def test_cancelled_at_any_moment_it_ends(program: Program) -> None:
    for turns in range(0, 60, 3):
        job = offline(program)
        for _ in range(turns):
            await asyncio.sleep(0)
        job.cancel()
        await job.wait()
        assert job.state in (JobState.CANCELLED, JobState.DONE)
        assert record(program, job).state is job.state
        assert len(job.nodes) == (job.state is JobState.DONE)


# What may go wrong on this side.


async def test_a_picture_that_cannot_be_kept_can_be_collected_later(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, RESULT)
    job = hosted(program)
    await held(host, gate)
    assets = home.folder / "assets"
    assets.rename(home.folder / "elsewhere")
    assets.write_text("in the way")
    host.release(gate)
    assert await end_of(job) is JobState.FAILED
    assert isinstance(job.error, Unavailable)
    assert "paid" in job.error.hint
    assets.unlink()
    (home.folder / "elsewhere").rename(assets)
    program.queue.retry(job.id)
    assert (await end_of(job), len(job.nodes), len(host.orders)) == (JobState.DONE, 1, 1)


@pytest.mark.parametrize(
    ("event", "orders"),
    [
        ("INSERT ON jobs", 0),
        ("UPDATE OF state ON orders WHEN new.state = 'ordering'", 0),
        ("UPDATE OF state ON orders WHEN new.state = 'ordered'", 1),
        ("UPDATE OF state ON orders WHEN new.state = 'done'", 1),
    ],
)
async def test_what_cannot_be_written_is_not_ordered_and_never_twice(
    home: Home, program: Program, host: OneMin, event: str, orders: int
) -> None:
    with home.refusing(event):
        job = hosted(program)
        assert await end_of(job) is JobState.FAILED
    assert job.error is not None
    assert len(host.orders) == orders
    program.queue.retry(job.id)
    await job.wait()
    assert record(program, job).state is job.state is JobState.DONE
    assert (len(job.nodes), len(host.orders)) == (1, 1)


async def test_an_end_that_cannot_be_written_is_found_by_the_next_start(
    home: Home, program: Program, host: OneMin
) -> None:
    with home.refusing("UPDATE OF state ON jobs WHEN new.state = 'done'"):
        job = hosted(program)
        await job.wait()
        assert (job.state, len(job.nodes)) == (JobState.DONE, 1)
    program = await home.restart(program)
    (again,) = program.queue.resume()
    await again.wait()
    assert record(program, again).state is again.state is JobState.DONE
    assert (again.nodes, len(host.orders)) == (job.nodes, 1)


class Faulty(Offline):
    """Fails in our own code, before or after the word that an order is made."""

    id = "faulty"
    repeatable = False
    ordered = True

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        if self.ordered:
            await report.ordering()
        raise ZeroDivisionError("a mistake")


class Ending(Offline):
    """Takes an order; the first is then ended for good."""

    id = "ending"
    ended = False

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        if self.ended:
            return await super().collect(ticket, report)
        self.ended = True
        error = ServerFault("The model crashed.")
        error.over = True
        raise error


async def test_an_order_that_the_provider_ended_is_ordered_anew(program: Program) -> None:
    ending = Ending(program.queue.provider("offline").link)
    queue = JobQueue(
        program.queue.library, program.queue.assets, {"ending": ending}, program.owner, program.queue.money
    )
    job = queue.submit(Recipe("sunset gradient", "ending", "offline-generate"), Inputs())
    assert await end_of(job) is JobState.FAILED
    assert order_states(program, job) == [OrderState.FAILED]
    assert queue.unsettled() == []
    queue.retry(job.id)
    assert await end_of(job) is JobState.DONE


@pytest.mark.expected_log
@pytest.mark.parametrize(
    ("ordered", "state", "order", "code"),
    [(True, JobState.UNKNOWN, OrderState.UNKNOWN, 7), (False, JobState.FAILED, OrderState.FAILED, 70)],
)
async def test_a_fault_of_ours(program: Program, ordered: bool, state: JobState, order: OrderState, code: int) -> None:
    faulty = Faulty(program.queue.provider("offline").link)
    faulty.ordered = ordered
    queue = JobQueue(
        program.queue.library, program.queue.assets, {"faulty": faulty}, program.owner, program.queue.money
    )
    job = queue.submit(Recipe("sunset gradient", "faulty", "offline-generate"), Inputs())
    assert (await end_of(job), order_states(program, job)) == (state, [order])
    assert job.error is not None
    assert job.error.exit_code == code


class Storing(Offline):
    """Stores something for each job, and fails to remove it from one place."""

    id = "storing"
    fault: FluxError | None = None

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.tidied: list[Report] = []

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        if self.fault is not None:
            raise self.fault
        return await super().collect(ticket, report)

    async def tidy(self, report: Report) -> None:
        self.tidied.append(report)
        report.note("One picture is still there.")


@pytest.mark.parametrize(
    ("prompt", "over", "state"),
    [
        ("sunset gradient", None, JobState.DONE),
        ("sunset gradient", True, JobState.FAILED),
        ("?", None, JobState.FAILED),
    ],
)
async def test_what_was_stored_for_it_is_removed_at_its_end(
    program: Program, prompt: str, over: bool | None, state: JobState
) -> None:
    storing = Storing(program.queue.provider("offline").link)
    if over:
        storing.fault = ServerFault("The model crashed.")
        storing.fault.over = True
    queue = JobQueue(
        program.queue.library, program.queue.assets, {"storing": storing}, program.owner, program.queue.money
    )
    job = queue.submit(Recipe(prompt, "storing", "offline-generate", {"count": 2}), Inputs())
    assert await end_of(job) is state
    assert storing.tidied == [job]
    assert record(program, job).notes[-1] == "One picture is still there."
    assert (record(program, job).state, record(program, job).ended) == (state, job.record.ended)


async def test_what_can_still_be_collected_keeps_what_was_stored_for_it(program: Program) -> None:
    storing = Storing(program.queue.provider("offline").link)
    storing.fault = ServerFault("Try later.")
    queue = JobQueue(
        program.queue.library, program.queue.assets, {"storing": storing}, program.owner, program.queue.money
    )
    job = queue.submit(Recipe("sunset gradient", "storing", "offline-generate"), Inputs())
    assert await end_of(job) is JobState.FAILED
    assert storing.tidied == []
    storing.fault = None
    queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert storing.tidied == [job]
