"""The files opened last."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.settings import Settings
from flux_desktop.services.recent import LENGTH, Recent


def test_newest_first_each_once_and_not_too_many(tmp_path: Path) -> None:
    recent = Recent(Settings())
    for index in range(LENGTH + 3):
        recent.add(tmp_path / f"{index}.png")
    recent.add(tmp_path / "5.png")
    names = [Path(path).name for path in recent.all()]
    assert len(names) == len(set(names)) == LENGTH
    assert names[:3] == ["5.png", f"{LENGTH + 2}.png", f"{LENGTH + 1}.png"]


def test_what_vanished_is_left_out_but_not_forgotten(tmp_path: Path) -> None:
    recent = Recent(Settings())
    (tmp_path / "there.png").write_bytes(b"")
    for name in ("there.png", "gone.png"):
        recent.add(tmp_path / name)
    assert recent.present() == [str(tmp_path / "there.png")]
    (tmp_path / "gone.png").write_bytes(b"")
    assert len(recent.present()) == 2


@pytest.mark.parametrize("kept", ["", "{", "{}", "5", "[1, null]"])
def test_a_setting_that_makes_no_sense_is_an_empty_list(kept: str, tmp_path: Path) -> None:
    recent = Recent(Settings({"recent": kept}))
    assert recent.all() == []
    recent.add(tmp_path / "a.png")
    assert recent.all() == [str(tmp_path / "a.png")]


def test_nothing_is_remembered_where_that_is_not_wanted(tmp_path: Path) -> None:
    settings = Settings()
    recent = Recent(settings)
    recent.add(tmp_path / "before.png")
    settings.set("remember_recent", False)
    assert recent.all() == []
    recent.add(tmp_path / "after.png")
    assert recent.all() == []


def test_a_file_is_listed_once_however_its_path_is_written(tmp_path: Path) -> None:
    recent = Recent(Settings())
    recent.add(tmp_path / "a.png")
    recent.add(tmp_path / "folder" / ".." / "a.png")
    assert recent.all() == [str(tmp_path / "a.png")]
