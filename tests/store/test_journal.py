"""A database that is lost altogether comes back from its journal, and from the pictures where that is lost too."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.change import Change
from flux_desktop.core.errors import Internal
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.containers import Notes, with_notes
from flux_desktop.imaging.origin import Origin
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.database import Database
from flux_desktop.store.history_table import insert_nodes
from flux_desktop.store.journal import Journal
from flux_desktop.store.library import Library
from flux_desktop.store.migrations import connect
from tests.store.examples import ASSET, RECIPE, library, node, nodes, pages_of


def journal(folder: Path) -> Path:
    return folder / "library.journal"


def keep(folder: Path, data: bytes = b"a picture") -> str:
    return AssetStore(folder / "assets", folder / "thumbnails").keep(data)


def picture(colour: str = "red") -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return file.getvalue()


def lose(folder: Path) -> None:
    for name in ("library.sqlite", "library.sqlite-wal", "library.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)


def all_of(kept: Library) -> list[HistoryNode]:
    return kept.nodes_at(range(1, 10_000))


def rebuilt(folder: Path) -> list[HistoryNode]:
    """What comes back when the database is deleted."""
    lose(folder)
    kept = library(folder)
    found = all_of(kept)
    kept.close()
    return found


@pytest.fixture
def asset(tmp_path: Path) -> str:
    return keep(tmp_path)


def small_tree(asset: str) -> list[HistoryNode]:
    return [
        node("root", None, parent=None, asset=asset, name="cat.jpg", path="/pictures/cat.jpg"),
        node("a", "make it red", asset=asset, references=(asset,), crop=(1, 2, 3, 4), seed=2**70),
        node("b", "make it blue", parent="a", asset=asset, mask=asset, job="j"),
    ]


def fill(kept: Library, asset: str) -> None:
    """A small tree with everything that may be changed about it."""
    kept.add_nodes(small_tree(asset))
    kept.add_nodes([node("purged", "a secret", asset=asset), node("trashed", asset=asset)])
    kept.mark(["a", "b"], starred=True, rating=4, note="for Müller")
    kept.mark(["b"], starred=False, exported=True)
    kept.trash(["purged", "trashed", "a"], 9.0)
    kept.restore(["a"])
    kept.purge(["purged"])
    kept.rename(small_tree(asset)[0], "dog.jpg", "/pictures/dog.jpg")
    kept.set_change(kept.nodes(["a"])[0], Change(dx=3.0))


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def without_its_start(path: Path) -> None:
    path.write_bytes(path.read_bytes()[100_000:])


def with_its_start_overwritten(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes((bytes(100_000) + data[100_000:])[: len(data)])


LOSSES = [Path.unlink, zeros, without_its_start, with_its_start_overwritten, lambda path: os.truncate(path, 0)]


@pytest.mark.parametrize("damage", LOSSES, ids=["gone", "zeros", "cut", "overwritten", "empty"])
def test_a_database_that_is_lost_comes_back(tmp_path: Path, asset: str, damage: Callable[[Path], object]) -> None:
    kept = library(tmp_path)
    fill(kept, asset)
    before = all_of(kept)
    assert len(before) == 4
    kept.close()
    damage(tmp_path / "library.sqlite")
    kept = library(tmp_path)
    assert (all_of(kept), kept.result_ids(), kept.trashed_ids()) == (before, ["b", "a"], ["trashed"])
    assert kept.search("muller") == ["b", "a"]
    assert kept.children("root") == [found for found in before if found.id == "a"]
    (problem,) = kept.problems
    assert "Rebuilt from its journal, with recipes and marks: 4 pictures." in problem
    kept.add_node(node("later", asset=asset))
    assert kept.check() == kept.problems
    kept.close()
    assert [found.id for found in rebuilt(tmp_path)] == ["root", "a", "b", "trashed", "later"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(nodes, max_size=4, unique_by=lambda node: node.id))
def test_whatever_a_node_holds_comes_back(tmp_path_factory: pytest.TempPathFactory, made: list[HistoryNode]) -> None:
    folder = tmp_path_factory.mktemp("any")
    asset = keep(folder)
    kept = library(folder)
    kept.add_nodes([replace(node, asset=asset) for node in made])
    before = all_of(kept)
    kept.close()
    assert rebuilt(folder) == before


def test_what_is_readable_counts_before_what_the_journal_says(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes([node(f"n{index}", asset=asset) for index in range(200)])
    kept.close()
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:  # behind the journal's back
        connection.execute("UPDATE nodes SET rating = 5 WHERE id = 'n0'")
        connection.commit()
    page = max(pages_of(tmp_path / "library.sqlite", "nodes"))
    with (tmp_path / "library.sqlite").open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    kept = library(tmp_path)
    kept.check()
    assert [found.id for found in all_of(kept)] == [f"n{index}" for index in range(200)]
    assert kept.nodes(["n0"])[0].rating == 5
    assert "Rebuilt from its journal" in kept.problems[0]
    kept.close()


def test_nodes_whose_picture_is_lost_do_not_come_back_but_what_others_grew_from(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes([node("root", None, parent=None), node("a", asset=asset), node("b", asset="b" * 64)])
    kept.close()
    lose(tmp_path)
    kept = library(tmp_path)
    assert [found.id for found in all_of(kept)] == ["root", "a"]
    (problem,) = kept.problems
    assert "with recipes and marks: 2 pictures." in problem
    assert "Known, but without a file until you restore a backup: 1 picture." in problem
    kept.check()  # writes the journal anew
    kept.close()
    (aside,) = tmp_path.glob("library.corrupt-*.journal")
    assert list(Journal(aside).read().entries) == ["root", "a", "b"]


def test_the_journal_of_an_older_library_is_written_by_the_check_and_not_at_the_start(
    tmp_path: Path, asset: str
) -> None:
    kept = library(tmp_path)
    fill(kept, asset)
    before = all_of(kept)
    kept.close()
    journal(tmp_path).unlink()
    kept = library(tmp_path)
    kept.result_ids()
    assert not journal(tmp_path).exists()
    assert kept.check() == ()
    kept.close()
    assert rebuilt(tmp_path) == before


def test_one_that_began_later_than_its_library_is_made_whole(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_node(node("old", asset=asset))
    journal(tmp_path).unlink()
    kept.add_node(node("new", asset=asset))
    assert not Journal(journal(tmp_path)).read().is_whole
    kept.check()
    kept.close()
    assert [found.id for found in rebuilt(tmp_path)] == ["old", "new"]


def test_a_check_leaves_a_good_journal_alone(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    before = journal(tmp_path).stat()
    kept.check()
    after = journal(tmp_path).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    kept.close()


def test_what_was_purged_is_forgotten(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    fill(kept, asset)
    assert b"a secret" in journal(tmp_path).read_bytes()
    kept.check()
    assert b"a secret" not in journal(tmp_path).read_bytes()
    kept.close()


def test_it_does_not_grow_without_end(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes([node(f"n{index}", asset=asset) for index in range(100)])
    for rating in (1, 2, 3, 4, 5) * 3:
        kept.mark([f"n{index}" for index in range(100)], rating=rating)
    large = journal(tmp_path).stat().st_size
    kept.check()
    assert journal(tmp_path).stat().st_size < large / 10
    before = all_of(kept)
    kept.close()
    assert rebuilt(tmp_path) == before


@pytest.mark.parametrize("damage", [b"", b'\n00000000 ["a"', b"\0" * 500, b"\n\xff" + os.urandom(99)])
def test_a_line_that_was_cut_short_costs_itself_and_no_other(tmp_path: Path, asset: str, damage: bytes) -> None:
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    with journal(tmp_path).open("ab") as file:
        file.write(damage)
    kept.add_node(node("later", asset=asset))
    kept.close()
    assert [found.id for found in rebuilt(tmp_path)] == ["root", "a", "b", "later"]


def test_any_damage_costs_the_lines_it_hits(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes([node(f"n{index}", asset=asset) for index in range(50)])
    kept.close()
    data = bytearray(journal(tmp_path).read_bytes())
    data[len(data) // 2] ^= 1
    journal(tmp_path).write_bytes(data)
    assert len(rebuilt(tmp_path)) == 49


def test_what_was_noted_but_never_happened_is_set_right(tmp_path: Path, asset: str) -> None:
    """A process that is stopped between its line and its commit: the next one that writes knows better."""
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    kept.close()
    with closing(connect(tmp_path / "library.sqlite")) as connection:
        stopped = Journal(journal(tmp_path))
        stopped.follow(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE nodes SET rating = 5 WHERE id = 'a'")
        connection.execute("DELETE FROM nodes WHERE id = 'b'")
        stopped.append(connection)
        connection.execute("ROLLBACK")
    kept = library(tmp_path)
    kept.mark(["root"], starred=True)
    before = all_of(kept)
    kept.close()
    assert len(before) == 3
    assert rebuilt(tmp_path) == before


def test_a_commit_that_fails_is_set_right_with_the_next_one(tmp_path: Path, asset: str) -> None:
    database = Database(tmp_path / "library.sqlite")

    def break_a_rule(connection: sqlite3.Connection) -> None:
        insert_nodes(connection, [node("a", asset=asset)])
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO orders VALUES (1, 'no job', 0, '', '', NULL, '', NULL)")

    with pytest.raises(Internal):
        database.write(break_a_rule)
    assert b'"a"' in journal(tmp_path).read_bytes()
    database.write(lambda connection: insert_nodes(connection, [node("b", asset=asset)]))
    database.close()
    assert [found.id for found in rebuilt(tmp_path)] == ["b"]


def test_where_it_cannot_be_written_nothing_else_is_lost(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    whole = journal(tmp_path).read_bytes()
    journal(tmp_path).unlink()
    journal(tmp_path).mkdir()  # nobody can write to a folder
    kept.add_node(node("meanwhile", asset=asset))
    assert kept.check()[-1].startswith("The journal of the library cannot be written")
    journal(tmp_path).rmdir()
    journal(tmp_path).write_bytes(whole)
    kept.add_node(node("later", asset=asset))
    kept.close()
    assert [found.id for found in rebuilt(tmp_path)] == ["root", "a", "b", "meanwhile", "later"]


NO_ROOM = """
import resource, sys
from pathlib import Path
from flux_desktop.store.journal import Journal
from tests.store.examples import library

