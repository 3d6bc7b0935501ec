"""Undo, marks, the trash, comparisons and files of several pictures, as a user of the whole window meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMenu

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.dialogs.question import Question
from tests.services.bench import Bench, moved
from tests.ui.panels import nameless
from tests.ui.results import button, until
from tests.ui.windows import CONTROL, SHIFT, User


def entry(user: User, name: str) -> str:
    """The words of an entry, without the mark of their letter."""
    return user.action(name).text().replace("&", "")


async def two_results(user: User) -> tuple[HistoryNode, HistoryNode]:
    await user.ready()
    first = await user.result("make it blue")
    second = await user.result("make it red")
    return first, second


def kept(user: User, node: HistoryNode) -> HistoryNode:
    found = user.session.library.node(node.id)
    assert found is not None
    return found


def dialog(user: User, name: str) -> QDialog:
    return next(found for found in user.window.findChildren(QDialog, name) if found.isVisible())


async def test_a_letter_on_the_canvas_marks_what_is_there(user: User) -> None:
    _, second = await two_results(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_Period)
    user.key(Qt.Key.Key_4)
    await until(lambda: (kept(user, second).starred, kept(user, second).rating) == (True, 4))
    user.key(Qt.Key.Key_Z, CONTROL)
    await until(lambda: kept(user, second).rating == 0)
    user.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    await until(lambda: kept(user, second).rating == 4)


async def test_the_menu_says_what_an_undo_takes_back(user: User) -> None:
    _, second = await two_results(user)
    user.session.marks.star([second], True)
    await until(lambda: entry(user, "undo").startswith("Undo star"))
    assert user.action("undo").isEnabled()
    user.action("undo").trigger()
    await until(lambda: not kept(user, second).starred)
    assert entry(user, "redo").startswith("Redo star")


async def test_deleting_offers_the_way_back(user: User) -> None:
    first, second = await two_results(user)
    user.window.history.list.setFocus()
    user.click_row(second)
    user.key(Qt.Key.Key_Delete)
    await until(lambda: user.message() == "Deleted.")
    assert user.session.library.result_ids() == [first.id]
    await until(lambda: user.session.current is not None and user.session.current.id == first.id)
    user.click("message_action_button")
    await until(lambda: user.session.library.result_ids() == [second.id, first.id])
    await until(lambda: user.message() == "")


async def test_a_starred_one_is_asked_about(user: User) -> None:
    _, second = await two_results(user)
    user.session.marks.star([second], True)
    await user.session.undo.settle()
    user.click_row(second)
    user.key(Qt.Key.Key_Delete)
    await until(lambda: user.sees("delete_question"))
    question = dialog(user, "delete_question")
    assert isinstance(question, Question)
    assert question.text() == "It has a star."
    assert nameless(question) == []
    button(question, "delete_no_button").click()
    await until(lambda: not user.sees("delete_question"))
    assert kept(user, second).trashed is None
    user.click_row(second)
    user.key(Qt.Key.Key_Delete)
    await until(lambda: user.sees("delete_question"))
    button(dialog(user, "delete_question"), "delete_yes_button").click()
    await until(lambda: kept(user, second).trashed is not None)


async def test_an_original_on_the_canvas_is_not_deleted_by_a_letter(user: User) -> None:
    source = await user.ready()
    user.window.canvas.setFocus()
    user.session.show(source)
    user.desk.act("delete")
    user.desk.act("star")
    await user.session.undo.settle()
    assert kept(user, source) == source


async def test_any_two_are_compared_by_a_key(user: User) -> None:
    first, second = await two_results(user)
    user.click_row(first)
    user.key(Qt.Key.Key_C)
    user.click_row(second)
    await until(lambda: user.window.canvas.is_comparing)
    compared = user.window.canvas.compared
    assert compared is not None
    assert compared.id == first.id
    assert user.shown() == second.id
    user.click_row(first)
    user.key(Qt.Key.Key_C)
    await until(lambda: user.session.partner is None)


async def test_two_selected_ones_are_compared_the_older_one_first(user: User) -> None:
    first, second = await two_results(user)
    user.window.history.compare_requested.emit(second, first)
    await until(lambda: user.window.canvas.is_comparing and user.shown() == second.id)
    assert user.session.partner is not None
    assert user.session.partner.id == first.id


async def test_control_f_leads_to_the_search(user: User) -> None:
    await two_results(user)
    user.key(Qt.Key.Key_F, CONTROL)
    focus = user.focus()
    assert focus is not None
    assert focus.objectName() == "history_search"


async def test_what_else_changed_opens_by_key_and_leads_to_the_difference(user: User) -> None:
    _, second = await two_results(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_W)
    await until(lambda: user.sees("changes_dialog"))
    shown = dialog(user, "changes_dialog")
    difference = shown.findChild(QAbstractButton, "changes_difference_button")
    assert difference is not None
    await until(difference.isEnabled)
    difference.click()
    assert user.window.canvas.compare_mode == "difference"
    assert user.session.current is not None
    assert user.session.current.id == second.id


async def test_a_contact_sheet_of_what_is_selected(user: User) -> None:
    user.desk.act("sheet")
    assert "Select the results" in user.message()
    await two_results(user)
    user.window.history.list.selectAll()
    user.desk.act("sheet")
    await until(lambda: user.sees("sheet_dialog"))


async def test_several_are_exported_into_a_folder(user: User, tmp_path: Path) -> None:
    first, second = await two_results(user)
    folder = tmp_path / "client"
    folder.mkdir()
    user.window.history.export_requested.emit([first, second])
    chooser = user.find(QFileDialog, "export_folder_dialog")
    chooser.fileSelected.emit(str(folder))
    chooser.close()
    await until(lambda: len(list(folder.iterdir())) == 2)
    await until(lambda: "Exported 2 pictures to client." in user.message())
    await until(lambda: kept(user, first).exported and kept(user, second).exported)


async def test_layers_are_written_for_another_program(user: User, tmp_path: Path) -> None:
    _, second = await two_results(user)
    user.desk.act("export_layers")
    chooser = user.find(QFileDialog, "layers_dialog")
    chooser.fileSelected.emit(str(tmp_path / "edit.ora"))
    chooser.close()
    await until((tmp_path / "edit.ora").is_file)
    await until(lambda: "Exported in layers to edit.ora." in user.message())
    await until(lambda: kept(user, second).exported)


@pytest.mark.parametrize("command", ["changes", "export_layers", "export_tree"])
async def test_commands_for_a_picture_wait_for_one(user: User, command: str) -> None:
    assert not user.action(command).isEnabled()
    await two_results(user)
    assert user.action(command).isEnabled()


async def measured_shift(user: User) -> HistoryNode:
    """A result whose content lies beside where it lay, measured."""
    bench = Bench(user.session)
    node = bench.result(moved())
    user.session.edit_further(bench.source)
    user.session.node_added.emit(node)
    await user.session.changes.settle()
    user.session.show(kept(user, node))
    await until(lambda: user.shown() == node.id)
    return kept(user, node)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
async def test_the_menu_of_a_result_aligns_it_in_one_click(user: User) -> None:
    node = await measured_shift(user)
    history = user.window.history
    history.actions_bar.open_menu(node, user.window.rect().center(), user.desk.keymap)
    menu = user.find(QMenu, "history_menu")
    words = [action.text() for action in menu.actions()]
    assert "Align with the picture before" in words
    assert "Match the colours of before" not in words, "they are the same"
    menu.actions()[words.index("Align with the picture before")].trigger()
    menu.close()
    await until(lambda: user.session.current is not None and user.session.current.treatment is not None)
    await until(lambda: user.shown() != node.id)


async def test_the_button_below_the_history_says_what_changed_and_shows_it(user: User) -> None:
    await measured_shift(user)
    button_below = user.find(QAbstractButton, "changes_button")
    assert "moved 6 px" in button_below.toolTip()
    user.click("changes_button")
    await until(lambda: user.sees("changes_dialog"))


async def test_an_original_has_nothing_that_changed(user: User) -> None:
    source = await user.ready()
    user.session.show(source)
    assert not user.find(QAbstractButton, "changes_button").isEnabled()


async def test_the_next_and_the_previous_result_are_shown(user: User) -> None:
    first, second = await two_results(user)
    user.click_row(second)
    user.key(Qt.Key.Key_PageDown, CONTROL, at=user.window.prompt)
    assert user.session.current == first
    user.key(Qt.Key.Key_PageUp, CONTROL, at=user.window.prompt)
    assert user.session.current == second
    user.key(Qt.Key.Key_PageUp, CONTROL, at=user.window.prompt)
    assert user.session.current == second, "there is none above the first"


async def test_a_menu_acts_on_what_the_history_has_selected(user: User) -> None:
    first, second = await two_results(user)
    rows = user.window.history.list
    rows.setFocus()
    rows.selectAll()
    user.action("star").trigger()
    await until(lambda: all(kept(user, node).starred for node in (first, second)))
    user.click_canvas()
    user.action("rate_4").trigger()
    await until(lambda: user.session.current is not None and user.session.current.rating == 4)
    assert {kept(user, node).rating for node in (first, second)} == {0, 4}
