"""Stars, ratings and notes stay; what is deleted can come back until the trash is emptied, and then it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.job import OrderState
from flux_desktop.store.library import Library
from tests.store.examples import job, library, node


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Library]:
    opened = library(tmp_path)
    yield opened
    opened.close()


def ids(kept: Library) -> list[str]:
    return kept.result_ids()


def test_marks_stay_and_leave_each_other_alone(tmp_path: Path, kept: Library) -> None:
    kept.add_nodes([node("a"), node("b")])
    kept.mark(["a", "b", "lost"], starred=True)
    kept.mark(["a"], rating=4, note="the client's choice")
    kept.mark(["b"], exported=True)
    kept.mark(["b"])
    kept.close()
    again = library(tmp_path)
    assert again.nodes(["a", "b"]) == [
        node("a", starred=True, rating=4, note="the client's choice"),
        node("b", starred=True, exported=True),
    ]
    again.mark(["a"], starred=False, rating=0, note="")
    assert again.node("a") == node("a")
    again.close()


def test_a_note_is_found_by_its_words(kept: Library) -> None:
    kept.add_nodes([node("a"), node("b")])
    kept.mark(["b"], note="sent to Müller")
    assert kept.search("muller") == ["b"]
    kept.mark(["b"], note="")
    assert kept.search("muller") == []


def test_what_is_deleted_comes_back_with_everything(kept: Library) -> None:
    kept.add_nodes([node("a", starred=True, note="x"), node("b")])
    kept.trash(["a"], 5.0)
    assert (ids(kept), kept.count_results(), kept.trashed_ids()) == (["b"], 1, ["a"])
    kept.trash(["a", "b"], 9.0)
    assert kept.node("a") == node("a", starred=True, note="x", trashed=5.0)  # since when it is there does not change
    assert kept.trashed_ids() == ["a", "b"]
    kept.restore(["a", "b"])
    assert (ids(kept), kept.node("a")) == (["b", "a"], node("a", starred=True, note="x"))


def test_emptying_forgets_the_trash_and_nothing_else(kept: Library) -> None:
    kept.add_nodes([node("a", asset="1" * 64), node("b", asset="2" * 64), node("c", asset="3" * 64)])
    kept.trash(["a", "b"], 1.0)
    assert kept.purge(["a", "c"]) == ["1" * 64]
    assert kept.node("a") is None
    assert (ids(kept), kept.trashed_ids()) == (["c"], ["b"])
    assert kept.search("jacket") == ["c"]


def test_what_others_were_made_from_stays_as_long_as_they_do(kept: Library) -> None:
    kept.add_nodes([node("a", asset="1" * 64), node("b", parent="a", asset="2" * 64)])
    kept.trash(["a"], 1.0)
    assert kept.purge(["a"]) == []
    assert kept.node("a") is not None
    kept.trash(["b"], 2.0)
    assert kept.purge(["a", "b"]) == ["1" * 64, "2" * 64]
    assert kept.nodes(["a", "b"]) == []


@pytest.mark.parametrize(
    "other",
    [
        node("b", asset="1" * 64),
        node("b", asset="2" * 64, references=("1" * 64,)),
        node("b", asset="2" * 64, mask="1" * 64),
    ],
    ids=["the same picture", "a reference", "a mask"],
)
def test_an_asset_that_something_needs_is_not_given_up(kept: Library, other: object) -> None:
    kept.add_nodes([node("a", asset="1" * 64), other])  # type: ignore[list-item]
    kept.trash(["a"], 1.0)
    assert kept.purge(["a"]) == []
    assert "1" * 64 in kept.needed_assets()


def test_references_and_masks_go_with_the_last_node_that_used_them(kept: Library) -> None:
    kept.add_node(node("a", asset="1" * 64, references=("2" * 64,), mask="3" * 64))
    kept.trash(["a"], 1.0)
    assert kept.purge(["a"]) == ["1" * 64, "2" * 64, "3" * 64]


@pytest.mark.parametrize(("state", "given_up"), [(JobState.FAILED, []), (JobState.DONE, ["1" * 64])])
def test_a_job_that_may_run_again_keeps_its_pictures(kept: Library, state: JobState, given_up: list[str]) -> None:
    kept.add_node(node("a", asset="1" * 64))
    kept.add_job(job("j", source="1" * 64))
    kept.set_job_state("j", state)
    kept.trash(["a"], 1.0)
    assert kept.purge(["a"]) == given_up


@pytest.mark.parametrize(
    ("state", "order", "stays"),
    [
        (JobState.RUNNING, OrderState.NEW, True),
        (JobState.UNKNOWN, OrderState.UNKNOWN, True),
        (JobState.FAILED, OrderState.ORDERED, True),
        (JobState.FAILED, OrderState.FAILED, False),
        (JobState.DONE, OrderState.DONE, False),
    ],
)
def test_what_a_job_grows_from_stays_until_it_has_ended(
    kept: Library, state: JobState, order: OrderState, stays: bool
) -> None:
    kept.add_node(node("a"))
    kept.add_job(job("j", parent="a"))
    kept.set_job_state("j", state)
    kept.set_order("j", 0, order)
    kept.trash(["a"], 1.0)
    kept.purge(["a"])
    assert (kept.node("a") is not None) is stays


def test_what_keeps_a_node(kept: Library) -> None:
    kept.add_nodes([node("a"), node("b", parent="a"), node("c", parent="a"), node("d", parent="c")])
    kept.add_job(job("j", parent="b"))
    assert kept.kept_by(["a", "b", "d"]) == {"a": 2, "b": 1}


def test_what_is_needed_besides_some_nodes(kept: Library) -> None:
    kept.add_nodes([node("a", asset="1" * 64), node("b", asset="2" * 64, mask="3" * 64), node("c", asset="1" * 64)])
    assert kept.needed_assets(but=["b"]) == {"1" * 64}
    assert kept.needed_assets(but=["a"]) == {"1" * 64, "2" * 64, "3" * 64}
