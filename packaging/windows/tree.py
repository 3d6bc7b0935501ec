"""The program folder: CPython in `runtime`, the program and its packages in `lib`, the launchers, the licences."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from dev_output import Problem, quietly, say
from dev_venv import BINARIES, PURE
from frozen.contents import QT_LANGUAGES, ROOT, data_files
from release.shipped import WINDOWS, environment, shipped

from windows import pe
from windows.cpython import compile_all, put_runtime

__all__ = ["make_tree"]

HERE = Path(__file__).parent
PACKAGES = "lib"

QT_PLUGINS = (
    "platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll", "iconengines/qsvgicon.dll",
    "imageformats/qgif.dll", "imageformats/qico.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll",
    "imageformats/qwebp.dll",
)  # fmt: skip
QT_NETWORK_PLUGINS = ("networkinformation/qnetworklistmanager.dll",)
_LICENCES = """\
Flux Desktop is under the MIT License: LICENSE.txt in the folder above this one.

CPython is under the PSF License: runtime\\LICENSE.txt. The licence of each Python package lies beside it, in the
folder lib, in a folder whose name ends in .dist-info.

Qt, PySide6 and Shiboken6 are used under the GNU Lesser General Public License, version 3: LGPL-3.0.txt, with the GNU
General Public License that it refers to in GPL-3.0.txt. They are the unchanged libraries of the packages
pyside6_essentials and shiboken6 of the Python Package Index. You may replace them: they lie as files of their own in
lib\\PySide6 and lib\\shiboken6, and others with the same interface work in their place. Their source code is at
https://download.qt.io/official_releases/.
"""
_LEFT_OUT_FOLDERS = frozenset({"tests", "__pycache__", "bin", "include", "f2py"})
_LEFT_OUT_MODULES = (
    "_umath_tests.", "_multiarray_tests.", "_rational_tests.", "_struct_ufunc_tests.", "_operand_flag_tests.",
)  # fmt: skip
_LEFT_OUT_SUFFIXES = frozenset({".pyi", ".lib", ".h", ".c", ".cpp", ".pxd", ".pyx", ".exe"})


def make_tree(target: Path, python: Path) -> None:
    """Make the folder `target`, which must not exist, with the CPython for Windows in the folder or archive `python`.

    Problem if a package cannot be had, or a library is missing in what is kept.
    """
    version = put_runtime(python, target / "runtime", packages=PACKAGES)
    if version != f"{sys.version_info[0]}.{sys.version_info[1]}":
        raise Problem(f"The bytecode of Python {version} is made by Python {version}: start this with it.")
    shutil.copy(HERE / "start.py", target / "runtime")
    lib = target / PACKAGES
    _install(lib, version)
    _put_program(lib)
    _trim(lib)
    _trim_qt(lib / "PySide6")
    _put_licences(target)
    _check(target)
    # Nothing is written where the program is installed: the bytecode comes along.
    compile_all(lib, target)


def _install(lib: Path, version: str) -> None:
    """The packages of the lock, for Windows wherever this runs."""
    pins = shipped(environment(WINDOWS, version))
    say(f"Fetching {len(pins)} packages for Windows")
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "windows.txt"
        lock.write_text("".join(f"{pin.line()}\n" for pin in pins), encoding="utf-8")
        words = ["--no-deps", *BINARIES, "--platform=win_amd64", f"--python-version={version}"]
        pip = [sys.executable, "-I", "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
        quietly(
            [*pip, *words, "--require-hashes", "--target", str(lib), "-r", str(lock)],
            "pip could not fetch the packages for Windows. Look at its words above.",
            env={**os.environ, **PURE},
        )


def _put_program(lib: Path) -> None:
    """The package itself and what it reads at run time, as an installed wheel has it."""
    package = lib / "flux_desktop"
    shutil.copytree(ROOT / "flux_desktop", package, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for source, place in data_files():
        folder = lib / place
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, folder)


def _trim(lib: Path) -> None:
    """Leave out what is only for building and testing the packages."""
    for path in sorted(lib.rglob("*"), reverse=True):
        if path.is_dir() and path.name in _LEFT_OUT_FOLDERS and "flux_desktop" not in path.parts:
            shutil.rmtree(path)
        elif path.is_file() and (path.suffix in _LEFT_OUT_SUFFIXES or path.name.startswith(_LEFT_OUT_MODULES)):
            path.unlink()


def _trim_qt(qt: Path) -> None:
    """Keep of Qt what the program imports, a few plugins, and what these need."""
    modules = _qt_modules()
    plugins = [*QT_PLUGINS, *(QT_NETWORK_PLUGINS if "QtNetwork" in modules else ())]
    bindings = [qt / f"{name}.pyd" for name in sorted(modules)]
    wanted = [*bindings, *(qt / "plugins" / name for name in plugins)]
    lacking = [str(path.relative_to(qt)) for path in wanted if not path.exists()]
    if lacking:
        raise Problem(f"PySide6 has no {', '.join(lacking)}: look at the names in {Path(__file__).name}.")
    kept = pe.closure(wanted, [qt, qt.parent / "shiboken6"])
    kept |= {qt / "translations" / f"qtbase_{language}.qm" for language in QT_LANGUAGES}
    kept |= {path for path in qt.rglob("*.py") if "scripts" not in path.parts}
    for path in sorted(qt.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def _qt_modules() -> set[str]:
    """Those of PySide6 that the program names, anywhere in its source."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "flux_desktop").rglob("*.py"))
    return {name for text in sources for name in re.findall(r"\bPySide6\.(Qt\w+)", text)} - {"QtDBus"}


def _put_licences(target: Path) -> None:
    shutil.copy(ROOT / "LICENSE", target / "LICENSE.txt")
    folder = target / "licences"
    folder.mkdir()
    (folder / "README.txt").write_text(_LICENCES, encoding="utf-8", newline="\r\n")
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copy(ROOT / "packaging" / "frozen" / "texts" / name, folder)


def _check(target: Path) -> None:
    """That all libraries are there: what is trimmed too much shows only on another computer."""
    lacking = pe.missing(target)
    if lacking:
        words = "; ".join(f"{name} for {', '.join(sorted(users))}" for name, users in sorted(lacking.items()))
        raise Problem(f"Libraries are missing in what would be installed: {words}.")
