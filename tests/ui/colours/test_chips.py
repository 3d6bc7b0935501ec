"""The colours of a picture as chips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.imaging.palettes import Swatch
from flux_desktop.ui.colours.chips import PaletteChips, words_of
from flux_desktop.ui.colours.menu import ColoursMenu
from tests.ui.panels import nameless

SWATCHES = [Swatch("#0066cc"), Swatch("#cc0000", "house red"), Swatch("#00aa00")]


@pytest.fixture
def chips(qtbot: QtBot) -> PaletteChips:
    made = PaletteChips()
    qtbot.addWidget(made)
    made.set_swatches(SWATCHES)
    made.resize(300, 26)
    made.show()
    return made


def chip(chips: PaletteChips, colour: str) -> QAbstractButton:
    found = chips.findChild(QAbstractButton, f"palette_chip_{colour}")
    assert found is not None
    return found


def test_the_newest_comes_first_and_says_what_it_is(chips: PaletteChips) -> None:
    assert chips.shown() == ["#00aa00", "#cc0000", "#0066cc"]
    assert chip(chips, "0066cc").accessibleName() == "#0066CC (azure blue)"
    assert chip(chips, "cc0000").accessibleName() == "#CC0000 (house red)"
    assert nameless(chips) == []


def test_a_click_or_enter_puts_it_into_the_prompt(chips: PaletteChips) -> None:
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    QTest.mouseClick(chip(chips, "cc0000"), Qt.MouseButton.LeftButton)
    QTest.keyClick(chip(chips, "0066cc"), Qt.Key.Key_Return)
    assert chosen == ["#CC0000 (house red)", "#0066CC (azure blue)"]


def test_what_has_no_room_is_left_to_the_menu(chips: PaletteChips) -> None:
    chips.resize(26 + 2 * 26, 26)
    assert chips.shown() == ["#00aa00", "#cc0000"]
    assert chips.more_button.isVisible()
    chips.resize(300, 26)
    assert len(chips.shown()) == 3
    assert chips.sizeHint().height() == 26


def test_keys_walk_remove_and_rename(chips: PaletteChips) -> None:
    told: list[str] = []
    chips.removed.connect(lambda colour: told.append(f"remove {colour}"))
    chips.rename_wanted.connect(lambda colour: told.append(f"rename {colour}"))
    first, second = chip(chips, "00aa00"), chip(chips, "cc0000")
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not second.focusPolicy() & Qt.FocusPolicy.TabFocus, "one stop for all of them"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert chips.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_F2)
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert told == ["rename #cc0000", "remove #cc0000"]
    chips.set_swatches([SWATCHES[0], SWATCHES[2]])
    assert chips.focusWidget() is chip(chips, "0066cc"), "the keyboard stays where it was"
    chips.set_swatches([])
    assert chips.focusWidget() is chips.more_button


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_chip_has_a_menu(chips: PaletteChips) -> None:
    told: list[str] = []
    chips.removed.connect(told.append)
    button = chip(chips, "0066cc")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), button.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(button, event)
    menu = button.findChild(QMenu, "palette_chip_menu")
    assert menu is not None
    assert [action.text().partition("\t")[0] for action in menu.actions()] == [
        "Put into the prompt",
        "Rename…",
        "Remove",
    ]
    menu.actions()[2].trigger()
    assert told == ["#0066cc"]
    menu.close()


def test_the_menu_has_all_colours_and_the_ways_to_more(qtbot: QtBot, chips: PaletteChips) -> None:
    menu = ColoursMenu(SWATCHES, 3, chips)
    told: list[object] = []
    for signal in (menu.chosen, menu.side_chosen, menu.command_given):
        signal.connect(told.append)
    menu.clear_wanted.connect(lambda: told.append("clear"))
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert entries["Eyedropper: average of 3 × 3"].isChecked()
    assert not entries["#CC0000 (house red)"].icon().isNull()
    for words in ("#CC0000 (house red)", "Eyedropper: one pixel", "Browse for a Palette", "Remove all colours"):
        entries[words].trigger()
    assert told == ["#CC0000 (house red)", 1, "import_palette", "clear"]
    assert words_of(SWATCHES[0]) == "#0066CC (azure blue)"
