"""What a thread that computes in Python costs the window, which gives the interpreter up and wants it back."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

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
