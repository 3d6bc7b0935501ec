"""The list of results: keys and mouse, and a view that does not move when a result arrives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.history_query import HistoryQuery
from flux_desktop.core.keymap import Keymap
from flux_desktop.services.session import Session
from flux_desktop.ui.history.list_view import HistoryList
from flux_desktop.ui.history.model import HistoryItemModel
from tests.ui.results import results, until

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


class Shown:
    """A list with rows, and what it told."""

    def __init__(self, session: Session, qtbot: QtBot, count: int) -> None:
        self.nodes = results(session, count)[::-1]
        self.model = HistoryItemModel()
        self.view = HistoryList(self.model, Keymap(session.settings))
        qtbot.addWidget(self.view)
        self.view.resize(280, 400)
        self.model.attach(session)
        self.model.load(HistoryQuery())
        self.view.show()
        self.told: list[tuple[str, HistoryNode]] = []
        self.view.chosen.connect(lambda node: self.told.append(("show", node)))
        self.view.edit_chosen.connect(lambda node: self.told.append(("edit", node)))
        self.view.command_given.connect(lambda what: self.told.append((what, self.view.node() or self.nodes[0])))

    def middle(self, row: int) -> QPoint:
        return self.view.visualRect(self.model.index(row, 0)).center()


async def test_a_click_shows_and_a_double_click_edits(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 3)
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.middle(1))
    assert shown.told == [("show", shown.nodes[1])] * 2, "selected and clicked"
    shown.told.clear()
    QTest.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.middle(1))
    assert ("edit", shown.nodes[1]) in shown.told


async def test_a_click_on_the_selected_row_shows_it_again(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 3)
    shown.view.select(shown.nodes[2].id)
    assert shown.told == []
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.middle(2))
    assert shown.told == [("show", shown.nodes[2])]


async def test_arrow_keys_show_and_enter_shows_or_edits(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 3)
    shown.view.select(shown.nodes[0].id)
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    assert shown.told == [("show", shown.nodes[1])]
    QTest.keyClick(shown.view, ENTER)
    QTest.keyClick(shown.view, ENTER, CTRL)
    assert shown.told[1:] == [("show", shown.nodes[1]), ("edit", shown.nodes[1])]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        *(("S", "use_seed"), ("A", "use_all"), ("R", "use_all_but_seed"), ("P", "use_prompt"), ("D", "use_params")),
        *(("V", "vary"), ("E", "edit_further"), ("I", "show_settings"), ("C", "compare_with"), ("F2", "note")),
        *((".", "star"), ("0", "rate_0"), ("5", "rate_5"), ("Del", "delete")),
    ],
)
async def test_letters_are_commands_for_the_row(session: Session, qtbot: QtBot, key: str, what: str) -> None:
    shown = Shown(session, qtbot, 2)
    shown.view.select(shown.nodes[1].id)
    QTest.keySequence(shown.view, QKeySequence(key))
    assert shown.told == [(what, shown.nodes[1])]


async def test_ctrl_c_copies_and_letters_do_not_search(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 2)
    shown.view.select(shown.nodes[1].id)
    QTest.keyClick(shown.view, Qt.Key.Key_C, CTRL)
    QTest.keyClicks(shown.view, "make it 1")
    assert shown.view.node() == shown.nodes[1]
    assert ("copy", shown.nodes[1]) in shown.told


async def test_keys_of_the_list_win_over_those_of_the_window(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 1)

    def wanted(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(shown.view, event)
        return event.isAccepted()

    assert all(wanted(key) for key in (Qt.Key.Key_S, Qt.Key.Key_Space, ENTER))
    assert wanted(ENTER, CTRL)
    assert wanted(Qt.Key.Key_C, CTRL)
    assert not wanted(Qt.Key.Key_S, CTRL)
    assert not wanted(Qt.Key.Key_F5)


async def test_space_peeks_while_it_is_held(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 1)
    shown.view.select(shown.nodes[0].id)
    peeks: list[bool] = []
    shown.view.peek.connect(peeks.append)
    QTest.keyPress(shown.view, Qt.Key.Key_Space)
    assert peeks == [True]
    QTest.keyRelease(shown.view, Qt.Key.Key_Space)
    assert peeks == [True, False]


async def test_a_peek_ends_when_the_focus_goes(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 1)
    shown.view.activateWindow()
    shown.view.setFocus()
    await until(shown.view.hasFocus)
    shown.view.select(shown.nodes[0].id)
    peeks: list[bool] = []
    shown.view.peek.connect(peeks.append)
    QTest.keyPress(shown.view, Qt.Key.Key_Space)
    shown.view.clearFocus()
    assert peeks == [True, False]


async def test_taking_the_focus_shows_nothing(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 3)
    shown.view.activateWindow()
    shown.view.setFocus(Qt.FocusReason.TabFocusReason)
    await until(shown.view.hasFocus)
    assert shown.told == []


@pytest.mark.parametrize("scrolled", [True, False])
async def test_a_result_moves_neither_the_view_nor_the_selection(
    session: Session, qtbot: QtBot, scrolled: bool
) -> None:
    shown = Shown(session, qtbot, 40)
    bar = shown.view.verticalScrollBar()
    shown.view.select(shown.nodes[5].id)
    bar.setValue(333 if scrolled else 0)
    before = shown.middle(9)
    new = results(session, 2)
    for node in new:
        shown.model.add(node)
    height = shown.view.visualRect(shown.model.index(0, 0)).height()
    assert shown.model.rowCount() == 42
    assert shown.view.node() == shown.nodes[5]
    assert shown.told == []
    assert shown.middle(11) == (before if scrolled else before + QPoint(0, 2 * height))


async def test_marks_repaint_their_rows_alone(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 10)
    changed: list[QModelIndex] = []
    shown.model.dataChanged.connect(lambda first, last: changed.append(first))
    shown.view.mark(shown.nodes[2].id, shown.nodes[3].id)
    before = shown.view.viewport().grab(shown.view.visualRect(shown.model.index(2, 0))).toImage()
    shown.view.mark("", "")
    after = shown.view.viewport().grab(shown.view.visualRect(shown.model.index(2, 0))).toImage()
    assert before != after
    assert changed == [], "the view would look at every row"


async def test_the_selection_survives_a_reload(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 5)
    shown.view.select(shown.nodes[3].id)
    shown.model.load(HistoryQuery(order="oldest"))
    assert shown.view.node() == shown.nodes[3]
    shown.model.load(HistoryQuery(root=shown.nodes[0].root))
    assert shown.view.node() is None
    assert shown.told == []


async def test_what_is_found_is_seen_from_its_top_and_the_selection_comes_back(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 100)
    await until(lambda: shown.model.rowCount() == 100)
    bar = shown.view.verticalScrollBar()
    shown.view.select(shown.nodes[80].id)
    assert bar.value() > 0
    shown.model.load(HistoryQuery(text="make"))
    await until(lambda: not shown.model._is_reading)
    assert bar.value() == 0
    shown.model.load(HistoryQuery())
    await until(lambda: not shown.model._is_reading)
    assert shown.view.node() == shown.nodes[80]
    assert shown.view.viewport().rect().contains(shown.middle(80))


async def test_reading_anew_moves_nothing(session: Session, qtbot: QtBot) -> None:
    shown = Shown(session, qtbot, 100)
    await until(lambda: shown.model.rowCount() == 100)
    shown.view.select(shown.nodes[50].id)
    shown.view.verticalScrollBar().setValue(2000)
    before = shown.middle(50)
    session.library.trash([shown.nodes[3].id], 1.0)
    results(session, 2)
    shown.model.renew()
    await until(lambda: shown.model.rowCount() == 101)
    assert shown.middle(51) == before
    assert shown.view.node() == shown.nodes[50]
    assert shown.told == []
