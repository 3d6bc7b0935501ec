"""What Windows is asked about the profile of a display, by functions of its kinds that stand for its own."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

import pytest

from flux_desktop.ui.canvas import windows_profile
from flux_desktop.ui.canvas.windows_profile import Calls, profile_file_at

PATH = r"C:\WINDOWS\system32\spool\drivers\color\Photo 27 – D65.icm"
DEVICE = r"\\.\DISPLAY2"
MONITOR, CONTEXT = 0x1_0000_0001, 0x7FFF_0000_1234


class System:
    """Two monitors side by side; what is `missing` fails. `calls` are real functions, called as those of the system."""

    def __init__(self, missing: str = "") -> None:
        self.asked: list[tuple[Any, ...]] = []
        self._missing = missing
        told: tuple[Callable[..., int], ...] = (self._monitor, self._info, self._create, self._profile, self._delete)
        kinds = windows_profile._KINDS.values()
        self.calls = Calls(*(kind(function) for (_, kind), function in zip(kinds, told, strict=True)))

    def _monitor(self, point: Any, flags: int) -> int:
        self.asked.append((point.x, point.y, flags))
        return 0 if self._missing == "monitor" else MONITOR

    def _info(self, monitor: int, info: Any) -> int:
        assert monitor == MONITOR
        assert info.contents.size == ctypes.sizeof(windows_profile._Info)
        info.contents.device = DEVICE
        return self._missing != "info"

    def _create(self, driver: str, device: str | None, port: str | None, mode: int | None) -> int:
        assert (device, port, mode) == (None, None, None)
        self.asked.append((driver,))
        return 0 if self._missing == "context" else CONTEXT

    def _profile(self, context: int, length: Any, place: int) -> int:
        assert context == CONTEXT
        if self._missing == "profile":
            return 0
        written = ctypes.create_unicode_buffer(PATH)
        assert length.contents.value >= len(written)
        ctypes.memmove(place, written, ctypes.sizeof(written))
        return 1

    def _delete(self, context: int) -> int:
        self.asked.append((context,))
        return 1


def test_the_profile_of_the_monitor_at_a_point() -> None:
    system = System()
    assert profile_file_at(-1920, 40, system.calls) == PATH
    assert system.asked == [(-1920, 40, windows_profile.NEAREST), (DEVICE,), (CONTEXT,)]


@pytest.mark.parametrize("missing", ["monitor", "info", "context", "profile"])
def test_where_the_system_knows_none_there_is_none(missing: str) -> None:
    system = System(missing)
    assert profile_file_at(0, 0, system.calls) == ""
    assert (system.asked[-1] == (CONTEXT,)) is (missing == "profile"), "what was made is given back"


def test_the_structure_is_that_of_the_system() -> None:
    assert windows_profile._Info.device.offset == 40
    assert windows_profile._Info.device.size == 32 * ctypes.sizeof(ctypes.c_wchar)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is")
def test_elsewhere_nobody_is_asked() -> None:
    assert profile_file_at(0, 0) == ""


@pytest.mark.skipif(sys.platform != "win32", reason="the functions of Windows")
def test_the_functions_are_there_and_answer() -> None:
    found = profile_file_at(0, 0)
    assert found == "" or found.casefold().endswith((".icm", ".icc"))
