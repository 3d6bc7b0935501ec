"""Makes the installers: `python3 packaging/build.py linux --out FOLDER`, and so for `windows` and `macos`.

It sets up an environment of its own in `build/venv` from `packaging/lock/pack.txt`, and hands over to the `main` of
`packaging/SYSTEM/build.py`, which runs in it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dev_output import Problem, say
from dev_system import install, missing_for_python
from dev_venv import Venv, clean_environment

__all__ = ["main"]

FOLDER = Path(__file__).resolve().parent
USAGE = "usage: python3 packaging/build.py SYSTEM [ARGUMENTS]\n\n`SYSTEM --help` shows its arguments. Systems: "


def main(words: Sequence[str]) -> int:
    """Make the installers of one system; returns the exit code."""
    systems = [path.parent.name for path in sorted(FOLDER.glob("*/build.py"))]
    if not words or words[0] not in systems:
        print(USAGE + ", ".join(systems), file=sys.stderr)
        return 2
    try:
        python = _set_up().python
    except Problem as problem:
        say(str(problem))
        return 1
    # In one process more, so that what makes the installer has the locked packages and no other ones.
    environment = {**clean_environment(), "PYTHONPATH": str(FOLDER)}
    return subprocess.run([python, "-m", f"{words[0]}.build", *words[1:]], env=environment, check=False).returncode


def _set_up() -> Venv:
    """The environment, ready."""
    venv = Venv(FOLDER.parent, "build/venv")
    with venv.alone():
        if not venv.ready("pack"):
            if needs := missing_for_python():
                install(needs)
            venv.prepare("pack")
    return venv


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
