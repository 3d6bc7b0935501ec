"""Size, place and panels of the window come back; damaged text leaves a window as it is when it is new."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.window_layout import layout_text, restore_frame
from tests.ui.results import until
from tests.ui.windows import CONTROL, SHIFT, User, restarted


async def test_what_was_arranged_comes_back(user: User, tmp_path: Path) -> None:
    user.window.resize(900, 650)  # as large as the offscreen platform's screen allows
    await user.open(user.file("photo.png"))
    await user.result("sepia")
    columns = user.find(QSplitter, "columns")
    user.key(Qt.Key.Key_F8)
    columns.moveSplitter(columns.sizes()[0] + 60, 1)
    user.click("compare_side")
    user.key(Qt.Key.Key_T, CONTROL | SHIFT)
    width = columns.sizes()[0]
    async with restarted(user, tmp_path) as again:
        assert again.window.canvas.compare_mode == "side_by_side"
        assert again.window.canvas.orientation == Qt.Orientation.Vertical
        assert not again.window.side.isVisible()
        assert not again.action("show_sidebar").isChecked()
        assert again.window.history.isVisible()
        assert again.find(QSplitter, "columns").sizes()[0] == pytest.approx(width, abs=2)
        again.key(Qt.Key.Key_F8)
        await until(lambda: again.window.side.width() >= 200)


def made(text: str) -> MainWindow:
    window = MainWindow()
    restore_frame(window, text)
    window.fill()
    return window


def seen(window: MainWindow) -> tuple[object, ...]:
    kept = json.loads(layout_text(window))
    return window.size(), *(kept[name] for name in ("history", "sidebar"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1, 2]",
        "null",
        '{"geometry": "ÿ", "columns": 7, "history": "no", "sidebar": null}',
        '{"geometry": "AAAA", "columns": "AAAA"}',
    ],
)
def test_damaged_text_is_passed_over(qtbot: QtBot, text: str) -> None:
    new, window = made(""), made(text)
    assert seen(window) == seen(new)
    for one in (new, window):
        one.deleteLater()


DAMAGED = (None, True, 7, -1.5, "", "split", "ÿ", "AAAA", ["split"], {"split": 1})


def test_no_value_harms_a_window(qtbot: QtBot) -> None:
    empty, full = MainWindow(), made("")
    for name, value in product(("geometry", "columns", "history", "sidebar"), DAMAGED):
        text = json.dumps({name: value})
        for window in (empty, full):
            restore_frame(window, text)
    for window in (empty, full):
        window.deleteLater()
