"""What the program is made of, from an installer's list or from what is installed."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

from flux_desktop import __version__
from flux_desktop.services.licences import Licence, _licence, licences


def test_from_source_the_installed_packages_are_asked(tmp_path: Path) -> None:
    found = {one.name: one for one in licences(tmp_path / "none")}
    assert next(iter(found)) == "flux-desktop"
    assert found["flux-desktop"].version == __version__
    assert {"python", "pillow", "numpy", "httpx", "pyside6-essentials", "shiboken6", "Lucide icons"} <= set(found)
    assert len({re.sub("[-_.]", "-", name).lower() for name in found}) == len(found), "each is named once"
    assert "pytest" not in found, "what only tests need does not come along"
    for one in found.values():
        assert one.terms, one.name
        assert one.text, one.name


def test_qt_is_told_with_where_its_source_is_and_that_it_can_be_replaced(tmp_path: Path) -> None:
    qt = next(one for one in licences(tmp_path / "none") if one.name == "pyside6-essentials")
    for words in ("LGPL", "others with the same interface work in their place", "download.qt.io"):
        assert words in qt.text + qt.terms


def test_libvips_is_told_with_where_its_source_is_and_that_it_can_be_replaced() -> None:
    vips = _licence("pyvips-binary", distribution("pyvips-binary"))
    for words in ("LGPL", "another one with the same interface works in its place", "github.com/libvips/libvips"):
        assert words in vips.text + vips.terms


def test_the_list_of_an_installer_comes_first(tmp_path: Path) -> None:
    (tmp_path / "pillow.txt").write_text("pillow 12.3.0\nLicence: MIT-CMU\n\nThe text.\n\nMore.\n", "utf-8")
    (tmp_path / "flux-desktop.txt").write_text("flux-desktop 9.0\nLicence: MIT\n\nOwn.", "utf-8")
    own, icons, pillow = licences(tmp_path)
    assert own == Licence("flux-desktop", "9.0", "MIT", "Own.")
    assert icons.terms == "ISC"
    assert pillow == Licence("pillow", "12.3.0", "MIT-CMU", "The text.\n\nMore.")


def test_a_damaged_list_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"x")
    (tmp_path / "y.txt").write_bytes(b"\xff\xfe 1\n")
    assert {one.name for one in licences(tmp_path)} == {"x", "��", "Lucide icons"}
