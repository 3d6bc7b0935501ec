"""The libraries that the frozen program leaves to the system, and the Debian packages that have them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dev_output import Problem

from linux.elf import Elf, missing, newest_glibc

__all__ = ["PACKAGES", "depends", "from_wheels"]

_C_LIBRARY = ("ld-linux", "libc.", "libm.", "libdl.", "libpthread.", "librt.", "libutil.", "libresolv.")

PACKAGES = {
    # What follows "|" is the name before packages were renamed for 64-bit time, in Debian 13 and Ubuntu 24.04.
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1.0": "libbz2-1.0",
    "libcrypto.so.3": "libssl3t64 | libssl3",
    "libdbus-1.so.3": "libdbus-1-3",
    "libffi.so.8": "libffi8",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libssl.so.3": "libssl3t64 | libssl3",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Package names by the file names of libraries: Debian 12 and 13, Ubuntu 22.04 and later."""


def depends(found: Iterable[Elf]) -> list[str]:
    """What a package around these programs and libraries depends on; Problem for a library of an unknown package."""
    found = list(found)
    needs = {name: who for name, who in missing(found).items() if not name.startswith(_C_LIBRARY)}
    unknown = [f"{name} (for {who[0].name})" for name, who in needs.items() if name not in PACKAGES]
    if unknown:
        raise Problem(f"Whose libraries are these? Name their packages in linux/libraries.py: {', '.join(unknown)}.")
    return [f"libc6 (>= {newest_glibc(found)})", *sorted({PACKAGES[name] for name in needs})]


def from_wheels(path: Path) -> bool:
    """Whether a library came in a wheel: those of Python itself are the build machine's."""
    name = path.name
    return not name.startswith("libpython") and "lib-dynload" not in path.parts
