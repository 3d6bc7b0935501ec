"""Budgets hold: what was spent, what is on its way and what may have been charged counts before anything is sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.edit import EditRequest, JobState, Recipe, Report, Ticket
from flux_desktop.core.errors import OverBudget, Unreachable
from flux_desktop.core.job import Used
from flux_desktop.core.price import Cost, Rate
from flux_desktop.services.assembly import Program
from flux_desktop.services.jobs import Inputs, JobQueue
from flux_desktop.services.money import Budget, Price, began
from tests.services.priced import Priced, at, priced_queue
from tests.services.support import Home, end_of, hosted, offline, record
from tests.simulators.onemin import OneMin


@pytest.fixture
def priced(program: Program) -> Priced:
    return Priced(program.queue.provider("offline").link)


@pytest.fixture
def queue(program: Program, priced: Priced) -> JobQueue:
    return priced_queue(program, priced)


@pytest.fixture(params=["day", "month"])
def period(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def allow(program: Program, **budgets: float) -> None:
    """Set budgets, e.g. `day_hard=2.5`."""
    for name, amount in budgets.items():
        program.settings.set(f"budget_{name}", amount)


# What an edit costs.


async def test_a_host_that_does_not_tell_its_cost_is_estimated(program: Program, queue: JobQueue) -> None:
    job = at(queue, program, count=2)
    assert await end_of(job) is JobState.DONE
    assert [order.expected for order in record(program, job).orders] == [Cost(1.0), Cost(1.0)]
    assert [line.cost for line in program.queue.library.ledger()] == [Cost(1.0), Cost(1.0)]
    assert [node.cost for node in job.nodes] == [Cost(1.0), Cost(1.0)]


async def test_what_the_host_billed_counts_and_not_what_was_expected(program: Program, priced: Priced) -> None:
    priced.bills = Cost(0.25, kind="billed")
    job = at(priced_queue(program, priced), program)
    await job.wait()
    assert [line.cost for line in program.queue.library.ledger()] == [Cost(0.25, kind="billed")]
    assert job.nodes[0].cost == Cost(0.25, kind="billed")
    assert program.queue.money.budgets()[0].used == Used(0.25)


async def test_the_pictures_that_go_in_are_part_of_the_price(program: Program, priced: Priced) -> None:
    priced.charges = Rate(1.0, sent=100.0)
    job = at(priced_queue(program, priced), program)
    (order,) = job.record.orders
    assert order.expected == Cost(pytest.approx(1.0 + 100 * 48 * 32 / 1e6))  # type: ignore[arg-type]
    await job.wait()


async def test_where_no_price_is_known_nothing_is_entered(program: Program, priced: Priced) -> None:
    priced.charges = None
    job = at(priced_queue(program, priced), program)
    await job.wait()
    assert (job.nodes[0].cost, program.queue.library.ledger()) == (None, [])


# The hard budget.


async def test_the_hard_budget_refuses_before_anything_is_written_or_sent(
    program: Program, queue: JobQueue, priced: Priced, period: str
) -> None:
    allow(program, **{f"{period}_hard": 1.5})
    assert await end_of(at(queue, program)) is JobState.DONE
    with pytest.raises(OverBudget, match=r"\$1\.00 of .* budget of \$1\.50 is used, and this would cost about \$1\.00"):
        at(queue, program, approved=True)
    assert (len(queue.jobs), len(program.queue.library.jobs()), priced.uploads) == (1, 1, 1)


async def test_a_budget_may_be_used_up_to_the_last_cent(program: Program, priced: Priced) -> None:
    priced.charges = Rate(0.1)
    queue = priced_queue(program, priced)
    allow(program, day_hard=0.3)
    for _ in range(3):
        assert await end_of(at(queue, program)) is JobState.DONE
    with pytest.raises(OverBudget):
        at(queue, program)


async def test_all_pictures_of_an_edit_count(program: Program, queue: JobQueue) -> None:
    allow(program, day_hard=2.5)
    with pytest.raises(OverBudget, match=r"about \$3\.00"):
        at(queue, program, count=3)
    assert await end_of(at(queue, program, count=2)) is JobState.DONE


async def test_what_is_free_is_never_refused(program: Program, queue: JobQueue) -> None:
    allow(program, day_hard=1, month_soft=1)
    await at(queue, program).wait()
    assert await end_of(offline(program)) is JobState.DONE


async def test_an_unknown_price_is_allowed_until_the_budget_is_reached(
    program: Program, queue: JobQueue, priced: Priced, host: OneMin
) -> None:
    allow(program, day_hard=1)
    assert await end_of(hosted(program)) is JobState.DONE
    await at(queue, program).wait()
    with pytest.raises(OverBudget, match="what this costs is not known"):
        hosted(program)
    assert len(host.orders) == 1


async def test_credits_are_no_dollars(program: Program, priced: Priced) -> None:
    priced.bills = Cost(5000, "credits", "billed")
    queue = priced_queue(program, priced)
    allow(program, day_hard=1.5)
    await at(queue, program).wait()
    assert program.queue.money.budgets()[0].used.total == 0


async def test_jobs_on_their_way_count_even_before_they_are_written(
    program: Program, queue: JobQueue, priced: Priced
) -> None:
    allow(program, day_hard=2)
    priced.gate.clear()
    jobs = [at(queue, program), at(queue, program)]
    with pytest.raises(OverBudget):
        at(queue, program)
    assert queue.library.jobs() == []
    await asyncio.sleep(0)
    priced.gate.set()
    assert [await end_of(job) for job in jobs] == [JobState.DONE] * 2, [job.error for job in jobs]


async def test_what_another_process_has_accepted_counts(home: Home, program: Program, priced: Priced) -> None:
    other = home.start()
    for one in (program, other):
        allow(one, day_hard=1)
    priced.gate.clear()
    job = at(priced_queue(program, priced), program)
    await uploaded(priced)
    with pytest.raises(OverBudget):
        at(priced_queue(other, Priced(priced.link)), other)
    priced.gate.set()
    assert await end_of(job) is JobState.DONE


async def test_two_processes_do_not_both_spend_the_last_dollar(home: Home, program: Program) -> None:
    programs = [program, home.start()]
    providers = [Priced(one.queue.provider("offline").link) for one in programs]
    jobs = []
    for one, provider in zip(programs, providers, strict=True):
        provider.gate.clear()
        jobs.append(at(priced_queue(one, provider), one))
        allow(one, day_hard=1)
    for provider in providers:
        await uploaded(provider)
    for provider in providers:
        provider.gate.set()
    assert sorted([await end_of(job) for job in jobs]) == [JobState.DONE, JobState.FAILED]
    assert program.queue.library.spent() == {"USD": 1.0}


async def uploaded(provider: Priced, count: int = 1) -> None:
    while provider.uploads < count:  # noqa: ASYNC110  # it counts where it waits
        await asyncio.sleep(0.001)


async def test_an_order_is_checked_again_when_its_turn_comes(program: Program, queue: JobQueue, priced: Priced) -> None:
    priced.gate.clear()
    job = at(queue, program, count=3)
    await uploaded(priced)
    allow(program, day_hard=1)
    priced.gate.set()
    assert await end_of(job) is JobState.FAILED
    assert isinstance(job.error, OverBudget)
    assert ("not ordered" in job.error.hint, job.error.action) == (True, "open_money")
    assert (len(job.nodes), priced.uploads, priced.orders_made) == (1, 1, 1)
    assert [order.state for order in record(program, job).orders] == ["done", "failed", "new"]
    with pytest.raises(OverBudget, match=r"about \$2\.00"):
        queue.retry(job.id)
    assert job.state is JobState.FAILED
    allow(program, day_hard=0)
    queue.retry(job.id)
    assert await end_of(job) is JobState.DONE
    assert (len(job.nodes), priced.orders_made) == (3, 3)


async def test_a_job_of_an_earlier_process_is_checked_too(home: Home, program: Program, priced: Priced) -> None:
    priced.gate.clear()
    queue = priced_queue(program, priced)
    at(queue, program)
    await uploaded(priced)
    await queue.close(grace=0)
    program = await home.restart(program)
    allow(program, day_hard=0.5)
    later = Priced(priced.link)
    (job,) = priced_queue(program, later).resume()
    assert await end_of(job) is JobState.FAILED
    assert isinstance(job.error, OverBudget)
    assert later.uploads == 0


class Lost(Priced):
    """Nobody knows what became of the order."""

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        await super().start(request, report)
        raise ConnectionResetError("the line is dead")


@pytest.mark.expected_log
async def test_what_may_have_been_charged_counts(program: Program, priced: Priced) -> None:
    lost = Lost(priced.link)
    queue = priced_queue(program, lost)
    allow(program, day_hard=1.5)
    job = at(queue, program)
    assert await end_of(job) is JobState.UNKNOWN
    assert program.queue.library.ledger() == []
    with pytest.raises(OverBudget, match=r"\$1\.00 of"):
        at(queue, program)
    queue.dismiss(job.id)
    with pytest.raises(OverBudget):
        at(queue, program)


async def test_what_was_paid_and_could_not_be_fetched_counts(program: Program, priced: Priced, home: Home) -> None:
    queue = priced_queue(program, priced)
    allow(program, day_hard=1.5)
    with home.refusing("UPDATE OF state ON orders WHEN new.state = 'done'"):
        job = at(queue, program)
        assert await end_of(job) is JobState.FAILED
    with pytest.raises(OverBudget):
        at(queue, program)
    queue.retry(job.id)  # costs nothing more
    assert await end_of(job) is JobState.DONE
    assert priced.orders_made == 1


class Away(Priced):
    """Cannot be reached."""

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        raise Unreachable("Nobody is there.")


async def test_what_was_never_ordered_does_not_count(program: Program, priced: Priced) -> None:
    away = Away(priced.link)
    queue = priced_queue(program, away)
    allow(program, day_hard=1)
    assert await end_of(at(queue, program)) is JobState.FAILED
    cancelled = at(queue, program)
    cancelled.cancel()
    assert await end_of(cancelled) is JobState.CANCELLED
    assert program.queue.money.budgets()[0].used.total == 0


async def test_a_waiting_job_that_was_accepted_does_not_stop_another(
    program: Program, queue: JobQueue, priced: Priced
) -> None:
    """Of three that were accepted under a budget that shrank, those are ordered that it still allows."""
    priced.gate.clear()
    jobs = [at(queue, program) for _ in range(3)]
    await uploaded(priced, 3)
    allow(program, day_hard=2)
    priced.gate.set()
    assert sorted([await end_of(job) for job in jobs]) == [JobState.DONE, JobState.DONE, JobState.FAILED]


# The soft budget.


async def test_the_soft_budget_asks(program: Program, queue: JobQueue, priced: Priced, period: str) -> None:
    allow(program, **{f"{period}_soft": 0.5})
    with pytest.raises(OverBudget) as caught:
        at(queue, program)
    assert caught.value.asks
    assert queue.library.jobs() == []
    assert await end_of(at(queue, program, approved=True)) is JobState.DONE


async def test_the_hard_budget_is_beyond_approval(program: Program, queue: JobQueue) -> None:
    allow(program, day_soft=0.2, day_hard=0.5)
    with pytest.raises(OverBudget) as caught:
        at(queue, program, approved=True)
    assert not caught.value.asks


async def test_an_unknown_price_asks_once_the_budget_is_reached(program: Program, queue: JobQueue) -> None:
    allow(program, day_soft=1)
    assert await end_of(hosted(program)) is JobState.DONE
    await at(queue, program).wait()
    with pytest.raises(OverBudget) as caught:
        hosted(program)
    assert caught.value.asks


async def test_a_retry_asks_too(program: Program, priced: Priced) -> None:
    away = Away(priced.link)
    queue = priced_queue(program, away)
    job = at(queue, program)
    await job.wait()
    allow(program, day_soft=0.5)
    with pytest.raises(OverBudget) as caught:
        queue.retry(job.id)
    assert caught.value.asks
    queue.retry(job.id, approved=True)
    await job.wait()
    assert isinstance(job.error, Unreachable)


async def test_several_edits_are_accepted_together_or_not_at_all(program: Program, queue: JobQueue) -> None:
    recipe = Recipe("sunset gradient", "priced", "offline-generate")
    allow(program, day_hard=2)
    with pytest.raises(OverBudget, match=r"about \$3\.00"):
        queue.submit_all([recipe] * 3, Inputs())
    assert queue.jobs == {}
    for job in queue.submit_all([recipe] * 2, Inputs()):
        assert await end_of(job) is JobState.DONE


# Days, months and sums.


@pytest.fixture
def clock_of() -> Iterator[Callable[[str], None]]:
    """Puts the clock on the wall of another place."""
    with pytest.MonkeyPatch.context() as patch:

        def hang(zone: str) -> None:
            patch.setenv("TZ", zone)
            time.tzset()

        yield hang
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
def test_days_and_months_begin_by_the_clock_on_the_wall(clock_of: Callable[[str], None], zone: str) -> None:
    clock_of(zone)
    now = datetime(2026, 3, 29, 15, 30).timestamp()
    assert datetime.fromtimestamp(began("day", now)) == datetime(2026, 3, 29)
    assert datetime.fromtimestamp(began("month", now)) == datetime(2026, 3, 1)


def test_a_day_begins_once_where_clocks_are_put_back(clock_of: Callable[[str], None]) -> None:
    clock_of("Europe/Berlin")
    second = datetime(2026, 10, 25, 2, 30, fold=1).timestamp()
    assert (second - began("day", second)) / 3600 == 3.5


@given(st.floats(0, 100), st.floats(0, 10), st.floats(0.01, 100))
def test_a_limit_is_exceeded_by_what_goes_beyond_it(used: float, price: float, limit: float) -> None:
    budget = Budget("day", 0, limit, Used(used))
    beyond = price > 0 and used + price > limit + 1e-6
    assert budget.is_exceeded(limit, Price(price, True)) is beyond
    assert not budget.is_exceeded(0, Price(price, True))


def test_what_several_cost_together() -> None:
    assert Price.of([Cost(1), Cost(0.5, kind="billed"), Cost(3, "credits"), Cost(-1)]) == Price(1.5, True)
    assert Price.of([Cost(1), None]) == Price(1, False)
    assert Price.of([]) == Price(0, True)
