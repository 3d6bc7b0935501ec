"""Python's search for cycles of objects, in the thread of the window alone.

By itself it runs in whatever thread makes the next object. From a worker it would delete parts of the window, which Qt
forbids, and let the window wait when that is least wanted. calibre and pyqtgraph keep it in one thread as well.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

__all__ = ["Garbage"]

EVERY = 1000
"""Milliseconds between two looks."""
SECOND_EVERY, ALL_EVERY = 5, 30
"""Looks: what outlives one is looked at again with every fifth, and everything with every thirtieth, for 5 ms."""


class Garbage(QObject):
    """Looks for garbage as long as it lives; what is there already, of which hardly anything ever goes, is left out.

    So is what came along with a module: the thousands of objects that it is made of stay as long as it does, and to
    look through them would take longer than to paint the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks = 0
        self._modules = len(sys.modules)
        timer = QTimer(self)
        timer.setTimerType(timer.timerType().VeryCoarseTimer)
        timer.timeout.connect(self.look)
        timer.start(EVERY)

    def look(self) -> None:
        """Collect what is garbage among the young objects, and from time to time among the others."""
        if gc.get_count()[0] < gc.get_threshold()[0]:
            return  # hardly anything has been made since
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            gc.freeze()
            return
        self._looks += 1
        gc.collect(2 if self._looks % ALL_EVERY == 0 else int(self._looks % SECOND_EVERY == 0))
