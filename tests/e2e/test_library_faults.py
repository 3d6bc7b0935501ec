"""The library survives what happens to programs and disks: kill -9, damage, no room, no rights, a second window."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

import pytest

from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.services.support import picture
from tests.store.changes import Model
from tests.store.examples import node

ROOT = Path(__file__).parents[2]
ROUNDS, LIFE = 200, 20
"""Kills, and kills of the same library."""
LINES = 6
"""Most that a process says before it is killed: two for each change."""
LONGEST = 0.02
"""Seconds from then until it is killed: as long as a change takes, or the opening of the library."""


def has_small_disks() -> bool:
    mounts = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (
        shutil.which("unshare") is not None and subprocess.run(mounts, capture_output=True, check=False).returncode == 0
    )


posix = pytest.mark.skipif(sys.platform == "win32", reason="the helpers fork")


class Changer:
    """Processes that change a library until they are killed; see `tests.store.changes`."""

    def __init__(self, stdin: IO[str], stdout: IO[str]) -> None:
        self._stdin, self._lines = stdin, map(str.strip, stdout)
        for line in self._lines:
            if line == "ready":
                break

    def kill_one(self, folder: Path, seed: str, lines: int, then: float) -> list[str]:
        """Start one, kill it `then` seconds after it has said so many lines, and give all that it said."""
        self._stdin.write(f"{folder} {seed}\n")
        self._stdin.flush()
        child = int(next(self._lines).removeprefix("started "))
        rest = takewhile(lambda line: line != "stopped", self._lines)
        said = list(islice(rest, lines))
        time.sleep(then)
        os.kill(child, signal.SIGKILL)
        return said + list(rest)


@pytest.fixture
def changer() -> Iterator[Changer]:
    program = [sys.executable, "-m", "tests.store.changes"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield Changer(server.stdin, server.stdout)
        server.stdin.close()


def what_may_be(before: Model, said: list[str]) -> list[Model]:
    """The model after all changes that were done, and after the one that was under way, if there was one."""
    model, under_way = before, None
    for line in said:
        if line != "done":
            under_way = json.loads(line)
        elif under_way is not None:
            model, under_way = model.after(under_way), None
    return [model] if under_way is None else [model, model.after(under_way)]


def check_the_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO prompt_index (prompt_index, rank) VALUES ('integrity-check', 1)")


def check_the_assets(folder: Path, model: Model) -> None:
    """What is there is what it is called, and what a node needs is there."""
    found = {file.name: file for file in (folder / "assets").glob("??/*") if re.fullmatch("[0-9a-f]{64}", file.name)}
    assert all(hashlib.sha256(file.read_bytes()).hexdigest() == name for name, file in found.items())
    assert {kept.asset for kept in model.nodes.values()} <= found.keys()


@posix
def test_kill_in_the_middle_of_any_write(tmp_path: Path, changer: Changer) -> None:
    """Two hundred times. What was acknowledged is there, and of what was under way all or nothing."""
    seed = random.SystemRandom().getrandbits(32)
    dice = random.Random(seed)
    model, interrupted = Model(), 0
    for round in range(ROUNDS):
        sys.stdout.write(f"seed {seed}, round {round}\n")  # seen where it fails
        folder = tmp_path / str(round // LIFE)
        if round % LIFE == 0:
            folder.mkdir()
            model = Model()
        said = changer.kill_one(folder, f"{seed}-{round}", dice.randint(0, LINES), dice.uniform(0, LONGEST))
        possible = what_may_be(model, said)
        kept = Library(folder / "library.sqlite")
        model = Model.of(kept)
        assert model in possible
        assert kept.check() == ()
        kept.close()
        check_the_file(kept.path)
        check_the_assets(folder, model)
        interrupted += len(possible) > 1
        if round % LIFE == LIFE - 1:
            check_the_journal(folder, model)
    assert interrupted > ROUNDS / 2


def check_the_journal(folder: Path, model: Model) -> None:
    """It tells of all that is in the library, and of nothing that did not happen."""
    kept = Library(folder / "library.sqlite")
    asset = AssetStore(folder / "assets", folder / "thumbnails").keep(b"")
    kept.add_node(node("last", asset=asset))
    kept.close()
    kept.path.unlink()
    rebuilt = Library(kept.path)
    assert Model.of(rebuilt).nodes.keys() - {"last"} == model.nodes.keys()
    assert all(rebuilt.node(id) == found for id, found in model.nodes.items())
    rebuilt.close()


def test_two_write_and_a_third_comes_and_goes(tmp_path: Path) -> None:
    """All is there that either wrote, and nobody hears that the library is busy."""
    program = [sys.executable, "-m", "tests.store.changes", str(tmp_path)]
    writers = [
        subprocess.Popen([*program, name, "150"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("one", "other")
    ]
    outcomes: list[tuple[str, str]] = []
    threads = [Thread(target=lambda writer=writer: outcomes.append(writer.communicate())) for writer in writers]
    for thread in threads:
        thread.start()
    visits = 0
    while any(thread.is_alive() for thread in threads):
        kept = Library(tmp_path / "library.sqlite")
        kept.add_node(node(f"visit {visits}"))
        assert kept.result_ids()[-1]
        assert kept.check() == ()
        kept.close()
        visits += 1
    assert [errors for _, errors in outcomes] == ["", ""]
    kept = Library(tmp_path / "library.sqlite")
    found = Model.of(kept)
    for said, _ in outcomes:
        (made,) = what_may_be(Model(), said.splitlines())
        assert all(found.nodes[id] == expected for id, expected in made.nodes.items())
        assert made.jobs.items() <= found.jobs.items()
    assert len([id for id in found.nodes if id.startswith("visit")]) == visits > 0
    kept.close()
    check_the_file(kept.path)


FULL = """
import sys
from pathlib import Path
from flux_desktop.cli import run
from flux_desktop.core.errors import FileProblem
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.journal import Journal
from tests.store.examples import library, node