kept = library(Path(sys.argv[1]))
journal = Journal.of(kept.path)
with journal.path.open("ab") as file:
    file.write(bytes(10_000_000))  # so that it is the largest of all files
size = journal.path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
kept.mark(["a"], rating=5)
print(kept.node("a").rating, journal.path.stat().st_size - size, journal.is_fit(set()))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
if sys.argv[2] == "mark":
    kept.mark(["b"], rating=4)
else:
    kept.check()
kept.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="the system has no limit on the size of a file")
@pytest.mark.parametrize("then", ["mark", "check"])
def test_what_a_full_disk_cut_short_follows_when_there_is_room(tmp_path: Path, asset: str, then: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    kept.close()
    program = [sys.executable, "-c", NO_ROOM, str(tmp_path), then]
    told = subprocess.run(program, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["5", "100", "False"]
    assert [found.rating for found in rebuilt(tmp_path)] == [0, 5, 4 if then == "mark" else 0]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_can_read_it(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    fill(kept, asset)
    assert journal(tmp_path).stat().st_mode & 0o777 == 0o600
    kept.check()
    assert journal(tmp_path).stat().st_mode & 0o777 == 0o600
    kept.close()


def test_pictures_come_back_where_the_journal_is_lost_too(tmp_path: Path) -> None:
    red = keep(tmp_path, picture("red"))
    keep(tmp_path, b"no picture")
    made = Origin(RECIPE, 7, "n", "r", ASSET)
    with_recipe = with_notes(picture("blue"), "image/png", Notes(text=made.to_text()))
    assert with_recipe is not None
    blue = keep(tmp_path, with_recipe)
    damaged = keep(tmp_path, picture("grey"))
    path = AssetStore(tmp_path / "assets", tmp_path / "thumbnails").path(damaged)
    path.chmod(0o600)
    path.write_bytes(picture("green"))
    kept = library(tmp_path)
    found = {node.asset: node for node in all_of(kept)}
    assert found.keys() == {red, blue}
    assert (found[red].is_original, found[red].name, found[red].width) == (True, f"Recovered {red[:8]}", 40)
    assert (found[blue].recipe, found[blue].seed) == (RECIPE, 7)
    (problem,) = kept.problems
    assert "Found besides, and called “Recovered …”: 2 pictures." in problem
    kept.close()


def test_a_new_library_finds_nothing_to_rebuild(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    kept = library(tmp_path)
    assert kept.problems == ()
    kept.close()


def test_a_journal_that_cannot_be_read_is_none(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_nodes(small_tree(asset))
    kept.close()
    journal(tmp_path).unlink()
    journal(tmp_path).mkdir()
    assert rebuilt(tmp_path) == []


def test_what_is_refused_leaves_no_line(tmp_path: Path, asset: str) -> None:
    kept = library(tmp_path)
    kept.add_node(node("a", asset=asset))
    before = journal(tmp_path).read_bytes()
    with pytest.raises(Internal):
        kept.add_nodes([node("b"), node("a")])
    assert journal(tmp_path).read_bytes() == before
    kept.close()
