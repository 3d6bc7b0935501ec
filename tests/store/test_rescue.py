"""A damaged library always opens, keeps what can be read, and says what happened."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.job import OrderState
from flux_desktop.core.price import Cost
from flux_desktop.store.database import Database
from flux_desktop.store.library import Library
from flux_desktop.store.migrations import MIGRATIONS, rescued
from flux_desktop.store.rows import Damaged
from tests.store.examples import job, library, node, pages_of

COUNT = 300
in_use = pytest.mark.skipif(os.name == "nt", reason="Windows does not replace a file that is open")
NEWER = (*MIGRATIONS, ("ALTER TABLE nodes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some hundred nodes and jobs, closed."""
    folder = tmp_path_factory.mktemp("whole")
    kept = library(folder)
    kept.add_nodes([node(f"n{index}", f"prompt {index}") for index in range(COUNT)])
    for index in range(20):
        kept.add_job(job(f"j{index}"))
        kept.finish_order(f"j{index}", 0, [node(f"made{index}")], Cost(1))
        kept.set_job_state(f"j{index}", JobState.DONE)
    kept.close()
    return folder / "library.sqlite"


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "library.sqlite"))


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def use_everything(kept: Library) -> None:
    """Whatever the damage, each of these gives an answer and none raises."""
    ids = kept.result_ids()
    kept.nodes(ids)
    kept.jobs()
    kept.ledger()
    kept.spent()
    kept.recent_prompts(10)
    kept.search("prompt")
    kept.children("root")
    kept.check()
    kept.add_node(node("added after"))
    kept.add_job(job("added after"))
    assert kept.result_ids()[0] == "added after"
    assert kept.search("jacket")[0] == "added after"
    kept.close()


def damages() -> Iterator[tuple[str, Callable[[Path], None]]]:
    dice = random.Random(20)

    def truncated(share: float) -> Callable[[Path], None]:
        return lambda path: os.truncate(path, int(path.stat().st_size * share))

    def noisy(length: int, seed: int) -> Callable[[Path], None]:
        def damage(path: Path) -> None:
            noise = random.Random(seed)
            overwrite(path, noise.randrange(path.stat().st_size - length), noise.randbytes(length))

        return damage

    for share in (0, 0.001, *(dice.random() for _ in range(6))):
        yield f"cut to {share:.3f}", truncated(share)
    for seed in range(12):
        yield f"noise {seed}", noisy(dice.choice([1, 16, 512, 4096, 20_000]), seed)
    for offset in (0, 16, 18, 28, 44, 56, 60, 100, 105):
        yield f"header {offset}", lambda path, offset=offset: overwrite(path, offset, b"\xff\x03")  # type: ignore[misc]


@pytest.mark.parametrize("damage", [pytest.param(damage, id=name) for name, damage in damages()])
def test_whatever_the_damage_it_opens_and_works(path: Path, damage: Callable[[Path], None]) -> None:
    damage(path)
    damaged = path.read_bytes()
    kept = Library(path)
    use_everything(kept)
    copies = list(path.parent.glob("library.corrupt-*.sqlite"))
    assert len(copies) == len(kept.problems) <= 1
    for copy in copies:
        assert copy.name in kept.problems[0]
        assert copy.stat().st_size >= len(damaged) * 0.9
    again = Library(path)
    assert again.check() == ()
    assert again.result_ids()[0] == "added after"
    again.close()
    left = {file.name for file in path.parent.iterdir() if not file.name.startswith("library.corrupt")}
    left -= {"library.lock"} if copies else set()
    assert left == {"library.sqlite", "library.journal"}


