"""Keeps a host's limits before the host has to: so many orders in a span of time, so many on the way at once.

Both are for one event loop and one process. A host that counts otherwise still answers 429, which is obeyed too.
"""

from __future__ import annotations

from collections import deque

from flux_desktop.providers.http.retry import Clock

__all__ = ["AtOnce", "Pace"]

LOOK_AGAIN = 0.1
"""Seconds between two looks whether a place is free."""


class Pace:
    """At most `calls` turns in any `seconds`, first come, first served."""

    def __init__(self, calls: int, seconds: float, clock: Clock) -> None:
        self._seconds = seconds
        self._clock = clock
        self._turns: deque[float] = deque(maxlen=calls)
        """When the last turns began, or will begin."""

    async def turn(self) -> None:
        """Wait for a turn. One that is cancelled while it waits stays counted: the others wait rather too long."""
        now = self._clock.now()
        full = len(self._turns) == self._turns.maxlen
        begin = max(now, self._turns[0] + self._seconds) if full else now
        self._turns.append(begin)
        if begin > now:
            await self._clock.sleep(begin - now)


class AtOnce:
    """At most `places` things on the way. One of which nobody tells the end gives its place free after `longest`
    seconds: the host has surely ended it too."""

    def __init__(self, places: int, longest: float, clock: Clock) -> None:
        self._places = places
        self._longest = longest
        self._clock = clock
        self._taken: dict[object, float] = {}
        """When each place is free at the latest, by what has it."""

    async def enter(self, thing: object) -> None:
        """Wait for a place, and take it for `thing`."""
        while self._full():
            await self._clock.sleep(LOOK_AGAIN)
        self._taken[thing] = self._clock.now() + self._longest

    def rename(self, thing: object, name: object) -> None:
        """The place of `thing` is that of `name` from now on, e.g. since the host gave it a name."""
        self._taken[name] = self._taken.pop(thing)

    def leave(self, thing: object) -> None:
        """`thing` has ended; also where it never had a place, e.g. because an earlier process ordered it."""
        self._taken.pop(thing, None)

    def _full(self) -> bool:
        now = self._clock.now()
        self._taken = {thing: end for thing, end in self._taken.items() if end > now}
        return len(self._taken) >= self._places
