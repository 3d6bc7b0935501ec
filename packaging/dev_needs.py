"""What Qt and the tests need of the system beside Python packages, and what distributions call it."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["FONT", "PROGRAMS", "WAYLAND", "X11", "Need", "ensurepip"]

Kind = Literal["library", "program", "file", "font", "module"]


class Need(NamedTuple):
    """Something that must be there: a library's file name, a program, a file by its path, a font, a Python module.

    `debian`, `arch`, `fedora` and `suse` are package names; "" where none is known. Of libraries dnf and zypper find
    the package themselves: it provides the file name.
    """

    name: str
    kind: Kind
    debian: str = ""
    arch: str = ""
    fedora: str = ""
    suse: str = ""


def _library(name: str, debian: str, arch: str) -> Need:
    provided = f"{name}()(64bit)"
    return Need(name, "library", debian, arch, provided, provided)


X11 = (
    _library("libGL.so.1", "libgl1", "libglvnd"),
    _library("libEGL.so.1", "libegl1", "libglvnd"),
    _library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    _library("libfreetype.so.6", "libfreetype6", "freetype2"),
    _library("libX11.so.6", "libx11-6", "libx11"),
    _library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    _library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    _library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    _library("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    _library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    _library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
"""What PySide6's wheel links for a window on X11; offscreen needs fewer, but no machine has only those."""

WAYLAND = (
    _library("libwayland-client.so.0", "libwayland-client0", "wayland"),
    _library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    _library("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
)

FONT = Need("a proportional font", "font", "fonts-dejavu-core", "ttf-dejavu", "dejavu-sans-fonts", "dejavu-fonts")
"""Without one Qt draws boxes, and Debian's fontconfig alone brings a typewriter face."""

PROGRAMS = (
    Need("Xvfb", "program", "xvfb", "xorg-server-xvfb", "/usr/bin/Xvfb", "/usr/bin/Xvfb"),
    Need("xauth", "program", "xauth", "xorg-xauth", "/usr/bin/xauth", "/usr/bin/xauth"),
    Need("openbox", "program", "openbox", "openbox", "openbox", "openbox"),
    Need("xdotool", "program", "xdotool", "xdotool", "xdotool", "xdotool"),
    Need("dbus-daemon", "program", "dbus-daemon", "dbus", "/usr/bin/dbus-daemon", "/usr/bin/dbus-daemon"),
    Need(
        "dbus-run-session", "program", "dbus-daemon", "dbus", "/usr/bin/dbus-run-session", "/usr/bin/dbus-run-session"
    ),
    Need("gnome-keyring-daemon", "program", "gnome-keyring", "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    Need(
        "/usr/share/dbus-1/services/org.a11y.Bus.service",
        "file",
        "at-spi2-core",
        "at-spi2-core",
        "at-spi2-core",
        "at-spi2-core",
    ),
    Need("curl", "program", "curl", "curl", "/usr/bin/curl", "/usr/bin/curl"),
    Need("jq", "program", "jq", "jq", "/usr/bin/jq", "/usr/bin/jq"),
)
"""What the tests start: a display, a window manager, a typist, a session bus, the services that screen readers use, a
keychain, and scripts with cURL."""


def ensurepip(version: str) -> Need:
    """Python's own copy of pip, which Debian keeps in a package; `version` is e.g. "3.11"."""
    return Need("Python's module ensurepip", "module", f"python{version}-venv", "python", "python3", "python3-pip")
