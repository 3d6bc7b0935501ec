"""`python3 packaging/build.py linux --out FOLDER`: a .deb, an AppImage, a wheel and an sdist.

The same source, lock and SOURCE_DATE_EPOCH (default: the time of the last commit) give the same bytes; `--twice`
shows it. Needed beside Python: binutils, patchelf, dpkg-deb; for the AppImage a C compiler, squashfs-tools and the
static libraries of squashfuse and zstd.
"""

from __future__ import annotations

import argparse
import filecmp
import platform
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dev_needs import Need
from dev_output import Problem, say
from dev_system import install, missing_for_qt, missing_libraries
from frozen.contents import ROOT
from release.shipped import LINUX, environment, shipped

from flux_desktop import __version__
from linux.appimage import BUNDLED, make_appimage
from linux.deb import make_deb
from linux.freeze import freeze, source_date
from linux.libraries import PACKAGES
from linux.wheel import make_wheel

__all__ = ["main"]

_FROZEN = (
    Need("objdump", "program", "binutils", "binutils", "binutils", "binutils"),
    Need("patchelf", "program", "patchelf", "patchelf", "patchelf", "patchelf"),
)
_DEB = (Need("dpkg-deb", "program", "dpkg", "dpkg", "dpkg", "dpkg"),)
_APPIMAGE = (
    Need("gcc", "program", "gcc", "gcc", "gcc", "gcc"),
    Need("mksquashfs", "program", "squashfs-tools", "squashfs-tools", "squashfs-tools", "squashfs"),
    Need("/usr/include/squashfuse/squashfuse.h", "library", "libsquashfuse-dev", "squashfuse", "squashfuse-devel"),
    Need("/usr/include/zstd.h", "library", "libzstd-dev", "zstd", "libzstd-devel", "libzstd-devel-static"),
)


def main(words: Sequence[str]) -> int:
    """Make what is asked for, all of it by default; returns the exit code."""
    options = _parser().parse_args(words)
    try:
        for path in _build_twice(options) if options.twice else _build(options):
            say(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    except Problem as problem:
        say(str(problem))
        return 1
    return 0


def _build_twice(options: argparse.Namespace) -> list[Path]:
    """Make all in two folders, one after the other; Problem for files of which not every byte is the same."""
    out, work = options.out, options.work
    made = []
    for name in ("first", "second"):
        options.out, options.work = (out if name == "first" else work / "again"), work / name
        made.append(_build(options))
    different = [one.name for one, other in zip(*made, strict=True) if not filecmp.cmp(one, other, shallow=False)]
    if different:
        raise Problem(f"Not the same the second time: {', '.join(different)}.")
    say("Every byte was the same the second time")
    return made[0]


def _build(options: argparse.Namespace) -> list[Path]:
    every = not (options.deb or options.appimage or options.wheel)
    out, work = options.out.resolve(), options.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    epoch = source_date()
    made = make_wheel(out, epoch) if every or options.wheel else []
    if every or options.deb or options.appimage:
        _require(every or options.deb, every or options.appimage)
        begin = time.monotonic()
        folder = freeze(work, epoch)
        size = sum(path.lstat().st_size for path in folder.rglob("*"))
        say(f"Frozen: {size / 1e6:.1f} MB in {time.monotonic() - begin:.0f} s")
    if every or options.deb:
        python = ".".join(platform.python_version_tuple()[:2])
        packages = [pin.name for pin in shipped(environment(LINUX, python))]
        made.append(make_deb(out, work, folder, options.version, epoch, packages))
    if every or options.appimage:
        made.append(make_appimage(out, work, folder, options.version, epoch))
    return made


def _require(deb: bool, appimage: bool) -> None:
    """Install what is missing, or say what that is; Problem."""
    files = [*_FROZEN, *(_DEB if deb else ()), *(_APPIMAGE if appimage else ())]
    missing = [need for need in files if not (shutil.which(need.name) or Path(need.name).is_file())]
    missing += [*missing_for_qt(), *missing_libraries([_python(), *(_bundled() if appimage else ())])]
    if missing:
        install(missing)


def _python() -> Need:
    """Python as a library: Debian's own Python does without, and the frozen program starts with it."""
    version = ".".join(platform.python_version_tuple()[:2])
    return Need(f"libpython{version}.so.1.0", "library", f"libpython{version}", "python", "python3-libs")


def _bundled() -> list[Need]:
    return [Need(name, "library", PACKAGES[name].rpartition(" | ")[2]) for name in BUNDLED]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py linux", description="Make what is installed on Linux.")
    for name, help in (("deb", "the Debian package"), ("appimage", "the AppImage"), ("wheel", "wheel and sdist")):
        parser.add_argument(f"--{name}", action="store_true", help=f"make only {help}, and what else is named")
    parser.add_argument("--twice", action="store_true", help="make it twice, and compare: is it reproducible?")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where they go (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "linux", help="what is made on the way")
    parser.add_argument(
        "--version", default=__version__, help="another version than the program's own, to try upgrades"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
