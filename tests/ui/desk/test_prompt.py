"""Help with the prompt in the window: pictures to point at, templates, hints, references from the history."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QPushButton, QSpinBox

from flux_desktop.services.templates import BUILT_IN, Template
from flux_desktop.ui.desk.dropped import nodes_of
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import CONTROL, SHIFT, User


async def with_reference(user: User, name: str = "red jacket.png") -> None:
    await user.ready()
    user.session.add_reference_file(user.file(name))
    await until(lambda: len(user.window.references.ids()) == 1)


def offered(user: User) -> list[str]:
    completion = user.desk.prompting._completion
    return completion.rows() if completion is not None else []


def hint(user: User) -> str:
    return user.window.prompt_tools.hint()


def names(user: User) -> list[str]:
    return [node.name for node in user.session.references]


async def test_pictures_are_offered_by_name_and_put_in_by_number(user: User) -> None:
    await with_reference(user)
    user.prompt("Dress her in the jacket of image ")
    assert offered(user) == ["image 1 – photo.png", "image 2 – red jacket.png"]
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_Return)
    assert user.window.prompt.text() == "Dress her in the jacket of image 2"
    user.write(" and @ja")
    assert offered(user) == ["image 2 – red jacket.png"]
    user.key(Qt.Key.Key_Tab)
    user.write(", same pose")
    assert user.window.prompt.text().endswith("image 2 and image 2, same pose")
    assert offered(user) == []
    assert user.focus() is user.window.prompt


async def test_the_offer_has_small_pictures_and_is_ended_by_esc(user: User) -> None:
    await with_reference(user)
    user.prompt("@")
    shown = user.find(QListWidget, "image_completion")
    assert not shown.item(1).icon().isNull()
    sizes = {shown.item(row).icon().actualSize(shown.iconSize()).toTuple() for row in range(shown.count())}
    assert sizes == {shown.iconSize().toTuple()}, "names begin below each other"
    assert shown.visualItemRect(shown.item(1)).bottom() == shown.viewport().rect().bottom(), "nothing is left empty"
    assert nameless(shown) == []
    user.key(Qt.Key.Key_Escape)
    assert offered(user) == []
    user.write("r")
    assert offered(user) == [], "it was declined"
    user.key(Qt.Key.Key_Return, CONTROL)
    assert len(user.jobs()) == 1, "what is typed is sent as it is"


async def test_nothing_is_offered_where_nothing_is_sent(user: User) -> None:
    await with_reference(user)
    await user.use_lab("lab-alone")
    user.prompt("make the image ")
    assert offered(user) == [], "the only picture is plain enough"
    user.write("@")
    user.click("mode_generate")
    user.prompt("@")
    assert offered(user) == []


async def test_a_template_is_filled_in_by_tab(user: User) -> None:
    await user.ready()
    user.desk.prompting.put(BUILT_IN[1])
    prompt = user.window.prompt
    assert prompt.textCursor().selectedText() == "{background}"
    user.write("a beach")
    user.key(Qt.Key.Key_Tab)
    assert prompt.textCursor().selectedText() == "{subject}"
    prompt.insertPlainText("dog 🐕")
    assert prompt.text().startswith("Replace the background with a beach. Keep the dog 🐕,")
    user.key(Qt.Key.Key_Tab)
    assert user.focus() is not prompt, "behind the last one Tab leads on"


async def test_a_snippet_is_put_in_at_the_cursor_and_undone_like_typing(user: User) -> None:
    await user.ready()
    user.prompt("Make it red.")
    user.desk.prompting.put(Template("Keep", "Keep the rest.", "snippet"))
    assert user.window.prompt.text() == "Make it red. Keep the rest."
    user.key(Qt.Key.Key_Z, CONTROL)
    assert user.window.prompt.text() == "Make it red."


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_the_menu_has_all_templates_and_leads_to_the_users_own(user: User) -> None:
    user.desk.prompting.templates.own = (Template("Snow & ice", "Let it snow on the {subject}."),)
    user.click("templates_button")
    menu = user.find(QMenu, "templates_menu")
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Templates"
    assert "Snow && ice" in words
    assert words[-1] == "Edit templates…"
    next(action for action in menu.actions() if action.text() == "Snow && ice").trigger()
    assert user.window.prompt.textCursor().selectedText() == "{subject}"
    menu.close()


async def test_the_users_own_are_written_in_a_dialog(user: User) -> None:
    user.desk.prompting.edit_templates()
    dialog = user.find(QDialog, "templates_dialog")
    assert nameless(dialog) == []
    text = user.find(QPlainTextEdit, "template_text")
    text.setPlainText("Take the {subject} away.")
    user.click("template_add_button", dialog)
    name = user.find(QLineEdit, "template_name")
    assert dialog.focusWidget() is name
    assert name.selectedText() == "New template"
    QTest.keyClicks(name, "Snow")
    text.setPlainText("Let it snow.")
    user.click("template_add_button", dialog)
    user.click("template_remove_button", dialog)
    user.click("templates_ok_button", dialog)
    templates = user.desk.prompting.templates
    assert templates.erase == "Take the {subject} away."
    assert templates.own == (Template("Snow", "Let it snow."),)
    user.desk.prompting.edit_templates()
    again = [one for one in user.window.findChildren(QDialog, "templates_dialog") if one.isVisible()][-1]
    user.click("template_usual_button", again)
    user.click("templates_cancel_button", again)
    assert templates.erase == "Take the {subject} away.", "Cancel keeps nothing"


async def test_a_hint_comes_when_it_fits_and_never_again_once_dismissed(user: User) -> None:
    await user.ready()
    height = user.window.prompt_tools.height()
    user.prompt("Make the red jacket blue")
    await until(lambda: hint(user).startswith("Say what stays"))
    assert user.window.prompt.text() == "Make the red jacket blue", "nothing is rewritten"
    user.click("prompt_hint_dismiss_button")
    await until(lambda: hint(user) == "")
    assert json.loads(user.session.settings.text("prompt_hints_dismissed")) == ["keep"]
    assert user.focus() is user.window.prompt
    user.prompt("Write Open on the sign")
    await until(lambda: "quotation marks" in hint(user))
    user.write(', "Open", nothing else')
    await until(lambda: hint(user) == "")
    assert user.window.prompt_tools.height() == height


async def test_hints_are_not_for_the_offline_editor_nor_for_who_wants_none(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("Make the red jacket blue")
    user.desk.prompting._show_hint()
    assert hint(user) == ""
    await user.use_lab()
    await until(lambda: hint(user))
    user.session.settings.set("hints", False)
    await until(lambda: hint(user) == "")


async def test_a_result_becomes_a_reference_from_the_history(user: User) -> None:
    await user.ready()
    first, second = await user.result("one"), await user.result("two")
    user.click_row(first)
    user.window.history.list.setFocus()
    user.desk.act("use_reference")
    assert [node.id for node in user.session.references] == [first.id]
    user.window.references.nodes_dropped.emit([second.id, first.id, "unknown"])
    assert [node.id for node in user.session.references] == [first.id, second.id]
    user.session.undo.undo()
    await until(lambda: len(user.session.references) == 1)
    user.desk.act("use_reference")
    assert "already" in user.message() or len(user.session.references) == 2


async def test_what_is_dragged_from_the_history_names_its_nodes(user: User) -> None:
    await user.ready()
    node = await user.result("one")
    model = user.window.history.list._model
    assert nodes_of(model.mimeData([model.index_of(node.id)])) == [node.id]


async def test_a_picture_is_pasted_as_a_reference(user: User) -> None:
    await user.ready()
    mime = QMimeData()
    mime.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    user.key(Qt.Key.Key_V, CONTROL | SHIFT)
    await until(lambda: len(user.session.references) == 1)
    assert user.session.source is not None
    assert user.session.source.name == "photo.png", "what is edited stays"
    await user.use_lab("lab-alone")
    user.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert "takes no reference" in user.message()
    assert len(user.session.references) == 1


async def test_a_reference_is_cropped_sent_so_and_recalled(user: User) -> None:
    await with_reference(user)
    tiles = user.window.references.list
    assert tiles is not None
    tiles.setCurrentRow(0)
    user.click("reference_crop_button")
    dialog = user.find(QDialog, "crop_dialog")
    assert nameless(dialog) == []
    width = dialog.findChild(QSpinBox, "crop_width")
    assert width is not None
    await until(width.isEnabled)
    crop = dialog.findChild(QPushButton, "crop_button")
    assert crop is not None
    assert not crop.isEnabled(), "all of it is no part"
    width.setValue(50)
    user.click("crop_button", dialog)
    await until(lambda: names(user) == ["red jacket (cropped).png"])
    assert (user.session.references[0].width, user.session.references[0].height) == (50, 96)
    node = await user.result("dress image 1 in image 2, same pose")
    sent = user.lab.requests[0].references[0]
    assert sent.data == user.encoded(user.session.references[0])
    user.session.set_references(())
    user.session.recall(node, "all")
    await until(lambda: names(user) == ["red jacket (cropped).png"])
    user.session.undo.undo()
    user.session.undo.undo()
    await until(lambda: names(user) == ["red jacket.png"])
