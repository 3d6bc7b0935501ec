"""One job: the way of an edit from the queue to the history. Tasks start here and errors end here.

What is on disk decides what may happen after a crash, so every step is written before the next is taken:

    job row written           a crash before this loses a click, nothing more
    order NEW                 nothing was ordered: the next start sends it
    order ORDERING            written directly before the call that may cost money; found at the next start, the
                              outcome is unknown (unless the provider's orders are free and repeatable)
    order ORDERED + ticket    the next start collects it
    order DONE + nodes        images are in the asset store, nodes and cost in the library, in one transaction
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import EditResult, JobState, Ticket
from flux_desktop.core.errors import FluxError, OutcomeUnknown
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.services.pixels import nodes_of, request_of
from flux_desktop.services.tasks import as_flux_error

if TYPE_CHECKING:
    from flux_desktop.services.jobs import JobQueue

__all__ = ["Job"]

LOST_ORDER = "The program ended while the order was on its way to {}: nobody here knows if it was accepted."


class Job:
    """An edit on its way or ended. Panels read `record`, `progress` and `error`, and follow `JobQueue.job_changed`."""

    def __init__(self, record: JobRecord, queue: JobQueue) -> None:
        self.record = record
        self.progress: float | None = None
        self.error: FluxError | None = None
        self.nodes: list[HistoryNode] = []
        self.resumed = False
        self._queue = queue
        self._task: asyncio.Task[None] | None = None
        self._stage_began = time.monotonic()
        self._order = 0
        self._user_cancelled = False

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def state(self) -> JobState:
        return self.record.state

    def __repr__(self) -> str:
        return f"<Job {self.id} {self.state}>"

    # How the provider reports: see core.edit.Report.

    def stage(self, state: JobState, progress: float | None = None) -> None:
        self.progress = progress
        if state is not self.state:
            self._book_time()
            self.record = replace(self.record, state=state)
            self._queue.library.set_job_state(self.id, state)
        self._queue.job_changed.emit(self)

    def note(self, sentence: str) -> None:
        if sentence not in self.record.notes:
            self.record = replace(self.record, notes=(*self.record.notes, sentence))
            self._queue.job_changed.emit(self)

    async def ordering(self) -> None:
        await self._keep_order(OrderState.ORDERING)

    # The way of one job.

    def start(self) -> None:
        self._user_cancelled = False
        self._task = asyncio.get_running_loop().create_task(self._run(), name=f"job {self.id}")

    def restart(self) -> None:
        """Go on after an end: what has a ticket is collected, what failed or is unknown is ordered anew."""
        again = (OrderState.FAILED, OrderState.UNKNOWN)
        orders = tuple(replace(o, state=OrderState.NEW) if o.state in again else o for o in self.record.orders)
        self.record = replace(self.record, orders=orders, state=JobState.WAITING, error=None, notes=(), ended=None)
        self.record = replace(self.record, started=None, created=time.time(), seconds={})
        self.error = None
        self.start()
        self._queue.job_changed.emit(self)

    def cancel(self) -> None:
        """End the job. What was already ordered may still be charged; the note then says so."""
        self._user_cancelled = True
        if self._task is not None:
            self._task.cancel()

    async def wait(self) -> None:
        """Until the job has ended (or the program ends)."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def suspend(self, grace: float) -> None:
        """End the task, not the job: the next start goes on with it. An order in flight gets `grace` seconds."""
        if self._task is None or self._task.done():
            return
        if self._current.state is OrderState.ORDERING:
            await asyncio.wait([self._task], timeout=grace)
        self._task.cancel()
        await asyncio.wait([self._task])

    @property
    def elapsed(self) -> float:
        """Seconds since the job got its slot, or since it was submitted while it waits."""
        return max(0.0, (self.record.ended or time.time()) - (self.record.started or self.record.created))

    async def _run(self) -> None:
        try:
            await asyncio.to_thread(self._queue.library.add_job, self.record)
            async with self._queue.slot(self.record.recipe.provider):
                self.record = replace(self.record, started=time.time())
                for index in range(len(self.record.orders)):
                    self._order = index
                    await self._run_order()
            await self._end_with_orders()
        except asyncio.CancelledError:
            if self._user_cancelled:
                await self._end_cancelled()
        except OutcomeUnknown as error:
            await self._keep_order(OrderState.UNKNOWN)
            await self._end(JobState.UNKNOWN, error)
        except Exception as error:  # noqa: BLE001  the one place where a job's errors end
            if self._current.state in (OrderState.NEW, OrderState.ORDERING):
                await self._keep_order(OrderState.FAILED)
            await self._end(JobState.FAILED, as_flux_error(error))

    async def _run_order(self) -> None:
        provider = self._queue.provider(self.record.recipe.provider)
        if self._current.state in (OrderState.DONE, OrderState.UNKNOWN):
            return
        if self._current.state is OrderState.ORDERED and self._current.ticket is not None:
            ticket = await asyncio.to_thread(Ticket.from_json, self._current.ticket, self._queue.assets.load)
        else:
            request = await asyncio.to_thread(request_of, self.record, self._current.recipe, self._queue.assets)
            ticket = await provider.start(request, self)
            await _uninterrupted(self._keep_ticket(ticket))
        result = await provider.collect(ticket, self)
        await _uninterrupted(self._keep_result(result))

    async def _keep_ticket(self, ticket: Ticket) -> None:
        kept = await asyncio.to_thread(ticket.to_json, self._queue.assets.keep)
        await self._keep_order(OrderState.ORDERED, kept)

    async def _keep_result(self, result: EditResult) -> None:
        """Images into the asset store, nodes and cost into the library; only then does anybody hear of them."""
        nodes = await asyncio.to_thread(
            nodes_of, self.record, self._current.recipe, result, self._queue.library, self._queue.assets
        )
        await asyncio.to_thread(self._queue.library.finish_order, self.id, self._order, nodes, result.cost)
        self._replace_order(state=OrderState.DONE, nodes=tuple(node.id for node in nodes))
        self.nodes.extend(nodes)
        for node in nodes:
            self._queue.node_added.emit(node)

    @property
    def _current(self) -> OrderRecord:
        return self.record.orders[self._order]

    def _replace_order(self, **changes: Any) -> None:
        orders = list(self.record.orders)
        orders[self._order] = replace(orders[self._order], **changes)
        self.record = replace(self.record, orders=tuple(orders))

    async def _keep_order(self, state: OrderState, ticket: Mapping[str, Any] | None = None) -> None:
        await asyncio.to_thread(self._queue.library.set_order, self.id, self._order, state, ticket)
        self._replace_order(state=state, ticket=ticket)

    async def _end_with_orders(self) -> None:
        """All orders are through: the job is done, unless the outcome of one is unknown."""
        if any(order.state is OrderState.UNKNOWN for order in self.record.orders):
            await self._end(JobState.UNKNOWN, OutcomeUnknown(LOST_ORDER.format(self._queue.name(self.record.recipe))))
        else:
            await self._end(JobState.DONE)

    async def _end_cancelled(self) -> None:
        if all(order.state is OrderState.DONE for order in self.record.orders):
            await self._end(JobState.DONE)
            return
        if self._current.state is OrderState.ORDERING:
            self.note("The order was already on its way when it was cancelled: it may still be charged.")
            await self._keep_order(OrderState.UNKNOWN)
        elif self._current.state is OrderState.ORDERED and self._current.ticket is not None:
            await self._cancel_remote(self._current.ticket)
        await self._end(JobState.CANCELLED)

    async def _cancel_remote(self, kept: Mapping[str, Any]) -> None:
        provider = self._queue.provider(self.record.recipe.provider)
        ticket = await asyncio.to_thread(Ticket.from_json, kept, self._queue.assets.load)
        try:
            stopped = await provider.cancel(ticket)
        except FluxError:
            stopped = False
        if not stopped:
            self.note("It was already ordered and may be charged. Retry collects it without a new order.")

    async def _end(self, state: JobState, error: FluxError | None = None) -> None:
        self._book_time()
        self.error, self.progress = error, None
        seconds = {**self.record.seconds, "total": round(self.elapsed, 3)}
        kept = error.to_json() if error else None
        self.record = replace(self.record, state=state, ended=time.time(), error=kept, seconds=seconds)
        await asyncio.to_thread(
            self._queue.library.set_job_state, self.id, state,
            error=kept, seconds=seconds, started=self.record.started, ended=self.record.ended, notes=self.record.notes,
        )  # fmt: skip
        self._queue.job_changed.emit(self)

    def _book_time(self) -> None:
        """Add the time since the last change of stage to the stage that ends now."""
        names = {JobState.UPLOADING: "upload", JobState.RUNNING: "run", JobState.DOWNLOADING: "download"}
        now = time.monotonic()
        if name := names.get(self.state):
            spent = self.record.seconds.get(name, 0.0) + now - self._stage_began
            self.record = replace(self.record, seconds={**self.record.seconds, name: round(spent, 3)})
        self._stage_began = now


async def _uninterrupted(work: Coroutine[Any, Any, None]) -> None:
    """Finish `work` even when the task is cancelled meanwhile: what was paid must reach the disk."""
    task = asyncio.get_running_loop().create_task(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
