"""The profile of a display as Windows tells it, which converts no window's colours by itself.

Source: https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-geticmprofilew
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, NamedTuple

__all__ = ["Calls", "profile_file_at"]

NEAREST = 2
"""Where a point is on no monitor."""
LONGEST = 32_768
"""Characters of a path."""


class _Point(ctypes.Structure):
    _fields_ = (("x", ctypes.c_int32), ("y", ctypes.c_int32))


class _Info(ctypes.Structure):
    """MONITORINFOEXW."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("monitor", ctypes.c_int32 * 4),
        ("work", ctypes.c_int32 * 4),
        ("flags", ctypes.c_uint32),
        ("device", ctypes.c_wchar * 32),
    )


_HANDLE, _TEXT, _YES, _NUMBER = ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_int, ctypes.c_uint32
_KINDS = {
    "MonitorFromPoint": ("user32", ctypes.CFUNCTYPE(_HANDLE, _Point, _NUMBER)),
    "GetMonitorInfoW": ("user32", ctypes.CFUNCTYPE(_YES, _HANDLE, ctypes.POINTER(_Info))),
    "CreateDCW": ("gdi32", ctypes.CFUNCTYPE(_HANDLE, _TEXT, _TEXT, _TEXT, _HANDLE)),
    "GetICMProfileW": ("gdi32", ctypes.CFUNCTYPE(_YES, _HANDLE, ctypes.POINTER(_NUMBER), _HANDLE)),
    "DeleteDC": ("gdi32", ctypes.CFUNCTYPE(_YES, _HANDLE)),
}
"""The library of each function, and what it takes and gives. On 64 bits all functions are called alike."""


class Calls(NamedTuple):
    """Functions of the system, in the order of their kinds."""

    monitor_from_point: Any
    get_monitor_info: Any
    create_dc: Any
    get_profile: Any
    delete_dc: Any


def profile_file_at(x: int, y: int, calls: Calls | None = None) -> str:
    """The path of the profile of the monitor at a point of the desktop, in its own pixels; "" where none is known.

    `calls` are those of the system where they are not given.
    """
    calls = calls or _of_system()
    info = _Info(size=ctypes.sizeof(_Info))
    monitor = calls.monitor_from_point(_Point(x, y), NEAREST) if calls is not None else None
    if calls is None or not monitor or not calls.get_monitor_info(monitor, ctypes.byref(info)):
        return ""
    context = calls.create_dc(info.device, None, None, None)
    if not context:
        return ""
    length, path = _NUMBER(LONGEST), ctypes.create_unicode_buffer(LONGEST)
    found = calls.get_profile(context, ctypes.byref(length), path)
    calls.delete_dc(context)
    return path.value if found else ""


def _of_system() -> Calls | None:
    if sys.platform != "win32":
        return None
    try:
        return Calls(*(kind((name, ctypes.WinDLL(library))) for name, (library, kind) in _KINDS.items()))
    except (OSError, AttributeError):
        return None
