"""The files that come with the program are found from a checkout and from an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop import resources
from flux_desktop.resources import resource


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert resource("icons/dices.svg").is_file()
    assert resource("themes").is_dir()


def test_an_installed_package_carries_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resource("icons/x.svg") == tmp_path.parent / "resources/icons/x.svg"
    (tmp_path / "resources").mkdir()
    assert resource("icons/x.svg") == tmp_path / "resources/icons/x.svg"


def test_the_icons_carry_their_licence() -> None:
    licence = resource("icons/LICENSE").read_text("utf-8")
    assert "ISC License" in licence
    assert "Lucide" in licence
