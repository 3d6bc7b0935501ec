"""Feather, place, colours and opacity of a region's result, changed after the run without another order."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Finish
from flux_desktop.services.assembly import Program
from flux_desktop.services.finishing import Draft, Preview
from flux_desktop.services.session import Session
from tests.services.test_regions import SEPIA, disc, inputs, opened, pixels

SOFT = Finish(feather=30.0, opacity=0.5)


@pytest.fixture
async def node(program: Program) -> HistoryNode:
    job = program.queue.submit(SEPIA, inputs(program, opened(program)))
    await job.wait()
    return job.nodes[0]


async def drafted(session: Session, node: HistoryNode) -> Draft:
    found: asyncio.Future[Draft] = asyncio.get_running_loop().create_future()
    session.finishing.open(node, found.set_result, found.set_exception)
    return await found


async def applied(session: Session, draft: Draft, finish: Finish) -> HistoryNode:
    found: asyncio.Future[HistoryNode] = asyncio.get_running_loop().create_future()
    session.finishing.apply(draft, finish, found.set_result, found.set_exception)
    return await found


async def test_a_new_result_without_a_new_order(session: Session, program: Program, node: HistoryNode) -> None:
    new = await applied(session, await drafted(session, node), SOFT)
    assert (new.parent, new.mask, new.crop, new.recipe) == (node.parent, node.mask, node.crop, node.recipe)
    assert (new.cost, new.job) == (None, None)
    assert new.patch is not None
    assert node.patch is not None
    assert (new.patch.finish, new.patch.raw) == (SOFT, node.patch.raw)
    source = program.queue.library.node(node.parent or "")
    assert source is not None
    before, sharp, soft = (pixels(program, one.asset).astype(int) for one in (source, node, new))
    outside = np.asarray(disc().image()) == 0
    assert (soft[outside] == before[outside]).all()
    assert 0 < np.abs(soft - before).sum() < 0.7 * np.abs(sharp - before).sum()
    assert len(program.queue.jobs) == 1


async def test_it_can_be_undone(session: Session, program: Program, node: HistoryNode) -> None:
    new = await applied(session, await drafted(session, node), SOFT)
    session.undo.undo()
    await session.undo.settle()
    kept = program.queue.library.node(new.id)
    assert kept is not None
    assert kept.trashed is not None


async def test_the_preview_is_what_will_be_made(session: Session, program: Program, node: HistoryNode) -> None:
    draft = await drafted(session, node)
    found: asyncio.Future[Preview] = asyncio.get_running_loop().create_future()
    session.finishing.preview(draft, SOFT, found.set_result)
    box, image = await found
    new = await applied(session, draft, SOFT)
    assert (np.asarray(image) == pixels(program, new.asset)[box.top : box.bottom, box.left : box.right]).all()


@pytest.mark.expected_log
async def test_after_a_preview_that_failed_the_next_one_comes(session: Session, node: HistoryNode) -> None:
    draft = await drafted(session, node)
    failed: asyncio.Future[FluxError] = asyncio.get_running_loop().create_future()
    found: asyncio.Future[Preview] = asyncio.get_running_loop().create_future()
    session.failed.connect(failed.set_result)
    session.finishing.preview(draft, Finish(feather=float("nan")), lambda _: None)
    await failed
    session.finishing.preview(draft, SOFT, found.set_result)
    async with asyncio.timeout(10):
        assert not (await found).box.is_empty


async def test_of_many_previews_the_last_one_comes(session: Session, node: HistoryNode) -> None:
    draft = await drafted(session, node)
    seen: list[float] = []
    last: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def see(opacity: float) -> None:
        seen.append(opacity)
        if opacity == 1.0:
            last.set_result(None)

    for tenth in range(1, 11):
        session.finishing.preview(draft, Finish(opacity=tenth / 10), lambda _, at=tenth / 10: see(at))  # type: ignore[misc]
    await last
    assert seen[-1] == 1.0
    assert len(seen) < 10


async def test_a_result_of_a_whole_picture_can_not(session: Session, program: Program) -> None:
    original = opened(program)
    assert not session.finishing.can(original)
    with pytest.raises(InputError):
        await drafted(session, original)


async def test_what_is_lost_is_told(session: Session, program: Program, node: HistoryNode) -> None:
    assert node.patch is not None
    program.pictures.assets.path(node.patch.raw).unlink()
    with pytest.raises(FluxError):
        await drafted(session, node)


async def test_nothing_else_was_changed(session: Session, program: Program, node: HistoryNode) -> None:
    session.changes.ask_for(node)
    await session.changes.settle()
    kept = program.queue.library.node(node.id)
    assert kept is not None
    assert kept.change is not None
    assert kept.change.words() == ("unchanged",)
    assert session.changes.look(node).change.moved == 0
