"""What programs and libraries of a folder need of others, read from their ELF headers by `objdump`."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Elf", "elves", "missing", "newest_glibc", "unreachable"]

_MAGIC = b"\x7fELF"
_NAME = re.compile(r"^(.*):     file format elf")


@dataclass(frozen=True)
class Elf:
    """A program or library: the file names of the libraries it needs, and the versions of the C library it asks for."""

    path: Path
    needed: frozenset[str]
    glibc: tuple[tuple[int, int], ...]


def elves(folder: Path) -> list[Elf]:
    """All programs and libraries below `folder`; links to them are left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    paths = [path for path in files if _is_elf(path)]
    command = ["objdump", "-p", *map(str, paths)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stdout
    parts = re.split(r"^(?=.*:     file format elf)", said, flags=re.MULTILINE)[1:]
    return [_elf(part) for part in parts]


def missing(found: Iterable[Elf]) -> dict[str, list[Path]]:
    """The libraries that are needed and not among them, and who needs each: the system's part."""
    found = list(found)
    there = {elf.path.name for elf in found}
    needs: dict[str, list[Path]] = {}
    for elf in found:
        for name in elf.needed - there:
            needs.setdefault(name, []).append(elf.path)
    return dict(sorted(needs.items()))


def unreachable(found: Iterable[Elf], roots: Iterable[Path]) -> list[Path]:
    """Those that no root needs, also not by way of others."""
    by_name = {elf.path.name: elf for elf in found}
    open_names = [path.name for path in roots]
    reached: set[str] = set()
    while open_names:
        name = open_names.pop()
        if name in by_name and name not in reached:
            reached.add(name)
            open_names.extend(by_name[name].needed)
    return sorted(elf.path for name, elf in by_name.items() if name not in reached)


def newest_glibc(found: Iterable[Elf]) -> str:
    """The version of the C library that all of them together ask for, e.g. "2.35"."""
    major, minor = max(version for elf in found for version in elf.glibc)
    return f"{major}.{minor}"


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _MAGIC


def _elf(said: str) -> Elf:
    name = _NAME.match(said)
    assert name is not None
    versions = {(int(major), int(minor)) for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", said)}
    return Elf(Path(name[1]), frozenset(re.findall(r"NEEDED\s+(\S+)", said)), tuple(sorted(versions)))
