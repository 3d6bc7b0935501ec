"""The menus of a result: of its row, and of how many variations to make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.wording import counted

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.ui.history.actions import HistoryActions

__all__ = ["row_menu", "vary_menu"]

MOST = 4
"""Variations that can be ordered at once."""
RECALLS = (
    ("Use this seed", "seed", "S"),
    ("Use all settings", "all", "A"),
    ("Use all but the seed", "all_but_seed", "R"),
    ("Use the prompt only", "prompt", "P"),
)


def row_menu(actions: HistoryActions, node: HistoryNode) -> QMenu:
    """Everything that can be done with `node`, told by the signals of `actions`."""
    menu = named(QMenu(actions), "history_menu", "Result")
    _entry(menu, "Show", "eye", lambda: actions.show_chosen.emit(node))
    _entry(menu, "Edit further", "pencil", lambda: actions.edit_chosen.emit(node), "Ctrl+Return")
    menu.addSeparator()
    for words, what, key in RECALLS:
        _entry(menu, words, "", lambda what=what: actions.recalled.emit(node, what), key)  # type: ignore[misc]
    menu.addMenu(vary_menu(lambda count: actions.varied.emit(node, count), menu))
    menu.addSeparator()
    _entry(menu, "Show settings", "list", lambda: actions.recipe_chosen.emit(node))
    _entry(menu, "Copy picture", "copy", lambda: actions.copy_chosen.emit(node), "Ctrl+C")
    _entry(menu, "Export…", "download", lambda: actions.export_chosen.emit(node))
    icons.dress(menu)
    return menu


def vary_menu(vary: Callable[[int], object], parent: QWidget) -> QMenu:
    """How many variations to make; `vary` is called with the number."""
    menu = named(QMenu("Vary", parent), "vary_menu", "How many variations")
    for count in range(1, MOST + 1):
        entry = menu.addAction(counted(count, "new seed"))
        entry.triggered.connect(lambda checked, count=count: vary(count))
    return menu


def _entry(menu: QMenu, words: str, icon: str, act: Callable[[], object], key: str = "") -> None:
    # The key is only shown: it belongs to the list, as a shortcut it would be one of the whole window.
    action = menu.addAction(f"{words}\t{key}" if key else words)
    action.triggered.connect(lambda checked: act())
    if icon:
        icons.mark(action, icon)
