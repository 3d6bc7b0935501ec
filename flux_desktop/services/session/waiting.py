"""Edits that were asked for while their region was being worked out: they are queued as soon as it is there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.language import tr
from flux_desktop.core.signal import Signal
from flux_desktop.services.leaving import shortened

if TYPE_CHECKING:
    from flux_desktop.core.settings import Settings
    from flux_desktop.services.job import Job
    from flux_desktop.services.session.keeper import Told
    from flux_desktop.services.tasks import Tasks

__all__ = ["WaitingEdits"]


class WaitingEdits:
    """Part of the Session. `ended` tells of each whether it is in the queue now; why it is not was told before that.

    The words of one that the end of the program left no time are kept, and told at the next start.
    """

    def __init__(self, tasks: Tasks, settings: Settings, failed: Signal[FluxError]) -> None:
        self.ended: Signal[bool] = Signal()
        self._tasks = tasks
        self._settings = settings
        self._failed = failed
        self._prompts: dict[asyncio.Task[Any], str] = {}
        self._is_closing = False

    @property
    def prompts(self) -> tuple[str, ...]:
        """The words of those that wait, in the order in which they were asked for."""
        return tuple(self._prompts.values())

    def add(self, prompt: str, region: Coroutine[Any, Any, Told], queue: Callable[[Told], Job | None]) -> None:
        """Let `queue` have the region when it is there; None is what it gives where the edit can't be queued."""
        queued: list[Job | None] = []
        task = self._tasks.follow(region, lambda told: queued.append(queue(told)))
        self._prompts[task] = prompt
        task.add_done_callback(lambda task: self._on_end(task, any(queued)))

    async def settle(self, seconds: float) -> None:
        """The program ends: wait for them, but no longer than that."""
        self._is_closing = True
        if self._prompts:
            await asyncio.wait(tuple(self._prompts), timeout=seconds)

    def tell_lost(self) -> None:
        """Tell, once, of those that an earlier run of the program could not queue any more."""
        prompts = self._lost()
        self._settings.set("edits_not_run", "[]")
        for prompt in prompts:
            self._failed.emit(
                InputError(
                    tr("“{prompt}” was not run: the program ended before its region was made.", prompt=prompt),
                    tr("Nothing was sent. Select the part once more and run it again."),
                )
            )

    # Private.

    def _on_end(self, task: asyncio.Task[Any], is_queued: bool) -> None:
        prompt = self._prompts.pop(task)
        if self._is_closing and not is_queued:  # the window is gone: nobody reads why
            self._settings.set("edits_not_run", json.dumps([*self._lost(), shortened(prompt)], ensure_ascii=False))
        self.ended.emit(is_queued)

    def _lost(self) -> list[str]:
        try:
            kept = json.loads(self._settings.text("edits_not_run"))
        except (ValueError, RecursionError):
            return []
        return [prompt for prompt in kept if isinstance(prompt, str)] if isinstance(kept, list) else []
