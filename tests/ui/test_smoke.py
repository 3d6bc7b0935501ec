"""The smoke test of an installed program, run on the source: it passes here, and notices what a program lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flux_desktop import __version__
from flux_desktop.providers.registry import find_providers
from flux_desktop.ui.smoke import FORMATS, PROVIDERS

pytestmark = pytest.mark.qt

LOSE = """
import sys
from flux_desktop.providers import registry
find = registry.find_providers
registry.find_providers = lambda: {name: cls for name, cls in find().items() if name != "fal"}
from flux_desktop.ui.smoke import smoke_test
sys.exit(smoke_test())
"""

BREAK = """
import sys
sys.modules["flux_desktop.imaging.effects.pipeline"] = None
from flux_desktop.ui.smoke import smoke_test
sys.exit(smoke_test())
"""


def _run(*words: str, **environment: str) -> tuple[int, dict[str, Any], str]:
    own = {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:", **environment}
    done = subprocess.run(
        [sys.executable, *words], env={**os.environ, **own}, capture_output=True, text=True, check=False
    )
    return done.returncode, json.loads(done.stdout), done.stderr


def test_it_names_every_provider_of_the_source() -> None:
    assert sorted(PROVIDERS) == sorted(find_providers())


def test_a_whole_program_passes(tmp_path: Path) -> None:
    file = tmp_path / "smoke.json"
    code, found, said = _run("-m", "flux_desktop", "--smoke-test", str(file), FLUX_DESKTOP_HOME=str(tmp_path / "mine"))
    assert (code, found["ok"], found["faults"]) == (0, True, []), said
    assert found["version"] == __version__
    assert found["providers"] == sorted(PROVIDERS)
    assert found["result"] == [1620, 1280]
    assert list(found["formats"]) == list(FORMATS)
    assert found["resources"]["icons"] > 50
    assert json.loads(file.read_text()) == found
    assert not (tmp_path / "mine").exists()


def test_a_program_that_lost_a_provider_fails() -> None:
    code, found, said = _run("-c", LOSE)
    assert code == 1
    assert found["faults"] == ["The provider fal is missing."]
    assert "The provider fal is missing." in said


def test_a_program_that_cannot_edit_fails_at_once() -> None:
    code, found, _ = _run("-c", BREAK)
    assert code == 1
    assert len(found["faults"]) == 1
    assert "result" not in found
    assert found["seconds"]["open"] < 60
