"""The menus and keys of the whole window: each command has a name and words of its own, and letters can be typed."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QSpinBox

from flux_desktop.core.commands import COMMANDS
from flux_desktop.resources import resource
from flux_desktop.ui import icons
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.main_window import MENUS
from flux_desktop.ui.shortcuts import underlined
from tests.ui.results import until
from tests.ui.windows import CONTROL, SHIFT, User

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def entries(user: User) -> list[QAction]:
    """All that the menus show, with what their submenus hold."""
    return [entry for menu in user.window.menus.values() for entry in within(menu)]


def within(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        below = action.menu()
        found += [] if action.isSeparator() else [action]
        found += within(below) if isinstance(below, QMenu) else []
    return found


def mnemonics(words: list[str]) -> list[str]:
    found = [word.replace("&&", "").partition("&")[2][:1].lower() for word in words]
    return [letter for letter in found if letter]


def repeated(letters: list[str]) -> list[str]:
    return [letter for letter, count in Counter(letters).items() if count > 1]


async def test_every_entry_has_a_name_and_words(user: User) -> None:
    actions = entries(user)
    assert [action.objectName() for action in actions] == [f"action_{one.id}" for one in COMMANDS]
    assert all(action.text().strip("&") for action in actions)
    bar = [action.menu() for action in user.window.menuBar().actions()]
    names = ["menu_file", "menu_edit", "menu_view", "menu_region", "menu_result", "menu_help"]
    assert [menu.objectName() for menu in bar] == names
    for command in COMMANDS:
        assert command.menu, command.id
        if command.holds:
            assert user.action(command.id).menu().objectName() == f"menu_{command.id}"


async def test_macos_finds_what_belongs_into_its_own_menu(user: User) -> None:
    """By its role, in any language; nothing else goes there, whatever its words are."""
    roles = {action.objectName(): action.menuRole() for action in entries(user)}
    assert roles.pop("action_settings") is QAction.MenuRole.PreferencesRole
    assert roles.pop("action_quit") is QAction.MenuRole.QuitRole
    assert roles.pop("action_about") is QAction.MenuRole.AboutRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}


@pytest.mark.parametrize(
    ("words", "like", "said"),
    [
        ("Undo star", "&Undo", "&Undo star"),
        ("Redo star", "Red&o", "Red&o star"),
        ("Rückgängig", "&Undo", "Rückgängig"),
        ("Undo “R & B”", "&Undo", "Undo “R && B”"),
    ],
)
def test_the_letter_stays_underlined_where_words_change(words: str, like: str, said: str) -> None:
    assert underlined(words, like) == said


async def test_every_command_does_something(user: User) -> None:
    """Unless it only opens a menu."""
    done = {command.id for command in COMMANDS if not command.holds}
    assert set(user.desk._commands) == done


async def test_no_two_share_a_shortcut(user: User) -> None:
    actions = [keys.toString() for action in user.window.findChildren(QAction) for keys in action.shortcuts()]
    assert repeated(actions) == []
    for place in (user.window.canvas, user.window.history.list):
        letters = [shortcut.key().toString() for shortcut in place.findChildren(QShortcut)]
        assert repeated(letters) == []
        assert not set(actions) & set(letters)
    assert all(QKeySequence(keys).count() == 1 for keys in actions)


async def test_no_two_share_an_underlined_letter(user: User) -> None:
    assert repeated(mnemonics(list(MENUS))) == []
    below = [action.menu() for action in entries(user) if action.menu() is not None]
    for menu in (*user.window.menus.values(), *(menu for menu in below if isinstance(menu, QMenu))):
        words = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert repeated(mnemonics(words)) == [], menu.title()
        assert len(mnemonics(words)) == len(words), menu.title()


def test_every_icon_exists() -> None:
    for command in COMMANDS:
        if command.icon:
            assert resource(f"icons/{command.icon}.svg").is_file(), command.icon


async def test_entries_that_need_a_picture_wait_for_one(user: User) -> None:
    names = ("export", "copy", "zoom_in", "zoom_out", "fit", "actual", "double", "close_picture")
    assert not any(user.action(name).isEnabled() for name in (*names, "compare_next", "compare_turn", "cancel"))
    await user.open(user.file("photo.png"))
    assert all(user.action(name).isEnabled() for name in names)
    assert not user.action("compare_next").isEnabled()
    await user.result("black and white")
    assert user.action("compare_next").isEnabled()
    assert user.action("compare_turn").isEnabled()
    user.key(Qt.Key.Key_W, CONTROL)
    assert not any(user.action(name).isEnabled() for name in names)


async def test_letters_are_typed_where_one_can_type(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    mode, letters = user.window.canvas.compare_mode, "sarpveymozk"
    user.prompt(letters)
    assert user.window.prompt.text() == letters
    for kind, name in ((QSpinBox, "param_quality"), (QLineEdit, "param_seed")):
        field = user.find(kind, name)
        field.setFocus()
        user.write("ysv")
    assert user.window.canvas.compare_mode is mode
    assert len(user.jobs()) == 1
    assert user.window.prompt.text() == letters
    assert QApplication.activePopupWidget() is None


async def test_letters_act_on_the_canvas_and_on_its_divider(user: User) -> None:
    await user.open(user.file("photo.png"))
    node = await user.result("black and white")
    user.click_canvas()
    modes = []
    for _ in CompareMode:
        user.key(Qt.Key.Key_Y)
        modes.append(str(user.window.canvas.compare_mode))
        if user.sees("compare_view"):
            user.window.canvas._divider.setFocus()
    assert modes == [*list(CompareMode)[1:], "single"]
    user.key(Qt.Key.Key_S)
    assert user.window.params.values()["seed"] == node.seed


async def test_other_keys_count_at_once(user: User) -> None:
    await user.open(user.file("photo.png"))
    node = await user.result("black and white")
    keymap = user.desk.keymap
    keymap.set("use_seed", ["Q"])
    user.click_canvas()
    user.key(Qt.Key.Key_S)
    assert user.window.params.values().get("seed") is None
    user.key(Qt.Key.Key_Q)
    assert user.window.params.values()["seed"] == node.seed
    keymap.set("fit", ["F9", "Ctrl+G"])
    assert [keys.toString() for keys in user.action("fit").shortcuts()] == ["F9", "Ctrl+G"]
    user.window.canvas.zoom_to(3.0)
    user.key(Qt.Key.Key_F9)
    assert user.window.canvas.is_fit
    keymap.reset()
    assert [keys.toString() for keys in user.action("fit").shortcuts()] == ["Ctrl+0"]


async def test_letters_of_the_canvas_swap_and_enlarge(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    canvas = user.window.canvas
    user.click_canvas()
    user.key(Qt.Key.Key_M)
    assert canvas.has_loupe
    user.key(Qt.Key.Key_M)
    user.key(Qt.Key.Key_Y)
    user.key(Qt.Key.Key_X)
    assert (canvas.has_loupe, canvas.swapped) == (False, True)
    assert user.action("compare_swap").text() == "Swap the Two Si&des\tX"


async def test_letters_of_the_history_compare_what_it_shows(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    rows, canvas = user.window.history.list, user.window.canvas
    rows.setFocus()
    for key in (Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_W):
        QTest.keyClick(rows, key)
    assert (canvas.compare_mode, canvas.swapped) == ("split", True)
    assert user.window.findChild(QDialog, "changes_dialog") is not None


async def test_a_key_that_goes_to_another_command_does_what_that_does(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    user.desk.keymap.set("compare_next", ["Ctrl+T", "S"])
    user.click_canvas()
    user.key(Qt.Key.Key_S)
    assert user.window.canvas.compare_mode == "split"
    assert user.window.params.values().get("seed") is None


async def test_letters_can_be_switched_off(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    user.desk.keymap.letters = False
    user.click_canvas()
    user.key(Qt.Key.Key_Y)
    assert user.window.canvas.compare_mode == "single"
    user.key(Qt.Key.Key_T, CONTROL)
    assert user.window.canvas.compare_mode == "split"
    user.desk.keymap.letters = True
    user.key(Qt.Key.Key_Y)
    assert user.window.canvas.compare_mode != "split"


async def test_what_is_held_is_left_to_the_canvas(user: User) -> None:
    """A shortcut acts when its key goes down, and never hears that it goes up."""
    keys = {shortcut.key().toString() for shortcut in user.window.canvas.findChildren(QShortcut)}
    assert {"S", "Y", "Z"} <= keys
    assert not keys & {"\\", "O", "Ctrl+T"}


async def test_menus_name_letters_without_taking_them(user: User) -> None:
    user.desk.keymap.set("compare_next", ["Y"])
    action = user.action("compare_next")
    assert action.shortcuts() == []
    assert action.text() == "Next &Comparison\tY"
    user.desk.keymap.reset("compare_next")
    assert action.text() == "Next &Comparison"


async def test_a_key_that_is_held_runs_one_edit(user: User) -> None:
    """Thirty orders a second would cost a fortune."""
    await user.open(user.file("photo.png"))
    user.prompt("black and white")
    for name in ("run", "cancel", "open", "export"):
        assert not user.action(name).autoRepeat()
    for _ in range(5):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CONTROL, "\r", True)
        QApplication.sendEvent(user.window.prompt, press)
    assert user.jobs() == []
    assert user.action("zoom_in").autoRepeat()


async def test_control_enter_runs_from_anywhere_once(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("black and white")
    for place in (user.window.prompt, user.window.canvas, user.find(QSpinBox, "param_quality"), user.window.run_bar):
        place.setFocus()
        user.key(Qt.Key.Key_Return, CONTROL)
    assert len(user.jobs()) == 4
    assert user.window.prompt.text() == "black and white"


@POPUP
async def test_panels_are_hidden_by_keys_and_the_menu_knows(user: User) -> None:
    for key, name, panel in (
        (Qt.Key.Key_F7, "show_history", user.window.history),
        (Qt.Key.Key_F8, "show_sidebar", user.window.side),
    ):
        assert user.action(name).isChecked()
        user.key(key)
        assert not panel.isVisible()
        assert not user.action(name).isChecked()
        user.key(key)
        assert panel.isVisible()
    user.key(Qt.Key.Key_F11)
    assert user.window.isFullScreen()
    user.window.showNormal()  # as the window manager does
    view = user.window.menus["&View"]
    view.popup(user.window.mapToGlobal(user.window.rect().center()))
    assert not user.action("full_screen").isChecked()
    view.close()
    user.key(Qt.Key.Key_F11)
    assert user.window.isFullScreen()


async def test_marks_of_icons_belong_to_entries(user: User) -> None:
    icons.dress(user.window)
    for command in COMMANDS:
        if command.icon:
            assert not user.action(command.id).icon().isNull(), command.id


async def test_an_edit_can_go_before_those_that_wait(user: User) -> None:
    await user.ready()
    slot = user.session.queue.slot("lab")
    for _ in range(user.lab.slots):
        await slot.acquire()
    for words in ("first", "second"):
        await user.run(words)
    user.prompt("at once")
    user.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    await until(lambda: len(slot._waiting) == 3)
    slot.release()
    await user.ended(*user.jobs())
    assert user.lab.requests[0].recipe.prompt == "at once"
