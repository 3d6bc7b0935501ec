"""The licences of all that comes with the frozen program, one text a package: they travel with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from frozen.contents import ROOT

__all__ = ["Licence", "licences", "write_licences"]

_TEXTS = Path(__file__).parent / "texts"
_NAMES = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)

_QT = """\
Qt, PySide6 and Shiboken6 {version}, Copyright (C) The Qt Company Ltd. and other contributors.

They are used under the GNU Lesser General Public License, version 3; its text, and that of the GNU General Public
License that it refers to, follow. They are the unchanged libraries of the packages pyside6_essentials and shiboken6
{version} of the Python Package Index. You may replace them: they lie as files of their own in the program's folder, and
others with the same interface work in their place. Their source code is at https://download.qt.io/official_releases/.

Qt contains the work of others under licences of their own, which https://doc.qt.io/qt-6/licenses-used-in-qt.html lists.

"""
_VIPS = """\
libvips, Copyright (C) 1989-2026 the libvips authors, with the libraries that it needs, among them GLib, librsvg,
libheif, Pango and libexif.

As a whole they are used under the GNU Lesser General Public License, version 3 or later; its text, and that of the GNU
General Public License that it refers to, follow. It is the unchanged library of the package pyvips-binary {version} of
the Python Package Index. You may replace it: it lies as a file of its own in the program's folder, and another one with
the same interface works in its place. Its source code, and how it is built, are at https://github.com/libvips/libvips
and https://github.com/kleisauke/libvips-packaging, where THIRD-PARTY-NOTICES.md lists the licences of what is in it.

What follows first is the licence of the package itself.

"""
_BOOTLOADER = """\
The small program that starts Python is PyInstaller's, Copyright (C) 2010-2026 PyInstaller Development Team and others,
licensed under the GNU General Public License, version 2 or later, with an exception that lets it be a part of programs
of any licence; see https://pyinstaller.org/en/stable/license.html.
"""


class Licence:
    """What one package may be used under: `expression` is SPDX's or the package's own words."""

    def __init__(self, name: str, version: str, expression: str, text: str) -> None:
        self.name, self.version, self.expression, self.text = name, version, expression, text


def licences(names: Iterable[str]) -> list[Licence]:
    """Of the program, of Python, and of the installed packages `names`; those of Qt are told as one."""
    from flux_desktop import __version__

    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    found = [Licence("flux-desktop", __version__, "MIT", own)]
    found.append(Licence("python", "", "PSF-2.0", _text("Python")))
    found.append(Licence("pyinstaller-bootloader", "", "GPL-2.0-or-later WITH Bootloader-exception", _BOOTLOADER))
    packages = [distribution(name) for name in sorted(names)]
    found += [_licence(package) for package in packages if not _is_qt(package)]
    qt = next((package.version for package in packages if _is_qt(package)), "")
    if qt:
        text = _QT.format(version=qt) + _text("LGPL-3.0") + "\n" + _text("GPL-3.0")
        found.append(Licence("qt-and-pyside6", qt, "LGPL-3.0-only", text))
    return found


def write_licences(folder: Path, names: Iterable[str]) -> list[tuple[str, str]]:
    """Write them into `folder`; pairs of a file and the folder of the bundle to put it in."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = []
    for licence in licences(names):
        path = folder / f"{licence.name}.txt"
        heading = f"{licence.name} {licence.version}".strip()
        path.write_text(f"{heading}\nLicence: {licence.expression}\n\n{licence.text}", encoding="utf-8")
        pairs.append((str(path), "licences"))
    return pairs


def _licence(package: Distribution) -> Licence:
    """ValueError for a package that says nothing: it must not be shipped before somebody looked."""
    metadata = package.metadata
    files = sorted(str(path) for path in package.files or () if ".dist-info" in str(path) and _NAMES.search(path.name))
    texts = [Path(str(package.locate_file(path))).read_text(encoding="utf-8") for path in files]
    expression = _field(package, "License-Expression") or _field(package, "License") or _classifier(package)
    if not texts or not expression:
        raise ValueError(f"{metadata['Name']} comes without a licence.")
    name = metadata["Name"].lower().replace("_", "-")
    if name == "pyvips-binary":  # which brings the text for its own few lines alone
        texts = [_VIPS.format(version=package.version), *texts, _text("LGPL-3.0"), _text("GPL-3.0")]
    return Licence(name, package.version, expression, "\n\n".join(texts))


def _field(package: Distribution, name: str) -> str:
    return str(package.metadata[name] or "") if name in package.metadata else ""


def _classifier(package: Distribution) -> str:
    names = [one for one in package.metadata.get_all("Classifier") or () if one.startswith("License ::")]
    return names[0].rpartition(" :: ")[2] if names else ""


def _is_qt(package: Distribution) -> bool:
    return package.metadata["Name"].lower().startswith(("pyside6", "shiboken6"))


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")
