"""How the set-up talks: a line a step, and a command's own words only when it fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["Problem", "quietly", "say"]

LAST_LINES = 15


class Problem(Exception):
    """Something that ends the command; the text says what is wrong and what to do."""


def say(line: str) -> None:
    """One line to the user, on standard error: standard output belongs to the program that is run."""
    print(line, file=sys.stderr, flush=True)


def quietly(
    command: Sequence[str], otherwise: str, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> None:
    """Run `command` without its output; if it fails show the end of that and raise Problem(otherwise)."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=env,
        cwd=cwd,
        check=False,
    )
    if done.returncode:
        for line in done.stdout.decode(errors="replace").splitlines()[-LAST_LINES:]:
            say(f"  {line}")
        raise Problem(otherwise)
