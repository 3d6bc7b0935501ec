"""`python3 packaging/build.py windows --python CPYTHON --out FOLDER`: the installer, on Linux or Windows alike.

CPYTHON is a folder or archive with CPython for Windows: for a release the embeddable package of python.org, which
`--fetch` gets and checks. NSIS and MinGW-w64 are needed, and the same Python, for it makes the bytecode.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from dev_output import Problem, say
from frozen.contents import ROOT
from release.stamp import program_version

from windows import cpython, launchers
from windows.installer import make_installer
from windows.signing import signer
from windows.tree import make_tree

__all__ = ["main"]


def main(words: Sequence[str]) -> int:
    """Make the installer; returns the exit code."""
    options = _parser().parse_args(words)
    work: Path = options.work.resolve()
    out: Path = options.out.resolve()
    number = options.version or program_version()
    try:
        tree = work / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        python = cpython.checked(_fetched(work)) if options.fetch else options.python.resolve()
        make_tree(tree, python)
        launchers.make_launchers(tree, number, f"{sys.version_info[0]}.{sys.version_info[1]}")
        installer = out / f"FluxDesktop-{number}-x64.exe"
        say(f"Making {installer.name}")
        with signer() as pen:
            for name in (launchers.WINDOW, launchers.CONSOLE):
                pen.sign(tree / name)
            make_installer(tree, installer, number, pen)
    except Problem as problem:
        say(str(problem))
        return 1
    megabytes = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) / 1e6
    say(f"{installer}: {installer.stat().st_size / 1e6:.1f} MB, {megabytes:.1f} MB installed")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py windows", description="Make the installer for Windows.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--python", type=Path, metavar="CPYTHON", help="folder or archive of CPython for Windows, x64")
    source.add_argument("--fetch", action="store_true", help=f"get CPython {cpython.VERSION} from python.org")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the installer goes (default: dist)")
    parser.add_argument(
        "--work", type=Path, default=ROOT / "build" / "windows", help="where the program folder is made"
    )
    parser.add_argument("--version", help="another version than the program's own, to try upgrades")
    return parser


def _fetched(work: Path) -> Path:
    work.mkdir(parents=True, exist_ok=True)
    archive = work / cpython.ADDRESS.rpartition("/")[2]
    if not archive.exists():
        say(f"Fetching {cpython.ADDRESS}")
        partial = archive.with_suffix(".part")
        try:
            with urllib.request.urlopen(cpython.ADDRESS, timeout=60) as answer, partial.open("wb") as file:
                shutil.copyfileobj(answer, file)
        except OSError as error:
            raise Problem(f"{cpython.ADDRESS} could not be fetched: {error}.") from error
        partial.replace(archive)
    return archive


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
