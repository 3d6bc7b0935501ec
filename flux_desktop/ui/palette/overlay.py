"""The palette itself: a field and a list over the upper edge of the window, which goes when one looks elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.palette.delegate import PaletteDelegate
from flux_desktop.ui.palette.entry import PaletteEntry
from flux_desktop.ui.palette.model import PaletteItemModel
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, ROW, TIGHT

__all__ = ["CommandPalette"]

WIDEST, ROWS = 680, 12
"""Its width in logical pixels, and the rows that are seen at once, where the window has the room."""
PAUSE = 500
"""Milliseconds without a key after which a screen reader hears how many entries fit."""
MOVES = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS,
}  # fmt: skip
"""Rows that a key moves on in the list, while the field keeps the focus."""


class CommandPalette(QFrame):
    """Lies over `window` and blocks nothing. `chosen` carries the PaletteEntry, after the palette has gone.

    The focus is back then where it was before, so that a command acts on what the user had in hand.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        named(self, "command_palette", tr("Find a command"))
        self.setProperty("overlay", "true")
        self._before: QWidget | None = None
        self._model = PaletteItemModel()
        self.search = named(QLineEdit(), "palette_search", tr("Find a command, a setting, a model or a picture"))
        self.search.setPlaceholderText(self.search.accessibleName())
        self.search.setMinimumHeight(ROW + TIGHT)
        self.list = named(QListView(), "palette_list", tr("What fits"))
        self._count = named(plain_label(tone="quiet"), "palette_count")
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(PAUSE)
        self._lay_out()
        self._connect(window)
        self.hide()

    def open(self, entries: Sequence[PaletteEntry], latest: Sequence[str]) -> None:
        """Offer `entries`; those whose ids are `latest` come first."""
        self._before = QApplication.focusWidget()
        self._model.set_entries(entries, latest)
        self.search.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        give_focus(self.search, Qt.FocusReason.ShortcutFocusReason)

    def close_quietly(self) -> None:
        """Go, and give the focus back to what had it."""
        from shiboken6 import isValid

        back, self._before = self._before, None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus and back is not None and isValid(back) and back.isVisible():
            give_focus(back)

    def seen(self) -> list[PaletteEntry]:
        """The entries that fit what is typed, from top to bottom."""
        rows = (self._model.entry(self._model.index(row, 0)) for row in range(self._model.rowCount()))
        return [entry for entry in rows if entry is not None]

    # How it is built.

    def _lay_out(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self._model))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setProperty("plain", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it, and moves the list
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, TIGHT)
        column.setSpacing(TIGHT)
        for part in (self.search, self.list, self._count):
            column.addWidget(part)

    def _connect(self, window: QWidget) -> None:
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        window.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._say_current)
        self._told.timeout.connect(lambda: announce(self, self._count.text()))
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    # What it does.

    def _search(self, words: str) -> None:
        self._model.search(words)
        self.list.setCurrentIndex(self._model.index(0, 0))
        count = self._model.rowCount()
        nothing = tr("Nothing fits. Try other words.")
        self._count.setText(plural(count, "{n} entry", "{n} entries") if count else nothing)
        self._told.start()

    def _move(self, rows: int) -> None:
        """Go on in the list; from its end to its beginning by single steps only."""
        count = self._model.rowCount()
        if not count:
            return
        wanted = self.list.currentIndex().row() + rows
        row = wanted % count if abs(rows) == 1 else min(max(wanted, 0), count - 1)
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        """Do what the row says; what is not possible says why, and the palette stays."""
        entry = self._model.entry(index)
        if entry is None:
            return
        if entry.reason:
            announce(self, entry.spoken())
            return
        self.close_quietly()
        self.chosen.emit(entry)

    def _say_current(self, index: QModelIndex) -> None:
        if self.isVisible() and (entry := self._model.entry(index)) is not None:
            announce(self.list, entry.spoken())

    def _place(self) -> None:
        """At the upper edge of the window, in its middle, no higher than its rows need or the window has."""
        window = self.parentWidget()
        assert window is not None, "made with one"
        width = max(200, min(WIDEST, window.width() - 2 * MARGIN))
        row = self.list.sizeHintForRow(0) if self._model.rowCount() else ROW
        wanted = ROWS * row + self.search.sizeHint().height() + self._count.sizeHint().height() + 4 * GAP
        height = min(wanted, window.height() - 4 * ROW)
        self.setGeometry((window.width() - width) // 2, ROW + GAP, width, max(height, 3 * ROW))

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes on elsewhere needs it no more; another program, though, may be looked at in between."""
        del old
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self._before = None
            self.hide()

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self.search and event.type() == QEvent.Type.KeyPress:
            return self._on_key(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key is one of the list's."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_quietly()
        elif key in MOVES:
            self._move(MOVES[key])
        else:
            return False
        return True
