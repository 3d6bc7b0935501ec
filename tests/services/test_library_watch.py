"""What another process writes into the library is seen; what this one writes is no news."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from flux_desktop.services import library_watch
from flux_desktop.services.assembly import Program
from flux_desktop.services.library_watch import LibraryWatch
from flux_desktop.services.session import Session
from tests.services.sessions import fresh, opened, submitted, until
from tests.services.support import Home
from tests.store.examples import node

pytestmark = pytest.mark.usefixtures("unmeasured")

ROOT = Path(__file__).parents[2]


def write_elsewhere(home: Home) -> None:
    """One edit of another process."""
    words = [sys.executable, "-m", "tests.store.writers", str(home.folder), "other", "1"]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
async def news(program: Program) -> AsyncIterator[list[str]]:
    """Grows with each change that is seen."""
    watch, told = LibraryWatch(program.queue.library, pause=0.01), list[str]()
    watch.changed.connect(lambda: told.append("changed"))
    task = asyncio.create_task(watch.run())
    yield told
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def looked(program: Program, times: int = 5) -> None:
    """Until the watch has surely looked that often."""
    for _ in range(times):
        await asyncio.to_thread(program.queue.library.changes_of_others)
        await asyncio.sleep(0.01)


async def test_only_what_others_write_is_news(home: Home, program: Program, news: list[str]) -> None:
    await looked(program)
    for number in range(3):
        await asyncio.to_thread(program.queue.library.add_node, node(str(number)))
        await looked(program, 2)
    assert news == []
    await asyncio.to_thread(write_elsewhere, home)
    await until(lambda: news)
    assert len(program.queue.library.result_ids()) == 6
    await looked(program)
    count = len(news)
    await looked(program)
    assert len(news) == count


async def test_what_is_held_here_follows_what_happens_elsewhere(
    home: Home, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session._watch, "_pause", 0.01)
    told: list[str] = []
    session.library_changed.connect(lambda: told.append("changed"))
    source = await opened(session)
    first, second = await submitted(session), await submitted(session)
    session.edit_further(first)
    session.show(second)
    session.set_references((second,))
    session.resume()
    await looked_by(session)
    other = home.start().session()
    other.marks.star([fresh(other, first)], True)
    await until(lambda: session.source is not None and session.source.starred)
    assert told
    other.trash.delete([fresh(other, first)], approved=True)
    await until(lambda: session.source == source)
    assert session.current == second
    assert session.references == (second,)
    await other.close()


async def looked_by(session: Session) -> None:
    """Until the watch of `session` knows how the library stands now."""
    for _ in range(3):
        await asyncio.to_thread(session.library.changes_of_others)
        await asyncio.sleep(0.01)


def test_it_does_not_look_often() -> None:
    assert library_watch.PAUSE >= 1
