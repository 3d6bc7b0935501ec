"""Every value comes back as it was kept, also from the disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord
from flux_desktop.store.rows import Damaged, job_of, job_row, node_of, node_row, order_of, order_row, plain, spending_of
from tests.store.examples import job, jobs, library, node, nodes


@settings(max_examples=50, deadline=None)
@given(nodes)
def test_a_node_comes_back(kept: HistoryNode) -> None:
    back = node_of(node_row(kept))
    assert (back, back.change) == (kept, kept.change)


@settings(max_examples=40, deadline=None)
@given(jobs)
def test_a_job_comes_back(kept: JobRecord) -> None:
    assert job_of(job_row(kept), kept.orders) == kept


@settings(max_examples=6, deadline=None)
@given(
    st.lists(nodes, unique_by=lambda node: node.id, max_size=5),
    st.lists(jobs, unique_by=lambda job: job.id, max_size=3),
)
def test_all_come_back_from_the_disk(some_nodes: list[HistoryNode], some_jobs: list[JobRecord]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = library(Path(folder))
        kept.add_nodes(some_nodes)
        for one in some_jobs:
            kept.add_job(one)
        kept.close()
        assert kept.nodes([one.id for one in some_nodes]) == some_nodes
        assert kept.jobs() == some_jobs
        assert kept.problems == ()
        kept.close()


def test_seed_zero_is_a_seed() -> None:
    assert node_of(node_row(node("a", seed=0))).seed == 0


@pytest.mark.parametrize(
    ("column", "value"),
    [(0, None), (1, b"x"), (5, "wide"), (7, None), (9, "{"), (9, "[]"), (12, "{}}"), (12, '{"references": "a"}')],
)
def test_a_damaged_node_is_told_from_a_whole_one(column: int, value: object) -> None:
    row = list(node_row(node("a")))
    row[column] = value
    with pytest.raises(Damaged):
        node_of(row)


@pytest.mark.parametrize(("column", "value"), [(4, "asleep"), (9, "7"), (14, '[["a"]]'), (15, '{"run": "long"}')])
def test_a_damaged_job_is_told_from_a_whole_one(column: int, value: object) -> None:
    row = list(job_row(job("a")))
    row[column] = value
    with pytest.raises(Damaged):
        job_of(row)


def test_damaged_orders_and_spendings_are_told() -> None:
    with pytest.raises(Damaged):
        order_of(("job", 0, "{}", "new", None, "[]", None))
    with pytest.raises(Damaged):
        order_of((*order_row("job", job("a").orders[0])[:6], '{"amount": "much"}'))
    with pytest.raises(Damaged):
        spending_of(("job", 0, "p", "m", "much", "USD", "billed", 1.0))


@given(st.text(st.characters()))
def test_plain_text_can_always_be_stored(text: str) -> None:
    assert "\0" not in plain(text)
    plain(text).encode()
