"""`--code` on the command line: the script on standard output, and nothing is sent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.cli.arguments import CODE
from flux_desktop.services.code import LANGUAGES
from tests.cli.support import Cli, photo
from tests.simulators.onemin import OneMin


def test_every_language_can_be_asked_for() -> None:
    assert tuple(language.id for language in LANGUAGES) == CODE


def test_a_generation_as_a_script_that_runs(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    words = ["generate", "-p", "a lake", "--provider", "onemin", "-o", tmp_path / "o.png"]
    done = cli(*words, "--set", "megapixels=0.25", "--set", "seed=7", "--code", "python")
    assert (done.code, done.err, host.arrived) == (0, "", [])
    (tmp_path / "run.py").write_text(done.out, encoding="utf-8")
    environ = {"PATH": "/usr/bin:/bin", "ONEMIN_API_KEY": host.key}
    subprocess.run([sys.executable, "run.py"], cwd=tmp_path, env=environ, check=True, capture_output=True)
    assert host.orders[0]["promptObject"]["seed"] == 7
    assert (tmp_path / "result-1.png").read_bytes()[1:4] == b"PNG"
    assert not (tmp_path / "o.png").exists()


@pytest.mark.parametrize("language", CODE)
def test_an_edit_says_which_picture_goes_beside_it(cli: Cli, tmp_path: Path, host: OneMin, language: str) -> None:
    words = ["edit", photo(tmp_path), "-p", "x", "--provider", "onemin", "-o", tmp_path / "o.png"]
    done = cli(*words, "--dry-run", "--code", language)
    assert done.code == 0
    assert "put the source picture beside it" in done.err
    assert "ONEMIN_API_KEY" in done.out
    assert "→" not in done.out
    assert host.arrived == []


def test_the_script_stands_in_the_object(cli: Cli) -> None:
    done = cli.edit("--code", "curl", "--set", "seed=7")
    told = done.json
    assert (done.code, told["status"], told["seed"]) == (0, "dry-run", 7)
    assert told["code"].startswith("#!/usr/bin/env bash\n")
    assert told["outgoing"]["calls"] == 1
    assert "code" not in cli.edit("--dry-run").json


def test_who_calls_nothing_has_no_code(cli: Cli, tmp_path: Path) -> None:
    done = cli("generate", "-p", "clouds", "-o", tmp_path / "o.png", "--code", "curl")
    assert (done.code, done.out) == (2, "")
    assert "no call to write down" in done.err
    told = cli("generate", "-p", "clouds", "-o", tmp_path / "o.png", "--code", "curl", "--json")
    assert json.loads(told.out)["error"]["kind"] == "input"
