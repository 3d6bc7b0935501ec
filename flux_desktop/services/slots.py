"""How many jobs a provider works at, at once, and whose turn it is."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

__all__ = ["Slots"]


class Slots:
    """Like a semaphore of `count`: who waits longest comes next, but who asked to be `first` before all others."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def one(self, *, first: bool = False) -> AsyncIterator[None]:
        """Hold a slot, as soon as there is one."""
        await self.acquire(first=first)
        try:
            yield
        finally:
            self.release()

    async def acquire(self, *, first: bool = False) -> None:
        """Wait for a slot. Who is cancelled meanwhile holds none."""
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if first:
            self._waiting.appendleft(turn)
        else:
            self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._waiting.remove(turn)
            else:
                self.release()  # it was given a slot in the same moment
            raise

    def release(self) -> None:
        """Give a slot back: to who comes next, if anybody waits."""
        waiting = (turn for turn in self._waiting if not turn.done())
        turn = next(waiting, None)
        if turn is None:
            self._free += 1
        else:
            self._waiting.remove(turn)
            turn.set_result(None)
