"""The window hears of later starts; whoever sends it something else is not heard."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.handover import DONE, LIMIT, Handover
from flux_desktop.ui.system.single_instance import LaterStarts, bring_to_front


@pytest.fixture
def address() -> Iterator[str]:
    """A place for a socket, with a short path as it needs it."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "socket")


@pytest.fixture
def starts(address: str) -> Iterator[LaterStarts]:
    made = LaterStarts()
    assert made.listen(address)
    yield made
    made.close()


@pytest.fixture
def connection(starts: LaterStarts, address: str) -> Iterator[socket.socket]:
    """The other side: a process that has connected."""
    with socket.socket(socket.AF_UNIX) as made:
        made.connect(address)
        made.settimeout(5)
        yield made


def test_a_start_is_heard_and_answered(qtbot: QtBot, starts: LaterStarts, connection: socket.socket) -> None:
    message = Handover(("/tmp/a.png",), "token")
    with qtbot.waitSignal(starts.came, timeout=5000) as came:
        connection.sendall(message.line())
    assert came.args == [message]
    assert connection.recv(10) == DONE


def test_a_message_may_come_in_pieces(qtbot: QtBot, starts: LaterStarts, connection: socket.socket) -> None:
    message = Handover(("/tmp/a.png",))
    with qtbot.waitSignal(starts.came, timeout=5000) as came:
        connection.sendall(message.line()[:9])
        qtbot.wait(20)
        connection.sendall(message.line()[9:])
    assert came.args == [message]


@pytest.mark.parametrize("line", [b"hello\n", b'{"files": ["relative.png"], "token": ""}\n', b"x" * (LIMIT + 10)])
def test_what_is_no_message_is_hung_up_on(
    qtbot: QtBot, starts: LaterStarts, connection: socket.socket, line: bytes
) -> None:
    came: list[object] = []
    starts.came.connect(came.append)
    connection.setblocking(False)
    sent = 0

    def is_over() -> bool:
        nonlocal sent
        try:
            sent += connection.send(line[sent:])
            return connection.recv(10) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    qtbot.waitUntil(is_over, timeout=5000)
    assert came == []


def test_one_that_waited_no_longer_is_not_obeyed(qtbot: QtBot, starts: LaterStarts, address: str) -> None:
    """It has opened a window of its own: the same picture must not open in two."""
    came: list[object] = []
    starts.came.connect(came.append)
    with socket.socket(socket.AF_UNIX) as gone:
        gone.connect(address)
        gone.sendall(Handover(("/tmp/a.png",)).line())
    with socket.socket(socket.AF_UNIX) as other:
        other.connect(address)
        other.sendall(Handover(("/tmp/b.png",)).line())
        qtbot.waitUntil(lambda: bool(came), timeout=5000)
    assert came == [Handover(("/tmp/b.png",))]


def test_what_a_dead_window_left_is_taken_over(starts: LaterStarts, address: str) -> None:
    starts.close()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    assert LaterStarts(starts).listen(address)


def test_nobody_else_can_connect(starts: LaterStarts, address: str) -> None:
    del starts
    assert stat.S_IMODE(os.stat(address).st_mode) & 0o077 == 0


def test_a_window_comes_to_the_front(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "token")
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token"
