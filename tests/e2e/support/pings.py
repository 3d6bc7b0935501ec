"""Asks a window every few milliseconds whether it is alive, as window managers do, and how long it takes to answer.

The toolkit answers between two events, so the longest answer is how long the window kept its user waiting.
Source: `_NET_WM_PING` of the Extended Window Manager Hints, freedesktop.org; structures of X11/Xlib.h.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import select
import subprocess
import threading
import time
from types import TracebackType
from typing import Any, NamedTuple, Self

__all__ = ["Answer", "Pings"]

EVERY = 0.004
"""Seconds between two questions."""
LOST_AFTER = 0.3
"""Seconds that are waited, at the end, for answers to questions that are still open."""
CLIENT_MESSAGE = 33
NOTIFY = 1 << 17 | 1 << 19
"""StructureNotify and SubstructureNotify: Qt sends its answers with the first, other toolkits with the second."""


class _Message(ctypes.Structure):
    """XClientMessageEvent, with room for the largest XEvent."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    )


class Answer(NamedTuple):
    """Seconds on the monotonic clock at which the window was asked, and that it took to answer."""

    asked: float
    took: float


class Pings:
    """Asks the window of the process `pid` on `display` that has `name` in its title, while entered."""

    def __init__(self, display: str, pid: int, name: str = "Flux Desktop") -> None:
        self._x = _xlib()
        self._display = self._x.XOpenDisplay(display.encode())
        assert self._display, f"no X server on {display}"
        self._root = self._x.XDefaultRootWindow(self._display)
        self._protocols, self._ping = (
            self._x.XInternAtom(self._display, name, 0) for name in (b"WM_PROTOCOLS", b"_NET_WM_PING")
        )
        self._window = _window_of(display, pid, name)
        self._asked: dict[int, float] = {}
        self._answers: list[Answer] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._x.XSelectInput(self._display, self._root, NOTIFY)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join()
        self._x.XCloseDisplay(self._display)

    def longest(self, since: float) -> Answer:
        """The slowest answer to what was asked from `since` on, a question that is still open included."""
        return max((one for one in self._all() if one.asked >= since), key=lambda one: one.took)

    def at(self, moment: Answer) -> float:
        """Seconds of the slowest answer that was waited for while another window was for its own."""
        begin, end = moment.asked, moment.asked + moment.took
        return max((one.took for one in self._all() if one.asked < end and one.asked + one.took > begin), default=0.0)

    def _all(self) -> list[Answer]:
        """What was answered, and what is still open."""
        now = time.monotonic()
        return [*self._answers, *(Answer(asked, now - asked) for asked in list(self._asked.values()))]

    def _run(self) -> None:
        count, end, due = 0, float("inf"), time.monotonic()
        connection = self._x.XConnectionNumber(self._display)
        while (now := time.monotonic()) < end:
            if self._ended.is_set():
                end = min(end, now + (LOST_AFTER if self._asked else 0))
            elif now >= due:
                count += 1
                self._ask(count)
                due = now + EVERY
            select.select([connection], [], [], max(0.0, min(due, end) - time.monotonic()))
            while self._x.XPending(self._display):
                self._hear()

    def _ask(self, number: int) -> None:
        message = _Message(CLIENT_MESSAGE, 0, 1, self._display, self._window, self._protocols, 32)
        message.data[:3] = self._ping, number, self._window
        self._asked[number] = time.monotonic()
        self._x.XSendEvent(self._display, self._window, 0, 0, ctypes.byref(message))
        self._x.XFlush(self._display)

    def _hear(self) -> None:
        message = _Message()
        self._x.XNextEvent(self._display, ctypes.byref(message))
        if message.kind != CLIENT_MESSAGE or message.data[0] != self._ping:
            return
        asked = self._asked.pop(message.data[1], None)
        if asked is not None:
            self._answers.append(Answer(asked, time.monotonic() - asked))
            # What was asked before and is not answered was lost, not late.
            self._asked = {number: at for number, at in self._asked.items() if at > asked}


def _xlib() -> ctypes.CDLL:
    name = ctypes.util.find_library("X11")
    assert name, "libX11 is not installed: it comes with xdotool"
    x = ctypes.CDLL(name)
    pointer, number = ctypes.c_void_p, ctypes.c_ulong
    functions: tuple[tuple[Any, Any, list[Any]], ...] = (
        (x.XOpenDisplay, pointer, [ctypes.c_char_p]),
        (x.XCloseDisplay, ctypes.c_int, [pointer]),
        (x.XConnectionNumber, ctypes.c_int, [pointer]),
        (x.XDefaultRootWindow, number, [pointer]),
        (x.XInternAtom, number, [pointer, ctypes.c_char_p, ctypes.c_int]),
        (x.XSelectInput, ctypes.c_int, [pointer, number, ctypes.c_long]),
        (x.XSendEvent, ctypes.c_int, [pointer, number, ctypes.c_int, ctypes.c_long, pointer]),
        (x.XFlush, ctypes.c_int, [pointer]),
        (x.XPending, ctypes.c_int, [pointer]),
        (x.XNextEvent, ctypes.c_int, [pointer, pointer]),
    )
    for function, result, arguments in functions:
        function.restype, function.argtypes = result, arguments
    return x


def _window_of(display: str, pid: int, name: str) -> int:
    """The main window of a process, waited for."""
    words = ["xdotool", "search", "--sync", "--onlyvisible", "--all", "--pid", str(pid), "--name", name]
    found = subprocess.run(words, env={"DISPLAY": display}, capture_output=True, text=True, timeout=20, check=True)
    return int(found.stdout.split()[0])
