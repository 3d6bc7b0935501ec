"""The history panel on a real session: what is shown, marked, recalled, varied, dragged and exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.history.model import EDITING_ROLE, SHOWN_ROLE
from flux_desktop.ui.history.panel import HistoryPanel
from flux_desktop.ui.history.recipe_dialog import RecipeDialog
from tests.ui.panels import nameless, thumbnail
from tests.ui.results import button, opened, results, until

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def shown_panel(session: Session, qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 700)
    panel.show()
    panel.attach(session)
    return panel


def marked(panel: HistoryPanel, role: int) -> list[int]:
    model = panel.list.model()
    return [row for row in range(model.rowCount()) if model.index(row, 0).data(role)]


def press(panel: HistoryPanel, qtbot: QtBot, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def empty_words(panel: HistoryPanel) -> str:
    label = panel.findChild(QLabel, "history_empty")
    assert label is not None
    return label.text() if label.isVisibleTo(panel) else ""


def test_before_a_session_it_is_empty_and_quiet(qtbot: QtBot) -> None:
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.show()
    assert empty_words(panel) == "Results appear here. They stay after you close the program."
    assert not panel.scope.isEnabled()
    assert panel.selected() is None
    for name in ("use_seed_button", "use_all_button", "vary_button", "export_button", "recipe_button"):
        assert not any(found.isEnabled() for found in panel.findChildren(QAbstractButton, name)), name
    assert nameless(panel) == []


async def test_the_first_result_takes_the_place_of_the_sentence(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    assert empty_words(panel)
    assert not panel.list.isVisible()
    place = panel.actions_bar.geometry()
    session.node_added.emit(results(session, 1)[0])
    assert empty_words(panel) == ""
    assert panel.list.isVisible()
    assert panel.actions_bar.geometry() == place
    assert nameless(panel) == []


async def test_a_click_shows_and_marks_and_the_source_stays(session: Session, qtbot: QtBot) -> None:
    root = opened(session)
    nodes = results(session, 3, root)[::-1]
    panel = shown_panel(session, qtbot)
    session.edit_further(root)
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    assert session.current == nodes[1]
    assert session.source == root
    assert marked(panel, SHOWN_ROLE) == [1]
    assert marked(panel, EDITING_ROLE) == []
    panel.list.doubleClicked.emit(panel.list.model().index(1, 0))
    assert session.source == nodes[1]
    assert marked(panel, EDITING_ROLE) == [1]


async def test_what_is_shown_elsewhere_is_marked_but_not_selected(session: Session, qtbot: QtBot) -> None:
    root = opened(session)
    nodes = results(session, 3, root)[::-1]
    panel = shown_panel(session, qtbot)
    panel.list.setCurrentIndex(panel.list.model().index(2, 0))
    session.show(nodes[0])
    assert marked(panel, SHOWN_ROLE) == [0]
    assert panel.selected() == nodes[2]
    assert panel.actions_bar.node == nodes[0], "the buttons act on what is on the canvas"


async def test_an_arriving_result_is_the_first_row_and_moves_nothing(session: Session, qtbot: QtBot) -> None:
    root = opened(session)
    results(session, 2, root)
    panel = shown_panel(session, qtbot)
    session.edit_further(root)
    selected = panel.list.model().index(1, 0)
    panel.activateWindow()
    panel.list.setFocus()
    await until(panel.list.hasFocus)
    panel.list.setCurrentIndex(selected)
    node = panel.selected()
    assert node is not None
    job = session.submit(Recipe("black and white", "offline", "offline-edit"))
    assert job is not None
    await job.wait()
    assert panel.list.model().rowCount() == 3
    selected_now = panel.selected()
    assert selected_now is not None
    assert selected_now.id == node.id
    assert session.current is not None
    assert session.current.id == node.id, "the user looks at something else"
    assert panel.list.hasFocus()


@pytest.mark.parametrize(
    ("name", "what"),
    [("use_seed_button", "seed"), ("use_all_button", "all"), ("use_all_but_seed_button", "all_but_seed")],
)
async def test_buttons_recall_the_recipe_of_the_result(session: Session, qtbot: QtBot, name: str, what: str) -> None:
    node = results(session, 1, opened(session))[0]
    panel = shown_panel(session, qtbot)
    told: list[tuple[Recipe, str]] = []
    session.recalled.connect(lambda recipe, what: told.append((recipe, what)))
    session.show(node)
    press(panel, qtbot, name)
    assert told == [(node.used_recipe, what)]


async def test_a_letter_recalls_the_prompt_of_the_row(session: Session, qtbot: QtBot) -> None:
    results(session, 2, opened(session))
    panel = shown_panel(session, qtbot)
    told: list[str] = []
    session.recalled.connect(lambda recipe, what: told.append(f"{what}: {recipe.prompt}"))
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_P)
    assert told == ["prompt: make it 1"]


async def test_the_seed_cannot_be_reused_where_nobody_knows_it(session: Session, qtbot: QtBot) -> None:
    node = results(session, 1, opened(session), seed=None)[0]
    panel = shown_panel(session, qtbot)
    session.show(node)
    assert button(panel, "use_all_button").isEnabled()
    assert not any(found.isEnabled() for found in panel.findChildren(QAbstractButton, "use_seed_button"))


async def test_vary_orders_as_many_as_chosen_with_new_seeds(session: Session, qtbot: QtBot) -> None:
    root = opened(session)
    node = results(session, 1, root, recipe=Recipe("sepia", "offline", "offline-edit", {"seed": 5}), seed=5)[0]
    panel = shown_panel(session, qtbot)
    session.show(node)
    menu = button(panel, "vary_button").findChild(QMenu, "vary_menu")
    assert menu is not None
    menu.actions()[2].trigger()
    jobs = list(session.queue.jobs.values())
    assert [job.record.parent for job in jobs] == [root.id] * 3
    assert len({job.record.recipe.seed for job in jobs} - {5}) == 3


@POPUP
async def test_v_asks_how_many(session: Session, qtbot: QtBot) -> None:
    results(session, 1, opened(session))
    panel = shown_panel(session, qtbot)
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_V)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert popup.actions()[0].text() == "1 new seed"
    popup.close()


@POPUP
async def test_the_menu_of_a_row_acts_on_that_row(session: Session, qtbot: QtBot) -> None:
    nodes = results(session, 2, opened(session))[::-1]
    panel = shown_panel(session, qtbot)
    exported: list[HistoryNode] = []
    copied: list[HistoryNode] = []
    panel.export_requested.connect(exported.extend)
    panel.copy_requested.connect(copied.append)
    place = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    panel.list.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert all(not action.shortcut().toString() for action in menu.actions()), "shown, not taken from the window"
    entries["Export…"].trigger()
    entries["Copy picture"].trigger()
    entries["Edit further"].trigger()
    assert (exported, copied, session.source) == ([nodes[1]], [nodes[1]], nodes[1])
    menu.close()


async def test_the_original_is_in_sight_and_can_be_shown_and_edited(session: Session, qtbot: QtBot) -> None:
    root = opened(session, "holiday.png")
    node = results(session, 1, root)[0]
    panel = shown_panel(session, qtbot)
    assert not panel.original.isVisible()
    session.edit_further(node)
    assert panel.original.isVisible()
    assert "holiday.png" in panel.original.accessibleName()
    press(panel, qtbot, "history_original")
    assert (session.current, session.source) == (root, node)
    QTest.mouseDClick(panel.original, Qt.MouseButton.LeftButton)
    assert session.source == root
    session.edit_further(node)
    QTest.keyClick(panel.original, Qt.Key.Key_Return)
    assert (session.current, session.source) == (root, node)
    QTest.keyClick(panel.original, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.source == root


async def test_a_generation_has_no_original(session: Session, qtbot: QtBot) -> None:
    panel = shown_panel(session, qtbot)
    session.edit_further(results(session, 1)[0])
    assert not panel.original.isVisible()


async def test_the_scope_lists_the_open_picture_alone_and_is_remembered(session: Session, qtbot: QtBot) -> None:
    one, other = opened(session, "one.png"), results(session, 1)[0]
    results(session, 2, one)
    panel = shown_panel(session, qtbot)
    panel.scope.choose("picture")
    assert panel.list.model().rowCount() == 3, "no picture is open"
    session.edit_further(one)
    assert panel.list.model().rowCount() == 2
    session.edit_further(other)
    assert panel.list.model().rowCount() == 1
    assert session.settings.get("history_scope") == "picture"
    session.settings.set("history_scope", "all")
    assert panel.scope.currentData() == "all"
    assert panel.list.model().rowCount() == 3


async def test_show_settings_changes_no_setting_and_shows_every_one(session: Session, qtbot: QtBot) -> None:
    node = results(session, 1, opened(session))[0]
    panel = shown_panel(session, qtbot)
    told: list[object] = []
    session.recalled.connect(lambda recipe, what: told.append(recipe))
    session.show(node)
    press(panel, qtbot, "recipe_button")
    dialog = panel.window().findChild(RecipeDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert told == []
    dialog.close()


async def test_a_row_drags_out_as_a_file(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    root = opened(session, "holiday.png")
    results(session, 1, root)
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.attach(session, tmp_path / "drag")
    data = panel.list.model().mimeData([panel.list.model().index(0, 0)])
    file = Path(data.urls()[0].toLocalFile())
    assert file.parent == tmp_path / "drag"
    assert file.name.startswith("holiday-0-")
    assert QImage(str(file)).size() == QImage.fromData(thumbnail()).size()


async def test_a_lost_picture_drags_nothing_and_says_why(session: Session, qtbot: QtBot) -> None:
    results(session, 1, opened(session), asset="0" * 64)
    panel = shown_panel(session, qtbot)
    failures: list[FluxError] = []
    session.failed.connect(failures.append)
    data = panel.list.model().mimeData([panel.list.model().index(0, 0)])
    assert data.urls() == []
    assert "missing" in failures[0].title


async def test_thumbnails_reach_the_screen(session: Session, qtbot: QtBot) -> None:
    results(session, 1, opened(session))
    panel = shown_panel(session, qtbot)
    row = panel.list.visualRect(panel.list.model().index(0, 0))
    thumb = row.adjusted(20, 20, 0, 0)
    thumb.setSize(thumb.size().scaled(10, 10, Qt.AspectRatioMode.IgnoreAspectRatio))
    before = panel.list.viewport().grab(thumb).toImage()
    await until(lambda: panel.list.viewport().grab(thumb).toImage() != before)


async def test_the_peek_key_is_passed_on(session: Session, qtbot: QtBot) -> None:
    results(session, 1, opened(session))
    panel = shown_panel(session, qtbot)
    peeks: list[bool] = []
    panel.peek.connect(peeks.append)
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    QTest.keyPress(panel.list, Qt.Key.Key_Space)
    QTest.keyRelease(panel.list, Qt.Key.Key_Space)
    assert peeks == [True, False]
