"""The program started twice on one library, ended by the system, killed, and hung: as processes of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flux_desktop.core.handover import DONE, Handover
from flux_desktop.store.instance import Instance
from tests.e2e.support.pictures import photo
from tests.e2e.support.window import Window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def second(window: Window, *words: str, seconds: float = 20) -> subprocess.CompletedProcess[str]:
    """Start the program once more as the desktop would, beside `window`."""
    return subprocess.run(
        [sys.executable, "-m", "flux_desktop", *words],
        env=window.environment(),
        cwd=window.home.parent,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def test_a_second_start_hands_its_files_over_and_the_system_ends_the_first(home: Path) -> None:
    with Window(home) as window:
        photo(home.parent / "one.jpg")
        began = time.monotonic()
        done = second(window, "one.jpg", "gone.jpg")
        seconds = time.monotonic() - began
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        window.until(lambda: window.canvas()["picture"], "the picture is on the canvas")
        window.until(lambda: "gone.jpg" in window.message(), "what is not there is told")
        assert seconds < 3
        with Window(home, words=("--new-instance",)) as beside:
            assert beside.end(signal.SIGINT) == 130
        window.write("prompt_box", "the next words")
        began = time.monotonic()
        assert window.end(signal.SIGTERM) == 0
        assert time.monotonic() - began < 3
    kept = json.loads((home / "settings.json").read_text())
    assert kept["draft_prompt"] == "the next words"
    assert kept["window"]
    assert not list((home / "owners").iterdir()), "it is known to have ended"


def test_a_second_start_leaves_the_sample_to_the_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    monkeypatch.setenv("FLUX_DESKTOP_HOME", str(home))
    first = Instance(home)
    assert first.claim()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(first.address)
        listening.listen()
        listening.settimeout(20)
        start = subprocess.Popen([sys.executable, "-m", "flux_desktop", "--sample"])
        connection, _ = listening.accept()
        with connection:
            assert Handover.read(connection.recv(1000)).sample
            connection.sendall(DONE)
        assert start.wait(20) == 0
    os.unlink(first.address)
    first.release()


def test_a_window_that_was_killed_is_replaced_and_one_that_hangs_is_joined_by_another(home: Path) -> None:
    with Window(home) as window:
        window.kill()
    with Window(home) as window:
        assert second(window).returncode == 0, "it is the first now"
        os.kill(window.pid, signal.SIGSTOP)
        try:
            began = time.monotonic()
            with Window(home) as beside:
                assert time.monotonic() - began > 3
                beside.until(lambda: "does not answer" in beside.message(), "the user is told")
                beside.kill()
        finally:
            os.kill(window.pid, signal.SIGCONT)
        assert window.ask("ready")
