"""Whose turn it is: the window's thread comes before those that work for it, at the interpreter and at a processor."""

from __future__ import annotations

import os
import struct
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

__all__ = ["come_soon", "take_short_turns", "workers"]

TURN = 0.0005
"""Seconds. Python's own 5 ms are a third of what a user feels, and come once for each call into Qt."""
WORKERS = 10
"""Threads at the most; that many the event loop has of itself."""
STEP_BACK = 5
"""By how much workers are nicer: they get a third of a processor that others want, too, and all of one that is free."""
SLICE = 300_000
"""Nanoseconds; the system's own slices are some milliseconds long."""

# linux/sched/types.h: size, policy, flags, nice, priority, runtime, deadline, period.
SCHED_ATTR = "<IIQiIQQQ"
NORMAL, RESET_ON_FORK = 0, 1
SCHED_SETATTR = {"x86_64": 314, "aarch64": 274}
"""The system call's number: the C library has had a function for it since 2025 only."""


def take_short_turns() -> None:
    """Let no thread keep the window waiting for longer than a moment.

    The window gives the interpreter up for each call into Qt, and after it waits for whoever took it meanwhile.
    """
    sys.setswitchinterval(TURN)


def come_soon() -> None:
    """Let the calling thread, when it wants a processor, get it before others that have longer slices.

    It gets no more of one than they. Linux does that since 6.12; elsewhere nothing happens, nor where it is forbidden.
    """
    number = SCHED_SETATTR.get(os.uname().machine) if sys.platform == "linux" else None
    if number is not None:
        with suppress(OSError):
            _ask_for_slice(number)


def workers() -> ThreadPoolExecutor:
    """Threads for work that must not hold the window up."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(WORKERS, thread_name_prefix="worker", initializer=_step_back)


def _ask_for_slice(number: int) -> None:
    import ctypes

    if os.sched_getscheduler(0) == NORMAL:
        # What it starts has slices of the usual length again.
        nice = os.getpriority(os.PRIO_PROCESS, 0)
        wanted = struct.pack(SCHED_ATTR, struct.calcsize(SCHED_ATTR), NORMAL, RESET_ON_FORK, nice, 0, SLICE, 0, 0)
        ctypes.CDLL(None).syscall(ctypes.c_long(number), ctypes.c_long(0), wanted, ctypes.c_long(0))


def _step_back() -> None:
    """Let the calling thread leave processors to the window's. Only Linux knows how nice a single thread is."""
    if sys.platform == "linux":
        thread = threading.get_native_id()
        with suppress(OSError):  # a sandbox may forbid it
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + STEP_BACK)
