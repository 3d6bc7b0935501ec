"""Limits of hosts, kept by a clock that does not wait."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.providers.pacing import AtOnce, Pace
from tests.providers.support import Time


async def begun(pace: Pace, time: Time, pauses: list[float]) -> list[float]:
    """When each turn began; before each its caller does something else for so long."""
    times = []
    for pause in pauses:
        time.now += pause
        await pace.turn()
        times.append(time.now)
    return times


async def test_the_first_hundred_do_not_wait_and_the_next_waits_for_the_first(time: Time) -> None:
    pace = Pace(100, 60.0, time.clock())
    times = await begun(pace, time, [0.1] * 101)
    assert time.slept == [pytest.approx(50.0)]
    assert times[100] == pytest.approx(60.1)


async def test_who_is_slow_never_waits(time: Time) -> None:
    await begun(Pace(3, 60.0, time.clock()), time, [21.0] * 30)
    assert time.slept == []


async def test_all_who_come_at_once_get_a_turn_of_their_own(time: Time) -> None:
    """The sleeps run side by side here, each from the same moment."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    clock = time.clock()
    pace = Pace(10, 60.0, type(clock)(sleep=sleep, now=clock.now))
    await asyncio.gather(*(pace.turn() for _ in range(25)))
    assert waits == [60.0] * 10 + [120.0] * 5


async def test_a_turn_that_is_given_up_stays_counted(time: Time) -> None:
    pace = Pace(1, 60.0, time.clock())
    await pace.turn()
    given_up = asyncio.create_task(pace.turn())
    given_up.cancel()
    await asyncio.wait([given_up])
    await pace.turn()
    assert time.now == pytest.approx(60.0)


@given(
    st.integers(1, 5),
    st.floats(0.5, 100.0),
    st.lists(st.floats(0.0, 50.0), max_size=40),
)
def test_no_span_of_time_has_more_turns_than_allowed(calls: int, seconds: float, pauses: list[float]) -> None:
    time = Time()
    times = asyncio.run(begun(Pace(calls, seconds, time.clock()), time, pauses))
    assert times == sorted(times)
    assert all(late - early >= seconds - 1e-6 for early, late in zip(times, times[calls:], strict=False))


async def test_the_eleventh_waits_until_one_has_ended(time: Time) -> None:
    at_once = AtOnce(10, 600.0, time.clock())
    for number in range(10):
        await at_once.enter(number)
    assert time.slept == []
    eleventh = asyncio.create_task(at_once.enter("eleventh"))
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(time.slept) > 3
    assert not eleventh.done()
    at_once.leave(4)
    await eleventh


async def test_a_place_goes_by_the_hosts_name(time: Time) -> None:
    at_once = AtOnce(1, 600.0, time.clock())
    order = object()
    await at_once.enter(order)
    at_once.rename(order, "prediction-1")
    at_once.leave(order)
    at_once.leave("prediction-1")
    await at_once.enter("prediction-2")
    assert time.slept == []


async def test_a_place_that_nobody_gives_back_is_free_in_the_end(time: Time) -> None:
    at_once = AtOnce(1, 600.0, time.clock())
    await at_once.enter("lost")
    await at_once.enter("next")
    assert time.now == pytest.approx(600.0, abs=0.2)
