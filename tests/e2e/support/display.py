"""An X server of the test's own, with a window manager."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["SIZE", "x_display"]

SIZE = (1600, 1000)
"""Of a screen, in pixels."""


@contextmanager
def x_display(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[str]:
    """Xvfb and openbox on a free display while entered; its name, e.g. `:5`. They write to `folder`.

    What is on the screen is in its file `Xvfb_screen0`, which can be looked at without asking the server.
    """
    reading, writing = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    words = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        screen,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(words, pass_fds=[writing], stdout=log, stderr=log)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            name = f":{pipe.readline().strip()}"
        assert name != ":", (folder / "xvfb.log").read_text()
        with _window_manager(name, folder):
            yield name
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _window_manager(display: str, folder: Path) -> Iterator[None]:
    started = folder / "openbox-started"
    environment = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    words = ["openbox", "--sm-disable", "--startup", f"touch {started}"]
    with (folder / "openbox.log").open("wb") as log:
        manager = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
    try:
        end = time.monotonic() + 10
        while not started.exists():
            assert manager.poll() is None, (folder / "openbox.log").read_text()
            assert time.monotonic() < end, "openbox did not start"
            time.sleep(0.01)
        yield
    finally:
        manager.terminate()
        manager.wait(10)
