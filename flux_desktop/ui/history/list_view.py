"""The results as a list, as tiles or as a tree: keys, mouse, and a view that stays where it is when one arrives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from flux_desktop.core.commands import command_named
from flux_desktop.core.history import BEST, HistoryNode
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.history.delegate import HistoryDelegate, Shape
from flux_desktop.ui.history.even_view import EvenView
from flux_desktop.ui.history.model import HistoryItemModel
from flux_desktop.ui.history.places import Place, neighbour, place_of, return_to
from flux_desktop.ui.history.tile import LEAST
from flux_desktop.ui.keymap import command_of
from flux_desktop.ui.naming import named

__all__ = ["HistoryList"]

MINUTE = 60_000
HANDLED = frozenset(
    {
        *(
            "use_seed",
            "use_all",
            "use_all_but_seed",
            "use_prompt",
            "use_params",
            "vary",
            "edit_further",
            "show_settings",
        ),
        *("star", "note", "delete", "compare_with", "copy", "select_all"),
        *(f"rate_{stars}" for stars in range(BEST + 1)),
    }
)
"""Commands that the history carries out itself; the keys of all others are left to the window."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAMES: dict[Shape, str] = {
    "list": marked("Results"),
    "grid": marked("Results as tiles"),
    "tree": marked("Tree of the picture"),
}
Flag = QItemSelectionModel.SelectionFlag