def fill(path):
    with path.open("wb", buffering=0) as file:
        for size in (65536, 1000, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue

def told(act):
    try:
        print(act())
    except FileProblem as problem:
        print(problem.title, problem.hint)

home = Path(sys.argv[1])
assets = AssetStore(home / "assets", home / "thumbnails")
kept = library(home)
kept.add_nodes([node(f"n{index}") for index in range(50)])
kept.close()
fill(home / "filler")
told(lambda: run(["history", "list", "--limit", "1"], {"FLUX_DESKTOP_HOME": str(home)}))
told(lambda: assets.keep(bytes(10_000)))
told(lambda: [kept.add_node(node(f"m{index}", "long " * 1000)) for index in range(100)])
told(lambda: (kept.count_results(), kept.node("n1").recipe.prompt))
(home / "filler").unlink()
told(lambda: [kept.add_node(node("later")), kept.check(), kept.count_results()][2])
told(lambda: Journal.of(kept.path).is_fit({*kept.result_ids()}))
kept.close()
"""


@pytest.mark.skipif(not has_small_disks(), reason="needs unshare, and the right to mount a file system of one's own")
def test_a_full_disk(tmp_path: Path) -> None:
    """A real one, of one megabyte, that only the program sees."""
    program = f"mount -t tmpfs -o size=1m none {tmp_path} && exec {sys.executable} -c '{FULL}' {tmp_path}"
    done = subprocess.run(["unshare", "-rm", "sh", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed, code, picture, row, there, later, fit = done.stdout.splitlines()
    assert picture.startswith("The picture cannot be kept: the disk is full. Free some space")
    assert row.startswith("The library cannot be written: the disk is full. Free some space")
    assert there.endswith("'make the jacket red')")
    assert (listed.endswith("make the jacket red"), code) == (True, "0")
    assert done.stderr.startswith("The library can be read but not written. Free some space")
    assert (later, fit) == ("51", "True")


LOOK = """
import os, sys
from contextlib import redirect_stdout
from pathlib import Path
from flux_desktop.cli import run
from flux_desktop.core.errors import FluxError
from flux_desktop.services.assembly import assemble
from flux_desktop.store.paths import home
from flux_desktop.store.settings import load

def tell(act):
    try:
        print(act())
    except FluxError as error:
        print(error.title, error.hint)

def look(folder, out):
    folder = home({"FLUX_DESKTOP_HOME": folder})
    program = assemble(folder, load(folder / "settings.json"), {})
    library, pictures = program.queue.library, program.pictures
    (found,) = library.nodes(library.search("jacket"))
    print(pictures.image(found).size, len(pictures.thumbnail(found)) > 100, library.jobs(), library.check())
    tell(lambda: library.mark([found.id], rating=5))
    tell(lambda: pictures.open_bytes(pictures.assets.load(found.asset) + b" ", ""))
    library.close()
    words = ["history", "list"], ["history", "export", found.id, "-o", out], ["jobs", "list"]
    print([run(command, {"FLUX_DESKTOP_HOME": str(folder)}) for command in words])

if os.geteuid() == 0:  # who may write everywhere: on in the name of nobody, once all is loaded that root alone may read
    with redirect_stdout(sys.stderr):
        look(sys.argv[2], sys.argv[3] + ".warm.png")
    sys.stderr.write("As nobody:\\n")
    os.setgid(65534)
    os.setuid(65534)
look(sys.argv[1], sys.argv[3])
"""


@posix
@pytest.mark.parametrize("was_killed", [False, True])
def test_a_folder_that_is_read_only(was_killed: bool) -> None:
    """The history is there, and everything else says why it cannot be done."""
    with TemporaryDirectory() as name:
        folder, used, copy = Path(name), Path(name) / "used", Path(name) / "copy"
        kept = filled_library(used)
        if was_killed:  # what was written last stands in the journal of SQLite alone
            shutil.copytree(used, copy)
        kept.close()
        if not was_killed:
            shutil.copytree(used, copy)
        with read_only(copy):
            program = [sys.executable, "-c", LOOK, *map(str, (copy, used, folder / "out.png"))]
            done = subprocess.run(program, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Nothing can be kept: this user may not write in") == 3
    shown, marked, opened, listed, exported, jobs, codes = done.stdout.splitlines()
    assert shown.startswith('(64, 48) True [] ("Nothing can be kept')
    assert marked.startswith("The library cannot be written: this user may not write there. Change the folder's rights")
    assert opened.startswith("The stored pictures cannot be used: this user may not write there. Change the folder's")
    assert (listed[:5], exported[-7:], jobs, codes) == ("found", "out.png", "No unfinished jobs.", "[0, 0, 0]")


def filled_library(home: Path) -> Library:
    home.mkdir()
    asset = AssetStore(home / "assets", home / "thumbnails").keep(picture(64, 48))
    kept = Library(home / "library.sqlite")
    kept.add_node(node("found", asset=asset))
    return kept


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write in `folder`; everybody may read in it, and write beside it."""
    rights = {path: path.stat().st_mode for path in (folder.parent, folder, *folder.rglob("*"))}
    for path in rights:
        path.chmod(0o777 if path == folder.parent else 0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in rights.items():
            path.chmod(mode)
