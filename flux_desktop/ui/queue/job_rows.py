"""The rows of the queue in a column that scrolls; what the user looks at stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named

__all__ = ["JobRows"]

TALLEST = 312
"""Height of the rows, in logical pixels, from which on they scroll."""


class JobRows(QScrollArea):
    """Rows in a column as high as they need, up to a limit. What the user looks at stays where it is."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "queue_rows", tr("Jobs, newest first"))
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._anchor: tuple[QWidget, int] | None = None
        self._claimed = (QSize(), 0)
        self._holding = False
        self._body.installEventFilter(self)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._remember)
        self.verticalScrollBar().rangeChanged.connect(self._hold)

    def put_on_top(self, row: QWidget) -> None:
        self._remember()
        self._column.insertWidget(0, row)
        self.updateGeometry()

    def take(self, row: QWidget) -> None:
        if self._anchor is not None and self._anchor[0] is row:
            self._anchor = None
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.updateGeometry()

    def _remember(self) -> None:
        """Keep in mind which row is uppermost in sight, unless that is the top and nobody points at it."""
        value = self.verticalScrollBar().value()
        if self._holding or (value == 0 and not self.underMouse()):
            self._anchor = self._anchor if self._holding else None
            return
        first = next((row for row in self._in_order() if row.geometry().bottom() >= value), None)
        self._anchor = (first, first.y() - value) if first is not None else None

    def _in_order(self) -> list[QWidget]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [row for item in items if item is not None and (row := item.widget()) is not None]

    def _hold(self) -> None:
        if self._anchor is not None:
            row, offset = self._anchor
            self._holding = True
            self.verticalScrollBar().setValue(row.y() - offset)
            self._holding = False

    def _claim_room(self) -> None:
        """Ask the window for other room if it needs any: a row changes every second, the room for it hardly ever."""
        needed = self.minimumSizeHint(), self.sizeHint().height()
        if needed != self._claimed:
            self._claimed = needed
            self.updateGeometry()

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self._claim_room()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = self._body.sizeHint()
        # Rows without a sentence have a height that no width changes.
        wraps = self._column.hasHeightForWidth()
        height = self._column.totalHeightForWidth(max(self.viewport().width(), 160)) if wraps else hint.height()
        return QSize(hint.width(), min(height, TALLEST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as the widest row needs: it does not scroll sideways."""
        width = self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(160, width), min(self.sizeHint().height(), 96))
