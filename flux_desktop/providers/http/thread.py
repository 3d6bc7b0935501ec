"""An event loop of its own for HTTP, in a thread beside the window's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

__all__ = ["LoopThread"]

T = TypeVar("T")


class LoopThread:
    """Runs coroutines in a thread; their results come back to whatever loop awaits them.

    WHY: 25 MB over TLS on the window's loop stop it for 70 ms, in a thread for 3; loading the HTTP library takes 90 ms
    that no paint has to wait for; and the library never meets a Qt loop, whose end it does not survive.
    """

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        # A daemon: a program that ends in an error must not hang on a transfer.
        self._thread = threading.Thread(target=self._loop.run_forever, name=name, daemon=True)
        self._thread.start()

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`. If the caller is cancelled, so is `work`."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def close(self, last: Callable[[], Awaitable[None]]) -> None:
        """Cancel what still runs, let it close its streams, do `last`, and end the thread."""
        await self.run(self._finish(last))
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)
        self._loop.close()

    async def _finish(self, last: Callable[[], Awaitable[None]]) -> None:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await last()
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()
