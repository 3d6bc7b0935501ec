"""Tries the installers as users would: `python3 packaging/linux/installed_check.py ROOT --deb NEW …`, as root.

ROOT is the folder of a bare Debian or Ubuntu, with /proc and /dev in it, whose apt finds its packages. There the .deb
is installed with apt, upgraded, used by a user without rights on a virtual display, and purged; the files of the
system before and after are compared. A line a step; the exit code is the number of those that went wrong.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

USER = "designer"
HOME = f"/home/{USER}"
SAMPLE = "/usr/lib/flux-desktop/_internal/flux_desktop/resources/sample.jpg"
EDIT = 'edit photo.jpg -p "warmer" -o {out} --json'
APT = "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
DISPLAY = "xvfb xauth"
SCREEN = "xvfb-run -a -s '-screen 0 1280x800x24'"
HOST = "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libx11-xcb1 libxcb-glx0 libxcb-randr0 libxcb-render0"
HOST += " libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libwayland-client0 libwayland-egl1 libgssapi-krb5-2"
"""What every desktop has, and an AppImage therefore does not bring."""
NOT_COUNTED = ("home", "proc", "sys", "dev", "run", "tmp", "var/cache", "var/log", "var/lib/apt", "var/lib/dpkg")
"""Folders of the user, of the running system, and of apt's own books."""


