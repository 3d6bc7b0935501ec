"""What the canvas says while there is no picture: where one can come from.

It is part of the first paint, and does without the enumerations of `Qt`, which take as long to load as all else here.
The canvas paints a frame and a glyph behind it later: pens need them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import set_note

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

__all__ = ["EmptyState"]

RECENT_COUNT = 5
GLYPH = (72, 60)
MARGIN = 24
COLUMN_WIDTH = 460
"""Of the recent files, in logical pixels."""


class EmptyState(QWidget):
    """A centred column of invitations; what does not fit into a small window goes first."""

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    resized = Signal()
    """For what lies on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(8)
        self._glyph = QWidget()
        self._glyph.setFixedSize(*GLYPH)
        self._title = _label(tr("Drop a picture here"), "empty_title")
        self._generate = _label(tr("or write what to generate"), "empty_generate")
        self._keys = _label("", "empty_keys")
        self._keys.setProperty("tone", "quiet")
        self._key_words: list[str] = []
        self._recent_title = _label(tr("Recent pictures"), "recent_title")
        self._files = QVBoxLayout()
        self._recent: list[QPushButton] = []
        self._build()
        self.scale_title()
        self._choose()

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer these files, newest first; no more than five are shown."""
        for button in self._recent:
            self._files.removeWidget(button)
            button.deleteLater()
        self._recent = [self._recent_button(path, place) for place, path in enumerate(paths[:RECENT_COUNT], 1)]
        for button in self._recent:
            self._files.addWidget(button)
        self._choose()

    def set_keys(self, palette: str, overview: str) -> None:
        """Say which keys, as the system writes them, lead to all the others; "" for one that is none."""
        from PySide6.QtCore import Qt

        self._keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key_words = [tr("{keys} finds every command", keys=palette)] if palette else []
        self._key_words += [tr("{keys} lists the keys", keys=overview)] if overview else []
        self._choose()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, name, hint, signal in (
            (tr("&Open…"), "open_button", tr("Open a picture from a file"), self.open_requested),
            (tr("&Paste"), "paste_button", tr("Paste a picture or a file from the clipboard"), self.paste_requested),
            (tr("&Try the sample"), "sample_button", tr("Open the sample picture"), self.sample_requested),
        ):
            row.addWidget(_button(text, name, hint, signal))
        self._files.setSpacing(8)
        self._column.addStretch(1)
        for part in (
            self._glyph,
            self._title,
            4,
            row,
            4,
            self._generate,
            self._recent_title,
            self._files,
            4,
            self._keys,
        ):
            if isinstance(part, int):
                self._column.addSpacing(part)
            else:
                self._column.addLayout(_centred(part))
        self._column.addStretch(1)

    def _recent_button(self, path: str, place: int) -> QPushButton:
        from PySide6.QtCore import Qt

        file = PurePath(path)
        button = QPushButton(self)
        button.setFlat(True)
        button.setObjectName(f"recent_{place}")
        button.setAccessibleIdentifier(button.objectName())
        button.setAccessibleName(tr("Open {file} in {folder}", file=file.name, folder=file.parent))
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
        beside = " · ".join(self._key_words)
        fits = self.fontMetrics().horizontalAdvance(beside) <= self.width() - 2 * MARGIN
        self._keys.setText(beside if fits else "\n".join(self._key_words))
        self._recent_title.setVisible(bool(self._recent))
        optional: list[QWidget] = [
            *reversed(self._recent), self._recent_title, self._glyph, self._keys, self._generate,
        ]  # fmt: skip
        for widget in optional:
            widget.setVisible(widget is not self._recent_title or bool(self._recent))
        for widget in optional:
            if self._column.sizeHint().height() <= self.height():
                break
            widget.hide()
        if self._recent and self._recent[0].isHidden():
            self._recent_title.hide()
        self.update()

    def scale_title(self) -> None:
        """Make the title larger than other words, in the font in use."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._choose()
        self.resized.emit()

    def glyph_place(self) -> QRect | None:
        """Where there is room for a glyph above the words, in this widget; None where there is none."""
        return self._glyph.geometry() if self._glyph.isVisibleTo(self) else None


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
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


def _centred(part: QWidget | QLayout) -> QHBoxLayout:
    """`part` in the middle of a line of its own."""
    line = QHBoxLayout()
    line.addStretch(1)
    if isinstance(part, QLayout):
        line.addLayout(part)
    else:
        line.addWidget(part)
    line.addStretch(1)
    return line
