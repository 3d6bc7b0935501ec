"""Whether this computer is online and awake, and work that is done anew when it is so again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from flux_desktop.core.errors import Unreachable

__all__ = ["Connection"]

T = TypeVar("T")


class Connection:
    """Told by the window, which hears it from the system. Where nobody tells anything, the computer is online."""

    def __init__(self) -> None:
        self.is_online = True
        self._again = asyncio.Event()

    def set_online(self, online: bool) -> None:
        """The system has a connection, or has none."""
        if online and not self.is_online:
            self.is_online = True
            self.begin_anew()
        self.is_online = online

    def begin_anew(self) -> None:
        """The computer woke up, or is online again: connections of before are dead, and pauses are over."""
        before, self._again = self._again, asyncio.Event()
        before.set()

    async def through(
        self, work: Callable[[], Coroutine[Any, Any, T]], tell: Callable[[bool], object], *, local: bool = False
    ) -> T:
        """The result of `work`, which is free and may be done as often as wanted.

        It is done anew when the computer wakes up, which also begins its deadlines anew. While the computer is offline
        it waits for the connection, after `tell(True)`; `tell(False)` when the wait ends. What is `local` needs none.
        """
        while True:
            again = self._again
            task = asyncio.ensure_future(work())
            await _first(task, again)
            if task.cancelled() and again.is_set():
                continue
            error = None if task.cancelled() else task.exception()
            if self.is_online or local or not isinstance(error, Unreachable):
                return task.result()
            tell(True)
            try:
                await self._again.wait()
            finally:
                tell(False)


async def _first(task: asyncio.Future[Any], event: asyncio.Event) -> None:
    """Until `task` has ended, by itself or because of `event`."""
    waiting = asyncio.ensure_future(event.wait())
    try:
        await asyncio.wait((task, waiting), return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait((task,))
