"""Two widgets beside each other, or below each other where there is too little room: for long words and large fonts."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

__all__ = ["FoldingRow"]

MOST = 16_777_215
"""Qt's largest width."""


class FoldingRow(QWidget):
    """`first` and `second`, folded by itself as it gets narrower, or by `fold` if it is one `of_many`.

    With a `width` the first one is so wide while both are in one line. The second one takes the rest, or the first.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        gap: int,
        *,
        width: int | None = None,
        of_many: bool = False,
        takes_rest: Literal["first", "second"] = "second",
    ) -> None:
        super().__init__()
        self._first, self._second, self._gap, self._width, self._of_many = first, second, gap, width, of_many
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(first, int(takes_rest == "first"))
        self._row.addWidget(second, int(takes_rest == "second"))
        self.is_folded = False
        self._take_width()

    def needed(self) -> int:
        """The width from which on both are in one line."""
        first = self._width if self._width is not None else _least(self._first).width()
        return first + self._gap + _least(self._second).width()

    def fold(self, folded: bool) -> None:
        """Put them below each other, or beside each other."""
        if folded != self.is_folded:
            self.is_folded = folded
            directions = QBoxLayout.Direction
            self._row.setDirection(directions.TopToBottom if folded else directions.LeftToRight)
            self._row.setSpacing(min(self._gap, 2) if folded else self._gap)
            self._take_width()
            self._tell_those_around()

    def _take_width(self) -> None:
        if self._width is not None:
            self._first.setMinimumWidth(0 if self.is_folded else self._width)
            self._first.setMaximumWidth(MOST if self.is_folded else self._width)

    def _tell_those_around(self) -> None:
        """Have the room measured anew: by itself Qt would do so only for what is shown already."""
        around: QWidget | None = self
        while around is not None:
            if (layout := around.layout()) is not None:
                layout.invalidate()
            around.updateGeometry()
            around = None if around.isWindow() else around.parentWidget()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        first = 0 if self._width is not None else _least(self._first).width()
        return QSize(max(first, _least(self._second).width()), self.sizeHint().height())  # what is too low is cut

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._of_many:
            self.fold(self.width() < self.needed())


def _least(widget: QWidget) -> QSize:
    """How small `widget` may become."""
    if widget.isHidden():
        return QSize(0, 0)
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
