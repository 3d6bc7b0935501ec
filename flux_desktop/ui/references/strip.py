"""The reference images of the next edit, numbered in the order in which they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button
from flux_desktop.ui.theme import GAP, in_use

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from flux_desktop.ui.references.list_view import ReferenceList

__all__ = ["Reference", "ReferenceStrip"]

Reference = tuple[str, str, bytes]
"""The id of the picture's history node, its name, and a small image file of it."""


class ReferenceStrip(QWidget):
    """One quiet line while there is nothing to show, a row of thumbnails otherwise.

    They move by dragging, by the buttons and by Alt+Left and Alt+Right. Pictures come in by dropping them here, also
    from the history, and by pasting while the strip has the focus. The strip tells what the user wants and shows what
    it is told.
    """

    add_requested = Signal()
    remove_requested = Signal(str)
    order_changed = Signal(list)
    """Carries the node ids in their new order."""
    crop_requested = Signal(str)
    nodes_dropped = Signal(list)
    """Carries the ids of history nodes that are to be references, too."""
    brought = Signal(object)
    """Carries a `Dropped` from another program."""
    paste_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "reference_strip", tr("Reference images"))
        self._limit = 0
        self._first = 2
        self._reason = ""
        self.list: ReferenceList | None = None
        self._is_target = False
        self._words = named(ElidedLabel("", "quiet"), "reference_words")
        self.add_button = named(QPushButton(), "reference_add_button", tr("Add a reference image"))
        self.add_button.setToolTip(tr("Add a picture that the prompt may point at"))
        icons.mark(self.add_button, "image-plus")
        self.left_button = icon_button("reference_left_button", "arrow-left", tr("Send it earlier (Alt+Left)"))
        self.right_button = icon_button("reference_right_button", "arrow-right", tr("Send it later (Alt+Right)"))
        self.crop_button = icon_button("reference_crop_button", "crop", tr("Crop it, or pick a colour from it (Enter)"))
        self.remove_button = icon_button("reference_remove_button", "x", tr("Take this reference out (Del)"))
        self._deed_box = _squared(self._deeds())
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_limit(0, tr("Reference images go with an edit of a picture."))

    def set_limit(self, limit: int, reason: str = "", first: int = 2) -> None:
        """How many the model takes, the `reason` if it takes none, and the number of the first: the source is 1."""
        self._limit, self._reason, self._first = limit, reason, first
        self._number()

    def set_references(self, references: Sequence[Reference]) -> None:
        """Show `references` in this order; the selection stays with its picture, or its place."""
        if references and self.list is None:
            self.list = self._make_list()
        if self.list is not None:
            self.list.set_references(references)
        self._number()

    def ids(self) -> list[str]:
        """The node ids in sending order, also of those above the limit."""
        return self.list.ids() if self.list is not None else []

    def picture(self, id: str) -> QPixmap | None:
        """The small picture of that node, where there is one."""
        return self.list.picture(id) if self.list is not None else None

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.add_button)
        row.addWidget(self._words)
        row.addWidget(self._deed_box, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.left_button.clicked.connect(lambda: self._move(-1))
        self.right_button.clicked.connect(lambda: self._move(1))
        self.crop_button.clicked.connect(self._crop)
        self.remove_button.clicked.connect(self._remove)

    def _make_list(self) -> ReferenceList:
        """Most edits have no reference, and item views are dear at program start: so the list is made when needed."""
        from flux_desktop.ui.references.list_view import ReferenceList

        tiles = ReferenceList()
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(1, tiles)
        tiles.order_changed.connect(self._reordered)
        tiles.removed.connect(self._remove)
        tiles.crop_wanted.connect(self._crop)
        tiles.currentRowChanged.connect(self._show_buttons)
        return tiles

    def _remove(self) -> None:
        if self.list is not None and (chosen := self.list.selected()):
            self.remove_requested.emit(chosen)

    def _crop(self) -> None:
        if self.list is not None and (chosen := self.list.selected()):
            self.crop_requested.emit(chosen)

    def _deeds(self) -> tuple[QToolButton, ...]:
        return self.left_button, self.right_button, self.crop_button, self.remove_button

    def _move(self, by: int) -> None:
        if self.list is not None:
            self.list.move_selected(by)

    def _reordered(self) -> None:
        self._number()
        self.order_changed.emit(self.ids())

    def _number(self) -> None:
        if self.list is not None:
            self.list.number(self._first, self._limit)
        self._show()

    def _show(self) -> None:
        count = len(self.ids())
        if self.list is not None:
            self.list.setVisible(count > 0)
        self.add_button.setEnabled(count < self._limit)
        self.add_button.setText("" if count else tr("Reference"))  # the tiles need the room
        self._deed_box.setVisible(count > 0)
        words = self._sentence(count)
        self._words.set_words(words)
        self._words.setVisible(bool(words))
        self._show_buttons()

    def _sentence(self, count: int) -> str:
        if self._limit == 0:
            reason = self._reason or tr("This model takes no reference images.")
            return tr("{reason} Not sent: {n}.", reason=reason, n=count) if count else reason
        if count > self._limit:
            return tr("{n} not sent: the limit is {limit}.", n=count - self._limit, limit=self._limit)
        if count:
            return ""
        return tr("Up to {limit}, from “image {n}” on.", limit=self._limit, n=self._first)

    def _show_buttons(self) -> None:
        row = self.list.currentRow() if self.list is not None else -1
        self.left_button.setEnabled(row > 0)
        self.right_button.setEnabled(0 <= row < len(self.ids()) - 1)
        self.crop_button.setEnabled(row >= 0)
        self.remove_button.setEnabled(row >= 0)

    # Qt.

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+V where the strip has the focus: elsewhere it opens a picture to edit."""
        paste = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if paste and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if paste and event.type() == QEvent.Type.KeyPress:
            self.paste_requested.emit()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._aim(self._takes(event))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._is_target)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._is_target)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        del event
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        from flux_desktop.ui.desk.dropped import nodes_of, payload_of

        self._aim(False)
        nodes, payload = nodes_of(event.mimeData()), payload_of(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(nodes) or payload is not None)
        if nodes:
            self.nodes_dropped.emit(nodes)
        elif payload is not None:
            self.brought.emit(payload)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._is_target:
            painter = QPainter(self)
            painter.setPen(QColor(in_use().link))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def _takes(self, event: QDropEvent) -> bool:
        from flux_desktop.ui.desk.dropped import may_carry

        own = self.list is not None and event.source() is self.list
        return self._limit > 0 and not own and may_carry(event.mimeData())

    def _aim(self, is_target: bool) -> None:
        """Show, by a frame, whether a drop here is taken."""
        self._is_target = is_target
        self.update()


def _squared(buttons: Sequence[QToolButton]) -> QWidget:
    """Two rows of two: as high as the tiles, and half as wide as one row, which leaves the room to them."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    for place, button in enumerate(buttons):
        grid.addWidget(button, *divmod(place, 2))
    return box
