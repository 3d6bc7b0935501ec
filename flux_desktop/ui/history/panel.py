"""The history: the original, every result below it, and what can be done with the one that is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flux_desktop.core.errors import FluxError
from flux_desktop.ui.controls import QuietComboBox, plain_label
from flux_desktop.ui.history.actions import HistoryActions
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Recall, Session

__all__ = ["HistoryPanel"]

EMPTY = "Results appear here. They stay after you close the program."


class HistoryPanel(QWidget):
    """Empty until `attach`. Signals carry the HistoryNode; `peek` is True while the source is to be seen.

    The list, its model and the card of the original (`list`, `original`) are made by `attach`: the window is painted
    before they are loaded.
    """

    copy_requested = Signal(object)
    export_requested = Signal(object)
    peek = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_panel", "History")
        self._session: Session | None = None
        self._folder: Path | None = None
        self.scope = named(QuietComboBox(), "history_scope", "Which results are listed")
        self.scope.addItem("All pictures", "all")
        self.scope.addItem("This picture", "picture")
        self.scope.setEnabled(False)
        self._empty = named(plain_label(EMPTY, "quiet", wrap=True), "history_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(MARGIN)
        self.actions_bar = HistoryActions()
        self._lay_out()

    def attach(self, session: Session, drag_folder: Path | None = None) -> None:
        """Show the results of `session` from now on. Files that are dragged out are made in `drag_folder`."""
        self._session = session
        self._folder = drag_folder
        self._make_list()
        self._connect()
        self.scope.setEnabled(True)
        self.scope.choose(session.settings.text("history_scope"))
        self._model.attach(session, self._root())
        self.scope.currentIndexChanged.connect(self._on_scope)
        session.node_added.connect(self._model.add)
        session.current_changed.connect(lambda node: self._mark())
        session.source_changed.connect(lambda node: self._on_source())
        session.settings.changed.connect(self._on_setting)
        self._mark()

    def selected(self) -> HistoryNode | None:
        """The node of the selected row."""
        return self.list.node() if self._session is not None else None

    def select(self, node: HistoryNode) -> None:
        """Select the row of `node` and scroll to it; what is shown stays."""
        self.list.select(node.id)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(GAP, GAP, GAP, TIGHT)
        title = plain_label("History")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        header.addWidget(title)
        header.addStretch(1)
        header.addWidget(self.scope, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(header)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self.actions_bar)

    def _make_list(self) -> None:
        """Everything for rows, in the place that the sentence for no rows keeps free."""
        from flux_desktop.ui.history.list_view import HistoryList
        from flux_desktop.ui.history.model import HistoryItemModel
        from flux_desktop.ui.history.original_card import OriginalCard

        self._model = HistoryItemModel(self)
        self._model.file_of = self._file_of
        self.original = OriginalCard(self._model.thumbnails)
        self.list = HistoryList(self._model)
        self._column.insertWidget(1, self.original)
        self._column.insertWidget(2, self.list, 1)
        self._model.modelReset.connect(self._show_rows)
        self._model.rowsInserted.connect(lambda parent, first, last: self._show_rows())
        self.actions_bar.attach()

    def _show_rows(self) -> None:
        some = self._model.rowCount() > 0
        self.list.setVisible(some)
        self._empty.setVisible(not some)

    def _connect(self) -> None:
        self.original.clicked.connect(self._show_original)
        self.original.edit_chosen.connect(lambda: self._edit_further(self.original.node))
        self.list.chosen.connect(self._show)
        self.list.edit_chosen.connect(self._edit_further)
        self.list.copy_chosen.connect(self.copy_requested)
        self.list.key_pressed.connect(self._on_key)
        self.list.menu_wanted.connect(self.actions_bar.open_menu)
        self.list.peek.connect(self.peek)
        bar = self.actions_bar
        bar.show_chosen.connect(self._show)
        bar.edit_chosen.connect(self._edit_further)
        bar.recalled.connect(self._recall)
        bar.varied.connect(self._vary)
        bar.copy_chosen.connect(self.copy_requested)
        bar.export_chosen.connect(self.export_requested)
        bar.recipe_chosen.connect(self._show_recipe)

    # What the session tells.

    def _root(self) -> str | None:
        """The tree that is listed; None for all, also while no picture is open."""
        assert self._session is not None, "attached first"
        source = self._session.source
        return source.root if source is not None and self.scope.currentData() == "picture" else None

    def _on_source(self) -> None:
        if self._root() != self._model.root:
            self.list.reload(self._root())
        self._mark()

    def _on_scope(self) -> None:
        if self._session is not None:
            self._session.settings.set("history_scope", self.scope.currentData())
            if self._root() != self._model.root:
                self.list.reload(self._root())

    def _on_setting(self, name: str) -> None:
        if name == "history_scope" and self._session is not None:
            self.scope.choose(self._session.settings.text(name))

    def _mark(self) -> None:
        """Mark what is shown and what is edited; the buttons act on what is on the canvas."""
        assert self._session is not None, "attached first"
        current, source = self._session.current, self._session.source
        self.original.set_node(self._session.original())
        marks = (current.id if current else "", source.id if source else "")
        self.original.mark(*marks)
        self.list.mark(*marks)
        self.actions_bar.set_node(current if current is not None and not current.is_original else self.list.node())

    # What the user does.

    def _show(self, node: HistoryNode) -> None:
        if self._session is not None:
            self._session.show(node)

    def _show_original(self) -> None:
        if self._session is not None and self.original.node is not None:
            self.list.select("")
            self._session.show(self.original.node)

    def _edit_further(self, node: HistoryNode | None) -> None:
        if self._session is not None and node is not None:
            self._session.edit_further(node)

    def _recall(self, node: HistoryNode, what: Recall) -> None:
        if self._session is not None:
            self._session.recall(node, what)

    def _vary(self, node: HistoryNode, count: int) -> None:
        if self._session is not None:
            self._session.vary(node, count)

    def _on_key(self, what: Recall | str, node: HistoryNode) -> None:
        if what == "vary":
            self.actions_bar.open_vary(node, self.list.below(node))
        else:
            self._recall(node, what)  # type: ignore[arg-type]  # the other letters are recalls

    def _show_recipe(self, node: HistoryNode) -> None:
        from flux_desktop.ui.history.recipe_dialog import RecipeDialog

        if self._session is not None and node.recipe is not None:
            RecipeDialog(node, self._session.queue.name(node.recipe), self.window()).show()

    def _file_of(self, node: HistoryNode) -> Path | None:
        if self._session is None:
            return None
        try:
            return self._session.exporter.file_for_drag(node, self._folder or _temporary())
        except FluxError as error:
            self._session.failed.emit(error)
            return None


def _temporary() -> Path:
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation), "flux-desktop")
