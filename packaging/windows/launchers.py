"""Compiles the two programs that start the editor, with the cross compiler of MinGW-w64."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from dev_output import Problem, quietly
from frozen.contents import ROOT

__all__ = ["APP_USER_MODEL_ID", "CONSOLE", "WINDOW", "make_launchers", "numbers"]

HERE = Path(__file__).parent
APP_USER_MODEL_ID = "FluxDesktop.FluxDesktop"
WINDOW, CONSOLE = "flux-desktop.exe", "flux-desktop.com"
_PREFIXES = ("x86_64-w64-mingw32-", "")
_FLAGS = (
    "-municode", "-O2", "-Wall", "-Wextra", "-Werror", "-std=c11", "-s", "-static",
    # The same source gives the same bytes.
    "-Wl,--no-insert-timestamp",
)  # fmt: skip


def make_launchers(target: Path, version: str, python: str) -> None:
    """Put both into the folder `target`: of the program's `version`, for the CPython `python`, like "3.13"."""
    for name in (WINDOW, CONSOLE):
        _compile(target / name, version, f"python{python.replace('.', '')}.dll")


def numbers(version: str) -> tuple[int, int, int, int]:
    """Four numbers, as Windows has them, of a version like 1.2.3, 1.2.3rc1 or 1.2.3.dev4."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        raise Problem(f"{version} is no version like 1.2.3.")
    major, minor, patch = (int(part or 0) for part in found.groups())
    return major, minor, patch, 0


def _compile(target: Path, version: str, library: str) -> None:
    prefix = next((prefix for prefix in _PREFIXES if shutil.which(f"{prefix}windres")), None)
    if prefix is None:
        raise Problem("MinGW-w64 is needed: on Debian and Ubuntu the package gcc-mingw-w64-x86-64.")
    console = target.name == CONSOLE
    with tempfile.TemporaryDirectory() as folder:
        resources = Path(folder) / "launcher.o"
        words = [f"-D{name}={value}" for name, value in _resource_words(target.name, version).items()]
        quietly(
            [f"{prefix}windres", *words, str(HERE / "launcher.rc"), str(resources)],
            "The launcher's icon did not compile.",
        )
        quietly(
            [
                f"{prefix}gcc", *_FLAGS, f'-DPYTHON_LIBRARY=L"{library}"',
                f'-DAPP_USER_MODEL_ID=L"{APP_USER_MODEL_ID}"',
                *(["-DCONSOLE"] if console else []), f"-Wl,--subsystem,{'console' if console else 'windows'}",
                str(HERE / "launcher.c"), str(resources), "-o", str(target),
            ],
            "The launcher did not compile.",
        )  # fmt: skip


def _resource_words(name: str, version: str) -> dict[str, str]:
    return {
        "ICON_FILE": f'\\"{(ROOT / "resources" / "app" / "flux-desktop.ico").as_posix()}\\"',
        "MANIFEST_FILE": f'\\"{(HERE / "launcher.manifest").as_posix()}\\"',
        "NUMBERS": ",".join(str(number) for number in numbers(version)),
        "VERSION": f'\\"{version}\\"',
        "FILE_NAME": f'\\"{name}\\"',
    }
