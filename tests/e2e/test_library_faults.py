"""The library survives what happens to programs and disks: kill -9, damage, no room, no rights, a second window."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice, takewhile
from pathlib import Path
from typing import IO

import pytest

from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.store.changes import Model
from tests.store.examples import node

ROUNDS, LIFE = 200, 20
"""Kills, and kills of the same library."""
LINES = 6
"""Most that a process says before it is killed: two for each change."""
LONGEST = 0.02
"""Seconds from then until it is killed: as long as a change takes, or the opening of the library."""

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
