"""The .deb, the AppImage and the wheel: made around a small program here, the same each time, and whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from dev_output import Problem
from frozen.contents import data_files
from frozen.licences import licences
from linux.appimage import BUNDLED, make_appimage
from linux.deb import changelog, control, copyright_file, deb_version, homepage, make_deb
from linux.elf import Elf, elves, missing, newest_glibc, unreachable
from linux.freeze import source_date
from linux.libraries import PACKAGES, depends
from linux.wheel import make_wheel

from flux_desktop import __version__

EPOCH = 1_750_000_000
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="installers for Linux are made on Linux")


def _needs(*names: str) -> pytest.MarkDecorator:
    there = all(shutil.which(name) or Path(name).is_file() for name in names)
    return pytest.mark.skipif(not there, reason=f"needs {' '.join(names)}")


def _program(folder: Path) -> Path:
    """A frozen program that is only a script, with one library of the system beside it."""
    (folder / "_internal").mkdir(parents=True)
    start = folder / "flux-desktop"
    start.write_text('#!/bin/sh\necho "$APPDIR" "$@"\n')
    start.chmod(0o700)
    shutil.copy("/bin/true", folder / "_internal" / "library.so")  # with the right to be started: a wheel's have it
    return folder


def _elf(name: str, *needed: str, glibc: tuple[int, int] = (2, 17)) -> Elf:
    return Elf(Path(name), frozenset(needed), (glibc,))


def test_the_time_of_the_source_is_what_was_said_or_the_last_commit() -> None:
    assert source_date({"SOURCE_DATE_EPOCH": "5"}) == 5
    with pytest.raises(Problem, match="'yesterday': give seconds"):
        source_date({"SOURCE_DATE_EPOCH": "yesterday"})


def test_needed_libraries_become_dependencies() -> None:
    found = [
        _elf("a.so", "libc.so.6", "libglib-2.0.so.0", "own.so.1", glibc=(2, 34)),
        _elf("own.so.1", "libm.so.6", "libssl.so.3", "libcrypto.so.3", glibc=(2, 9)),
    ]
    assert list(missing(found)) == ["libc.so.6", "libcrypto.so.3", "libglib-2.0.so.0", "libm.so.6", "libssl.so.3"]
    assert newest_glibc(found) == "2.34"
    assert depends(found) == ["libc6 (>= 2.34)", "libglib2.0-0t64 | libglib2.0-0", "libssl3t64 | libssl3"]


def test_a_library_of_nobody_is_told() -> None:
    """What is trimmed too much would show only on the next system."""
    with pytest.raises(Problem, match=r"libQt6Quick\.so\.6 \(for plugin\.so\)"):
        depends([_elf("plugin.so", "libQt6Quick.so.6")])


def test_what_nothing_needs_can_go() -> None:
    found = [_elf("a.so", "b.so"), _elf("b.so", "c.so"), _elf("c.so"), _elf("d.so", "c.so")]
    assert unreachable(found, [Path("a.so")]) == [Path("d.so")]


def test_versions_before_a_release_sort_before_it() -> None:
    assert [deb_version(text) for text in ("0.1.0", "0.2.0.dev3", "0.2.0rc1")] == ["0.1.0", "0.2.0~dev3", "0.2.0~rc1"]


def test_the_control_file_has_what_policy_asks_for() -> None:
    said = control("0.1.0", "amd64", 1234, ["libc6 (>= 2.35)", "zlib1g"])
    fields = dict(line.split(": ", 1) for line in said.splitlines() if not line.startswith(" "))
    assert (fields["Package"], fields["Version"], fields["Depends"]) == (
        "flux-desktop",
        "0.1.0",
        "libc6 (>= 2.35), zlib1g",
    )
    assert fields["Installed-Size"] == "1234"
    assert all(len(line) <= 80 for line in said.splitlines() if line.startswith(" "))
    assert " -- The Flux Desktop authors" in changelog("0.1.0", EPOCH)
    assert "Sun, 15 Jun 2025 15:06:40 +0000" in changelog("0.1.0", EPOCH)


def test_packages_are_named_for_old_and_new_systems() -> None:
    assert all("t64 | " in name for name in PACKAGES.values() if "|" in name)


def test_the_copyright_names_every_package_and_points_to_the_long_texts() -> None:
    said = copyright_file(licences(["qasync", "pyside6-essentials", "cryptography"]))
    for name in ("qasync", "qt-and-pyside6", "cryptography", "python"):
        assert f"/_internal/licences/{name}.txt\n" in said
    assert "/usr/share/common-licenses/LGPL-3" in said
    assert "GNU GENERAL PUBLIC LICENSE" not in said


@_needs("dpkg-deb", "objdump")
def test_the_same_program_gives_the_same_deb(tmp_path: Path) -> None:
    frozen = _program(tmp_path / "frozen")
    packages = ["qasync", "pyside6-essentials"]
    first, second = (make_deb(tmp_path / n, tmp_path / f"work{n}", frozen, "0.1.0", EPOCH, packages) for n in "12")
    assert first.read_bytes() == second.read_bytes()
    said = subprocess.run(
        ["dpkg-deb", "-c", first], capture_output=True, text=True, check=True, env={"TZ": "UTC"}
    ).stdout
    lines = [line.split() for line in said.splitlines()]
    assert {(line[1], line[3], line[4]) for line in lines} == {("root/root", "2025-06-15", "15:06")}
    assert {line[0] for line in lines} <= {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert [line[0] for line in lines if line[5].endswith("/library.so")] == ["-rw-r--r--"]
    assert "./usr/bin/flux-desktop -> ../lib/flux-desktop/flux-desktop" in said
    for part in ("man/man1/flux-desktop.1.gz", "metainfo/", "doc/flux-desktop/copyright", "mime/packages/"):
        assert f"./usr/share/{part}" in said
    info = subprocess.run(["dpkg-deb", "-f", first, "Depends"], capture_output=True, text=True, check=True).stdout
    assert info.startswith("libc6 (>= 2.")


@_needs("gcc", "mksquashfs", "/usr/include/squashfuse/squashfuse.h", "/usr/include/zstd.h")
def test_the_appimage_unpacks_once_and_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linux.appimage.BUNDLED", ())
    frozen = _program(tmp_path / "frozen")
    first, second = (make_appimage(tmp_path / n, tmp_path / f"work{n}", frozen, "0.1.0", EPOCH) for n in "12")
    assert first.read_bytes() == second.read_bytes()
    cache = tmp_path / "cache" / "flux-desktop-appimage"
    old, held = cache / "old", cache / "held"
    for folder in (old, held):
        folder.mkdir(parents=True)
    with Path(f"{held}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        said = _start(first, tmp_path, "a b")
    folder = Path(said.split()[0])
    assert said == f"{folder} a b\n"
    assert folder.parent == cache
    assert not old.exists()
    assert held.exists()  # another version that runs
    (folder / "mark").touch()
    assert _start(first, tmp_path, "x") == f"{folder} x\n"
    assert (folder / "mark").exists()
    offset = int(_start(first, tmp_path, "--appimage-offset"))
    assert first.read_bytes()[offset : offset + 4] == b"hsqs"
    _start(first, tmp_path, "--appimage-extract")
    assert os.readlink(tmp_path / "squashfs-root" / "AppRun") == "usr/lib/flux-desktop/flux-desktop"


def _start(program: Path, folder: Path, *words: str) -> str:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_wheel_carries_all_that_the_program_reads(tmp_path: Path) -> None:
    (made,) = make_wheel(tmp_path, EPOCH, ["wheel"])
    assert made.name == f"flux_desktop-{__version__}-py3-none-any.whl"
    names = set(zipfile.ZipFile(made).namelist())
    assert {f"{folder}/{Path(source).name}" for source, folder in data_files()} <= names
    assert not any(name.startswith(("tests", "packaging")) for name in names)


@_needs("objdump")
def test_headers_are_read(tmp_path: Path) -> None:
    shutil.copyfile("/bin/true", tmp_path / "program")
    (tmp_path / "link").symlink_to("program")
    (tmp_path / "words.txt").write_text("no program")
    (found,) = elves(tmp_path)
    assert found.path == tmp_path / "program"
    assert any(name.startswith("libc.") for name in found.needed)


def test_a_release_names_its_source(tmp_path: Path) -> None:
    build = tmp_path / "build.json"
    assert homepage(build) == ""
    build.write_text('{"updates": "https://api.github.com/repos/ann/flux-desktop/releases/latest"}', encoding="utf-8")
    assert homepage(build) == "https://github.com/ann/flux-desktop"


def test_what_the_appimage_brings_can_be_had() -> None:
    assert set(BUNDLED) <= set(PACKAGES)
    assert not {"libGL.so.1", "libEGL.so.1", "libX11.so.6", "libwayland-client.so.0", "libstdc++.so.6"} & set(BUNDLED)
