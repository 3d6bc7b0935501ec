"""A colour from the desktop: the whole conversation on a real bus, with a portal that behaves as the real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from flux_desktop.core.errors import Cancelled, FluxError, Unavailable
from flux_desktop.ui.colours.portal import DesktopPick
from tests.ui.colours.colour_portal import Behaviour, colour_portal
from tests.ui.desktop_bus import desktop_bus

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with desktop_bus() as environment:
        yield environment["DBUS_SESSION_BUS_ADDRESS"]


@pytest.mark.parametrize(
    "behaviour",
    [Behaviour(), Behaviour(early=True), Behaviour(old=True), Behaviour(foreign=True), Behaviour(version=3)],
    ids=["usual", "told before the call returns", "with a path of its own", "a stranger answers too", "newer"],
)
def test_the_user_picks(address: str, behaviour: Behaviour) -> None:
    with colour_portal(address, behaviour) as portal:
        assert DesktopPick(address).ask() == "#0066cc"
        assert portal.calls == ["Get", "PickColor"]
        assert portal.options["handle_token"][0] == "s"


def test_channels_beyond_the_range_are_kept_in_it(address: str) -> None:
    with colour_portal(address, Behaviour(colour=(-0.5, 1.5, 0.5))):
        assert DesktopPick(address).ask() == "#00ff80"


def failed(address: str, behaviour: Behaviour) -> FluxError:
    with colour_portal(address, behaviour), pytest.raises(FluxError) as raised:
        DesktopPick(address).ask()
    assert raised.value.hint == "Pick from the picture, or write the hex, e.g. #0066CC."
    return raised.value


def test_the_user_gives_up(address: str) -> None:
    error = failed(address, Behaviour(response=1))
    assert isinstance(error, Cancelled)
    assert error.title == "No colour was picked."


@pytest.mark.parametrize(
    "behaviour",
    [
        Behaviour(response=2),
        Behaviour(colour=None),
        Behaviour(colour="#0066cc"),
        Behaviour(colour=(float("nan"), 0.0, 0.0)),
    ],
)
def test_an_answer_without_a_colour(address: str, behaviour: Behaviour) -> None:
    error = failed(address, behaviour)
    assert isinstance(error, Unavailable)
    assert error.title == "The desktop did not say which colour was picked."


def test_a_desktop_that_cannot(address: str) -> None:
    sentence = "This desktop does not let programs look at the screen."
    assert failed(address, Behaviour(version=1)).title == sentence
    assert failed(address, Behaviour(leaves=True)).title == sentence
    for nowhere in (address, "unix:path=/nonexistent/bus", "tcp:host=localhost,port=1", "disabled:", ""):
        with pytest.raises(Unavailable, match=sentence):
            DesktopPick(nowhere).ask()


def test_nobody_waits_any_more(address: str) -> None:
    pick = DesktopPick(address)
    with colour_portal(address, Behaviour(response=None)) as portal, ThreadPoolExecutor(1) as thread:
        asked = thread.submit(pick.ask)
        assert portal.picking.wait(10)
        assert not asked.done()
        pick.cancel()
        assert isinstance(asked.exception(10), Cancelled)
        assert portal.closed.wait(10), "the desktop is told to show it no more"
