"""The region of an edit: what the user does to it, one step each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Shapes
from flux_desktop.imaging.region.context import context
from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.session import Session
from tests.services.selections import (
    BOX,
    SIZE,
    SMALL,
    SQUARES,
    box_of,
    opened,
    redone,
    selected,
    settled,
    stored,
    undone,
)
from tests.services.sessions import until
from tests.services.support import picture

pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture
async def source(session: Session) -> HistoryNode:
    return await opened(session, SIZE)


@pytest.fixture
async def small(session: Session) -> HistoryNode:
    """A picture whose parts are sent small: they are put back quickly."""
    return await opened(session, (96, 64))


@pytest.mark.usefixtures("source")
async def test_a_shape_becomes_the_region_and_what_is_sent_is_chosen(session: Session) -> None:
    told: list[Box | None] = []
    session.selection.changed.connect(lambda: told.append(box_of(session)))
    mask = await selected(session)
    assert mask.box == BOX
    assert told == [BOX]
    assert stored(session).box == BOX
    assert (session.selection.crop, session.selection.sent) == ((0, 0, 400, 400), (1024, 1024))
    assert session.crop == session.selection.crop
    assert not session.selection.by_hand


@pytest.mark.usefixtures("source")
async def test_each_change_is_one_step_that_can_be_undone(session: Session) -> None:
    selection = session.selection
    await selected(session)
    crop = selection.crop
    acts: list[tuple[Callable[[], None], str, Box]] = [
        (lambda: selection.grow(5), "growing of the region", Box(95, 95, 205, 185)),
        (lambda: selection.grow(-10), "shrinking of the region", Box(105, 105, 195, 175)),
        (selection.invert, "inversion of the region", Box(0, 0, *SIZE)),
        (selection.whole, "selection of the whole picture", Box(0, 0, *SIZE)),
        (lambda: selection.combine(rectangle(SIZE, BOX), "intersect", "rectangle"), "rectangle", BOX),
        (lambda: selection.combine(rectangle(SIZE, Box(0, 0, 9, 9)), "add", "ellipse"), "ellipse", Box(0, 0, 200, 180)),
        (lambda: selection.combine(rectangle(SIZE, Box(0, 0, 50, 50)), "subtract", "lasso"), "lasso", BOX),
    ]
    for act, words, box in acts:
        act()
        await settled(selection)
        assert session.undo.undo_words == f"Undo {words}"
        assert box_of(session) == box
        assert stored(session).box == box
    for box in [acts[index][2] for index in range(len(acts) - 2, -1, -1)]:
        await undone(session)
        assert box_of(session) == box
    await undone(session)
    assert (box_of(session), selection.crop, session.crop) == (BOX, crop, crop)
    await undone(session)
    assert (selection.mask, selection.crop, selection.sent, session.mask, session.crop) == (None,) * 5
    await redone(session)
    assert (box_of(session), session.crop) == (BOX, crop)


@pytest.mark.usefixtures("source")
async def test_changes_in_a_row_keep_their_order(session: Session) -> None:
    selection = session.selection
    selection.whole()
    selection.combine(rectangle(SIZE, BOX), "replace", "rectangle")
    selection.grow(20)
    selection.combine(rectangle(SIZE, Box(0, 0, 150, 400)), "subtract", "eraser")
    await settled(selection)
    assert box_of(session) == Box(150, 80, 220, 200)
    assert stored(session).box == Box(150, 80, 220, 200)


@pytest.mark.usefixtures("source")
async def test_a_feathered_mask_is_soft(session: Session) -> None:
    await selected(session)
    session.selection.feather(6)
    await settled(session.selection)
    assert session.selection.mask is not None
    assert 0 < session.selection.mask.part(Box(99, 140, 100, 141))[0, 0] < 255
    assert session.undo.undo_words == "Undo feathering of the region"


@pytest.mark.usefixtures("source")
async def test_what_leaves_nothing_leaves_no_region(session: Session) -> None:
    await selected(session)
    session.selection.combine(rectangle(SIZE, Box(0, 0, *SIZE)), "subtract", "eraser")
    await settled(session.selection)
    assert (session.selection.mask, session.selection.crop, session.mask) == (None, None, None)
    session.selection.clear()
    session.selection.invert()
    await settled(session.selection)
    assert session.undo.undo_words == "Undo eraser", "what changes nothing is no step"


async def test_without_a_picture_nothing_happens(session: Session) -> None:
    session.selection.whole()
    session.selection.set_shapes(SQUARES)
    await settled(session.selection)
    assert not session.selection.is_set
    assert not session.undo.can_undo
    await opened(session, SIZE)
    session.selection.invert()
    await settled(session.selection)
    assert session.undo.undo_words == "Undo opening of “600.png”"
    await selected(session)
    assert session.selection.crop == (0, 0, 400, 400)


@pytest.mark.usefixtures("source")
async def test_what_is_worked_out_for_another_picture_is_left_out(session: Session) -> None:
    session.selection.whole()
    session.close_picture()
    await opened(session, (300, 300))
    await settled(session.selection)
    assert not session.selection.is_set


@pytest.mark.usefixtures("source")
async def test_an_undo_counts_although_a_change_is_being_worked_out(session: Session) -> None:
    await selected(session)
    session.selection.combine(rectangle(SIZE, Box(300, 300, 320, 320)), "add", "rectangle")
    await undone(session)
    await settled(session.selection)
    assert box_of(session) == Box(300, 300, 320, 320)
    await undone(session)
    assert not session.selection.is_set


@pytest.mark.usefixtures("source")
async def test_a_crop_by_hand_stays_until_it_is_reset(session: Session) -> None:
    selection = session.selection
    await selected(session)
    selection.set_crop((60, 40, 300, 200))
    await settled(selection)
    assert (selection.crop, selection.by_hand) == ((60, 40, 300, 200), True)
    assert session.crop == (60, 40, 300, 200)
    selection.grow(3)
    await settled(selection)
    assert selection.crop == (60, 40, 300, 200)
    selection.combine(rectangle(SIZE, Box(300, 100, 500, 150)), "add", "brush")
    await settled(selection)
    assert selection.crop is not None
    assert selection.crop[0] + selection.crop[2] >= 500, "it holds the region"
    await undone(session)
    selection.reset_crop()
    await settled(selection)
    assert selection.mask is not None
    assert selection.crop == context(selection.mask.box, SIZE, Shapes())[0]
    assert not selection.by_hand
    await undone(session)
    assert selection.by_hand


@pytest.mark.usefixtures("source")
async def test_another_model_changes_what_is_sent(session: Session) -> None:
    selection = session.selection
    await selected(session, Box(50, 150, 550, 200))
    assert selection.sent is not None
    assert selection.sent[0] > selection.sent[1]
    steps = session.undo.undo_words
    selection.set_shapes(SQUARES)
    await settled(selection)
    assert selection.sent[0] == selection.sent[1]
    assert session.crop == selection.crop
    assert session.undo.undo_words == steps
    await undone(session)
    await redone(session)
    assert selection.sent[0] == selection.sent[1], "also of what is brought back"


@pytest.mark.usefixtures("source")
async def test_the_model_that_is_chosen_decides(session: Session) -> None:
    model = next(model for model in session.models("edit") if model.provider == "eachlabs")
    session.fit_region(model)
    await selected(session, Box(50, 150, 550, 200))
    assert session.selection.sent == (1280, 720)


@pytest.mark.usefixtures("source")
async def test_a_picture_of_another_size_has_no_region(session: Session) -> None:
    said: list[str] = []
    session.notified.connect(said.append)
    await selected(session)
    await opened(session, (300, 300))
    assert not session.selection.is_set
    assert (session.mask, session.crop) == (None, None)
    assert said == ["The region does not fit this picture: it was left out."]
    await undone(session)
    assert box_of(session) == BOX
    assert session.mask is not None


@pytest.mark.usefixtures("source")
async def test_an_extended_picture_has_its_new_border_as_region(session: Session) -> None:
    selection = session.selection
    selection.set_extent((-100, 0, 700, 400))
    await settled(selection)
    assert selection.extent == (-100, 0, 700, 400)
    assert selection.mask is not None
    assert selection.mask.size == (700, 400)
    assert box_of(session) == Box(0, 0, 116, 400)
    assert selection.patch is not None
    assert selection.patch.extent == selection.extent
    selection.combine(rectangle(SIZE, BOX), "add", "rectangle")
    await settled(selection)
    assert box_of(session) == Box(0, 0, 300, 400), "what is drawn on the picture lies on the picture"
    selection.combine(rectangle(SIZE, Box(0, 0, 600, 400)), "subtract", "eraser")
    await settled(selection)
    assert box_of(session) == Box(0, 0, 100, 400), "where nothing is yet, everything may change"
    await undone(session)
    selection.set_extent((0, -50, 600, 450))
    await settled(selection)
    assert box_of(session) == Box(0, 0, 600, 230)
    selection.set_extent((10, 10, 20, 20))
    await settled(selection)
    assert selection.extent is None
    assert box_of(session) == BOX
    await undone(session)
    assert selection.extent == (0, -50, 600, 450)
    selection.clear()
    await settled(selection)
    assert not selection.is_set
    assert selection.extent is None


@pytest.mark.usefixtures("source")
async def test_a_mask_goes_to_a_file_and_comes_back(session: Session, tmp_path: Path) -> None:
    said: list[str] = []
    problems: list[FluxError] = []
    session.notified.connect(said.append)
    session.failed.connect(problems.append)
    file = tmp_path / "mask.png"
    mask = await selected(session)
    session.selection.save(file)
    await until(lambda: said)
    assert said == [f"The mask was saved as {file}."]
    session.selection.clear()
    session.selection.load(file)
    await settled(session.selection)
    assert box_of(session) == mask.box
    assert session.undo.undo_words == "Undo load of a mask"
    session.selection.save(file, overwrite=False)
    await until(lambda: problems)
    session.selection.load(tmp_path / "none.png")
    await until(lambda: len(problems) == 2)
    assert box_of(session) == mask.box


async def test_no_mask_is_saved_over_the_original(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "original.png"
    file.write_bytes(picture(96, 64, colour="#a03020"))
    session.open_file(file)
    await until(lambda: session.source is not None)
    told: asyncio.Future[FluxError] = asyncio.get_running_loop().create_future()
    session.failed.connect(told.set_result)
    await selected(session, SMALL)
    session.selection.save(file)
    async with asyncio.timeout(10):
        assert "never written to" in (await told).title
    assert file.read_bytes() == picture(96, 64, colour="#a03020")


@pytest.mark.usefixtures("source")
async def test_old_masks_give_their_memory_free_and_come_back(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flux_desktop.services.session.keeper.ROOM", 0)
    first = await selected(session)
    kept = session.selection._region.mask
    await selected(session, Box(0, 0, 30, 30))
    assert kept is not None
    assert kept.mask is None
    assert kept.asset in session.needed_assets()
    await undone(session)
    assert box_of(session) == first.box
