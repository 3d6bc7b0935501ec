"""Between an async test and its fixtures nothing of the window runs: no loop is there for what it begins."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtWidgets import QApplication

from flux_desktop.services.tasks import Tasks
from tests.ui.loops import give_up_following, window_loop
from tests.ui.results import until

pytestmark = pytest.mark.qt
LONG = 30
"""Milliseconds, many more than the timer needs."""


def test_timers_rest_while_the_loop_does_not_run(qapp: QApplication) -> None:
    fired: list[bool] = []
    with asyncio.Runner(loop_factory=lambda: window_loop(qapp)) as runner:
        runner.run(asyncio.sleep(0))
        timer = QTimer(interval=1, singleShot=True)
        timer.timeout.connect(lambda: fired.append(runner.get_loop().is_running()))
        timer.start()
        deadline = QDeadlineTimer(LONG)
        while not deadline.hasExpired():
            qapp.processEvents()
        assert not fired
        runner.run(until(lambda: fired))
    assert fired == [True]


def test_timers_go_on_when_the_loop_is_closed(qapp: QApplication) -> None:
    with asyncio.Runner(loop_factory=lambda: window_loop(qapp)) as runner:
        runner.run(asyncio.sleep(0))
    fired: list[bool] = []
    QTimer.singleShot(1, lambda: fired.append(True))
    deadline = QDeadlineTimer(10_000)
    while not fired and not deadline.hasExpired():
        qapp.processEvents()
    assert fired


def test_what_a_thread_finds_is_not_told_to_widgets_that_are_gone(qapp: QApplication) -> None:
    told: list[str] = []
    tasks, may_end, has_ended = Tasks(), threading.Event(), threading.Event()

    def work() -> None:
        may_end.wait(10)
        has_ended.set()

    async def follow(work: Callable[[], None], name: str) -> None:
        tasks.in_thread(work, lambda _: told.append(name))
        await asyncio.sleep(0.01)

    with asyncio.Runner(loop_factory=lambda: window_loop(qapp)) as runner:
        runner.run(follow(work, "in vain"))
        give_up_following()
        may_end.set()
        assert has_ended.wait(10)
        runner.run(follow(lambda: None, "later"))
        runner.run(until(lambda: told))
    assert told == ["later"]
