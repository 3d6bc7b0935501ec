"""Work that must reach the disk is finished, whoever is cancelled meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from flux_desktop.services.kept import uninterrupted


async def test_its_result_and_its_error_come_through() -> None:
    assert await uninterrupted(asyncio.sleep(0, 42)) == 42

    async def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await uninterrupted(fail())


@pytest.mark.parametrize("cancels", [1, 2])
@pytest.mark.parametrize("fails", [False, True])
async def test_it_is_finished_before_the_cancellation_goes_on(cancels: int, fails: bool) -> None:
    may_end, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await may_end.wait()
        ended.set()
        if fails:
            raise ZeroDivisionError

    task = asyncio.create_task(uninterrupted(work()))
    for _ in range(cancels):
        await asyncio.sleep(0)
        task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()
