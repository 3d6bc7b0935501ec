"""The command line in a script, once at every host: a shell that edits and generates, and reads what it is told."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from flux_desktop.cli import run
from tests.contract.support import Hosted, environment, photo

ROOT = Path(__file__).parents[2]
SCRIPT = """
set -eu
flux-desktop() { "$PYTHON" -m flux_desktop "$@"; }
flux-desktop edit photo.png --provider "$PROVIDER" -p "make it blue" $SMALL -o edited.png --json > edited.json
flux-desktop generate --provider "$PROVIDER" -p "a lighthouse" $SMALL -o made.png --json > made.json
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="a script of a shell")
async def test_a_script_edits_and_generates(hosted: Hosted, tmp_path: Path) -> None:
    environ = {**environment(hosted.host, hosted.simulator), "FLUX_DESKTOP_HOME": str(tmp_path / "home")}
    if hosted.provider.publishes:  # a server of one's own has to be asked what it has
        assert (
            await asyncio.to_thread(run, ["models", "--provider", hosted.host.id, "--refresh", "--json"], environ) == 0
        )
    (tmp_path / "photo.png").write_bytes(photo().data)
    small = "--set megapixels=0.25" if hosted.model("edit").param("megapixels") else ""
    own = {"PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "PROVIDER": hosted.host.id, "SMALL": small}
    done = await asyncio.to_thread(
        subprocess.run,
        ["bash", "-c", SCRIPT],
        cwd=tmp_path,
        env={**os.environ, **environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name, mode in (("edited", "edit"), ("made", "generate")):
        told = json.loads((tmp_path / f"{name}.json").read_text())
        assert (told["status"], told["provider"], told["error"]) == ("done", hosted.host.id, None)
        assert told["model"] in [model.id for model in hosted.provider.offered() if model.mode == mode]
        (output,) = told["outputs"]
        with Image.open(tmp_path / f"{name}.png") as image:
            assert (image.format, image.size) == ("PNG", (output["width"], output["height"]))
    assert len(hosted.simulator.orders) == 2
    assert hosted.host.key not in done.stderr or not hosted.host.key
