"""Size, place and panels of the window come back; damaged text leaves a window as it is when it is new."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.docks import Docks
from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.window_layout import layout_text, restore_frame
from tests.ui.results import until
from tests.ui.windows import CONTROL, SHIFT, User, restarted


async def test_what_was_arranged_comes_back(user: User, tmp_path: Path) -> None:
    user.window.resize(900, 650)  # as large as the offscreen platform's screen allows
    await user.open(user.file("photo.png"))
    await user.result("sepia")
    user.key(Qt.Key.Key_F8)
    user.key(Qt.Key.Key_F9)
    user.window.resizeDocks([docks(user.window).all["history"]], [300], Qt.Orientation.Horizontal)
    user.click("compare_side")
    user.key(Qt.Key.Key_T, CONTROL | SHIFT)
    await until(lambda: user.window.history.width() == 300)
    async with restarted(user, tmp_path) as again:
        assert again.window.canvas.compare_mode == "side_by_side"
        assert again.window.canvas.orientation == Qt.Orientation.Vertical
        assert not again.window.side.isVisible()
        assert not again.action("show_sidebar").isChecked()
        assert again.window.history.isVisible()
        assert again.window.history.width() == 300
        again.key(Qt.Key.Key_F8)
        side = again.window.side
        await until(lambda: side.isVisible() and side.width() >= side.minimumSizeHint().width())


def docks(window: MainWindow) -> Docks:
    assert window.docks is not None
    return window.docks


async def test_docks_come_back_where_they_were_put(user: User, tmp_path: Path) -> None:
    user.window.resize(900, 650)
    own = docks(user.window).all
    user.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, own["queue"])
    user.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, own["parameters"])
    user.window.tabifyDockWidget(own["history"], own["parameters"])
    async with restarted(user, tmp_path) as again:
        window = again.window
        assert window.dockWidgetArea(docks(window).all["queue"]) == Qt.DockWidgetArea.BottomDockWidgetArea
        assert window.tabifiedDockWidgets(docks(window).all["history"]) == [docks(window).all["parameters"]]


async def test_panels_that_were_hidden_for_a_while_open_after_a_restart(user: User, tmp_path: Path) -> None:
    user.key(Qt.Key.Key_F9)
    user.click_canvas()
    user.key(Qt.Key.Key_Tab)
    async with restarted(user, tmp_path) as again:
        assert docks(again.window).open_ones() == ()
        again.click_canvas()
        again.key(Qt.Key.Key_Tab)
        assert docks(again.window).open_ones() == ("history", "parameters")


@pytest.mark.parametrize(("history", "sidebar"), [(True, True), (False, True), (True, False)])
def test_what_an_older_program_kept_counts(qtbot: QtBot, history: bool, sidebar: bool) -> None:
    columns = QSplitter()
    for _ in range(3):
        columns.addWidget(QWidget())
    columns.resize(1200, 600)
    columns.setSizes([310, 498, 390])
    kept = {"columns": bytes(columns.saveState().toBase64().data()).decode(), "history": history, "sidebar": sidebar}
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    restore_frame(window, json.dumps(kept))
    window.resize(1200, 700)
    window.show()
    empty = window.findChild(QWidget, "empty_state")
    assert empty is not None
    before = empty.mapTo(window, empty.rect().topLeft()).x(), empty.width()
    window.fill()
    assert window.history.isVisible() == history
    assert (window.side.isVisible(), window.queue.isVisible()) == (sidebar, sidebar)
    assert not history or window.history.width() == 310
    assert not sidebar or window.side.width() == 390
    assert (empty.mapTo(window, empty.rect().topLeft()).x(), empty.width()) == before, "nothing moves"


def made(text: str) -> MainWindow:
    window = MainWindow()
    restore_frame(window, text)
    window.fill()
    return window


def seen(window: MainWindow) -> tuple[object, ...]:
    kept = json.loads(layout_text(window))
    return window.size(), kept["around"], kept["off"], docks(window).open_ones()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1, 2]",
        "null",
        '{"geometry": "ÿ", "columns": 7, "history": "no", "sidebar": null}',
        '{"geometry": "AAAA", "columns": "AAAA"}',
        '{"geometry": "AAAA", "docks": "AAAA", "around": [-5, 1, 99999999999, "x"], "off": 7}',
    ],
)
def test_damaged_text_is_passed_over(qtbot: QtBot, text: str) -> None:
    new, window = made(""), made(text)
    assert seen(window) == seen(new)
    for one in (new, window):
        one.deleteLater()


DAMAGED = (None, True, 7, -1.5, "", "split", "ÿ", "AAAA", ["split"], {"split": 1})


KEPT = ("geometry", "columns", "history", "sidebar", "docks", "around", "off", "queue_height")


def test_no_value_harms_a_window(qtbot: QtBot) -> None:
    empty, full = MainWindow(), made("")
    for name, value in product(KEPT, DAMAGED):
        text = json.dumps({"around": [1, 0, 1, 0], name: value})
        for window in (empty, full):
            restore_frame(window, text)
    for window in (empty, full):
        window.deleteLater()
