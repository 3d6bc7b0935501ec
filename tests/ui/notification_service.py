"""A notification service as a desktop has it, in a process of its own: tells on standard output what it was asked to
show, and acts as a user who clicks it."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": SERVICE})  # type: ignore[call-arg]
class Service(QDBusAbstractAdaptor):  # type: ignore[operator]
    ActionInvoked = Signal("uint", str)  # type: ignore[arg-type]
    ActivationToken = Signal("uint", str)  # type: ignore[arg-type]

    @Slot(result="QStringList")
    def GetCapabilities(self) -> list[str]:  # noqa: N802
        return ["body", "body-markup", "actions"]

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(  # noqa: N802
        self,
        program: str,
        replaced: int,
        icon: str,
        title: str,
        body: str,
        actions: list[str],
        hints: dict[str, object],
        timeout: int,
    ) -> int:
        told = [program, replaced, icon, title, body, actions, hints, timeout]
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        QTimer.singleShot(50, self, self._click)
        return replaced or 7

    def _click(self) -> None:
        self.ActionInvoked.emit(8, "default")  # of another program
        self.ActivationToken.emit(7, "a-token")
        self.ActionInvoked.emit(7, "default")


if __name__ == "__main__":
    app = QCoreApplication([])
    holder = QObject()
    service = Service(holder)
    bus = QDBusConnection.sessionBus()
    assert bus.registerObject(PATH, holder)
    assert bus.registerService(SERVICE)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    app.exec()
