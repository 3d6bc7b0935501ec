"""Everything is kept in one folder, which is the user's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from platformdirs import user_data_dir

from flux_desktop.core.errors import FileProblem
from flux_desktop.store.paths import Paths, home


def test_the_named_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    folder = home({"FLUX_DESKTOP_HOME": str(tmp_path / "some" / "where")})
    assert folder == tmp_path / "some" / "where"
    if os.name != "nt":
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert home({"FLUX_DESKTOP_HOME": str(tmp_path)}) == tmp_path
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_relative_name_is_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert home({"FLUX_DESKTOP_HOME": "kept"}) == tmp_path / "kept"


@pytest.mark.skipif(os.name == "nt", reason="Windows asks the system, not the environment")
def test_the_platforms_own_folder_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert home({}) == home({"FLUX_DESKTOP_HOME": " "}) == Path(user_data_dir("flux-desktop", appauthor=False))
    assert home({}).is_relative_to(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for name in ("file", "file/below"):
        with pytest.raises(FileProblem, match=r"The folder .*file.* cannot be used") as told:
            home({"FLUX_DESKTOP_HOME": str(tmp_path / name)})
        assert told.value.hint


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody may write to")
def test_a_folder_that_cannot_be_written_is_told() -> None:
    with pytest.raises(FileProblem, match="cannot be used"):
        home({"FLUX_DESKTOP_HOME": "/proc/self/flux"})


def test_what_is_in_it(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    found = (paths.library, paths.assets, paths.thumbnails, paths.settings, paths.keys, paths.owners)
    names = ("library.sqlite", "assets", "thumbnails", "settings.json", "keys.json", "owners")
    assert found == tuple(tmp_path / name for name in names)
