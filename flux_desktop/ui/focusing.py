"""Where the keyboard goes when a command sends it: also into a panel that was taken out of the window, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

__all__ = ["give_focus"]


def give_focus(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Let `widget` have the keyboard. While the user is in another program, that keeps it."""
    widget.setFocus(reason)
    if QApplication.activeWindow() not in (None, widget.window()):  # what is told to a window behind, waits there
        widget.activateWindow()
