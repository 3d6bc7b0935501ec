"""The event loop of async tests: the program's, but quiet between the test and its fixtures."""

from __future__ import annotations

import asyncio
from itertools import count

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop, _SimpleTimer

from flux_desktop.services.tasks import Tasks
from flux_desktop.ui.system.turns import workers

__all__ = ["give_up_following", "window_loop"]


def window_loop(app: QApplication) -> QEventLoop:
    """A loop on `app` whose tasks and timers rest while it does not run.

    WORKAROUND https://github.com/CabbageDevelopment/qasync: Qt handles events also after the loop has ended, as
    run_until_complete and pytest-qt ask it to; what a timer calls then finds no running loop.
    """
    app.setQuitOnLastWindowClosed(False)  # the coroutine ends a test, as it ends the program
    loop = _QuietLoop(app)
    loop.set_default_executor(workers())
    loop._timer = _EndedTimer()
    return loop


def give_up_following() -> None:
    """Nobody is told any more what threads find: pytest-qt deletes the widgets of a test before its session ends."""
    loop = _QuietLoop.newest
    if loop is not None and not loop.is_closed():
        for task in asyncio.all_tasks(loop):
            if getattr(task.get_coro(), "__qualname__", "").startswith(Tasks.follow.__qualname__):
                task.cancel()


class _QuietLoop(QEventLoop):  # type: ignore[misc]  # qasync has no types
    newest: _QuietLoop | None = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        _QuietLoop.newest = self
        self._app = app
        self._rest = _Rest()

    def run_forever(self) -> int:
        self._app.removeEventFilter(self._rest)
        try:
            return int(super().run_forever())
        finally:
            self._app.installEventFilter(self._rest)

    def close(self) -> None:
        super().close()
        self._app.removeEventFilter(self._rest)


class _Rest(QObject):
    """Keeps timers from firing; each stays, and fires again later."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        return event.type() == QEvent.Type.Timer


class _EndedTimer(_SimpleTimer):  # type: ignore[misc]  # qasync has no types
    def __init__(self) -> None:
        super().__init__()
        self._started: set[int] = set()
        self._never = count(-1, -1)

    def startTimer(self, pause: int) -> int:  # noqa: N802
        if self._stopped:
            return next(self._never)  # a thread that ended late calls back: nobody is there to end its timer
        timer = int(super().startTimer(pause))
        self._started.add(timer)
        return timer

    def killTimer(self, timer: int) -> None:  # noqa: N802
        self._started.discard(timer)
        super().killTimer(timer)

    def stop(self) -> None:
        """End every timer now: the collector may run in a worker thread, and Qt ends timers only in their own.

        What they were to call is forgotten with them: Qt gives their numbers to others, and a worker that ends late
        would meet an older one of the same number.
        """
        super().stop()
        for timer in tuple(self._started):
            self.killTimer(timer)
        self._SimpleTimer__callbacks.clear()
