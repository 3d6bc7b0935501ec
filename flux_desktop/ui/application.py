"""Qt's application object, with what the desktop asks of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

__all__ = ["Application", "native_dialogs"]

VARIABLE, PORTAL = "QT_QPA_PLATFORMTHEME", "xdgdesktopportal"


@contextmanager
def native_dialogs(environ: MutableMapping[str, str] = os.environ) -> Iterator[None]:
    """While an application is made: let it find the file dialogs of Plasma, whose own plugin is not in Qt's packages.

    Those of other desktops Qt finds by itself. Programs that are started later do not inherit this.
    """
    wanted = "KDE" in environ.get("XDG_CURRENT_DESKTOP", "").split(":") and VARIABLE not in environ
    if wanted:
        environ[VARIABLE] = PORTAL
    try:
        yield
    finally:
        if wanted:
            del environ[VARIABLE]


class Application(QApplication):
    """`file_requested` carries the path of a file that is to be opened: macOS tells it to the program that runs.

    What comes before anybody takes it, because the program has just been started for it, waits in `early`.
    """

    file_requested = Signal(str)

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.early: list[str] = []
        self._is_taken = False

    def take_early(self) -> list[str]:
        """The files that wait; those that follow are told by the signal."""
        self._is_taken = True
        return self.early

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.url().isLocalFile():
            return super().event(event)
        path = event.url().toLocalFile()
        if self._is_taken:
            self.file_requested.emit(path)
        else:
            self.early.append(path)
        return True
