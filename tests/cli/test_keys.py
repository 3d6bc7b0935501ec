"""`key`: where a key is kept, that it is tested for free, and that it never shows."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.support import ASSETS, FEATURES, Cli, Done
from tests.simulators.onemin import OneMin


@pytest.fixture
def keyless(cli: Cli) -> Cli:
    """A command line without a key in its environment; there is no keychain either."""
    del cli.environ["FLUX_DESKTOP_ONEMIN_KEY"]
    return cli


def set_key(cli: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, *words: str) -> Done:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    return cli("key", "set", "onemin", *words, "--json")


def test_a_key_in_a_plain_file_is_there_the_next_time(
    keyless: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: OneMin
) -> None:
    done = set_key(keyless, monkeypatch, host.key, "--plain-file")
    assert (done.code, done.json["where"]) == (0, "file")
    kept = tmp_path / "home" / "keys.json"
    assert json.loads(kept.read_text()) == {"onemin": host.key}
    assert os.name == "nt" or kept.stat().st_mode & 0o077 == 0
    assert keyless.edit().code == 0
    assert cli_test(keyless).code == 0
    assert keyless("key", "delete", "onemin", "--json").json["where"] is None
    assert keyless.edit("--overwrite").code == 3
    assert all(host.key not in path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file())


def test_a_key_that_is_not_needed_can_be_set(keyless: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("sk-of-a-server\n"))
    assert keyless("key", "set", "openai", "--plain-file", "--json").json["where"] == "file"
    assert json.loads((tmp_path / "home" / "keys.json").read_text()) == {"openai": "sk-of-a-server"}


def cli_test(cli: Cli) -> Done:
    return cli("key", "test", "onemin", "--json")


def test_without_a_keychain_the_ways_out_are_told(keyless: Cli, monkeypatch: pytest.MonkeyPatch, host: OneMin) -> None:
    done = set_key(keyless, monkeypatch, host.key)
    assert (done.code, done.json["error"]["kind"]) == (3, "key")
    hint = done.json["error"]["hint"]
    assert "FLUX_DESKTOP_ONEMIN_KEY" in hint
    assert "--plain-file" in hint
    assert keyless.edit().code == 3


def test_a_key_is_tested_without_an_order(cli: Cli, host: OneMin) -> None:
    done = cli_test(cli)
    assert (done.code, done.json["where"]) == (0, "environment")
    assert "accepts the key" in done.json["message"]
    assert [len(host.seen(route)) for route in (ASSETS, FEATURES)] == [1, 0]
    cli.environ["FLUX_DESKTOP_ONEMIN_KEY"] = "another-key-1234"
    assert cli_test(cli).code == 3


def test_a_key_in_the_environment_stays(cli: Cli) -> None:
    assert "environment variable still" in cli("key", "delete", "onemin").out


@pytest.mark.parametrize(
    ("typed", "words", "provider"),
    [("", (), "onemin"), ("a b", ("--plain-file",), "onemin"), ("k", (), "offline"), ("k", (), "x")],
)
def test_what_is_no_key(
    keyless: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, words: tuple[str, ...], provider: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    done = keyless("key", "set", provider, *words, "--json")
    assert (done.code, done.json["error"]["kind"]) == (2, "input")


def test_settings_that_are_damaged_are_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text('{"theme": "dark",\n"provider": ')
    done = cli("jobs", "--json")
    assert (done.code, done.json) == (0, {"jobs": []})
    assert "settings were damaged" in done.err
    assert "damaged" not in cli("jobs").err


def test_settings_that_cannot_be_saved_are_told(
    keyless: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: OneMin
) -> None:
    (tmp_path / "home" / "settings.json").mkdir(parents=True)
    done = set_key(keyless, monkeypatch, host.key, "--plain-file")
    assert done.json["where"] == "file"
    assert "settings cannot be read" in done.err
    assert "settings cannot be saved" in done.err
