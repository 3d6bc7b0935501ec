"""The docks: they are hidden and shown, moved, and brought back; the queue is as high as its jobs ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from flux_desktop.ui.docks import TITLES, Docks
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import NONE, SHIFT, User

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BEHIND = {"history": "show_history", "parameters": "show_sidebar", "queue": "show_queue"}


def docks(user: User) -> Docks:
    assert user.window.docks is not None
    return user.window.docks


async def test_each_has_its_names(user: User) -> None:
    for name, title in TITLES.items():
        dock = docks(user).all[name]
        assert (dock.objectName(), dock.windowTitle()) == (f"dock_{name}", title)
        bar = dock.titleBarWidget()
        assert title in [label.text() for label in bar.findChildren(QLabel)]
        assert len(bar.findChildren(QToolButton)) == 2
        assert nameless(dock) == []


async def test_a_new_window_has_the_history_left_and_the_others_right(user: User) -> None:
    window, own = user.window, docks(user).all
    places = {name: dock.geometry() for name, dock in own.items()}
    assert places["history"].right() < window.canvas.mapTo(window, QPoint()).x()
    assert places["parameters"].left() == places["queue"].left() > places["history"].right()
    assert places["queue"].top() > places["parameters"].bottom()


async def test_what_is_looked_for_in_the_history_is_seen_there(user: User) -> None:
    dock = docks(user).all["history"]
    dock.close()
    user.action("find").trigger()
    assert dock.isVisible()
    assert user.focus() is user.window.history.header.search
    dock.close()
    user.action("show_trash").trigger()
    assert dock.isVisible()


async def test_a_title_hides_takes_out_and_puts_back(user: User) -> None:
    dock = docks(user).all["history"]
    user.click("dock_history_float", dock)
    assert dock.isFloating()
    assert "back" in user.find(QToolButton, "dock_history_float").accessibleName()
    user.click("dock_history_float", dock)
    assert not dock.isFloating()
    user.click("dock_history_close", dock)
    assert not dock.isVisible()
    assert not user.action("show_history").isChecked()
    await until(lambda: user.window.canvas.width() > 700)


@pytest.mark.parametrize("name", TITLES)
async def test_the_menu_knows_what_is_open(user: User, name: str) -> None:
    action = user.action(BEHIND[name])
    assert action.isChecked()
    action.trigger()
    assert not docks(user).all[name].is_open
    assert not action.isChecked()
    action.trigger()
    assert docks(user).all[name].is_open
    assert action.isChecked()


async def test_what_lies_behind_another_one_is_brought_forward(user: User) -> None:
    own = docks(user).all
    user.window.tabifyDockWidget(own["history"], own["queue"])
    own["queue"].raise_()
    await until(lambda: own["history"].visibleRegion().isEmpty())
    user.key(Qt.Key.Key_F7)
    await until(lambda: not own["history"].visibleRegion().isEmpty())
    assert own["history"].is_open


async def test_the_first_layout_comes_back(user: User) -> None:
    own = docks(user).all
    before = {name: dock.geometry() for name, dock in own.items()}
    own["parameters"].setFloating(True)
    user.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, own["history"])
    own["queue"].close()
    user.action("reset_layout").trigger()
    await until(lambda: {name: dock.geometry() for name, dock in own.items()} == before)


async def test_a_right_click_on_a_title_offers_the_panels(user: User) -> None:
    bar = docks(user).all["queue"].titleBarWidget()
    place = bar.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, bar.mapToGlobal(place))

    await user.aside(lambda: QApplication.sendEvent(bar, event))
    menu = user.find(QMenu, "dock_menu")
    assert {"action_show_queue", "action_reset_layout"} <= {action.objectName() for action in menu.actions()}
    menu.close()


# Tab on the canvas.


async def test_tab_on_the_canvas_hides_the_panels_and_shows_them_again(user: User) -> None:
    user.key(Qt.Key.Key_F9)
    user.click_canvas()
    user.key(Qt.Key.Key_Tab)
    assert docks(user).open_ones() == ()
    assert user.focus() is user.window.canvas
    user.key(Qt.Key.Key_Tab)
    assert docks(user).open_ones() == ("history", "parameters"), "the queue was hidden before"


async def test_elsewhere_tab_walks_on(user: User) -> None:
    user.key(Qt.Key.Key_Tab)
    assert user.focus() is not user.window.prompt
    assert len(docks(user).open_ones()) == 3
    user.find(QToolButton, "compare_single").setFocus()
    user.key(Qt.Key.Key_Tab)
    assert len(docks(user).open_ones()) == 3


async def test_who_walks_by_tab_is_not_held_up_by_the_canvas(user: User) -> None:
    user.window.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    user.key(Qt.Key.Key_Tab)
    assert user.focus() is not user.window.canvas
    assert len(docks(user).open_ones()) == 3
    user.click_canvas()
    user.key(Qt.Key.Key_Backtab, SHIFT)
    assert user.focus() is not user.window.canvas
    assert len(docks(user).open_ones()) == 3


async def test_the_focus_leaves_a_panel_that_is_hidden(user: User) -> None:
    user.window.chooser.provider_box.setFocus()
    user.key(Qt.Key.Key_F12)
    assert docks(user).open_ones() == ()
    await until(lambda: (focus := user.focus()) is not None and focus.isVisible())


# The height of the queue.


async def test_the_queue_grows_with_its_jobs_and_is_low_again_without(user: User) -> None:
    dock = docks(user).all["queue"]
    idle = dock.height()
    assert idle < 80
    await user.ready()
    user.lab.gate.clear()
    job = await user.run("make it blue")
    await until(lambda: dock.height() > idle + 40)
    user.lab.gate.set()
    await user.ended(job)
    user.session.queue.dismiss(job.id)
    await until(lambda: dock.height() == idle)


async def test_a_height_that_the_user_chose_stays(user: User) -> None:
    dock = docks(user).all["queue"]
    above = QPoint(dock.x() + 60, dock.y() - 1)
    QTest.mousePress(user.window, Qt.MouseButton.LeftButton, NONE, above)
    QTest.mouseMove(user.window, above - QPoint(0, 180))
    await until(lambda: dock.height() > 200)
    QTest.mouseRelease(user.window, Qt.MouseButton.LeftButton, NONE, above - QPoint(0, 180))
    chosen = dock.height()
    await user.ready()
    await user.result("make it blue")
    assert dock.height() == chosen
