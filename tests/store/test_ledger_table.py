"""The ledger adds up, and so does what counts against a budget beside it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import OverBudget
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState, SpendingSum, Used
from flux_desktop.core.price import Cost
from flux_desktop.store.ledger_table import enter_into_ledger, sums_since, used_since
from flux_desktop.store.library import Library
from tests.store.examples import RECIPE, job, library, node

DAY = 86_400.0


@pytest.fixture
def kept(tmp_path: Path) -> Library:
    return library(tmp_path)


DOLLAR = Cost(1.0)


def order(state: OrderState, expected: Cost | None = DOLLAR, index: int = 0) -> OrderRecord:
    return OrderRecord(index, RECIPE, state, expected=expected)


def with_orders(id: str, *orders: OrderRecord, **changes: Any) -> JobRecord:
    return replace(job(id), orders=orders, **changes)


def test_spent_is_the_sum_of_each_currency(kept: Library) -> None:
    before = time.time()
    paid = [Cost(0.25), Cost(0.5, kind="billed"), Cost(30, "credits", "billed"), None]
    kept.add_job(job("a", orders=len(paid)))
    for index, cost in enumerate(paid):
        kept.finish_order("a", index, [node(f"n{index}")], cost)
    assert kept.spent() == {"USD": 0.75, "credits": 30.0}
    assert kept.spent(before) == kept.spent()
    assert kept.spent(time.time() + 10) == {}
    assert [line.cost for line in kept.ledger()] == paid[:3]
    assert kept.ledger(time.time() + 10) == []
    assert kept.ledger()[0].at == pytest.approx(before, abs=60)
    kept.close()


# Sums.


def entered(kept: Library, *lines: tuple[str, str, Cost, float]) -> None:
    """Lines of the ledger: provider, model, cost and the moment."""

    def enter(connection: sqlite3.Connection) -> None:
        for index, (provider, model, cost, at) in enumerate(lines):
            enter_into_ledger(connection, "job", index, Recipe("x", provider, model), cost)
            connection.execute("UPDATE ledger SET at = ? WHERE position = ?", (at, index))

    with closing(sqlite3.connect(kept.path)) as connection, connection:
        enter(connection)


def test_the_ledger_is_added_up_by_day_provider_and_model(kept: Library) -> None:
    monday, tuesday = datetime(2026, 3, 2, 23, 59).timestamp(), datetime(2026, 3, 3, 0, 1).timestamp()
    entered(
        kept,
        ("bfl", "pro", Cost(0.25, kind="billed"), monday),
        ("bfl", "pro", Cost(0.5), monday),
        ("bfl", "max", Cost(1.0), tuesday),
        ("onemin", "pro", Cost(900, "credits", "billed"), tuesday),
    )
    first, second, third = kept.spending()
    assert first == SpendingSum("2026-03-03", "bfl", "max", "USD", 0.0, 1.0, 1)
    assert second == SpendingSum("2026-03-03", "onemin", "pro", "credits", 900.0, 0.0, 1)
    assert third == SpendingSum("2026-03-02", "bfl", "pro", "USD", 0.25, 0.5, 2)
    assert kept.spending(tuesday) == [first, second]
    assert kept.spending(by=["provider"]) == [
        SpendingSum("", "bfl", "", "USD", 0.25, 1.5, 3),
        SpendingSum("", "onemin", "", "credits", 900.0, 0.0, 1),
    ]
    assert [(line.model, line.currency, line.orders) for line in kept.spending(by=["model"])] == [
        ("max", "USD", 1), ("pro", "USD", 2), ("pro", "credits", 1),
    ]  # fmt: skip
    assert [line.day for line in kept.spending(by=["day"])] == ["2026-03-03", "2026-03-03", "2026-03-02"]
    kept.close()


# What is used of a budget.


@pytest.mark.parametrize(
    ("state", "ended", "orders"),
    [
        (JobState.WAITING, None, ["new", "ordering", "ordered", "unknown"]),
        (JobState.RUNNING, None, ["new", "ordering", "ordered", "unknown"]),
        (JobState.FAILED, DAY * 3, ["ordering", "ordered", "unknown"]),
        (JobState.UNKNOWN, DAY * 3, ["ordering", "ordered", "unknown"]),
        (JobState.CANCELLED, DAY * 3, ["ordering", "ordered", "unknown"]),
        (JobState.CANCELLED, DAY, []),
        (JobState.UNKNOWN, None, []),  # created long ago
    ],
)
def test_what_counts_beside_the_ledger(kept: Library, state: JobState, ended: float | None, orders: list[str]) -> None:
    for number, one in enumerate(OrderState):
        kept.add_job(with_orders(f"{number}", order(one, Cost(2.0**number)), state=state, ended=ended))
    counted = {f"{n}": 2.0**n for n, one in enumerate(OrderState) if one.value in orders}
    assert kept.used(DAY * 2) == [Used(0.0, counted)]
    sent = {id: amount for id, amount in counted.items() if id != "0"}
    assert kept.used(DAY * 2, waiting=False) == [Used(0.0, sent)]
    kept.close()


def test_only_dollars_that_are_expected_count(kept: Library) -> None:
    costs = [None, Cost(5, "credits"), Cost(0.25), Cost(0.5)]
    orders = [order(OrderState.ORDERED, cost, index) for index, cost in enumerate(costs)]
    kept.add_job(with_orders("a", *orders))
    assert kept.used(0)[0].total == 0.75
    assert kept.used(0, but=("a", 3))[0].total == 0.25
    kept.close()


def test_an_order_counts_once(kept: Library) -> None:
    kept.add_job(with_orders("a", order(OrderState.ORDERED)))
    assert kept.used(0) == [Used(0.0, {"a": 1.0})]
    kept.finish_order("a", 0, [node("n")], Cost(0.75, kind="billed"))
    assert kept.used(0, time.time() + 10) == [Used(0.75), Used(0.0)]
    kept.close()


def test_an_order_is_placed_unless_it_is_forbidden(kept: Library) -> None:
    kept.add_job(with_orders("a", order(OrderState.NEW)))
    kept.add_job(with_orders("b", order(OrderState.NEW), order(OrderState.ORDERED, index=1)))
    seen: list[Used] = []

    def forbid(used: list[Used]) -> None:
        seen.extend(used)
        raise OverBudget("no")

    with pytest.raises(OverBudget):
        kept.place_order("a", 0, [0.0], forbid)
    assert seen == [Used(0.0, {"b": 1.0})]
    assert state_of(kept, "a") is OrderState.NEW
    kept.place_order("a", 0, [0.0], lambda used: None)
    assert state_of(kept, "a") is OrderState.ORDERING
    kept.close()


def state_of(kept: Library, id: str) -> OrderState:
    found = kept.job(id)
    assert found is not None
    return found.orders[0].state


# A large ledger.

Ask = Callable[[sqlite3.Connection], object]


@pytest.mark.parametrize(
    ("ask", "steps"),
    [
        (
            lambda c: sums_since(c, 1.0, ("day", "provider", "model")),
            ["SEARCH ledger USING COVERING INDEX ledger_sums"],
        ),
        (
            lambda c: used_since(c, 1.0),
            [
                "SEARCH ledger USING COVERING INDEX ledger_sums",
                "SCAN orders USING INDEX orders_open",
                "SEARCH jobs USING INDEX sqlite_autoindex_jobs",
            ],
        ),
    ],
)
def test_sums_read_an_index_and_no_table(kept: Library, ask: Ask, steps: list[str]) -> None:
    kept.add_job(with_orders("a"))
    asked: list[str] = []
    with closing(sqlite3.connect(kept.path)) as connection:
        connection.set_trace_callback(asked.append)
        ask(connection)
        connection.set_trace_callback(None)
        plan = [row[3] for sql in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    read = [step for step in plan if step.startswith(("SCAN", "SEARCH"))]
    assert len(read) == len(steps)
    assert all(found.startswith(step) for found, step in zip(read, steps, strict=True)), read
    kept.close()
