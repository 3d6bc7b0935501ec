"""What is said the first time that a tool is used: once, quietly, and not at all where nobody wants it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from flux_desktop.resources import resource
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.desk.hints import ANY_PROMPT, HINTS, SAMPLE, SAMPLE_PROMPT
from flux_desktop.ui.parts.hint_line import HintLine
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import User


def said(user: User) -> str:
    return user.desk.hints.text()


def seen(user: User) -> list[str]:
    return list(json.loads(user.session.settings.text("hints_seen")))


async def with_sample(user: User) -> None:
    """Open the sample, and wait until what has to be said of it has been said."""
    user.session.open_bytes(resource(SAMPLE).read_bytes(), SAMPLE)
    await until(lambda: user.session.source is not None)
    await rested(user)


async def with_photo(user: User, name: str = "photo.png") -> None:
    """The same with any picture."""
    await user.open(user.file(name))
    await rested(user)


async def rested(user: User) -> None:
    await until(lambda: not user.desk.hints.is_about_to_tell)


async def test_the_first_picture_leads_to_the_first_edit(user: User) -> None:
    """In seconds, without a key and without a thought: one click, one key."""
    assert said(user) == ""
    await with_sample(user)
    assert said(user) == "Say below what to change, then press Ctrl+Return."
    line = user.find(HintLine, "hint_line")
    assert nameless(line) == []
    assert user.window.rect().contains(line.geometry())
    user.click("hint_button")
    assert user.window.prompt.text() == SAMPLE_PROMPT
    assert user.focus() is user.window.prompt
    user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    job = user.jobs()[0]
    await until(lambda: job.state.ended, 30)  # two megapixels on a machine that may be busy
    assert job.nodes, job.error
    assert said(user) == ""


async def test_the_example_for_other_pictures_works_too(user: User) -> None:
    await with_photo(user)
    user.click("hint_button")
    assert user.window.prompt.text() == ANY_PROMPT
    assert await user.result()


async def test_a_message_is_not_covered_by_it(user: User) -> None:
    await with_photo(user)
    line, messages = user.find(HintLine, "hint_line"), user.window.messages

    def place() -> QRect:
        return QRect(line.mapTo(user.window, QPoint(0, 0)), line.size())

    alone = place()
    messages.show_info("There is something to say.")
    await until(lambda: not place().intersects(QRect(messages.mapTo(user.window, QPoint(0, 0)), messages.size())))
    assert place().bottom() < alone.bottom()
    messages.show_info("And more of it, in a second line.")
    await until(lambda: not place().intersects(QRect(messages.mapTo(user.window, QPoint(0, 0)), messages.size())))
    messages.clear()
    assert place() == alone


async def test_the_numbers_under_the_pointer_are_not_covered_by_it(user: User) -> None:
    await with_photo(user)
    canvas, line = user.window.canvas, user.find(HintLine, "hint_line")
    numbers = user.find(QWidget, "info_line")
    canvas.extras.look_at(QPointF(canvas.rect().center()))

    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(user.window, QPoint(0, 0)), widget.size())

    assert line.isVisible()
    assert numbers.isVisible()
    assert not place(numbers).intersects(place(line))
    messages = user.window.messages
    messages.show_info("There is something to say.")
    await until(lambda: place(line).bottom() < place(messages).top())
    assert not any(place(numbers).intersects(place(other)) for other in (line, messages))
    messages.clear()
    beside_hint = place(numbers)
    user.click("hint_close_button")
    assert place(numbers).bottom() > beside_hint.bottom()


async def test_who_has_written_something_needs_no_example(user: User) -> None:
    user.prompt("sepia")
    await with_sample(user)
    assert said(user) == ""
    assert seen(user) == []


async def test_typing_ends_what_asks_one_to_type(user: User) -> None:
    await with_photo(user)
    assert said(user)
    user.prompt("w")
    assert said(user) == ""


async def test_another_provider_has_no_example(user: User) -> None:
    await user.ready()
    user.desk.act("close_picture")
    user.session.settings.set("hints_seen", "[]")
    await with_sample(user)
    assert said(user)
    assert not user.find(QPushButton, "hint_button").isVisible()


async def test_a_hint_comes_once(user: User) -> None:
    await with_photo(user, "a.png")
    assert seen(user) == ["first_edit"]
    user.click("hint_close_button")
    assert said(user) == ""
    await with_photo(user, "b.png")
    assert said(user) == ""


async def test_escape_ends_it_and_does_what_it_did(user: User) -> None:
    await with_photo(user)
    await user.result("black and white")
    user.click_canvas()
    user.key(Qt.Key.Key_M)
    assert said(user) == HINTS["loupe"]
    user.key(Qt.Key.Key_Escape)
    assert (said(user), user.window.canvas.has_loupe) == ("", False)
    user.key(Qt.Key.Key_Y)
    assert said(user).startswith("Drag the line")
    user.window.prompt.setFocus()
    user.key(Qt.Key.Key_Escape)
    assert said(user) == ""


async def test_using_the_tool_or_another_ends_it(user: User) -> None:
    await with_photo(user)
    await user.result("black and white")
    user.window.canvas.compare_mode = CompareMode.SPLIT
    assert said(user).startswith("Drag the line, or move it with the arrow keys. Hold \\ ")
    user.window.canvas._divider.setFocus()
    user.key(Qt.Key.Key_Right)
    assert said(user) == ""
    user.session.settings.set("history_view", "tree")
    assert said(user) == HINTS["tree"]
    user.desk.act("fit")
    assert said(user) == ""


@pytest.mark.parametrize("name", ["changes", "vary", "trash", "seed", "compare_with", "references"])
async def test_every_tool_has_its_hint(user: User, name: str) -> None:
    source = await user.ready()
    node = await user.result("make it blue")
    acts = {
        "changes": lambda: user.desk.act("changes"),
        "vary": lambda: user.desk.hints.on_command("vary"),
        "trash": lambda: user.desk.act("show_trash"),
        "seed": lambda: user.desk.act("use_seed"),
        "compare_with": lambda: user.session.compare_with(source),
        "references": lambda: user.session.set_references((node,)),
    }
    acts[name]()
    assert said(user) == HINTS[name].format(compare_with="C")
    assert seen(user).count(name) == 1


async def test_they_are_switched_off_and_on_in_one_place(user: User) -> None:
    user.desk.act("settings")
    box = user.find(QCheckBox, "setting_hints")
    box.setChecked(False)
    await with_photo(user)
    assert (said(user), seen(user)) == ("", [])
    box.setChecked(True)
    user.session.settings.set("hints_seen", json.dumps(list(HINTS)))
    await with_photo(user, "b.png")
    assert said(user) == ""
    user.find(QPushButton, "hints_again_button").click()
    assert seen(user) == []
    await with_photo(user, "c.png")
    assert said(user)
    box.setChecked(False)
    assert said(user) == "", "also the one that is there"


@pytest.mark.parametrize("kept", ["", "{", "7", "[" * 9999])
async def test_nonsense_that_was_kept_shows_hints_again(user: User, kept: str) -> None:
    user.session.settings.set("hints_seen", kept)
    await with_photo(user)
    assert seen(user) == ["first_edit"]


async def test_it_takes_no_focus_and_stays_over_the_canvas(user: User) -> None:
    user.window.prompt.setFocus()
    await with_photo(user)
    assert user.focus() is user.window.prompt
    line, canvas = user.find(QFrame, "hint_line"), user.window.canvas
    user.window.resize(1024, 700)
    over = canvas.rect().translated(canvas.mapTo(user.window, canvas.rect().topLeft()))
    assert over.contains(line.geometry())


async def test_all_of_it_can_be_read_where_there_is_little_room(user: User) -> None:
    """The button then stands below the words."""
    user.window.resize(1024, 700)
    await with_sample(user)
    line, offered = user.find(QFrame, "hint_line"), user.find(QPushButton, "hint_button")
    assert offered.width() >= offered.sizeHint().width()
    assert line.rect().contains(offered.geometry())
