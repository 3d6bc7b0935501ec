"""The history: the original, every result below it, and what can be done with the one that is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.controls import QuietComboBox, named, plain_label
from flux_desktop.ui.history_actions import HistoryActions
from flux_desktop.ui.history_list import HistoryList
from flux_desktop.ui.history_model import HistoryItemModel
from flux_desktop.ui.original_card import OriginalCard
from flux_desktop.ui.theme import GAP, TIGHT

if TYPE_CHECKING:
    from flux_desktop.services.session import Recall, Session

__all__ = ["HistoryPanel"]


class HistoryPanel(QWidget):
    """Empty until `attach`. Signals carry the HistoryNode; `peek` is True while the source is to be seen."""

    copy_requested = Signal(object)
    export_requested = Signal(object)
    peek = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_panel", "History")
        self._session: Session | None = None
        self._folder: Path | None = None
        self._model = HistoryItemModel(self)
        self._model.file_of = self._file_of
        self.scope = named(QuietComboBox(), "history_scope", "Which results are listed")
        self.scope.addItem("All pictures", "all")
        self.scope.addItem("This picture", "picture")
        self.scope.setEnabled(False)
        self.original = OriginalCard(self._model.thumbnails)
        self.list = HistoryList(self._model)
        self.list.setProperty("plain", "true")
        self.actions_bar = HistoryActions()
        self._lay_out()
        self._connect()

    def attach(self, session: Session, drag_folder: Path | None = None) -> None:
        """Show the results of `session` from now on. Files that are dragged out are made in `drag_folder`."""
        self._session = session
        self._folder = drag_folder
        self.scope.setEnabled(True)
        self.scope.choose(session.settings.text("history_scope"))
        self.list.attach()
        self._model.attach(session, self._root())
        self.scope.currentIndexChanged.connect(self._on_scope)
        session.node_added.connect(self._model.add)
        session.current_changed.connect(lambda node: self._mark())
        session.source_changed.connect(lambda node: self._on_source())
        session.settings.changed.connect(self._on_setting)
        self._mark()

    def selected(self) -> HistoryNode | None:
        """The node of the selected row."""
        return self.list.node()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self.original)
        column.addWidget(self.list, 1)
        column.addWidget(self.actions_bar)

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
            row = self.list.visualRect(self._model.index_of(node.id))
            point = QPoint(row.left() + row.width() // 3, row.bottom())
            self.actions_bar.open_vary(node, self.list.viewport().mapToGlobal(point))
        else:
            self._recall(node, what)  # type: ignore[arg-type]  # the other letters are recalls

    def _show_recipe(self, node: HistoryNode) -> None:
        from flux_desktop.ui.recipe_dialog import RecipeDialog

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
