"""The steps of `test` and `check`: what is run, in which order, and how it is summed up."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dev_output import say
from dev_venv import Venv, clean_environment

__all__ = ["CHECKS", "PASSES", "Step", "run_steps"]

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"


class Step(NamedTuple):
    """One command of the environment's Python. It has passed if one of its `tries` did."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str] = MappingProxyType({})
    tries: int = 1


CHECKS = (
    Step("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    Step("ruff format", ("-m", "ruff", "format", "--quiet", "--check", ".")),
    Step("import contracts", ("-c", LINT_IMPORTS, "--no-logo", "--no-cache")),
    Step("mypy", ("-m", "mypy", "--no-error-summary")),
)

# The profile has no deadlines and draws the same examples every time: a busy machine must not decide.
PYTEST = ("-m", "pytest", "--hypothesis-profile=ci", "--benchmark-disable")

PASSES = (
    Step(
        "tests below ui, without Qt",
        (*PYTEST, "-p", "no:pytest-qt", "-m", "not qt", "-n", "2", "--dist", "loadgroup"),
        {"FLUX_DESKTOP_TEST_WITHOUT_QT": "1"},
    ),
    # A file at a time: what its tests share (a display, a server, a library) is made once.
    Step("tests with Qt", (*PYTEST, "-m", "qt", "--ignore", "tests/benchmarks", "-n", "2", "--dist", "loadfile")),
    Step("ratios of speed", (*PYTEST, "tests/benchmarks"), tries=3),
)
"""That the first pass works without Qt is a promise of the design: nothing below `ui` needs it.

The last measures one thing against another. What else the machine does only adds to it, so one good try is enough.
"""


def run_steps(venv: Venv, steps: Sequence[Step]) -> int:
    """Run all `steps`, also after one that failed, and sum them up; 1 if any failed."""
    results: list[tuple[Step, int, float]] = []
    with _caches(venv.root) as caches:
        for step in steps:
            say(f"== {step.name}")
            begin = time.monotonic()
            environment = {**clean_environment(), **caches, **step.environment}
            command = [str(venv.python), *step.words]
            for _ in range(step.tries):
                code = subprocess.run(command, cwd=venv.root, env=environment, check=False).returncode
                if code == 0:
                    break
            results.append((step, code, time.monotonic() - begin))
    if len(results) > 1:
        for step, code, seconds in results:
            say(f"{'FAILED' if code else 'passed'}  {step.name}  ({seconds:.1f} s)")
    return int(any(code for _, code, _ in results))


@contextlib.contextmanager
def _caches(root: Path) -> Iterator[dict[str, str]]:
    """Where the tools keep their caches: in the checkout, or elsewhere for this run if that is another user's.

    It is so after `sudo python3 packaging/dev.py test`, and pytest takes a cache that it cannot write for an error.
    """
    places = (root, *(root / name for name in (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")))
    if all(os.access(place, os.W_OK) for place in places if place.exists()):
        yield {}
        return
    with tempfile.TemporaryDirectory() as folder:
        yield {
            "MYPY_CACHE_DIR": folder,
            "RUFF_CACHE_DIR": folder,
            "HYPOTHESIS_STORAGE_DIRECTORY": folder,
            "PYTEST_ADDOPTS": f"-o cache_dir={folder}",
        }
