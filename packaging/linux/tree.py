"""What lies where below /usr: the frozen program, and all by which a desktop and the shells know it."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

from frozen.contents import ROOT

from flux_desktop import __version__
from linux.completion import SHELLS
from linux.manual_page import manual_page

__all__ = ["COMMAND", "METAINFO", "PROGRAM", "SHARE", "icons", "make_tree", "packed"]

SHARE = Path(__file__).parent / "share"
METAINFO = "io.github.flux_desktop.FluxDesktop.metainfo.xml"
PROGRAM = "usr/lib/flux-desktop"
"""The frozen program's folder: its libraries are its own, and no other package may take them for the system's."""
COMMAND = "usr/bin/flux-desktop"
_ICONS = "usr/share/icons/hicolor"
_APP = ROOT / "resources" / "app"


def make_tree(root: Path, frozen: Path, epoch: int) -> None:
    """Put everything below `root`, which must not exist."""
    shutil.copytree(frozen, root / PROGRAM, symlinks=True)
    command = root / COMMAND
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("..") / Path(PROGRAM).relative_to("usr") / "flux-desktop")
    for source, place in (*_shared(), *icons()):
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for place, script in SHELLS.items():
        _put_text(root / place, script())
    page = root / "usr/share/man/man1/flux-desktop.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(packed(manual_page(__version__, epoch)))


def icons() -> Iterator[tuple[Path, str]]:
    """The icons of the program and of its files, and their places."""
    for path in sorted(_APP.glob("flux-desktop-[0-9]*.png")):
        size = path.stem.rpartition("-")[2]
        yield path, f"{_ICONS}/{size}x{size}/apps/flux-desktop.png"
    yield _APP / "flux-desktop.svg", f"{_ICONS}/scalable/apps/flux-desktop.svg"
    yield _APP / "flux-desktop-symbolic.svg", f"{_ICONS}/symbolic/apps/flux-desktop-symbolic.svg"
    yield _APP / "flux-desktop-tree.svg", f"{_ICONS}/scalable/mimetypes/application-vnd.flux-desktop.tree+zip.svg"


def packed(text: str) -> bytes:
    """As gzip, without name and time."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def _shared() -> Iterator[tuple[Path, str]]:
    yield SHARE / "flux-desktop.desktop", "usr/share/applications/flux-desktop.desktop"
    yield SHARE / METAINFO, f"usr/share/metainfo/{METAINFO}"
    yield SHARE / "flux-desktop.xml", "usr/share/mime/packages/flux-desktop.xml"


def _put_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
