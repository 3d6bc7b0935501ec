"""The row of thumbnails in the reference strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QSizePolicy

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.references.tile import ID, NAME, NUMBER, PICTURE, TILE, TileDelegate

__all__ = ["ReferenceList"]

PLACE = TILE + 8
"""Width of a tile with the space around it."""
SEEN = 3
"""So many tiles are to be seen at least, if there are so many: the name of the picture that is edited is cut first."""


class ReferenceList(QListWidget):
    """Thumbnails in one row. It orders itself, by dragging and by Alt+Left and Alt+Right, and tells so."""

    order_changed = Signal()
    removed = Signal()
    """The user wants the selected one out."""
    crop_wanted = Signal()
    """The user wants to see the selected one large."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "reference_list", tr("Reference images in sending order"))
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
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.model().rowsMoved.connect(self.order_changed)
        self.itemDoubleClicked.connect(lambda item: self.crop_wanted.emit())

    def set_references(self, references: Sequence[tuple[str, str, bytes]]) -> None:
        """Show (node id, name, small image file) in this order; the selection stays with its picture, or its place."""
        if [id for id, _, _ in references] == self.ids():
            return
        chosen, row = self.selected(), self.currentRow()
        self.clear()
        for reference in references:
            self.addItem(_tile(reference))
        self.setMinimumWidth(min(self.count(), SEEN) * PLACE + 4)
        self.updateGeometry()
        ids = self.ids()
        self.setCurrentRow(ids.index(chosen) if chosen in ids else min(row, len(ids) - 1))

    def ids(self) -> list[str]:
        return [str(self.item(row).data(ID)) for row in range(self.count())]

    def selected(self) -> str:
        """The node id of the selected reference; "" for none."""
        item = self.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def picture(self, id: str) -> QPixmap | None:
        """The small picture of that node, where there is one."""
        found = next((self.item(row) for row in range(self.count()) if self.item(row).data(ID) == id), None)
        picture = found.data(PICTURE) if found is not None else None
        return picture if isinstance(picture, QPixmap) else None

    def move_selected(self, by: int) -> None:
        """Move the selected reference by so many places, if there is room."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)
            self.order_changed.emit()

    def number(self, first: int, limit: int) -> None:
        """Write at each tile what the prompt calls it, or above `limit` that it is not sent."""
        for row in range(self.count()):
            item = self.item(row)
            sent = row < limit
            name = item.data(NAME)
            item.setData(NUMBER, row + first if sent else None)
            words = _words(name, row + first if sent else None)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words.replace("<", "‹"))  # Qt takes for rich text what looks like it

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.count() * PLACE + 4, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_selected(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.crop_wanted.emit()
        else:
            super().keyPressEvent(event)


def _words(name: str, number: int | None) -> str:
    """A reference as it is read out; `number` is None where it is not sent."""
    return tr("{name}, not sent", name=name) if number is None else tr("Image {n}: {name}", n=number, name=name)


def _tile(reference: tuple[str, str, bytes]) -> QListWidgetItem:
    id, name, thumbnail = reference
    item = QListWidgetItem()
    item.setData(ID, id)
    item.setData(NAME, name)
    item.setSizeHint(QSize(TILE + 4, TILE + 4))
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    pixmap = QPixmap()
    if pixmap.loadFromData(thumbnail):
        item.setData(PICTURE, pixmap)
    return item
