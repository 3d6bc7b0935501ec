"""Of several starts on one library one is the first, however the others and it end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flux_desktop.core.handover import DONE, Handover
from flux_desktop.store.instance import Instance, token_of

HELD = """
import sys, time
from pathlib import Path
from flux_desktop.store.instance import Instance
first = Instance(Path(sys.argv[1]))
assert first.claim() and first.is_first
print("first", flush=True)
time.sleep(60)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a named pipe there")


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the session of this user, with a short path as a socket needs it."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def answering(address: str, answer: bytes, heard: list[bytes]) -> threading.Thread:
    """A window that listens at `address`, and answers once."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(address)
    server.listen()

    def serve() -> None:
        with server, server.accept()[0] as connection:
            heard.append(connection.recv(1 << 20))
            connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    return thread


def test_one_is_the_first_until_it_is_released(home: Path, runtime: Path) -> None:
    first, second = Instance(home), Instance(home)
    assert first.claim()
    assert first.is_first
    assert first.claim(), "it stays the first"
    assert not second.claim()
    first.release()
    assert not list(runtime.rglob("*.lock")), "nothing is left behind"
    assert second.claim()
    second.release()


def test_a_home_is_known_by_what_it_is_and_not_by_its_name(home: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(home)
    (tmp_path / "other").mkdir()
    first, named, other = Instance(home), Instance(tmp_path / "link"), Instance(tmp_path / "other")
    assert first.claim()
    assert not named.claim()
    assert other.claim()
    assert other.address != first.address == named.address
    first.release()
    other.release()


def test_of_a_home_that_is_not_there_nobody_is_the_first(tmp_path: Path) -> None:
    nobody = Instance(tmp_path / "nowhere")
    assert nobody.claim()
    assert not nobody.is_first
    assert nobody.address == ""


def test_kill_frees_it(home: Path) -> None:
    held = subprocess.Popen([sys.executable, "-c", HELD, str(home)], stdout=subprocess.PIPE)
    assert held.stdout is not None
    with held.stdout:
        assert held.stdout.readline() == b"first\n"
    second = Instance(home)
    assert not second.claim()
    held.kill()
    held.wait()
    assert second.claim()
    second.release()


def test_a_message_reaches_the_first(home: Path) -> None:
    first, heard = Instance(home), list[bytes]()
    assert first.claim()
    thread = answering(first.address, DONE, heard)
    message = Handover(("/tmp/a.png",), "token")
    assert Instance(home).hand_over(message, 2)
    thread.join()
    assert heard == [message.line()]
    first.release()


def test_one_that_does_not_answer_is_not_waited_for_long(home: Path) -> None:
    first = Instance(home)
    assert first.claim()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(first.address)
        server.listen()
        began = time.monotonic()
        second = Instance(home)
        assert not second.hand_over(Handover(), 0.2)
        assert 0.2 <= time.monotonic() - began < 2
        assert not second.is_first
    first.release()


def test_the_place_of_one_that_just_ended_is_taken(home: Path) -> None:
    first, second = Instance(home), Instance(home)
    assert first.claim()
    threading.Timer(0.1, first.release).start()
    assert not second.hand_over(Handover())
    assert second.is_first
    second.release()


def test_one_that_is_still_loading_is_waited_for_a_while(home: Path) -> None:
    first, heard = Instance(home), list[bytes]()
    assert first.claim()
    assert not Instance(home).hand_over(Handover(), loading=0.1)
    threads: list[threading.Thread] = []
    threading.Timer(0.1, lambda: threads.append(answering(first.address, DONE, heard))).start()
    assert Instance(home).hand_over(Handover())
    threads[0].join()
    first.release()


def test_nobody_meets_in_a_folder_that_others_can_use(home: Path, runtime: Path) -> None:
    folder = runtime / f"flux-desktop-{os.getuid()}"
    folder.mkdir(mode=0o700)
    folder.chmod(0o777)
    nobody = Instance(home)
    assert nobody.claim()
    assert not nobody.is_first


def test_the_token_is_that_of_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "x11_TIME1")
    assert token_of() == "x11_TIME1"
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "wayland")
    assert token_of() == "wayland"
