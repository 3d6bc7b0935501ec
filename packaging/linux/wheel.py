"""The wheel and the sdist, for `pip install` and `pipx install`: by the locked build backend, the same each time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from dev_output import quietly, say
from frozen.contents import ROOT

from flux_desktop import __version__
from linux.freeze import environment

__all__ = ["make_wheel"]


def make_wheel(out: Path, epoch: int, kinds: Sequence[str] = ("wheel", "sdist")) -> list[Path]:
    """Make them in `out`."""
    say(f"Making {' and '.join(kinds)}")
    command = [sys.executable, "-m", "hatchling", "build", *(f"-t{kind}" for kind in kinds), "-d", str(out)]
    quietly(command, "hatchling failed. Look at its words above.", env=environment(epoch), cwd=ROOT)
    ends = {"wheel": "-py3-none-any.whl", "sdist": ".tar.gz"}
    return [out / f"flux_desktop-{__version__}{ends[kind]}" for kind in kinds]
