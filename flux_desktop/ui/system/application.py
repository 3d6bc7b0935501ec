"""Qt's application object: how it comes to be, and what the desktop asks of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, qInstallMessageHandler
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from flux_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

__all__ = ["NO_DISPLAY", "Application", "has_display", "made_application", "native_dialogs"]

NO_DISPLAY = (
    "There is no display to open the window on. Start it in a graphical session, or use the command line: "
    "flux-desktop --help"
)
VARIABLE, PORTAL = "QT_QPA_PLATFORMTHEME", "xdgdesktopportal"


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


def has_display() -> bool:
    """Whether there may be a display to open a window on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def made_application() -> Application:
    """The application, in the style that the themes are made for.

    Qt ends the process itself where a named display does not answer: with a sentence, then, and no core dump.
    """
    said: list[str] = []

    def hold(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        del context
        said.append(words)
        if kind.name == "QtFatalMsg":
            unanswered = any("display" in line and ("connect" in line or "create" in line) for line in said)
            sys.stderr.write((NO_DISPLAY if unanswered else "\n".join(said)) + "\n")
            sys.stderr.flush()
            os._exit(2)

    usual = qInstallMessageHandler(hold)
    with native_dialogs():
        app = Application(theme.arguments(["flux-desktop"]))
    qInstallMessageHandler(usual)
    for words in said:
        sys.stderr.write(f"{words}\n")
    return app


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
