"""The reference images of the next edit, numbered in the order in which they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.controls import ElidedLabel, icon_button
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP

if TYPE_CHECKING:
    from flux_desktop.ui.references.list_view import ReferenceList

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
        named(self, "reference_strip", tr("Reference images"))
        self._limit = 0
        self._first = 2
        self._reason = ""
        self.list: ReferenceList | None = None
        self._words = named(ElidedLabel("", "quiet"), "reference_words")
        self.add_button = named(QPushButton(), "reference_add_button", tr("Add a reference image"))
        self.add_button.setToolTip(tr("Add a picture that the prompt may point at"))
        icons.mark(self.add_button, "image-plus")
        self.left_button = icon_button("reference_left_button", "arrow-left", tr("Send it earlier (Alt+Left)"))
        self.right_button = icon_button("reference_right_button", "arrow-right", tr("Send it later (Alt+Right)"))
        self.remove_button = icon_button("reference_remove_button", "x", tr("Take this reference out (Del)"))
        self._lay_out()
        self._connect()
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.add_button)
        row.addWidget(self._words)
        for button in (self.left_button, self.right_button, self.remove_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.left_button.clicked.connect(lambda: self._move(-1))
        self.right_button.clicked.connect(lambda: self._move(1))
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
        tiles.currentRowChanged.connect(self._show_buttons)
        return tiles

    def _remove(self) -> None:
        if self.list is not None and (chosen := self.list.selected()):
            self.remove_requested.emit(chosen)

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
        for button in (self.left_button, self.right_button, self.remove_button):
            button.setVisible(count > 0)
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
        return tr("Up to {limit}; the prompt calls the first “image {n}”.", limit=self._limit, n=self._first)

    def _show_buttons(self) -> None:
        row = self.list.currentRow() if self.list is not None else -1
        self.left_button.setEnabled(row > 0)
        self.right_button.setEnabled(0 <= row < len(self.ids()) - 1)
        self.remove_button.setEnabled(row >= 0)
