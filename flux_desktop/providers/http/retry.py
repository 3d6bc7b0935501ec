"""When a call is tried again, and how long the program waits before that."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from flux_desktop.core.errors import FluxError

__all__ = ["Clock", "Failed", "Patience", "persist", "retry_after"]

T = TypeVar("T")
TRIES = 4
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 20.0


@dataclass(frozen=True)
class Clock:
    """Time and chance as the retries see them; tests give their own, so that they do not wait."""

    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    now: Callable[[], float] = time.monotonic
    jitter: Callable[[], float] = random.random


class Failed(Exception):
    """One try that failed: with which error, whether another may be made, and how long the host asks to wait."""

    def __init__(self, error: FluxError, *, again: bool, after: float | None = None) -> None:
        super().__init__(error.title)
        self.error = error
        self.again = again
        self.after = after


class Patience:
    """How often and how long one call is tried. `deadline` in seconds from now."""

    def __init__(self, deadline: float, clock: Clock, tries: int = TRIES) -> None:
        self._clock = clock
        self._end = clock.now() + deadline
        self._tries_left = tries - 1
        self._pause = FIRST_PAUSE

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return max(0.0, self._end - self._clock.now())

    async def again(self, after: float | None) -> bool:
        """Wait as the host asked, else longer each time; False at once where there is no time or try left."""
        chance = self._clock.jitter()
        pause = self._pause * (0.5 + chance / 2) if after is None else after + chance / 4
        if self._tries_left < 1 or pause >= self.left:
            return False
        self._tries_left -= 1
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        await self._clock.sleep(pause)
        return True


async def persist(attempt: Callable[[], Awaitable[T]], patience: Patience) -> T:
    """The first success of `attempt`; the error of the last failure otherwise."""
    while True:
        try:
            return await attempt()
        except Failed as failed:
            error = failed.error
            if not (failed.again and await patience.again(failed.after)):
                break
    # Outside the handler: the HTTP library's errors hold the request and with it the key.
    raise error


def retry_after(value: str | None, now: Callable[[], float] = time.time) -> float | None:
    """Seconds to wait by a Retry-After header, given in seconds or as a date; None where there is none or nonsense."""
    from email.utils import parsedate_to_datetime

    words = (value or "").strip()
    try:
        seconds = float(words)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(words).timestamp() - now()
        except ValueError:
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
