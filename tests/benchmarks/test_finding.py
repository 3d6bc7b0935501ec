"""Finding among a thousand entries at every key, against making them ready once: the machine does not matter."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.finding import Entry, Finder

MANY = 1000
TRIES = 7
QUERIES = ("o", "open", "set cur", "zoom in win", "stsd", "xyzzy")


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """As many as no program has, made of the words of ours."""
    words = [word for command in COMMANDS for word in command.english.split()]
    dice = random.Random(7)
    return [
        Entry((" ".join(dice.choices(words, k=4)), " ".join(dice.choices(words, k=4))), "View") for _ in range(MANY)
    ]


def seconds(work: Callable[[], object]) -> float:
    """The best of some tries: what else the machine does only makes them longer."""
    best = 1e9
    for _ in range(TRIES):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("query", QUERIES)
def test_a_key_costs_less_than_making_the_entries_ready(entries: list[Entry], query: str) -> None:
    finder = Finder(entries)
    ratio = seconds(lambda: finder.find(query)) / seconds(lambda: Finder(entries))
    print(f"\n“{query}” of {MANY}: {ratio:.2f} of the time to make them ready")  # noqa: T201
    assert ratio < 1.0


def test_ten_times_the_entries_take_about_ten_times_as_long(entries: list[Entry]) -> None:
    few, many = Finder(entries[: MANY // 10]), Finder(entries)
    ratio = seconds(lambda: many.find("open")) / seconds(lambda: few.find("open"))
    print(f"\n{ratio:.1f} times as long")  # noqa: T201
    assert ratio < 50, "twice as many must not take four times as long"
