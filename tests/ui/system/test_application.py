"""What the desktop asks of the application object, and what it is given at the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.ui.system.application import PORTAL, VARIABLE, native_dialogs
from tests.ui.panels import thumbnail
from tests.ui.test_app import start

OPEN = "app.sendEvent(app, QFileOpenEvent(QUrl({url!r})))"
TELL = (
    "from PySide6.QtCore import QUrl",
    "from PySide6.QtGui import QFileOpenEvent",
    "from PySide6.QtWidgets import QApplication",
    "app = QApplication.instance()",
)


def test_a_file_that_macos_wants_opened_is_opened(tmp_path: Path) -> None:
    """The event is sent while the window is made, as that system does at a start by a double click."""
    photo = tmp_path / "photo.png"
    photo.write_bytes(thumbnail())
    events = [*TELL, OPEN.format(url=photo.as_uri()), OPEN.format(url="https://example.org/a.png")]
    begin = f"lambda window: QTimer.singleShot(0, lambda: send(window))\nSEND = {events!r}\n" + (
        "def send(window):\n    scope = {}\n    for line in SEND:\n        exec(line, scope)\n"
    )
    done = start(
        tmp_path / "home", begin=begin, ready="window.canvas.has_picture", lines=("print(window.windowTitle())",)
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "photo.png – Flux Desktop\n", "")


@pytest.mark.parametrize(
    ("environ", "inside"),
    [
        ({"XDG_CURRENT_DESKTOP": "KDE"}, PORTAL),
        ({"XDG_CURRENT_DESKTOP": "KDE", VARIABLE: "gtk3"}, "gtk3"),
        ({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, None),
        ({}, None),
    ],
)
def test_plasma_gives_its_own_dialogs(environ: dict[str, str], inside: str | None) -> None:
    before = dict(environ)
    with native_dialogs(environ):
        assert environ.get(VARIABLE) == inside
    assert environ == before
