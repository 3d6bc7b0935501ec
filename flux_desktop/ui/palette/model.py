"""The entries that fit what is typed, best first, as the list shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from flux_desktop.core.finding import Finder
from flux_desktop.ui.palette.entry import PaletteEntry

__all__ = ["PaletteItemModel"]

Index = QModelIndex | QPersistentModelIndex


class PaletteItemModel(QAbstractListModel):
    """`set_entries` brings in all of them; `search` leaves some."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[PaletteEntry] = ()
        self._seen: list[PaletteEntry] = []
        self._finder = Finder(())

    def set_entries(self, entries: Sequence[PaletteEntry], latest: Sequence[str] = ()) -> None:
        """Offer `entries`; those whose ids are `latest`, newest first, come first where nothing is typed."""
        places = {entry.id: place for place, entry in enumerate(entries)}
        self._all = entries
        self._finder = Finder([entry.findable() for entry in entries], [places[id] for id in latest if id in places])
        self.search("")

    def search(self, words: str) -> None:
        """Show what fits `words`."""
        self.beginResetModel()
        self._seen = [self._all[place] for place in self._finder.find(words)]
        self.endResetModel()

    def entry(self, index: Index) -> PaletteEntry | None:
        """The entry of a row."""
        return self._seen[index.row()] if index.isValid() else None

    # Qt.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._seen)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        return entry.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is not possible now stays reachable: one wants to read why."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags
