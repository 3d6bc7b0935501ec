"""Keys are found where they should be, and nowhere else."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.chainer
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.core import load_keyring

from flux_desktop.core.errors import FileProblem, InvalidParameter, KeychainProblem
from flux_desktop.core.settings import Settings
from flux_desktop.store.keys import Keys, Place
from tests.store.keychains import Forgetful, InMemory, Locked, Talkative

SECRET = "sk-very-secret-1234567890"


@pytest.fixture(autouse=True)
def keychain() -> Iterator[InMemory]:
    """Never the keychain of whoever runs the tests."""
    before, backend = keyring.get_keyring(), InMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def keys(path: Path, *, in_file: bool = True, **environ: str) -> Keys:
    return Keys(path, Settings({"keys_in_file": in_file}), environ)


def test_without_a_key_there_is_none(path: Path) -> None:
    kept = keys(path)
    assert (kept.get("onemin"), kept.where("onemin"), kept.delete("onemin")) == ("", "", False)
    assert not path.exists()


@pytest.mark.parametrize("place", ["session", "keychain", "file"])
def test_a_key_is_kept_where_it_was_put(path: Path, place: Place) -> None:
    kept = keys(path)
    kept.set("onemin", f"  {SECRET}\r\n", place)
    assert (kept.get("onemin"), kept.where("onemin")) == (SECRET, place)
    assert kept.get("fal") == ""
    assert kept.delete("onemin")
    assert (kept.get("onemin"), kept.delete("onemin")) == ("", False)


@pytest.mark.parametrize(("place", "later"), [("session", ""), ("keychain", "keychain"), ("file", "file")])
def test_what_is_left_after_a_restart(path: Path, place: Place, later: str) -> None:
    keys(path).set("onemin", SECRET, place)
    assert keys(path).where("onemin") == later


@pytest.mark.parametrize("last", ["session", "keychain", "file"])
@pytest.mark.parametrize("first", ["session", "keychain", "file"])
def test_the_key_that_was_set_last_is_the_one_that_is_used(path: Path, first: Place, last: Place) -> None:
    kept = keys(path)
    kept.set("onemin", "sk-old", first)
    kept.set("onemin", "sk-new", last)
    assert (kept.get("onemin"), kept.where("onemin")) == ("sk-new", last)
    if last == "keychain":
        assert "sk-old" not in (path.read_text() if path.exists() else "")


def test_the_environment_comes_first_and_is_never_stored(path: Path, keychain: InMemory) -> None:
    kept = keys(path, FLUX_DESKTOP_ONEMIN_KEY=" sk-env\n", FLUX_DESKTOP_FAL_KEY=" ")
    kept.set("onemin", SECRET, "session")
    assert (kept.get("onemin"), kept.where("onemin")) == ("sk-env", "environment")
    assert kept.where("fal") == ""
    assert keychain.kept == {}
    assert not path.exists()


def test_the_plain_file_is_used_only_if_the_user_chose_so(path: Path) -> None:
    with pytest.raises(FileProblem, match="not kept in a plain file"):
        keys(path, in_file=False).set("onemin", SECRET, "file")
    assert not path.exists()
    keys(path).set("onemin", SECRET, "file")
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
    assert keys(path, in_file=False).get("onemin") == ""
    assert keys(path, in_file=False).delete("onemin")
    assert json.loads(path.read_text()) == {}


@pytest.mark.parametrize("backend", ["fail", "null"])
def test_without_a_keychain_the_ways_out_are_told(path: Path, backend: str) -> None:
    keyring.set_keyring(load_keyring(f"keyring.backends.{backend}.Keyring"))
    kept = keys(path)
    usable, reason = kept.available()
    assert not usable
    assert "no keychain" in reason
    with pytest.raises(KeychainProblem, match="no keychain") as told:
        kept.set("onemin", SECRET)
    assert "FLUX_DESKTOP_ONEMIN_KEY" in told.value.hint
    assert "this session only" in told.value.hint
    assert (kept.get("onemin"), kept.delete("onemin")) == ("", False)
    kept.set("onemin", SECRET, "session")
    assert kept.get("onemin") == SECRET


def test_a_locked_keychain_is_told_with_the_ways_out(path: Path) -> None:
    keyring.set_keyring(Locked())
    kept = keys(path)
    assert kept.available() == (True, "")
    for use in (kept.get, kept.where, kept.delete, lambda id: kept.set(id, SECRET)):
        with pytest.raises(KeychainProblem, match="locked") as told:
            use("onemin")
        for way in ("Unlock", "FLUX_DESKTOP_ONEMIN_KEY", "this session only"):
            assert way in told.value.hint
    kept.set("onemin", SECRET, "session")
    assert kept.get("onemin") == SECRET


def test_a_keychain_that_keeps_nothing_is_found_out(path: Path) -> None:
    keyring.set_keyring(Forgetful())
    with pytest.raises(KeychainProblem, match="did not keep"):
        keys(path).set("onemin", SECRET)


def test_of_a_chain_only_a_real_keychain_is_used(path: Path, keychain: InMemory) -> None:
    class Chain(keyring.backends.chainer.ChainerBackend):
        backends = (load_keyring("keyring.backends.null.Keyring"), keychain)

    keyring.set_keyring(Chain())  # type: ignore[no-untyped-call]
    keys(path).set("onemin", SECRET)
    assert list(keychain.kept.values()) == [SECRET]


@pytest.mark.parametrize("key", ["", "  \n", "two words", "sk-schlüssel", "sk-\x00", "Bearer sk-1", "sk-1\nsk-2"])
def test_what_cannot_be_a_key_is_refused_without_being_shown(path: Path, key: str, keychain: InMemory) -> None:
    with pytest.raises(InvalidParameter) as told:
        keys(path).set("onemin", key)
    if key.strip():
        assert key.strip() not in told.value.title + told.value.hint
        with pytest.raises(InvalidParameter, match="FLUX_DESKTOP_ONEMIN_KEY"):
            keys(path, FLUX_DESKTOP_ONEMIN_KEY=key).get("onemin")
    assert keychain.kept == {}


@given(st.text("!\"#$%&'()*+,-./0123456789:;<=>?@ABCXYZ[]^_`abcxyz{|}~\\", min_size=1))
def test_every_printable_key_comes_back(key: str) -> None:
    kept = Keys(Path("unused"), Settings(), {})
    kept.set("onemin", key, "session")
    assert kept.get("onemin") == key


@pytest.mark.parametrize("damage", ["{", "[]", '"text"', "[" * 100_000])
def test_a_damaged_file_of_keys_is_told(path: Path, damage: str) -> None:
    path.write_text(damage)
    with pytest.raises(FileProblem, match="file of keys is damaged"):
        keys(path).get("onemin")
    assert keys(path, in_file=False).get("onemin") == ""


def test_no_text_shows_a_key(path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    kept = keys(path)
    kept.set("onemin", SECRET, "session")
    keyring.set_keyring(Talkative())
    with pytest.raises(KeychainProblem) as told:
        kept.set("onemin", SECRET)
    shown = [repr(kept), str(vars(kept)["_keychain"]), caplog.text, *capfd.readouterr()]
    shown += [*traceback.format_exception(told.value), json.dumps(told.value.to_json()), told.value.detail]
    assert not [text for text in shown if SECRET in text]


def test_the_library_of_keychains_is_loaded_only_when_it_is_asked(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from flux_desktop.core.settings import Settings; "
        "from flux_desktop.store.keys import Keys; "
        "Keys(Path('x'), Settings(), {'FLUX_DESKTOP_FAL_KEY': 'sk-1'}).get('fal'); print('keyring' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_what_is_at_hand_needs_no_keychain(path: Path) -> None:
    keyring.set_keyring(Locked())
    kept = keys(path, FLUX_DESKTOP_FAL_KEY=SECRET)
    kept.set("bfl", SECRET, "session")
    kept.set("onemin", SECRET, "file")
    assert [name for name in ("fal", "bfl", "onemin", "replicate") if kept.at_hand(name)] == ["fal", "bfl"]
