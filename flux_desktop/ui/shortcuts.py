"""The menus of the window and the letters of canvas and history, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flux_desktop.core.commands import COMMANDS, Command, Context, command_named
from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.keymap import shown
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

    from flux_desktop.core.keymap import Keymap

__all__ = ["add_letters", "fill_menus", "underlined"]

ROLES = {"settings": "PreferencesRole", "quit": "QuitRole", "about": "AboutRole"}
"""What macOS has in a menu of its own; Qt would guess it from English words."""

BATCH = 12
"""Commands that are made at a time: in a few milliseconds."""


def fill_menus(
    window: QMainWindow, menus: Mapping[str, QMenu], keymap: Keymap, act: Callable[[str], object]
) -> Generator[None, None, dict[str, QAction]]:
    """Make the action of every command, put it into its menu, and call `act` with its id when it is triggered.

    With pauses, in which the window can react; `yield from` gives the actions.
    """
    actions: dict[str, QAction] = {}
    below: dict[str, QMenu] = {}
    for place, command in enumerate(COMMANDS, 1):
        menu = below[command.under] if command.under else menus[command.menu]
        if command.begins and not menu.isEmpty():
            menu.addSeparator()
        action = actions[command.id] = _action(window, command)
        if command.holds:
            below[command.id] = _submenu(window, action, command)
        else:
            action.triggered.connect(lambda checked=False, id=command.id: act(id))
        menu.addAction(action)
        _give_keys({command.id: action}, keymap)
        if place % BATCH == 0:
            yield
    keymap.changed.connect(lambda: _give_keys(actions, keymap))
    return actions


def add_letters(place: QWidget, context: Context, keymap: Keymap, act: Callable[[str], object]) -> None:
    """Let the keys of `context` act while `place`, or what lies on it, has the focus: elsewhere letters are typed.

    What `place` does with a key itself comes first.
    """
    from PySide6.QtGui import QKeySequence, QShortcut

    made: dict[str, QShortcut] = {}

    def follow() -> None:
        wanted = set(_keys_of(context, keymap))
        for keys in made.keys() - wanted:
            gone = made.pop(keys)
            gone.setEnabled(False)  # until it is deleted it would make a new one with its keys ambiguous
            gone.deleteLater()
        for keys in wanted - made.keys():
            shortcut = made[keys] = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda keys=keys: _act_by(keymap, context, keys, act))
        for keys, shortcut in made.items():
            shortcut.setAutoRepeat(_repeats(keymap.command(context, keys)))

    follow()
    keymap.changed.connect(follow)


def underlined(words: str, like: str) -> str:
    """`words` for a menu, with the letter underlined that is in the words `like`, if they have it."""
    letter = like.partition("&")[2][:1].casefold()
    place = words.casefold().find(letter) if letter else -1
    plain = words.replace("&", "&&")
    return f"{plain[:place]}&{plain[place:]}" if place >= 0 and "&" not in words else plain


def _action(window: QMainWindow, command: Command) -> QAction:
    from PySide6.QtGui import QAction

    action = QAction(tr(command.words), window)
    action.setObjectName(f"action_{command.id}")
    action.setAutoRepeat(command.repeats)
    action.setCheckable(command.checkable)
    action.setMenuRole(QAction.MenuRole[ROLES.get(command.id, "NoRole")])
    if command.icon:
        icons.mark(action, command.icon)
    return action


def _submenu(window: QMainWindow, action: QAction, command: Command) -> QMenu:
    from PySide6.QtWidgets import QMenu

    menu = named(QMenu(window), f"menu_{command.id}", command.label)
    action.setMenu(menu)
    return menu


def _give_keys(actions: Mapping[str, QAction], keymap: Keymap) -> None:
    """Give every action its keys. Letters belong to the canvas and the history, so its words only name them."""
    from PySide6.QtGui import QKeySequence

    for id, action in actions.items():
        keys = keymap.live_keys(id, "window")
        action.setShortcuts([QKeySequence(one) for one in keys])
        words, letter = action.text().partition("\t")[0], shown(keymap, id)
        action.setText(f"{words}\t{letter}" if letter and not keys else words)


def _keys_of(context: Context, keymap: Keymap) -> Iterator[str]:
    """The keys that count in `context`, but those that a menu has already, and those that are held."""
    for command in COMMANDS:
        if context in command.contexts and not command.held:
            everywhere = keymap.live_keys(command.id, "window")
            yield from (keys for keys in keymap.live_keys(command.id, context) if keys not in everywhere)


def _repeats(command: str | None) -> bool:
    return command is not None and command_named(command).repeats


def _act_by(keymap: Keymap, context: Context, keys: str, act: Callable[[str], object]) -> None:
    if (command := keymap.command(context, keys)) is not None:
        act(command)
