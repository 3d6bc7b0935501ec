"""Where coroutines become asyncio tasks, so that each is kept, ended with the program, and its error told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from flux_desktop.core.errors import FluxError, Internal
from flux_desktop.core.language import tr
from flux_desktop.core.signal import Signal

__all__ = ["Tasks", "as_flux_error"]

T = TypeVar("T")
log = logging.getLogger(__name__)


class Tasks:
    """Tasks with an owner: `failed` carries what went wrong in any of them, `close` ends those that still run.

    What is begun after that is ended at once: whoever wanted its result goes away.
    """

    def __init__(self) -> None:
        self.failed: Signal[FluxError] = Signal()
        self._running: set[asyncio.Task[Any]] = set()
        self._is_closed = False

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        if self._is_closed:
            task.cancel()
        return task

    def in_thread(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> asyncio.Task[Any]:
        """Run `work` in a worker thread and hand its result to `then` in this one."""
        return self.follow(asyncio.to_thread(work), then, on_error)

    def follow(
        self, work: Awaitable[T], then: Callable[[T], object], on_error: Callable[[FluxError], object] | None = None
    ) -> asyncio.Task[Any]:
        """Await `work` and hand its result to `then`, or its error to `on_error` in place of `failed`."""

        async def both() -> None:
            try:
                result = await work
            except Exception as error:  # told by whoever asked for the work
                if on_error is None:
                    raise
                on_error(as_flux_error(error))
            else:
                then(result)

        task = self.spawn(both())
        if asyncio.iscoroutine(work):  # a task that is cancelled before its first step never gets to await it
            task.add_done_callback(lambda _: work.close())
        return task

    async def close(self) -> None:
        self._is_closed = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failed.emit(as_flux_error(error))


def as_flux_error(error: BaseException) -> FluxError:
    """`error` as one that can be shown; a fault of ours is logged with its traceback."""
    if isinstance(error, FluxError):
        return error
    log.error("a fault of the program", exc_info=error)
    return Internal(
        tr("Something went wrong in the program: {kind}.", kind=type(error).__name__), detail=str(error)[:500]
    )
