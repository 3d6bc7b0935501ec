"""Wraps the program folder into an installer, with NSIS; the lists of files and types for its script are made here."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from dev_output import Problem, quietly
from frozen.contents import ROOT

from windows.launchers import APP_USER_MODEL_ID, numbers
from windows.signing import Signer

__all__ = ["PICTURE_SUFFIXES", "TREE_SUFFIX", "installing", "make_installer", "types", "uninstalling"]

HERE = Path(__file__).parent
PICTURE_SUFFIXES = "jpg jpeg jpe png apng webp tif tiff bmp dib gif avif heic heif hif"
TREE_SUFFIX = "fluxtree"
_PICTURE_ID, _TREE_ID = "FluxDesktop.Picture.1", "FluxDesktop.Tree.1"


def make_installer(tree: Path, out: Path, version: str, signer: Signer) -> None:
    """Make the installer `out` of the program folder `tree`; it and its uninstaller are signed."""
    if shutil.which("makensis") is None:
        raise Problem("NSIS is needed: on Debian and Ubuntu the package nsis.")
    files = sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())
    size = sum((tree / file).stat().st_size for file in files)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        lists = Path(folder)
        # With a mark at the beginning, by which NSIS knows that they are UTF-8.
        (lists / "install.nsh").write_text(installing(tree, files), encoding="utf-8-sig")
        (lists / "uninstall.nsh").write_text(uninstalling(files), encoding="utf-8-sig")
        (lists / "types.nsh").write_text(types(), encoding="utf-8-sig")
        values = {
            "VERSION": version, "NUMBERS": ".".join(str(number) for number in numbers(version)), "TREE": tree,
            "SIZE": size // 1024, "OUT": out.resolve(), "LISTS": lists, "APP_USER_MODEL_ID": APP_USER_MODEL_ID,
            "ICON": ROOT / "resources" / "app" / "flux-desktop.ico",
        }  # fmt: skip
        words = [f"-D{name}={value}" for name, value in values.items()]
        words += [f"-DSIGN={signer.command}"] if signer.command else []
        command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / "installer.nsi")]
        quietly(command, "NSIS could not make the installer. Look at its words above.")
    signer.sign(out)


def installing(tree: Path, files: Iterable[str]) -> str:
    """The lines that unpack `files`, which are paths below `tree`."""
    lines: list[str] = []
    folder: PurePosixPath | None = None
    for file in (PurePosixPath(file) for file in files):
        if file.parent != folder:
            folder = file.parent
            lines.append(f'SetOutPath "{_installed(folder)}"')
        lines.append(f'File "{_quoted(str(tree / file))}"')
    return "\n".join(lines) + "\n"


def uninstalling(files: Iterable[str]) -> str:
    """The lines that remove `files`, and the folders that are then empty: nothing else that may lie there."""
    paths = [PurePosixPath(file) for file in files]
    folders = {folder for path in paths for folder in path.parents if folder.parts}
    lines = [f'Delete "{_installed(path)}"' for path in paths]
    lines += [
        f'RMDir "{_installed(folder)}"' for folder in sorted(folders, key=lambda folder: (-len(folder.parts), folder))
    ]
    return "\n".join(lines) + "\n"


def types() -> str:
    """What the program opens, as definitions and a macro that does something with each type."""
    each = [(f".{suffix}", "${PICTURE_ID}") for suffix in PICTURE_SUFFIXES.split()] + [
        (f".{TREE_SUFFIX}", "${TREE_ID}")
    ]
    lines = [f"!define PICTURE_ID {_PICTURE_ID}", f"!define TREE_ID {_TREE_ID}", "!macro EachType WHAT"]
    lines += [f'    !insertmacro ${{WHAT}} "{suffix}" "{identifier}"' for suffix, identifier in each]
    return "\n".join([*lines, "!macroend", ""])


def _installed(path: PurePosixPath) -> str:
    """Where `path` will be on the user's computer."""
    return "$INSTDIR" + "".join(f"\\{_quoted(part)}" for part in path.parts)


def _quoted(text: str) -> str:
    """The text as it is: no file that comes along has a letter that NSIS would read as something else."""
    if not text.isascii() or any(letter in text for letter in '$"`\n'):
        raise Problem(f"A file has a name that NSIS cannot take: {text!r}.")
    return text
