"""Free work is done anew after the computer slept or was offline; other errors, ends and results pass as they are."""

from __future__ import annotations

import asyncio

import pytest

from flux_desktop.core.errors import ServerFault, Unreachable
from flux_desktop.services.connection import Connection


class Work:
    """Runs until it is let go; `errors` are raised by its next runs, one each."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.runs = 0
        self.ended = 0
        self.go = asyncio.Event()
        self.told: list[bool] = []

    async def __call__(self) -> str:
        self.runs += 1
        try:
            if self.errors:
                raise self.errors.pop(0)
            await self.go.wait()
            return "result"
        finally:
            self.ended += 1


async def turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_what_works_is_done_once() -> None:
    work = Work()
    work.go.set()
    assert await Connection().through(work, work.told.append) == "result"
    assert (work.runs, work.told) == (1, [])


async def test_after_sleep_it_is_done_anew_at_once() -> None:
    connection, work = Connection(), Work()
    task = asyncio.ensure_future(connection.through(work, work.told.append))
    await turns()
    connection.begin_anew()
    await turns()
    assert (work.runs, work.ended) == (2, 1), "the old one does not go on beside the new one"
    work.go.set()
    assert await task == "result"


async def test_offline_it_waits_and_goes_on_by_itself() -> None:
    connection, work = Connection(), Work(Unreachable("no connection"))
    connection.set_online(False)
    task = asyncio.ensure_future(connection.through(work, work.told.append))
    await turns()
    assert (work.runs, work.told) == (1, [True])
    connection.set_online(True)
    work.go.set()
    assert await task == "result"
    assert (work.runs, work.told) == (2, [True, False])


async def test_a_server_on_this_computer_is_not_waited_for() -> None:
    connection, work = Connection(), Work(Unreachable("it is not started"))
    connection.set_online(False)
    with pytest.raises(Unreachable):
        await connection.through(work, work.told.append, local=True)


@pytest.mark.parametrize("online", [True, False])
async def test_other_failures_are_not_for_waiting(online: bool) -> None:
    connection = Connection()
    connection.set_online(online)
    error: Exception = Unreachable("no connection") if online else ServerFault("it failed")
    work = Work(error)
    with pytest.raises(type(error)):
        await connection.through(work, work.told.append)
    assert (work.runs, work.told) == (1, [])


@pytest.mark.parametrize("offline", [True, False])
async def test_it_can_be_cancelled(offline: bool) -> None:
    connection, work = Connection(), Work(*([Unreachable("none")] if offline else []))
    connection.set_online(not offline)
    task = asyncio.ensure_future(connection.through(work, work.told.append))
    await turns()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert work.ended == work.runs == 1


async def test_work_that_is_cancelled_from_within_ends_there() -> None:
    """As the end of the program does with what is on the wire: it must not be begun again and again."""
    work = Work(asyncio.CancelledError())  # type: ignore[arg-type]  # no Exception, but raised all the same
    with pytest.raises(asyncio.CancelledError):
        await Connection().through(work, work.told.append)
    assert work.runs == 1
