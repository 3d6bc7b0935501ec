"""An edit that waits for its region: it is run with what the user meant when it was asked for, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.edit import Outgoing, Recipe
from flux_desktop.core.errors import FileProblem, FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.session import Session
from tests.services.selections import SMALL, box_of, made, opened, selected, settled, stored
from tests.services.sessions import SEPIA, until
from tests.services.support import picture

pytestmark = pytest.mark.usefixtures("unmeasured")

PICTURE = (96, 64)


@pytest.fixture(autouse=True)
async def small(session: Session) -> HistoryNode:
    """A picture whose parts are sent small: they are put back quickly."""
    return await opened(session, PICTURE)


@pytest.fixture
def errors(session: Session) -> list[FluxError]:
    told: list[FluxError] = []
    session.failed.connect(told.append)
    return told


def titles(errors: list[FluxError]) -> list[str]:
    return [error.title for error in errors]


async def test_it_is_not_run_where_a_change_before_it_fails(
    session: Session, errors: list[FluxError], tmp_path: Path
) -> None:
    await selected(session, SMALL)
    session.selection.load(tmp_path / "none.png")
    assert session.submit(SEPIA) is None
    await until(lambda: len(errors) == 2)
    assert errors[1].title.startswith("The edit was not run, because its region could not be made.")
    assert errors[0].title in errors[1].title, "the sentence says why"
    assert errors[1].hint == "Nothing was sent. Correct it and try again."
    assert not session.queue.jobs
    assert box_of(session) == SMALL, "the region is as it was"


async def test_it_is_not_run_where_nothing_can_be_drawn(session: Session, errors: list[FluxError]) -> None:
    def fails() -> Mask:
        raise FileProblem("The picture is lost.")

    session.run(session.selection.draw(fails, "replace", "rectangle"))
    assert session.submit(SEPIA) is None
    await until(lambda: len(errors) == 2)
    assert errors[1].title.endswith("The picture is lost.")
    assert not session.queue.jobs


async def test_what_failed_before_it_was_asked_for_is_known_and_does_not_stop_it(
    session: Session, errors: list[FluxError], tmp_path: Path
) -> None:
    await selected(session, SMALL)
    session.selection.load(tmp_path / "none.png")
    await until(lambda: errors)
    node = await made(session, lambda: session.selection.grow(2))
    assert node.mask == session.mask


async def test_it_is_not_run_where_the_mask_cannot_be_stored(session: Session, errors: list[FluxError]) -> None:
    folder = session.pictures.assets.path("0" * 64).parent.parent
    away = folder.with_name("away")
    folder.rename(away)
    folder.write_bytes(b"in the way")
    session.selection.combine(rectangle(PICTURE, SMALL), "replace", "rectangle")
    assert session.submit(SEPIA) is None
    await until(lambda: len(errors) == 2)
    assert any(title.startswith("The edit was not run") for title in titles(errors))
    assert not session.queue.jobs
    assert box_of(session) == SMALL, "what was drawn is still there"
    folder.unlink()
    away.rename(folder)
    assert (await made(session)).mask == session.mask, "and can be run when there is room again"


async def test_what_is_done_to_the_region_afterwards_is_not_part_of_it(session: Session) -> None:
    session.selection.combine(rectangle(PICTURE, SMALL), "replace", "rectangle")
    session.submit(SEPIA)
    session.selection.grow(10)
    await until(lambda: session.queue.jobs)
    (job,) = session.queue.jobs.values()
    await job.wait()
    await settled(session.selection)
    assert stored(session).box == SMALL.grown(10)
    session.set_region(job.record.mask, job.record.crop, job.record.patch)
    await settled(session.selection)
    assert box_of(session) == SMALL


async def test_it_keeps_the_references_that_it_was_asked_for_with(session: Session) -> None:
    reference, _ = session.pictures.open_bytes(picture(40, 40), "reference.png")
    session.set_references((reference,))
    session.selection.combine(rectangle(PICTURE, SMALL), "replace", "rectangle")
    told: list[Outgoing] = []
    session.work_out_outgoing(Recipe("sepia", "bfl", "flux-2-klein-4b-edit"), False, told.append)
    session.set_references(())
    await until(lambda: told)
    assert len(told[0].files) == 2


async def test_what_would_be_sent_is_not_told_either(session: Session, errors: list[FluxError], tmp_path: Path) -> None:
    session.selection.load(tmp_path / "none.png")
    told: list[Outgoing] = []
    reasons: list[FluxError] = []
    session.work_out_outgoing(SEPIA, False, told.append, reasons.append)
    await until(lambda: reasons)
    assert not told
    assert titles(errors)[0] in reasons[0].title
