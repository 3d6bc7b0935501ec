"""The program's window as a test sees it: what it shows, and what a person can do with it."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from PIL import Image

from tests.e2e.support.display import SIZE
from tests.e2e.support.hands import ROOT, Hands, QtHands, XHands

__all__ = ["Window"]

T = TypeVar("T")
QUIRKS = tuple(
    f"This plugin does not support {what}" for what in ("propagateSizeHints()", "raise()", "grabbing the keyboard")
)
"""What Qt's offscreen platform says of itself."""
GONE = "qt.accessibility.atspi: Could not find accessible on path"
"""What Qt says when a screen reader asks for a window that has just closed."""
Point = tuple[int, int]

STILL = 5
"""Looks in a row at which a control has to be at the same place."""

SEARCH = 0.45
"""Seconds: letters that follow each other more quickly are one word to a list of Qt, which looks for all of it."""

PATIENCE = 2.0
"""Seconds after which a person clicks again."""


class Window:
    """The real program in a process of its own while entered; at the end it is closed as a user closes it.

    `display` is the X server to show it on; "" for Qt's offscreen platform. Whatever the program writes to standard
    error fails the test.
    """

    def __init__(
        self,
        home: Path,
        display: str = "",
        environment: Mapping[str, str] | None = None,
        words: Sequence[str] = (),
    ) -> None:
        self.home = home
        self._words = words
        self._display = display
        self._environment = dict(environment or {})
        self.hands: Hands = XHands(display, self.ask) if display else QtHands(self.ask)
        self._killed = False
        self._searched = -math.inf

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "default", "-m", "tests.e2e.support.pilot", *self._words],
            cwd=ROOT,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            self.until(self._is_ready, "the window is there")
        except BaseException:
            self._process.kill()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if error is None and not self._killed:
                self.hands.keys("ctrl+q")
                self._process.wait(20)
        finally:
            self._process.kill()
            _, errors = self._process.communicate()
        if error is not None:
            error.add_note(f"The program wrote: {errors}")
            return
        unexpected = [line for line in errors.splitlines() if line not in QUIRKS and not line.startswith(GONE)]
        assert not unexpected, errors
        assert self._killed or self._process.returncode == 0

    def kill(self) -> None:
        """End the program as kill -9 does, or a power cut: it is asked nothing more."""
        self._process.kill()
        self._process.wait()
        self._killed = True

    def end(self, number: signal.Signals) -> int:
        """End the program by a signal of the system; its exit code, once it has come to its end."""
        self._process.send_signal(number)
        self._killed = True
        return self._process.wait(20)

    @property
    def pid(self) -> int:
        return self._process.pid

    def environment(self) -> dict[str, str]:
        """What the program is started with."""
        return {**self._own_environment(), **self._environment}

    # What it shows.

    def ask(self, what: str, **details: Any) -> Any:
        """The answer of the program; AssertionError if it has none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": what, **details}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the program has ended: {self._process.communicate()[1]}"
        answer = json.loads(line)
        assert "error" not in answer, f"{what} {details}: {answer['error']}"
        return answer["answer"]

    def until(self, look: Callable[[], T | None], what: str, seconds: float = 20.0) -> T:
        """What `look` gives as soon as that is something; AssertionError with `what` if it takes too long."""
        end = time.monotonic() + seconds
        while not (found := look()):
            assert time.monotonic() < end, f"not within {seconds} s: {what}; the window says: {self._said()}"
            time.sleep(0.01)
        return found

    def widget(self, name: str) -> dict[str, Any]:
        """A widget as soon as it can be seen: its place, words and state."""
        found: dict[str, Any] = self.until(lambda: self.ask("widget", name=name), f"{name} can be seen")
        return found

    def words(self, name: str) -> str:
        return str(self.widget(name)["words"])

    def message(self) -> str:
        """What the message bar says."""
        return str(self.ask("message"))

    def jobs(self) -> list[dict[str, str]]:
        """The rows of the queue, newest first, as words by the names of their parts."""
        found: list[dict[str, str]] = self.ask("jobs")
        return found

    def stage(self) -> str:
        """How far the newest job is, in the words of its row; "" without one."""
        return next((job["job_stage"] for job in self.jobs()), "")

    def history(self) -> list[dict[str, Any]]:
        """The rows of the history, newest first."""
        found: list[dict[str, Any]] = self.ask("history")
        return found

    def results(self, count: int) -> list[dict[str, Any]]:
        """The rows of the history as soon as there are `count`."""
        self.until(lambda: len(self.history()) >= count, f"{count} results are in the history")
        rows = self.history()
        assert len(rows) == count, rows
        return rows

    def canvas(self) -> dict[str, Any]:
        """What is on the canvas, and where."""
        found: dict[str, Any] = self.ask("canvas")
        return found

    def listed(self) -> dict[str, Any]:
        """How the history is shown, how many rows it has, and which are selected."""
        found: dict[str, Any] = self.ask("listed")
        return found

    def screen(self) -> Image.Image:
        """What is seen on the screen now, in the colours of the screen."""
        path = self.home.parent / "screen.ppm"
        self.ask("grab", path=str(path))
        with Image.open(path) as image:
            return image.convert("RGB")

    # What a person does.

    def click(self, name: str, *, double: bool = False) -> None:
        """Click the middle of a control, as soon as it can be used and stands still.

        A window manager may still be placing its window: a click meant for the control would then go beside it.
        """
        places: list[list[int]] = []

        def rests() -> bool:
            seen = self.widget(name)
            places.append(seen["place"])
            return bool(seen["enabled"]) and len(places) >= STILL and all(at == seen["place"] for at in places[-STILL:])

        self.until(rests, f"{name} can be used")
        self.hands.click(*_middle(places[-1]), double=double)

    def tick(self, name: str, on: bool = True) -> None:
        """Set or clear a check box: the box itself is clicked, for beside its words there is nothing."""
        left, top, _, height = self.widget(name)["place"]
        if self.widget(name)["checked"] != on:
            self.hands.click(left + height // 2, top + height // 2)
        self.until(lambda: self.widget(name)["checked"] == on, f"{name} is {on}")

    def click_if_seen(self, name: str) -> None:
        """Click a control that may have gone by itself."""
        if found := self.ask("widget", name=name):
            self.hands.click(*_middle(found["place"]))

    def click_row(self, number: int, *, double: bool = False) -> None:
        """Click a row of the history; 0 is the newest."""
        self.hands.click(*_middle(self.history()[number]["place"]), double=double)

    def focus(self, name: str) -> None:
        """Click a field, so that it has the keyboard; again, as a person would, if it has not got it after a moment."""
        clicked = -math.inf

        def has_keyboard() -> bool:
            nonlocal clicked
            if not (focused := bool(self.widget(name)["focused"])) and time.monotonic() - clicked > PATIENCE:
                self.click(name)
                clicked = time.monotonic()
            return focused

        self.until(has_keyboard, f"{name} has the keyboard")

    def write(self, name: str, words: str) -> None:
        """Write `words` into a field in place of what stands there."""
        self.focus(name)
        self.hands.keys("ctrl+a")
        self.hands.keys("Delete")
        self.hands.type(words)
        self.until(lambda: self.words(name) == words, f"{words} stands in {name}")

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """The left button is down on a control while entered."""
        self.hands.press(*_middle(self.widget(name)["place"]))
        yield
        self.hands.release()

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of a drop-down box by typing it."""
        if self.words(name) == entry:
            return
        self.click(name)
        self.until(lambda: time.monotonic() - self._searched > SEARCH, "the letters typed before are forgotten")
        self.hands.type(entry)
        self._searched = time.monotonic()
        self.hands.keys("Return")
        self.until(lambda: self.words(name) == entry, f"{entry} is chosen in {name}")

    def command(self, title: str, entry: str) -> None:
        """Choose a command of the menus of the window."""
        place = next(one["place"] for one in self.ask("menu_bar") if one["words"] == title)
        self.hands.click(*_middle(place))
        self.pick(entry)

    def let_fall(self, path: Path) -> None:
        """Drop a file on the zone that says “Edit this picture”."""
        left, top, width, height = self.widget("main_window")["place"]
        self.hands.drop(path, left + width // 4, top + height // 2)

    def pick(self, entry: str) -> None:
        """Click an entry of the menu that is open, by the beginning of its words."""

        def place() -> list[int] | None:
            entries = self.ask("menu")
            return next((one["place"] for one in entries if one["words"].replace("&", "").startswith(entry)), None)

        self.hands.click(*_middle(self.until(place, f"the menu has {entry}")))
        self.until(lambda: not self.ask("menu"), f"the menu is closed after {entry}")

    def drop(self, path: Path) -> None:
        """The same, and wait until it is on the canvas."""
        before = self.canvas()["picture"]
        self.let_fall(path)
        self.until(lambda: self.canvas()["picture"] not in ("", before), f"{path.name} is on the canvas")

    def add_reference(self, path: Path) -> None:
        """Drop a file on the zone that says “Use as reference”, and wait until it is among the references."""
        before = self.ask("references")
        left, top, width, height = self.widget("main_window")["place"]
        self.hands.drop(path, left + width * 3 // 4, top + height // 2, "reference")
        self.until(lambda: self.ask("references") == before + 1, f"{path.name} is a reference")

    # Private.

    def _own_environment(self) -> dict[str, str]:
        """Nothing of the user's: no keys, no keychain, no proxies, no folders."""
        given = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("FLUX_DESKTOP_", "QT_", "XDG_")) and not name.lower().endswith("_proxy")
        }
        folders = {f"XDG_{kind}_HOME": str(self.home.parent / "xdg") for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        return {
            **given,
            **folders,
            "HOME": str(self.home.parent),
            "FLUX_DESKTOP_HOME": str(self.home),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb" if self._display else f"offscreen:configfile={self._offscreen()}",
        }

    def _offscreen(self) -> Path:
        """What Qt reads its offscreen screens from: by itself it has one on which the window finds no room."""
        dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        screen = {"name": "screen", "x": 0, "y": 0, "width": SIZE[0], "height": SIZE[1], **dots}
        self.home.parent.mkdir(parents=True, exist_ok=True)
        file = self.home.parent / "offscreen.json"
        file.write_text(json.dumps({"screens": [screen]}))
        return file

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, self._process.communicate()[1]
        try:
            return bool(self.ask("ready"))
        except AssertionError as error:
            if "there is no window yet" in str(error):
                return False
            raise

    def _said(self) -> str:
        try:
            return f"{self.message()!r}, {self.jobs()}"
        except AssertionError as error:
            return str(error)


def _middle(place: list[int]) -> Point:
    return place[0] + place[2] // 2, place[1] + place[3] // 2
