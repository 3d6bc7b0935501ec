"""Modes, the look at the original, and the zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.resources import resource
from flux_desktop.ui import theme
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.canvas.compare_bar import ICONS, MODES, TIPS, CompareBar
from tests.ui.panels import nameless
from tests.ui.results import button


@pytest.fixture
def bar(qtbot: QtBot) -> CompareBar:
    bar = CompareBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def enabled(bar: CompareBar, name: str) -> bool:
    found = bar.findChild(QAbstractButton, name)
    assert found is not None
    return found.isEnabled()


def test_there_is_a_button_for_every_mode_and_an_icon_on_it() -> None:
    assert [key for key, _, _ in MODES] == list(CompareMode)
    assert set(ICONS) == set(TIPS) == set(CompareMode)
    assert all(resource(f"icons/{name}.svg").is_file() for name in ICONS.values())


@pytest.mark.parametrize(("mode", "name"), [(mode, name) for mode, name, _ in MODES if mode != "single"])
def test_a_mode_is_told_when_the_user_chooses_it(bar: CompareBar, name: str, mode: str) -> None:
    told: list[str] = []
    bar.mode_chosen.connect(told.append)
    bar.set_mode(mode)
    bar.set_mode("single")
    assert told == []
    QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert (told, bar.mode()) == ([mode], mode)


def test_the_loupe_is_taken_out_and_put_away(bar: CompareBar) -> None:
    told: list[bool] = []
    bar.loupe_toggled.connect(told.append)
    QTest.mouseClick(button(bar, "loupe_button"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(bar, "loupe_button"), Qt.MouseButton.LeftButton)
    assert told == [True, False]
    bar.set_loupe(True)
    assert button(bar, "loupe_button").isChecked()
    assert told == [True, False], "shown, not told"


@pytest.fixture
def wide(bar: CompareBar) -> CompareBar:
    bar.resize(900, bar.height())
    bar.set_partner("Seed 7 · flux-2 <b>&dev")
    QApplication.processEvents()
    return bar


def test_what_was_chosen_to_compare_with_is_said_and_ended(wide: CompareBar) -> None:
    told: list[str] = []
    wide.partner_ended.connect(lambda: told.append("ended"))
    chip = button(wide, "partner_chip")
    assert chip.text() == "Compared with: Seed 7 · flux-2 <b>&&dev"
    assert chip.accessibleName() == "Compared with: Seed 7 · flux-2 <b>&dev"
    assert "&lt;b&gt;" in chip.toolTip()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told == ["ended"]
    wide.set_partner("")
    assert not chip.isVisible()


def test_where_there_is_little_room_the_words_are_cut(wide: CompareBar) -> None:
    chip = button(wide, "partner_chip")
    for width in (500, 460, wide.minimumSizeHint().width()):
        wide.resize(width, wide.height())
        QApplication.processEvents()
        assert wide.rect().contains(chip.geometry())
        assert chip.fontMetrics().horizontalAdvance(chip.text()) <= chip.width()
        assert chip.height() >= 24
        assert chip.width() >= 24
    assert button(wide, "zoom_in").geometry().right() < wide.width()


def test_peek_lasts_as_long_as_the_button_is_held(bar: CompareBar) -> None:
    told: list[bool] = []
    bar.peek.connect(told.append)
    QTest.mousePress(button(bar, "peek_button"), Qt.MouseButton.LeftButton)
    assert told == [True]
    QTest.mouseRelease(button(bar, "peek_button"), Qt.MouseButton.LeftButton)
    assert told == [True, False]


@pytest.mark.parametrize(
    ("scale", "words"), [(1.0, "100 %"), (0.374, "37 %"), (0.051, "5.1 %"), (16.0, "1600 %"), (0.09999, "10.0 %")]
)
def test_the_zoom_is_shown(bar: CompareBar, scale: float, words: str) -> None:
    bar.set_zoom(scale)
    assert button(bar, "zoom_label").text() == words
    assert button(bar, "zoom_label").accessibleName() == f"Zoom, {words}"


def test_zoom_buttons_and_menu(bar: CompareBar) -> None:
    told: list[object] = []
    bar.zoom_in_requested.connect(lambda: told.append("in"))
    bar.zoom_out_requested.connect(lambda: told.append("out"))
    bar.fit_requested.connect(lambda: told.append("fit"))
    bar.zoom_chosen.connect(told.append)
    QTest.mouseClick(button(bar, "zoom_in"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(bar, "zoom_out"), Qt.MouseButton.LeftButton)
    menu = bar.findChild(QMenu, "zoom_menu")
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    assert told == ["in", "out", "fit", 0.5, 1.0, 2.0, 4.0]


def test_what_makes_no_sense_is_disabled(bar: CompareBar) -> None:
    bar.set_enabled(False)
    assert not any(enabled(bar, name) for name in ("compare_split", "peek_button", "zoom_in", "zoom_label"))
    bar.set_enabled(True, before=False)
    assert enabled(bar, "zoom_in")
    assert not enabled(bar, "compare_split")
    bar.set_enabled(True)
    assert all(enabled(bar, name) for name in ("compare_single", "compare_side", "peek_button", "zoom_out"))


def test_names(bar: CompareBar) -> None:
    assert nameless(bar) == []


def test_the_arrow_of_the_zoom_stands_in_the_middle_of_its_height(bar: CompareBar, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    bar.set_enabled(picture=True)
    zoom = button(bar, "zoom_label")
    zoom.setText("")
    image = bar.grab(zoom.geometry()).toImage()
    ground = image.pixelColor(2, 2).lightness()
    columns = range(4, image.width() - 4)
    rows = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < ground - 60 for x in columns)]
    assert rows
    assert (rows[0] + rows[-1]) / 2 == pytest.approx((image.height() - 1) / 2, abs=2)
