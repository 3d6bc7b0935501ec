"""The commands for a fresh machine, on a small project: set up, repaired, left alone, and honest about failure."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from dev_tests import Step, run_steps
from dev_venv import VERSION, Venv

from tests.packaging.conftest import PACKAGING, Project

Ends = list[tuple[int, str, str]]
# The set-up of the small project is shared: one process of the test run is to make it.
pytestmark = pytest.mark.xdist_group("packaging")
linux = pytest.mark.skipif(sys.platform != "linux", reason="about displays and paths of Linux")


def test_two_at_once_set_up_once_and_both_run(set_up: tuple[Project, Ends]) -> None:
    project, ends = set_up
    assert [code for code, _, _ in ends] == [7, 7], ends
    assert [out for _, out, _ in ends] == [f"{project.root.parent} echo {word}\n" for word in ("one", "two")]
    assert sum("Making .venv" in err for _, _, err in ends) == 1


def test_the_second_run_changes_and_says_nothing(ready: Project) -> None:
    ready.call("run", "echo")
    before = {path: path.stat().st_mtime_ns for path in ready.venv.iterdir()}
    assert ready.call("run", "echo", "a b") == (7, f"{ready.root.parent} echo a b\n", "")
    assert {path: path.stat().st_mtime_ns for path in ready.venv.iterdir()} == before


@linux
def test_a_set_up_that_was_killed_is_begun_anew(ready: Project) -> None:
    (ready.venv / "flux-desktop-run").unlink()
    (ready.venv / "flux-desktop-unfinished").touch()
    (ready.venv / "bin" / "pip").unlink()
    code, out, err = ready.call("run", "echo")
    assert (code, out) == (7, f"{ready.root.parent} echo\n"), err
    assert f"Making .venv with Python {VERSION}: the last set-up did not end\n" in err
    assert (ready.venv / "bin" / "pip").exists()
    assert ready.call("run", "echo")[2] == ""


def _take_python_away(venv: Path) -> None:
    for path in (venv / "bin").glob("python*"):
        path.unlink()


def _put_another_python(venv: Path) -> None:
    _take_python_away(venv)
    (venv / "bin" / "python").write_text("#!/bin/sh\necho 3.9\n")
    (venv / "bin" / "python").chmod(0o755)


def _take_the_library_away(venv: Path) -> None:
    shutil.rmtree(venv / "lib")


@linux
@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (shutil.rmtree, "there is none yet"),
        (_take_python_away, "its Python is gone"),
        (_put_another_python, "it is of Python 3.9"),
        (_take_the_library_away, "its Python does not work"),
        (lambda _: None, "it was made in another folder"),
    ],
)
def test_a_broken_environment_is_not_used(
    ready: Project, tmp_path: Path, damage: Callable[[Path], None], reason: str
) -> None:
    shutil.copytree(ready.venv, tmp_path / ".venv", symlinks=True)
    damage(tmp_path / ".venv")
    assert Venv(tmp_path).fault() == reason
    assert Venv(ready.root).fault() == ""


def test_a_vanished_python_is_seen_in_spite_of_the_stamps(ready: Project) -> None:
    ready.call("run", "echo")
    assert Venv(ready.root).ready("run")
    python = ready.venv / "bin" / "python"
    python.rename(python.with_name("away"))
    assert not Venv(ready.root).ready("run")
    python.with_name("away").rename(python)


def test_a_changed_project_is_installed_into_the_same_environment(ready: Project) -> None:
    ready.call("run", "echo")
    with (ready.root / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    code, _, err = ready.call("run", "echo")
    assert code == 7
    assert "Installing Flux Desktop itself" in err
    assert "Making" not in err


def test_a_failed_installation_shows_pips_words_and_is_repaired(ready: Project) -> None:
    lock = ready.root / "packaging" / "lock" / "run.txt"
    text = lock.read_text()
    lock.write_text("nothing-like-this==1.0\n")
    code, out, err = ready.call("run", "echo", PIP_NO_INDEX="1")
    lock.write_text(text)
    assert (code, out) == (1, "")
    assert "nothing-like-this" in err
    assert "check the connection and run this again" in err
    assert "Traceback" not in err
    code, _, err = ready.call("run", "echo")
    assert code == 7
    assert "Making" not in err


@linux
def test_without_a_display_nothing_is_set_up(fresh: Project) -> None:
    code, out, err = fresh.call("run", "picture.png")
    assert (code, out) == (1, "")
    assert "no display" in err
    assert "xvfb-run -a python3 packaging/dev.py run" in err
    assert not fresh.venv.exists()


def test_the_checks_are_all_run_and_summed_up(ready: Project) -> None:
    code, _, err = ready.call("check")
    assert code == 1
    lines = [line.split("  ")[:2] for line in err.splitlines() if line.startswith("FAILED")]
    assert lines == [["FAILED", name] for name in ("ruff check", "ruff format", "import contracts", "mypy")]


def test_the_lock_needs_uv_and_says_how_to_get_it(ready: Project, tmp_path: Path) -> None:
    ready.call("run", "echo")
    code, _, err = ready.call("lock", python=str(ready.venv / "bin" / "python"), PATH=str(tmp_path))
    assert code == 1
    assert "pip install uv" in err


def test_an_unknown_command_is_told_the_known_ones(fresh: Project) -> None:
    code, out, err = fresh.call("tset")
    assert (code, out) == (2, "")
    assert "test [PYTEST ARGS]" in err
    assert fresh.call("--help")[:2] == (0, err)


def test_an_old_python_is_told_the_minimum() -> None:
    source = (PACKAGING / "dev.py").read_text()
    ast.parse(source, feature_version=(3, 4))
    code = "import sys; sys.version_info = (3, 8, 1); exec(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", code, source], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Flux Desktop needs Python 3.11 or newer, and this is Python 3.8.\n"


COUNTED = """
import pathlib, sys
seen = pathlib.Path("tries")
count = len(seen.read_text()) + 1 if seen.exists() else 1
seen.write_text("x" * count)
sys.exit(count < int(sys.argv[1]))
"""
"""Fails until it is run as often as its argument says."""


@pytest.mark.parametrize(("good_at", "code", "runs"), [(1, 0, 1), (2, 0, 2), (9, 1, 3)])
def test_a_measure_is_taken_again_until_it_is_good_or_thrice(
    tmp_path: Path, good_at: int, code: int, runs: int
) -> None:
    (tmp_path / "counted.py").write_text(COUNTED)
    here = cast(Venv, SimpleNamespace(root=tmp_path, python=sys.executable))
    assert run_steps(here, [Step("measure", ("counted.py", str(good_at)), tries=3)]) == code
    assert len((tmp_path / "tries").read_text()) == runs
