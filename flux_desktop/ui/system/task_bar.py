"""The progress of all edits on the program's icon in the task bar, where the system has such a thing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from flux_desktop.services.overall import Overall, OverallProgress
from flux_desktop.ui.system.session_bus import session_bus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

    from flux_desktop.services.jobs import JobQueue

__all__ = ["LauncherEntry", "TaskBar", "show_in_dock", "task_bar_of"]

Show = Callable[[OverallProgress], object]
PAUSE = 200
"""Milliseconds between two pictures of it."""
DESKTOP_FILE = "flux-desktop.desktop"


class TaskBar(QObject):
    """Follows `queue`. How to `show` it is found out with the first job."""

    def __init__(self, queue: JobQueue, make: Callable[[], Show], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overall = Overall(queue)
        self._make = make
        self._show: Show | None = None
        self._shown = OverallProgress()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        for signal in (queue.job_added, queue.job_changed, queue.job_removed):
            signal.connect(self._on_job)

    def clear(self) -> None:
        """Show that nothing is under way: the program ends."""
        self._soon.stop()
        self._tell(OverallProgress())

    def _on_job(self, job: object) -> None:
        del job
        if not self._soon.isActive():
            self._soon.start(PAUSE)

    def _refresh(self) -> None:
        self._tell(self._overall.now())

    def _tell(self, progress: OverallProgress) -> None:
        if progress == self._shown:
            return
        self._shown = progress
        self._show = self._show or self._make()
        self._show(progress)


class LauncherEntry:
    """By a signal to whoever shows the icon: KDE, the docks of Ubuntu and others. Nobody needs to be there.

    Source: https://wiki.ubuntu.com/Unity/LauncherAPI. A share has to be told: without one the bar stands at 0.
    """

    def __init__(self, bus: QDBusConnection) -> None:
        self._bus = bus

    def __call__(self, progress: OverallProgress) -> None:
        from PySide6.QtDBus import QDBusMessage

        interface = "com.canonical.Unity.LauncherEntry"
        message = QDBusMessage.createSignal(f"/com/canonical/unity/launcherentry/{os.getpid()}", interface, "Update")
        values = {
            "progress": progress.share or 0.0,
            "progress-visible": progress.running > 0,
            "urgent": progress.failed,
        }
        message.setArguments([f"application://{DESKTOP_FILE}", values])
        self._bus.send(message)


def show_in_dock(progress: OverallProgress) -> None:
    """By a number on the icon: how many edits are under way."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.setBadgeNumber(progress.running)


def task_bar_of(window: QWidget) -> Show:
    """The way that this system has."""
    if sys.platform == "win32":
        from flux_desktop.ui.system.task_bar_windows import WindowsTaskBar

        return WindowsTaskBar(int(window.winId()))
    if sys.platform == "darwin":
        return show_in_dock
    bus = session_bus()
    return LauncherEntry(bus) if bus is not None else _nowhere


def _nowhere(progress: OverallProgress) -> None:
    """There is nothing that could show it."""
