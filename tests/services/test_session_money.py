"""What the session asks and tells about money."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError, OverBudget
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.price import Cost, Rate
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from tests.services.priced import Quoting, priced_queue
from tests.services.support import picture

SEPIA = Recipe("sepia", "priced", "offline-edit", {"count": 2})


@pytest.fixture
def provider(program: Program) -> Quoting:
    return Quoting(program.queue.provider("offline").link, Rate(1.0, sent=1000.0))


@pytest.fixture
async def session(program: Program, provider: Quoting) -> AsyncIterator[Session]:
    made = replace(program, queue=priced_queue(program, provider)).session()
    yield made
    await made.close()


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  any condition
            await asyncio.sleep(0.002)


class Asked:
    """The questions of a session, and what it found fault with."""

    def __init__(self, session: Session) -> None:
        self.questions: list[OverBudget] = []
        self.answers: list[Callable[[], object]] = []
        self.errors: list[FluxError] = []
        session.asked.connect(self._on_asked)
        session.failed.connect(self.errors.append)

    def _on_asked(self, error: OverBudget, run: Callable[[], object]) -> None:
        self.questions.append(error)
        self.answers.append(run)


@pytest.fixture
def asked(session: Session) -> Asked:
    return Asked(session)


async def opened(session: Session, width: int = 100, height: int = 50) -> HistoryNode:
    session.open_bytes(picture(width, height), "photo.png")
    await until(lambda: session.source is not None and session.source.width == width)
    assert session.source is not None
    return session.source


async def ended(session: Session) -> list[Job]:
    jobs = list(session.queue.jobs.values())
    for job in jobs:
        await job.wait()
    return jobs


async def test_a_soft_budget_asks_before_it_is_exceeded(session: Session, asked: Asked) -> None:
    source = await opened(session)
    session.settings.set("budget_day_soft", 0.5)
    assert session.submit(SEPIA) is None
    assert (session.queue.jobs, asked.errors) == ({}, [])
    (question,) = asked.questions
    assert "$0.50" in question.title
    session.close_picture()  # the question was about the picture that was open then
    asked.answers[0]()
    (job,) = await ended(session)
    assert (job.record.source, len(job.nodes)) == (source.asset, 2)


async def test_a_hard_budget_tells_and_does_not_ask(session: Session, asked: Asked) -> None:
    await opened(session)
    session.settings.set("budget_month_hard", 0.5)
    session.submit(SEPIA)
    assert (asked.questions, session.queue.jobs) == ([], {})
    assert [error.action for error in asked.errors] == ["open_money"]


async def test_variations_ask_once_for_all_of_them(session: Session, asked: Asked, provider: Quoting) -> None:
    provider.charges = Rate(1.0)
    source = await opened(session)
    session.submit(SEPIA)
    (job,) = await ended(session)
    session.settings.set("budget_day_soft", 4.5)
    session.vary(job.nodes[0], 3)
    (question,) = asked.questions
    assert "about $3.00" in question.title
    asked.answers[0]()
    made = [job.nodes[0] for job in (await ended(session))[1:]]
    assert [node.parent for node in made] == [source.id] * 3


async def test_variations_are_priced_with_every_picture_that_goes_in(session: Session, asked: Asked) -> None:
    node = await opened(session)
    session.submit(SEPIA)
    (job,) = await ended(session)
    (first, _) = job.record.orders
    session.vary(job.nodes[0], 1)
    (again, _) = [job.record for job in await ended(session)][::-1]
    assert first.expected == again.orders[0].expected == Cost(1 + 1000 * node.width * node.height / 1e6)


async def test_a_retry_asks(session: Session, asked: Asked, provider: Quoting) -> None:
    await opened(session)
    job = session.submit(SEPIA.with_params(count=1))
    assert job is not None
    job.cancel()
    await job.wait()
    session.settings.set("budget_day_soft", 0.5)
    session.retry(job.id)
    assert (len(asked.questions), provider.uploads) == (1, 0)
    asked.answers[0]()
    await job.wait()
    assert len(job.nodes) == 1


async def test_the_host_is_asked_for_its_price(session: Session, asked: Asked, provider: Quoting) -> None:
    await opened(session)
    provider.answers = [Cost(0.5)]
    told: list[Cost] = []
    session.quote(SEPIA, False, told.append)
    await until(lambda: told)
    assert told == [Cost(0.5)]
    assert session.price(SEPIA.with_seed(7), False) == Cost(0.5)
    assert session.price(SEPIA.with_params(count=1), False) != Cost(0.5)
    job = session.submit(SEPIA)
    assert job is not None
    assert [order.expected for order in job.record.orders] == [Cost(0.25), Cost(0.25)]
    await job.wait()


async def test_a_host_that_does_not_answer_is_passed_over_in_silence(
    session: Session, asked: Asked, provider: Quoting
) -> None:
    await opened(session)
    provider.shut = FluxError("closed")
    told: list[Cost] = []
    session.quote(SEPIA, False, told.append)
    session.quote(Recipe("x", "nobody", "m"), False, told.append)
    await asyncio.sleep(0.01)
    assert (told, asked.errors) == ([], [])


async def test_the_ledger_is_exported(session: Session, asked: Asked, tmp_path: Path) -> None:
    await opened(session)
    session.submit(SEPIA)
    await ended(session)
    counts: list[int] = []
    problems: list[FluxError] = []
    path = tmp_path / "ledger.csv"
    for file in (path, path, tmp_path / "nowhere" / "ledger.csv"):
        session.export_ledger(file, 0.0, counts.append, problems.append)
    await until(lambda: len(counts) == 2 and problems)
    assert (counts, len(path.read_text().splitlines()), asked.errors) == ([2, 2], 3, [])


async def test_how_large_the_pictures_are(session: Session, asked: Asked) -> None:
    await opened(session)
    assert session.megapixels(SEPIA, False) == ([0.005], [1.0, 1.0])
    assert session.megapixels(Recipe("x", "priced", "offline-generate"), True) == ([], [1.0])
