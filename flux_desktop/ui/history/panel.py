"""The history: the original, every result below it, and what can be done with the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.history.actions import HistoryActions
from flux_desktop.ui.history.header import HistoryHeader
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import MARGIN

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.services.session import Session

__all__ = ["HistoryPanel"]

EMPTY = marked("Results appear here. They stay after you close the program.")
FEW = 200
"""Nodes that are read in less time than a frame."""
NO_TRASH = marked("The trash is empty.")
ONE_TREE = marked("The tree is that of the open picture.")


class HistoryPanel(QWidget):
    """Empty until `attach`. `peek` is True while the source is to be seen.

    `copy_requested`, `layers_requested`, `reference_requested` and `tree_export_requested` (with the root of the tree)
    carry a HistoryNode, `export_requested` and `sheet_requested` a list of them, `compare_requested` two;
    `changes_requested` asks what else an edit changed.

    The list, its model and the card of the original (`list`, `original`) are made by `attach`: the window is painted
    before they are loaded.
    """

    copy_requested = Signal(object)
    export_requested = Signal(object)
    sheet_requested = Signal(object)
    layers_requested = Signal(object)
    reference_requested = Signal(object)
    tree_export_requested = Signal(object)
    compare_requested = Signal(object, object)
    changes_requested = Signal(object)
    peek = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_panel", tr("History"))
        self._session: Session | None = None
        self._folder: Path | None = None
        self.header = HistoryHeader()
        self.scope = self.header.scope
        self._empty = named(plain_label(tr(EMPTY), "quiet", wrap=True), "history_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(MARGIN)
        self._clear = named(QPushButton(tr("Clear search and filters")), "history_empty_clear_button")
        self._clear.setProperty("flat", "true")
        self._clear.clicked.connect(self.header.clear)
        self._clear.hide()
        self._nothing = self._in_place_of_rows()
        self.actions_bar = HistoryActions()
        self._lay_out()

    def attach(self, session: Session, drag_folder: Path | None = None, keymap: Keymap | None = None) -> None:
        """Show the results of `session` from now on. Files that are dragged out are made in `drag_folder`."""
        for _ in self.attaching(session, drag_folder, keymap):
            pass

    def attaching(self, session: Session, drag_folder: Path | None, keymap: Keymap | None) -> Iterator[None]:
        """`attach` with pauses, in which the window can react."""
        from flux_desktop.ui.history.keeper import Keeper

        self._session = session
        self._folder = drag_folder
        yield from self._make_list(session, keymap)
        self._connect()
        yield
        self.header.setEnabled(True)
        self.scope.choose(session.settings.text("history_scope"))
        self.header.choose_shape(session.settings.text("history_view"))
        self._keeper = Keeper(session, self.header, self.list, self._model)
        self._keeper.changed.connect(self._show_rows)
        session.settings.changed.connect(self._on_setting)
        self._keeper.reload()

    def selected(self) -> HistoryNode | None:
        """The node of the selected row."""
        return self.list.node() if self._session is not None else None

    def select(self, node: HistoryNode) -> None:
        """Select the row of `node` and scroll to it; what is shown stays."""
        self.list.select(node.id)

    def focus_search(self) -> None:
        """Let the user search."""
        self.header.focus_search()

    def carry_out(self, command: str, nodes: Sequence[HistoryNode]) -> None:
        """Do a command of `core/commands` with `nodes`, as its key in the list does with the selected ones."""
        self._deeds.carry_out(command, nodes)

    def chosen(self) -> list[HistoryNode]:
        """The nodes of the selected rows, from top to bottom."""
        return self._session.library.nodes_at(self.list.seqs()) if self._session is not None else []

    def select_all(self) -> None:
        self.list.selectAll()

    def show_trash(self) -> None:
        """Show what was deleted."""
        self.header.show_trash(True)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self._nothing, 1)
        self._column.addWidget(self.actions_bar)

    def _in_place_of_rows(self) -> QWidget:
        """Why there are none, and right below it what can be done about that."""
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self._empty)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        return nothing

    def _make_list(self, session: Session, keymap: Keymap | None) -> Iterator[None]:
        """Everything for rows, in the place that the sentence for no rows keeps free."""
        from flux_desktop.core.keymap import Keymap
        from flux_desktop.ui.history.bulk_bar import BulkBar
        from flux_desktop.ui.history.deeds import Deeds
        from flux_desktop.ui.history.list_view import HistoryList
        from flux_desktop.ui.history.model import HistoryItemModel
        from flux_desktop.ui.history.original_card import OriginalCard
        from flux_desktop.ui.history.trash_bar import TrashBar

        self._keymap = keymap or Keymap(session.settings)
        self._deeds = Deeds(session, self)
        self._model = HistoryItemModel(self)
        self._model.file_of = self._file_of
        self.original = OriginalCard(self._model.thumbnails)
        self.list = HistoryList(self._model, self._keymap)
        yield
        self.bulk_bar, self.trash_bar = BulkBar(), TrashBar(session, self._with_selected)
        yield
        self._column.insertWidget(1, self.original)
        self._column.insertWidget(2, self.list, 1)
        for bar in (self.bulk_bar, self.trash_bar):
            bar.hide()
            self._column.addWidget(bar)
        # Made last, and come to where they are seen: below the header.
        self.setTabOrder(self._clear, self.original)
        self.setTabOrder(self.original, self.list)
        self.actions_bar.attach()

    def _connect(self) -> None:
        rows, header, deeds = self.list, self.header, self._deeds
        self.original.clicked.connect(self._show_original)
        self.original.edit_chosen.connect(lambda: self._edit_further(self.original.node))
        rows.chosen.connect(self._show)
        rows.edit_chosen.connect(self._edit_further)
        rows.command_given.connect(lambda command: self._with_selected(partial(deeds.carry_out, command)))
        rows.selection_changed.connect(self._show_bar)
        rows.menu_wanted.connect(lambda node, point: self.actions_bar.open_menu(node, point, self._keymap))
        rows.peek.connect(self.peek)
        header.shape_chosen.connect(lambda shape: self._set("history_view", shape))
        header.scope.currentIndexChanged.connect(lambda: self._set("history_scope", header.scope.currentData()))
        header.facets_wanted.connect(self._read_facets)
        self._connect_bars()

    def _connect_bars(self) -> None:
        bar, bulk, deeds = self.actions_bar, self.bulk_bar, self._deeds
        bar.show_chosen.connect(self._show)
        bar.edit_chosen.connect(self._edit_further)
        bar.recalled.connect(deeds.recall)
        bar.varied.connect(self._vary)
        bar.copy_chosen.connect(self.copy_requested)
        bar.export_chosen.connect(lambda node: self.export_requested.emit([node]))
        bar.recipe_chosen.connect(deeds.show_settings)
        bar.layers_chosen.connect(self.layers_requested)
        bar.reference_chosen.connect(self.reference_requested)
        bar.tree_chosen.connect(self._export_tree)
        bar.command_given.connect(lambda command, node: deeds.carry_out(command, [node]))
        bulk.command_given.connect(lambda command: self._with_selected(partial(deeds.carry_out, command)))
        bulk.export_chosen.connect(lambda: self._with_selected(self.export_requested.emit))
        bulk.sheet_chosen.connect(lambda: self._with_selected(self.sheet_requested.emit))
        deeds.copy_requested.connect(self.copy_requested)
        deeds.compare_requested.connect(self.compare_requested)
        deeds.changes_requested.connect(self.changes_requested)
        deeds.vary_asked.connect(lambda node: bar.open_vary(node, self.list.below(node)))

    # What is seen.

    def _show_rows(self) -> None:
        """The rows, or why there are none; the card of the original, unless it is a row itself."""
        assert self._session is not None, "attached first"
        current, source = self._session.current, self._session.source
        is_tree = self.list.shape == "tree"
        self.original.set_node(None if is_tree else self._session.original())
        self.original.mark(current.id if current else "", source.id if source else "")
        self.scope.setEnabled(not is_tree)
        set_note(self.scope, tr(ONE_TREE) if is_tree else self.scope.accessibleName())
        count = self._model.rowCount()
        self._set_seen(self.list, count > 0)
        self._nothing.setVisible(count == 0)
        self._empty.setText(self._why_empty())
        self._set_seen(self._clear, count == 0 and self._model.query.is_filtered and not self._model.query.trashed)
        self.header.tell(count)
        self._show_bar()

    def _why_empty(self) -> str:
        query = self._model.query
        if query.text.strip():
            return tr("No result for “{words}”.", words=query.text.strip())
        if query.trashed:
            return tr(NO_TRASH)
        return tr("No result for these filters.") if query.is_filtered else tr(EMPTY)

    def _show_bar(self) -> None:
        """The buttons for what is selected; those for one act on what is on the canvas."""
        assert self._session is not None, "attached first"
        selected, in_trash, current = self.list.count_selected(), self._model.query.trashed, self._session.current
        self._set_seen(self.trash_bar, in_trash)
        self._set_seen(self.bulk_bar, selected > 1 and not in_trash)
        self._set_seen(self.actions_bar, selected <= 1 and not in_trash)
        self.bulk_bar.set_count(selected)
        self.trash_bar.set_counts(selected, self._model.rowCount())
        self.actions_bar.set_node(current if current is not None and not current.is_original else self.list.node())

    def _set_seen(self, part: QWidget, seen: bool) -> None:
        """Show a part, or hide it. If it had the keyboard, the rows get that, or the header where there are none.

        Qt would give it to a field anywhere in the window, in which Ctrl+Z means something else.
        """
        focused = QApplication.focusWidget()
        if not seen and focused is not None and (part is focused or part.isAncestorOf(focused)):
            has_rows = part is not self.list and self.list.isVisible()
            (self.list if has_rows else self.header.more_button).setFocus()
        part.setVisible(seen)

    # What is chosen in the header.

    def _set(self, name: str, value: str) -> None:
        if self._session is not None:
            self._session.settings.set(name, value)

    def _on_setting(self, name: str) -> None:
        if self._session is None or name not in ("history_scope", "history_view"):
            return
        self.scope.choose(self._session.settings.text("history_scope"))
        self.header.choose_shape(self._session.settings.text("history_view"))
        self._keeper.reload()

    def _read_facets(self) -> None:
        if (session := self._session) is not None:
            names = {provider.id: provider.name for provider in session.queue.providers()}
            session.in_background(session.library.facets, lambda facets: self.header.set_facets(facets, names))

    # What the user does.

    def _with_selected(self, act: Callable[[Sequence[HistoryNode]], object]) -> None:
        """Do `act` with the selected nodes: at once, unless there are so many that reading them takes its time."""
        if (session := self._session) is None:
            return
        if self.list.count_selected() <= FEW:
            act(self.chosen())
        else:
            session.in_background(partial(session.library.nodes_at, self.list.seqs()), act)

    def _show(self, node: HistoryNode) -> None:
        if self._session is not None:
            self._session.show(node)

    def _show_original(self) -> None:
        if self._session is not None and self.original.node is not None:
            self.list.select("")
            self._session.show(self.original.node)

    def _edit_further(self, node: HistoryNode | None) -> None:
        if self._session is not None and node is not None and node.trashed is None:
            self._session.edit_further(node)

    def _vary(self, node: HistoryNode, count: int) -> None:
        if self._session is not None:
            self._session.vary(node, count)

    def _export_tree(self, node: HistoryNode) -> None:
        root = self._session.library.node(node.root) if self._session is not None else None
        self.tree_export_requested.emit(root or node)

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
