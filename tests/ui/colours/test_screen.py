"""Where programs may not look at the screen, the desktop is asked for a colour."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.services.session import Session
from flux_desktop.ui.colours.screen import ScreenPicker, may_look
from tests.ui.colours.colour_portal import Behaviour, colour_portal
from tests.ui.desktop_bus import desktop_bus
from tests.ui.results import until

needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus")


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with desktop_bus() as environment:
        there = environment["DBUS_SESSION_BUS_ADDRESS"]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", there)
        yield there


class Picking:
    """A picker on a desktop that shows programs nothing, and what it told."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.told: list[str] = []
        self.picker = ScreenPicker(self.window, session.in_background, lambda screen: QImage())
        self.picker.picked.connect(self.told.append)
        self.picker.told.connect(self.told.append)
        self.picker.ended.connect(lambda: self.told.append("ended"))


@pytest.mark.parametrize(
    ("platform", "environment", "sees"),
    [
        ("xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, True),
        ("xcb", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ("xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, False),
        ("wayland", {}, False),
        ("wayland-egl", {}, False),
        ("windows", {}, True),
        ("offscreen", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_who_may_look(platform: str, environment: dict[str, str], sees: bool) -> None:
    assert may_look(platform, environment) is sees


@needs_bus
async def test_the_desktop_picks(session: Session, address: str, qtbot: QtBot) -> None:
    picking = Picking(session, qtbot)
    with colour_portal(address, Behaviour()):
        picking.picker.begin(1)
        await until(lambda: len(picking.told) == 2)
    assert picking.told == ["ended", "#0066cc"]


async def test_a_desktop_that_cannot_says_so(session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    picking = Picking(session, qtbot)
    picking.picker.begin(1)
    await until(lambda: len(picking.told) == 2)
    assert picking.told[1] == (
        "This desktop does not let programs look at the screen. Pick from the picture, or write the hex, e.g. #0066CC."
    )


@needs_bus
async def test_asking_again_and_leaving_end_what_is_asked(session: Session, address: str, qtbot: QtBot) -> None:
    picking = Picking(session, qtbot)
    with colour_portal(address, Behaviour(response=None)) as portal:
        picking.picker.begin(1)
        await until(portal.picking.is_set)
        portal.picking.clear()
        picking.picker.begin(1)
        await until(portal.closed.is_set)
        await until(portal.picking.is_set)
        portal.closed.clear()
        picking.window.hide()
        await until(portal.closed.is_set)
        await until(lambda: not [task for task in session._tasks._running if not task.done()])
    assert picking.told == ["ended", "ended"], "what nobody waits for is not told"
