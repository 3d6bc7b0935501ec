"""What a Windows library needs is read from its file; files are made here by a small writer of the format."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from windows.pe import closure, imports, is_of_windows, missing


def _library(path: Path, needs: list[str], delayed: list[str] | None = None) -> Path:
    """A 64-bit PE file with one section at the address 0x1000, that holds the import tables and nothing else."""
    address, offset = 0x1000, 0x400
    tables, names = bytearray(), bytearray()
    starts: list[int] = []
    base = 20 * (len(needs) + 1) + 32 * (len(delayed or []) + 1)
    for wanted, size, place in ((needs, 20, 12), (delayed or [], 32, 4)):
        starts.append(address + len(tables) if wanted else 0)
        for name in [*wanted, None]:
            entry = bytearray(size)
            if name is not None:
                struct.pack_into("<I", entry, place, address + base + len(names))
                names += name.encode() + b"\0"
            tables += entry
    data = bytes(tables + names)
    directories = bytearray(16 * 8)
    struct.pack_into("<I", directories, 8 * 1, starts[0])
    struct.pack_into("<I", directories, 8 * 13, starts[1])
    optional = struct.pack("<H110x", 0x20B) + bytes(directories)
    header = struct.pack("<2xH12xH2x", 1, len(optional))
    section = struct.pack("<8s4I16x", b".rdata", len(data), address, len(data), offset)
    head = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + header + optional + section
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head.ljust(offset, b"\0") + data)
    return path


def test_both_kinds_of_imports_are_read_in_small_letters(tmp_path: Path) -> None:
    path = _library(tmp_path / "a.dll", ["KERNEL32.dll", "Qt6Core.dll"], ["SHELL32.dll"])
    assert imports(path) == {"kernel32.dll", "qt6core.dll", "shell32.dll"}


def test_a_library_without_imports_needs_nothing(tmp_path: Path) -> None:
    assert imports(_library(tmp_path / "a.dll", [])) == set()


@pytest.mark.parametrize("data", [b"", b"MZ", b"MZ" + bytes(100), b"\x7fELF" + bytes(100)])
def test_what_is_no_library_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.dll"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"a\.dll is no whole PE file"):
        imports(path)


def test_what_is_needed_is_found_through_others(tmp_path: Path) -> None:
    root = _library(tmp_path / "qt" / "root.pyd", ["one.dll", "kernel32.dll"])
    one = _library(tmp_path / "qt" / "One.dll", ["two.dll"])
    two = _library(tmp_path / "other" / "two.dll", ["one.dll"])
    _library(tmp_path / "qt" / "unused.dll", [])
    assert closure([root], [tmp_path / "qt", tmp_path / "other"]) == {root, one, two}


def test_a_library_that_was_left_out_is_missed_with_who_needs_it(tmp_path: Path) -> None:
    _library(tmp_path / "lib" / "a.pyd", ["gone.dll", "USER32.dll", "api-ms-win-crt-heap-l1-1-0.dll"])
    _library(tmp_path / "b.exe", ["gone.dll", "here.dll"])
    _library(tmp_path / "deep" / "Here.dll", [])
    assert missing(tmp_path) == {"gone.dll": {"a.pyd", "b.exe"}}


def test_what_a_compiler_brings_is_not_of_windows() -> None:
    assert not is_of_windows("msvcp140.dll")
    assert not is_of_windows("vcruntime140.dll")
    assert is_of_windows("KERNEL32.dll")
