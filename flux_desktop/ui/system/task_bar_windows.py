"""Progress on a button of the Windows task bar, by the system's own interface.

Source: https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3
"""

from __future__ import annotations

import ctypes
import sys
import uuid

from flux_desktop.services.overall import OverallProgress

__all__ = ["WindowsTaskBar", "state_of"]

CLASS, INTERFACE = "56fdf344-fd6d-11d0-958a-006097c9a090", "ea1afb91-9e28-4b86-90e9-9e9faf8a5eef"
IN_PROCESS = 1
HR_INIT, SET_VALUE, SET_STATE = 3, 9, 10
"""Places of the three methods in the table of the interface."""
NONE, UNKNOWN, NORMAL, ERROR = 0, 1, 2, 4
WHOLE = 1000


def state_of(progress: OverallProgress) -> int:
    """What the button shows: nothing, that it goes on, a bar, or a red bar."""
    if not progress.running:
        return NONE
    if progress.failed:
        return ERROR
    return UNKNOWN if progress.share is None else NORMAL


class WindowsTaskBar:
    """Shows it on the button of the window with this handle. Where the system refuses, nothing is shown.

    `buttons` is the system's object for the task bar, asked for where it is not given.
    """

    def __init__(self, handle: int, buttons: ctypes.c_void_p | None = None) -> None:
        self._handle = ctypes.c_void_p(handle)
        self._buttons = buttons or _task_bar_list()

    def __call__(self, progress: OverallProgress) -> None:
        if not self._buttons:
            return
        state = state_of(progress)
        _method(self._buttons, SET_STATE, ctypes.c_void_p, ctypes.c_int)(self._buttons, self._handle, state)
        if state in (NORMAL, ERROR):
            set_value = _method(self._buttons, SET_VALUE, ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ulonglong)
            set_value(self._buttons, self._handle, round(WHOLE * (progress.share or 0.0)), WHOLE)


def _task_bar_list() -> ctypes.c_void_p:
    """The object of the system, ready for use; one that is false where there is none."""
    found = ctypes.c_void_p()
    if sys.platform == "win32":
        names = [(ctypes.c_ubyte * 16).from_buffer_copy(uuid.UUID(name).bytes_le) for name in (CLASS, INTERFACE)]
        create = ctypes.OleDLL("ole32").CoCreateInstance
        try:
            create(ctypes.byref(names[0]), None, IN_PROCESS, ctypes.byref(names[1]), ctypes.byref(found))
            _method(found, HR_INIT)(found)
        except OSError:
            return ctypes.c_void_p()
    return found


def _method(thing: ctypes.c_void_p, place: int, *kinds: type) -> ctypes._FuncPointer:
    """A method of a COM object, by its place in the object's table. On 64 bits all functions are called alike."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    return ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place])
