"""Scripts as a user runs them: written into a folder with their pictures, and started by the language's own program."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from flux_desktop.core.script import Script
from flux_desktop.services.code import LANGUAGES, Language
from tests import simulators
from tests.simulators.base import Simulator

__all__ = ["LANGUAGE_IDS", "Ran", "installed", "language", "simulator_of", "start", "write"]

LANGUAGE_IDS = [language.id for language in LANGUAGES]
OTHER_NAMES = {"openai": "openai_api"}
"""Providers whose simulator's module is called otherwise."""

PROGRAMS = {"curl": ("bash", "curl", "jq", "base64"), "python": (sys.executable,), "javascript": ("node",)}


@dataclass(frozen=True)
class Ran:
    """How a script ended; `results` are the pictures that it wrote, in order."""

    code: int
    out: str
    err: str
    results: tuple[bytes, ...]


def installed() -> list[str]:
    """The languages whose programs are on this computer."""
    return [id for id, programs in PROGRAMS.items() if all(map(shutil.which, programs))]


def language(id: str) -> Language:
    """The language called `id`; the test is skipped where its programs are missing."""
    if id not in installed():
        pytest.skip(f"one of {', '.join(PROGRAMS[id])} is not installed")
    return next(language for language in LANGUAGES if language.id == id)


def write(script: Script, language: Language, folder: Path) -> Path:
    """The script's file, with its pictures beside it."""
    folder.mkdir(exist_ok=True)
    for file in script.files:
        (folder / file.filename).write_bytes(file.data)
    path = folder / language.filename
    path.write_text(language.write(script), encoding="utf-8")
    return path


def start(path: Path, environ: dict[str, str]) -> Ran:
    """Run the script in its folder, with nothing in the environment but where programs are found."""
    program = {".sh": "bash", ".py": sys.executable, ".mjs": "node"}[path.suffix]
    search = {"PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(
        [program, path.name], cwd=path.parent, env=search | environ, capture_output=True, timeout=60, check=False
    )
    results = sorted(path.parent.glob("result-*"))
    return Ran(
        ended.returncode,
        ended.stdout.decode(),
        ended.stderr.decode(),
        tuple(result.read_bytes() for result in results),
    )


def simulator_of(provider: str) -> type[Simulator] | None:
    """The simulator of a provider: the one in the module of its name; None where there is none."""
    name = OTHER_NAMES.get(provider, provider)
    if name not in [module.name for module in pkgutil.iter_modules(simulators.__path__)]:
        return None
    module = importlib.import_module(f"{simulators.__name__}.{name}")
    own = [found for found in vars(module).values() if isinstance(found, type) and found.__module__ == module.__name__]
    return next(found for found in own if issubclass(found, Simulator))
