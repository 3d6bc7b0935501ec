"""Where a view of the history is: kept while its rows are read anew, and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint

from flux_desktop.ui.history.even_view import EvenView
from flux_desktop.ui.history.model import HistoryItemModel

__all__ = ["Place", "neighbour", "place_of", "return_to"]

Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True)
class Place:
    """What is selected, has the focus and is first in sight, by their `seq`, and where that begins, in pixels."""

    selected: frozenset[int] = frozenset()
    focused: int | None = None
    first: int | None = None
    top: int = 0


def place_of(view: EvenView, model: HistoryItemModel) -> Place:
    """Where `view` of `model` is now."""
    current, first = view.currentIndex(), view.indexAt(QPoint(1, 1))
    return Place(
        frozenset(model.seq(row) for row in view.selected_rows()),
        model.seq(current.row()) if current.isValid() else None,
        model.seq(first.row()) if first.isValid() else None,
        view.visualRect(first).top(),
    )


def return_to(place: Place, view: EvenView, model: HistoryItemModel) -> None:
    """Select what was selected, as far as it is there. The same rows anew move nothing; others are seen from the top,
    or where the selection is."""
    rows, selection = model.rows_at(place.selected), QItemSelection()
    for row in rows:
        selection.select(model.index(row, 0), model.index(row, 0))
    focused = model.rows_at([place.focused]) if place.focused is not None else rows[:1]
    for row in focused:
        view.selectionModel().setCurrentIndex(model.index(row, 0), Flag.NoUpdate)
    view.selectionModel().select(selection, Flag.ClearAndSelect)
    view.updateGeometries()
    if model.keeps_place:
        for row in model.rows_at([place.first]) if place.first is not None else []:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + view.visualRect(model.index(row, 0)).top() - place.top)
    elif focused and not model.query.is_filtered:
        view.scrollTo(model.index(focused[0], 0))
    else:
        view.scrollToTop()


def neighbour(gone: Sequence[int], count: int) -> int | None:
    """The first row below those that go that stays, else the last above them; None where none of `count` stays."""
    leaving = set(gone)
    below = (row for row in range(gone[-1] + 1, count) if row not in leaving)
    above = (row for row in range(gone[0] - 1, -1, -1) if row not in leaving)
    between = (row for row in range(gone[0], gone[-1]) if row not in leaving)
    return next((row for rows in (below, above, between) for row in rows), None) if gone else None
