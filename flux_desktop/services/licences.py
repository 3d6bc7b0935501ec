"""What the program is made of, and what each part may be used under.

An installer brings the list along as files, one a package, in a folder `licences` beside the package: a line with name
and version, a line `Licence: …`, then the text. Elsewhere the installed packages themselves are asked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import flux_desktop
from flux_desktop.resources import resource

if TYPE_CHECKING:
    from importlib.metadata import Distribution

__all__ = ["BROUGHT", "Licence", "licences"]

BROUGHT = Path(flux_desktop.__file__).parent.parent / "licences"
"""Where an installer puts the list."""

_OWN = "flux-desktop"
_NAMES = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")
_QT = """\
Qt, PySide6 and Shiboken6, Copyright (C) The Qt Company Ltd. and other contributors, are used under the GNU Lesser
General Public License, version 3: https://www.gnu.org/licenses/lgpl-3.0.html. They are unchanged libraries in files of
their own, and others with the same interface work in their place. Their source code is at
https://download.qt.io/official_releases/. Qt contains the work of others under licences of their own, which
https://doc.qt.io/qt-6/licenses-used-in-qt.html lists.
"""
_VIPS = """\
libvips, Copyright (C) 1989-2026 the libvips authors, and the libraries that it needs are used under the GNU Lesser
General Public License, version 3 or later: https://www.gnu.org/licenses/lgpl-3.0.html. They are one unchanged library,
a file of its own, and another one with the same interface works in its place. Its source code is at
https://github.com/libvips/libvips and https://github.com/kleisauke/libvips-packaging, which also lists the licences of
what is in it.
"""


@dataclass(frozen=True)
class Licence:
    """What a part may be used under: `terms` is an expression of SPDX, or the part's own words."""

    name: str
    version: str
    terms: str
    text: str


def licences(brought: Path = BROUGHT) -> list[Licence]:
    """Of the program, its icons, and everything that it needs, by name. Reads files: call it in a thread."""
    found = _brought(brought) if brought.is_dir() else list(_installed())
    icons = Licence("Lucide icons", "", "ISC", resource("icons/LICENSE").read_text("utf-8"))
    return sorted([*found, icons], key=lambda one: (one.name != _OWN, one.name.casefold()))


def _brought(folder: Path) -> list[Licence]:
    return [_read(file) for file in folder.glob("*.txt")]


def _read(file: Path) -> Licence:
    heading, _, rest = file.read_text("utf-8", "replace").partition("\n")
    terms, _, text = rest.partition("\n")
    name, _, version = heading.partition(" ")
    return Licence(name, version, terms.removeprefix("Licence: "), text.strip())


def _installed() -> Iterator[Licence]:
    """Python, the program, and what its packages ask for, as far as it is installed here."""
    from importlib.metadata import PackageNotFoundError, distribution

    yield Licence("python", sys.version.partition(" ")[0], "PSF-2.0", sys.copyright)
    wanted, seen = [_OWN], set[str]()
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            package = distribution(name)
        except PackageNotFoundError:  # of another system, or not installed as a package
            continue
        yield _licence(name, package)
        wanted += (name for line in package.requires or () if (name := _needed(line)))


def _needed(requirement: str) -> str:
    """The name in a requirement, in the one form of many that it may have; "" for what only an extra asks for."""
    found = None if "extra ==" in requirement else _REQUIRED.match(requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def _licence(name: str, package: Distribution) -> Licence:
    files = [path for path in package.files or () if ".dist-info" in str(path) and _NAMES.search(path.name)]
    text = "\n\n".join(Path(str(package.locate_file(path))).read_text("utf-8", "replace") for path in sorted(files))
    terms = _said(package, "License-Expression") or _said(package, "License") or _classifier(package)
    if name.startswith(("pyside6", "shiboken6")):
        text = f"{_QT}\n{text}".strip()
    if name == "pyvips-binary":
        text = f"{_VIPS}\n{text}".strip()
    return Licence(name, package.version, terms.partition("\n")[0], text)


def _said(package: Distribution, field: str) -> str:
    return next(iter(package.metadata.get_all(field) or ()), "")


def _classifier(package: Distribution) -> str:
    names = (one for one in package.metadata.get_all("Classifier") or () if one.startswith("License ::"))
    return next(names, "").rpartition(" :: ")[2]
