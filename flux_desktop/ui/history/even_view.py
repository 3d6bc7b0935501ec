"""A QListView for any number of items of one size: it works out where they are, in place of laying them all out.

QListView asks the model for every item when one comes or the width changes: a second for a hundred thousand of them.
Here nothing depends on how many there are. Keys, mouse, selection, drags and accessibility are those of QListView.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

__all__ = ["EvenView"]

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction
State = QStyle.StateFlag


class EvenView(QListView):
    """Items from left to right in `columns()`, then downwards; it scrolls by the pixel."""

    def item_size(self) -> QSize:
        """Of every item, in logical pixels; in a single column they are as wide as the view."""
        raise NotImplementedError

    def columns(self) -> int:
        """How many items are beside each other."""
        return 1

    def rows_in_sight(self) -> range:
        """The rows that are seen, in part or as a whole."""
        return self._rows_at(self.viewport().rect())

    def selected_ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def selected_rows(self) -> set[int]:
        return {row for part in self.selected_ranges() for row in range(part.top(), part.bottom() + 1)}

    def count_selected(self) -> int:
        return sum(part.height() for part in self.selected_ranges())

    # Private.

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _rect_of(self, row: int) -> QRect:
        """Where the item of `row` is in the viewport."""
        size, columns = self.item_size(), self.columns()
        line, column = divmod(row, columns)
        width = self.viewport().width() if columns == 1 else size.width()
        return QRect(column * size.width(), line * size.height() - self.verticalOffset(), width, size.height())

    def _rows_at(self, part: QRect) -> range:
        """The rows of the lines that `part` of the viewport touches."""
        height, columns, offset = max(1, self.item_size().height()), self.columns(), self.verticalOffset()
        first, last = (part.top() + offset) // height, (part.bottom() + offset) // height
        return range(max(0, first * columns), min(self._count(), (last + 1) * columns))

    def _row_near(self, point: QPoint) -> int:
        """The row of the item at `point` or, beside and below all items, of the nearest one."""
        size, columns = self.item_size(), self.columns()
        column = min(max(0, point.x() // max(1, size.width())), columns - 1) if columns > 1 else 0
        line = max(0, (point.y() + self.verticalOffset()) // max(1, size.height()))
        return max(0, min(line * columns + column, self._count() - 1))

    def _height(self) -> int:
        """Of all items together."""
        return -(-self._count() // self.columns()) * self.item_size().height()

    # Qt: where things are.

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        return self._rect_of(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        row = self._row_near(point)
        found = self._count() > 0 and self._rect_of(row).contains(point)
        return self.model().index(row, 0) if found else QModelIndex()

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802
        """Bring the item of `index` into sight, by as little as is needed."""
        if not index.isValid():
            return
        self.updateGeometries()
        place, bar, height = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if hint == Hint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - height // 2)
        elif place.top() < 0 or hint == Hint.PositionAtTop:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= height or hint == Hint.PositionAtBottom:
            bar.setValue(bar.value() + min(place.top(), place.bottom() + 1 - height))

    def doItemsLayout(self) -> None:  # noqa: N802
        QAbstractItemView.doItemsLayout(self)  # and nothing else: there is nothing to lay out

    def updateGeometries(self) -> None:  # noqa: N802
        """Let the scroll bar have the length of all items."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._height() - height))
        bar.setPageStep(height)
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self.viewport().scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.updateGeometries()

    # Qt: keys and selection.

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802
        del modifiers
        count, columns, current = self._count(), self.columns(), self.currentIndex()
        if not count:
            return QModelIndex()
        if not current.isValid():
            return self.model().index(0, 0)
        page = max(1, self.viewport().height() // max(1, self.item_size().height())) * columns
        beside = int(columns > 1)
        row = current.row()
        steps = {
            Move.MoveUp: -columns if row >= columns else 0,
            Move.MoveDown: columns if row // columns < (count - 1) // columns else 0,
            Move.MoveLeft: -beside,
            Move.MoveRight: beside,
            Move.MovePrevious: -1,
            Move.MoveNext: 1,
            Move.MovePageUp: -page,
            Move.MovePageDown: page,
            Move.MoveHome: -row,
            Move.MoveEnd: count,
        }
        return self.model().index(max(0, min(row + steps[action], count - 1)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select what lies between two opposite corners of `rect`, in the order of reading."""
        selection, model = QItemSelection(), self.model()
        corners = (rect.topLeft(), rect.bottomRight())
        is_point = rect.width() <= 1 and rect.height() <= 1
        if self._count() and (not is_point or self.indexAt(rect.topLeft()).isValid()):
            first, last = sorted(self._row_near(corner) for corner in corners)
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        region, seen = QRegion(), self.rows_in_sight()
        for number in range(selection.count()):
            part = selection.at(number)
            for row in range(max(part.top(), seen.start), min(part.bottom() + 1, seen.stop)):
                region += self._rect_of(row)
        return region

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid():
            self._announce(QAccessible.Event.Focus, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for selection, event in (
            (selected, QAccessible.Event.Selection),
            (deselected, QAccessible.Event.SelectionRemove),
        ):
            if selection.count():
                self._announce(event, selection.at(0).top())

    def _announce(self, event: QAccessible.Event, row: int) -> None:
        """Tell a screen reader what happened to the item of `row`: QListView would look for it in its layout."""
        if QAccessible.isActive() and self.isVisible():
            told = QAccessibleEvent(self, event)
            told.setChild(row)
            QAccessible.updateAccessibility(told)

    # Qt: painting.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        model, delegate, selection = self.model(), self.itemDelegate(), self.selectionModel()
        focused = self.currentIndex().row() if self.hasFocus() else -1
        hovered = self._row_below_pointer()
        usual = option.state & ~(State.State_Selected | State.State_HasFocus | State.State_MouseOver)
        for row in self._rows_at(event.rect()):
            index = model.index(row, 0)
            states = ((State.State_HasFocus, row == focused), (State.State_MouseOver, row == hovered))
            option.state = usual
            for state, holds in (*states, (State.State_Selected, selection.isSelected(index))):
                if holds:
                    option.state |= state
            option.rect = self._rect_of(row)
            delegate.paint(painter, option, index)
        painter.end()

    def _row_below_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()
