"""The ledger adds up."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from flux_desktop.core.price import Cost
from tests.store.examples import job, library, node


def test_spent_is_the_sum_of_each_currency(tmp_path: Path) -> None:
    kept = library(tmp_path)
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
