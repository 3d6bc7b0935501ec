"""The region of an edit: what the user does to it, one step each, and what the next job gets of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Finish, Shapes
from flux_desktop.imaging.region.context import context
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from flux_desktop.services.session.selection import Selection
from tests.services.sessions import SEPIA, until
from tests.services.support import picture
from tests.simulators.faults import answer
from tests.simulators.onemin import OneMin

pytestmark = pytest.mark.usefixtures("unmeasured")

SIZE = (600, 400)
BOX = Box(100, 100, 200, 180)
SMALL = Box(30, 20, 50, 40)
KLEIN = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit")
SQUARES = Shapes(((1, 1),))


@pytest.fixture
async def source(session: Session) -> HistoryNode:
    return await opened(session, SIZE)


@pytest.fixture
async def small(session: Session) -> HistoryNode:
    """A picture whose parts are sent small: they are put back quickly."""
    return await opened(session, (96, 64))


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


@pytest.mark.usefixtures("small")
async def test_what_is_put_back_is_kept_with_the_node_and_recalled(session: Session) -> None:
    await selected(session, SMALL)
    session.selection.set_finish(Finish(feather=3))
    assert session.selection.crop is not None
    node = await made(session)
    assert (node.width, node.height) == (96, 64)
    assert node.patch is not None
    assert (node.crop, node.patch.sent, node.patch.finish.feather) == (session.crop, session.selection.sent, 3)
    assert node.mask == session.mask
    session.selection.clear()
    await settled(session.selection)
    session.selection.set_finish(Finish())
    session.recall(node, "all")
    await settled(session.selection)
    assert box_of(session) == SMALL
    assert (session.selection.crop, session.selection.sent) == (node.crop, node.patch.sent)
    assert session.selection.finish == node.patch.finish
    await undone(session)
    assert not session.selection.is_set


@pytest.mark.usefixtures("source")
async def test_the_price_counts_what_is_sent(session: Session) -> None:
    assert session.megapixels(SEPIA, False)[0] == [0.24]
    await selected(session)
    assert session.megapixels(SEPIA, False)[0] == [1024 * 1024 / 1e6]
    assert session.inputs(SEPIA, generate=True).patch is None


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


@pytest.mark.usefixtures("small")
async def test_an_edit_waits_for_a_region_that_is_still_worked_out(session: Session) -> None:
    def act() -> None:
        session.selection.combine(rectangle((96, 64), SMALL), "replace", "rectangle")
        session.selection.grow(10)

    node = await made(session, act)
    assert node.mask == session.mask
    assert stored(session).box == SMALL.grown(10)
    assert node.patch is not None


@pytest.mark.usefixtures("small")
async def test_no_other_picture_is_sent_than_the_one_that_the_edit_was_meant_for(session: Session) -> None:
    other, _ = session.pictures.open_bytes(picture(96, 64, colour="#2030a0"), "other.png")
    told: asyncio.Future[FluxError] = asyncio.get_running_loop().create_future()
    session.failed.connect(told.set_result)
    session.selection.combine(rectangle((96, 64), SMALL), "replace", "rectangle")
    assert session.submit(SEPIA) is None
    session.edit_further(other)
    async with asyncio.timeout(10):
        assert "does not fit" in (await told).title
    assert not session.queue.jobs


@pytest.mark.usefixtures("source")
async def test_what_would_be_sent_waits_for_the_region_too(session: Session) -> None:
    session.selection.combine(rectangle(SIZE, BOX), "replace", "rectangle")
    told = asyncio.get_running_loop().create_future()
    session.work_out_outgoing(KLEIN, False, told.set_result)
    outgoing = await told
    assert [(file.width, file.height) for file in outgoing.files] == [(1024, 1024)]


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


@pytest.mark.usefixtures("source")
async def test_a_part_is_asked_for_in_its_own_shape(session: Session) -> None:
    """The recipe stays the user's: what it says of the shape does not hold for a part."""
    recipe = Recipe("sepia", "bfl", "flux-2-klein-4b-edit", {"size": "512x2048"})
    await selected(session)
    told = asyncio.get_running_loop().create_future()
    session.work_out_outgoing(recipe, False, told.set_result)
    sent = {field.field: field.value for field in (await told).fields}
    assert (sent["width"], sent["height"]) == session.selection.sent
    assert session.megapixels(recipe, False)[1] == [1024 * 1024 / 1e6]


@pytest.mark.usefixtures("small")
async def test_a_host_is_asked_for_the_shape_of_the_part_and_the_recipe_stays(session: Session, host: OneMin) -> None:
    await selected(session, SMALL)
    node = await made(session, recipe=KLEIN.with_params(aspect_ratio="16:9", megapixels="1"))
    (order,) = host.orders
    assert order["promptObject"]["aspect_ratio"] == "match_input_image"
    assert order["promptObject"]["megapixels"] == "0.25"
    assert node.recipe is not None
    assert node.recipe.params["aspect_ratio"] == "16:9"


@pytest.mark.usefixtures("small")
async def test_the_part_goes_along_to_another_provider(session: Session, host: OneMin) -> None:
    await selected(session, SMALL)
    host.fault(answer("POST /api/assets", 401, {}))
    jobs: list[Job] = []
    session.queue.job_added.connect(jobs.append)
    session.submit(KLEIN)
    await jobs[0].wait()
    assert jobs[0].state is JobState.FAILED
    session.selection.clear()
    await settled(session.selection)
    session.use_instead(jobs[0], session.queue.provider("fal").model(KLEIN.model))
    await settled(session.selection)
    assert box_of(session) == SMALL
    assert session.selection.crop == jobs[0].record.crop
    await undone(session)
    assert not session.selection.is_set


@pytest.mark.usefixtures("small")
async def test_an_extended_picture_is_larger_and_the_old_one_is_in_it(session: Session) -> None:
    source = session.source
    assert source is not None
    session.selection.set_extent((-32, 0, 128, 64))
    node = await made(session)
    assert (node.width, node.height) == (128, 64)
    assert node.patch is not None
    assert node.patch.extent == (-32, 0, 128, 64)
    inner = session.pictures.image(node).crop((32 + 16, 0, 128, 64))
    assert inner.tobytes() == session.pictures.image(source).crop((16, 0, 96, 64)).tobytes()
    session.selection.clear()
    await settled(session.selection)
    session.recall(node, "all")
    await settled(session.selection)
    assert session.selection.extent == node.patch.extent
    session.edit_further(node)
    assert not session.selection.is_set, "it is a region of the picture before"
