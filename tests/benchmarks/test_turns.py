"""What a thread that computes in Python costs the window, which gives the interpreter up and wants it back."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from flux_desktop.imaging.joining import roomy_file
from flux_desktop.ui.system.turns import take_short_turns

CALLS = 20


@pytest.fixture
def interval() -> Iterator[float]:
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


@pytest.fixture
def busy() -> Iterator[None]:
    """Another thread that never rests."""
    ended = threading.Event()

    def compute() -> None:
        while not ended.is_set():
            sum(range(100))

    thread = threading.Thread(target=compute)
    thread.start()
    yield
    ended.set()
    thread.join()


def seconds() -> float:
    begin = time.perf_counter()
    for _ in range(CALLS):
        time.sleep(0)  # gives the interpreter up, as each call into Qt does
    return time.perf_counter() - begin


@pytest.mark.usefixtures("busy", "interval")
def test_the_window_gets_the_interpreter_back_soon(benchmark: BenchmarkFixture) -> None:
    usual = seconds()
    take_short_turns()
    short = benchmark.pedantic(seconds, rounds=3)  # type: ignore[no-untyped-call]  # it has no types
    assert short < usual / 3


SIZE = 24_000_000
"""Bytes of a usual photograph as a file: less than what is given back to the system as soon as nobody holds it."""


def used_again(make: Callable[[int], BytesIO]) -> float:
    """Seconds for room in memory that was used before, in which no other thread runs."""
    larger = bytes(SIZE + SIZE // 4)  # from now on what is smaller lies where it can be used again
    del larger
    first = roomy_file(SIZE)
    first.write(b"x" * SIZE)
    above = bytearray(b"y" * 2_000_000)
    del first
    begin = time.perf_counter()
    room = make(SIZE)
    seconds = time.perf_counter() - begin
    assert len(room.getbuffer()) == SIZE
    del above
    return seconds


def test_room_for_a_file_is_not_cleared(benchmark: BenchmarkFixture) -> None:
    cleared = min(used_again(lambda size: BytesIO(bytes(size))) for _ in range(5))
    ours = benchmark.pedantic(lambda: used_again(roomy_file), rounds=1)  # type: ignore[no-untyped-call]  # it has no types
    assert min(ours, *(used_again(roomy_file) for _ in range(4))) < cleared / 4
