"""Running, looking, reusing, cancelling and failing, as a user of the whole window does and sees it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import KeyRefused, NotAPicture, NotUnderstood, OutcomeUnknown, ServerFault, Unreachable
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.job import Job
from flux_desktop.ui.history_model import EDITING_ROLE, SHOWN_ROLE
from tests.ui.results import until
from tests.ui.windows import CONTROL, User

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


async def ready(user: User, model: str = "lab-large") -> HistoryNode:
    """A picture is open and the laboratory will edit it."""
    source = await user.open(user.file("photo.png"))
    await user.use_lab(model)
    return source


def marked(user: User, role: int) -> list[str]:
    model = user.window.history.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) for index in rows if index.data(role)]


def said(user: User, job: Job, name: str) -> str:
    label = user.row(job).findChild(QLabel, name)
    assert label is not None, name
    return label.text() if label.isVisible() else ""


# Running.


async def test_the_button_comes_back_at_once(user: User) -> None:
    source = await ready(user)
    user.lab.gate.clear()
    user.prompt("make it blue")
    jobs = []
    for _ in range(3):
        user.click("run_button")
        jobs.append(user.jobs()[-1])
        assert user.window.run_bar.run_button.isEnabled()
    await until(lambda: [said(user, job, "job_stage") for job in jobs] == ["Running"] * 3)
    assert user.session.current == source
    user.lab.gate.set()
    await user.ended(*jobs)
    assert [said(user, job, "job_stage") for job in jobs] == ["Done"] * 3
    assert user.window.history.list.model().rowCount() == 3


async def test_a_result_is_a_row_and_shows_itself_to_who_looks_at_the_source(user: User) -> None:
    source = await ready(user)
    node = await user.result("make it blue")
    assert user.session.current == node
    assert user.session.source == source
    assert node.parent == source.id
    assert user.message() == ""
    assert marked(user, SHOWN_ROLE) == ["make it blue"]
    second = await user.result()
    assert user.session.current == second, "who looks at an earlier arrival sees the next one, too"
    assert second.parent == source.id


async def test_who_looks_at_something_else_is_told_and_can_go_there(user: User) -> None:
    await ready(user)
    old = await user.result("make it blue")
    await user.result("make it red")
    user.click_row(old)
    await user.settled()
    new = (await user.run("make it green")).id
    await until(lambda: user.message() == "A result is ready.")
    assert user.session.current == old
    assert user.shown() == old.id
    user.click("message_action_button")
    await until(lambda: user.session.current is not None and user.session.current.job == new)
    assert user.message() == ""


async def test_every_picture_of_a_group_is_either_shown_or_told(user: User) -> None:
    await ready(user)
    user.window.params.set_values({"count": 3})
    user.lab.gate.clear()
    job = await user.run("make it blue")
    user.lab.gate.set()
    await user.ended(job)
    await user.settled()
    assert user.session.current == job.nodes[-1]
    assert user.message() == ""
    user.click_row(job.nodes[0])
    again = await user.run()
    await user.ended(again)
    await until(lambda: user.message() == "3 results are ready.")
    assert user.session.current == job.nodes[0]


async def test_nothing_jumps_when_a_result_arrives(user: User) -> None:
    await ready(user)
    node = await user.result("make it blue")
    await user.result("make it red")
    user.click_row(node)
    await user.settled()
    user.lab.gate.clear()
    job = await user.run("something else")
    await until(lambda: len(user.lab.requests) == 3)
    canvas, prompt = user.window.canvas, user.window.prompt
    canvas.zoom_to(8.0)
    canvas.pan_by(-40, -30)
    user.prompt("half a sen")
    prompt.moveCursor(QTextCursor.MoveOperation.WordLeft)
    before = (canvas.view, prompt.text(), prompt.textCursor().position(), user.focus(), user.window.history.selected())
    user.lab.gate.set()
    await user.ended(job)
    await until(lambda: user.message() == "A result is ready.")
    assert before == (
        canvas.view,
        prompt.text(),
        prompt.textCursor().position(),
        user.focus(),
        user.window.history.selected(),
    )
    assert before[4] == node


async def test_a_result_that_shows_itself_keeps_zoom_and_words(user: User) -> None:
    await user.open(user.file("photo.png", width=64, height=48))
    await user.use_lab()
    user.window.canvas.zoom_to(8.0)
    user.window.canvas.pan_by(-40, -30)
    view = user.window.canvas.view
    user.lab.gate.clear()
    job = await user.run("make it blue")
    user.prompt("and th")
    user.lab.gate.set()
    await user.ended(job)
    await user.settled()
    assert user.shown() == job.nodes[0].id
    assert user.window.canvas.view == view
    assert user.window.prompt.text() == "and th"
    assert user.focus() is user.window.prompt


async def test_a_picture_is_generated_without_one(user: User) -> None:
    user.window.chooser.provider_box.choose("lab")
    node = await user.result("a red square")
    assert node.parent is None
    assert user.session.current == node
    assert user.session.source is None
    assert user.lab.requests[0].source is None


async def test_the_switch_makes_the_same_prompt_generate(user: User) -> None:
    source = await ready(user)
    user.click("mode_generate")
    assert user.window.run_bar.run_button.text() == "Generate"
    job = await user.run("a red square")
    await user.ended(job)
    await until(lambda: user.message() == "A result is ready.")
    assert user.lab.requests[0].source is None
    assert job.nodes[0].parent is None
    assert user.session.current == source


# Looking, and going on.


async def test_a_click_shows_and_a_double_click_branches(user: User) -> None:
    source = await ready(user)
    first = await user.result("make it blue")
    second = await user.result("make it red")
    user.click_row(first)
    await user.settled()
    assert user.shown() == first.id
    assert user.session.source == source
    user.click_row(first, double=True)
    await user.settled()
    assert user.session.source == first
    assert marked(user, EDITING_ROLE) == ["make it blue"]
    assert user.window.modes.chip.words() == "Editing: “make it blue”"
    assert user.window.windowTitle().startswith("“make it blue”")
    branch = await user.result("make it green")
    assert branch.parent == first.id
    assert branch.root == second.root == source.id
    assert user.session.current == branch


async def test_the_original_and_any_result_can_be_edited_further(user: User) -> None:
    source = await ready(user)
    first = await user.result("make it blue")
    user.click_canvas()
    user.key(Qt.Key.Key_E)
    assert user.session.source == first
    user.click("history_original")
    await user.settled()
    assert user.shown() == source.id
    assert user.session.source == first, "to look at it is not to edit it"
    user.key(Qt.Key.Key_Return, CONTROL, at=user.window.history.original)
    assert user.session.source == source
    user.click("mode_generate")
    user.click_row(first, double=True)
    assert user.session.source == first
    assert user.window.run_bar.run_button.text() == "Edit picture", "who goes on with a result wants to edit it"


# Seeds and recipes.


async def prepared(user: User) -> HistoryNode:
    """A result of known settings, and other settings since."""
    await ready(user)
    user.window.params.set_values({"steps": 40, "guidance": 7.5})
    node = await user.result("make it blue")
    user.window.params.set_values({"steps": 10, "guidance": 2.0})
    user.prompt("other words")
    return node


async def test_settings_are_reused_by_key_and_by_button(user: User) -> None:
    node = await prepared(user)
    for letter, button, words, steps, with_seed in (
        (Qt.Key.Key_S, "use_seed_button", "other words", 10, True),
        (Qt.Key.Key_A, "use_all_button", "make it blue", 40, True),
        (Qt.Key.Key_R, "use_all_but_seed_button", "make it blue", 40, False),
        (Qt.Key.Key_P, "", "make it blue", 10, False),
    ):
        for way in ("key", "button")[: 2 if button else 1]:
            user.window.params.reset()
            user.window.params.set_values({"steps": 10, "guidance": 2.0})
            user.window.prompt.set_text("other words")
            if way == "key":
                user.click_canvas()
                user.key(letter)
            else:
                user.click(button)
            values = user.window.params.values()
            assert user.window.prompt.text() == words
            assert values["steps"] == steps
            assert values.get("seed") == (node.seed if with_seed else None)


async def test_all_settings_bring_their_model_along_and_give_the_same_order_again(user: User) -> None:
    node = await prepared(user)
    user.window.chooser.model_box.choose("lab-small")
    user.click("mode_generate")
    user.click("use_all_button")
    assert user.window.modes.mode() == "edit"
    assert user.window.chooser.model_box.currentData() == "lab-large"
    assert user.session.settings.text("model") == "lab-large"
    again = await user.result()
    assert again.recipe == node.recipe
    first, second = user.lab.requests
    assert first == second


@POPUP
async def test_vary_runs_the_recipe_again_with_new_seeds(user: User) -> None:
    count = 4
    node = await prepared(user)
    user.click_canvas()
    user.key(Qt.Key.Key_V)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(count - 1):
        user.key(Qt.Key.Key_Down, at=menu)
    user.key(Qt.Key.Key_Return, at=menu)
    jobs = user.jobs()[1:]
    assert len(jobs) == count
    await user.ended(*jobs)
    seeds = {made.seed for job in jobs for made in job.nodes} | {node.seed}
    assert len(seeds) == count + 1
    assert all(job.record.recipe.equal_but_seed(jobs[0].record.recipe) for job in jobs)
    assert jobs[0].record.recipe.params["steps"] == 40
    assert user.window.prompt.text() == "other words"


async def test_of_the_original_there_is_nothing_to_reuse(user: User) -> None:
    await ready(user)
    user.prompt("other words")
    user.click_canvas()
    for key in (Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_E):
        user.key(key)
    assert user.window.prompt.text() == "other words"
    assert user.window.params.values().get("seed") is None
    assert user.jobs() == []


# Cancelling, failing, going on.


async def test_the_newest_edit_is_cancelled_by_key_and_by_button(user: User) -> None:
    await ready(user)
    user.lab.gate.clear()
    first, second = await user.run("make it blue"), await user.run("make it red")
    await until(lambda: len(user.lab.requests) == 2)
    user.key(Qt.Key.Key_Period, CONTROL)
    await user.ended(second)
    assert (first.state, second.state) == (JobState.RUNNING, JobState.CANCELLED)
    assert said(user, second, "job_stage") == "Cancelled"
    user.click("cancel_button")
    await user.ended(first)
    assert not user.window.run_bar.cancel_button.isEnabled()
    assert not user.action("cancel").isEnabled()
    assert user.message() == "", "who cancels need not be told"


async def test_an_edit_that_waits_is_cancelled_and_tried_again(user: User) -> None:
    await ready(user)
    slot = user.session.queue.slot("lab")
    for _ in range(user.lab.slots):
        await slot.acquire()
    job = await user.run("make it blue")
    assert said(user, job, "job_stage") == "Waiting"
    user.key(Qt.Key.Key_Period, CONTROL)
    await user.ended(job)
    assert user.lab.requests == []
    slot.release()
    user.click("retry_job_button", at=user.row(job))
    await user.ended(job)
    assert job.state is JobState.DONE
    assert len(user.lab.requests) == 1


async def test_a_failure_says_why_and_what_to_do(user: User) -> None:
    await ready(user)
    user.lab.errors = [ServerFault("The laboratory is on fire.", "Come back tomorrow.", request_id="req-77")]
    job = await user.run("make it blue")
    await until(user.message)
    assert user.message() == "The laboratory is on fire.\nCome back tomorrow."
    assert said(user, job, "job_error_title") == "The laboratory is on fire."
    assert said(user, job, "job_error_hint") == "Come back tomorrow."
    assert said(user, job, "job_request_id") == "Request id: req-77"
    for name, place in (("message_copy_button", user.window.messages), ("copy_job_button", user.row(job))):
        QGuiApplication.clipboard().clear()
        user.click(name, at=place)
        assert "req-77" in QGuiApplication.clipboard().text()
    user.click("message_action_button")
    await user.ended(job)
    assert job.state is JobState.DONE
    assert user.message() == ""
    assert said(user, job, "job_error_title") == ""


async def test_retry_tries_the_edit_that_the_message_is_about(user: User) -> None:
    await ready(user)
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
    await ready(user)
    user.lab.errors = [ServerFault("The laboratory is on fire.")]
    await user.ended(await user.run("make it blue"))
    user.session.failed.emit(Unreachable("That page does not answer."))
    assert user.message().startswith("That page")
    assert not user.sees("message_action_button")


async def test_the_message_goes_with_the_next_edit_or_with_its_row(user: User) -> None:
    await ready(user)
    user.lab.errors = [ServerFault("On fire.")]
    first = await user.run("make it blue")
    await until(user.message)
    await user.result("make it red")
    assert user.message() == ""
    assert said(user, first, "job_error_title") == "On fire.", "the queue still tells it"
    user.lab.errors = [ServerFault("On fire.")]
    third = await user.run("make it green")
    await until(user.message)
    user.click("dismiss_job_button", at=user.row(third))
    assert user.message() == ""
    user.session.failed.emit(NotAPicture("notes.txt is not a picture."))
    await user.result("make it red")
    assert user.message().startswith("notes.txt"), "it is about something else"


async def test_an_unknown_outcome_is_asked_before_it_may_cost_again(user: User) -> None:
    await ready(user)
    user.lab.errors = [OutcomeUnknown("The connection was lost.")]
    job = await user.run("make it blue")
    await user.ended(job)
    await until(user.message)
    assert "may have been charged" in user.message()
    assert not user.sees("message_action_button")
    user.click("run_again_button", at=user.row(job))
    assert len(user.lab.requests) == 1
    assert "may cost again" in said(user, job, "job_question")


async def test_an_error_leads_to_what_mends_it(user: User) -> None:
    await ready(user)
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
    await ready(user)
    user.lab.gate.clear()
    slow = await user.run("make it blue")
    user.window.chooser.provider_box.choose("offline")
    quick = await user.run("black and white")
    await user.ended(quick)
    assert quick.state is JobState.DONE
    assert not slow.state.ended
    user.lab.gate.set()
    await user.ended(slow)
