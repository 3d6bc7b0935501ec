"""Which libraries a Windows program or library needs: the import tables of its PE file.

Read as the "PE Format" page of Microsoft's documentation describes them; nothing is run.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["closure", "imports", "is_of_windows", "missing"]

_DIRECTORIES = {0x10B: 96, 0x20B: 112}
"""Where the data directories begin in the optional header: of a 32-bit file, of a 64-bit one."""
_IMPORTS, _DELAYED = 1, 13
_ENTRY = {_IMPORTS: (20, 12), _DELAYED: (32, 4)}
"""For either directory: the size of an entry, and where in it the address of the library's name is."""

_OF_WINDOWS = (
    "advapi32 authz avrt bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 cryptbase d2d1 d3d11 d3d12 "
    "d3d9 d3dcompiler_47 dnsapi dwmapi dwrite dxgi dxva2 gdi32 icuuc imm32 iphlpapi kernel32 kernelbase mf mfplat mpr "
    "msi msimg32 mswsock msvcrt ncrypt netapi32 normaliz ntdll ole32 oleacc oleaut32 opengl32 pdh powrprof propsys "
    "psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore user32 userenv usp10 uxtheme "
    "version webservices wevtapi winhttp wininet winmm winspool.drv wintrust wldap32 ws2_32 wtsapi32"
)
"""Libraries that Windows 10 (1809) and later bring themselves; `icuuc` since its version 1703."""


class _Section(NamedTuple):
    address: int
    size: int
    offset: int


def imports(path: Path) -> set[str]:
    """The file names, in small letters, of what `path` links to, loaded at once or when first used.

    ValueError if it is no PE file.
    """
    data = path.read_bytes()
    try:
        return set(_names(data))
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path} is no whole PE file") from error


def closure(roots: Iterable[Path], folders: Iterable[Path]) -> set[Path]:
    """`roots` and all that they need out of `folders`, directly or through others."""
    known = {path.name.lower(): path for folder in folders for path in folder.glob("*.dll")}
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(known[name] for name in imports(path) if name in known)
    return found


def missing(folder: Path) -> dict[str, set[str]]:
    """Libraries that are neither anywhere below `folder` nor part of Windows, each with the files that need it."""
    files = [path for path in folder.rglob("*") if path.suffix.lower() in (".dll", ".pyd", ".exe", ".com")]
    present = {path.name.lower() for path in files}
    found: dict[str, set[str]] = {}
    for path in files:
        for name in imports(path) - present:
            if not is_of_windows(name):
                found.setdefault(name, set()).add(path.name)
    return found


def is_of_windows(name: str) -> bool:
    """Whether every supported Windows has the library."""
    stem = name.lower().removesuffix(".dll")
    return stem.startswith(("api-ms-win-", "ext-ms-win-")) or stem in _OF_WINDOWS.split()


def _names(data: bytes) -> Iterator[str]:
    if data[:2] != b"MZ":
        raise IndexError
    header = _number(data, 0x3C)
    if data[header : header + 4] != b"PE\0\0":
        raise IndexError
    count, optional_size = struct.unpack_from("<H12xH", data, header + 6)
    optional = header + 24
    sections = _sections(data, optional + optional_size, count)
    directories = optional + _DIRECTORIES[struct.unpack_from("<H", data, optional)[0]]
    for index, (size, place) in _ENTRY.items():
        address = _number(data, directories + 8 * index)
        while address:
            name = _number(data, _offset(sections, address) + place)
            if not name:
                break
            yield _text(data, _offset(sections, name)).lower()
            address += size


def _sections(data: bytes, start: int, count: int) -> list[_Section]:
    entries = (struct.unpack_from("<8x4I", data, start + 40 * index) for index in range(count))
    return [_Section(address, max(virtual, raw), offset) for virtual, address, raw, offset in entries]


def _offset(sections: list[_Section], address: int) -> int:
    """Where in the file the byte is that is at `address` when the file is loaded."""
    for section in sections:
        if section.address <= address < section.address + section.size:
            return address - section.address + section.offset
    raise IndexError


def _number(data: bytes, offset: int) -> int:
    number: int = struct.unpack_from("<I", data, offset)[0]
    return number


def _text(data: bytes, offset: int) -> str:
    return data[offset : data.index(0, offset)].decode("ascii")