def test_one_lost_page_costs_only_what_stood_on_it(path: Path) -> None:
    pages = pages_of(path, "nodes")
    overwrite(path, (pages[len(pages) // 2] - 1) * 4096, bytes(4096))
    kept = Library(path)
    kept.check()
    found = kept.nodes([f"n{index}" for index in range(COUNT)])
    assert COUNT * 0.9 < len(found) < COUNT
    assert found[0].id == "n0"
    assert found[-1].id == f"n{COUNT - 1}"
    assert len(kept.jobs()) == 20
    assert f"{len(kept.result_ids())} pictures and 20 jobs" in kept.problems[0]
    kept.close()


def test_a_lost_first_page_costs_nothing(path: Path) -> None:
    """It lists the tables; all libraries have the same ones in the same places."""
    overwrite(path, 0, bytes(4096))
    kept = Library(path)
    assert len(kept.result_ids()) == COUNT + 20
    assert kept.result_ids()[-1] == "n0"
    assert kept.spent() == {"USD": 20.0}
    kept.close()


@pytest.mark.parametrize("damage", [b"\xc2(", b"\0\0\0\0"])
@pytest.mark.parametrize("table", ["nodes", "jobs", "ledger"])
def test_a_damaged_list_of_tables_costs_nothing(path: Path, table: str, damage: bytes) -> None:
    """SQLite quotes the list in its errors: where that is no text, Python cannot even read the error."""
    words = f"CREATE TABLE {table} ".encode()
    overwrite(path, path.read_bytes().index(words) + len(words) - len(table), damage)
    kept = Library(path)
    assert kept.count_results() == COUNT + 20
    assert len(kept.jobs()) == len(kept.ledger()) == 20
    assert len(kept.problems) == 1
    use_everything(kept)
    kept.close()


def test_a_damaged_index_costs_nothing(path: Path) -> None:
    for page in pages_of(path, "nodes_list"):
        overwrite(path, (page - 1) * 4096, bytes(4096))
    kept = Library(path)
    assert len(kept.result_ids()) == COUNT + 20
    assert len(kept.problems) == 1
    kept.close()


def test_a_row_that_makes_no_sense_is_left_out(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE nodes SET details = '{' WHERE id = 'n7'")
        connection.execute(
            "UPDATE nodes SET prompt = CAST(x'ff' AS TEXT), media_type = CAST(x'ff' AS TEXT) WHERE id = 'n8'"
        )
    kept = Library(path)
    assert [found.id for found in kept.nodes(["n6", "n7", "n8", "n9"])] == ["n6", "n8", "n9"]
    assert len(kept.problems) == 1
    kept.close()


def test_damage_that_comes_while_it_is_open_is_repaired(path: Path) -> None:
    kept = Library(path)
    page = pages_of(path, "ledger")[0]
    overwrite(path, (page - 1) * 4096, bytes(4096))
    assert kept.ledger() == []
    assert len(kept.problems) == 1
    assert len(kept.result_ids()) == COUNT + 20
    kept.close()


def test_several_threads_meet_the_damage_and_it_is_repaired_once(path: Path) -> None:
    overwrite(path, (pages_of(path, "nodes")[1] - 1) * 4096, bytes(4096))
    kept = Library(path)
    start, found = threading.Barrier(4), []

    def look() -> None:
        start.wait()
        found.append(len(kept.nodes([f"n{index}" for index in range(COUNT)])))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.problems) == 1
    assert len(found) == 4
    assert len(set(found)) == 1
    kept.close()


@in_use
def test_damage_that_another_window_has_repaired_is_not_repaired_again(path: Path) -> None:
    mine, other = Library(path), Database(path)

    def read_while_the_other_repairs(connection: sqlite3.Connection) -> int:
        if mine.problems:
            return int(connection.execute("SELECT count(*) FROM nodes").fetchone()[0])
        overwrite(path, (pages_of(path, "ledger")[0] - 1) * 4096, bytes(4096))
        mine.check()
        raise Damaged("as it was before the repair")

    assert other.read(read_while_the_other_repairs) == COUNT + 20
    assert (len(mine.problems), other.problems) == (1, ())
    other.close()
    mine.close()


@in_use
def test_what_another_window_writes_is_not_lost_in_a_repair(path: Path) -> None:
    other = Library(path)
    other.add_node(node("before"))
    assert other.job("j0") is not None
    overwrite(path, (pages_of(path, "nodes")[1] - 1) * 4096, bytes(4096))
    mine = Library(path)
    mine.check()
    assert len(mine.problems) == 1
    other.add_node(node("of the other"))
    assert mine.node("of the other") is not None
    other.close()
    assert mine.node("of the other") is not None
    assert other.problems == ()
    mine.close()


def test_a_paid_order_whose_job_was_lost_is_still_collected(path: Path) -> None:
    kept = Library(path)
    kept.add_job(job("paid", orders=2))
    kept.set_order("paid", 0, OrderState.ORDERED, {"id": "t"})
    kept.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE jobs SET notes = '?' WHERE id = 'paid'")
    kept = Library(path)
    (found,) = kept.jobs(unfinished=True)
    assert (found.id, found.state) == ("paid", JobState.RUNNING)
    assert [order.state for order in found.orders] == [OrderState.ORDERED, OrderState.FAILED]
    assert found.orders[0].ticket == {"id": "t"}
    kept.close()


def test_a_damaged_file_of_an_older_version_is_read_too(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE nodes DROP COLUMN job")  # as if a later version had added it
        connection.execute("PRAGMA user_version = 0")
    kept = Library(path, NEWER)
    assert len(kept.result_ids()) == COUNT + 20
    assert kept.node("n1") == node("n1", "prompt 1")
    assert len(kept.problems) == 1
    kept.close()


def test_a_repair_that_was_interrupted_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    new = Library(tmp_path / "new.sqlite")
    new.add_node(node("rescued"))
    new.close()
    damaged = Library(path)
    damaged.add_node(node("in the journal"))
    journal = (tmp_path / "library.sqlite-wal").read_bytes()
    damaged.close()
    (tmp_path / "new.sqlite").replace(rescued(path))
    (tmp_path / "library.sqlite-wal").write_bytes(journal)
    kept = Library(path)
    assert kept.result_ids() == ["rescued"]
    kept.close()
    assert not rescued(path).exists()
