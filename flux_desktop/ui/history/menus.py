"""The menus of a result: of its row, of how many variations to make, of its rating."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.history import BEST
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.ui import icons
from flux_desktop.ui.keymap import shown
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.ui.history.actions import HistoryActions

__all__ = ["rating_menu", "row_menu", "vary_menu"]

MOST = 4
"""Variations that can be ordered at once."""
KEYED = frozenset(command.id for command in COMMANDS)
RECALLS = (
    (marked("Use all settings"), "all", "use_all"),
    (marked("Use all but the seed"), "all_but_seed", "use_all_but_seed"),
    (marked("Use this seed"), "seed", "use_seed"),
    (marked("Use the prompt only"), "prompt", "use_prompt"),
    (marked("Use the parameters only"), "params", "use_params"),
)


def row_menu(actions: HistoryActions, node: HistoryNode, keymap: Keymap) -> QMenu:
    """Everything that can be done with `node`, told by the signals of `actions`, with the keys that `keymap` has."""
    return _RowMenu(actions, node, keymap).made()


class _RowMenu:
    def __init__(self, actions: HistoryActions, node: HistoryNode, keymap: Keymap) -> None:
        self._actions = actions
        self._node = node
        self._keymap = keymap
        self._menu = named(QMenu(actions), "history_menu", tr("Result"))

    def made(self) -> QMenu:
        self._look()
        if self._node.recipe is not None:
            self._menu.addSeparator()
            self._reuse()
        self._menu.addSeparator()
        self._mark()
        self._menu.addSeparator()
        self._take_out()
        if not self._node.is_original:
            self._menu.addSeparator()
            self._command(tr("Delete"), "trash-2", "delete")
        icons.dress(self._menu)
        return self._menu

    def _look(self) -> None:
        actions, node = self._actions, self._node
        self._entry(tr("Show"), "eye", lambda: actions.show_chosen.emit(node), "Return")
        self._entry(tr("Edit further"), "pencil", lambda: actions.edit_chosen.emit(node), "edit_further")
        self._command(tr("Compare with this one"), "columns-2", "compare_with")
        self._entry(tr("Use as reference"), "image-plus", lambda: actions.reference_chosen.emit(node), "use_reference")
        if node.recipe is not None and node.parent is not None:
            self._command(tr("What else changed?…"), "diff", "changes")
        if node.change is not None and node.change.shifted:
            self._command(tr("Align with the picture before"), "", "align")
        if node.change is not None and node.change.tinted:
            self._command(tr("Match the colours of before"), "", "match")

    def _reuse(self) -> None:
        actions, node = self._actions, self._node
        self._entry(tr("Show settings"), "list", lambda: actions.recipe_chosen.emit(node), "show_settings")
        for words, what, key in RECALLS:
            self._entry(tr(words), "", lambda what=what: actions.recalled.emit(node, what), key)  # type: ignore[misc]
        self._menu.addMenu(vary_menu(lambda count: actions.varied.emit(node, count), self._menu))

    def _mark(self) -> None:
        actions, node = self._actions, self._node
        self._command(tr("Take the star away") if node.starred else tr("Star", "verb"), "star", "star")
        rate = rating_menu(lambda stars: actions.command_given.emit(f"rate_{stars}", node), self._menu, self._keymap)
        self._menu.addMenu(rate)
        self._command(tr("Change the note…") if node.note else tr("Write a note…"), "sticky-note", "note")

    def _take_out(self) -> None:
        actions, node = self._actions, self._node
        self._entry(tr("Copy picture"), "copy", lambda: actions.copy_chosen.emit(node), "copy")
        self._entry(tr("Export…"), "download", lambda: actions.export_chosen.emit(node), "export")
        self._entry(tr("Export as layers…"), "layers", lambda: actions.layers_chosen.emit(node))
        self._entry(tr("Export the whole tree…"), "list-tree", lambda: actions.tree_chosen.emit(node))

    def _command(self, words: str, icon: str, command: str) -> None:
        actions, node = self._actions, self._node
        self._entry(words, icon, lambda: actions.command_given.emit(command, node), command)

    def _entry(self, words: str, icon: str, act: Callable[[], object], key: str = "") -> None:
        """`key` is a command whose key is named, or a key that never changes."""
        # The key is only shown: it belongs to the list, as a shortcut it would be one of the whole window.
        named_key = key if key == "Return" else shown(self._keymap, key) if key in KEYED else ""
        action = self._menu.addAction(f"{words}\t{named_key}" if named_key else words)
        action.triggered.connect(lambda checked: act())
        if icon:
            icons.mark(action, icon)


def vary_menu(vary: Callable[[int], object], parent: QWidget) -> QMenu:
    """How many variations to make; `vary` is called with the number."""
    menu = named(QMenu(tr("Vary"), parent), "vary_menu", tr("How many variations"))
    for count in range(1, MOST + 1):
        entry = menu.addAction(plural(count, "{n} new seed", "{n} new seeds"))
        entry.triggered.connect(lambda checked, count=count: vary(count))
    return menu


def rating_menu(rate: Callable[[int], object], parent: QWidget, keymap: Keymap | None = None) -> QMenu:
    """The ratings; `rate` is called with the number, 0 for none."""
    menu = named(QMenu(tr("Rate", "verb"), parent), "rating_menu", tr("Rating"))
    for stars in (*range(1, BEST + 1), 0):
        key = shown(keymap, f"rate_{stars}") if keymap is not None else ""
        words = tr("{stars} of {best}", stars=stars, best=BEST) if stars else tr("No rating")
        entry = menu.addAction(f"{words}\t{key}" if key else words)
        entry.triggered.connect(lambda checked, stars=stars: rate(stars))
    return menu
