"""A stored picture that is missing or damaged: it is said, with what to do, and everything else works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FileProblem, FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.assembly import Program
from flux_desktop.services.export import Exporter
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.session import Session
from tests.services.sessions import opened, submitted
from tests.services.support import end_of, offline, picture
from tests.simulators.onemin import OneMin


def remove(path: Path) -> None:
    path.unlink()


def change(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(picture(colour="#00ff00"))


def cut(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:40])


lost = pytest.mark.parametrize(("lose", "word"), [(remove, "missing"), (change, "damaged"), (cut, "damaged")])
Lose = Callable[[Path], None]


def lose_one(program: Program, lose: Lose, colour: str = "#a03020") -> HistoryNode:
    node, _ = program.pictures.open_bytes(picture(colour=colour), "photo.png")
    lose(program.pictures.assets.path(node.asset))
    return node


@lost
def test_it_is_told_and_nothing_else_suffers(program: Program, tmp_path: Path, lose: Lose, word: str) -> None:
    node = lose_one(program, lose)
    other, _ = program.pictures.open_bytes(picture(60, 40, "#0000ff"), "other.png")
    exporter = Exporter(program.pictures)
    for use in (
        lambda: program.pictures.image(node),
        lambda: program.pictures.reduced(node, 256),
        lambda: program.pictures.thumbnail(node),
        lambda: exporter.export(node, tmp_path / "out.png"),
        lambda: exporter.export(node, tmp_path / "out.jpg"),
    ):
        with pytest.raises(FileProblem, match=f"A stored picture is {word}") as told:
            use()
        assert "Restore it from a backup" in told.value.hint
    assert not list(tmp_path.glob("out.*"))
    assert program.pictures.image(other).size == (60, 40)
    assert exporter.export(other, tmp_path / "other.png").exists()


@lost
def test_a_thumbnail_that_was_made_is_still_shown(program: Program, lose: Lose, word: str) -> None:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    thumbnail = program.pictures.thumbnail(node)
    lose(program.pictures.assets.path(node.asset))
    assert program.pictures.thumbnail(node) == thumbnail


@lost
async def test_an_edit_of_it_is_told_and_nothing_is_sent(program: Program, host: OneMin, lose: Lose, word: str) -> None:
    node = lose_one(program, lose)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit")
    job = program.queue.submit(recipe, Inputs(node.id, node.asset))
    assert await end_of(job) is JobState.FAILED
    assert job.error is not None
    assert job.error.title.startswith(f"A stored picture is {word}")
    assert host.orders == []
    assert await end_of(offline(program, data=picture(colour="#0000ff"))) is JobState.DONE


@lost
async def test_a_session_goes_on_with_others(session: Session, program: Program, lose: Lose, word: str) -> None:
    node, other = await opened(session), await opened(session, "other.png", "#0000ff")
    lose(program.pictures.assets.path(node.asset))
    result = await submitted(session)
    session.compare_with(node)
    assert session.partner == node
    session.show(node)
    assert (session.current, session.source) == (node, other)
    assert [kept.id for kept in session.library.nodes([result.id, node.id])] == [result.id, node.id]


def test_a_check_says_how_many_are_missing(program: Program) -> None:
    assert program.pictures.check() == ()
    node = lose_one(program, remove)
    (problem,) = program.pictures.check()
    assert problem.startswith("1 stored picture is missing. The history shows which")
    assert "assets from a backup" in problem
    lose_one(program, remove, "#0000ff")
    assert program.pictures.check()[0].startswith("2 stored pictures are missing.")
    program.pictures.open_bytes(picture(), "again.png")  # keeps the bytes again
    assert program.pictures.image(node).size == (48, 32)
    assert program.pictures.check()[0].startswith("1 stored picture is missing.")


def test_what_is_missing_can_be_put_back(program: Program) -> None:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    path = program.pictures.assets.path(node.asset)
    data = path.read_bytes()
    change(path)
    with pytest.raises(FluxError):
        program.pictures.image(node)
    path.write_bytes(data)
    assert program.pictures.image(node).size == (48, 32)
