"""Freezes the program for Linux: the same source, lock and time give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from dev_output import Problem, quietly, say
from frozen.contents import ROOT

from linux.elf import elves, unreachable
from linux.libraries import from_wheels

__all__ = ["environment", "freeze", "set_times", "source_date"]

PROGRAM = "flux-desktop"


def source_date(environ: Mapping[str, str] = os.environ) -> int:
    """SOURCE_DATE_EPOCH, or else the time of the last commit: seconds since 1970."""
    if text := environ.get("SOURCE_DATE_EPOCH"):
        if not text.isdigit():
            raise Problem(f"SOURCE_DATE_EPOCH is {text!r}: give seconds since 1970, or leave it out.")
        return int(text)
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem("This is no git checkout: set SOURCE_DATE_EPOCH to the time of the source.")
    return int(done.stdout)


def environment(epoch: int) -> dict[str, str]:
    """For the tools that build: nothing of the time, the language or the order of hashes may come through."""
    fixed = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**os.environ, **fixed}


def freeze(work: Path, epoch: int) -> Path:
    """Freeze the program below `work`; returns its folder, which holds `flux-desktop` and `_internal`."""
    say("Freezing the program")
    spec = ROOT / "packaging" / "frozen" / "flux-desktop.spec"
    places = ("--distpath", str(work / "frozen"), "--workpath", str(work / "pyinstaller"))
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, str(spec)]
    own = {"PYINSTALLER_CONFIG_DIR": str(work / "cache")}
    quietly(command, "PyInstaller failed. Look at its words above.", env={**environment(epoch), **own})
    folder = work / "frozen" / PROGRAM
    _drop_unneeded(folder)
    _strip(folder)
    return folder


def set_times(folder: Path, epoch: int) -> None:
    """Let all below `folder` have the time of the source, and the usual rights: who builds must not be seen."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            executable = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _drop_unneeded(folder: Path) -> None:
    """Remove libraries of Qt that came for a plugin that was left out."""
    found = elves(folder)
    qt = {elf.path for elf in found if elf.path.parent.match("PySide6/Qt/lib")}
    for path in unreachable(found, [elf.path for elf in found if elf.path not in qt]):
        path.unlink()
    for path in folder.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()


def _strip(folder: Path) -> None:
    """Take out of Python what only a debugger reads, and the paths of the machine that it was built on.

    The libraries of wheels stay as they are: those that were patched for the wheel cannot be loaded afterwards.
    """
    paths = [str(elf.path) for elf in elves(folder) if elf.path.name != PROGRAM and not from_wheels(elf.path)]
    quietly(["patchelf", "--remove-rpath", *paths], "patchelf failed. Look at its words above.")
    quietly(["chmod", "u+w", *paths], "The rights could not be changed.")
    quietly(["strip", "--strip-unneeded", *paths], "strip failed. Look at its words above.")
