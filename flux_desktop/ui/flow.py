"""A row of widgets that goes on in the next line where its room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

__all__ = ["FlowLayout"]


class FlowLayout(QLayout):
    """Widgets keep their own size and order; hidden ones take no room. `put` gives a widget its place.

    Lines begin `outdent` pixels to the left of the room: the words of flat buttons then stand in line with others.
    """

    def __init__(self, gap: int = 2, outdent: int = 0) -> None:
        super().__init__()
        self._gap, self._outdent = gap, outdent
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def put(self, place: int, widget: QWidget) -> None:
        """Move `widget` to `place`; a new one is added."""
        found = next((item for item in self._items if item.widget() is widget), None)
        if found is None:
            self.addWidget(widget)
            found = self._items[-1]
        self._items.remove(found)
        self._items.insert(place, found)
        self.invalidate()

    # Qt.

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        super().setGeometry(room)
        self._lay_out(room, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _lay_out(self, room: QRect, *, move: bool) -> int:
        """The height that is needed in the width of `room`; the widgets are put there if `move`."""
        begin, y, line = room.x() - self._outdent, room.y(), 0
        x = begin
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > room.right() + 1:
                x, y, line = begin, y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), room.width()), size.height())))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return y + line - room.y()
