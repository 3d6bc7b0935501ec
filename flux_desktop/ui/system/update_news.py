"""Tells of a newer version of the program, quietly, and only if the user wants to hear of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import tr
from flux_desktop.services.updates import Newer, Updates

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.services.session import Session
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["UpdateNews"]

FIRST, AGAIN = 15_000, 3_600_000
"""Milliseconds after the start, and between two looks whether a day has passed."""


class UpdateNews(QObject):
    """Asks `updates` when that is due; a failure is passed over, as nobody waits for the answer."""

    def __init__(self, window: MainWindow, session: Session, updates: Updates, parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._window = window
        self._session = session
        self._updates = updates
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST)
        session.settings.changed.connect(self._on_setting)

    def look(self) -> None:
        """Ask now, if that is due."""
        self._timer.setInterval(AGAIN)
        if self._updates.is_due():
            self._session.run(self._updates.ask(), self._tell, _pass_over)

    def _on_setting(self, name: str) -> None:
        if name == "tell_updates":
            self.look()

    def _tell(self, newer: Newer | None) -> None:
        if newer is not None:
            words = tr("Version {version} of Flux Desktop is there.", version=newer.version)
            self._window.messages.show_offer(words, tr("About it…"), partial(self._show, newer))

    def _show(self, newer: Newer) -> None:
        from flux_desktop.ui.dialogs.newer import NewerDialog

        dialog = NewerDialog(newer, partial(self._updates.skip, newer), self._window)
        dialog.finished.connect(lambda result: self._window.activateWindow())
        dialog.open()


def _pass_over(error: FluxError) -> None:
    """Tomorrow it is asked again."""
