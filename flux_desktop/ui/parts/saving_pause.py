"""Numbers that change many times in a row are written to the disk once: when they rest, or when the window closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

__all__ = ["SavingPause"]

PAUSE = 400
"""Milliseconds after the last change."""


class SavingPause(QTimer):
    """`start` it at every change: `save` comes after a pause. The window lets each of its own end at once."""

    def __init__(self, parent: QObject, save: Callable[[], object]) -> None:
        super().__init__(parent)
        self._save = save
        self.setSingleShot(True)
        self.setInterval(PAUSE)
        self.timeout.connect(save)

    def end(self) -> None:
        """Save now what is still to be saved."""
        if self.isActive():
            self.stop()
            self._save()
