"""An edit that waits for its region: it is run with what the user meant when it was asked for, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flux_desktop.core.edit import Outgoing, Recipe
from flux_desktop.core.errors import FileProblem, FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.assembly import Program
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
    assert reasons[0].title == f"The region could not be made. {titles(errors)[0]}", "no edit was asked for"


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What holds up the work on a region."""
    event = threading.Event()
    yield event
    event.set()


def draw_slowly(session: Session, gate: threading.Event) -> None:
    """Let a part be drawn that is not there before `gate` opens."""

    def made() -> Mask:
        assert gate.wait(10)
        return rectangle(PICTURE, SMALL)

    session.run(session.selection.draw(made, "replace", "rectangle"))


async def test_it_is_in_the_queue_when_the_program_has_ended(session: Session) -> None:
    session.selection.combine(rectangle(PICTURE, SMALL), "replace", "rectangle")
    assert session.submit(SEPIA) is None
    assert session.waiting.prompts == ("sepia",)
    await session.close()
    (job,) = session.library.jobs()
    assert (job.recipe.prompt, job.mask) == ("sepia", session.mask)
    assert session.mask is not None
    assert session.settings.text("edits_not_run") == "[]"


async def test_one_that_the_end_left_no_time_is_told_at_the_next_start(
    session: Session, program: Program, gate: threading.Event
) -> None:
    draw_slowly(session, gate)
    session.submit(SEPIA)
    await session.close(grace=0.01)
    assert not session.queue.jobs
    told: list[FluxError] = []
    for _ in range(2):
        later = program.session()
        later.failed.connect(told.append)
        later.resume()
        await later.close()
    (error,) = told
    assert error.title == "“sepia” was not run: the program ended before its region was made."
    assert error.hint.startswith("Nothing was sent.")


async def test_one_that_fails_at_the_end_is_told_too(session: Session, tmp_path: Path) -> None:
    session.selection.load(tmp_path / "none.png")
    session.submit(SEPIA)
    await session.close()
    assert session.settings.text("edits_not_run") == '["sepia"]'


async def test_what_fails_while_the_program_runs_is_told_once(
    session: Session, errors: list[FluxError], tmp_path: Path
) -> None:
    ended: list[bool] = []
    session.waiting.ended.connect(ended.append)
    session.selection.load(tmp_path / "none.png")
    session.submit(SEPIA)
    await until(lambda: ended)
    assert (ended, len(errors)) == ([False], 2)
    assert session.settings.text("edits_not_run") == "[]"


async def test_a_list_that_was_damaged_is_none(session: Session, errors: list[FluxError]) -> None:
    session.settings.set("edits_not_run", '{"no": "list"')
    session.waiting.tell_lost()
    assert not errors
