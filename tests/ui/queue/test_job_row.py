"""One row of the queue in every state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QProgressBar
from pytestqt.qtbot import QtBot

from flux_desktop.core import errors
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model
from flux_desktop.services.session import Session
from flux_desktop.ui.messages.ways import Ways
from flux_desktop.ui.queue.job_row import JobRow
from flux_desktop.ui.queue.state_mark import LOOKS, StateMark
from flux_desktop.ui.wording import STAGES
from tests.ui.browser import Browser
from tests.ui.panels import nameless
from tests.ui.results import button, job_in, results, until

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
MOVING = (JobState.UPLOADING, JobState.RUNNING, JobState.DOWNLOADING)


def row_in(
    session: Session,
    qtbot: QtBot,
    state: JobState,
    error: FluxError | None = None,
    prompt: str = "x",
    ways: Ways | None = None,
) -> JobRow:
    row = JobRow(job_in(session, state, error, prompt), "1min.ai", lambda job: ways or Ways())
    qtbot.addWidget(row)
    row.resize(280, 200)
    row.show()
    return row


def words(row: JobRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel) if label.isVisibleTo(row))


def buttons(row: JobRow) -> set[str]:
    return {found.text() for found in row.findChildren(QAbstractButton) if found.isVisibleTo(row) and found.text()}


def press(row: JobRow, name: str) -> None:
    QTest.mouseClick(button(row, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("state", list(JobState))
async def test_every_state_has_a_word_an_icon_and_names(session: Session, qtbot: QtBot, state: JobState) -> None:
    row = row_in(session, qtbot, state, prompt="make it blue")
    assert STAGES[state] in words(row)
    assert row.accessibleName() == f"{STAGES[state]}: make it blue"
    mark = row.findChild(StateMark)
    assert mark is not None
    assert not mark.pixmap().isNull()
    assert nameless(row) == []
    assert len({icon for icon, _ in LOOKS.values()}) == len(JobState)


@pytest.mark.parametrize("state", list(JobState))
async def test_only_what_is_on_its_way_can_be_cancelled(session: Session, qtbot: QtBot, state: JobState) -> None:
    row = row_in(session, qtbot, state)
    cancel = row.findChild(QAbstractButton, "cancel_job_button")
    assert cancel is not None
    assert cancel.isVisibleTo(row) is not state.ended


async def test_progress_is_shown_where_it_is_known(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.RUNNING)
    bar = row.findChild(QProgressBar)
    assert bar is not None
    assert (bar.minimum(), bar.maximum()) == (0, 0), "busy"
    row.job.progress = 0.25
    row.refresh()
    assert (bar.value(), bar.maximum()) == (250, 1000)
    for state in JobState:
        other = row_in(session, qtbot, state)
        assert [bar.isVisibleTo(other) for bar in other.findChildren(QProgressBar)] == [state in MOVING]


async def test_a_failure_says_why_and_what_to_do(session: Session, qtbot: QtBot) -> None:
    error = errors.KeyRefused("1min.ai does not accept <b>the key</b>.", "Check it.", request_id="req-1")
    row = row_in(session, qtbot, JobState.FAILED, error)
    for part in (error.title, "Check it.", "Request id: req-1"):
        assert part in words(row)
    assert buttons(row) == {"Set the key…", "Retry", "Learn more", "Copy", "Dismiss"}
    for label in row.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or isinstance(label, StateMark)
    told: list[str] = []
    row.keys_requested.connect(told.append)
    row.retry_requested.connect(told.append)
    row.dismiss_requested.connect(told.append)
    row.manual_requested.connect(told.append)
    for name in ("keys_job_button", "retry_job_button", "learn_job_button", "dismiss_job_button"):
        press(row, name)
    assert told == ["offline", row.job.id, "problems#key-refused", row.job.id]
    press(row, "copy_job_button")
    assert "req-1" in QGuiApplication.clipboard().text()


async def test_long_errors_wrap_and_are_readable_as_a_whole(session: Session, qtbot: QtBot) -> None:
    error = errors.Rejected("A sentence that goes on. " * 12, "A hint that goes on. " * 12)
    row = row_in(session, qtbot, JobState.FAILED, error)
    row.resize(280, row.heightForWidth(280))
    await until(lambda: row.height() > 200)
    labels = [label for label in row.findChildren(QLabel) if label.objectName().startswith("job_error")]
    await until(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))


async def test_words_that_were_not_understood_offer_the_help(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.FAILED, errors.NotUnderstood("What?"))
    told: list[bool] = []
    row.help_requested.connect(lambda: told.append(True))
    press(row, "help_job_button")
    assert told == [True]
    assert "Retry" not in buttons(row)


KLEIN = Model("klein", "Klein", "twin", "edit", ())
WAYS = Ways("https://account.invalid/runs", (("Twin: Klein", KLEIN),))


@POPUP
async def test_a_failure_offers_another_provider_in_a_menu(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.FAILED, errors.ServerFault("Out of order."), ways=WAYS)
    assert buttons(row) == {"Retry", "Use another provider…", "Learn more", "Copy", "Dismiss"}
    told: list[tuple[object, object]] = []
    row.other_requested.connect(lambda job, model: told.append((job, model)))
    press(row, "other_job_button")
    menu = row.findChild(QMenu, "others_menu")
    assert menu is not None
    assert told == []
    menu.close()
    menu.actions()[0].trigger()
    assert told == [(row.job, KLEIN)]


async def test_the_account_is_named_and_opened_where_the_outcome_is_unknown(
    session: Session, qtbot: QtBot, browser: Browser
) -> None:
    row = row_in(session, qtbot, JobState.UNKNOWN, errors.OutcomeUnknown("The answer was lost."), ways=WAYS)
    assert "https://account.invalid/runs" in words(row)
    press(row, "look_up_job_button")
    assert browser.opened == ["https://account.invalid/runs"]


async def test_a_budget_leads_to_the_budgets(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.FAILED, errors.OverBudget("Too much for this day."), ways=WAYS)
    told: list[bool] = []
    row.money_requested.connect(lambda: told.append(True))
    press(row, "money_job_button")
    assert told == [True]
    assert "account.invalid" not in words(row), "it is the user's own limit"


async def test_no_button_of_a_narrow_row_is_cut_off(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.FAILED, errors.OutOfCredit("Nothing is left."), ways=WAYS)
    row.resize(280, row.heightForWidth(280))
    await until(lambda: row.height() == row.heightForWidth(280))
    shown = [found for found in row.findChildren(QAbstractButton) if found.isVisible()]
    assert len(shown) == 6
    await until(lambda: all(row.rect().contains(found.geometry()) for found in shown))
    assert all(found.width() >= found.sizeHint().width() for found in shown)


async def test_an_unknown_outcome_is_repeated_only_after_a_second_word(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.UNKNOWN, errors.OutcomeUnknown("The answer was lost."))
    told: list[str] = []
    row.retry_requested.connect(told.append)
    assert "It may have been charged" in words(row)
    assert buttons(row) == {"Run again…", "Learn more", "Copy", "Dismiss"}
    press(row, "run_again_button")
    assert told == []
    assert "This may cost again. Run it again?" in words(row)
    assert buttons(row) == {"Run again", "Keep"}
    press(row, "keep_job_button")
    assert buttons(row) == {"Run again…", "Learn more", "Copy", "Dismiss"}
    press(row, "run_again_button")
    press(row, "confirm_run_again_button")
    assert told == [row.job.id]


async def test_a_done_job_shows_its_result(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.DONE)
    row.job.nodes = results(session, 1)
    row.refresh()
    assert "1 result · 1.2 s" in words(row)
    told: list[object] = []
    row.show_requested.connect(told.append)
    press(row, "show_job_button")
    assert told == row.job.nodes


async def test_long_notes_fold(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.RUNNING)
    row.job.resumed = True
    row.refresh()
    assert "From the last time the program ran." in words(row)
    assert "More" not in buttons(row)
    row.job.note("The picture was made smaller before it was sent. " * 5 + "The end.")
    row.refresh()
    assert "The end." not in words(row)
    press(row, "notes_job_button")
    assert "The end." in words(row)
    press(row, "notes_job_button")
    assert "The end." not in words(row)


async def test_the_focus_stays_in_the_row_when_its_button_goes(session: Session, qtbot: QtBot) -> None:
    row = row_in(session, qtbot, JobState.RUNNING)
    row.activateWindow()
    cancel = button(row, "cancel_job_button")
    cancel.setFocus()
    await until(cancel.hasFocus)
    row.job.record = job_in(session, JobState.CANCELLED).record
    row.refresh()
    assert button(row, "retry_job_button").hasFocus()
