"""The file survives kill -9, a full disk and several processes; reading does not wait for a write."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.job import OrderState
from flux_desktop.store.database import Database
from flux_desktop.store.library import Library
from tests.store.examples import library, node

WRITER = (sys.executable, "-m", "tests.store.writers")
FILL_UP = """
import resource, sys
from pathlib import Path
from flux_desktop.core.errors import FileProblem
from tests.store.examples import job, library, node
kept = library(Path(sys.argv[1]))
kept.add_job(job("paid"))
size = max(file.stat().st_size for file in Path(sys.argv[1]).iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, resource.RLIM_INFINITY))
try:
    kept.finish_order("paid", 0, [node(f"n{index}", "long " * 100) for index in range(1000)], None)
except FileProblem as problem:
    print(problem.title)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(kept.count_results(), kept.job("paid").orders[0].state, kept.problems)
kept.finish_order("paid", 0, [node("after")], None)
print(kept.count_results())
"""


def stop_after(writers: subprocess.Popen[str], name: str, lines: int) -> list[tuple[str, str]]:
    """Let a writer go on until it has said so many lines, kill it while it writes the next, and give all it said."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write(f"{name}\n")
    writers.stdin.flush()
    said: list[tuple[str, str]] = []
    child = ""
    for line in writers.stdout:
        step, id = line.split()
        if step == "stopped":
            break
        if step == "started":
            child = id
        else:
            said.append((step, id))
        if child and len(said) >= lines:
            os.kill(int(child), signal.SIGKILL)
            lines = sys.maxsize
    return said


def check_what_was_said(kept: Library, said: Sequence[tuple[str, str]]) -> None:
    for step, id in said:
        job = kept.job(id)
        assert job is not None
        if step in ("ordered", "finished"):
            assert job.orders[0].ticket == {"id": id}
        if step == "finished":
            assert job.orders[0].state is OrderState.DONE
            assert len(kept.nodes([f"{id}.{index}" for index in range(3)])) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="the writers fork")
def test_what_was_written_is_there_after_a_kill(tmp_path: Path) -> None:
    kept = library(tmp_path)
    program = [*WRITER, str(tmp_path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writers:
        for round in range(20):
            check_what_was_said(kept, stop_after(writers, f"{round}-", lines=1 + 3 * round))
            assert kept.check() == ()
    for job in kept.jobs():
        made = kept.nodes([f"{job.id}.{index}" for index in range(3)])
        assert len(made) == (3 if job.orders[0].state is OrderState.DONE else 0)
    assert kept.spent()["USD"] == len(kept.ledger()) == kept.count_results() / 3
    kept.close()


def test_two_processes_write_at_the_same_time(tmp_path: Path) -> None:
    writers = [subprocess.Popen([*WRITER, str(tmp_path), name, "60"], stdout=subprocess.DEVNULL) for name in "ab"]
    kept = library(tmp_path)
    for index in range(60):
        kept.add_node(node(f"mine{index}"))
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert kept.count_results() == 60 + 2 * 60 * 3
    assert len(kept.jobs()) == 120
    assert kept.check() == ()
    kept.close()


def test_two_processes_may_make_the_same_new_library(tmp_path: Path) -> None:
    start = threading.Barrier(6)
    problems: list[tuple[str, ...]] = []

    def make(index: int) -> None:
        start.wait()
        kept = library(tmp_path)
        kept.add_node(node(str(index)))
        problems.append(kept.problems)
        kept.close()

    threads = [threading.Thread(target=make, args=(index,)) for index in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = library(tmp_path)
    assert sorted(kept.result_ids()) == list("012345")
    assert problems == [()] * 6
    kept.close()


def test_reading_does_not_wait_for_a_write(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite")
    inside, release = threading.Event(), threading.Event()

    def write(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO ledger VALUES (1, 'j', 0, 'p', 'm', 1, 'USD', 'billed', 1)")
        inside.set()
        assert release.wait(30)

    thread = threading.Thread(target=database.write, args=(write,))
    thread.start()
    assert inside.wait(30)
    count = "SELECT count(*) FROM ledger"
    assert database.read(lambda connection: connection.execute(count).fetchone()) == (0,)
    release.set()
    thread.join()
    assert database.read(lambda connection: connection.execute(count).fetchone()) == (1,)
    database.close()


def test_reading_does_not_wait_for_a_search(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite")
    inside, release = threading.Event(), threading.Event()

    def search(connection: sqlite3.Connection) -> None:
        inside.set()
        assert release.wait(30)

    thread = threading.Thread(target=database.search, args=(search,))
    thread.start()
    assert inside.wait(30)
    reading = threading.Thread(target=database.read, args=(lambda connection: None,))
    reading.start()
    reading.join(10)
    was_done = not reading.is_alive()
    release.set()
    thread.join()
    assert was_done
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limit on the size of a file")
def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    told = subprocess.run([sys.executable, "-c", FILL_UP, str(tmp_path)], capture_output=True, text=True, check=True)
    title, state, after = told.stdout.splitlines()
    assert title.startswith("The library cannot be")
    assert state == "0 new ()"
    assert after == "1"


def test_full_by_sqlites_own_account(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite")

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        connection.execute("CREATE TABLE more (data BLOB)")
        connection.execute("INSERT INTO more VALUES (zeroblob(10000000))")

    with pytest.raises(FileProblem, match="the disk is full"):
        database.write(fill)
    assert database.problems == ()
    database.close()


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="cannot be"):
        library(tmp_path / "file")
    with pytest.raises(FileProblem, match="cannot be"):
        library(tmp_path / "no such folder")


def test_a_library_that_another_program_holds_is_told(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite")
    database.write(lambda connection: connection.execute("PRAGMA busy_timeout = 0"))
    with closing(sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileProblem, match="busy"):
            database.write(lambda connection: None)
    database.close()


def test_a_closed_library_opens_again(tmp_path: Path) -> None:
    kept = library(tmp_path)
    kept.add_node(node("a"))
    kept.close()
    kept.close()
    assert kept.result_ids() == ["a"]
    kept.close()
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["library.journal", "library.lock", "library.sqlite"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    kept = library(tmp_path)
    kept.add_node(node("a"))
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "library.sqlite-wal" in modes
    kept.close()
