"""The window's thread comes first: workers leave processors to it, and it asks for them in short slices."""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from flux_desktop.ui.system.turns import SCHED_ATTR, SLICE, STEP_BACK, come_soon, workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ranks single threads")
SCHED_GETATTR = {"x86_64": 315, "aarch64": 275}
SINCE = (6, 12)
"""The kernel that knows slices of normal threads."""


def has_slices() -> bool:
    """Whether the kernel gives the slices that are asked for."""
    return tuple(int(part) for part in platform.release().split("-")[0].split(".")[:2]) >= SINCE


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def slice_length() -> int:
    """Of the calling thread, in nanoseconds."""
    told = ctypes.create_string_buffer(struct.calcsize(SCHED_ATTR))
    ctypes.CDLL(None).syscall(SCHED_GETATTR[platform.machine()], 0, told, len(told), 0)
    return int(struct.unpack(SCHED_ATTR, told.raw)[5])


def in_thread(*steps: object) -> list[int]:
    """What the functions give that are called one after the other in a thread of their own."""
    with ThreadPoolExecutor(1) as pool:
        return [pool.submit(step).result() for step in steps]  # type: ignore[arg-type]


def test_workers_are_nicer_than_the_thread_that_hands_them_work() -> None:
    with workers() as pool:
        assert pool.submit(niceness).result() == min(19, niceness() + STEP_BACK)


def test_where_that_is_forbidden_they_work_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(which: int, who: int, nice: int = 0) -> int:
        raise PermissionError("a sandbox")

    monkeypatch.setattr(os, "setpriority", forbidden)
    monkeypatch.setattr(os, "getpriority", forbidden)
    come_soon()
    with workers() as pool:
        assert pool.submit(lambda: "done").result() == "done"


def test_who_came_soon_hands_short_slices_to_nobody() -> None:
    if not has_slices():
        pytest.skip("this kernel has slices of one length")
    before, _, own, others = in_thread(slice_length, come_soon, slice_length, lambda: in_thread(slice_length)[0])
    assert (own, others) == (SLICE, before)
    assert before > SLICE


def test_to_come_soon_makes_nobody_less_nice() -> None:
    def nicer() -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), min(19, niceness() + 3))

    before, _, _, after = in_thread(niceness, nicer, come_soon, niceness)
    assert after == min(19, before + 3)
