"""The list of results: keys, mouse, and a view that stays where it is when a result arrives."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.history.delegate import HistoryDelegate
from flux_desktop.ui.history.model import HistoryItemModel
from flux_desktop.ui.naming import named

__all__ = ["HistoryList"]

LETTERS = {
    Qt.Key.Key_S: "seed",
    Qt.Key.Key_A: "all",
    Qt.Key.Key_R: "all_but_seed",
    Qt.Key.Key_P: "prompt",
    Qt.Key.Key_V: "vary",
}
MINUTE = 60_000


class HistoryList(QListView):
    """Rows of a HistoryItemModel. Signals carry the HistoryNode of the row.

    `chosen`: shown by click, Enter or arrow key. `key_pressed` carries what a letter stands for: seed, all,
    all_but_seed, prompt or vary. `peek` is True while Space is held.
    """

    chosen = Signal(object)
    edit_chosen = Signal(object)
    copy_chosen = Signal(object)
    key_pressed = Signal(str, object)
    menu_wanted = Signal(object, QPoint)
    peek = Signal(bool)

    def __init__(self, model: HistoryItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_list", "Results, newest first")
        self.setProperty("plain", "true")
        self._model = model
        self._peeking = False
        self._restoring = False
        self._selected = ""
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(model.thumbnails, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self._ages = QTimer(self)
        self._ages.setInterval(MINUTE)
        self._ages.timeout.connect(self.viewport().update)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._edit)
        self.customContextMenuRequested.connect(self._want_menu)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        model.thumbnails.arrived.connect(self._repaint)

    def below(self, node: HistoryNode) -> QPoint:
        """A point of the screen at the lower edge of the row of `node`: where its menu opens by key."""
        row = self.visualRect(self._model.index_of(node.id))
        return self.viewport().mapToGlobal(QPoint(row.left() + row.width() // 3, row.bottom()))

    def node(self) -> HistoryNode | None:
        """The selected row's node."""
        rows = self.selectionModel().selectedIndexes()
        return self._model.node(rows[0]) if rows else None

    def mark(self, shown: str, editing: str) -> None:
        """Mark the rows of these two ids; selection, focus and scroll position stay."""
        changed = {self._model.shown, self._model.editing, shown, editing} - {""}
        self._model.shown, self._model.editing = shown, editing
        for id in changed:
            self._repaint(id)

    def reload(self, root: str | None) -> None:
        """Read the rows anew and select the row that was selected, if it is still there."""
        node = self.node()
        self._model.load(root)
        self.select(node.id if node else "")

    def select(self, id: str) -> None:
        """Select the row of node `id` without showing it; "" for none."""
        self._restoring = True
        index = self._model.index_of(id) if id else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().clearSelection()
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._restoring = False

    def _choose(self, index: QModelIndex) -> None:
        if node := self._model.node(index):
            self.chosen.emit(node)

    def _edit(self, index: QModelIndex) -> None:
        if node := self._model.node(index):
            self.edit_chosen.emit(node)

    def _on_selection(self) -> None:
        """Show what was selected anew. Qt tells of a selection that moved down with its row, too: that is none."""
        node = self.node()
        before, self._selected = self._selected, node.id if node else ""
        if node is not None and node.id != before and not self._restoring:
            self.chosen.emit(node)

    def _want_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if node := self._model.node(index):
            self.menu_wanted.emit(node, self.viewport().mapToGlobal(point))

    def _repaint(self, id: str) -> None:
        # Not dataChanged: the view looks at every row for that, which takes 15 ms with 10,000 of them.
        index = self._model.index_of(id)
        if index.isValid():
            self.update(index)

    def _set_peek(self, on: bool) -> None:
        if on != self._peeking:
            self._peeking = on
            self.peek.emit(on)

    # Qt.

    def rowsInserted(  # noqa: N802
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        """New rows come in at the top: what the user looks at further down stays where it is."""
        bar = self.verticalScrollBar()
        value = bar.value()
        super().rowsInserted(parent, start, end)
        if value > 0:
            self.doItemsLayout()
            height = self.visualRect(self._model.index(start, 0)).height()
            bar.setValue(value + height * (end - start + 1))

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
        if plain and (event.key() in LETTERS or event.key() == Qt.Key.Key_Space):
            return True
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.matches(QKeySequence.StandardKey.Copy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        node = self.node() or self._model.node(self.currentIndex())
        if not self._means(event):
            super().keyPressEvent(event)
        elif node is not None:
            self._act(event, node)

    def _act(self, event: QKeyEvent, node: HistoryNode) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen.emit(node)
        elif event.key() == Qt.Key.Key_Space:
            self._set_peek(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            further = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.edit_chosen if further else self.chosen).emit(node)
        elif not event.isAutoRepeat():
            self.key_pressed.emit(LETTERS[Qt.Key(event.key())], node)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._set_peek(False)
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._set_peek(False)
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ages.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._ages.stop()
