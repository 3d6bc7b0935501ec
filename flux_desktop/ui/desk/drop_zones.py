"""The labelled zones that say, while a picture is dragged over the window, what a drop will do."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.desk.dropped import may_carry, payload_of

__all__ = ["EDIT", "REFERENCE", "DropZones"]

EDIT = "edit"
REFERENCE = "reference"


class DropZones(QWidget):
    """Zones over `host` while something with a picture is dragged over it; `dropped` says where it was let go.

    The host needs nothing but to exist: its drag events are watched. Drags that began inside the host (a picture on
    its way out) are left alone. `dropped` carries EDIT or REFERENCE and a `Dropped`.
    """

    dropped = Signal(str, object)
    nothing_dropped = Signal()
    """What was let go on a zone holds no picture after all."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._over = ""
        self._entered = False
        self._reason: str | None = None
        self._edit = _Zone(tr("Edit this picture"), tr("Opens it on the canvas"), self)
        self._reference = _Zone(tr("Use as reference"), tr("A further picture for the prompt to point at"), self)
        self.setObjectName("drop_zones")
        self.setAccessibleIdentifier("drop_zones")
        self.setAccessibleName(tr("Drop zones"))
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all that lies below would be painted first
        self.hide()
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def set_reference_reason(self, reason: str | None) -> None:
        """Why nothing can be used as a reference now, in a few words; None where it can."""
        self._reason = reason
        self._reference.set_reason(reason)

    def zone_at(self, position: QPoint) -> str:
        """The zone under a point of the host; "" between them and where nothing may be dropped."""
        if self._edit.geometry().contains(position):
            return EDIT
        if self._reference.geometry().contains(position) and self._reason is None:
            return REFERENCE
        return ""

    @property
    def highlighted(self) -> str:
        """The zone under the pointer."""
        return self._over

    # Drags over the host, and over this once it is shown: one way for both

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is not self._host:
            return False
        kind = event.type()
        if kind == QEvent.Type.Resize and self.isVisible():
            self._cover()
        elif kind == QEvent.Type.DragEnter:
            return self._enter(cast("QDragEnterEvent", event))
        elif kind == QEvent.Type.DragMove and self.isVisible():
            self._move(cast("QDragMoveEvent", event))
            return True
        elif kind == QEvent.Type.Drop and self.isVisible():
            self._drop(cast("QDropEvent", event))
            return True
        elif kind == QEvent.Type.DragLeave and self.isVisible():
            # Now that this lies over the host, the drag goes on here: it has left only if it does not come in.
            self._entered = False
            QTimer.singleShot(0, self, self._leave_unless_entered)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        source = event.source()
        inside = isinstance(source, QWidget) and (source is self._host or self._host.isAncestorOf(source))
        if inside or not may_carry(event.mimeData()):
            return False
        self._cover()
        self.show()
        self.raise_()
        self._highlight(self.zone_at(event.position().toPoint()))
        # Accepted as a whole, whatever is under the pointer: else no move would follow.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        self._highlight(self.zone_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(self._over))

    def _drop(self, event: QDropEvent) -> None:
        zone = self.zone_at(event.position().toPoint())
        payload = payload_of(event.mimeData()) if zone else None
        self._end()
        if payload is None:
            event.ignore()
            if zone:
                self.nothing_dropped.emit()
            return
        # Never a move: the program the picture comes from would delete its own.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(zone, payload)

    def _leave_unless_entered(self) -> None:
        if not self._entered:
            self._end()

    def _end(self) -> None:
        self._entered = False
        self._highlight("")
        self.hide()

    def _highlight(self, zone: str) -> None:
        self._over = zone
        self._edit.set_highlighted(zone == EDIT)
        self._reference.set_highlighted(zone == REFERENCE)

    def _cover(self) -> None:
        self.setGeometry(self._host.rect())
        room = self.rect().adjusted(24, 24, -24, -24)
        gap = 16
        if room.width() >= room.height():
            half = (room.width() - gap) // 2
            self._edit.setGeometry(QRect(room.left(), room.top(), half, room.height()))
            self._reference.setGeometry(QRect(room.right() + 1 - half, room.top(), half, room.height()))
        else:
            half = (room.height() - gap) // 2
            self._edit.setGeometry(QRect(room.left(), room.top(), room.width(), half))
            self._reference.setGeometry(QRect(room.left(), room.bottom() + 1 - half, room.width(), half))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._entered = True
        event.setAccepted(self._enter(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._end()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._drop(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        painter.end()


class _Zone(QWidget):
    """One zone: a word, what it means, and a frame; the pointer over it fills it."""

    def __init__(self, title: str, help_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._help = title, help_text
        self._reason: str | None = None
        self._highlighted = False
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        # The zones' parent gets the drag: it knows them all.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_reason(self, reason: str | None) -> None:
        self._reason = reason
        self.setEnabled(reason is None)
        self.setAccessibleDescription(reason or self._help)
        self.update()

    def set_highlighted(self, highlighted: bool) -> None:
        self._highlighted = highlighted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(font.Weight.DemiBold)
        middle = self.rect().adjusted(12, 12, -12, -12)
        wrap = Qt.TextFlag.TextWordWrap
        painter.setPen(ink)
        painter.setFont(font)
        upper = QRect(middle.left(), middle.top(), middle.width(), middle.height() // 2)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | wrap), self._title)
        painter.setFont(self.font())
        lower = QRect(middle.left(), upper.bottom() + 6, middle.width(), middle.height() - upper.height() - 6)
        text = self._reason or self._help
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | wrap), text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> QColor:
        palette, frame = self.palette(), self.rect().adjusted(2, 2, -2, -2)
        plain = palette.color(palette.ColorGroup.Active, palette.ColorRole.WindowText)
        accent = palette.color(palette.ColorGroup.Active, palette.ColorRole.Highlight)
        ground = accent if self._highlighted else palette.color(palette.ColorGroup.Active, palette.ColorRole.Base)
        pen = QPen(accent if self._reason is None else plain, 2)
        if not self._highlighted:
            pen.setStyle(Qt.PenStyle.DashLine)
        if self._reason is not None:
            plain.setAlpha(170)
            pen.setColor(QColor(plain.red(), plain.green(), plain.blue(), 90))
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 12, 12)
        return (
            palette.color(palette.ColorGroup.Active, palette.ColorRole.HighlightedText) if self._highlighted else plain
        )
