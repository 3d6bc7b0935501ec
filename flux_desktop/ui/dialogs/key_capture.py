"""The button that waits for a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.keymap import keys_of
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import ROW

__all__ = ["KeyCapture"]

IDLE, WAITS = marked("Add a key…"), marked("Press the new key…")
ALONE = {
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
}
"""Keys that are held with others, or that switch: they are waited through."""


class KeyCapture(QPushButton):
    """Waits for one key once it is pressed down; Esc, and Tab with the focus that it moves, end that without one.

    `captured` carries the keys as `core/keymap` has them, or "" for some that it cannot have.
    """

    captured = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr(IDLE))
        named(self, "key_capture", tr(IDLE))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(ROW)
        width = max(self.fontMetrics().horizontalAdvance(tr(words)) for words in (IDLE, WAITS))
        self.setMinimumWidth(width + 28)  # the words change, and nothing beside them moves
        self.toggled.connect(self._say)

    def start(self) -> None:
        """Take the focus and wait."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setChecked(True)

    def _say(self, waits: bool) -> None:
        self.setText(tr(WAITS if waits else IDLE))
        self.setAccessibleName(self.text())

    # Qt.

    def event(self, event: QEvent) -> bool:
        """While it waits, no shortcut takes a key away."""
        if event.type() == QEvent.Type.ShortcutOverride and self.isChecked():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self.isChecked():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.setChecked(False)
        elif event.key() not in ALONE and not event.isAutoRepeat():
            self.setChecked(False)
            self.captured.emit(keys_of(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.setChecked(False)
