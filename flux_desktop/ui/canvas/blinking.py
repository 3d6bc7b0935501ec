"""Two pictures in turn at the same place: the eye sees what moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from flux_desktop.ui.canvas.modes import FASTEST, SLOWEST

__all__ = ["Blinker"]


class Blinker(QObject):
    """Emits `flipped` at a steady rate while it is wanted, not paused, and `host` is in sight in the active window.

    Where the user wants little motion it begins paused.
    """

    flipped = Signal()
    paused_changed = Signal(bool)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._wanted = False
        self._paused = False
        self.calm = False
        """Whether the user wants little motion."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.flipped)
        self.set_rate(1.0)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def is_paused(self) -> bool:
        return self._paused

    def begin(self) -> None:
        """The user chose to see pictures blink: what was paused goes on."""
        self.set_paused(self.calm)

    def set_wanted(self, wanted: bool) -> None:
        """Run, unless it is paused; or stop until it is wanted again."""
        self._wanted = wanted
        self.check()

    def set_paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            self.paused_changed.emit(paused)
        self.check()

    def set_rate(self, rate: float) -> None:
        """Changes a second, within what is safe."""
        self._timer.setInterval(round(1000 / min(max(rate, SLOWEST), FASTEST)))

    def check(self) -> None:
        """Run or not, as the state of the window wants it: to be called whenever that changes."""
        runs = self._wanted and not self._paused and self._host.isVisible() and self._host.isActiveWindow()
        if runs and not self._timer.isActive():
            self._timer.start()
        elif not runs:
            self._timer.stop()
