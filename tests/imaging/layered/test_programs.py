"""GIMP and Krita, where they are installed, open the files and see what we see. Krita needs a display."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.layered.layers import Stack, laid_over
from flux_desktop.imaging.layered.openraster import write_openraster
from flux_desktop.imaging.layered.psd import write_psd
from tests.imaging.layered.stacks import layer, noise, stack

SIZE = (33, 21)
FLATTEN = """
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{read}" "x")))
       (layers (gimp-image-get-layers image))
       (mask (car (gimp-layer-get-mask (aref (cadr layers) 0)))))
  (if (and (= (car layers) 2) (> mask 0))
      (file-png-save RUN-NONINTERACTIVE image (car (gimp-image-flatten image)) "{written}" "x" 0 1 0 0 0 0 0)))
"""


def a_stack() -> Stack:
    above = layer("RGBA", SIZE, 2, name="Edit – 👩‍🎨 夜")
    below = layer("RGB", SIZE, 1, name="Original – photo.jpg")
    return stack(SIZE, below, replace(above, load_mask=partial(noise, "L", SIZE, 3)))


def looks_alike(path: Path) -> bool:
    """But for how another program rounds."""
    wanted = laid_over(noise("RGB", SIZE, 1), (0, 0, *SIZE), noise("RGBA", SIZE, 2), noise("L", SIZE, 3))
    with Image.open(path) as seen:
        return seen.size == SIZE and bool(
            np.abs(np.asarray(seen.convert("RGB"), int) - np.asarray(wanted, int)).max() <= 1
        )


def run(folder: Path, *words: str) -> None:
    """The program with a home of its own, so that nothing of the user's is changed."""
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"), "QT_QPA_PLATFORM": "xcb"}
    subprocess.run(words, env={**os.environ, **home}, capture_output=True, timeout=100, check=True)


@pytest.mark.skipif(not shutil.which("gimp"), reason="needs GIMP")
def test_gimp_opens_a_psd_with_its_mask(tmp_path: Path) -> None:
    read, written = tmp_path / "out.psd", tmp_path / "seen.png"
    write_psd(a_stack(), read)
    script = FLATTEN.format(read=read, written=written)
    run(tmp_path, "gimp", "-n", "-i", "-d", "-f", "-s", "-b", script, "-b", "(gimp-quit 0)")
    assert looks_alike(written)


@pytest.mark.skipif(not (shutil.which("krita") and os.environ.get("DISPLAY")), reason="needs Krita and a display")
def test_krita_opens_both(tmp_path: Path) -> None:
    write_psd(a_stack(), tmp_path / "out.psd")
    write_openraster(a_stack(), tmp_path / "out.ora")
    for name in ("out.ora", "out.psd"):
        run(tmp_path, "krita", "--export", "--export-filename", str(tmp_path / "seen.png"), str(tmp_path / name))
        assert looks_alike(tmp_path / "seen.png")
        (tmp_path / "seen.png").unlink()
