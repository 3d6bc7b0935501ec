"""What users note on nodes: stars, ratings, notes; and what the program marks by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from flux_desktop.core.history import BEST, HistoryNode
from flux_desktop.core.language import plural, tr
from flux_desktop.services.undo import Step

if TYPE_CHECKING:
    from flux_desktop.services.session.state import SessionState

__all__ = ["LONGEST_NOTE", "NodeMarks", "count_words"]

LONGEST_NOTE = 10_000
"""Characters of a note; what goes beyond is cut off."""

Write = Callable[[], Sequence[HistoryNode]]


class NodeMarks:
    """Every change is written in the background and can be undone; `session.nodes_changed` tells when it is written."""

    def __init__(self, session: SessionState) -> None:
        self._session = session
        self._library = session.library

    def star(self, nodes: Sequence[HistoryNode], on: bool) -> None:
        self._mark(nodes, tr("star", "in Undo") if on else tr("removal of the star"), "starred", on)

    def rate(self, nodes: Sequence[HistoryNode], rating: int) -> None:
        """1 to 5; 0 takes the rating away."""
        words = tr("rating", "in Undo") if rating else tr("removal of the rating")
        self._mark(nodes, words, "rating", min(max(rating, 0), BEST))

    def note(self, node: HistoryNode, words: str) -> None:
        """Keep `words` with the node, in place of those that were there."""
        self._mark([node], tr("note", "in Undo"), "note", words.strip()[:LONGEST_NOTE])

    def exported(self, node: HistoryNode) -> None:
        """The node was written to a file outside: noted by the program, no step of the user.

        That it can't be noted, e.g. in a library that may not be written, is no failure of the export.
        """
        if node.exported:
            return

        def write() -> Sequence[HistoryNode]:
            self._library.mark([node.id], exported=True)
            return self._library.nodes([node.id])

        self._session.run(self._written(write), on_error=lambda error: None)

    def _mark(self, nodes: Sequence[HistoryNode], words: str, name: str, value: bool | int | str) -> None:
        if not nodes:
            return
        ids = [node.id for node in nodes]
        before: dict[bool | int | str, list[str]] = {}

        def mark() -> Sequence[HistoryNode]:
            before.clear()
            for node in self._library.nodes(ids):  # now, when whatever was asked for earlier is written
                before.setdefault(getattr(node, name), []).append(node.id)
            self._set(ids, name, value)
            return self._library.nodes(ids)

        def take_back() -> Sequence[HistoryNode]:
            for old, those in before.items():
                self._set(those, name, old)
            return self._library.nodes(ids)

        title = tr("{act} of {results}", act=words, results=count_words(nodes)) if len(nodes) > 1 else words
        self._session.undo.do(
            Step(title, lambda: self._write(take_back), lambda: self._write(mark), frozenset(ids)),
        )

    def _set(self, ids: Sequence[str], name: str, value: bool | int | str) -> None:
        if name == "note":
            self._library.mark(ids, note=str(value))
        elif name == "rating":
            self._library.mark(ids, rating=int(value))
        else:
            self._library.mark(ids, starred=bool(value))

    async def _written(self, write: Write) -> None:
        async with self._session.undo.turn:
            await self._write(write)

    async def _write(self, write: Write) -> None:
        nodes = await asyncio.to_thread(write)
        if nodes:
            self._session.nodes_changed.emit(tuple(nodes))


def count_words(nodes: Sequence[HistoryNode]) -> str:
    """“a result”, “3 results”; “pictures” where an original is among them."""
    count = len(nodes)
    if any(node.is_original for node in nodes):
        return tr("a picture") if count == 1 else plural(count, "{n} picture", "{n} pictures")
    return tr("a result") if count == 1 else plural(count, "{n} result", "{n} results")
