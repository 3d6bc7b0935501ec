"""What is imported when: never something large by several threads while a person works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.qt

OPENING = """
import os, sys
from pathlib import Path

from flux_desktop.services.assembly import assemble
from flux_desktop.store.paths import Paths
from flux_desktop.store.settings import SettingsFile
from flux_desktop.ui import loading

loading.load_panels()
loading.load_live()
loading.load_opening()
home = Path(sys.argv[1])
home.mkdir()
settings = SettingsFile(Paths(home).settings).settings
program = assemble(home, settings, os.environ)
before = set(sys.modules)
node, _ = program.pictures.open_file(Path(sys.argv[2]))
program.pictures.thumbnail(node)

from flux_desktop.imaging.pyramid import build
from flux_desktop.ui.canvas.display_colour import for_display

build(program.pictures.strips(node), convert=for_display(settings))
print(sorted(set(sys.modules) - before))
"""


def test_opening_a_big_picture_imports_nothing(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    Image.linear_gradient("L").convert("RGB").resize((6000, 4000)).save(photo)
    words = [sys.executable, "-c", OPENING, str(tmp_path / "home"), str(photo)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
