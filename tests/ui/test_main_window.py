"""The window as a whole: its three steps, its names, its room, and its end while work is on its way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import NotAPicture
from flux_desktop.providers.registry import find_providers
from flux_desktop.ui import theme
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.main_window import LEFT, RIGHT, MainWindow
from flux_desktop.ui.messages.view import MessageView
from tests.ui.canvas.pictures import BLUE, plain, shown
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import CONTROL, User, restarted

FACES = (
    *("canvas", "prompt_box", "run_button", "cancel_button", "provider_box", "model_box", "param_panel", "param_seed"),
    *("reference_strip", "history_panel", "queue_panel", "compare_view", "message_bar", "price_label"),
)
"""Beside `main_window` and every parameter's own."""


def place_of(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint())


def test_it_is_painted_before_its_panels_are_there(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    window.resize(1280, 800)
    with qtbot.waitSignal(window.painted, timeout=2000):
        window.show()
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    empty = window.findChild(QWidget, "empty_state")
    assert empty is not None
    before = place_of(window, empty).x(), empty.width(), window.size()
    height = place_of(window, empty).y() + empty.height() / 2
    window.fill()
    window.repaint()
    qapp.processEvents()
    assert (place_of(window, empty).x(), empty.width(), window.size()) == before, "nothing moves when they come"
    assert abs(place_of(window, empty).y() + empty.height() / 2 - height) <= 2
    assert told == [], "it tells of its first paint only"
    assert window.prompt.hasFocus() or window.focusWidget() is window.prompt


def test_a_message_leaves_the_controls_of_a_comparison_to_be_seen(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    window.resize(1280, 800)
    window.show()
    window.fill()
    window.canvas.show_pair(shown(plain(800, 600)), shown(plain(800, 600, BLUE), "before"), ("", ""))
    window.messages.show_error(NotAPicture("one.png is not a picture.", "Open another."))
    usual = window.messages.geometry()
    strip = window.canvas.findChild(QWidget, "tuning_strip")
    assert strip is not None
    for mode in (CompareMode.ONION, CompareMode.DIFFERENCE):
        window.canvas.compare_mode = mode
        assert strip.isVisible()
        assert not strip.geometry().intersects(window.messages.geometry())
    window.canvas.compare_mode = CompareMode.SINGLE
    assert window.messages.geometry() == usual


def test_the_canvas_keeps_its_place_whatever_model_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    window.fill()
    needed = {}
    for model in (model for provider in find_providers().values() for model in provider.models()):
        window.params.set_model(model)
        needed[model.provider, model.id] = window.side.minimumSizeHint().width()
    assert {key: width for key, width in needed.items() if width > RIGHT} == {}


async def test_the_names_that_others_rely_on(user: User) -> None:
    assert user.window.objectName() == user.window.accessibleIdentifier() == "main_window"
    for name in FACES:
        widget = user.find(QWidget, name)
        assert widget.accessibleIdentifier() == name
        assert widget.accessibleName(), name
    assert nameless(user.window) == []


async def test_it_fits_a_small_screen(user: User) -> None:
    assert user.window.minimumSizeHint().width() <= 1024
    assert user.window.minimumSizeHint().height() <= 640
    user.window.resize(1024, 640)
    await until(lambda: user.window.canvas.width() >= 240)
    for widget in (user.window.run_bar.run_button, user.window.history, user.window.side):
        corner = place_of(user.window, widget)
        assert user.window.rect().contains(corner)
        assert user.window.rect().contains(corner + QPoint(widget.width() - 1, widget.height() - 1))


async def test_the_canvas_takes_the_room_that_is_left(user: User) -> None:
    window = user.window
    left, middle, right = window.history.width(), window.canvas.width(), window.side.width()
    assert (left, right) == (LEFT, RIGHT)
    window.resize(1500, 900)
    assert (window.history.width(), window.canvas.width(), window.side.width()) == (left, middle + 220, right)


async def test_words_of_files_are_plain_text_everywhere(user: User) -> None:
    await user.open(user.file("<b>bold<b>.png"))
    await user.result("sepia")
    user.session.failed.emit(NotAPicture("<b>bold<b>.png is not a picture."))
    labels = [label for label in user.window.findChildren(QLabel) if "<b>" in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert "<b>bold" in user.window.windowTitle()


async def test_the_tab_key_reaches_what_is_needed_for_an_edit(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("sepia")
    reached = set()
    for _ in range(80):
        user.key(Qt.Key.Key_Tab)
        focus = user.focus()
        assert focus is not None
        reached.add(focus.objectName())
    assert {"run_button", "prompt_box", "canvas", "provider_box", "model_box", "history_original"} <= reached


async def test_closing_is_asked_of_the_program(user: User) -> None:
    asked: list[bool] = []
    user.window.close_requested.connect(lambda: asked.append(True))
    user.key(Qt.Key.Key_Q, CONTROL)
    assert asked == [True]
    assert user.window.isVisible(), "what runs has to come to its end first"


async def test_closing_while_an_edit_runs_loses_nothing(user: User, tmp_path: Path) -> None:
    await user.open(user.file("photo.png"))
    words = "watercolour"
    user.window.params.set_values({"seed": 77})
    job = await user.run(words)
    assert not job.state.ended
    async with restarted(user, tmp_path) as again:
        (resumed,) = again.jobs()
        assert resumed.id == job.id
        await again.ended(resumed)
        assert resumed.state is JobState.DONE
        (node,) = resumed.nodes
        assert node.seed == 77
        await until(lambda: again.window.history.list.model().rowCount() == 1)
        assert again.window.history.list.model().index(0, 0).data() == words


async def test_an_order_that_was_on_its_way_ends_with_the_program(user: User, tmp_path: Path) -> None:
    """It is given the time to come home: what it brings was paid for."""
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.lab.gate.clear()
    await user.run("make it blue")
    await until(lambda: user.lab.requests)
    user.lab.gate.set()
    async with restarted(user, tmp_path) as again:
        await until(lambda: all(job.state.ended for job in again.jobs()))
        assert again.lab.requests == [], "nothing is ordered twice"
        assert again.window.history.list.model().rowCount() == 1


async def test_results_and_the_queue_survive_a_restart(user: User, tmp_path: Path) -> None:
    source = await user.open(user.file("photo.png"))
    node = await user.result("sepia")
    async with restarted(user, tmp_path) as again:
        assert again.jobs() == []
        again.click_row(node)
        await again.settled()
        assert again.shown() == node.id
        again.click("use_all_button")
        assert again.window.prompt.text() == "sepia"
        again.click_row(node, double=True)
        assert again.session.source == node
        assert (await again.result("invert")).root == source.id


def test_the_first_paint_loads_nothing_heavy() -> None:
    heavy = "asyncio qasync httpx PIL numpy sqlite3 keyring tqdm flux_desktop.services flux_desktop.ui.canvas"
    words = f"import sys, flux_desktop.ui.main_window; print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


async def test_the_buttons_of_the_empty_canvas_are_gone_with_a_picture(user: User) -> None:
    assert user.find(QPushButton, "open_button").isVisible()
    await user.open(user.file("photo.png"))
    assert not user.find(QPushButton, "open_button").isVisible()


async def test_dialogs_go_with_the_window(user: User) -> None:
    user.session.show(await user.ready())
    user.action("export").trigger()
    dialog = user.find(QDialog, "export_dialog")
    assert dialog.isVisible()
    user.window.hide()
    assert not dialog.isVisible()


async def test_the_first_message_needs_only_to_be_shown(user: User) -> None:
    view = user.window.findChild(MessageView)
    assert view is not None
    assert not view.isVisible()
    assert nameless(view) == []
    user.window.messages.show_info("Exported to photo.png.")
    assert user.window.findChildren(MessageView) == [view]
    assert view.isVisible()
