"""The bus on which the programs of a desktop talk, where the system has one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

__all__ = ["bus_address", "session_bus"]


def bus_address() -> str:
    """Where the session's bus is said to be, as D-Bus writes addresses; "" where there is none."""
    usual = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    if not sys.platform.startswith("linux"):
        return ""
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS", "") or (f"unix:path={usual}" if usual.exists() else "")


def session_bus() -> QDBusConnection | None:
    """The session's bus; None where there is none. One is not started for the purpose."""
    if not bus_address():
        return None
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None
