"""What the window opens beside itself: how it is opened, left by Esc, and where the focus goes then."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from flux_desktop.core import errors
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.ui.manual.page import ManualPage
from flux_desktop.ui.manual.window import ManualWindow
from flux_desktop.ui.prompt.help_panel import HINTS
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User

OPENED = {
    "settings": ("settings_dialog", (Qt.Key.Key_Comma, CONTROL)),
    "keys": ("settings_dialog", None),
    "outgoing": ("outgoing_dialog", (Qt.Key.Key_I, CONTROL)),
    "code": ("code_dialog", (Qt.Key.Key_C, CONTROL | SHIFT)),
    "spending": ("spending_dialog", None),
    "keys_help": ("keys_help", (Qt.Key.Key_F1, NONE)),
    "manual": ("manual_window", (Qt.Key.Key_F1, SHIFT)),
    "about": ("about_dialog", None),
}


async def focus_in(user: User, place: QWidget) -> None:
    """Until `place`, or something in it, has the focus."""
    await until(lambda: (focus := user.focus()) is not None and (focus is place or place.isAncestorOf(focus)))


def cells(table: QTableWidget) -> list[list[str]]:
    model = table.model()
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


@pytest.mark.parametrize("place", ["canvas", "prompt_box"])
async def test_a_dialog_opens_is_left_by_escape_and_gives_the_focus_back(user: User, place: str) -> None:
    await user.open(user.file("photo.png"))
    before = user.find(QWidget, place)
    before.setFocus()
    for command, (name, keys) in OPENED.items():
        if keys is not None:
            user.key(*keys)
        else:
            user.action(command).trigger()
        dialog = user.find(QDialog, name)
        assert dialog.isVisible()
        assert not dialog.isModal(), "the window can be used meanwhile"
        assert dialog.windowTitle()
        assert [found for found in nameless(dialog) if "Scroll" not in found] == []  # of Qt's own bar of tabs
        await focus_in(user, dialog)
        user.key(Qt.Key.Key_Escape)
        await until(partial(lambda gone: not user.sees(gone), name))
        await focus_in(user, before)


async def test_a_dialog_that_is_open_is_not_opened_twice(user: User) -> None:
    for command in OPENED:
        for _ in range(2):
            user.window.activateWindow()
            user.action(command).trigger()
    names = sorted(dialog.objectName() for dialog in user.window.findChildren(QDialog) if dialog.isVisible())
    assert names == [
        "about_dialog",
        "code_dialog",
        "keys_help",
        "manual_window",
        "outgoing_dialog",
        "settings_dialog",
        "spending_dialog",
    ]


async def test_the_manual_opens_at_what_one_is_doing(user: User) -> None:
    user.window.prompt.setFocus()
    await focus_in(user, user.window.prompt)
    user.key(Qt.Key.Key_F1, SHIFT)
    page = user.find(ManualPage, "manual_page")
    assert page.place() == "editing"
    user.desk.dialogs.open_money()
    await focus_in(user, user.find(QWidget, "settings_dialog"))
    user.key(Qt.Key.Key_F1, SHIFT)
    assert page.place() == "money#budgets"


async def test_a_failure_leads_into_the_manual(user: User) -> None:
    user.window.messages.show_error(errors.OutOfCredit("fal: nothing is left."))
    user.click("message_help_button")
    assert user.find(ManualPage, "manual_page").place() == "problems#credit"


async def test_keys_open_at_the_provider_that_is_chosen(user: User) -> None:
    user.session.settings.set("provider", "onemin")
    user.window.chooser.provider_box.choose("onemin")
    user.action("keys").trigger()
    assert user.find(QTabWidget, "settings_tabs").currentWidget().objectName() == "keys_page"
    focus = user.find(QDialog, "settings_dialog").focusWidget()
    assert isinstance(focus, QLineEdit)
    assert "onemin" in focus.objectName()


async def test_a_changed_setting_counts_at_once(user: User) -> None:
    user.key(Qt.Key.Key_Comma, CONTROL)
    box = user.find(QWidget, "setting_wheel")
    box.choose("scroll")  # type: ignore[attr-defined]
    assert not user.window.canvas.wheel_zooms


# What is sent.


async def test_what_is_sent_is_shown_before_anything_is(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.window.params.set_values({"steps": 31, "seed": 5})
    user.prompt("make it blue")
    user.click("outgoing_button")
    headline = user.find(QLabel, "outgoing_headline")
    await until(lambda: "Nothing has been sent yet" in headline.text())
    assert headline.text().startswith("To https://lab.invalid")
    table = user.find(QTableWidget, "outgoing_fields")
    assert ["steps", "num_inference_steps", "31", "renamed"] in cells(table)
    assert user.lab.requests == []
    user.window.params.set_values({"steps": 12})
    user.click("outgoing_refresh_button", at=user.find(QDialog, "outgoing_dialog"))
    await until(lambda: ["steps", "num_inference_steps", "12", "renamed"] in cells(table))


async def test_offline_nothing_leaves_the_machine(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("sepia")
    user.key(Qt.Key.Key_I, CONTROL)
    headline = user.find(QLabel, "outgoing_headline")
    await until(lambda: "Nothing leaves this machine" in headline.text())


async def test_what_could_not_be_sent_is_said_where_it_was_asked(user: User) -> None:
    """The dialog must not stay at “Working out what would be sent…”."""
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.window.prompt.clear()
    user.key(Qt.Key.Key_I, CONTROL)
    headline = user.find(QLabel, "outgoing_headline")
    await until(lambda: "Working" not in headline.text())
    assert headline.text() == "What would be sent can't be shown."
    assert user.find(QLabel, "outgoing_notes").text() == "The prompt is empty.\nWrite what should change."


@pytest.mark.parametrize("is_stored", [True, False], ids=["is lost", "can't be made"])
async def test_a_region_that_cannot_be_shown_is_no_edit_that_was_not_run(user: User, is_stored: bool) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("sepia")
    selection = user.session.selection
    if is_stored:
        selection.set_mask(Mask.of_plane(np.full((9, 9), 255, np.uint8), (128, 96), 20, 20), "rectangle")
        await until(lambda: user.session.mask)
        user.session.pictures.assets.path(user.session.mask or "").unlink()
    else:
        selection.load(user.folder / "none.png")
    user.key(Qt.Key.Key_I, CONTROL)
    headline, notes = user.find(QLabel, "outgoing_headline"), user.find(QLabel, "outgoing_notes")
    await until(lambda: "Working" not in headline.text())
    assert headline.text() == "What would be sent can't be shown."
    assert ("is missing" if is_stored else "The region could not be made.") in notes.text()
    assert "not run" not in notes.text()


# The run as code.


async def test_the_code_of_what_stands_in_the_window(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.chooser.provider_box.choose("onemin")
    user.prompt("make it blue")
    user.click("code_button")
    text = user.find(QPlainTextEdit, "code_text")
    await until(lambda: '"make it blue"' in text.toPlainText())
    assert "ONEMIN_API_KEY" in user.find(QLabel, "code_about").text()
    assert "--form 'asset=@source.png;type=image/png'" in text.toPlainText()
    user.window.form.put_prompt("make it green")
    user.click("code_refresh_button", at=user.find(QDialog, "code_dialog"))
    await until(lambda: '"make it green"' in text.toPlainText())


async def test_why_there_is_no_code_is_said_where_it_was_asked(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.prompt.clear()
    user.key(Qt.Key.Key_C, CONTROL | SHIFT)
    about = user.find(QLabel, "code_about")
    await until(lambda: about.text().startswith("The prompt is empty."))
    user.window.form.put_prompt("sepia")
    user.click("code_refresh_button", at=user.find(QDialog, "code_dialog"))
    await until(lambda: "no call to write down" in about.text())


# Help.


async def test_the_help_opens_beside_the_prompt_and_is_left_by_escape(user: User) -> None:
    canvas = user.window.canvas.geometry()
    for place in (user.window.canvas, user.window.prompt):
        place.setFocus()
        user.key(Qt.Key.Key_F1, CONTROL)
        assert user.sees("help_panel")
        assert not user.sees("param_panel")
        assert user.window.run_bar.help_button.isChecked()
        assert user.window.canvas.geometry() == canvas
        assert user.focus() is user.find(QLineEdit, "help_search"), "one types what one looks for"
        user.key(Qt.Key.Key_Escape)
        assert not user.sees("help_panel")
        assert user.sees("param_panel")
        assert not user.window.run_bar.help_button.isChecked()
        assert user.focus() is place


async def test_the_focus_goes_to_the_prompt_where_its_place_is_gone(user: User) -> None:
    field = user.find(QWidget, "param_quality")
    field.setFocus()
    user.key(Qt.Key.Key_F1, CONTROL)
    user.window.chooser.provider_box.choose("lab")
    user.key(Qt.Key.Key_Escape)
    assert user.focus() is user.window.prompt


async def test_an_example_of_the_help_goes_into_the_prompt(user: User) -> None:
    user.key(Qt.Key.Key_F1, CONTROL)
    user.write("sunset")
    rows = user.find(QListWidget, "help_list")
    example = next(rows.item(row) for row in range(rows.count()) if rows.item(row).text() == "sunset gradient")
    assert not example.isHidden()
    rows.itemClicked.emit(example)
    assert user.window.prompt.text() == "sunset gradient"
    assert user.focus() is user.window.prompt
    assert user.sees("help_panel"), "the next example is one click away"


async def test_the_help_is_about_the_chosen_model(user: User) -> None:
    user.key(Qt.Key.Key_F1, CONTROL)
    assert user.label("help_title") == "What the offline editor understands"
    user.window.chooser.provider_box.choose("lab")
    assert user.label("help_title") == "What can I write?"
    rows = user.find(QListWidget, "help_list")
    assert rows.item(0).text() == HINTS[0][0]
    user.window.chooser.provider_box.choose("offline")
    assert user.label("help_title") == "What the offline editor understands"
    user.click("help_close_button")
    assert not user.sees("help_panel")


async def test_the_help_brings_a_hidden_sidebar_back(user: User) -> None:
    user.key(Qt.Key.Key_F8)
    assert not user.window.side.isVisible()
    user.key(Qt.Key.Key_F1, CONTROL)
    assert user.sees("help_panel")
    assert user.action("show_sidebar").isChecked()


async def test_no_dialog_ends_the_program_or_blocks_it(user: User) -> None:
    closed: list[bool] = []
    user.window.close_requested.connect(lambda: closed.append(True))
    for command in OPENED:
        user.action(command).trigger()
    assert QApplication.activeModalWidget() is None
    for dialog in user.window.findChildren(QDialog):
        dialog.close()
    assert closed == []
    user.window.activateWindow()
    user.window.prompt.setFocus()
    user.key(Qt.Key.Key_O, CONTROL | SHIFT)
    user.key(Qt.Key.Key_Escape, at=user.find(QDialog, "open_dialog"))
    await until(lambda: user.window.findChild(QDialog, "open_dialog") is None)


async def test_the_manual_can_be_used_while_a_dialog_blocks_the_window(user: User) -> None:
    """Whatever does not belong to a modal dialog gets no clicks until that is closed."""
    desk = user.window.desk
    assert desk is not None
    question = QDialog(user.window)
    question.open()
    for _ in range(2):
        desk.dialogs.show_manual("start")
    (manual,) = user.window.findChildren(ManualWindow)
    assert manual.isVisible()
    assert manual.parentWidget() is question
    question.close()
