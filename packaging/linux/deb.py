"""The Debian package: for Debian 12 and 13, Ubuntu 22.04 and later. The same program gives the same file."""

from __future__ import annotations

import email.utils
import hashlib
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from dev_output import quietly, say
from frozen.contents import ROOT
from frozen.licences import Licence, licences

from linux.elf import elves
from linux.freeze import environment, set_times
from linux.libraries import depends
from linux.tree import PROGRAM, SHARE, make_tree, packed

__all__ = ["MAINTAINER", "changelog", "control", "copyright_file", "deb_version", "homepage", "make_deb"]

PACKAGE = "flux-desktop"
MAINTAINER = "The Flux Desktop authors <flux-desktop@users.noreply.github.com>"
DESCRIPTION = """\
change pictures by words
 Write what should change, and compare the result with what it was made from.
 All results are kept in a history with their words, settings and seeds, and
 each can be taken up again. What leaves this computer, and what it costs, is
 shown before it does.
 .
 The FLUX.2 models of several providers are at hand, each with every parameter
 that it takes; a provider named offline edits by a small vocabulary without
 network, key or AI."""
_ALSO = ("ca-certificates", "hicolor-icon-theme")
"""What the program reads beside libraries: the certificates that HTTPS is checked with, and where icons lie."""


def make_deb(out: Path, work: Path, frozen: Path, version: str, epoch: int, packages: Sequence[str]) -> Path:
    """Make `out`/flux-desktop_VERSION_amd64.deb around the folder `frozen`; `packages` are the wheels in it."""
    number = deb_version(version)
    target = out / f"{PACKAGE}_{number}_{_architecture()}.deb"
    say(f"Making {target.name}")
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    make_tree(root, frozen, epoch)
    _put_papers(root, number, epoch, packages)
    folder = root / "DEBIAN"
    folder.mkdir()
    needs = [*depends(elves(root / PROGRAM)), *_ALSO]
    (folder / "md5sums").write_text(_sums(root), encoding="utf-8")
    size = sum(-(-path.lstat().st_size // 1024) or 1 for path in root.rglob("*"))
    (folder / "control").write_text(control(number, _architecture(), size, needs), encoding="utf-8")
    set_times(root, epoch)
    out.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)]
    quietly(command, "dpkg-deb failed. Look at its words above.", env=environment(epoch))
    return target


def deb_version(version: str) -> str:
    """Debian's spelling of a version of Python: what comes before a release sorts before it."""
    for word in (".dev", "a", "b", "rc"):
        version = version.replace(word, f"~{word.strip('.')}", 1)
    return version


def control(version: str, architecture: str, kilobytes: int, needs: Sequence[str]) -> str:
    """The file DEBIAN/control."""
    fields = {
        "Package": PACKAGE,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(needs),
        # Any desktop has them. Without the first file dialogs are Qt's own, without the second keys are asked for anew.
        "Suggests": "xdg-desktop-portal, gnome-keyring | kwalletmanager",
        "Section": "graphics",
        "Priority": "optional",
        "Homepage": homepage(),
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def homepage(build: Path = ROOT / "resources" / "build.json") -> str:
    """Where the source of this build is, as `release/stamp.py` has noted it; "" in a checkout."""
    if not build.is_file():
        return ""
    updates = str(json.loads(build.read_text(encoding="utf-8"))["updates"])
    repository = updates.partition("/repos/")[2].removesuffix("/releases/latest")
    return f"https://github.com/{repository}" if repository else ""


def changelog(version: str, epoch: int) -> str:
    """What Debian calls a changelog; the real one lies beside it."""
    date = email.utils.formatdate(epoch, usegmt=True).replace("GMT", "+0000")
    return (
        f"{PACKAGE} ({version}) stable; urgency=medium\n\n"
        f"  * What is new stands in CHANGELOG.md.gz in this folder.\n\n -- {MAINTAINER}  {date}\n"
    )


def copyright_file(found: Sequence[Licence]) -> str:
    """Debian's machine-readable list of licences; the texts lie in the program's folder."""
    own = next(licence for licence in found if licence.name == PACKAGE)
    parts = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: Flux Desktop\nUpstream-Contact: {MAINTAINER}\n"
        f"Source: {homepage() or 'the checkout that this package was built from'}\n"
        "Comment: Everything in the program's folder but its own modules comes unchanged from the packages below.\n"
        " On Debian systems the texts of Apache-2.0, LGPL-3, GPL-2, GPL-3 and MPL-2.0 are in\n"
        " /usr/share/common-licenses/Apache-2.0, /usr/share/common-licenses/LGPL-3 and so on.\n",
        f"Files: *\nCopyright: 2026 The Flux Desktop authors\nLicense: MIT\n{_indented(own.text)}",
        f"Files: {PROGRAM}/_internal/flux_desktop/resources/icons/*\nCopyright: Lucide Contributors\n"
        f"License: ISC\n{_indented((ROOT / 'resources' / 'icons' / 'LICENSE').read_text(encoding='utf-8'))}",
    ]
    for licence in found:
        if licence is not own:
            parts.append(
                f"Files: {PROGRAM}/_internal/licences/{licence.name}.txt\n"
                f"Copyright: the authors of {licence.name} {licence.version}".rstrip()
                + "\n"
                f"License: {_short(licence.expression)}\n The text is in this file.\n"
            )
    return "\n".join(parts)


def _put_papers(root: Path, version: str, epoch: int, packages: Sequence[str]) -> None:
    folder = root / "usr/share/doc" / PACKAGE
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(copyright_file(licences(packages)), encoding="utf-8")
    (folder / "changelog.gz").write_bytes(packed(changelog(version, epoch)))
    (folder / "CHANGELOG.md.gz").write_bytes(packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    overrides = root / "usr/share/lintian/overrides" / PACKAGE
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(SHARE / "lintian-overrides", overrides)


def _sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)


def _short(expression: str) -> str:
    """One word, as Debian wants it, for what may be a sentence of the package."""
    return expression.replace(" License", "").replace(" OR ", " or ").replace(" AND ", " and ")


def _indented(text: str) -> str:
    return "".join(f" {line.rstrip() or '.'}\n" for line in text.strip().splitlines())


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
