"""The AppImage: one file that runs on any desktop of the last years, without root and without FUSE.

Its first part is `runtime.c`. The few libraries that not every desktop has come along; those of the drawing hardware,
the display server and the C library stay the system's.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
from pathlib import Path

from dev_output import Problem, quietly, say

from linux.freeze import environment, set_times
from linux.tree import PROGRAM, make_tree

__all__ = ["BUNDLED", "make_appimage"]

BUNDLED = (
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-render-util.so.0",
    "libxcb-util.so.1", "libxcb-xkb.so.1", "libxkbcommon.so.0", "libxkbcommon-x11.so.0", "libwayland-cursor.so.0",
    "libbrotlidec.so.1", "libbrotlicommon.so.1", "libbz2.so.1.0", "libffi.so.8", "liblzma.so.5", "libsqlite3.so.0",
    "libssl.so.3", "libcrypto.so.3", "libzstd.so.1",
)  # fmt: skip
"""Libraries of the building machine that come along: none has to fit the display or the drawing hardware."""
_RUNTIME = Path(__file__).parent / "runtime.c"
_STATIC = ("-lsquashfuse", "-lzstd")


def make_appimage(out: Path, work: Path, frozen: Path, version: str, epoch: int) -> Path:
    """Make `out`/Flux_Desktop-VERSION-x86_64.AppImage around the folder `frozen`."""
    target = out / f"Flux_Desktop-{version}-{platform.machine()}.AppImage"
    say(f"Making {target.name}")
    root = work / "AppDir"
    shutil.rmtree(root, ignore_errors=True)
    make_tree(root, frozen, epoch)
    for path in system_libraries(BUNDLED):
        shutil.copyfile(path, root / PROGRAM / "_internal" / path.name)
    _link(root)
    set_times(root, epoch)
    image = work / "appimage.squashfs"
    _pack(root, image, epoch)
    runtime = work / "runtime"
    _compile(runtime, hashlib.sha256(image.read_bytes()).hexdigest(), epoch)
    out.mkdir(parents=True, exist_ok=True)
    target.write_bytes(runtime.read_bytes() + image.read_bytes())
    target.chmod(0o755)
    return target


def system_libraries(names: tuple[str, ...]) -> list[Path]:
    """Where the loader finds these libraries; Problem for one that is not there."""
    said = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places: dict[str, Path] = {}
    for line in said.splitlines():
        name, arrow, place = line.partition(" => ")
        if arrow and ("x86-64" in name or "AArch64" in name):
            places.setdefault(name.split()[0], Path(place))
    lacking = [name for name in names if name not in places]
    if lacking:
        raise Problem(f"These libraries are not on this machine: {', '.join(lacking)}. Install their packages.")
    return [places[name] for name in names]


def _link(root: Path) -> None:
    """What an AppImage has at its top, for those who look into it: program, desktop entry, icon."""
    (root / "AppRun").symlink_to(f"{PROGRAM}/flux-desktop")
    (root / "flux-desktop.desktop").symlink_to("usr/share/applications/flux-desktop.desktop")
    (root / "flux-desktop.png").symlink_to("usr/share/icons/hicolor/256x256/apps/flux-desktop.png")
    (root / ".DirIcon").symlink_to("flux-desktop.png")


def _pack(root: Path, image: Path, epoch: int) -> None:
    """The folder as squashfs, everything in it of root and of the time `epoch`."""
    image.unlink(missing_ok=True)
    words = ("-comp", "zstd", "-Xcompression-level", "15", "-root-owned", "-noappend", "-no-xattrs", "-no-progress")
    own = environment(epoch)  # its SOURCE_DATE_EPOCH is the time of the image
    command = ["mksquashfs", str(root), str(image), *words]
    quietly(command, "mksquashfs failed. Look at its words above.", env=own)


def _compile(target: Path, contents: str, epoch: int) -> None:
    """The runtime, static, named after what it unpacks."""
    words = ("-std=c11", "-Os", "-Wall", "-Wextra", "-Werror", "-static", "-s", "-Wl,--build-id=none")
    name = f'-DCONTENTS="{contents[:32]}"'
    large = "-D_FILE_OFFSET_BITS=64"
    command = ["gcc", *words, large, name, "-o", str(target), str(_RUNTIME), *_STATIC]
    quietly(command, "gcc could not make the runtime. Look at its words above.", env=environment(epoch))
