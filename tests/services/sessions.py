"""What a user does with a session, awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from tests.services.support import picture

__all__ = ["SEPIA", "fresh", "opened", "submitted", "until"]

SEPIA = Recipe("sepia", "offline", "offline-edit")


def fresh(session: Session, node: HistoryNode) -> HistoryNode:
    """`node` as the library has it now."""
    found = session.library.node(node.id)
    assert found is not None
    return found


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  any condition
            await asyncio.sleep(0.002)


async def opened(session: Session, name: str = "photo.png", colour: str = "#a03020") -> HistoryNode:
    session.open_bytes(picture(colour=colour), name)
    await until(lambda: session.source is not None and session.source.name == name)
    assert session.source is not None
    return session.source


async def submitted(session: Session, recipe: Recipe = SEPIA, generate: bool = False) -> HistoryNode:
    """The result of an edit that went well."""
    job = session.submit(recipe, generate)
    assert job is not None
    await job.wait()
    assert job.state is JobState.DONE, job.error
    return job.nodes[0]
