"""Tasks have an owner: their errors are told, and they end with it."""

from __future__ import annotations

import asyncio
import gc

import pytest

from flux_desktop.core.errors import FluxError, Internal, KeyMissing
from flux_desktop.services.tasks import Tasks, as_flux_error


@pytest.fixture
def tasks() -> Tasks:
    return Tasks()


@pytest.fixture
def errors(tasks: Tasks) -> list[FluxError]:
    told: list[FluxError] = []
    tasks.failed.connect(told.append)
    return told


async def fail(error: Exception) -> None:
    raise error


async def test_a_result_is_handed_on(tasks: Tasks, errors: list[FluxError]) -> None:
    results: list[int] = []
    await tasks.in_thread(lambda: 42, results.append)
    await tasks.follow(asyncio.sleep(0, 43), results.append)
    assert (results, errors) == ([42, 43], [])


async def test_an_error_is_told_once(tasks: Tasks, errors: list[FluxError]) -> None:
    error = KeyMissing("No key.")
    task = tasks.spawn(fail(error))
    await asyncio.wait([task])
    assert errors == [error]
    mine: list[FluxError] = []
    await tasks.follow(fail(error), lambda _: None, mine.append)
    assert (mine, errors) == ([error], [error])


@pytest.mark.expected_log
async def test_a_fault_of_ours_becomes_an_error_that_can_be_shown(tasks: Tasks, errors: list[FluxError]) -> None:
    await asyncio.wait([tasks.spawn(fail(ZeroDivisionError("a mistake")))])
    assert isinstance(errors[0], Internal)
    assert (errors[0].title, errors[0].detail) == (
        "Something went wrong in the program: ZeroDivisionError.",
        "a mistake",
    )


def test_an_error_for_the_user_stays_itself() -> None:
    error = KeyMissing("No key.")
    assert as_flux_error(error) is error


async def test_closing_ends_all_that_runs(tasks: Tasks, errors: list[FluxError]) -> None:
    never = asyncio.Event()
    running = [tasks.spawn(never.wait()), tasks.follow(never.wait(), lambda _: None)]
    await asyncio.sleep(0)
    await tasks.close()
    assert all(task.cancelled() for task in running)
    assert errors == []


async def test_work_that_never_began_leaves_no_warning(tasks: Tasks) -> None:
    tasks.follow(asyncio.sleep(0), lambda _: None)
    await tasks.close()
    gc.collect()


async def test_what_is_begun_after_the_end_is_ended_at_once(tasks: Tasks, errors: list[FluxError]) -> None:
    results: list[int] = []
    await tasks.close()
    task = tasks.in_thread(lambda: 42, results.append)
    await asyncio.wait([task])
    gc.collect()
    assert task.cancelled()
    assert (results, errors) == ([], [])
