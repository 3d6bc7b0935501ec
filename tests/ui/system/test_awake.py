"""The computer slept, or lost its connection: the system tells it, and where it does not, the clock."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from flux_desktop.services.connection import Connection
from flux_desktop.ui.system.awake import LOGIN, Awake, follow, network
from tests.ui.desktop_bus import desktop_bus


@pytest.fixture
def awake() -> Iterator[Awake]:
    parent = QObject()
    yield Awake(parent)
    parent.deleteLater()


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus")
def test_logind_tells_of_it(qtbot: QtBot, awake: Awake) -> None:
    with desktop_bus() as environment:
        address = environment["DBUS_SESSION_BUS_ADDRESS"]
        login = QDBusConnection.connectToBus(address, "login")
        assert login.registerService(LOGIN[0])
        awake.listen(QDBusConnection.connectToBus(address, "window"))
        heard: list[bool] = []
        awake.woke.connect(lambda: heard.append(True))

        def tell(begins: bool) -> None:
            message = QDBusMessage.createSignal(LOGIN[1], LOGIN[2], "PrepareForSleep")
            message.setArguments([begins])
            assert login.send(message)

        tell(True)
        tell(False)
        qtbot.waitUntil(lambda: bool(heard), timeout=5000)
        assert heard == [True], "going to sleep is not waking up"
        QDBusConnection.disconnectFromBus("window")
        QDBusConnection.disconnectFromBus("login")


@pytest.mark.parametrize(("passed", "slept"), [(5.0, False), (15.0, False), (60.0, True), (-60.0, False)])
def test_the_clock_shows_it(awake: Awake, monkeypatch: pytest.MonkeyPatch, passed: float, slept: bool) -> None:
    heard: list[bool] = []
    awake.woke.connect(lambda: heard.append(True))
    now = time.time() + passed
    monkeypatch.setattr("flux_desktop.ui.system.awake.time.time", lambda: now)
    awake.look()
    assert heard == [True] * slept
    awake.look()
    assert heard == [True] * slept, "once"


def test_the_network_is_followed_where_the_system_tells_of_it(qtbot: QtBot) -> None:
    del qtbot
    found = network()
    if found is None:
        pytest.skip("this system tells nothing of its network")
    connection = Connection()
    connection.set_online(False)
    follow(found, connection)
    assert connection.is_online == (found.reachability() is not found.Reachability.Disconnected)
