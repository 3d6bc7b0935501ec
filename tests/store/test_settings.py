"""Settings survive a restart, other windows, newer programs and damage."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.errors import FileProblem
from flux_desktop.store.settings import SettingsFile, load

HEAVY = ("numpy", "PIL", "httpx", "keyring", "platformdirs", "sqlite3", "asyncio", "secrets", "shutil")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_changes_written_aside_are_all_there_at_the_end(path: Path) -> None:
    kept = SettingsFile(path)
    with kept.writing_aside(lambda work: work()):
        for number in range(30):
            kept.settings.set("draft_prompt", f"words {number}")
            kept.settings.set("max_megapixels", 100 + number)
    assert load(path).values() == {"draft_prompt": "words 29", "max_megapixels": 129}
    kept.settings.set("theme", "dark")
    assert load(path).values()["theme"] == "dark", "as before"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFO")
def test_a_slow_disk_keeps_nobody_waiting_who_writes_aside(path: Path) -> None:
    kept = SettingsFile(path)
    os.mkfifo(path)  # reading it waits until somebody writes
    with kept.writing_aside(lambda work: work()):
        kept.settings.set("theme", "dark")
        assert kept.settings.text("theme") == "dark"
        path.write_text('{"max_megapixels": 300}')
    assert load(path).values() == {"theme": "dark", "max_megapixels": 300}


def test_what_fails_aside_is_said_where_it_is_to_be(path: Path) -> None:
    kept = SettingsFile(path)
    said: list[tuple[FileProblem, int]] = []
    waiting: list[Callable[[], None]] = []
    kept.failed.connect(lambda problem: said.append((problem, threading.get_ident())))
    path.mkdir()
    with kept.writing_aside(waiting.append):
        kept.settings.set("theme", "dark")
    assert not said
    (tell,) = waiting
    tell()
    assert [thread for _, thread in said] == [threading.get_ident()]
    assert "cannot be saved" in said[0][0].title


def test_without_a_file_the_defaults_hold_and_none_is_made(path: Path) -> None:
    kept = SettingsFile(path)
    assert kept.settings.values() == {}
    assert kept.problems == ()
    assert not path.exists()


def test_a_change_is_there_at_the_next_start(path: Path) -> None:
    kept = SettingsFile(path)
    kept.settings.set("theme", "dark")
    kept.settings.set("max_megapixels", 300)
    assert load(path).values() == {"theme": "dark", "max_megapixels": 300}
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_setting_goes_back_to_its_default(path: Path) -> None:
    SettingsFile(path).settings.set("theme", "dark")
    SettingsFile(path).settings.set("theme", "system")
    assert load(path).text("theme") == "system"


def test_two_windows_do_not_undo_each_other(path: Path) -> None:
    one, two = SettingsFile(path), SettingsFile(path)
    one.settings.set("theme", "dark")
    two.settings.set("provider", "onemin")
    assert load(path).values() == {"theme": "dark", "provider": "onemin"}


def test_names_of_a_newer_program_are_kept(path: Path) -> None:
    path.write_text(json.dumps({"theme": "dark", "stars": {"shape": "round"}}))
    kept = SettingsFile(path)
    kept.settings.set("theme", "light")
    assert json.loads(path.read_text()) == {"theme": "light", "stars": {"shape": "round"}}
    assert kept.problems == ()


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_any_text_comes_back(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        SettingsFile(path).settings.set("draft_prompt", text)
        again = SettingsFile(path)
        assert again.settings.text("draft_prompt") == text
        assert again.problems == ()


def test_an_invalid_value_is_dropped_and_the_rest_kept(path: Path) -> None:
    written = json.dumps({"theme": "purple", "provider": "onemin", "max_megapixels": "many", "stars": 5})
    path.write_text(written)
    kept = SettingsFile(path)
    assert kept.settings.values() == {"provider": "onemin"}
    (problem,) = kept.problems
    (aside,) = path.parent.glob("settings.bad-*.json")
    assert aside.name in problem
    assert aside.read_text() == written
    assert json.loads(path.read_text()) == {"provider": "onemin", "stars": 5}
    assert SettingsFile(path).problems == ()


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff\xfe\x00", b"null", b"[" * 100_000, b"theme = dark"])
def test_a_file_that_is_no_settings_is_put_aside(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    kept = SettingsFile(path)
    assert kept.settings.values() == {}
    assert len(kept.problems) == 1
    assert [file.read_bytes() for file in path.parent.glob("settings.bad-*")] == [damage]
    kept.settings.set("theme", "dark")
    assert load(path).text("theme") == "dark"


@given(st.integers(0, 200), st.binary(max_size=8))
@settings(max_examples=30, deadline=None)
def test_of_a_damaged_file_the_whole_lines_are_kept(cut: int, noise: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        kept = SettingsFile(path)
        values = {"theme": "dark", "provider": "onemin", "window": "AAEC", "max_megapixels": 300}
        for name, value in values.items():
            kept.settings.set(name, value)
        data = path.read_bytes()
        path.write_bytes(data[:cut] + noise)
        lines = data[:cut].decode().splitlines()[1:-1]
        whole = {name for name in values if any(f'"{name}"' in line for line in lines)}
        assert whole <= load(path).values().keys()


def test_a_change_that_cannot_be_saved_is_told_and_holds(path: Path) -> None:
    kept = SettingsFile(path)
    told: list[FileProblem] = []
    kept.failed.connect(told.append)
    path.mkdir()
    kept.settings.set("theme", "dark")
    assert kept.settings.text("theme") == "dark"
    assert len(told) == 1
    assert told[0].title.startswith("The settings cannot be saved")


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    path.mkdir()
    kept = SettingsFile(path)
    assert kept.settings.values() == {}
    assert kept.problems[0].startswith("The settings cannot be read")


def test_nothing_heavy_is_loaded_at_the_start(path: Path) -> None:
    script = (
        f"import sys; from flux_desktop.store.settings import load; print([n for n in {HEAVY} if n in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
