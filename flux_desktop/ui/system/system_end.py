"""Signals of the system that end the program in order: when a session, a terminal or a service manager ends it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

__all__ = ["PATIENCE", "SystemEnd"]

PATIENCE = 3.0
"""Seconds after which the program ends, whatever still runs: what is on the disk is enough for the next start."""

NUMBERS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class SystemEnd(QObject):
    """`asked` comes once, on Qt's loop, for the first of SIGTERM, SIGINT and SIGHUP.

    A signal that whoever started the program has it pass over is passed over still: `nohup`, a job in the background.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._listen()

    @property
    def is_asked(self) -> bool:
        return self._number != 0

    @property
    def exit_code(self) -> int:
        """130 after Ctrl+C in a terminal, as shells have it; else the program has ended in order."""
        return 130 if self._number == signal.SIGINT else 0

    def _listen(self) -> None:
        if sys.platform == "win32":
            return  # the system closes the window there
        # Python runs a handler only when it runs at all, and Qt's loop waits outside of it: the pipe wakes that up.
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._on_signal(os.read(reading, 1)))
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in map(signal.Signals, NUMBERS):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _pass_over)

    def _on_signal(self, number: bytes) -> None:
        if number[0] not in NUMBERS or self.is_asked:
            return
        self._number = number[0]
        last = threading.Timer(PATIENCE, os._exit, (self.exit_code,))
        last.daemon = True
        last.start()
        self.asked.emit()


def _pass_over(number: int, frame: FrameType | None) -> None:
    """The pipe tells it."""
