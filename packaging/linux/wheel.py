"""The wheel and the sdist, for `pip install` and `pipx install`: by the locked build backend, the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

from dev_output import quietly, say
from frozen.contents import ROOT

from flux_desktop import __version__
from linux.freeze import environment

__all__ = ["make_wheel"]


def make_wheel(out: Path, epoch: int) -> list[Path]:
    """Make both in `out`."""
    say("Making the wheel and the sdist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(out)]
    quietly(command, "hatchling failed. Look at its words above.", env=environment(epoch), cwd=ROOT)
    return [out / f"flux_desktop-{__version__}-py3-none-any.whl", out / f"flux_desktop-{__version__}.tar.gz"]
