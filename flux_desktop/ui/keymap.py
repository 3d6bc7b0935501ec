"""From what Qt tells of the keyboard to the commands of `core/keymap`, and from their keys to words on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from flux_desktop.core.commands import Context
from flux_desktop.core.keymap import Keymap, canonical
from flux_desktop.core.language import tr
from flux_desktop.ui.wording import native

__all__ = ["command_of", "keys_of", "shown", "with_keys"]

ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""What some systems report for AltGr, with which many keyboards type signs such as a backslash."""
NOT_HELD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def keys_of(event: QKeyEvent) -> str:
    """The keys of `event` as the keymap has them; "" for Ctrl and the like alone, and for keys that it cannot have."""
    if event.key() in (0, Qt.Key.Key_unknown):
        return ""
    held = event.modifiers() & ~NOT_HELD
    if held & ALT_GR == ALT_GR and event.text().isprintable() and event.text():
        held &= ~ALT_GR
    written = QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)
    return canonical(written) or ""


def command_of(keymap: Keymap, event: QKeyEvent, context: Context) -> str | None:
    """The command that `event` asks for while `context` has the focus."""
    return keymap.command(context, keys_of(event))


def shown(keymap: Keymap, command: str, context: Context | None = None) -> str:
    """The key to name beside `command`, as the system writes it: its first one that counts; "" where none does."""
    return next(map(native, keymap.live_keys(command, context)), "")


def with_keys(words: str, keymap: Keymap, command: str, context: Context | None = None) -> str:
    """`words` with the key of `command` behind them, for a tooltip: “Vary (V)”."""
    keys = shown(keymap, command, context)
    return tr("{words} ({keys})", words=words, keys=keys) if keys else words
