"""A desktop that can be turned dark and light: the settings of XDG's portal on a session bus of its own.

As a program (`dbus-run-session -- python -m tests.ui.portal`) it opens a window in the theme that follows the system,
turns the desktop dark, light and dark again, and writes which theme the window had at first and after each turn.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import IO

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

__all__ = ["Portal"]

PLACE = "org.freedesktop.appearance"
SETTINGS = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
DARK, LIGHT = 1, 2
"""As the portal has them: what is preferred."""
PATIENCE = 10.0


class Portal(threading.Thread):
    """Answers until the program ends; the desktop is light at first."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._scheme = LIGHT
        self._bus: DBusConnection = open_dbus_connection("SESSION")
        self._bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))

    def turn(self, scheme: int) -> None:
        """Prefer `DARK` or `LIGHT` from now on, and tell it to all."""
        self._scheme = scheme
        self._bus.send(new_signal(SETTINGS, "SettingChanged", "ssv", (PLACE, "color-scheme", ("u", scheme))))

    def run(self) -> None:
        while True:
            message = self._bus.receive()
            if message.header.message_type is MessageType.method_call:
                self._bus.send(self._answer(message))

    def _answer(self, asked: Message) -> Message:
        scheme = ("u", self._scheme)
        match asked.header.fields.get(HeaderFields.member):
            case "ReadAll":
                return new_method_return(asked, "a{sa{sv}}", ({PLACE: {"color-scheme": scheme}},))
            case "Read" if asked.body == (PLACE, "color-scheme"):
                return new_method_return(asked, "v", (("v", scheme),))
            case "ReadOne" if asked.body == (PLACE, "color-scheme"):
                return new_method_return(asked, "v", (scheme,))
            case "Get":
                return new_method_return(asked, "v", (("u", 2),))
            case _:
                return new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("not here",))


def serve() -> None:
    """Be the desktop, and turn it to each scheme that comes in as a line."""
    portal = Portal()
    portal.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        portal.turn(int(line))


def main() -> None:
    """Write the names of the themes as JSON. The desktop is another process: Qt waits for its answers."""
    words = [sys.executable, "-m", "tests.ui.portal", "serve"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desktop:
        assert desktop.stdin is not None
        assert desktop.stdout is not None
        desktop.stdout.readline()
        sys.stdout.write(json.dumps(_themes(desktop.stdin)))
        desktop.kill()


def _themes(desktop: IO[str]) -> list[str]:
    from PySide6.QtWidgets import QApplication

    from flux_desktop.ui import theme

    app = QApplication(theme.arguments(["flux-desktop"]))
    theme.apply(app, "system")
    worn = [theme.in_use().name]
    for scheme, wanted in ((DARK, "dark"), (LIGHT, "light"), (DARK, "dark")):
        desktop.write(f"{scheme}\n")
        desktop.flush()
        end = time.monotonic() + PATIENCE
        while theme.in_use().name != wanted and time.monotonic() < end:
            app.processEvents()
            time.sleep(0.005)
        worn.append(theme.in_use().name)
    return worn


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main()