class Machine:
    """The system in the folder `root`; `wrong` counts what failed in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wrong = 0

    def run(self, command: str, user: str = "root") -> subprocess.CompletedProcess[str]:
        """Run a line of shell as `user`, without anything of the environment outside."""
        home = "/root" if user == "root" else f"/home/{user}"
        own = (f"HOME={home}", f"USER={user}", "LANG=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin")
        who = ["chroot", f"--userspec={user}:{user}", "--groups=", str(self.root)]
        words = [*who, "/usr/bin/env", "-i", *own, "sh", "-c", f"cd {home} && {command}"]
        return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def step(
        self, words: str, command: str, user: str = "root", holds: Callable[[str], bool] = lambda said: True
    ) -> str:
        """Run `command`, tell how it went and how long it took; its standard output."""
        begin = time.monotonic()
        done = self.run(command, user)
        good = done.returncode == 0 and holds(done.stdout)
        self.tell(words, good, f"{time.monotonic() - begin:.1f} s")
        if not good:
            print("\n".join((done.stdout + done.stderr).splitlines()[-15:]), flush=True)
        return done.stdout

    def tell(self, words: str, good: bool, more: str = "") -> None:
        self.wrong += not good
        print(f"{'ok   ' if good else 'WRONG'}  {words}  ({more})" if more else words, flush=True)

    def files(self) -> set[str]:
        """All files that belong to the system and not to a user."""
        return set(self._files(self.root))

    def packages(self) -> dict[str, int]:
        """The installed packages with their sizes in kB."""
        said = self.run("dpkg-query -W -f '${Package} ${Installed-Size}\\n'").stdout
        return {name: int(size or 0) for name, _, size in (line.partition(" ") for line in said.splitlines())}

    def _files(self, folder: Path) -> Iterator[str]:
        for path in folder.iterdir():
            name = path.relative_to(self.root).as_posix()
            if name in NOT_COUNTED or path.name == "__pycache__":
                continue
            yield name
            if path.is_dir() and not path.is_symlink():
                yield from self._files(path)


def main() -> int:
    options = _parser().parse_args()
    machine = Machine(options.root.resolve())
    _prepare(machine, [path for path in (options.deb, options.old, options.appimage) if path])
    if options.appimage:
        _try_appimage(machine, options.appimage.name)
    _install_on_bare(machine, options.deb.name)
    _upgrade(machine, (options.old or options.deb).name, options.deb.name)
    print(f"{machine.wrong} wrong")
    return machine.wrong


def _prepare(machine: Machine, installers: list[Path]) -> None:
    folder = machine.root / "tmp" / "installers"
    folder.mkdir(parents=True, exist_ok=True)
    for path in installers:
        shutil.copy(path, folder)
    machine.run(f"id {USER} || useradd -m -s /bin/bash {USER}")
    machine.step("apt-get update", f"{APT} update")


def _install_on_bare(machine: Machine, deb: str) -> None:
    """What apt brings, and that all of it goes again."""
    before = machine.packages()
    machine.step(f"apt install ./{deb}", f"{APT} install -y /tmp/installers/{deb}")
    new = {name: size for name, size in machine.packages().items() if name not in before}
    whole, own = sum(new.values()) / 1024, new.get("flux-desktop", 0) / 1024
    print(f"       {len(new)} packages, {whole:.0f} MB on disk, of it {own:.0f} MB own")
    _use(machine, "flux-desktop")
    machine.step("apt autopurge", f"{APT} autopurge -y flux-desktop {DISPLAY}")
    left = sorted(set(machine.packages()) - set(before))
    machine.tell("the package is gone", "flux-desktop" not in left, f"apt keeps of others: {', '.join(left) or 'none'}")


def _upgrade(machine: Machine, old: str, new: str) -> None:
    """That an upgrade keeps the library, and that nothing stays behind in a system that had all dependencies."""
    needs = machine.run(f"dpkg-deb -f /tmp/installers/{new} Depends").stdout.strip()
    machine.step("the dependencies alone", f"{APT} satisfy -y --no-install-recommends '{needs}'")
    machine.step("a virtual display", f"{APT} install -y --no-install-recommends {DISPLAY}")
    before = machine.files()
    machine.step(f"apt install ./{old}", f"{APT} install -y /tmp/installers/{old}")
    photo = f"cp {SAMPLE} photo.jpg && rm -rf .local out.webp"
    machine.step("an edit", f"{photo} && flux-desktop {EDIT.format(out='out.webp')}", USER, _is_done)
    machine.step(f"apt install ./{new}", f"{APT} install -y /tmp/installers/{new}")
    machine.step("the result is still in the history", "flux-desktop history list --json", USER, _has_results)
    _use(machine, "flux-desktop")
    machine.step("apt purge", f"{APT} purge -y flux-desktop")
    left = machine.files() - before
    machine.tell("no file is left", not left, ", ".join(sorted(left)[:5]) or "compared")
    machine.tell("no file is lost", before <= machine.files(), "compared")
    kept = (machine.root / HOME.strip("/") / ".local/share/flux-desktop/library.sqlite").is_file()
    machine.tell("the user's library is still there", kept, "compared")


def _try_appimage(machine: Machine, name: str) -> None:
    machine.step("what every desktop has", f"{APT} install -y --no-install-recommends {HOST}")
    file = f"/tmp/installers/{name}"
    machine.run(f"chmod 755 {file}")
    machine.step("AppImage: where its contents begin", f"{file} --appimage-offset", USER, lambda said: int(said) > 1000)
    machine.step("AppImage: unpacked", f"{file} --appimage-extract && test -x squashfs-root/AppRun", USER)
    machine.run("cp squashfs-root/usr/lib/flux-desktop/_internal/flux_desktop/resources/sample.jpg photo.jpg", USER)
    _use(machine, file)
    machine.run("rm -rf squashfs-root .cache", USER)
    machine.step("the desktop's libraries go again", f"{APT} autopurge -y {HOST} {DISPLAY}")


def _use(machine: Machine, command: str) -> None:
    """The program as a plain user uses it: without a window, then with one."""
    machine.run(f"{APT} install -y --no-install-recommends {DISPLAY}")
    machine.step("version", f"{command} --version", USER, lambda said: said.startswith("flux-desktop "))
    photo = f"test -e photo.jpg || cp {SAMPLE} photo.jpg"
    line = f"({photo}) && rm -f new.avif && {command} {EDIT.format(out='new.avif')} && test -s new.avif"
    machine.step("edit on the command line", line, USER, _is_done)
    said = machine.step("smoke test in a window", f"{SCREEN} {command} --smoke-test", USER, _is_whole)
    if said:
        found: dict[str, Any] = json.loads(said)
        print(f"       {len(found['providers'])} providers, {found['resources']}, {found['seconds']}")
    line = f"{SCREEN} env XDG_SESSION_TYPE=x11 timeout 4 {command} photo.jpg; test $? = 124"
    machine.step("the window stays open with a picture", line, USER)


def _is_whole(said: str) -> bool:
    found = json.loads(said)
    return bool(found["ok"] and found["frozen"] and found["platform"] == "xcb")


def _is_done(said: str) -> bool:
    return bool(json.loads(said)["status"] == "done")


def _has_results(said: str) -> bool:
    return any(value for value in json.loads(said).values() if isinstance(value, list))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Try the installers in a bare system.")
    parser.add_argument("root", type=Path, help="the folder of the system")
    parser.add_argument("--deb", type=Path, required=True, help="the package to try")
    parser.add_argument("--old", type=Path, help="one with a lower version, to upgrade from")
    parser.add_argument("--appimage", type=Path, help="the AppImage to try")
    return parser


if __name__ == "__main__":
    sys.exit(main())
