"""The ledger for a spreadsheet: whole, exact and harmless."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.errors import FileProblem, OutputExists
from flux_desktop.core.job import Spending
from flux_desktop.core.price import Cost
from flux_desktop.services.spending import COLUMNS, as_csv, export_ledger
from tests.store.examples import job, library, node


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
lines = st.builds(
    Spending,
    job=words,
    order=st.just(0),
    provider=words,
    model=words,
    cost=st.builds(Cost, st.floats(-1e6, 1e6), words, st.sampled_from(["estimated", "billed"])),
    at=st.floats(0, 4e9),
)


@given(st.lists(lines, max_size=4))
def test_every_line_is_there_and_no_cell_is_a_formula(kept: list[Spending]) -> None:
    heading, *found = rows(as_csv(kept))
    assert tuple(heading) == COLUMNS
    assert len(found) == len(kept)
    for row, line in zip(found, kept, strict=True):
        at, provider, model, amount, currency, kind, id = row
        assert datetime.fromisoformat(at).timestamp() == pytest.approx(line.at, abs=1)
        assert float(amount) == line.cost.amount
        assert kind == line.cost.kind
        for cell, told in (
            (provider, line.provider),
            (model, line.model),
            (currency, line.cost.currency),
            (id, line.job),
        ):
            assert cell.removeprefix("'") == told.removeprefix("'")
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_number_has_all_its_digits_and_no_exponent() -> None:
    line = Spending("j", 0, "bfl", "=HYPERLINK(1)", Cost(0.00001234), 1.0)
    _, row = rows(as_csv([line]))
    assert (row[3], row[2]) == ("0.00001234", "'=HYPERLINK(1)")


def test_the_file_is_written_once_and_whole(tmp_path: Path) -> None:
    kept = library(tmp_path)
    kept.add_job(job("a", orders=2))
    for index in range(2):
        kept.finish_order("a", index, [node(f"n{index}")], Cost(0.25))
    path = tmp_path / "ledger.csv"
    assert export_ledger(kept, path) == 2
    assert [row[3] for row in rows(path.read_text())] == ["amount", "0.25", "0.25"]
    with pytest.raises(OutputExists):
        export_ledger(kept, path)
    assert export_ledger(kept, path, since=4e9, overwrite=True) == 0
    assert rows(path.read_text()) == [list(COLUMNS)]
    with pytest.raises(FileProblem):
        export_ledger(kept, tmp_path / "nowhere" / "ledger.csv")
    kept.close()
