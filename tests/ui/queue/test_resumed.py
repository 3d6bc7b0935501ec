"""What an earlier run left, as the queue panel shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import OutcomeUnknown
from flux_desktop.core.history import new_id
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.services.session import Session
from flux_desktop.ui.queue.panel import QueuePanel
from tests.ui.results import button

RECIPE = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit")
ERROR = OutcomeUnknown("The answer of 1min.ai was lost.", request_id="r-17")


@pytest.fixture
def unknown(session: Session) -> str:
    """The id of a job of an earlier run whose outcome is unknown."""
    order = OrderRecord(0, RECIPE, OrderState.UNKNOWN)
    record = JobRecord(new_id(), RECIPE, 1.0, JobState.UNKNOWN, ended=2.0, error=ERROR.to_json(), orders=(order,))
    session.library.add_job(record)
    return record.id


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> QueuePanel:
    made = QueuePanel()
    qtbot.addWidget(made)
    made.attach(session)
    made.show()
    return made


async def test_an_unknown_job_is_shown_until_it_is_dismissed(session: Session, unknown: str, panel: QueuePanel) -> None:
    assert session.queue.resume() == []
    row = panel.row(unknown)
    assert row is not None
    shown = " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisibleTo(row))
    assert ERROR.title in shown
    assert "may have been charged" in shown
    assert "r-17" in shown
    assert button(row, "run_again_button")
    button(row, "dismiss_job_button").click()
    assert panel.row(unknown) is None
    assert session.queue.resume() == []
    assert panel.row(unknown) is None


async def test_a_job_that_goes_on_is_shown(session: Session, panel: QueuePanel) -> None:
    recipe = Recipe("clouds", "offline", "offline-generate", {"megapixels": "0.25"})
    record = JobRecord(new_id(), recipe, 1.0, JobState.RUNNING, orders=(OrderRecord(0, recipe, OrderState.ORDERING),))
    session.library.add_job(replace(record, owner="1-0123456789abcdef"))
    (job,) = session.queue.resume()
    row = panel.row(record.id)
    assert row is not None
    await job.wait()
    assert job.state is JobState.DONE
    assert "From the last time the program ran." in " ".join(label.text() for label in row.findChildren(QLabel))
