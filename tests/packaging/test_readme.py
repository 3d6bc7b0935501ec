"""README.md says what the program declares, and the command that fills it says when it does not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from readme import PARTS, filled, main

from flux_desktop.core.params import PARAM_NAMES
from flux_desktop.core.vocabulary import VOCABULARY
from flux_desktop.providers.base import Provider
from flux_desktop.providers.registry import find_providers
from tests.packaging.conftest import PACKAGING

README = PACKAGING.parent / "README.md"
EMPTY = "# A\n" + "".join(f"\nBefore.\n<!-- {name} -->\nstale words\n<!-- /{name} -->\nAfter.\n" for name in PARTS)
PROVIDERS = [provider for provider in find_providers().values() if provider.__module__.startswith("flux_desktop.")]


def test_the_readme_of_the_project_is_fresh() -> None:
    assert main(["--check"]) == 0, "run `.venv/bin/python packaging/readme.py`"


def test_the_command_says_what_to_run_and_then_has_nothing_more_to_do(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(EMPTY, "utf-8")
    command = [sys.executable, str(PACKAGING / "readme.py"), str(file)]
    stale = subprocess.run([*command, "--check"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (stale.returncode, file.read_text("utf-8")) == (1, EMPTY)
    assert "README.md is stale: run `.venv/bin/python packaging/readme.py`" in stale.stderr
    assert subprocess.run(command, capture_output=True, cwd=tmp_path, check=False).returncode == 0
    fresh = subprocess.run([*command, "--check"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (0, "", "")


def test_only_what_is_between_the_markers_changes() -> None:
    text = filled(EMPTY)
    assert text.count("Before.\n") == text.count("After.\n") == len(PARTS)
    assert "stale words" not in text
    assert filled(text) == text


@pytest.mark.parametrize("line", ["<!-- providers -->", "<!-- /providers -->"])
def test_a_marker_that_is_missing_or_there_twice_is_named(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "README.md"
    for text in (EMPTY.replace(line, ""), EMPTY.replace(line, f"{line}\n{line}")):
        file.write_text(text, "utf-8")
        assert main([str(file)]) == 1
        assert "<!-- providers -->" in capsys.readouterr().err
        assert file.read_text("utf-8") == text


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_every_model_and_parameter_is_in_the_tables(provider: type[Provider]) -> None:
    text = README.read_text("utf-8")
    parameters = text.partition(f"### Parameters of {provider.name}\n")[2].partition("\n<!--")[0].partition("\n###")[0]
    models = text.partition(f"### Models of {provider.name}\n")[2].partition("\n<!--")[0].partition("\n###")[0]
    for model in provider.models():
        assert f"| `{model.id}` |" in models
        for param in model.params:
            assert f"| `{param.name}` |" in parameters
            rows = [row for row in parameters.splitlines() if param.limits in row]
            assert any(row.endswith("| all |") or f"`{model.id}`" in row for row in rows), (model.id, param.name)


def test_every_name_and_every_phrase_is_in_the_tables() -> None:
    text = README.read_text("utf-8")
    for name in PARAM_NAMES:
        assert f"| `{name}` |" in text
    for entry in VOCABULARY:
        assert entry.what in text
        for phrase in entry.phrases:
            assert f"“{phrase}”" in text


def test_a_provider_of_another_package_stays_out(tmp_path: Path) -> None:
    """What is installed on the machine where the README is made has no place in it."""
    shutil.copy(README, tmp_path / "README.md")
    (tmp_path / "flux_stranger.py").write_text(
        "from flux_desktop.providers.offline import Offline\nclass Stranger(Offline):\n    id = 'stranger'\n"
    )
    info = tmp_path / "flux_stranger-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: flux_stranger\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[flux_desktop.providers]\nstranger = flux_stranger:Stranger\n")
    code = (
        "import sys; from flux_desktop.providers.registry import find_providers; assert 'stranger' in find_providers();"
        f"sys.path.insert(0, {str(PACKAGING)!r}); from readme import main; sys.exit(main(['--check', sys.argv[1]]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "README.md")]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
