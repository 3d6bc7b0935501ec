"""The commands of `dev.py`: run, test, check, bench, lock."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import dev_system
from dev_output import Problem, say
from dev_tests import CHECKS, PASSES, Step, run_steps
from dev_venv import Kind, Venv, clean_environment

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
LOCKING = (
    *("--quiet", "--universal", "--python-version=3.11", "--extra=build", "--generate-hashes", "--no-header"),
    # One version of a package for all Pythons: types and pixels are then checked once for all of them.
    "--fork-strategy=fewest",
)
USAGE = """\
usage: python3 packaging/dev.py COMMAND [ARGUMENTS]

  run [ARGS]           set everything up and open the editor (flux-desktop ARGS)
  test [PYTEST ARGS]   set everything up, check the code and pass the tests; with arguments, only pytest with these
  check                ruff, mypy and the import contracts, without the tests
  bench [PYTEST ARGS]  measure
  lock [UV ARGS]       remake packaging/lock, e.g. with --upgrade"""


def main(words: Sequence[str]) -> int:
    """Carry out the command; returns the exit code."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run, "test": test, "check": check, "bench": bench, "lock": lock,
    }  # fmt: skip
    if not words or words[0] not in commands:
        asked = bool(words) and words[0] in ("-h", "--help")
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return commands[words[0]](list(words[1:]))
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Interrupted.")
        return 130


def run(args: list[str]) -> int:
    """Open the editor, or hand over to its command line, in the folder where the user is."""
    window = _opens_a_window(args)
    if window and _no_display():
        raise Problem(
            "There is no display to open a window on: run this on a desktop, "
            "or with a virtual one as `xvfb-run -a python3 packaging/dev.py run`."
        )
    venv = _set_up("run", window=window)
    command = [str(venv.python), "-m", "flux_desktop", *args]
    if sys.platform != "win32":
        # The editor takes the place of this process: signals and the exit code are its own.
        os.execve(command[0], command, clean_environment())
    return subprocess.run(command, env=clean_environment(), check=False).returncode


def test(args: list[str]) -> int:
    """Check the code and pass the tests; with arguments only pytest, with these."""
    venv = _set_up("test", programs=True)
    return run_steps(venv, [Step("pytest", ("-m", "pytest", *args))] if args else [*CHECKS, *PASSES])


def check(args: list[str]) -> int:
    """What can be said about the code without running it."""
    if args:
        raise Problem("`check` takes no arguments.")
    return run_steps(_set_up("test", window=False), CHECKS)


def bench(args: list[str]) -> int:
    """Measure for real, with a table: `test` only sees to it that the ratios hold."""
    words = ("-m", "pytest", "tests/benchmarks", "--benchmark-only", "-s", *args)
    return run_steps(_set_up("test", programs=True), [Step("benchmarks", words)])


def lock(args: list[str]) -> int:
    """Find the newest versions that fit pyproject.toml (already locked ones stay), for all systems and Pythons."""
    uv = _uv()
    same = "--constraint=packaging/lock/run.txt"  # the installers hold the versions that everybody runs
    for kind, extras in (("run", []), ("test", ["--extra=test"]), ("pack", ["--extra=pack", same])):
        output = f"packaging/lock/{kind}.txt"
        say(f"Making {output}")
        command = [*uv, "pip", "compile", *LOCKING, *extras, "pyproject.toml", "-o", output, *args]
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
            raise Problem("uv could not make the lock. Look at its words above.")
    return 0


def _set_up(kind: Kind, *, window: bool = True, programs: bool = False) -> Venv:
    """The environment, ready; `window` with the libraries of Qt, `programs` with those that the tests start."""
    venv = Venv(ROOT)
    if not _complete(venv, kind, window, programs):
        with venv.alone():
            # Perhaps the one that we waited for has done it.
            if not _complete(venv, kind, window, programs):
                _provide(venv, kind, window, programs)
    return venv


def _complete(venv: Venv, kind: Kind, window: bool, programs: bool) -> bool:
    """Costs a few file accesses: this is all that happens at every later start."""
    if not venv.ready(kind) or (programs and dev_system.missing_for_tests()):
        return False
    return not window or venv.stamped("libraries", dev_system.fingerprint())


def _provide(venv: Venv, kind: Kind, window: bool, programs: bool) -> None:
    needs = [] if venv.ready(kind) else dev_system.missing_for_python()
    needs += dev_system.missing_for_qt() if window else []
    needs += dev_system.missing_for_tests() if programs else []
    if needs:
        dev_system.install(needs)
    if not venv.ready(kind):
        venv.prepare(kind)
    if window:
        lacking = dev_system.unresolved(venv.folder)
        if lacking:
            raise Problem(f"Qt does not find {', '.join(lacking)}: install the packages that have these files.")
        # Where the environment is another user's, the libraries are looked up each time.
        with contextlib.suppress(PermissionError):
            venv.stamp("libraries", dev_system.fingerprint())


def _opens_a_window(args: list[str]) -> bool:
    """Whether the program, called with `args`, is the editor and not its command line."""
    sys.path.insert(0, str(ROOT))
    from flux_desktop.__main__ import COMMANDS

    return not args or args[0] not in COMMANDS


def _no_display(environment: Mapping[str, str] = os.environ) -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(environment.get(name) for name in names)


def _uv() -> list[str]:
    """The command of uv: on the PATH, in the environment, or in the Python that runs this."""
    path = shutil.which("uv") or shutil.which("uv", path=str(Venv(ROOT).python.parent))
    if path:
        return [path]
    if importlib.util.find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    raise Problem("`lock` needs uv: install it with `.venv/bin/python -m pip install uv` and run this again.")
