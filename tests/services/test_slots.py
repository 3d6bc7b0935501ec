"""Whose turn it is when a slot becomes free."""

from __future__ import annotations

import asyncio

from flux_desktop.services.slots import Slots


class Desk:
    """Jobs by name, in the order in which they got their slot; each holds it until it is told to go."""

    def __init__(self, count: int) -> None:
        self.slots = Slots(count)
        self.began: list[str] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self._gates: dict[str, asyncio.Event] = {}

    async def come(self, name: str, *, first: bool = False) -> None:
        self._gates[name] = asyncio.Event()

        async def work() -> None:
            async with self.slots.one(first=first):
                self.began.append(name)
                await self._gates[name].wait()

        self.tasks[name] = asyncio.create_task(work())
        await turns()

    async def go(self, name: str) -> None:
        self._gates[name].set()
        await turns()


async def turns() -> None:
    for _ in range(6):
        await asyncio.sleep(0)


async def test_as_many_as_there_are_slots_work_at_once_and_the_others_in_their_order() -> None:
    desk = Desk(2)
    for name in "abcd":
        await desk.come(name)
    assert desk.began == ["a", "b"]
    await desk.go("b")
    await desk.go("a")
    assert desk.began == ["a", "b", "c", "d"]
    await desk.go("c")
    await desk.go("d")


async def test_who_is_to_be_first_comes_before_those_who_wait() -> None:
    desk = Desk(1)
    for name in "abc":
        await desk.come(name)
    await desk.come("d", first=True)
    for name in "adbc":
        await desk.go(name)
    assert desk.began == ["a", "d", "b", "c"], "what is at work is not interrupted"


async def test_who_is_cancelled_while_waiting_takes_no_slot() -> None:
    desk = Desk(1)
    for name in "abc":
        await desk.come(name)
    desk.tasks["b"].cancel()
    await turns()
    await desk.go("a")
    assert desk.began == ["a", "c"]
    await desk.go("c")
    await desk.come("d")
    assert desk.began == ["a", "c", "d"]
    await desk.go("d")


async def test_a_slot_that_comes_with_the_cancellation_is_handed_on() -> None:
    desk = Desk(1)
    for name in "abc":
        await desk.come(name)
    desk._gates["a"].set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    desk.tasks["b"].cancel()
    await turns()
    assert desk.began[-1] == "c"
    await desk.go("c")
