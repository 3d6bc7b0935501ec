"""What the user does with nodes of the history, by key, button or menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flux_desktop.services.session import Recall, Session

__all__ = ["Deeds"]

RECALLS: dict[str, Recall] = {
    "use_seed": "seed",
    "use_all": "all",
    "use_all_but_seed": "all_but_seed",
    "use_prompt": "prompt",
    "use_params": "params",
}
RATE = "rate_"
LOOKING = frozenset({"show_settings", "copy", "compare_with"})
"""What can be done with deleted nodes, too."""


class Deeds(QObject):
    """Carries the commands of `core/commands` out on nodes of `session`. What needs the window is told by signals."""

    copy_requested = Signal(object)
    export_requested = Signal(object)
    sheet_requested = Signal(object)
    compare_requested = Signal(object, object)
    changes_requested = Signal(object)
    vary_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._single: dict[str, Callable[[HistoryNode], object]] = {
            "vary": self.vary_asked.emit,
            "edit_further": session.edit_further,
            "show_settings": self.show_settings,
            "copy": self.copy_requested.emit,
            "compare_with": self._compare_with,
            "changes": self.changes_requested.emit,
            "align": lambda node: session.changes.treat(node, "aligned", session.show),
            "match": lambda node: session.changes.treat(node, "matched", session.show),
            "note": self._write_note,
        }

    def carry_out(self, command: str, nodes: Sequence[HistoryNode]) -> None:
        """Do `command` with `nodes`; what can be done with one alone is done with the first.

        Of what was deleted one can only look at.
        """
        nodes = [node for node in nodes if node.trashed is None or command in LOOKING]
        if not nodes:
            return
        if command == "star":
            self._session.marks.star(nodes, not all(node.starred for node in nodes))
        elif command.startswith(RATE):
            self._session.marks.rate(nodes, int(command.removeprefix(RATE)))
        elif command == "delete":
            self._session.trash.delete([node for node in nodes if not node.is_original])
        elif command == "compare" and len(nodes) == 2:
            self.compare_requested.emit(*nodes)
        elif command in RECALLS:
            self._session.recall(nodes[0], RECALLS[command])
        elif command in self._single:
            self._single[command](nodes[0])

    def recall(self, node: HistoryNode, what: Recall) -> None:
        self._session.recall(node, what)

    def show_settings(self, node: HistoryNode) -> None:
        """Show everything that made `node`; nothing of the current settings changes."""
        from flux_desktop.ui.history.recipe_dialog import RecipeDialog

        if node.recipe is not None:
            dialog = RecipeDialog(node, self._session.queue.name(node.recipe), self._window.window())
            dialog.recalled.connect(self._session.recall)
            dialog.show()

    def _write_note(self, node: HistoryNode) -> None:
        from flux_desktop.ui.history.note_editor import NoteEditor

        editor = NoteEditor(node, self._window.window())
        editor.written.connect(self._session.marks.note)
        editor.open()

    def _compare_with(self, node: HistoryNode) -> None:
        """Compare with `node` from now on; with the one that is compared with already: no more."""
        partner = self._session.partner
        self._session.compare_with(None if partner is not None and partner.id == node.id else node)
