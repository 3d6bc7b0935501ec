"""From no key to the first paid edit in the real window; the key is then nowhere but in the requests."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.support.pictures import photo
from tests.e2e.support.window import Window
from tests.simulators.onemin import OneMin


def test_a_key_is_asked_for_tested_used_and_not_kept(platform_display: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with OneMin() as host:
        with Window(home, platform_display, {"FLUX_DESKTOP_ONEMIN_URL": host.url}) as window:
            window.drop(photo(tmp_path / "photo.jpg"))
            window.choose("provider_box", "1min.ai (no key)")
            window.write("prompt_box", "make it blue")
            window.until(lambda: window.words("run_button") == "Add a key…", "the button leads to the keys")
            window.click("run_button")
            give_key(window, "a-key-that-is-wrong")
            window.click("key_test_onemin")
            window.until(lambda: "does not accept" in window.words("key_answer_onemin"), "the wrong key is told")
            give_key(window, host.key)
            window.click("key_test_onemin")
            window.until(lambda: "accepts the key" in window.words("key_answer_onemin"), "the right key is told")
            assert host.orders == []
            window.hands.keys("Escape")
            window.until(lambda: window.words("run_button") == "Edit picture", "the button runs the edit")
            window.click("run_button")
            window.until(lambda: window.stage() == "Done", "the job is done")
            window.results(1)
            assert len(host.orders) == 1
        assert_key_is_nowhere(host.key, home)
        with Window(home, platform_display, {"FLUX_DESKTOP_ONEMIN_URL": host.url}) as window:
            window.until(lambda: window.words("provider_box") == "1min.ai (no key)", "the key of the session is gone")
            assert len(window.history()) == 1


def give_key(window: Window, key: str) -> None:
    """Type a key and save it for this session: there is no keychain."""
    window.until(lambda: window.words("key_place_onemin") == "This session only", "the lack of a keychain is known")
    window.write("key_field_onemin", key)
    window.click("key_save_onemin")
    window.until(lambda: "this session" in window.words("key_status_onemin"), "the key is set")


def assert_key_is_nowhere(key: str, folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if key.encode() in file.read_bytes()] == []
