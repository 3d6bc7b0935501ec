"""What the next job gets of the region, and what becomes of that."""

from __future__ import annotations

import asyncio

import pytest

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Finish
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from tests.services.selections import (
    BOX,
    KLEIN,
    SIZE,
    SMALL,
    box_of,
    made,
    opened,
    selected,
    settled,
    stored,
    undone,
)
from tests.services.sessions import SEPIA
from tests.services.support import picture
from tests.simulators.faults import answer
from tests.simulators.onemin import OneMin

pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture
async def source(session: Session) -> HistoryNode:
    return await opened(session, SIZE)


@pytest.fixture
async def small(session: Session) -> HistoryNode:
    """A picture whose parts are sent small: they are put back quickly."""
    return await opened(session, (96, 64))


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
