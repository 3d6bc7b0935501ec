"""Deleted, restored, dropped: nothing dangles, and nothing goes that somebody needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
from flux_desktop.services.storage import Dropped
from tests.services.sessions import fresh, opened, submitted, until
from tests.services.support import FEATURES, Home, held, picture, stop_at
from tests.simulators.onemin import OneMin

pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture
async def source(session: Session) -> HistoryNode:
    return await opened(session)


@pytest.fixture
async def results(session: Session, source: HistoryNode) -> list[HistoryNode]:
    """Three results with different bytes."""
    assert session.source == source
    prompts = ("sepia", "black and white", "invert the colors")
    return [await submitted(session, Recipe(prompt, "offline", "offline-edit")) for prompt in prompts]


async def emptied(session: Session) -> Dropped:
    found: list[Dropped] = []
    session.trash.empty(found.append)
    await until(lambda: found)
    return found[0]


def ids(*nodes: HistoryNode | None) -> list[str]:
    return [node.id if node else "" for node in nodes]


def has(session: Session, node: HistoryNode) -> bool:
    return session.pictures.assets.has(node.asset)


async def test_a_delete_is_undone_with_marks_and_files(session: Session, results: list[HistoryNode]) -> None:
    removed: list[tuple[str, ...]] = []
    restored: list[tuple[HistoryNode, ...]] = []
    session.nodes_removed.connect(removed.append)
    session.nodes_restored.connect(restored.append)
    session.marks.rate(results[:1], 4)
    session.trash.delete(results[:2])
    await session.undo.settle()
    all_three = ids(*results)
    assert removed == [tuple(all_three[:2])]
    assert session.library.result_ids() == all_three[2:]
    assert session.undo.undo_words == "Undo delete of 2 results"
    session.undo.undo()
    await session.undo.settle()
    assert [[(node.id, node.rating, node.trashed) for node in nodes] for nodes in restored] == [
        [(all_three[0], 4, None), (all_three[1], 0, None)]
    ]
    assert session.library.result_ids() == all_three[::-1]
    session.undo.redo()
    await session.undo.settle()
    assert session.library.result_ids() == all_three[2:]
    assert all(has(session, node) for node in results)


async def test_a_restore_is_undone_too(session: Session, results: list[HistoryNode]) -> None:
    session.trash.delete(results[:1])
    await session.undo.settle()
    session.trash.restore(results)
    await session.undo.settle()
    assert session.undo.undo_words == "Undo restore of a result"
    assert fresh(session, results[0]).trashed is None
    session.undo.undo()
    await session.undo.settle()
    assert fresh(session, results[0]).trashed is not None
    before = session.undo.undo_words
    session.trash.delete(results[:1])
    session.trash.restore(results[1:])
    assert session.undo.undo_words == before


async def test_a_starred_one_asks_first(session: Session, results: list[HistoryNode]) -> None:
    asked: list[tuple[tuple[HistoryNode, ...], Callable[[], None]]] = []
    session.asked_delete.connect(lambda nodes, go_on: asked.append((nodes, go_on)))
    session.marks.star(results[:1], True)
    await session.undo.settle()
    session.trash.delete(results)
    await session.undo.settle()
    assert [ids(*nodes) for nodes, _ in asked] == [ids(*results)]
    assert session.library.trashed_ids() == []
    asked[0][1]()
    await session.undo.settle()
    assert len(session.library.trashed_ids()) == 3


async def test_nothing_hangs_on_what_was_deleted(
    session: Session, source: HistoryNode, results: list[HistoryNode]
) -> None:
    first, second, third = results
    session.edit_further(second)
    child = await submitted(session)
    session.set_references((first, second))
    session.compare_with(second)
    session.show(second)
    session.trash.delete([second])
    await session.undo.settle()
    assert (session.source, session.current, session.partner) == (source, source, None)
    assert ids(*session.references) == ids(first)
    assert fresh(session, child).trashed is None
    session.undo.undo()
    await session.undo.settle()
    assert ids(session.source, session.current, session.partner) == ids(second, second, second)
    assert ids(*session.references) == ids(first, second)
    session.show(third)
    session.trash.delete([source, third])
    await session.undo.settle()
    assert ids(session.source, session.current) == ids(second, second)


async def test_who_shows_a_neighbour_in_answer_decides(session: Session, results: list[HistoryNode]) -> None:
    session.show(results[0])
    session.nodes_removed.connect(lambda ids: session.show(results[1]))
    session.trash.delete(results[:1])
    await session.undo.settle()
    assert ids(session.current) == ids(results[1])
    session.undo.undo()
    await session.undo.settle()
    assert ids(session.current) == ids(results[0])


async def test_the_open_picture_can_be_deleted(session: Session, source: HistoryNode) -> None:
    session.trash.delete([source])
    await session.undo.settle()
    assert (session.source, session.current) == (None, None)
    assert session.undo.undo_words == "Undo delete of a picture"


async def test_an_original_that_is_opened_again_comes_back(session: Session, source: HistoryNode) -> None:
    restored: list[HistoryNode] = []
    said: list[str] = []
    session.nodes_restored.connect(restored.extend)
    session.notified.connect(said.append)
    session.trash.delete([source])
    await session.undo.settle()
    assert await opened(session) == source
    assert restored == [source]
    assert said == ["It was in the trash, and is back."]
    assert fresh(session, source).trashed is None


async def test_emptying_removes_rows_and_files_for_good(session: Session, results: list[HistoryNode]) -> None:
    gone: list[str] = []
    session.trash_emptied.connect(gone.extend)
    for node in results:
        session.pictures.thumbnail(node)
    size = session.pictures.assets.size(results[0].asset)
    session.trash.delete(results[:1])
    dropped = await emptied(session)
    assert dropped == Dropped((results[0].id,), size)
    assert gone == [results[0].id]
    assert session.library.node(results[0].id) is None
    assert not has(session, results[0])
    assert session.pictures.assets.thumbnail(results[0].asset) is None
    assert all(has(session, node) for node in results[1:])
    assert "delete" not in session.undo.undo_words
    assert await emptied(session) == Dropped()


async def test_only_trash_is_dropped(session: Session, results: list[HistoryNode]) -> None:
    found: list[Dropped] = []
    session.trash.delete(results[:1])
    session.trash.drop(results[:2], found.append)
    await until(lambda: found)
    assert found[0].nodes == (results[0].id,)
    assert fresh(session, results[1]).trashed is None


async def test_what_somebody_needs_stays(session: Session, source: HistoryNode, results: list[HistoryNode]) -> None:
    """The same bytes in two nodes; what a living node was made from; what the next edit points at."""
    first, second, third = results
    twin = await submitted(session)
    assert twin.asset == first.asset
    session.edit_further(second)
    await submitted(session)
    session.set_references((third,))
    session.trash.delete([first, second, third, source])
    await session.undo.settle()
    session.set_references((third,))
    dropped = await emptied(session)
    assert set(dropped.nodes) == {first.id, third.id}
    assert all(has(session, node) for node in (first, second, third, source))
    assert fresh(session, second).trashed is not None


async def test_nothing_goes_while_a_job_needs_it(session: Session, source: HistoryNode, host: OneMin) -> None:
    gate = stop_at(host, FEATURES)
    job = session.submit(Recipe("x", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"}))
    assert job is not None
    await held(host, gate)
    session.trash.delete([source])
    assert (await emptied(session)).nodes == ()
    assert has(session, source)
    host.release(gate)
    await job.wait()
    assert job.nodes[0].root == source.id


async def test_another_window_respects_a_job(home: Home, session: Session, source: HistoryNode, host: OneMin) -> None:
    gate = stop_at(host, FEATURES)
    job = session.submit(Recipe("x", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"}))
    assert job is not None
    await held(host, gate)
    other = home.start().session()
    other.trash.delete([source])
    assert (await emptied(other)).nodes == ()
    assert has(session, source)
    await other.close()
    host.release(gate)
    await job.wait()


async def test_a_delete_that_cannot_be_written(home: Home, session: Session, results: list[HistoryNode]) -> None:
    errors: list[FluxError] = []
    session.failed.connect(errors.append)
    session.show(results[0])
    with home.refusing("UPDATE ON nodes"):
        session.trash.delete(results)
        await session.undo.settle()
    assert len(errors) == 1
    assert ids(session.current) == ids(results[0])
    assert session.library.trashed_ids() == []


async def test_a_restore_asked_for_before_the_emptying_counts(session: Session, results: list[HistoryNode]) -> None:
    session.trash.delete(results)
    session.undo.undo()
    assert (await emptied(session)).nodes == ()
    assert all(fresh(session, node).trashed is None for node in results)


async def test_what_was_dropped_elsewhere_does_not_come_back(
    home: Home, program: Program, session: Session, results: list[HistoryNode]
) -> None:
    session.show(results[0])
    session.trash.delete(results[:1])
    await session.undo.settle()
    other = home.start().session()
    await emptied(other)
    await other.close()
    session.undo.undo()
    await session.undo.settle()
    assert session.current == session.source
    assert session.library.node(results[0].id) is None


async def test_a_picture_that_was_pasted_twice_is_one(session: Session, source: HistoryNode) -> None:
    session.trash.delete([source])
    await session.undo.settle()
    session.add_reference_bytes(picture(), "again.png")
    await until(lambda: session.references)
    assert session.references == (source,)
