"""Files of older versions are brought up to date with a copy kept; those of newer ones are left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import FileProblem
from flux_desktop.core.price import Cost
from flux_desktop.store.library import Library
from flux_desktop.store.migrations import MIGRATIONS
from tests.store.examples import node
from tests.store.old_versions import VERSIONS

NEWER = (*MIGRATIONS, ("ALTER TABLE nodes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",))
BROKEN = (*MIGRATIONS, ("CREATE TABLE stars (id TEXT) STRICT", "ALTER TABLE nowhere ADD COLUMN stars INTEGER"))


def schema(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return ["".join(sql.split()) for (sql,) in rows]


def test_there_is_an_old_file_for_every_version() -> None:
    assert len(VERSIONS) == len(MIGRATIONS)


@pytest.mark.parametrize("write", VERSIONS)
def test_an_old_file_opens_with_all_that_is_in_it(tmp_path: Path, write: Callable[[Path], None]) -> None:
    path = tmp_path / "library.sqlite"
    write(path)
    kept = Library(path)
    assert kept.problems == ()
    assert kept.result_ids() == kept.search("red") == ["red"]
    original, red = kept.nodes(["root", "red"])
    assert (original.path, original.is_original) == ("/pictures/cat.jpg", True)
    assert (red.seed, red.cost, red.parent, red.job) == (0, Cost(0.25, kind="billed"), "root", "done")
    done, paid = kept.jobs()
    assert (done.state, done.notes, done.seconds) == (JobState.DONE, ("a note",), {"run": 0.4})
    assert (paid.orders[0].ticket, paid.references) == ({"id": "t1"}, ("asset-1",))
    assert kept.jobs(unfinished=True) == [paid]
    assert kept.spent() == {"USD": 0.25}
    kept.add_node(node("new"))
    kept.close()
    Library(tmp_path / "fresh.sqlite").close()
    assert schema(path) == schema(tmp_path / "fresh.sqlite")


def test_a_migration_leaves_a_copy_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    old = Library(path)
    old.add_node(node("a"))
    old.close()
    newer = Library(path, NEWER)
    newer.add_node(node("b"))
    assert newer.result_ids() == ["b", "a"]
    newer.close()

    copy = Library(tmp_path / f"library.version-{len(MIGRATIONS)}.sqlite")
    assert (copy.result_ids(), copy.problems) == (["a"], ())
    copy.close()


def test_a_newer_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library(path, NEWER).close()
    before = path.read_bytes()
    with pytest.raises(FileProblem, match="newer version"):
        Library(path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*corrupt*"))


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    kept = Library(path)
    kept.add_node(node("a"))
    kept.close()
    before = schema(path)
    with pytest.raises(FileProblem, match=f"cannot be brought to version {len(BROKEN)}"):
        Library(path, BROKEN)
    assert schema(path) == before
    kept = Library(path)
    assert (kept.result_ids(), kept.problems) == (["a"], ())
    kept.close()


def test_a_step_that_another_process_has_done_is_not_done_again(tmp_path: Path) -> None:
    from flux_desktop.store.migrations import migrate

    path = tmp_path / "library.sqlite"
    Library(path, NEWER).close()
    migrate(path, NEWER, len(MIGRATIONS))
    Library(path, NEWER).close()


def test_the_prompt_index_follows_every_change(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    kept = Library(path)
    kept.add_nodes([node("a", "red coat"), node("b", "blue coat")])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE nodes SET prompt = 'green coat' WHERE id = 'a'")
        connection.execute("DELETE FROM nodes WHERE id = 'b'")
        connection.execute("INSERT INTO prompt_index (prompt_index) VALUES ('integrity-check')")
    assert (kept.search("green"), kept.search("red"), kept.search("coat")) == (["a"], [], ["a"])
    kept.close()
