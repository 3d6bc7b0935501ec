"""Everything that can be done is found by a few letters, and done."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QWidget

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.help import PAGES
from flux_desktop.core.language import speak
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.palette.overlay import CommandPalette
from tests.ui.panels import nameless
from tests.ui.results import until
from tests.ui.windows import CONTROL, SHIFT, User


def opened(user: User, words: str = "") -> CommandPalette:
    user.key(Qt.Key.Key_P, CONTROL | SHIFT)
    palette = user.find(CommandPalette, "command_palette")
    assert palette.isVisible()
    assert user.focus() is palette.search
    user.write(words)
    return palette


def found(palette: CommandPalette) -> list[str]:
    return [entry.words for entry in palette.seen()]


def current(palette: CommandPalette) -> str:
    return str(palette.list.currentIndex().data())


async def test_all_that_can_be_done_is_offered(user: User) -> None:
    await user.open(user.file("photo.png"))
    await until(lambda: user.desk.pictures_in.recent)
    palette = opened(user)
    ids = {entry.id for entry in palette.seen()}
    assert {one.id for one in COMMANDS if not one.holds and one.id != "palette"} <= ids
    assert {f"manual:{page}" for page in PAGES} <= ids
    assert {f"settings:{page}" for page in ("general", "providers", "money", "storage", "keyboard")} <= ids
    assert "model:lab:lab-large" in ids
    assert f"recent:{user.file('photo.png')}" in ids
    assert len(ids) == len(palette.seen())
    assert nameless(palette) == []
    assert user.label("palette_count") == f"{len(ids)} entries"


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_it_opens_from_a_panel_that_was_taken_out(user: User) -> None:
    assert user.window.docks is not None
    user.window.docks.all["parameters"].setFloating(True)
    box, palette = user.window.chooser.provider_box, user.desk.palette
    give_focus(box)
    await until(lambda: user.focus() is box)
    palette.toggle()
    await until(lambda: (focus := user.focus()) is not None and focus.objectName() == "palette_search")
    user.key(Qt.Key.Key_Escape)
    await until(lambda: user.focus() is box)


async def test_letters_find_and_enter_does_it(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.canvas.zoom_to(3.0)
    user.click_canvas()
    palette = opened(user, "fit win")
    assert current(palette) == "Fit in Window"
    user.key(Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert user.window.canvas.is_fit
    assert user.focus() is user.window.canvas, "where the user was before"


async def test_arrows_walk_through_the_list_and_round_it(user: User) -> None:
    palette = opened(user, "zoom")
    names = found(palette)
    user.key(Qt.Key.Key_Down)
    assert current(palette) == names[1]
    user.key(Qt.Key.Key_Up)
    user.key(Qt.Key.Key_Up)
    assert current(palette) == names[-1]
    user.key(Qt.Key.Key_Down)
    assert current(palette) == names[0]
    user.key(Qt.Key.Key_PageDown)
    assert current(palette) == names[min(len(names) - 1, 11)]


async def test_it_goes_by_escape_by_its_key_and_when_one_goes_on_elsewhere(user: User) -> None:
    user.window.prompt.setFocus()
    palette = opened(user)
    user.key(Qt.Key.Key_Escape)
    assert (palette.isVisible(), user.focus()) == (False, user.window.prompt)
    opened(user)
    user.key(Qt.Key.Key_P, CONTROL | SHIFT)
    assert not palette.isVisible()
    opened(user)
    user.window.canvas.setFocus()
    assert (palette.isVisible(), user.focus()) == (False, user.window.canvas)


async def test_what_is_not_possible_says_why_and_stays(user: User) -> None:
    palette = opened(user, "zoom in")
    entry = palette.seen()[0]
    assert (entry.words, entry.reason) == ("Zoom In", "Open a picture first.")
    assert entry.spoken() == "Zoom In, not possible now: Open a picture first."
    user.key(Qt.Key.Key_Return)
    assert palette.isVisible()


async def test_what_was_done_last_comes_first(user: User) -> None:
    opened(user, "spending")
    user.key(Qt.Key.Key_Return)
    user.window.activateWindow()
    user.window.prompt.setFocus()
    palette = opened(user)
    assert found(palette)[0] == "Spending"
    assert json.loads(user.session.settings.text("palette_latest")) == ["spending"]


@pytest.mark.parametrize("kept", ["", "{", "[1, null]", '{"a": 1}', "[" * 9999])
async def test_nonsense_that_was_kept_does_no_harm(user: User, kept: str) -> None:
    user.session.settings.set("palette_latest", kept)
    assert found(opened(user))[0] == "Open"


async def test_a_picture_that_was_opened_is_no_command_to_remember(user: User) -> None:
    await user.open(user.file("photo.png"))
    await until(lambda: user.desk.pictures_in.recent)
    palette = opened(user, "photo.png")
    assert found(palette) == ["Open photo.png"]
    user.key(Qt.Key.Key_Return)
    assert user.session.settings.text("palette_latest") == "[]"


async def test_a_model_is_chosen_by_name(user: User) -> None:
    await user.open(user.file("photo.png"))
    palette = opened(user, "small laboratory")
    assert found(palette) == ["Use Small at Laboratory"]
    user.key(Qt.Key.Key_Return)
    model = user.window.chooser.model()
    assert model is not None
    assert model.id == "lab-small"
    assert user.jobs() == [], "nothing is sent by a choice"


async def test_a_click_chooses_too(user: User) -> None:
    palette = opened(user, "settings: money")
    point = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not palette.isVisible()
    assert user.find(QLineEdit, "palette_search") is palette.search
    assert user.sees("settings_dialog")


async def test_a_single_setting_is_found_and_ready_to_be_changed(user: User) -> None:
    palette = opened(user, "reduce motion")
    assert found(palette) == ["Reduce motion"]
    user.key(Qt.Key.Key_Return)
    dialog = user.find(QDialog, "settings_dialog")
    control = dialog.findChild(QWidget, "setting_reduce_motion")
    await until(lambda: dialog.focusWidget() is control)


async def test_nothing_that_fits_is_said(user: User) -> None:
    opened(user, "xyzzy")
    assert user.label("palette_count") == "Nothing fits. Try other words."
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_Return)
    assert user.find(QLabel, "palette_count").isVisible()


async def test_english_words_find_it_in_another_language(user: User) -> None:
    speak(lambda text, comment, number: {"Zoom &In": "Ver&größern"}.get(text, ""))
    try:
        palette = opened(user, "zoom in")
        assert found(palette)[0] == "Vergrößern"
        palette.search.setText("vergro")
        assert found(palette)[0] == "Vergrößern"
    finally:
        speak(None)


async def test_rows_have_names_for_a_screen_reader(user: User) -> None:
    palette = opened(user, "open a picture")
    palette.search.setText("settings")
    rows = user.find(QListView, "palette_list").model()
    spoken = rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Settings, Ctrl+,, File menu"


async def test_it_stays_in_a_small_window(user: User) -> None:
    palette = opened(user)
    user.window.resize(1024, 420)
    assert user.window.rect().contains(palette.geometry())
