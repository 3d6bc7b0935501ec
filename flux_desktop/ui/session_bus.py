"""The bus on which the programs of a desktop talk, where the system has one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

__all__ = ["session_bus"]


def session_bus() -> QDBusConnection | None:
    """The session's bus; None where there is none. One is not started for the purpose."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    if not sys.platform.startswith("linux") or not (named or usual.exists()):
        return None
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None
