"""The progress of all edits on the program's icon: on a real bus, and by the calls that Windows would get."""

from __future__ import annotations

import ctypes
import shutil
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import JobState
from flux_desktop.services.overall import Overall, OverallProgress
from flux_desktop.ui.system.task_bar import LauncherEntry, TaskBar
from flux_desktop.ui.system.task_bar_windows import ERROR, NONE, NORMAL, UNKNOWN, WindowsTaskBar, state_of
from tests.ui.desktop_bus import desktop_bus
from tests.ui.results import until
from tests.ui.windows import User


class Dock(QObject):
    """Shows icons, and listens for what is to be shown on them."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.heard: list[tuple[str, dict[str, Any]]] = []
        update = SLOT("on_update(QString,QVariantMap)")
        bus.connect("", "", "com.canonical.Unity.LauncherEntry", "Update", self, update)  # type: ignore[call-overload]

    @Slot(str, "QVariantMap")
    def on_update(self, program: str, values: dict[str, Any]) -> None:
        self.heard.append((program, values))


async def test_jobs_are_taken_together(user: User) -> None:
    overall = Overall(user.session.queue)
    await user.ready()
    assert overall.now() == OverallProgress()
    user.lab.gate.clear()
    one, two = await user.run("one"), await user.run("two")
    await until(lambda: len(user.lab.requests) == 2)
    assert overall.now() == OverallProgress(None, 2), "the laboratory does not tell how far it is"
    one.stage(JobState.RUNNING, 0.5)
    assert overall.now() == OverallProgress(0.25, 2)
    user.session.queue.cancel(two.id)
    await user.ended(two)
    assert overall.now() == OverallProgress(0.75, 1)
    was, two.record = two.record, replace(two.record, state=JobState.FAILED)
    assert overall.now() == OverallProgress(0.75, 1, failed=True)
    two.record = was
    user.lab.gate.set()
    await user.ended(one)
    assert overall.now() == OverallProgress(), "gone when all is done"


async def test_it_is_shown_while_something_runs(user: User) -> None:
    shown: list[OverallProgress] = []
    bar = TaskBar(user.session.queue, lambda: shown.append, user.window)
    await user.ready()
    user.lab.gate.clear()
    job = await user.run("one")
    await until(lambda: shown)
    assert shown[-1].running == 1
    user.lab.gate.set()
    await user.ended(job)
    await until(lambda: shown[-1] == OverallProgress())
    count = len(shown)
    bar.clear()
    assert len(shown) == count, "what is seen already is not told again"


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus")
def test_docks_hear_of_it(qtbot: QtBot) -> None:
    with desktop_bus() as environment:
        address = environment["DBUS_SESSION_BUS_ADDRESS"]
        dock = Dock(QDBusConnection.connectToBus(address, "dock"))
        show = LauncherEntry(QDBusConnection.connectToBus(address, "program"))
        for progress in (OverallProgress(0.25, 2), OverallProgress(None, 1, failed=True), OverallProgress()):
            show(progress)
        qtbot.waitUntil(lambda: len(dock.heard) == 3, timeout=5000)
        name = "application://flux-desktop.desktop"
        assert dock.heard == [
            (name, {"progress": 0.25, "progress-visible": True, "urgent": False}),
            (name, {"progress": 0.0, "progress-visible": True, "urgent": True}),
            (name, {"progress": 0.0, "progress-visible": False, "urgent": False}),
        ]
        QDBusConnection.disconnectFromBus("program")
        QDBusConnection.disconnectFromBus("dock")


@pytest.mark.parametrize(
    ("progress", "state"),
    [
        (OverallProgress(), NONE),
        (OverallProgress(None, 1), UNKNOWN),
        (OverallProgress(0.5, 1), NORMAL),
        (OverallProgress(0.5, 1, failed=True), ERROR),
    ],
)
def test_windows_gets_its_calls(progress: OverallProgress, state: int) -> None:
    """By an object as the system makes them: a pointer to a table of functions, those we call at their places."""
    called: list[tuple[object, ...]] = []

    def note(*words: object) -> int:
        called.append(words)
        return 0

    method = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    value = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ulonglong)
    set_state = method(lambda this, window, kind: note("state", window, kind))
    set_value = value(lambda this, window, done, whole: note("value", window, done, whole))
    table = (ctypes.c_void_p * 21)()
    table[9], table[10] = (ctypes.cast(one, ctypes.c_void_p).value for one in (set_value, set_state))
    thing = ctypes.c_void_p(ctypes.addressof(table))
    WindowsTaskBar(0x1234, ctypes.cast(ctypes.pointer(thing), ctypes.c_void_p))(progress)
    assert state_of(progress) == state
    shows_value = state in (NORMAL, ERROR)
    assert called == [("state", 0x1234, state), *([("value", 0x1234, 500, 1000)] if shows_value else [])]
