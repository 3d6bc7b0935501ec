"""A small project with the real set-up commands in it: its packages are none, so that it is quickly set up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "small"
version = "1"
"""
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(pathlib.Path(folder, "small-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("small.pth", str(pathlib.Path.cwd()))
        wheel.writestr("small-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n")
        wheel.writestr("small-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("small-1.dist-info/RECORD", "")
    return "small-1-py3-none-any.whl"
"""
PROGRAM = """
import os, sys
COMMANDS = {"echo"}
if __name__ == "__main__":
    print(os.getcwd(), *sys.argv[1:])
    sys.exit(7)
"""


@dataclass
class Project:
    """A checkout at `root`."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def start(self, *words: str, python: str = sys.executable, **environment: str) -> subprocess.Popen[str]:
        """`dev.py WORDS`, in the folder above the project, without a display unless `environment` says otherwise."""
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        kept.pop("QT_QPA_PLATFORM", None)
        return subprocess.Popen(
            [python, str(self.root / "packaging" / "dev.py"), *words],
            cwd=self.root.parent,
            env={**kept, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def call(self, *words: str, python: str = sys.executable, **environment: str) -> tuple[int, str, str]:
        """The exit code, standard output and standard error of `dev.py WORDS`."""
        with self.start(*words, python=python, **environment) as process:
            out, err = process.communicate()
        return process.returncode, out, err


def make_project(root: Path) -> Project:
    """A checkout that was never set up."""
    (root / "packaging" / "lock").mkdir(parents=True)
    for file in PACKAGING.glob("dev*.py"):
        shutil.copy(file, root / "packaging")
    for kind in ("run", "test"):
        (root / "packaging" / "lock" / f"{kind}.txt").write_text("# no packages\n")
    (root / "flux_desktop").mkdir()
    (root / "flux_desktop" / "__init__.py").touch()
    for name, text in (("pyproject.toml", PYPROJECT), ("backend.py", BACKEND), ("flux_desktop/__main__.py", PROGRAM)):
        (root / name).write_text(text)
    return Project(root)


@pytest.fixture
def fresh(tmp_path: Path) -> Project:
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[tuple[int, str, str]]]:
    """A project on which two commands were started at once, and how they ended. Not to be changed."""
    project = make_project(tmp_path_factory.mktemp("set_up") / "project")
    both = [project.start("run", "echo", word) for word in ("one", "two")]
    ends = [process.communicate() for process in both]
    return project, [(process.returncode, *end) for process, end in zip(both, ends, strict=True)]


@pytest.fixture
def ready(set_up: tuple[Project, list[tuple[int, str, str]]]) -> Project:
    """A project that was set up. A test may spoil it: the next command has to put it right."""
    return set_up[0]
