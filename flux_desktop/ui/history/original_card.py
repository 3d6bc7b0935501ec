"""The picture that the history grew from, always in sight above its results."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.ui.history.look import RowLook, Signs
from flux_desktop.ui.history.row import paint_row, row_height
from flux_desktop.ui.history.thumbnails import Thumbnails
from flux_desktop.ui.naming import named, set_note

__all__ = ["OriginalCard"]


class OriginalCard(QAbstractButton):
    """Looks like a row of the list. `clicked` means show it, `edit_chosen` (double click, Ctrl+Enter) edit it."""

    edit_chosen = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_original", tr("Original"))
        self._thumbnails = thumbnails
        self._signs = Signs()
        self._node: HistoryNode | None = None
        self._marks = (False, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(tr("The picture that everything below was made from"))
        self.hide()
        thumbnails.arrived.connect(self._on_thumbnail)

    @property
    def node(self) -> HistoryNode | None:
        return self._node

    def set_node(self, node: HistoryNode | None) -> None:
        """Show the original `node`; the card is hidden without one."""
        self._node = node if node is not None and node.is_original else None
        if self._node is not None:
            name, width, height = self._node.name, self._node.width, self._node.height
            self.setAccessibleName(
                tr("Original, {name}, {width} × {height} pixels", name=name, width=width, height=height)
            )
            what_keys_do = tr("Click shows it, a double click makes it the source")
            set_note(self, f"{self._node.path or name}\n{what_keys_do}")
        self.setVisible(self._node is not None)
        self.update()

    def mark(self, shown: str, editing: str) -> None:
        """Mark the card if its node is one of these."""
        own = self._node.id if self._node else None
        self._marks = (own == shown, own == editing)
        self.update()

    def _on_thumbnail(self, id: str) -> None:
        if self._node is not None and id == self._node.id:
            self.update()

    # Qt.

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, row_height(self.font()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, row_height(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        if self._node is None:
            return
        look = RowLook(
            title=self._node.name or tr("Untitled"),
            kind=tr("Original"),
            facts=f"{self._node.width} × {self._node.height}",
            thumbnail=self._thumbnails.get(self._node, self.devicePixelRatioF()),
            missing=self._node.id in self._thumbnails.missing,
            signs=("star",) * self._node.starred,
            rating=self._node.rating,
            shown=self._marks[0],
            editing=self._marks[1],
            hovered=self.underMouse() or self.isDown(),
            focused=self.hasFocus(),
        )
        painter = QPainter(self)
        paint_row(painter, self.rect(), self.font(), look, self._signs)
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_chosen.emit()

    def event(self, event: QEvent) -> bool:
        """Enter is the card's own, also where the window uses it with Ctrl."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not _is_enter(event):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.edit_chosen.emit()
        else:
            self.click()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
