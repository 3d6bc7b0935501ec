"""Hears from the system that the computer woke up, and whether it has a connection."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtNetwork import QNetworkInformation

    from flux_desktop.services.connection import Connection

__all__ = ["Awake", "follow", "network", "system_bus"]

LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
TICK = 5000
"""Milliseconds between two looks at the clock."""
JUMP = 20.0
"""Seconds that the clock on the wall may be ahead of what a tick lasts before that was sleep."""


class Awake(QObject):
    """`woke` comes after the computer slept: as logind says, or as the clock shows, which stood still for the timers.

    To take a clock that was set for sleep does no harm: whoever hears of it asks once more.
    """

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = time.time()
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._ticks.timeout.connect(self.look)
        self._ticks.start(TICK)

    def listen(self, bus: QDBusConnection) -> None:
        """Hear of sleep from logind, on the bus of the system."""
        bus.connect(*LOGIN, "PrepareForSleep", self, SLOT("on_sleep(bool)"))  # type: ignore[call-overload]

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        if not begins:
            self._seen = time.time()
            self.woke.emit()

    def look(self) -> None:
        """Compare the clock on the wall with the time that a tick takes."""
        passed, self._seen = time.time() - self._seen, time.time()
        if passed > TICK / 1000 + JUMP:
            self.woke.emit()


def system_bus() -> QDBusConnection | None:
    """The bus of the system's services; None where there is none. For a thread."""
    if not sys.platform.startswith("linux"):
        return None
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.systemBus()
    return bus if bus.isConnected() else None


def network() -> QNetworkInformation | None:
    """What the system says of the network; None where it says nothing. For a thread: it loads libraries."""
    from PySide6.QtNetwork import QNetworkInformation

    known = QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
    return QNetworkInformation.instance() if known else None


def follow(found: QNetworkInformation, connection: Connection) -> None:
    """Tell `connection` from now on whether there is one."""

    def tell() -> None:
        connection.set_online(found.reachability() is not found.Reachability.Disconnected)

    found.reachabilityChanged.connect(tell)
    tell()
