"""Running, looking, reusing, cancelling and failing, as a user of the whole window does and sees it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.model import EDITING_ROLE, SHOWN_ROLE
from flux_desktop.ui.parts.empty_state import EmptyState
from tests.ui.results import until
from tests.ui.windows import CONTROL, User

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def marked(user: User, role: int) -> list[str]:
    model = user.window.history.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) for index in rows if index.data(role)]


# Running.


async def test_the_button_comes_back_at_once(user: User) -> None:
    source = await user.ready()
    user.lab.gate.clear()
    user.prompt("make it blue")
    jobs = []
    for _ in range(3):
        user.click("run_button")
        jobs.append(user.jobs()[-1])
        assert user.window.run_bar.run_button.isEnabled()
    await until(lambda: [user.said(job, "job_stage") for job in jobs] == ["Running"] * 3)
    assert user.session.current == source
    user.lab.gate.set()
    await user.ended(*jobs)
    assert [user.said(job, "job_stage") for job in jobs] == ["Done"] * 3
    assert user.window.history.list.model().rowCount() == 3


async def test_a_result_is_a_row_and_shows_itself_to_who_looks_at_the_source(user: User) -> None:
    source = await user.ready()
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
    await user.ready()
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
    await user.ready()
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
    await user.ready()
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
    source = await user.ready()
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
    source = await user.ready()
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
    source = await user.ready()
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
    await user.ready()
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
    await user.ready()
    user.prompt("other words")
    user.click_canvas()
    for key in (Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_E):
        user.key(key)
    assert user.window.prompt.text() == "other words"
    assert user.window.params.values().get("seed") is None
    assert user.jobs() == []


async def test_the_empty_canvas_names_the_keys_that_lead_to_all_others(user: User) -> None:
    label = user.find(QLabel, "empty_keys")
    assert label.text() == "Ctrl+Shift+P finds every command · F1 lists the keys"
    empty = user.find(EmptyState, "empty_state")
    empty.resize(200, 400)
    assert label.text() == "Ctrl+Shift+P finds every command\nF1 lists the keys", "where there is little room"
    empty.resize(600, 400)
    user.desk.keymap.set("palette", ["Ctrl+K"])
    user.desk.keymap.set("keys_help", [])
    assert label.text() == "Ctrl+K finds every command"


# Leaving.


async def test_nothing_is_asked_for_once_it_is_over(user: User) -> None:
    """A price that is worked out a moment after the last word finds no loop any more when the program has ended."""
    await user.ready()
    user.prompt("make it blue")
    waiting = [timer for timer in user.window.findChildren(QTimer) if timer.isActive()]
    assert waiting
    user.window.be_still()
    assert not any(timer.isActive() for timer in waiting)
