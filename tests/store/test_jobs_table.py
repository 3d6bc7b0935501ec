"""A job on disk says at any moment what was ordered, what was paid and who runs it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import Internal
from flux_desktop.core.job import JobRecord, OrderState
from flux_desktop.core.price import Cost
from flux_desktop.store.jobs_table import ENDED_BADLY, UNFINISHED
from flux_desktop.store.library import Library
from tests.store.examples import RECIPE, job, library, node


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Library]:
    opened = library(tmp_path)
    yield opened
    opened.close()


def read(kept: Library, id: str = "a") -> JobRecord:
    found = kept.job(id)
    assert found is not None
    return found


def test_jobs_oldest_first_and_those_on_their_way(kept: Library) -> None:
    for index, state in enumerate(JobState):
        kept.add_job(job(state.value, orders=index % 3, state=state))
    assert [found.id for found in kept.jobs()] == [state.value for state in JobState]
    assert [found.id for found in kept.jobs(unfinished=True)] == [state for state in JobState if not state.ended]
    assert [found.id for found in kept.jobs(limit=2)] == ["cancelled", "unknown"]
    assert kept.jobs(limit=0) == []
    assert [len(found.orders) for found in kept.jobs(limit=3)] == [2, 0, 1]
    assert kept.job("lost") is None


def test_a_state_changes_only_what_is_given(kept: Library) -> None:
    kept.add_job(job("a", owner="me", notes=("made smaller",)))
    kept.set_job_state("a", JobState.UPLOADING, started=3.0)
    kept.set_job_state("a", JobState.FAILED, error={"title": "no"}, seconds={"upload": 0.5}, ended=4.0)
    found = read(kept)
    assert (found.state, found.started, found.ended, found.owner) == (JobState.FAILED, 3.0, 4.0, "")
    assert (found.error, found.seconds, found.notes) == ({"title": "no"}, {"upload": 0.5}, ("made smaller",))


def test_a_job_that_starts_again_has_no_error(kept: Library) -> None:
    kept.add_job(job("a", state=JobState.FAILED, error={"title": "no"}, ended=4.0))
    kept.set_job_state("a", JobState.WAITING, notes=["again"])
    found = read(kept)
    assert (found.error, found.ended, found.notes) == (None, None, ("again",))


def test_a_ticket_stays_until_there_is_a_newer_one(kept: Library) -> None:
    kept.add_job(job("a", orders=2))
    kept.set_order("a", 1, OrderState.ORDERED, {"id": "1"})
    kept.set_order("a", 1, OrderState.UNKNOWN)
    assert [order.ticket for order in read(kept).orders] == [None, {"id": "1"}]
    assert [order.state for order in read(kept).orders] == [OrderState.NEW, OrderState.UNKNOWN]


def test_what_is_not_there_cannot_be_changed(kept: Library) -> None:
    with pytest.raises(Internal):
        kept.set_job_state("a", JobState.DONE)
    with pytest.raises(Internal):
        kept.set_order("a", 0, OrderState.ORDERED)


def test_finishing_an_order_is_one_step(kept: Library) -> None:
    kept.add_job(job("a", orders=2))
    assert kept.finish_order("a", 1, [node("n1"), node("n2")], Cost(0.5, kind="billed"))
    order = read(kept).orders[1]
    assert (order.state, order.nodes) == (OrderState.DONE, ("n1", "n2"))
    assert kept.result_ids() == ["n2", "n1"]
    (line,) = kept.ledger()
    assert (line.job, line.order, line.provider, line.model) == ("a", 1, RECIPE.provider, RECIPE.model)


def test_an_order_is_finished_once(kept: Library) -> None:
    kept.add_job(job("a"))
    assert kept.finish_order("a", 0, [node("n1")], Cost(0.5))
    assert not kept.finish_order("a", 0, [node("n2")], Cost(0.5))
    assert kept.result_ids() == ["n1"]
    assert kept.spent() == {"USD": 0.5}


def test_nothing_of_an_order_is_kept_where_one_part_fails(kept: Library) -> None:
    kept.add_job(job("a"))
    kept.add_node(node("taken"))
    with pytest.raises(Internal):
        kept.finish_order("a", 0, [node("new"), node("taken")], Cost(0.5))
    assert kept.node("new") is None
    assert read(kept).orders[0].state is OrderState.NEW
    assert kept.spent() == {}


def test_images_are_kept_even_where_their_job_was_lost(kept: Library) -> None:
    assert kept.finish_order("lost", 0, [node("n1")], Cost(0.5))
    assert kept.result_ids() == ["n1"]
    assert kept.ledger()[0].provider == "offline"


def test_a_cost_that_is_no_number_does_not_cost_the_images(kept: Library) -> None:
    kept.add_job(job("a"))
    assert kept.finish_order("a", 0, [node("n1")], Cost(float("nan")))
    assert kept.result_ids() == ["n1"]
    assert kept.ledger() == []


def test_one_of_many_takes_a_job_over(tmp_path: Path, kept: Library) -> None:
    kept.add_job(job("a", state=JobState.RUNNING, owner="dead"))
    start, won = threading.Barrier(6), []

    def take(token: str) -> None:
        mine = library(tmp_path)
        start.wait()
        if mine.reopen(job("a", owner=token), JobState.RUNNING, "dead"):
            won.append(token)
        mine.close()

    threads = [threading.Thread(target=take, args=(f"p{index}",)) for index in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [read(kept).owner] == won


def test_a_job_that_goes_on_has_nothing_of_its_last_run(kept: Library) -> None:
    kept.add_job(job("a", orders=2, state=JobState.FAILED, error={"title": "no"}, started=3.0, ended=4.0, notes=("x",)))
    kept.set_order("a", 0, OrderState.ORDERED, {"id": "1"})
    kept.set_order("a", 1, OrderState.FAILED)
    ordered, failed = read(kept).orders
    again = replace(
        read(kept), state=JobState.WAITING, owner="me", orders=(ordered, replace(failed, state=OrderState.NEW))
    )
    assert kept.reopen(again, JobState.FAILED, "")
    found = read(kept)
    assert (found.state, found.owner, found.error) == (JobState.WAITING, "me", None)
    assert (found.started, found.ended, found.notes, found.seconds) == (None, None, (), {})
    assert [(order.state, order.ticket) for order in found.orders] == [
        (OrderState.ORDERED, {"id": "1"}),
        (OrderState.NEW, None),
    ]


def test_a_job_that_went_on_elsewhere_is_left_alone(kept: Library) -> None:
    kept.add_job(job("a", state=JobState.CANCELLED))
    before = read(kept)
    assert not kept.reopen(replace(before, state=JobState.WAITING, owner="me"), JobState.UNKNOWN, "")
    assert not kept.reopen(replace(before, state=JobState.WAITING, owner="me"), JobState.CANCELLED, "other")
    assert not kept.reopen(replace(before, id="lost"), JobState.CANCELLED, "")
    assert read(kept) == before


def test_jobs_that_did_not_end_well(kept: Library) -> None:
    for index, state in enumerate(JobState):
        kept.add_job(job(f"{index} {state}", state=state))
        kept.add_job(job(f"{index} paid {state}", state=state))
        kept.set_order(f"{index} paid {state}", 0, OrderState.ORDERED, {"id": "1"})
    assert [found.id.partition(" ")[2] for found in kept.unsettled()] == ["paid failed", "unknown", "paid unknown"]


def test_a_start_does_not_read_all_jobs(tmp_path: Path, kept: Library) -> None:
    """However many there have been, the few that wait for somebody are found by indexes of their own."""
    kept.unsettled()
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        for sql in (f"SELECT id FROM jobs WHERE {UNFINISHED} ORDER BY seq DESC", ENDED_BADLY):
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert [step for step in plan if step.startswith("SCAN") and "USING" not in step] == []


def test_recent_prompts_newest_first_each_once(kept: Library) -> None:
    for index, prompt in enumerate(["red", "blue", "", "red", "green\ud800"]):
        recipe = RECIPE.from_json({**RECIPE.to_json(), "prompt": prompt})
        kept.add_job(job(str(index), recipe=recipe, state=JobState.FAILED))
    assert kept.recent_prompts(9) == ["green?", "red", "blue"]
    assert kept.recent_prompts(2) == ["green?", "red"]


def test_files_that_were_not_written_are_known(kept: Library) -> None:
    kept.add_job(job("window", state=JobState.DONE))
    for id, state in (("a", JobState.DONE), ("b", JobState.DONE), ("c", JobState.RUNNING)):
        kept.add_job(job(id, state=state, out={"path": f"/\udcff/{id}.png"}))
    kept.set_delivered("a")
    assert [found.id for found in kept.undelivered()] == ["b"]
    assert read(kept).out == {"path": "/\udcff/a.png", "delivered": True}
