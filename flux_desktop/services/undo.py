"""Undo and redo: what was done, as steps that can be taken back and made again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from flux_desktop.core.errors import FluxError, Internal
from flux_desktop.core.language import tr
from flux_desktop.core.signal import Signal
from flux_desktop.services.tasks import Tasks

__all__ = ["DEPTH", "Act", "Put", "Step", "Swap", "Take", "UndoStack"]

DEPTH = 500
"""How many steps are remembered."""

Act = Callable[[], Awaitable[object] | None]
"""Something to do; what it returns is awaited."""
Put = Callable[[], object]
Take = Callable[[], Put]
"""Notes how something stands now, and gives what puts it back like that."""


@dataclass(frozen=True, eq=False)
class Step:
    """One action of the user. `words` name it after “Undo”: “delete of 3 results”.

    `nodes` are those that it is about, if it has no sense without them.
    """

    words: str
    undo: Act
    redo: Act
    nodes: frozenset[str] = frozenset()


class Swap:
    """Puts back what stood before and remembers what stands now: undo and redo are then the same act.

    So nothing that was typed since is lost by an undo: its redo brings it back.
    """

    def __init__(self, *takes: Take) -> None:
        self._takes = takes
        self._others = [take() for take in takes]

    def __call__(self) -> None:
        now = [take() for take in self._takes]
        for put in self._others:
            put()
        self._others = now


class UndoStack:
    """The steps that can be undone, and those that can be done again. `changed` tells that there are others.

    Acts are carried out one after the other, in the order in which they were asked for: of two that write the same
    mark the last one counts. One that fails is told by `failed` and its step stays where it was, to be tried again
    once there is room on the disk; a fault of the program takes its step away, or no older one could be reached.
    """

    def __init__(self) -> None:
        self.changed: Signal[()] = Signal()
        self.failed: Signal[FluxError] = Signal()
        self.turn = asyncio.Lock()
        """Held by whoever changes the library for the user: one act at a time."""
        self._tasks = Tasks()
        self._waiting = 0
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def undo_words(self) -> str:
        """“Undo delete of 3 results”; “Undo” where there is nothing to undo."""
        return tr("Undo {step}", step=self._done[-1].words) if self._done else tr("Undo")

    @property
    def redo_words(self) -> str:
        return tr("Redo {step}", step=self._undone[-1].words) if self._undone else tr("Redo")

    @property
    def nodes(self) -> frozenset[str]:
        """All nodes that a step is about: they are still wanted."""
        return frozenset().union(*(step.nodes for step in (*self._done, *self._undone)))

    def push(self, step: Step) -> None:
        """Remember what was just done. What was undone before it can't be done again."""
        self._done.append(step)
        del self._done[:-DEPTH]
        self._undone.clear()
        self.changed.emit()

    def do(self, step: Step) -> None:
        """Do what `step` does again, and remember it; it is forgotten if that fails."""
        self.push(step)
        self._carry_out(step.redo, partial(self._forget, step))

    def undo(self) -> None:
        """Take back the last step; nothing happens where there is none."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self.changed.emit()
            self._carry_out(step.undo, partial(self._give_back, step, self._undone, self._done))

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self.changed.emit()
            self._carry_out(step.redo, partial(self._give_back, step, self._done, self._undone))

    def forget(self, nodes: frozenset[str]) -> None:
        """These nodes are gone for good: steps that were about nothing else are forgotten."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if not step.nodes or not step.nodes <= nodes]
        self.changed.emit()

    async def settle(self) -> None:
        """Until all that was asked for is done."""
        if self._waiting:
            await asyncio.sleep(0)  # what was asked for in this moment has not queued up yet
            async with self.turn:
                pass

    def _carry_out(self, act: Act, on_failure: Callable[[FluxError], None]) -> None:
        self._waiting += 1

        async def in_turn() -> None:
            try:
                async with self.turn:
                    if (slow := act()) is not None:
                        await slow
            finally:
                self._waiting -= 1

        def fail(error: FluxError) -> None:
            on_failure(error)
            self.changed.emit()
            self.failed.emit(error)

        self._tasks.follow(in_turn(), lambda _: None, fail)

    def _give_back(self, step: Step, now: list[Step], before: list[Step], error: FluxError) -> None:
        if step in now:  # else it was overtaken by a new action
            now.remove(step)
            if not isinstance(error, Internal):
                before.append(step)

    def _forget(self, step: Step, error: FluxError) -> None:
        del error
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)
