"""Which packages of the lock users get: those that the program needs, without what only makes the installers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["LINUX", "MACOS", "ROOT", "WINDOWS", "Pin", "environment", "shipped"]

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "lock" / "run.txt"

WINDOWS, MACOS, LINUX = "windows", "macos", "linux"
_MARKERS = {
    WINDOWS: {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
    MACOS: {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin", "platform_machine": "arm64"},
    LINUX: {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64"},
}


class Pin(NamedTuple):
    """One package of the lock: exactly this version, with the hashes of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]
    needed_by: frozenset[str]

    def line(self) -> str:
        """The entry for pip, without the condition: it was decided already."""
        return " \\\n    ".join([f"{self.name}=={self.version}", *(f"--hash=sha256:{value}" for value in self.hashes)])


def environment(system: str, python: str) -> dict[str, str]:
    """What the conditions of a lock ask about: `system` is one of the constants here, `python` like "3.13"."""
    return {
        **_MARKERS[system],
        "python_version": python,
        "python_full_version": f"{python}.1",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def shipped(markers: Mapping[str, str], lock: Path = LOCK, project: Path = ROOT / "pyproject.toml") -> list[Pin]:
    """The packages that come with the program where `markers` hold, by name."""
    pins = {pin.name: pin for pin in _pins(lock.read_text(encoding="utf-8"), dict(markers))}
    asked = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    waiting: list[str] = [canonicalize_name(Requirement(text).name) for text in asked]
    found: dict[str, Pin] = {}
    while waiting:
        name = waiting.pop()
        if name in pins and name not in found:
            found[name] = pins[name]
            waiting.extend(pin.name for pin in pins.values() if name in pin.needed_by)
    return [found[name] for name in sorted(found)]


def _pins(text: str, markers: dict[str, str]) -> list[Pin]:
    """The entries of a lock whose condition holds."""
    entries = re.split(r"\n(?=[a-z0-9])", text)
    parsed = [(Requirement(entry.splitlines()[0].rstrip("\\ ")), entry) for entry in entries if entry[:1].isalnum()]
    return [_pin(wish, entry) for wish, entry in parsed if wish.marker is None or wish.marker.evaluate(markers)]


def _pin(wish: Requirement, entry: str) -> Pin:
    comment = entry.partition("# via")[2]
    words = re.findall(r"^\s*#?\s*([A-Za-z0-9._-]+)", comment, re.MULTILINE)
    version = next(iter(wish.specifier)).version
    hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    return Pin(canonicalize_name(wish.name), version, hashes, frozenset(canonicalize_name(word) for word in words))
