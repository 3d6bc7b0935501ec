"""What the window does around the history: undo, marks, the trash, comparisons, and files of more than one picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from flux_desktop.core.commands import command_named
from flux_desktop.core.language import plural, tr
from flux_desktop.ui.shortcuts import underlined

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.picture_out import PictureOut
    from flux_desktop.ui.desk.tree_files import TreeFiles
    from flux_desktop.ui.desk.viewer import Viewer
    from flux_desktop.ui.desk.window_dialogs import Dialogs
    from flux_desktop.ui.dialogs.changes import ChangesDialog
    from flux_desktop.ui.history.model import HistoryItemModel
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["HistoryDesk"]

ON_NODE = (
    *("use_seed", "use_all", "use_all_but_seed", "use_prompt", "use_params", "vary", "edit_further"),
    *("star", *(f"rate_{stars}" for stars in range(6)), "delete", "show_settings", "note", "compare_with"),
)
"""Commands that the history carries out, from the canvas on the picture that is there."""


class HistoryDesk(QObject):
    """Connects the history panel and the canvas with `session`; `commands` are those that it carries out."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        viewer: Viewer,
        dialogs: Dialogs,
        *,
        out: PictureOut,
        trees: TreeFiles,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._viewer = viewer
        self._dialogs = dialogs
        self._out = out
        self._trees = trees
        self._changes: ChangesDialog | None = None
        self._actions: dict[str, QAction] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        session, history = self._session, self._window.history
        on_current = {id: partial(self._on_current, id) for id in ON_NODE}
        return {
            **on_current,
            "undo": session.undo.undo,
            "redo": session.undo.redo,
            "find": lambda: self._in_history(history.focus_search),
            "show_trash": lambda: self._in_history(history.show_trash),
            "select_all": history.select_all,
            "next_result": lambda: self.step(1),
            "previous_result": lambda: self.step(-1),
            "changes": lambda: self._with_result(self.show_changes),
            "export_layers": lambda: self._with_picture(self._out.export_layers),
            "export_tree": lambda: self._with_picture(self._trees.ask_export),
            "import_tree": self._trees.ask_import,
            "sheet": lambda: self.show_sheet(history.chosen()),
        }

    def follow(self, actions: dict[str, QAction]) -> None:
        """Follow panel and session from now on; `actions` are those of the menus."""
        self._actions = actions
        history, session = self._window.history, self._session
        history.export_requested.connect(self._out.export_all)
        history.sheet_requested.connect(self.show_sheet)
        history.layers_requested.connect(self._out.export_layers)
        history.tree_export_requested.connect(self._trees.ask_export)
        history.compare_requested.connect(self._compare)
        history.changes_requested.connect(self.show_changes)
        session.undo.changed.connect(self._tell_undo)
        session.asked_delete.connect(self._dialogs.ask_delete)
        session.comparison_changed.connect(self._see_both)
        session.nodes_removed.connect(self._tell_removed)
        session.nodes_restored.connect(lambda nodes: self._window.messages.withdraw_offer())
        self._tell_undo()

    def show_changes(self, node: HistoryNode) -> None:
        """Show what else the edit of `node` changed."""
        if self._changes is None:
            from flux_desktop.ui.dialogs.changes import ChangesDialog

            self._changes = self._dialogs.watched(ChangesDialog(self._session, self._window))
            self._changes.difference_wanted.connect(self._show_difference)
            self._changes.help_requested.connect(self._dialogs.show_manual)
        self._changes.look_at(node)
        self._dialogs.present(self._changes)

    def show_sheet(self, nodes: Sequence[HistoryNode]) -> None:
        """Lay `nodes` out on a sheet for a client."""
        if not nodes:
            self._window.messages.show_info(tr("Select the results for the contact sheet in the history first."))
            return
        from flux_desktop.ui.dialogs.sheet import SheetDialog

        dialog = self._dialogs.watched(SheetDialog(nodes, self._session, self._window))
        dialog.help_requested.connect(self._dialogs.show_manual)
        self._dialogs.present(dialog)

    def chosen_result(self) -> HistoryNode | None:
        """What commands for a result are carried out on: the one on the canvas, or selected where one selects."""
        history, current = self._window.history, self._session.current
        node = history.selected() if history.list.hasFocus() else current
        return node if node is not None and not node.is_original else None

    def step(self, rows: int) -> None:
        """Show the result that many rows below the one that is shown, or the first one; none beyond the ends."""
        list, current = self._window.history.list, self._session.current
        model = cast("HistoryItemModel", list.model())
        row = model.index_of(current.id).row() if current is not None else -1
        wanted = row + rows if row >= 0 else 0
        node = model.node_at(wanted) if 0 <= wanted < model.rowCount() else None
        if node is not None:
            list.select(node.id)
            self._session.show(node)

    # Private.

    def _in_history(self, act: Callable[[], object]) -> None:
        """Do it where the user sees it: its dock may be hidden, or behind another one."""
        assert self._window.docks is not None, "filled first"
        self._window.docks.all["history"].bring()
        act()

    def _with_picture(self, act: Callable[[HistoryNode], object]) -> None:
        if (node := self._session.current) is not None:
            act(node)

    def _with_result(self, act: Callable[[HistoryNode], object]) -> None:
        node = self._session.current
        if node is not None and not node.is_original:
            act(node)

    def _on_current(self, command: str) -> None:
        """Do it with what is selected where the history has the focus, else with the picture on the canvas.

        An original has no recipe, and it is deleted with its tree only; any picture can be compared with.
        """
        if self._window.history.list.hasFocus():
            self._window.history.list.command_given.emit(command)
            return
        act = self._with_picture if command == "compare_with" else self._with_result
        act(lambda node: self._window.history.carry_out(command, [node]))

    def _compare(self, first: HistoryNode, second: HistoryNode) -> None:
        """Compare two nodes: the older one is the side before."""
        older, newer = sorted((first, second), key=lambda node: node.created)
        self._session.compare_with(older)
        self._session.show(newer)

    def _show_difference(self, node: HistoryNode) -> None:
        self._session.compare_with(None)
        self._session.show(node)
        self._viewer.choose_mode("difference")

    def _see_both(self, partner: HistoryNode | None) -> None:
        """Who asks for a comparison wants to see it: in the way that was chosen last, or with a divider."""
        if partner is not None and self._window.canvas.compare_mode.value == "single":
            self._viewer.choose_mode("split")

    def _tell_undo(self) -> None:
        undo = self._session.undo
        for name, words, possible in (
            ("undo", undo.undo_words, undo.can_undo),
            ("redo", undo.redo_words, undo.can_redo),
        ):
            action = self._actions[name]
            letter = action.text().partition("\t")[2]
            said = underlined(words, tr(command_named(name).words))
            action.setText(f"{said}\t{letter}" if letter else said)
            action.setEnabled(possible)

    def _tell_removed(self, ids: tuple[str, ...]) -> None:
        words = plural(len(ids), "Deleted.", "Deleted {n} results.")
        self._window.messages.show_offer(words, tr("Undo"), self._session.undo.undo)
