"""Several results at once, marks, deletes and the trash, as a user of the panel does and sees it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.history.note_editor import NoteEditor
from tests.ui.history.shown import POPUP_LOG, Seen
from tests.ui.results import opened, results, until

POPUP = pytest.mark.qt_log_ignore(POPUP_LOG)


def three(session: Session) -> list[HistoryNode]:
    """Three results, newest first: as they are listed."""
    return results(session, 3, opened(session))[::-1]


async def test_several_selected_get_buttons_of_their_own(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    session.show(nodes[2])
    height = seen.panel.actions_bar.height()
    seen.select(0, 1)
    assert session.current == nodes[0], "one alone was shown, the second is only added"
    assert seen.words("history_bulk_label") == "2 results selected"
    assert not seen.panel.actions_bar.isVisible()
    assert abs(seen.panel.bulk_bar.sizeHint().height() - height) <= 2, "the list keeps its height"
    seen.select(2)
    assert seen.panel.actions_bar.isVisible()
    assert not seen.panel.bulk_bar.isVisible()


async def test_several_are_exported_put_on_a_sheet_and_compared(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    told: list[object] = []
    seen.panel.export_requested.connect(lambda some: told.append(("export", some)))
    seen.panel.sheet_requested.connect(lambda some: told.append(("sheet", some)))
    seen.panel.compare_requested.connect(lambda one, other: told.append(("compare", one, other)))
    seen.select(0, 2)
    for name in ("bulk_export_button", "bulk_sheet_button", "bulk_compare_button"):
        seen.press(name)
    pair = [nodes[0], nodes[2]]
    assert told == [("export", pair), ("sheet", pair), ("compare", *pair)]
    seen.key("Ctrl+A")
    assert seen.words("history_bulk_label") == "3 results selected"
    with pytest.raises(AssertionError, match="disabled"):
        seen.press("bulk_compare_button")


async def test_a_dot_stars_and_a_digit_rates_all_that_is_selected(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(0, 1)
    seen.key(".")
    seen.key("4")
    await seen.settled()
    fresh = session.library.nodes([node.id for node in nodes])
    assert [(node.starred, node.rating) for node in fresh] == [(True, 4), (True, 4), (False, 0)]
    spoken = seen.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "starred, rated 4 of 5" in spoken
    seen.key(".")
    await seen.settled()
    assert not any(node.starred for node in session.library.nodes([nodes[0].id, nodes[1].id]))
    assert seen.selected() == [nodes[0].id, nodes[1].id]


async def test_a_star_is_seen_and_kept_by_its_button(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(1)
    before = seen.rows.viewport().grab(seen.rows.visualRect(seen.model.index(1, 0))).toImage()
    seen.press("star_button")
    await seen.settled()
    assert seen.rows.viewport().grab(seen.rows.visualRect(seen.model.index(1, 0))).toImage() != before
    assert session.library.nodes([nodes[1].id])[0].starred
    assert seen.panel.findChild(type(seen.panel.actions_bar._star), "star_button").isChecked()  # type: ignore[union-attr]


@pytest.mark.parametrize(("gone", "left"), [((0,), 1), ((1,), 2), ((2,), 1), ((0, 1), 2), ((1, 2), 0)])
async def test_after_a_delete_the_neighbour_is_selected_and_shown(
    session: Session, qtbot: QtBot, gone: tuple[int, ...], left: int
) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(*gone)
    seen.key("Del")
    await seen.settled()
    assert seen.ids() == [node.id for row, node in enumerate(nodes) if row not in gone]
    assert seen.selected() == [nodes[left].id]
    assert session.current is not None
    assert session.current.id == nodes[left].id


async def test_a_delete_elsewhere_leaves_the_selection(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(0)
    session.trash.delete([nodes[2]])
    await seen.settled()
    assert seen.selected() == [nodes[0].id]
    assert session.current is not None
    assert session.current.id == nodes[0].id


async def test_an_undo_brings_the_rows_back_to_their_places(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(0, 1)
    seen.key("Del")
    await seen.settled()
    session.undo.undo()
    await seen.settled()
    assert seen.ids() == [node.id for node in nodes]


async def test_the_original_is_not_deleted_by_a_key(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    session.edit_further(nodes[0])
    seen.press("history_tree_button")
    await seen.answered()
    seen.select(0)
    seen.key("Del")
    await seen.settled()
    assert len(seen.ids()) == 4


async def test_the_trash_is_shown_and_gives_back(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    session.trash.delete(nodes[:2])
    await seen.settled()
    seen.panel.show_trash()
    await seen.answered()
    assert seen.ids() == [nodes[0].id, nodes[1].id]
    assert seen.words("history_filter_words") == "2 results in the trash"
    await until(lambda: seen.words("history_trash_label").startswith("Emptying deletes 2 pictures"))
    seen.select(1)
    seen.press("restore_button")
    await seen.settled()
    assert seen.ids() == [nodes[0].id]
    seen.press("history_clear_button")
    await seen.answered()
    assert seen.ids() == [nodes[1].id, nodes[2].id]


async def test_what_was_deleted_is_only_looked_at(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    session.trash.delete(nodes[:1])
    await seen.settled()
    seen.panel.show_trash()
    await seen.answered()
    seen.select(0)
    for keys in (".", "4", "E", "Ctrl+Return", "F2"):
        seen.key(keys)
    await seen.settled()
    kept = session.library.nodes([nodes[0].id])[0]
    assert (kept.starred, kept.rating, session.source) == (False, 0, None)
    assert seen.panel.window().findChild(NoteEditor) is None


async def test_deleting_for_good_is_asked_with_number_and_size(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    session.trash.delete(nodes[:2])
    await seen.settled()
    seen.panel.show_trash()
    await seen.answered()
    await until(lambda: seen.words("history_trash_label").startswith("Emptying deletes 2 pictures"))
    seen.press("empty_trash_button")
    words = seen.words("history_trash_label")
    assert words.startswith("Delete all, 2 pictures, ")
    assert words.endswith(" for good? This cannot be undone.")
    seen.press("trash_not_now_button")
    assert len(session.library.trashed_ids()) == 2
    seen.select(0)
    seen.press("drop_button")
    assert seen.words("history_trash_label") == "Delete 1 result for good? This cannot be undone."
    seen.press("trash_sure_button")
    await until(lambda: seen.ids() == [nodes[1].id])
    await until(lambda: seen.words("history_trash_label").startswith("Emptying deletes 1 picture"))
    seen.press("empty_trash_button")
    seen.press("trash_sure_button")
    await until(lambda: not seen.ids())
    assert not session.library.trashed_ids()
    assert seen.words("history_empty") == "The trash is empty."


async def test_what_others_were_made_from_stays_in_the_trash(session: Session, qtbot: QtBot) -> None:
    base = results(session, 1, opened(session))[0]
    results(session, 1, base, parent=base.id)
    seen = Seen(session, qtbot)
    session.trash.delete([base])
    await seen.settled()
    seen.panel.show_trash()
    await seen.answered()
    await until(lambda: seen.words("history_trash_label").endswith("What others were made from stays."))
    assert not seen.panel.trash_bar._empty.isEnabled()


async def test_f2_writes_a_note_that_ctrl_enter_keeps(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(1)
    seen.key("F2")
    editor = seen.panel.window().findChild(NoteEditor)
    assert editor is not None
    field = editor.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("for the client")
    QTest.keySequence(field, QKeySequence("Ctrl+Return"))
    await seen.settled()
    assert session.library.nodes([nodes[1].id])[0].note == "for the client"
    assert "has a note" in seen.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "for the client" in seen.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


async def test_c_compares_with_the_row_and_ends_it(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(1)
    seen.key("C")
    assert session.partner == nodes[1]
    assert "compared with" in seen.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    seen.key("C")
    assert session.partner is None


async def test_keys_that_the_user_chose_are_used(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.panel._keymap.set("star", ["T"])
    seen.select(0)
    seen.key("T")
    await seen.settled()
    assert session.library.nodes([nodes[0].id])[0].starred


async def test_d_recalls_the_parameters_alone(session: Session, qtbot: QtBot) -> None:
    three(session)
    seen = Seen(session, qtbot)
    told: list[str] = []
    session.recalled.connect(lambda recipe, what: told.append(what))
    seen.select(0)
    seen.key("D")
    assert told == ["params"]


@POPUP
async def test_the_menu_names_the_keys_and_does_the_rest(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    layered: list[HistoryNode] = []
    trees: list[HistoryNode] = []
    seen.panel.layers_requested.connect(layered.append)
    seen.panel.tree_export_requested.connect(trees.append)
    seen.rows.customContextMenuRequested.emit(seen.rows.visualRect(seen.model.index(1, 0)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text().partition("\t")[0]: action for action in menu.actions()}
    keys = {words: action.text().partition("\t")[2] for words, action in entries.items()}
    assert keys["Use the parameters only"] == "D"
    assert (keys["Star"], keys["Delete"], keys["Write a note…"]) == (".", "Del", "F2")
    for words in ("Export as layers…", "Export the whole tree…", "Star", "Compare with this one"):
        entries[words].trigger()
    await seen.settled()
    assert layered == [nodes[1]]
    assert [node.id for node in trees] == [nodes[1].root]
    assert session.partner is not None
    assert session.library.nodes([nodes[1].id])[0].starred
    menu.close()


async def test_another_program_changed_the_library(session: Session, qtbot: QtBot) -> None:
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.select(1)
    session.library.mark([nodes[1].id], rating=2)
    session.library.trash([nodes[0].id], 1.0)
    new = results(session, 1, seed=9)[0]
    session.library_changed.emit()
    await seen.answered()
    assert seen.ids() == [new.id, nodes[1].id, nodes[2].id]
    assert seen.selected() == [nodes[1].id]
    assert "rated 2 of 5" in seen.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


async def test_the_keyboard_stays_with_the_rows(session: Session, qtbot: QtBot) -> None:
    """In the field that Qt would give it to, Ctrl+Z means something else."""
    nodes = three(session)
    seen = Seen(session, qtbot)
    seen.panel.activateWindow()
    seen.select(0, 1)
    button = seen.panel.findChild(QWidget, "bulk_delete_button")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    await seen.settled()
    assert seen.selected() == [nodes[2].id]
    assert seen.rows.hasFocus()
    seen.key("Del")
    await seen.settled()
    assert not seen.rows.isVisible()
    assert QApplication.focusWidget() is seen.panel.header.more_button
