"""Sums of the ledger as the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flux_desktop.core.job import SpendingSum
from flux_desktop.core.language import marked, tr
from flux_desktop.core.price import amount_words

__all__ = ["HEADINGS", "SpendingItemModel"]

HEADINGS = (
    marked("Day"), marked("Provider"), marked("Model"), marked("Orders"), marked("Billed"), marked("Estimated"),
)  # fmt: skip
NUMBERS = 3
"""The first column of numbers: they stand on the right."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SpendingItemModel(QAbstractTableModel):
    """One row a sum. `names` are the providers' names by their ids."""

    def __init__(self, names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._sums: Sequence[SpendingSum] = ()

    def show_sums(self, sums: Sequence[SpendingSum]) -> None:
        """Put these in place of the rows."""
        self.beginResetModel()
        self._sums = sums
        self.endResetModel()

    def _cells(self, line: SpendingSum) -> tuple[str, ...]:
        billed, estimated = (amount_words(amount, line.currency) for amount in (line.billed, line.estimated))
        return (
            line.day,
            self._names.get(line.provider, line.provider),
            line.model,
            str(line.orders),
            billed if line.billed or not line.estimated else "",
            tr("about {amount}", amount=estimated) if line.estimated else "",
        )

    # Qt.

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._sums)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(self._sums[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
