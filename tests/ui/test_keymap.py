"""Key presses become commands, and keys become words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.keymap import FUNCTION, NAMED, Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.ui.keymap import command_of, keys_of, shown, with_keys
from flux_desktop.ui.wording import native

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CONTROL, ALT = Held.NoModifier, Held.ShiftModifier, Held.ControlModifier, Held.AltModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("event", "keys"),
    [
        (press(Key.Key_S, text="s"), "S"),
        (press(Key.Key_S, SHIFT, "S"), "Shift+S"),
        (press(Key.Key_Z, CONTROL | SHIFT, "\x1a"), "Ctrl+Shift+Z"),
        (press(Key.Key_Question, CONTROL | SHIFT), "Ctrl+?"),
        (press(Key.Key_Period, SHIFT, "."), "."),
        (press(Key.Key_1, Held.KeypadModifier, "1"), "1"),
        (press(Key.Key_Plus, CONTROL | Held.KeypadModifier), "Ctrl++"),
        (press(Key.Key_Backslash, CONTROL | ALT, "\\"), "\\"),
        (press(Key.Key_Backslash, Held.GroupSwitchModifier, "\\"), "\\"),
        (press(Key.Key_J, CONTROL | ALT), "Ctrl+Alt+J"),
        (press(Key.Key_Delete), "Del"),
        (press(Key.Key_F2), "F2"),
        (press(Key.Key_Tab), "Tab"),
        (press(Key.Key_Backtab, SHIFT), "Shift+Backtab"),
        (press(Key.Key_Control, CONTROL), ""),
        (press(Key.Key_Shift, SHIFT), ""),
        (press(Key.Key_MediaPlay), ""),
        (press(Key.Key_unknown), ""),
        (press(Key(0), text="x"), ""),
    ],
)
def test_a_press_is_told_as_its_keys(event: QKeyEvent, keys: str) -> None:
    assert keys_of(event) == keys


def test_qt_knows_every_key_that_can_be_kept() -> None:
    for keys in (*NAMED, *FUNCTION, *(one for command in COMMANDS for one in command.keys)):
        assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) == keys


def test_a_press_means_what_the_focus_says() -> None:
    keymap = Keymap(Settings())
    assert command_of(keymap, press(Key.Key_S, text="s"), "history") == "use_seed"
    assert command_of(keymap, press(Key.Key_S, CONTROL), "history") is None
    assert command_of(keymap, press(Key.Key_Control, CONTROL), "canvas") is None
    keymap.set("star", ["S"])
    assert command_of(keymap, press(Key.Key_S, text="s"), "canvas") == "star"


def test_words_name_the_key_that_counts() -> None:
    keymap = Keymap(Settings())
    assert shown(keymap, "use_seed") == "S"
    assert shown(keymap, "compare_next") == native("Ctrl+T")
    assert shown(keymap, "compare_next", "canvas") == native("Ctrl+T")
    assert with_keys("Use this seed", keymap, "use_seed") == "Use this seed (S)"
    keymap.letters = False
    assert shown(keymap, "use_seed") == ""
    assert with_keys("Use this seed", keymap, "use_seed") == "Use this seed"
