"""The button that folds and unfolds rows below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import ROW, TIGHT

__all__ = ["FoldButton"]


class FoldButton(QToolButton):
    """An arrow with words, which end in “…” where there is no room for all."""

    def __init__(self, name: str, words: str = "") -> None:
        super().__init__()
        named(self, name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setProperty("plain", "true")
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.setText(words)
        self._whole = super().sizeHint()
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._whole

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(ROW, self._whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.iconSize().width() - 3 * TIGHT
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        set_note(self, "" if shown == self._words else self._words)
