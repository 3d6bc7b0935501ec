"""The queue panel on a real queue."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flux_desktop.core import errors
from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from flux_desktop.ui.queue.job_row import JobRow
from flux_desktop.ui.queue.panel import KEPT_DONE, QueuePanel
from tests.ui.counted import Counted
from tests.ui.results import button, job_in, opened, results, until
from tests.ui.screen_reader import Reader


def shown_panel(session: Session, qtbot: QtBot) -> QueuePanel:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.resize(280, 300)
    panel.show()
    panel.attach(session)
    return panel


def submit(session: Session, prompt: str) -> Job:
    session.edit_further(opened(session))
    job = session.submit(Recipe(prompt, "offline", "offline-edit"))
    assert job is not None
    return job


async def settle() -> None:
    """Let a request go up through all layouts, one in each turn."""
    for _ in range(10):
        await asyncio.sleep(0.01)


def rows(panel: QueuePanel) -> list[JobRow]:
    return sorted(panel.findChildren(JobRow), key=lambda row: row.y())


def press(widget: QueuePanel | JobRow | None, name: str) -> None:
    assert widget is not None
    QTest.mouseClick(button(widget, name), Qt.MouseButton.LeftButton)


def test_without_jobs_it_is_one_quiet_line(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show()
    assert panel.counts.words() == "No edits in the queue"
    assert panel.sizeHint().height() < 40
    assert not any(found.isVisible() for found in panel.findChildren(QAbstractButton))


async def test_a_job_from_the_click_to_its_result(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    job = submit(session, "black and white")
    row = panel.row(job.id)
    assert row is not None
    assert row.objectName() == f"job_{job.id}"
    assert panel.counts.words() == "1 waiting"
    await job.wait()
    assert panel.counts.words() == "Queue finished"
    session.show(session.source)
    press(row, "show_job_button")
    assert session.current == job.nodes[0]
    assert panel.sizeHint().height() > 60


async def test_a_screen_reader_hears_how_a_job_ended(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_in(session, JobState.DONE)
    panel = shown_panel(session, qtbot)
    reader = Reader(monkeypatch)
    job = submit(session, "black and white")
    await job.wait()
    session.queue.job_changed.emit(job)
    failed = submit(session, "a unicorn with wings")
    await failed.wait()
    assert failed.state is JobState.FAILED
    (said,) = reader.heard
    assert said.startswith("Done: 1 result · ")
    assert said.endswith(" s · free")
    assert panel.counts.words() == "1 failed"


async def test_jobs_that_were_there_before_are_shown_newest_on_top(session: Session, qtbot: QtBot) -> None:
    jobs = [job_in(session, JobState.DONE), job_in(session, JobState.RUNNING)]
    panel = shown_panel(session, qtbot)
    await until(lambda: len({row.y() for row in rows(panel)}) == 2)
    assert [row.job for row in rows(panel)] == jobs[::-1]


async def test_the_counts_say_what_is_going_on(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    for state in (JobState.UPLOADING, JobState.RUNNING, JobState.WAITING, JobState.UNKNOWN, JobState.DONE):
        job_in(session, state)
    job_in(session, JobState.FAILED, errors.Unreachable("x"))
    assert panel.counts.words() == "2 running, 1 waiting, 1 failed, 1 unknown"


async def test_clear_finished_leaves_what_needs_a_decision(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    kept = [job_in(session, state) for state in (JobState.UNKNOWN, JobState.RUNNING)]
    for state in (JobState.DONE, JobState.FAILED, JobState.CANCELLED):
        job_in(session, state)
    press(panel, "clear_finished_button")
    assert list(session.queue.jobs.values()) == kept
    assert [panel.row(job.id) is not None for job in kept] == [True, True]
    assert not panel.findChildren(QAbstractButton, "clear_finished_button")[0].isVisible()


async def test_cancel_retry_and_dismiss_reach_the_queue(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    slot, slots = session.queue.slot("offline"), session.queue.provider("offline").slots
    for _ in range(slots):
        await slot.acquire()
    job = submit(session, "black and white")
    await until(lambda: session.library.job(job.id))
    press(panel.row(job.id), "cancel_job_button")
    await job.wait()
    assert panel.counts.words() == "Queue finished"
    press(panel.row(job.id), "retry_job_button")
    assert panel.counts.words() == "1 waiting"
    for _ in range(slots):
        slot.release()
    await job.wait()
    press(panel.row(job.id), "dismiss_job_button")
    assert session.queue.jobs == {}
    assert panel.row(job.id) is None
    assert panel.counts.words() == "No edits in the queue"


async def test_a_failed_job_says_why_and_asks_for_the_help(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    told: list[bool] = []
    panel.help_requested.connect(lambda: told.append(True))
    job = submit(session, "translate the sonnets into morse")
    await job.wait()
    assert job.state is JobState.FAILED
    press(panel.row(job.id), "help_job_button")
    assert told == [True]


async def test_a_missing_key_leads_to_the_keys_of_that_provider(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    told: list[str] = []
    panel.keys_requested.connect(told.append)
    session.edit_further(opened(session))
    job = session.submit(Recipe("make it blue", "onemin", "flux-2-klein-4b-edit"))
    assert job is not None
    await job.wait()
    press(panel.row(job.id), "keys_job_button")
    assert told == ["onemin"]


async def test_the_clock_runs_only_while_a_job_does(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    assert not panel._clock.isActive()
    job = job_in(session, JobState.RUNNING)
    row = panel.row(job.id)
    assert row is not None
    assert panel._clock.isActive()
    before = row._time.text()
    job.record = replace(job.record, started=job.record.created - 75)
    panel._clock.timeout.emit()
    assert (before, row._time.text()) == ("0 s", "1:15 min")
    job.stage(JobState.DONE)
    assert not panel._clock.isActive()


async def test_rows_in_sight_stay_when_jobs_come_and_go(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    for _ in range(12):
        job_in(session, JobState.RUNNING)
    area = panel.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    await until(lambda: bar.maximum() > 300)
    bar.setValue(250)
    row = rows(panel)[6]
    before, top = row.mapTo(area, QPoint(0, 0)), bar.maximum()
    job_in(session, JobState.RUNNING)
    await until(lambda: bar.maximum() > top)
    assert row.mapTo(area, QPoint(0, 0)) == before
    first = rows(panel)[0]
    session.queue.dismiss(first.job.id)
    await until(lambda: bar.maximum() == top)
    assert row.mapTo(area, QPoint(0, 0)) == before


async def test_the_oldest_done_rows_go_and_their_results_stay(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    nodes: list[HistoryNode] = results(session, 1)
    jobs = [job_in(session, JobState.DONE) for _ in range(KEPT_DONE + 2)]
    assert len(session.queue.jobs) == KEPT_DONE
    assert panel.row(jobs[0].id) is None
    assert session.library.node(nodes[0].id) == nodes[0]


async def test_a_row_without_sentences_is_seen(session: Session, qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    below = QVBoxLayout(column)
    panel = QueuePanel()
    below.addWidget(QWidget(), 1)
    below.addWidget(panel)
    column.resize(280, 600)
    column.show()
    panel.attach(session)
    job_in(session, JobState.DONE)
    await until(lambda: not button(panel, "dismiss_job_button").visibleRegion().isEmpty())


async def test_who_wants_little_motion_sees_no_bar_run_to_and_fro(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    job = job_in(session, JobState.RUNNING)
    row = panel.row(job.id)
    assert row is not None
    (bar,) = row.findChildren(QProgressBar)
    assert bar.isVisibleTo(row)
    assert bar.maximum() == 0
    session.settings.set("reduce_motion", True)
    session.queue.job_changed.emit(job)
    assert not bar.isVisibleTo(row)
    job.progress = 0.5
    session.queue.job_changed.emit(job)
    assert bar.isVisibleTo(row)
    assert bar.value() == 500
    assert job.state is JobState.RUNNING


async def test_the_window_is_not_laid_out_anew_while_a_job_only_gets_older(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    job = submit(session, "black and white")
    await until(lambda: job.state is JobState.DONE)
    row = panel.row(job.id)
    assert row is not None
    time = row.findChild(QLabel, "job_time")
    assert isinstance(time, QLabel)
    time.setText("1 s")
    await settle()
    asked = Counted(panel, QEvent.Type.LayoutRequest)
    for seconds in range(2, 7):
        time.setText(f"{seconds} s")
        await settle()
    assert asked.count <= 1, "the end of the job may still be told"
    asked.count = 0
    row.setMinimumHeight(row.height() + 40)
    await settle()
    assert asked.count > 0, "more room is taken"
