"""A job's record in memory and on disk: what a step relies on is written before the step is taken."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from flux_desktop.core.edit import EditResult, JobState, Ticket
from flux_desktop.core.errors import FluxError, InputError, Internal, Unavailable
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.core.language import marked, tr
from flux_desktop.services.pixels import nodes_of

if TYPE_CHECKING:
    from flux_desktop.services.fresh import Fresh
    from flux_desktop.services.money import Money
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["KeptJob", "uninterrupted"]

T = TypeVar("T")
STAGES = {JobState.UPLOADING: "upload", JobState.RUNNING: "run", JobState.DOWNLOADING: "download"}
STILL_THERE = marked("It is paid and can still be collected: make room, then Retry or `flux-desktop jobs resume`.")


class KeptJob:
    """`record` is the truth in memory; every coroutine has written it when it returns, or raises FileProblem."""

    def __init__(self, record: JobRecord, library: Library, assets: AssetStore, fresh: Fresh) -> None:
        self.record = record
        self.is_written = False
        """Whether the library knows the job."""
        self._library = library
        self._assets = assets
        self._fresh = fresh
        self._tickets: dict[int, Ticket] = {}
        self._stage_began = time.monotonic()
        self._showing: asyncio.Task[None] | None = None

    async def add(self) -> None:
        """The job's first row."""
        await asyncio.to_thread(self._library.add_job, self.record)
        self.is_written = True

    def reopen(self, record: JobRecord) -> bool:
        """Go on as `record` says, whose owner takes the job over; False if another process was quicker."""
        owner = "" if self.record.state.ended else self.record.owner
        if self._library.job(record.id) is None:  # its first row could not be written
            self._library.add_job(record)
        elif not self._library.reopen(record, self.record.state, owner):
            return False
        self.record = record
        self.is_written = True
        return True

    def begin(self) -> None:
        """The job got its slot."""
        self.record = replace(self.record, started=time.time())
        self._stage_began = time.monotonic()

    def show(self, state: JobState) -> None:
        """Another stage. It is written beside the work, not before it: what may be done after a crash, orders say."""
        self._book_time()
        self.record = replace(self.record, state=state)
        self._showing = asyncio.get_running_loop().create_task(self._show(state, self._showing))

    async def shown(self) -> None:
        """Until the last stage is written."""
        if self._showing is not None:
            await asyncio.wait([self._showing])

    def note(self, sentence: str) -> bool:
        """Keep a sentence for the user with the end of the job; False if it is there already."""
        if sentence in self.record.notes:
            return False
        self.record = replace(self.record, notes=(*self.record.notes, sentence))
        return True

    def forget(self, sentence: str) -> None:
        """Take a sentence back: it is true no more."""
        self.record = replace(self.record, notes=tuple(note for note in self.record.notes if note != sentence))

    async def order(self, index: int, state: OrderState) -> None:
        """How far an order came."""
        await asyncio.to_thread(self._library.set_order, self.record.id, index, state)
        self._replace(index, state=state)

    async def place(self, index: int, money: Money) -> None:
        """The order is on its way; OverBudget if `money` forbids it."""
        await asyncio.to_thread(money.place, self.record.id, self.record.orders[index])
        self._replace(index, state=OrderState.ORDERING)

    async def ticket(self, index: int) -> Ticket:
        """The ticket of an order that was accepted; Internal if the library lost it."""
        if index not in self._tickets:
            kept = self.record.orders[index].ticket
            if kept is None:
                raise Internal(tr("The proof of a paid order is missing."), tr("Look at your account at the provider."))
            self._tickets[index] = await asyncio.to_thread(Ticket.from_json, kept, self._assets.load)
        return self._tickets[index]

    async def ordered(self, index: int, ticket: Ticket) -> None:
        """The order was accepted. Also where that cannot be written, this run of the program can collect it."""
        self._tickets[index] = ticket
        self._replace(index, state=OrderState.ORDERED)
        with _paid():
            kept = await asyncio.to_thread(self._keep_ticket, index, ticket)
        self._replace(index, ticket=kept)

    async def done(self, index: int, result: EditResult) -> list[HistoryNode]:
        """Images into the asset store, nodes and cost into the library; only then may anybody hear of them."""
        with _paid():
            return await asyncio.to_thread(self._finish, index, result)

    async def end(self, state: JobState, error: FluxError | None) -> None:
        """The end of the job. Where it cannot be written, the next start finds out from the orders."""
        await self.shown()
        self._book_time()
        record, now = self.record, time.time()
        seconds = {**record.seconds, "total": round(now - (record.started or record.created), 3)}
        kept = error.to_json() if error else None
        self.record = replace(record, state=state, ended=now, error=kept, seconds=seconds)
        for index, order in enumerate(record.orders):
            if order.ticket is not None:  # it is on disk, and may be large: some hosts send the picture along
                self._tickets.pop(index, None)
        with suppress(FluxError):
            await asyncio.to_thread(
                self._library.set_job_state, record.id, state,
                error=kept, seconds=seconds, started=record.started, ended=now, notes=record.notes,
            )  # fmt: skip

    async def late_notes(self) -> None:
        """What was noted after the end."""
        with suppress(FluxError):
            record = self.record
            await asyncio.to_thread(self._library.set_job_state, record.id, record.state, notes=record.notes)

    def _keep_ticket(self, index: int, ticket: Ticket) -> dict[str, Any]:
        with self._assets.keeping():
            kept = ticket.to_json(self._assets.keep)
            self._library.set_order(self.record.id, index, OrderState.ORDERED, kept)
        return kept

    def _finish(self, index: int, result: EditResult) -> list[HistoryNode]:
        order = self.record.orders[index]
        result = replace(result, cost=result.cost or order.expected)
        with self._assets.keeping():
            nodes = nodes_of(self.record, order.recipe, result, self._library, self._assets, self._fresh, self.note)
            is_new = self._library.finish_order(self.record.id, index, nodes, result.cost)
        if not is_new:
            known = self._library.job(self.record.id)
            nodes = self._library.nodes(known.orders[index].nodes) if known else []
        self._replace(index, state=OrderState.DONE, nodes=tuple(node.id for node in nodes))
        return nodes

    async def _show(self, state: JobState, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        with suppress(FluxError):
            await asyncio.to_thread(self._library.set_job_state, self.record.id, state)

    def _replace(self, index: int, **changes: Any) -> None:
        orders: list[OrderRecord] = list(self.record.orders)
        orders[index] = replace(orders[index], **changes)
        self.record = replace(self.record, orders=tuple(orders))

    def _book_time(self) -> None:
        """Add the time since the last change of stage to the stage that ends now."""
        now = time.monotonic()
        if name := STAGES.get(self.record.state):
            spent = self.record.seconds.get(name, 0.0) + now - self._stage_began
            self.record = replace(self.record, seconds={**self.record.seconds, name: round(spent, 3)})
        self._stage_began = now


@contextmanager
def _paid() -> Iterator[None]:
    """A disk that is full now does not mean that nothing was sent: the error says what can still be done."""
    try:
        yield
    except InputError as error:
        raise Unavailable(error.title, tr(STILL_THERE), detail=error.detail) from error


async def uninterrupted(work: Coroutine[Any, Any, T]) -> T:
    """Finish `work` even when the task is cancelled meanwhile: what was paid must reach the disk."""
    task = asyncio.get_running_loop().create_task(work)
    interruption: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            interruption = error
    if interruption is not None:
        if not task.cancelled():
            task.exception()  # seen: the cancellation matters more
        raise interruption
    return task.result()
