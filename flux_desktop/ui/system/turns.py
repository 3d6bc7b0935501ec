"""How long the threads of Python hold the interpreter while others wait for it."""

from __future__ import annotations

import sys

__all__ = ["take_short_turns"]

TURN = 0.0005
"""Seconds. Python's own 5 ms are a third of what a user feels, and come once for each call into Qt."""


def take_short_turns() -> None:
    """Let no thread keep the window waiting for longer than a moment.

    The window gives the interpreter up for each call into Qt, and after it waits for whoever took it meanwhile.
    """
    sys.setswitchinterval(TURN)
