"""Every command of the window as data: its words, its keys and its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flux_desktop.ui import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

__all__ = ["COMMANDS", "LETTERS", "Command", "add_letters", "fill_menus"]


@dataclass(frozen=True)
class Command:
    """One entry of a menu; `keys` are alternatives, the first of which the menu shows. No words: a separator.

    Only what `repeats` goes on while its keys are held: an edit must not be ordered thirty times a second.
    """

    menu: str
    name: str = ""
    words: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    repeats: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("&File", "open", "&Open…", ("Ctrl+O",), "folder-open"),
    Command("&File", "open_recent", "Open &Recent", (), "clock"),
    Command("&File", "close_picture", "&Close Picture", ("Ctrl+W",)),
    Command("&File"),
    Command("&File", "export", "&Export…", ("Ctrl+Shift+E", "Ctrl+S"), "download"),
    Command("&File"),
    Command("&File", "settings", "&Settings…", ("Ctrl+,",), "settings"),
    Command("&File", "keys", "Providers and &Keys…", (), "key-round"),
    Command("&File", "spending", "S&pending…"),
    Command("&File"),
    Command("&File", "quit", "&Quit", ("Ctrl+Q",)),
    Command("&Edit", "copy", "&Copy Picture", ("Ctrl+C",), "copy"),
    Command("&Edit", "paste", "&Paste Picture", ("Ctrl+V",), "clipboard-paste"),
    Command("&Edit", "add_reference", "Add Re&ference…", ("Ctrl+Shift+O",), "image-plus"),
    Command("&Edit"),
    Command("&Edit", "run", "&Run", ("Ctrl+Return", "Ctrl+Enter"), "sparkles"),
    Command("&Edit", "cancel", "Cance&l the Newest Edit", ("Ctrl+.",), "circle-stop"),
    Command("&Edit", "prompt", "&Go to the Prompt", ("Ctrl+L",), "pencil"),
    Command("&Edit", "outgoing", "&What Is Sent…", ("Ctrl+I",), "send"),
    Command("&Edit", "code", "Copy as Co&de…", ("Ctrl+Shift+C",), "clipboard"),
    Command("&View", "zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom-in", repeats=True),
    Command("&View", "zoom_out", "Zoom &Out", ("Ctrl+-",), "zoom-out", repeats=True),
    Command("&View", "fit", "&Fit in Window", ("Ctrl+0",), "maximize"),
    Command("&View", "actual", "&100 %", ("Ctrl+1",)),
    Command("&View", "double", "&200 %", ("Ctrl+2",)),
    Command("&View"),
    Command("&View", "compare_next", "Next &Comparison", ("Ctrl+T",), "columns-2"),
    Command("&View", "compare_turn", "&Turn the Divider", ("Ctrl+Shift+T",)),
    Command("&View"),
    Command("&View", "show_history", "&History", ("F7",), "panel-left", checkable=True),
    Command("&View", "show_sidebar", "&Parameters and Queue", ("F8",), "panel-right", checkable=True),
    Command("&View", "full_screen", "Full &Screen", ("F11",), checkable=True),
    Command("&Help", "help", "&What Can I Write?", ("F1",), "circle-question-mark"),
    Command("&Help", "keys_help", "&Keyboard and Mouse", ("Ctrl+?",), "list"),
    Command("&Help", "about", "&About Flux Desktop"),
)

LETTERS: Mapping[str, str] = {
    "S": "use_seed",
    "A": "use_all",
    "R": "use_all_but_seed",
    "P": "use_prompt",
    "V": "vary",
    "E": "edit_further",
    "Y": "compare_next",
    "M": "compare_next",
}
"""Keys that count while the canvas has the focus; the history has its own, most of them the same."""


def fill_menus(window: QMainWindow, menus: Mapping[str, QMenu], act: Callable[[str], object]) -> dict[str, QAction]:
    """Make the action of every command, put it into its menu, and call `act` with its name when it is triggered."""
    from PySide6.QtGui import QAction, QKeySequence

    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        if not command.name:
            menus[command.menu].addSeparator()
            continue
        action = QAction(command.words, window)
        action.setObjectName(f"action_{command.name}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setAutoRepeat(command.repeats)
        action.setCheckable(command.checkable)
        if command.icon:
            icons.mark(action, command.icon)
        action.triggered.connect(lambda checked=False, name=command.name: act(name))
        menus[command.menu].addAction(action)
        actions[command.name] = action
    return actions


def add_letters(canvas: QWidget, act: Callable[[str], object]) -> None:
    """Let single letters act while `canvas`, or what lies on it, has the focus: elsewhere they are typed."""
    from PySide6.QtGui import QKeySequence, QShortcut

    for letter, name in LETTERS.items():
        shortcut = QShortcut(QKeySequence(letter), canvas)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda name=name: act(name))
