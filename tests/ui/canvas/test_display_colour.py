"""What the settings and the system say of a display, and the pictures that come of it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.core.settings import Settings
from flux_desktop.imaging.colour_display import as_it_is
from flux_desktop.ui.canvas import x11_profile
from flux_desktop.ui.canvas.display_colour import for_display, profile_of_display, screen_number
from flux_desktop.ui.canvas.x11_profile import profile_of_monitor
from tests.imaging.pictures import colourful, matrix_profile

pytestmark = pytest.mark.qt


def test_nothing_is_done_where_nothing_is_known(qapp: QApplication) -> None:
    """The platform of the tests has no display."""
    assert for_display(Settings()) is as_it_is


def test_a_file_can_be_chosen(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "display.icc"
    file.write_bytes(matrix_profile())
    settings = Settings({"display_profile": "file", "display_profile_file": str(file)})
    assert profile_of_display(settings) == matrix_profile()
    assert for_display(settings)(colourful()).tobytes() != colourful().tobytes()
    settings.set("display_profile", "srgb")
    assert for_display(settings) is as_it_is


@pytest.mark.parametrize("name", ["", "nowhere.icc", ".", "nonsense.icc"])
def test_a_file_that_is_no_profile_changes_nothing(qapp: QApplication, tmp_path: Path, name: str) -> None:
    (tmp_path / "nonsense.icc").write_bytes(b"nonsense")
    path = str(tmp_path / name) if name else ""
    assert for_display(Settings({"display_profile": "file", "display_profile_file": path})) is as_it_is


def test_the_number_of_a_screen(qapp: QApplication) -> None:
    assert screen_number(QWidget()) == 0


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.mark.window
def test_x11_tells_the_profile_of_each_monitor(display: str) -> None:
    assert profile_of_monitor(0, display) == b""
    second = matrix_profile(name="Second") + bytes(300_000)
    leave_at_root(display, "_ICC_PROFILE", matrix_profile())
    leave_at_root(display, "_ICC_PROFILE_1", second)
    assert profile_of_monitor(0, display) == matrix_profile()
    assert profile_of_monitor(1, display) == second
    assert profile_of_monitor(2, display) == b""


@pytest.mark.window
def test_no_server_is_no_profile() -> None:
    assert profile_of_monitor(0, ":9876") == b""


def leave_at_root(display: str, name: str, value: bytes) -> None:
    """What a daemon for colours does."""
    xcb = x11_profile._xcb()
    xcb.xcb_change_property.argtypes = (ctypes.c_void_p, ctypes.c_uint8, *[ctypes.c_uint32] * 3, ctypes.c_uint8,
                                        ctypes.c_uint32, ctypes.c_char_p)  # fmt: skip
    xcb.xcb_change_property.restype = x11_profile._Cookie
    with x11_profile._connected(xcb, display) as connection:
        root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).root[0]
        cookie = xcb.xcb_intern_atom(connection, 0, len(name), name.encode())
        atom = x11_profile._Atom.from_address(xcb.xcb_intern_atom_reply(connection, cookie, None)).atom
        for start in range(0, len(value), 100_000):
            part = value[start : start + 100_000]
            xcb.xcb_change_property(connection, 2 if start else 0, root, atom, 6, 8, len(part), part)
        xcb.xcb_get_property_reply(connection, xcb.xcb_get_property(connection, 0, root, atom, 0, 0, 1), None)
