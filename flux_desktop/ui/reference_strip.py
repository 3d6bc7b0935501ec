"""The reference images of the next edit, numbered in the order in which they are sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from flux_desktop.ui import icons
from flux_desktop.ui.controls import ElidedLabel, icon_button, named
from flux_desktop.ui.reference_tile import ID, NUMBER, PICTURE, TILE, TileDelegate
from flux_desktop.ui.theme import GAP

__all__ = ["Reference", "ReferenceStrip"]

Reference = tuple[str, str, bytes]
"""The id of the picture's history node, its name, and a small image file of it."""


class ReferenceStrip(QWidget):
    """One quiet line while there is nothing to show, a row of thumbnails otherwise.

    They move by dragging, by the buttons and by Alt+Left and Alt+Right. The strip tells what the user wants and shows
    what it is told.
    """

    add_requested = Signal()
    remove_requested = Signal(str)
    order_changed = Signal(list)
    """Carries the node ids in their new order."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "reference_strip", "Reference images")
        self._limit = 0
        self._first = 2
        self._reason = ""
        self.list = _List()
        self._words = named(ElidedLabel("", "quiet"), "reference_words")
        self.add_button = named(QPushButton("Reference"), "reference_add_button", "Add a reference image")
        self.add_button.setToolTip("Add a picture that the prompt may point at")
        icons.mark(self.add_button, "image-plus")
        self.left_button = icon_button("reference_left_button", "arrow-left", "Send it earlier (Alt+Left)")
        self.right_button = icon_button("reference_right_button", "arrow-right", "Send it later (Alt+Right)")
        self.remove_button = icon_button("reference_remove_button", "x", "Take this reference out (Del)")
        self._lay_out()
        self._connect()
        self.set_limit(0, "")

    def set_limit(self, limit: int, reason: str = "", first: int = 2) -> None:
        """How many the model takes, the `reason` if it takes none, and the number of the first: the source is 1."""
        self._limit, self._reason, self._first = limit, reason, first
        self._number()

    def set_references(self, references: Sequence[Reference]) -> None:
        """Show `references` in this order; the selection stays with its picture, or its place."""
        if [id for id, _, _ in references] != self.ids():
            chosen, row = self._selected(), self.list.currentRow()
            self.list.clear()
            for reference in references:
                self.list.addItem(_tile(reference))
            ids = self.ids()
            self.list.setCurrentRow(ids.index(chosen) if chosen in ids else min(row, len(ids) - 1))
        self._number()

    def ids(self) -> list[str]:
        """The node ids in sending order, also of those above the limit."""
        return [str(self.list.item(row).data(ID)) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.add_button)
        row.addWidget(self.list, 1)
        row.addWidget(self._words, 1)
        for button in (self.left_button, self.right_button, self.remove_button):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.left_button.clicked.connect(lambda: self._move(-1))
        self.right_button.clicked.connect(lambda: self._move(1))
        self.remove_button.clicked.connect(self._remove)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.list.currentRowChanged.connect(self._show_buttons)
        self.list.model().rowsMoved.connect(self._dragged)

    def _selected(self) -> str:
        item = self.list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _remove(self) -> None:
        if chosen := self._selected():
            self.remove_requested.emit(chosen)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)
            self._dragged()

    def _dragged(self) -> None:
        self._number()
        self.order_changed.emit(self.ids())

    def _number(self) -> None:
        """Write at each tile what it is called in the prompt, or that it is not sent."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            sent = row < self._limit
            name = item.toolTip()
            item.setData(NUMBER, row + self._first if sent else None)
            called = f"Image {row + self._first}: {name}" if sent else f"{name}, not sent"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, called)
        self._show()

    def _show(self) -> None:
        count = self.list.count()
        self.list.setVisible(count > 0)
        self.add_button.setEnabled(count < self._limit)
        for button in (self.left_button, self.right_button, self.remove_button):
            button.setVisible(count > 0)
        surplus = count - self._limit
        if self._limit == 0:
            words = self._reason or "This model takes no reference images."
            words = f"{words} Not sent: {count}." if count else words
        elif surplus > 0:
            words = f"The model takes {self._limit}: {surplus} not sent."
        else:
            words = "" if count else f"Up to {self._limit}; the prompt calls the first “image {self._first}”."
        self._words.set_words(words)
        self._words.setVisible(bool(words))
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self.list.currentRow()
        self.left_button.setEnabled(row > 0)
        self.right_button.setEnabled(0 <= row < self.list.count() - 1)
        self.remove_button.setEnabled(row >= 0)


class _List(QListWidget):
    moved = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "reference_list", "Reference images in sending order")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSpacing(2)
        self.setProperty("plain", "true")
        self.setItemDelegate(TileDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(TILE + 14)
        self.setMinimumWidth(TILE + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()  # files are for the window

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if event.source() is self:
            super().dragMoveEvent(event)
        else:
            event.ignore()


def _tile(reference: Reference) -> QListWidgetItem:
    id, name, thumbnail = reference
    item = QListWidgetItem()
    item.setData(ID, id)
    item.setToolTip(name.replace("<", "‹"))
    item.setSizeHint(QSize(TILE + 4, TILE + 4))
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    pixmap = QPixmap()
    if pixmap.loadFromData(thumbnail):
        item.setData(PICTURE, pixmap)
    return item
