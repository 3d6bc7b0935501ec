"""Cancelling, failing and trying again, as a user of the whole window does and sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import KeyRefused, NotAPicture, NotUnderstood, OutcomeUnknown, ServerFault, Unreachable
from tests.ui.results import until
from tests.ui.windows import CONTROL, User


async def test_the_newest_edit_is_cancelled_by_key_and_by_button(user: User) -> None:
    await user.ready()
    user.lab.gate.clear()
    first, second = await user.run("make it blue"), await user.run("make it red")
    await until(lambda: len(user.lab.requests) == 2)
    user.key(Qt.Key.Key_Period, CONTROL)
    await user.ended(second)
    assert (first.state, second.state) == (JobState.RUNNING, JobState.CANCELLED)
    assert user.said(second, "job_stage") == "Cancelled"
    user.click("cancel_button")
    await user.ended(first)
    assert not user.window.run_bar.cancel_button.isEnabled()
    assert not user.action("cancel").isEnabled()
    assert user.message() == "", "who cancels need not be told"


async def test_an_edit_that_waits_is_cancelled_and_tried_again(user: User) -> None:
    await user.ready()
    slot = user.session.queue.slot("lab")
    for _ in range(user.lab.slots):
        await slot.acquire()
    job = await user.run("make it blue")
    assert user.said(job, "job_stage") == "Waiting"
    user.key(Qt.Key.Key_Period, CONTROL)
    await user.ended(job)
    assert user.lab.requests == []
    slot.release()
    user.click("retry_job_button", at=user.row(job))
    await user.ended(job)
    assert job.state is JobState.DONE
    assert len(user.lab.requests) == 1


async def test_a_failure_says_why_and_what_to_do(user: User) -> None:
    await user.ready()
    user.lab.errors = [ServerFault("The laboratory is on fire.", "Come back tomorrow.", request_id="req-77")]
    job = await user.run("make it blue")
    await until(user.message)
    assert user.message() == "The laboratory is on fire.\nCome back tomorrow."
    assert user.said(job, "job_error_title") == "The laboratory is on fire."
    assert user.said(job, "job_error_hint") == "Come back tomorrow."
    assert user.said(job, "job_request_id") == "Request id: req-77"
    for name, place in (("message_copy_button", user.window.messages), ("copy_job_button", user.row(job))):
        QGuiApplication.clipboard().clear()
        user.click(name, at=place)
        assert "req-77" in QGuiApplication.clipboard().text()
    user.click("message_action_button")
    await user.ended(job)
    assert job.state is JobState.DONE
    assert user.message() == ""
    assert user.said(job, "job_error_title") == ""


async def test_retry_tries_the_edit_that_the_message_is_about(user: User) -> None:
    await user.ready()
    user.lab.gate.clear()
    first, second = await user.run("make it blue"), await user.run("make it red")
    await until(lambda: len(user.lab.requests) == 2)
    user.lab.errors = [ServerFault("One."), ServerFault("Two.")]
    user.lab.gate.set()
    await user.ended(first, second)
    user.window.messages.dismiss()
    left = user.message()
    wanted, other = (first, second) if first.error is not None and first.error.title in left else (second, first)
    user.click("message_action_button")
    await user.ended(wanted)
    await until(lambda: wanted.state is JobState.DONE)
    assert other.state is JobState.FAILED
    assert len(user.lab.requests) == 3


async def test_what_is_no_edit_is_not_tried_again(user: User) -> None:
    """A page that does not answer must not order anew what failed before."""
    await user.ready()
    user.lab.errors = [ServerFault("The laboratory is on fire.")]
    await user.ended(await user.run("make it blue"))
    user.session.failed.emit(Unreachable("That page does not answer."))
    assert user.message().startswith("That page")
    assert not user.sees("message_action_button")


async def test_the_message_goes_with_the_next_edit_or_with_its_row(user: User) -> None:
    await user.ready()
    user.lab.errors = [ServerFault("On fire.")]
    first = await user.run("make it blue")
    await until(user.message)
    await user.result("make it red")
    assert user.message() == ""
    assert user.said(first, "job_error_title") == "On fire.", "the queue still tells it"
    user.lab.errors = [ServerFault("On fire.")]
    third = await user.run("make it green")
    await until(user.message)
    user.click("dismiss_job_button", at=user.row(third))
    assert user.message() == ""
    user.session.failed.emit(NotAPicture("notes.txt is not a picture."))
    await user.result("make it red")
    assert user.message().startswith("notes.txt"), "it is about something else"


async def test_an_unknown_outcome_is_asked_before_it_may_cost_again(user: User) -> None:
    await user.ready()
    user.lab.errors = [OutcomeUnknown("The connection was lost.")]
    job = await user.run("make it blue")
    await user.ended(job)
    await until(user.message)
    assert "may have been charged" in user.message()
    assert not user.sees("message_action_button")
    user.click("run_again_button", at=user.row(job))
    assert len(user.lab.requests) == 1
    assert "may cost again" in user.said(job, "job_question")


async def test_an_error_leads_to_what_mends_it(user: User) -> None:
    await user.ready()
    for error, step, opened, close in (
        (KeyRefused("The key is refused."), "keys_job_button", "keys_page", "settings_close_button"),
        (NotUnderstood("What?"), "help_job_button", "help_panel", "help_close_button"),
    ):
        user.lab.errors = [error]
        job = await user.run("make it blue")
        await user.ended(job)
        for place, name in ((user.window.messages, "message_action_button"), (user.row(job), step)):
            user.click(name, at=place)
            assert user.sees(opened), name
            user.click(close)
            assert not user.sees(opened)


async def test_words_that_the_offline_editor_does_not_know_lead_to_the_help(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.ended(await user.run("put a hat on the second man"))
    await until(user.message)
    user.click("message_action_button")
    assert user.sees("help_panel")


async def test_two_providers_run_side_by_side(user: User) -> None:
    await user.ready()
    user.lab.gate.clear()
    slow = await user.run("make it blue")
    user.window.chooser.provider_box.choose("offline")
    quick = await user.run("black and white")
    await user.ended(quick)
    assert quick.state is JobState.DONE
    assert not slow.state.ended
    user.lab.gate.set()
    await user.ended(slow)
