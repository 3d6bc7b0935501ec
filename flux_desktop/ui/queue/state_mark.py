"""The icon of a job's state."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from flux_desktop.core.edit import JobState
from flux_desktop.ui import icons
from flux_desktop.ui.theme import ICON, in_use

__all__ = ["LOOKS", "StateMark"]

LOOKS: dict[JobState, tuple[str, str]] = {
    JobState.WAITING: ("clock", "quiet"),
    JobState.UPLOADING: ("upload", "link"),
    JobState.RUNNING: ("refresh-cw", "link"),
    JobState.DOWNLOADING: ("download", "link"),
    JobState.DONE: ("circle-check", "success"),
    JobState.FAILED: ("circle-alert", "danger"),
    JobState.CANCELLED: ("ban", "quiet"),
    JobState.UNKNOWN: ("circle-question-mark", "warning"),
}
"""Icon and ink of each state; the word stands beside it."""


class StateMark(QLabel):
    """Drawn in the ink of the theme; the word beside it says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._state: JobState | None = None
        self.setFixedSize(ICON, ICON)

    def set_state(self, state: JobState) -> None:
        if state is not self._state:
            self._state = state
            self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._state is not None:
            name, ink = LOOKS[self._state]
            self.setPixmap(icons.pixmap(name, getattr(in_use(), ink), ICON, self.devicePixelRatioF()))
