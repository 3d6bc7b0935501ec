"""Two ways to use the window like a person: the keys and the mouse of an X server, or Qt's own test events."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

__all__ = ["Ask", "Hands", "QtHands", "XHands"]

ROOT = Path(__file__).parents[3]
Ask = Callable[..., Any]
"""Puts a question, or an order, to the program: see pilot.py."""


class Hands(Protocol):
    """Places are points of the screen; `keys` takes words like `ctrl+Return`."""

    def click(self, x: int, y: int, *, double: bool = False, held: str = "") -> None:
        """Click, twice if `double`, with the key `held` down, e.g. `ctrl`."""

    def move(self, x: int, y: int) -> None: ...
    def press(self, x: int, y: int) -> None:
        """Put the left button down at the place."""

    def release(self) -> None:
        """Let the button go where the mouse is."""

    def type(self, words: str) -> None: ...
    def keys(self, words: str) -> None: ...
    def drop(self, path: Path, x: int, y: int, zone: str = "edit") -> None:
        """Drag a file from elsewhere to the place, which is in the `zone`, and let go."""


class XHands:
    """Real input of the X server on `display`; files are dragged out of another program's window."""

    def __init__(self, display: str, ask: Ask) -> None:
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._ask = ask

    def click(self, x: int, y: int, *, double: bool = False, held: str = "") -> None:
        repeat = ["--repeat", "2", "--delay", "40"] if double else []
        down, up = (["keydown", held], ["keyup", held]) if held else ([], [])
        self._do(*down, "mousemove", str(x), str(y), "click", *repeat, "1", *up)

    def move(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y))

    def press(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y), "mousedown", "1")

    def release(self) -> None:
        self._do("mouseup", "1")

    def type(self, words: str) -> None:
        self._wait_for_the_keyboard()
        self._do("type", "--delay", "4", words)

    def keys(self, words: str) -> None:
        self._wait_for_the_keyboard()
        self._do("key", words)

    def drop(self, path: Path, x: int, y: int, zone: str = "edit") -> None:
        source = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.support.drag_source", str(path)],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        with source:
            try:
                self._carry(source, x, y, zone)
            finally:
                source.terminate()

    def _wait_for_the_keyboard(self) -> None:
        """Keys pressed between two windows are heard by neither."""
        end = time.monotonic() + 20
        while not self._ask("has_keyboard"):
            assert time.monotonic() < end, "no window has the keyboard"
            time.sleep(0.01)

    def _carry(self, source: subprocess.Popen[str], x: int, y: int, zone: str) -> None:
        assert source.stdout is not None
        assert source.stdout.readline() == "shown\n"
        self._do("mousemove", "20", "20", "mousedown", "1")
        self._do("mousemove", "40", "40")
        step = 0
        end = time.monotonic() + 10
        while self._ask("zones")["over"] != zone:
            assert time.monotonic() < end, "the window does not see the drag"
            step += 1
            self._do("mousemove", str(x + step % 2), str(y))
        self._do("mouseup", "1")
        while self._ask("zones")["shown"]:
            assert time.monotonic() < end, "the window does not see the drop"

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True, timeout=20)


class QtHands:
    """Events that Qt's test library makes inside of the program."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._held = (0, 0)

    def click(self, x: int, y: int, *, double: bool = False, held: str = "") -> None:
        self._ask("act_click", x=x, y=y, double=double, held=held)

    def move(self, x: int, y: int) -> None:
        self._ask("act_move", x=x, y=y)

    def press(self, x: int, y: int) -> None:
        self._held = (x, y)
        self._ask("act_press", x=x, y=y)

    def release(self) -> None:
        x, y = self._held
        self._ask("act_release", x=x, y=y)

    def type(self, words: str) -> None:
        self._ask("act_type", words=words)

    def keys(self, words: str) -> None:
        self._ask("act_keys", keys=words)

    def drop(self, path: Path, x: int, y: int, zone: str = "edit") -> None:
        self._ask("act_drop", path=str(path), x=x, y=y)
