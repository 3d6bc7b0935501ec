"""The frame buffer of an Xvfb, looked at without a request to the server: nothing is in the measured program's way."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes

__all__ = ["Screen"]

NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
"""Without one, Qt would start a bus, which stays when its starter is killed."""

HEADER = 25
"""Words of 32 bits at the start of a file in the format XWD, as X11/XWDFile.h has them."""
TOLERANCE, LEAST_OF_COLOUR = 24, 12
"""Levels of 255 by which a colour may be another after a JPEG, and how many of the pixels looked at must have it."""
CONTENT = 0.002
"""Least part of the screen that is neither the commonest colour nor what was there before: words and buttons."""


class Screen:
    """The screen whose frame buffer is the file `path`, on the display `display`."""

    def __init__(self, path: Path, display: str) -> None:
        self._display = display
        words = struct.unpack(f">{HEADER}I", path.read_bytes()[: 4 * HEADER])
        size, width, height, stride, colours = words[0], words[4], words[5], words[12], words[19]
        whole = np.memmap(path, np.uint32, "r", size + 12 * colours, (height, stride // 4))
        self._pixels = whole[::4, :width:4]  # a sixteenth is quickly looked at, and enough

    def pixels(self) -> Bytes:
        return np.array(self._pixels)

    def seconds_to_window(
        self, command: Sequence[str], environment: Mapping[str, str], *, content: bool = False, limit: float = 20
    ) -> float:
        """From the start of `command` until at least half of the screen is another, and `content` is seen in it."""
        before = self.pixels()
        return self._seconds_until(lambda: self._is_painted(before, content), command, environment, limit)

    def seconds_to_colour(
        self, colour: int, command: Sequence[str], environment: Mapping[str, str], *, limit: float = 20
    ) -> float:
        """From the start of `command` until something of about `colour` (0xRRGGBB) is seen, that of a picture."""
        return self._seconds_until(lambda: self._has(colour), command, environment, limit)

    def _seconds_until(
        self, seen: Callable[[], bool], command: Sequence[str], environment: Mapping[str, str], limit: float
    ) -> float:
        """The process group is ended then, and the screen is as it was when this returns."""
        before = self.pixels()
        own = {**os.environ, **environment, **NO_BUS, "DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb"}
        with tempfile.TemporaryFile() as log:
            begin = time.perf_counter()
            process = subprocess.Popen(command, env=own, stdout=log, stderr=log, start_new_session=True)
            try:
                while not seen():
                    assert process.poll() is None, _text(log)
                    assert time.perf_counter() - begin < limit, _text(log)
                    time.sleep(0.001)
                taken = time.perf_counter() - begin
            finally:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
        while not np.array_equal(self.pixels(), before):
            assert time.perf_counter() - begin < 2 * limit, "the window stays on the screen"
            time.sleep(0.005)
        return taken

    def _has(self, colour: int) -> bool:
        now = self.pixels()
        near = np.ones(now.shape, bool)
        for shift in (0, 8, 16):
            near &= np.abs((now >> shift & 255).astype(np.int16) - (colour >> shift & 255)) <= TOLERANCE
        return int(near.sum()) >= LEAST_OF_COLOUR

    def _is_painted(self, before: Bytes, content: bool) -> bool:
        now = self.pixels()
        changed = now != before
        if 2 * np.count_nonzero(changed) < changed.size:
            return False
        counts = np.unique(now[changed], return_counts=True)[1]
        return not content or counts.max() <= changed.sum() - CONTENT * changed.size


def _text(log: object) -> str:
    log.seek(0)  # type: ignore[attr-defined]
    return log.read().decode("utf-8", "replace")  # type: ignore[attr-defined,no-any-return]
