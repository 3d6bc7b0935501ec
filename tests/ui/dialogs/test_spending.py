"""The ledger in the window: sums by day, provider and model, totals against the budgets, and single lines as a file."""

from __future__ import annotations

import csv
import time
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from flux_desktop.core.job import SpendingSum
from flux_desktop.core.price import Cost
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.spending import NOTHING, SpendingDialog
from flux_desktop.ui.dialogs.spending_model import HEADINGS, SpendingItemModel
from tests.store.examples import job, node
from tests.ui.panels import nameless
from tests.ui.results import button, until

TODAY = datetime.now().date().isoformat()


@pytest.fixture
async def dialog(qtbot: QtBot, session: Session) -> SpendingDialog:
    dialog = SpendingDialog(session)
    qtbot.addWidget(dialog)
    return dialog


def spend(session: Session, *costs: Cost, id: str = "job") -> None:
    session.library.add_job(job(id, orders=len(costs)))
    for index, cost in enumerate(costs):
        session.library.finish_order(id, index, [node(f"{id}-{index}")], cost)


def rows(dialog: SpendingDialog) -> list[list[str]]:
    """The cells that can be seen."""
    model = dialog.table.model()
    shown = [column for column in range(len(HEADINGS)) if not dialog.table.isColumnHidden(column)]
    return [[str(model.index(row, column).data()) for column in shown] for row in range(model.rowCount())]


def note(dialog: SpendingDialog) -> str:
    return dialog.note.text()


async def test_what_was_spent_by_day_provider_and_model(dialog: SpendingDialog, session: Session) -> None:
    spend(session, Cost(0.25, kind="billed"), Cost(0.125), Cost(30, "credits", "billed"))
    session.settings.set("budget_month_hard", 5)
    dialog.show()
    await until(lambda: rows(dialog))
    assert rows(dialog) == [
        [TODAY, "1min.ai", "flux-2-klein-4b-edit", "2", "$0.25", "about $0.125"],
        [TODAY, "1min.ai", "flux-2-klein-4b-edit", "1", "30 credits", ""],
    ]
    totals = dialog.totals.text().splitlines()
    assert totals == ["Today: $0.375 spent (no budget)", "This month: $0.375 spent (never above $5.00)"]
    assert nameless(dialog) == []


async def test_it_is_added_up_by_one_thing_and_for_a_time(dialog: SpendingDialog, session: Session) -> None:
    spend(session, Cost(0.25, kind="billed"), Cost(0.5, kind="billed"))
    dialog.show()
    dialog.group.setCurrentIndex(2)
    await until(lambda: rows(dialog) == [["1min.ai", "2", "$0.75", ""]])
    dialog.group.setCurrentIndex(1)
    dialog.span.setCurrentIndex(0)
    await until(lambda: rows(dialog) == [[TODAY, "2", "$0.75", ""]])


async def test_it_says_that_nothing_was_spent(dialog: SpendingDialog) -> None:
    dialog.show()
    await until(lambda: note(dialog) == NOTHING)


async def test_it_follows_the_jobs(dialog: SpendingDialog, session: Session) -> None:
    from flux_desktop.core.edit import JobState
    from tests.ui.results import job_in

    dialog.show()
    await until(lambda: note(dialog))
    spend(session, Cost(0.25))
    job_in(session, JobState.DONE)
    await until(lambda: len(rows(dialog)) == 1)


async def test_single_lines_go_into_a_file(dialog: SpendingDialog, session: Session, tmp_path: Path) -> None:
    spend(session, Cost(0.25), Cost(0.5))
    dialog.show()
    button(dialog, "spending_export_button").click()
    chooser = dialog.findChild(QFileDialog, "spending_file_dialog")
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith(f"flux-spending-{time.strftime('%Y-%m-%d')}.csv")
    path = tmp_path / "spending.csv"
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    await until(lambda: "2 lines" in note(dialog))
    assert [row[3] for row in csv.reader(path.read_text().splitlines())] == ["amount", "0.25", "0.5"]
    dialog.export(str(tmp_path / "nowhere" / "spending.csv"))
    await until(lambda: "does not exist" in note(dialog))


def test_the_rows_are_a_model_as_qt_wants_it(qtmodeltester: ModelTester) -> None:
    model = SpendingItemModel({"bfl": "Black Forest Labs"})
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_sums(
        [SpendingSum("2026-03-01", "bfl", "pro", "USD", 0.0, 0.0, 3), SpendingSum("", "x", "", "USD", 1, 0, 1)]
    )
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.index(0, column).data() for column in (1, 4, 5)] == ["Black Forest Labs", "$0.00", ""]
    assert model.index(1, 1).data() == "x"
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Orders"
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
