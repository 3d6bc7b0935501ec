"""What the canvas says while there is no picture: where one can come from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flux_desktop.ui.controls import set_note

__all__ = ["EmptyState"]

RECENT_COUNT = 5
COLUMN_WIDTH = 460
"""Of the recent files, in logical pixels."""


class EmptyState(QWidget):
    """A centred column of invitations; what does not fit into a small window goes first."""

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._glyph = _Glyph(self)
        self._title = _label("Drop a picture here", "empty_title")
        self._generate = _label("or write what to generate", "empty_generate")
        self._recent_title = _label("Recent pictures", "recent_title")
        self._recent: list[QPushButton] = []
        self._build()
        self._scale_title()
        self._choose()

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer these files, newest first; no more than five are shown."""
        for button in self._recent:
            self._column.removeWidget(button)
            button.deleteLater()
        self._recent = [self._recent_button(path, place) for place, path in enumerate(paths[:RECENT_COUNT], 1)]
        for button in self._recent:
            self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._choose()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, name, hint, signal in (
            ("&Open…", "open_button", "Open a picture from a file", self.open_requested),
            ("&Paste", "paste_button", "Paste a picture or a file from the clipboard", self.paste_requested),
            ("&Try the sample", "sample_button", "Open the sample picture", self.sample_requested),
        ):
            row.addWidget(_button(text, name, hint, signal))
        self._column.addWidget(self._glyph, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._title)
        self._column.addSpacing(4)
        self._column.addLayout(row)
        self._column.addSpacing(4)
        self._column.addWidget(self._generate)
        self._column.addWidget(self._recent_title)

    def _recent_button(self, path: str, place: int) -> QPushButton:
        file = PurePath(path)
        button = QPushButton(self)
        button.setFlat(True)
        button.setObjectName(f"recent_{place}")
        button.setAccessibleIdentifier(button.objectName())
        button.setAccessibleName(f"Open {file.name} in {file.parent}")
        set_note(button, path)
        text = self.fontMetrics().elidedText(
            f"{file.name}  –  {file.parent}", Qt.TextElideMode.ElideMiddle, COLUMN_WIDTH - 24
        )
        button.setText(text.replace("&", "&&"))
        button.setMaximumWidth(COLUMN_WIDTH)
        button.clicked.connect(lambda: self.recent_requested.emit(path))
        return button

    def _choose(self) -> None:
        """Show all that the height allows: the recent files go first, the last of them before the others."""
        self._recent_title.setVisible(bool(self._recent))
        optional: list[QWidget] = [*reversed(self._recent), self._recent_title, self._glyph, self._generate]
        for widget in optional:
            widget.setVisible(widget is not self._recent_title or bool(self._recent))
        for widget in optional:
            if self._column.sizeHint().height() <= self.height():
                break
            widget.hide()
        if self._recent and self._recent[0].isHidden():
            self._recent_title.hide()
        self.update()

    def _scale_title(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._scale_title()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A dashed frame: the sign of a place to drop things."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self.palette().windowText().color())
        ink.setAlpha(90)
        pen = QPen(ink, 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12, 12, -12, -12), 12, 12)
        painter.end()


class _Glyph(QWidget):
    """A picture with hills and a sun, in the text's colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(72, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self.palette().windowText().color())
        ink.setAlpha(150)
        painter.setPen(QPen(ink, 3))
        painter.drawRoundedRect(QRectF(4, 4, 64, 48), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(22, 19), 5.5, 5.5)
        hills = [(9, 47), (25, 31), (34, 39), (48, 22), (63, 40), (63, 47)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in hills]))
        painter.end()


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _button(text: str, name: str, hint: str, signal: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleIdentifier(name)
    button.setAccessibleName(text.replace("&", ""))
    button.setToolTip(hint)
    button.setMinimumHeight(32)
    button.clicked.connect(signal)
    return button
