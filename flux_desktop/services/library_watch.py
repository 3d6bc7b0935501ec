"""Sees what another window or the command line writes into the library."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError
from flux_desktop.core.signal import Signal

if TYPE_CHECKING:
    from flux_desktop.store.library import Library

__all__ = ["LibraryWatch"]

PAUSE = 2.0
"""Seconds between two looks."""


class LibraryWatch:
    """`changed` tells that another process has written. One small question in a thread at a time, and a pause."""

    def __init__(self, library: Library, pause: float = PAUSE) -> None:
        self.changed: Signal[()] = Signal()
        self._library = library
        self._pause = pause

    async def run(self) -> None:
        """Look until cancelled. A library that cannot be used now is looked at again later."""
        seen = await self._look(None)
        while True:
            await asyncio.sleep(self._pause)
            before, seen = seen, await self._look(seen)
            if seen != before:
                self.changed.emit()

    async def _look(self, before: int | None) -> int | None:
        with suppress(FluxError):
            return await asyncio.to_thread(self._library.changes_of_others)
        return before
