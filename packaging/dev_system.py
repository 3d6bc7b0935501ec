"""Finds out what the system lacks and installs it where that can be done without asking, else says how."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from dev_needs import FONT, PROGRAMS, WAYLAND, X11, Need, ensurepip
from dev_output import Problem, quietly, say

__all__ = [
    "advice",
    "fingerprint",
    "install",
    "missing_for_python",
    "missing_for_qt",
    "missing_for_tests",
    "missing_libraries",
    "unresolved",
]

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
LOAD = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""
FAMILIES = {
    "debian": "debian",
    "ubuntu": "debian",
    "fedora": "fedora",
    "rhel": "fedora",
    "suse": "suse",
    "opensuse": "suse",
    "arch": "arch",
}
"""Whose package names fit, by the words of ID and ID_LIKE."""
# Through env, because sudo keeps the caller's variables back.
APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")


def missing_for_qt() -> list[Need]:
    """What Qt needs to open a window and does not find. Nothing on Windows and macOS: the wheels bring all."""
    if sys.platform != "linux":
        return []
    wanted = (*X11, *WAYLAND) if os.environ.get("WAYLAND_DISPLAY") else X11
    # An unknown system may keep its fonts anywhere: there the lack of one is no reason to stop.
    return [*missing_libraries(wanted), *([FONT] if _family() and not _has_font() else [])]


def missing_libraries(wanted: Iterable[Need]) -> list[Need]:
    """Those of `wanted` that the loader does not find. A process of its own asks it, and lets go of them again."""
    needs = {need.name: need for need in wanted}
    answer = subprocess.run([sys.executable, "-c", LOAD, *needs], capture_output=True, text=True, check=True)
    return [needs[name] for name in answer.stdout.split()]


def missing_for_tests() -> list[Need]:
    """What the tests start and is not there; costs no process."""
    return [need for need in PROGRAMS if not _is_there(need)] if sys.platform == "linux" else []


def missing_for_python() -> list[Need]:
    """Python's ensurepip, where the distribution left it out."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return [] if importlib.util.find_spec("ensurepip") else [ensurepip(version)]


def fingerprint() -> str:
    """What the answer of `missing_for_qt` depends on, cheap enough for every start."""
    release = _release()
    wayland = "wayland" if os.environ.get("WAYLAND_DISPLAY") else "x11"
    paths = os.environ.get("LD_LIBRARY_PATH", "")
    return " ".join([release.get("ID", ""), release.get("VERSION_ID", ""), platform.machine(), wayland, paths])


def advice(needs: Sequence[Need], family: str) -> str:
    """What is missing in one sentence, and for a known `family` the line to run, on a line of its own."""
    names = _packages(needs, family)
    if not names:
        what = ", ".join(need.name for need in needs)
        return f"This system lacks {what}: install the packages that have them and run this again."
    # dnf's and zypper's names have brackets in them.
    words = " ".join(name if name.replace("-", "").replace(".", "").isalnum() else f"'{name}'" for name in names)
    sudo = "sudo " if shutil.which("sudo") else ""
    lines = {
        "debian": f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {words}",
        "fedora": f"{sudo}dnf install -y {words}",
        "suse": f"{sudo}zypper install -y --capability {words}",
        "arch": f"{sudo}pacman -S --needed --noconfirm {words}",
    }
    packages = "1 system package is" if len(names) == 1 else f"{len(names)} system packages are"
    who = "" if sudo else " as root"
    return f"{packages} missing. Run this line{who}, then the same command again:\n{lines[family]}"


def install(needs: Sequence[Need]) -> None:
    """Install the packages of `needs`; Problem, with the line to run, where that takes somebody else's rights."""
    family = _family()
    rights = _rights() if family == "debian" else None
    if rights is None:
        raise Problem(advice(needs, family))
    names = _packages(needs, family)
    say(f"Installing with apt-get: {' '.join(names)}")
    # An update may fail for a source that does not matter here: what counts is whether the packages come.
    subprocess.run([*rights, *APT, "update"], capture_output=True, check=False)
    command = [*rights, *APT, "install", "-y", "--no-install-recommends", *names]
    quietly(command, "apt-get could not install the packages. Look at its words above.")


def unresolved(folder: Path) -> list[str]:
    """Library files that the PySide6 below `folder` asks for and the system has not, as the loader itself sees it."""
    ldd = shutil.which("ldd")
    if sys.platform != "linux" or ldd is None:
        return []
    names = ["QtWidgets.abi3.so", "QtGui.abi3.so", "Qt/plugins/platforms/libqxcb.so"]
    if os.environ.get("WAYLAND_DISPLAY"):
        names.append("Qt/plugins/platforms/libqwayland.so")
    found = [path for home in folder.glob("lib/python*/site-packages/PySide6") for path in map(home.joinpath, names)]
    answer = subprocess.run([ldd, *map(str, found)], capture_output=True, text=True, check=False).stdout
    return sorted({line.split()[0] for line in answer.splitlines() if line.endswith("not found")})


def _is_there(need: Need) -> bool:
    return Path(need.name).exists() if need.kind == "file" else shutil.which(need.name) is not None


def _has_font() -> bool:
    files = (file for folder in FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.[toTO][ttTT][fcFC]*"))
    return any("mono" not in file.name.lower() for file in files)


def _release() -> dict[str, str]:
    """What /etc/os-release says; empty where there is none."""
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def _family() -> str:
    """Whose package names fit: debian, fedora, suse, arch, or "" for none that is known."""
    release = _release()
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((FAMILIES[name] for name in names if name in FAMILIES), "")


def _packages(needs: Iterable[Need], family: str) -> list[str]:
    """The packages, once each, in the order of the needs."""
    names: list[str] = [getattr(need, family) for need in needs] if family else []
    return list(dict.fromkeys(filter(None, names)))


def _rights() -> list[str] | None:
    """What to put before a command to run it as root without a question; None where there is no way."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None
