"""CPython for the program folder, from what python.org calls the embeddable package.

A whole installation of CPython for Windows will do as well: it is brought into the form of the embeddable package.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from dev_output import Problem, quietly
from dev_venv import clean_environment

__all__ = ["ADDRESS", "SHA256", "VERSION", "checked", "compile_all", "put_runtime", "version_of"]

VERSION = "3.13.11"
ADDRESS = f"https://www.python.org/ftp/python/{VERSION}/python-{VERSION}-embed-amd64.zip"
SHA256 = "1ec066fb61ba5e8c73e29e048cd07c26850f74585e3a116005135b31b8004890"
"""Of the file at ADDRESS; the .spdx.json beside it on python.org names the same. Change all three together."""

_STANDS_BESIDE = ("python3.dll", "vcruntime140.dll", "vcruntime140_1.dll", "LICENSE.txt")
_LEFT_OUT = "__phello__ ensurepip idlelib lib2to3 pydoc_data site-packages test tkinter turtledemo turtle.py venv"
_EXTENSIONS_LEFT_OUT = ("_test", "_tkinter", "tcl", "tk", "xx", "_ctypes_test", "winsound")
_DATE = (1980, 1, 1, 0, 0, 0)


def checked(archive: Path) -> Path:
    """The archive itself if it is the file of ADDRESS; Problem otherwise."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256:
        raise Problem(f"{archive} is not the file of {ADDRESS}: its SHA-256 is {found}.")
    return archive


def version_of(folder: Path) -> str:
    """Like "3.13": which Python the unpacked `folder` holds, told by the name of its library."""
    names = [path.stem for path in folder.glob("python3?*.dll") if path.stem != "python3"]
    if len(names) != 1:
        raise Problem(f"{folder} holds no CPython for Windows: there is no python3xx.dll.")
    digits = names[0].removeprefix("python")
    return f"{digits[0]}.{digits[1:]}"


def put_runtime(source: Path, target: Path, *, packages: str) -> str:
    """Make the folder `target` out of the folder or archive `source`; returns its version, like "3.13".

    Modules are then looked for in it, and in the folder `packages` beside it, and nowhere else.
    """
    if source.is_file():
        unpacked = target.with_name(f"{target.name}.unpacked")
        with zipfile.ZipFile(source) as archive:
            archive.extractall(unpacked)
        version = put_runtime(unpacked, target, packages=packages)
        shutil.rmtree(unpacked)
        return version
    version = version_of(source)
    name = f"python{version.replace('.', '')}"
    target.mkdir(parents=True)
    for file in (f"{name}.dll", *_STANDS_BESIDE):
        shutil.copy(source / file, target)
    for folder in (source, source / "DLLs"):
        _copy_extensions(folder, target)
    if (source / f"{name}.zip").exists():
        shutil.copy(source / f"{name}.zip", target)
    else:
        _zip_library(source / "Lib", target / f"{name}.zip", version)
    (target / f"{name}._pth").write_text(f"{name}.zip\n.\n..\\{packages}\n", newline="\r\n")
    return version


def _copy_extensions(folder: Path, target: Path) -> None:
    for path in sorted([*folder.glob("*.pyd"), *folder.glob("lib*.dll"), *folder.glob("sqlite3.dll")]):
        if not path.name.startswith(_EXTENSIONS_LEFT_OUT):
            shutil.copy(path, target)


def _zip_library(library: Path, target: Path, version: str) -> None:
    """The standard library as bytecode, the same bytes each time."""
    if version != f"{sys.version_info[0]}.{sys.version_info[1]}":
        raise Problem(f"The bytecode of Python {version} is made by Python {version}: start this with it.")
    left_out = set(_LEFT_OUT.split())
    sources = [path for path in sorted(library.rglob("*.py")) if left_out.isdisjoint(path.relative_to(library).parts)]
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        folder = Path(name)
        for path in sources:
            place = folder / path.relative_to(library)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
        compile_all(folder, folder, "-b")
        for path in sorted(folder.rglob("*.pyc")):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DATE)
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)


def compile_all(folder: Path, stripped: Path, *words: str) -> None:
    """Bytecode for all sources in `folder`, never checked against them, with paths as seen from `stripped`.

    In a process of its own: what else was imported, and the order of hashes, would be seen in the bytes.
    """
    command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", *words]
    environment = {**clean_environment(), "PYTHONHASHSEED": "0"}
    sentence = "A source file could not be compiled. Look at the words above."
    quietly([*command, "-s", str(stripped), str(folder)], sentence, env=environment)
