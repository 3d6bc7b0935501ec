"""Stars, ratings and notes: written in the background, told, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.assembly import Program
from flux_desktop.services.node_marks import LONGEST_NOTE
from flux_desktop.services.session import Session
from tests.services.sessions import fresh, opened, submitted, until
from tests.services.support import Home

pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture
async def results(session: Session) -> list[HistoryNode]:
    await opened(session)
    return [await submitted(session) for _ in range(3)]


async def test_a_star_is_written_and_told_and_taken_back(session: Session, results: list[HistoryNode]) -> None:
    told: list[tuple[HistoryNode, ...]] = []
    session.nodes_changed.connect(told.append)
    session.marks.star(results[1:2], True)
    await session.undo.settle()
    session.marks.star(results, True)
    await session.undo.settle()
    assert [node.starred for node in told[-1]] == [True] * 3
    assert session.undo.undo_words == "Undo star of 3 results"
    session.undo.undo()
    await session.undo.settle()
    assert [fresh(session, node).starred for node in results] == [False, True, False]
    session.undo.redo()
    await session.undo.settle()
    assert [fresh(session, node).starred for node in results] == [True] * 3
    assert [node.id for node in told[-1]] == [node.id for node in results]


async def test_of_two_quick_ones_the_last_counts(session: Session, results: list[HistoryNode]) -> None:
    for rating in (1, 5, 2, 9):
        session.marks.rate(results[:1], rating)
    session.undo.undo()
    await session.undo.settle()
    assert fresh(session, results[0]).rating == 2
    session.marks.rate(results[:1], 0)
    await session.undo.settle()
    assert session.undo.undo_words == "Undo removal of the rating"
    assert fresh(session, results[0]).rating == 0


async def test_a_note_is_trimmed(session: Session, results: list[HistoryNode]) -> None:
    session.marks.note(results[0], "  the client's choice\n")
    await session.undo.settle()
    assert fresh(session, results[0]).note == "the client's choice"
    session.marks.note(results[0], "x" * 20_000)
    session.undo.undo()
    await session.undo.settle()
    assert fresh(session, results[0]).note == "the client's choice"
    session.undo.redo()
    await session.undo.settle()
    assert fresh(session, results[0]).note == "x" * LONGEST_NOTE


async def test_what_the_session_holds_is_fresh_and_nobody_is_told_of_another_picture(
    session: Session, results: list[HistoryNode]
) -> None:
    session.show(results[0])
    session.set_references((results[0],))
    session.compare_with(results[0])
    shown: list[object] = []
    session.current_changed.connect(shown.append)
    session.marks.star(results[:1], True)
    await session.undo.settle()
    for held in (session.current, session.partner, session.references[0]):
        assert held is not None
        assert held.starred
    session.show(fresh(session, results[0]))
    assert shown == []


async def test_an_export_marks_by_itself(session: Session, results: list[HistoryNode], tmp_path: Path) -> None:
    before = session.undo.undo_words
    session.export(results[0], tmp_path / "a.png")
    await until(lambda: fresh(session, results[0]).exported)
    assert not fresh(session, results[1]).exported
    assert session.undo.undo_words == before
    session.marks.exported(fresh(session, results[0]))


async def test_an_export_is_one_also_where_nothing_can_be_noted(
    session: Session, results: list[HistoryNode], tmp_path: Path
) -> None:
    failures: list[FluxError] = []
    session.failed.connect(failures.append)
    session.library.close()
    path = session.library.path
    path.rename(path.with_suffix(".away"))
    path.mkdir()
    session.marks.exported(results[0])
    await session.undo.settle()
    await until(lambda: not session._tasks._running)
    assert failures == []
    path.rmdir()
    path.with_suffix(".away").rename(path)


async def test_editing_further_marks_by_itself(session: Session, results: list[HistoryNode]) -> None:
    told: list[HistoryNode] = []
    session.nodes_changed.connect(told.extend)
    session.edit_further(results[0])
    await submitted(session)
    assert [node.edited for node in told if node.id == results[0].id][-1]


async def test_a_star_that_cannot_be_written(
    home: Home, program: Program, session: Session, results: list[HistoryNode]
) -> None:
    errors: list[FluxError] = []
    session.failed.connect(errors.append)
    before = session.undo.undo_words
    with home.refusing("UPDATE ON nodes"):
        session.marks.star(results, True)
        assert session.undo.undo_words == "Undo star of 3 results"
        await session.undo.settle()
    assert len(errors) == 1
    assert session.undo.undo_words == before
    assert not fresh(session, results[0]).starred


async def test_what_was_done_last_is_written_when_the_window_closes(
    program: Program, session: Session, results: list[HistoryNode]
) -> None:
    for node in results:
        session.marks.star([node], True)
    await session.close()
    assert [node.starred for node in program.queue.library.nodes([node.id for node in results])] == [True] * 3
