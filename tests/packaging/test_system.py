"""What the system lacks is found by the loader's eyes and told in the words of the distribution."""

from __future__ import annotations

import sys
from pathlib import Path

import dev_needs
import dev_system
import pytest

MISSING = dev_needs.Need(
    "libnothing.so.9", "library", "libnothing9", "nothing", "libnothing.so.9()(64bit)", "x()(64bit)"
)
XAUTH = next(need for need in dev_needs.PROGRAMS if need.name == "xauth")


@pytest.mark.skipif(sys.platform != "linux", reason="about libraries of Linux")
def test_the_loader_decides_what_is_missing() -> None:
    there = dev_needs.Need("libc.so.6", "library", "libc6")
    assert dev_system.missing_libraries([there, MISSING]) == [MISSING]


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("debian", "apt-get update && apt-get install -y --no-install-recommends libnothing9 xauth"),
        ("fedora", "dnf install -y 'libnothing.so.9()(64bit)' '/usr/bin/xauth'"),
        ("suse", "zypper install -y --capability 'x()(64bit)' '/usr/bin/xauth'"),
        ("arch", "pacman -S --needed --noconfirm nothing xorg-xauth"),
    ],
)
def test_the_advice_is_one_line_to_run(family: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    text = dev_system.advice([MISSING, XAUTH], family)
    assert text.splitlines() == [
        "2 system packages are missing. Run this line as root, then the same command again:",
        line,
    ]


def test_the_advice_uses_sudo_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sudo").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    text = dev_system.advice([MISSING], "debian")
    assert text.startswith("1 system package is missing. Run this line, then")
    assert text.count("sudo apt-get") == 2


def test_an_unknown_system_is_told_the_files() -> None:
    text = dev_system.advice([MISSING], "")
    assert "libnothing.so.9" in text
    assert "\n" not in text


def test_a_package_is_named_once() -> None:
    both = [need for need in dev_needs.X11 if need.debian == "libglib2.0-0"]
    assert len(both) == 2
    assert dev_system.advice(both, "debian").count("libglib2.0-0") == 1


def test_every_need_has_a_package_everywhere() -> None:
    needs = (*dev_needs.X11, *dev_needs.WAYLAND, *dev_needs.PROGRAMS, dev_needs.FONT, dev_needs.ensurepip("3.11"))
    assert all(all((need.debian, need.arch, need.fedora, need.suse)) for need in needs)