class HistoryList(EvenView):
    """Rows of a HistoryItemModel. Signals carry the HistoryNode of the row.

    `chosen`: shown by click, Enter or arrow key; `selection_changed`: another number of rows is selected, or others.
    `command_given` carries the command of `core/commands` that a key stands for. `peek` is True while Space is held.
    """

    chosen = Signal(object)
    edit_chosen = Signal(object)
    selection_changed = Signal()
    command_given = Signal(str)
    menu_wanted = Signal(object, QPoint)
    peek = Signal(bool)

    def __init__(self, model: HistoryItemModel, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_list", tr(NAMES["list"]))
        self.setProperty("plain", "true")
        self._model = model
        self._keymap = keymap
        self._peeking = False
        self._restoring = False
        self._alone: int | None = None
        """The `seq` of the selected row, while there is one alone."""
        self._place: Place | None = None
        self._wanted: Shape = "list"
        self._delegate = HistoryDelegate(model, self)
        self._size = self._delegate.size(self.font())
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._ages = QTimer(self)
        self._ages.setInterval(MINUTE)
        self._ages.timeout.connect(self.viewport().update)
        self._connect()

    # Rows.

    @property
    def shape(self) -> Shape:
        """How the rows look now."""
        return self._delegate.shape

    def set_shape(self, shape: Shape) -> None:
        """Show rows as `shape`, list or grid; those of a tree are always shown as one. What is selected stays so."""
        self._wanted = shape
        self._fit_shape()

    def below(self, node: HistoryNode) -> QPoint:
        """A point of the screen at the lower edge of the row of `node`: where its menu opens by key."""
        row = self.visualRect(self._model.index_of(node.id))
        return self.viewport().mapToGlobal(QPoint(row.left() + row.width() // 3, row.bottom()))

    def node(self) -> HistoryNode | None:
        """The node of the selected row: the one with the focus, where several are selected."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            return self._model.node(current)
        ranges = self.selected_ranges()
        return self._model.node_at(ranges[0].top()) if ranges else None

    def seqs(self) -> list[int]:
        """The places of all selected nodes in the library, from top to bottom."""
        return [self._model.seq(row) for row in sorted(self.selected_rows())]

    def mark(self, shown: str, editing: str, partner: str = "") -> None:
        """Mark the rows of these ids; selection, focus and scroll position stay."""
        model = self._model
        before = (model.shown, model.editing, model.partner)
        if before != (shown, editing, partner):
            model.shown, model.editing, model.partner = shown, editing, partner
            self.viewport().update()
            if model.is_tree and shown != before[0]:
                model.renew()  # another way leads to it

    def select(self, id: str) -> None:
        """Select the row of node `id` without showing it; "" for none."""
        index = self._model.index_of(id) if id else QModelIndex()
        with self._unheard():
            self._select_alone(index)
        seq = self._model.seq_to_come(id) if not index.isValid() else None
        self._place = Place(frozenset({seq}), seq) if seq is not None else None
        self.selection_changed.emit()

    def leave(self, ids: Sequence[str]) -> HistoryNode | None:
        """Take out the rows of these nodes. If one was selected, its neighbour is now: the next, else the previous.

        The neighbour is given back; it is not shown yet.
        """
        model, gone = self._model, self._model.rows_of(ids)
        was_selected = not self.selected_rows().isdisjoint(gone)
        row = neighbour(gone, model.rowCount()) if was_selected else None
        near = model.node_at(row) if row is not None else None
        with self._unheard():
            self._place = None
            if near is not None and row is not None:
                self._select_alone(model.index(row, 0))
            model.remove(ids)
        self.selection_changed.emit()
        return near

    # Private.

    def _set_up(self) -> None:
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)

    def _connect(self) -> None:
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._edit)
        self.customContextMenuRequested.connect(self._want_menu)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._model.modelAboutToBeReset.connect(self._keep_place)
        self._model.modelReset.connect(self._restore_place)
        self._model.loaded.connect(self._on_loaded)
        self._model.thumbnails.arrived.connect(self._repaint)

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """Whatever is selected meanwhile was not selected by the user."""
        before, self._restoring = self._restoring, True
        yield
        self._restoring = before

    def _select_alone(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.selectionModel().clearSelection()
        # Not `setCurrentIndex` of the view: it would add to the selection while Ctrl is held.
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect if index.isValid() else Flag.NoUpdate)

    def _on_selection(self) -> None:
        """Show what was selected anew. Qt tells of a selection that moved down with its row, too: that is none."""
        rows = self.selected_rows() if self.count_selected() == 1 else ()
        before, self._alone = self._alone, next((self._model.seq(row) for row in rows), None)
        if self._restoring:
            return
        self._place = None
        if self._alone not in (None, before) and (node := self.node()) is not None:
            self.chosen.emit(node)
        self.selection_changed.emit()

    def _choose(self, index: QModelIndex) -> None:
        if self.count_selected() == 1 and (node := self._model.node(index)):
            self.chosen.emit(node)

    def _edit(self, index: QModelIndex) -> None:
        if node := self._model.node(index):
            self.edit_chosen.emit(node)

    def _want_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index, point = self.currentIndex(), self.visualRect(self.currentIndex()).center()
        if node := self._model.node(index):
            self.menu_wanted.emit(node, self.viewport().mapToGlobal(point))

    # Where the view is.

    def _keep_place(self) -> None:
        """All rows will be others: remember what is selected and in sight."""
        if self._place is None:  # else some of it was not among the first rows that came
            self._place = place_of(self, self._model)

    def _restore_place(self) -> None:
        self._fit_shape()
        with self._unheard():
            return_to(self._place or Place(), self, self._model)

    def _on_loaded(self) -> None:
        if self._place is not None and self._place.selected and not self.selected_rows():
            self._restore_place()  # it was not among the first rows
        self._place = None
        self.viewport().update()
        self.selection_changed.emit()

    def _repaint(self, id: str) -> None:
        """Paint the row of node `id` again, if it is in sight. `dataChanged` would look at every row for that."""
        for row in self.rows_in_sight():
            node = self._model.node_at(row)
            if node is not None and node.id == id:
                self.update(self._model.index(row, 0))

    def item_size(self) -> QSize:
        return self._size

    def columns(self) -> int:
        return max(1, self.viewport().width() // LEAST) if self.shape == "grid" else 1

    def _fit_shape(self) -> None:
        shape: Shape = "tree" if self._model.tree.rows else self._wanted
        if shape != self.shape:
            self._delegate.shape = shape
            self.setAccessibleName(tr(NAMES[shape]))
            policy = Qt.ScrollBarPolicy
            # A bar that comes and goes would change the width of the tiles, and with it whether it is needed.
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if shape == "grid" else policy.ScrollBarAsNeeded)
            self._fit_tiles()
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def _fit_tiles(self) -> None:
        """As many tiles beside each other as there is room for, as wide as they can be then."""
        self._delegate.width = max(1, self.viewport().width() // self.columns())
        self._size = self._delegate.size(self.font())

    def _set_peek(self, on: bool) -> None:
        if on != self._peeking:
            self._peeking = on
            self.peek.emit(on)

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """All that comes into sight is read at once: after a jump that is a whole screenful."""
        self._model.prepare(self._rows_at(event.rect()))
        super().paintEvent(event)

    def rowsInserted(  # noqa: N802
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        """New rows come in at the top: what the user looks at further down stays where it is."""
        bar, first = self.verticalScrollBar(), self.indexAt(QPoint(1, 1))
        row, top = first.row(), self.visualRect(first).top()
        super().rowsInserted(parent, start, end)
        if bar.value() > 0 and start <= row:
            self.updateGeometries()
            moved = self._model.index(row + end - start + 1, 0)
            bar.setValue(bar.value() + self.visualRect(moved).top() - top)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are commands here."""

    def event(self, event: QEvent) -> bool:
        """Keys that mean something in the list are not taken by shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return (
            event.key() in ENTER
            or (plain and event.key() == Qt.Key.Key_Space)
            or command_of(self._keymap, event, "history") in HANDLED
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        node = self.node() or self._model.node(self.currentIndex())
        if not self._means(event):
            super().keyPressEvent(event)
        elif node is not None:
            self._act(event, node)

    def _act(self, event: QKeyEvent, node: HistoryNode) -> None:
        command = command_of(self._keymap, event, "history")
        if event.key() == Qt.Key.Key_Space:
            self._set_peek(True)
        elif event.key() in ENTER:
            further = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.edit_chosen if further else self.chosen).emit(node)
        elif command == "select_all":
            self.selectAll()
        elif command is not None and (not event.isAutoRepeat() or command_named(command).repeats):
            self.command_given.emit(command)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._set_peek(False)
            return
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._fit_tiles()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_tiles()
            self.updateGeometries()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._set_peek(False)
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ages.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._ages.stop()
