"""Keys in the real thing: GNOME's keyring, unlocked and locked, in a D-Bus session of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

NEEDED = ("gnome-keyring-daemon", "dbus-run-session")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
SESSION = """
printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null
exec "$0" -m tests.store.keychain_program "$1"
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("session")
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS")
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        (folder / name).mkdir(mode=0o700)
        environ[name] = str(folder / name)
    command = ["dbus-run-session", "--", "sh", "-c", SESSION, sys.executable, str(folder / "keys.json")]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def test_a_key_is_kept_and_deleted(told: dict[str, Any]) -> None:
    assert told["available"] == [True, ""]
    assert told["empty"] == ["", ""]
    assert told["set"] is None
    assert told["kept"] == ["sk-abc", "keychain"]
    assert told["other"] == ""
    assert told["delete"] == [True, False, ""]


@pytest.mark.parametrize("step", ["locked get", "locked set", "locked delete"])
def test_a_locked_keychain_is_told(told: dict[str, Any], step: str) -> None:
    assert told["set again"] is None
    assert told["lock"] is True
    kind, title, hint, _ = told[step]
    assert kind == "KeychainProblem"
    assert "locked" in title
    assert "FLUX_DESKTOP_ONEMIN_KEY" in hint


def test_with_a_locked_keychain_the_chosen_file_does(told: dict[str, Any]) -> None:
    assert told["locked file"] is None
    assert told["locked, but in the file"] == "file"
