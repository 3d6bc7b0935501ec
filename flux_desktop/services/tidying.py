"""Keeps the library within the user's budget: the oldest unstarred trash goes by itself, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flux_desktop.core.language import plural, tr
from flux_desktop.services.storage import Usage, size_words

if TYPE_CHECKING:
    from flux_desktop.services.session.state import SessionState
    from flux_desktop.services.trash import Trash

__all__ = ["Tidying"]

PAUSE = 60.0
"""Seconds between two looks: each one looks at every file of the library."""


class Tidying:
    """Looks in the background, and says in one sentence what it dropped, or by how much the library is too large."""

    def __init__(self, session: SessionState, trash: Trash) -> None:
        self._session = session
        self._trash = trash
        self._looked = float("-inf")
        self._complained = False
        session.node_added.connect(lambda node: self.look())

    def look(self) -> None:
        """Drop what has to go; nothing happens without a budget, or shortly after the last look."""
        now = time.monotonic()
        if self._session.storage.budget and now - self._looked > PAUSE:
            self._looked = now
            self._session.run(self._tidy())

    async def _tidy(self) -> None:
        session, seen = self._session, list[Usage]()
        spared = session.spared_nodes()

        def choose() -> Sequence[str]:
            seen.append(session.storage.usage(spared))
            return seen[-1].would_drop.nodes

        dropped = await self._trash.drop_chosen(choose)
        usage, count = seen[-1], len(dropped.nodes)
        if count:
            session.notified.emit(
                plural(
                    count,
                    "The library was above its {budget}: {n} result in the trash, {size}, was dropped.",
                    "The library was above its {budget}: {n} results in the trash, {size}, were dropped.",
                    budget=size_words(usage.budget),
                    size=size_words(dropped.bytes),
                )
            )
        if usage.excess and not self._complained:
            session.notified.emit(
                tr(
                    "The library takes {excess} more than its {budget}. Nothing more is dropped by itself: "
                    "see Settings › Storage.",
                    excess=size_words(usage.excess),
                    budget=size_words(usage.budget),
                )
            )
        self._complained = usage.excess > 0
