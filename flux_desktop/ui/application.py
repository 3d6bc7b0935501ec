"""Qt's application object, with what the desktop asks of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

__all__ = ["Application"]


class Application(QApplication):
    """`file_requested` carries the path of a file that is to be opened: macOS tells it to the program that runs."""

    file_requested = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self.file_requested.emit(event.url().toLocalFile())
            return True
        return super().event(event)
