"""Pictures that regions are drawn on, and how a test waits for what is worked out beside the session."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Shapes
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from flux_desktop.services.session.selection import Selection
from tests.services.sessions import SEPIA, until
from tests.services.support import picture

__all__ = [
    "BOX",
    "KLEIN",
    "SIZE",
    "SMALL",
    "SQUARES",
    "box_of",
    "made",
    "opened",
    "redone",
    "selected",
    "settled",
    "stored",
    "undone",
]

SIZE = (600, 400)
BOX = Box(100, 100, 200, 180)
SMALL = Box(30, 20, 50, 40)
KLEIN = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit")
SQUARES = Shapes(((1, 1),))


async def opened(session: Session, size: tuple[int, int]) -> HistoryNode:
    before = session.source
    session.open_bytes(picture(*size, colour="#a03020"), f"{size[0]}.png")
    await until(lambda: session.source is not before)
    assert session.source is not None
    return session.source


async def settled(selection: Selection) -> None:
    """Until nothing is worked out or stored any more."""
    await until(lambda: not selection.needs_time(selection._region.shapes))
    await until(lambda: selection._region.mask is None or selection.mask is not None)


async def selected(session: Session, box: Box = BOX) -> Mask:
    assert session.source is not None
    session.selection.combine(rectangle((session.source.width, session.source.height), box), "replace", "rectangle")
    await settled(session.selection)
    assert session.selection.mask is not None
    return session.selection.mask


async def undone(session: Session) -> None:
    session.undo.undo()
    await session.undo.settle()
    await settled(session.selection)


async def redone(session: Session) -> None:
    session.undo.redo()
    await session.undo.settle()
    await settled(session.selection)


def stored(session: Session) -> Mask:
    assert session.mask is not None
    with Image.open(BytesIO(session.pictures.assets.load(session.mask))) as image:
        return Mask.from_image(image)


def box_of(session: Session) -> Box | None:
    return session.selection.mask.box if session.selection.mask is not None else None


async def made(session: Session, act: Callable[[], None] = lambda: None, recipe: Recipe = SEPIA) -> HistoryNode:
    """The result of an edit of what is selected."""
    jobs: list[Job] = []
    session.queue.job_added.connect(jobs.append)
    act()
    session.submit(recipe)
    await until(lambda: jobs)
    await jobs[0].wait()
    assert jobs[0].state is JobState.DONE, jobs[0].error
    return jobs[0].nodes[0]
