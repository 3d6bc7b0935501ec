"""A row of widgets that goes on in the next line where its room ends."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

__all__ = ["FlowLayout"]


class FlowLayout(QLayout):
    """Widgets keep their own size and order; hidden ones take no room. `put` gives a widget its place.

    Lines begin `outdent` pixels to the left of the room: the words of flat buttons then stand in line with others.
    With `fills` the widgets that can grow share what is left of their line.
    """

    def __init__(self, gap: int = 2, outdent: int = 0, *, fills: bool = False) -> None:
        super().__init__()
        self._gap, self._outdent, self._fills = gap, outdent, fills
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
        y = room.y()
        for line in self._lines(room.width() + self._outdent):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._put_line(line, height, y, room)
            y += height + self._gap
        return max(0, y - self._gap - room.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The widgets that are seen, as many in a line as fit into `width`."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            own = self._width_of(item)
            if not lines or used + self._gap + own > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + own
        return lines

    def _put_line(self, line: list[QLayoutItem], height: int, y: int, room: QRect) -> None:
        x = room.x() - self._outdent
        widths = [min(self._width_of(item), room.width()) for item in line]
        growing = [place for place, item in enumerate(line) if self._grows(item)]
        left = room.right() + 1 - x - sum(widths) - self._gap * (len(line) - 1)
        for count, place in enumerate(growing if left > 0 else []):
            widths[place] += (left * (count + 1)) // len(growing) - (left * count) // len(growing)
        mirrored = self._is_mirrored()
        for item, width in zip(line, widths, strict=True):
            own = item.sizeHint().height()
            begin = room.left() + room.right() + 1 - x - width if mirrored else x
            item.setGeometry(QRect(begin, y + (height - own) // 2, width, own))
            x += width + self._gap

    def _grows(self, item: QLayoutItem) -> bool:
        return self._fills and bool(item.expandingDirections() & Qt.Orientation.Horizontal)

    def _width_of(self, item: QLayoutItem) -> int:
        """What it takes at least: who can grow is content with little."""
        return (item.minimumSize() if self._grows(item) else item.sizeHint()).width()

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
