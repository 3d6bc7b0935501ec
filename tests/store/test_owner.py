"""A process is known to live, and known to be gone, however it went."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.core.errors import FileProblem
from flux_desktop.store.owner import Owner

PROCESS = """
import sys
from pathlib import Path
from flux_desktop.store.owner import Owner
owner = Owner(Path(sys.argv[1]))
print(owner.token, flush=True)
sys.stdin.read()
"""


def start(folder: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-c", PROCESS, str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_alive_until_it_is_killed(tmp_path: Path) -> None:
    mine = Owner(tmp_path)
    process, token = start(tmp_path)
    with process:
        assert mine.alive(token)
        assert mine.alive(token)
        process.kill()
        process.wait()
        assert not mine.alive(token)
    assert (tmp_path / token).exists()
    mine.close()


def test_the_files_of_the_dead_are_cleaned_up_and_those_of_the_living_stay(tmp_path: Path) -> None:
    process, token = start(tmp_path)
    with process:
        process.kill()
    living, other = start(tmp_path)
    with living:
        mine = Owner(tmp_path)
        assert {file.name for file in tmp_path.iterdir()} == {mine.token, other}
        assert token not in (mine.token, other)
        mine.close()
        living.kill()


def test_two_owners_know_each_other(tmp_path: Path) -> None:
    first, second = Owner(tmp_path), Owner(tmp_path)
    assert first.token != second.token
    assert first.alive(first.token)
    assert first.alive(second.token)
    second.close()
    second.close()
    assert not first.alive(second.token)
    assert not second.alive(second.token)
    first.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("token", ["", "me", "../owners", "1-0123456789abcdef", "1-0123456789abcdef/../x"])
def test_nobody_has_this_token(tmp_path: Path, token: str) -> None:
    mine = Owner(tmp_path)
    assert not mine.alive(token)
    mine.close()


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    Owner(tmp_path).close()
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="cannot be used"):
        Owner(tmp_path / "file")
