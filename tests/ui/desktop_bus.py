"""A session bus of the tests' own, and programs on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["desktop_bus", "on_bus"]

ROOT = Path(__file__).parents[2]


@contextmanager
def desktop_bus() -> Iterator[dict[str, str]]:
    """The environment of programs on a bus that is there while entered."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
        finally:
            daemon.terminate()


@contextmanager
def on_bus(environment: dict[str, str], *words: str) -> Iterator[subprocess.Popen[str]]:
    """A Python program that runs while entered."""
    started = subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield started
    finally:
        started.kill()
        started.communicate()
