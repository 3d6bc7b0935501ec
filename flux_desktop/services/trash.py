"""The trash: what was deleted, until it is restored or dropped for good."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.services.node_marks import count_words
from flux_desktop.services.storage import Dropped
from flux_desktop.services.undo import Put, Step

if TYPE_CHECKING:
    from flux_desktop.services.session.state import SessionState

__all__ = ["Deletion", "Trash"]

Then = Callable[[Dropped], object]


class Trash:
    """Deleting and restoring can be undone; dropping can't. The session's signals tell what has happened.

    Deleting a node leaves what was made from it where it is.
    """

    def __init__(self, session: SessionState) -> None:
        self._session = session
        self._library = session.library

    def delete(self, nodes: Sequence[HistoryNode], *, approved: bool = False) -> None:
        """Put `nodes` into the trash; `session.asked_delete` asks first where one is starred, unless `approved`."""
        found = self._now(nodes, trashed=False)
        if not found:
            return
        if not approved and any(node.starred for node in found):
            self._session.asked_delete.emit(found, partial(self.delete, found, approved=True))
            return
        deletion = Deletion(self._session, found)
        words = tr("delete of {results}", results=count_words(found))
        self._session.undo.do(Step(words, deletion.take_back, deletion.make, deletion.ids))

    def restore(self, nodes: Sequence[HistoryNode]) -> None:
        """Bring `nodes` back from the trash, with their files and marks."""
        found = self._now(nodes, trashed=True)
        if found:
            deletion = Deletion(self._session, found)
            words = tr("restore of {results}", results=count_words(found))
            self._session.undo.do(Step(words, deletion.make, deletion.take_back, deletion.ids))

    def drop(self, nodes: Sequence[HistoryNode], then: Then = lambda dropped: None) -> None:
        """Remove those of `nodes` that are in the trash for good: their rows, and the files that nothing needs.

        One that a living node was made from, or that a job works on, stays until that is gone.
        """
        ids = [node.id for node in nodes]
        self._session.run(self.drop_chosen(lambda: ids), then)

    def empty(self, then: Then = lambda dropped: None) -> None:
        """Drop everything that is in the trash."""
        self._session.run(self.drop_chosen(self._library.trashed_ids), then)

    async def drop_chosen(self, choose: Callable[[], Sequence[str]]) -> Dropped:
        """Drop the nodes that `choose`, which is called in a thread, gives when all earlier acts are done."""
        session = self._session
        async with session.undo.turn:
            busy, needed = session.busy_nodes(), session.needed_assets()

            def drop() -> Dropped:
                return session.storage.drop([id for id in choose() if id not in busy], needed)

            dropped = await asyncio.to_thread(drop)
        if dropped.nodes:
            session.undo.forget(frozenset(dropped.nodes))
            session.trash_emptied.emit(dropped.nodes)
        return dropped

    def _now(self, nodes: Sequence[HistoryNode], trashed: bool) -> tuple[HistoryNode, ...]:
        """As the library knows them now; those that are (not) in the trash already are left out."""
        fresh = self._library.nodes([node.id for node in nodes])
        return tuple(node for node in fresh if (node.trashed is not None) is trashed)


class Deletion:
    """The deletion of some nodes, to be made and taken back any number of times."""

    def __init__(self, session: SessionState, nodes: Sequence[HistoryNode]) -> None:
        self._session = session
        self._library = session.library
        self._parents = tuple({node.parent: None for node in nodes if node.parent})
        self._ids = tuple(node.id for node in nodes)
        self._go_back: tuple[Put, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._ids)

    async def make(self) -> None:
        session = self._session
        await asyncio.to_thread(self._library.trash, self._ids, time.time())
        if session.held() & self.ids:
            self._go_back = (session.keep_place(), session.keep_references(), session.keep_partner())
        session.nodes_removed.emit(self._ids)
        session.let_go(self._ids)
        session.tell_changed(self._parents)

    async def take_back(self) -> None:
        session = self._session
        if nodes := await asyncio.to_thread(self._restored):
            session.nodes_restored.emit(nodes)
            session.tell_changed(self._parents)
        for put in self._go_back:
            put()
        self._go_back = ()

    def _restored(self) -> tuple[HistoryNode, ...]:
        self._library.restore(self._ids)
        return tuple(self._library.nodes(self._ids))
