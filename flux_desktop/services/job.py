"""One job: the way of an edit from the queue to the history. Tasks start here and errors end here.

What is on disk decides what may happen after a crash, so every step is written before the next is taken:

    job row written           a crash before this loses a click, nothing more
    order NEW                 nothing was ordered: the next start sends it
    order ORDERING            written directly before the call that may cost money; found at the next start, the
                              outcome is unknown (unless the provider's orders are free and repeatable)
    order ORDERED + ticket    the next start collects it, also where this one failed to
    order DONE + nodes        images are in the asset store, nodes and cost in the library, in one transaction
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import EditResult, JobState, Ticket
from flux_desktop.core.errors import FluxError, InputError, OutcomeUnknown, Unavailable
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.core.language import marked, tr
from flux_desktop.services.addresses import is_loopback
from flux_desktop.services.kept import KeptJob, uninterrupted
from flux_desktop.services.money import Price
from flux_desktop.services.pixels import request_of
from flux_desktop.services.recipes import as_sent
from flux_desktop.services.tasks import as_flux_error

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider
    from flux_desktop.services.jobs import JobQueue

__all__ = ["Job", "lost_order"]

ON_ITS_WAY = marked("The order was already on its way when it was cancelled: it may still be charged.")
TO_COLLECT = marked("It was already ordered and may be charged. Retry collects it without a new order.")
OFFLINE = marked("You are offline. It was ordered, and goes on by itself when the connection is back.")
STILL_MADE = marked("It is being made all the same, which costs nothing. Retry collects it.")


class Job:
    """An edit on its way or ended. Panels read `record`, `progress` and `error`, and follow `JobQueue.job_changed`."""

    def __init__(self, record: JobRecord, queue: JobQueue, *, first: bool = False) -> None:
        self.progress: float | None = None
        self.error: FluxError | None = None
        self.nodes: list[HistoryNode] = []
        self.resumed = False
        self._first = first
        self._queue = queue
        self._kept = KeptJob(record, queue.library, queue.assets, queue.fresh)
        self._task: asyncio.Task[None] | None = None
        self._began = False
        self._order = 0
        self._user_cancelled = False
        self._written = asyncio.Event()

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def record(self) -> JobRecord:
        return self._kept.record

    @record.setter
    def record(self, record: JobRecord) -> None:
        self._kept.record = record

    @property
    def state(self) -> JobState:
        return self.record.state

    @property
    def unwritten(self) -> float:
        """US dollars that the job is expected to cost, while the library does not know of it."""
        if self._kept.is_written or self.state.ended:
            return 0.0
        return Price.of(order.expected for order in self.record.orders).amount

    @property
    def elapsed(self) -> float:
        """Seconds since the job got its slot, or since it was submitted while it waits."""
        return max(0.0, (self.record.ended or time.time()) - (self.record.started or self.record.created))

    def __repr__(self) -> str:
        return f"<Job {self.id} {self.state}>"

    # How the provider reports: see core.edit.Report.

    def stage(self, state: JobState, progress: float | None = None) -> None:
        if self.state.ended:
            return  # a thread of the provider that has not heard of the end yet
        self.progress = progress
        if state is not self.state:
            self._kept.show(state)
        self._queue.job_changed.emit(self)

    def note(self, sentence: str) -> None:
        if self._kept.note(sentence):
            self._queue.job_changed.emit(self)

    async def ordering(self) -> None:
        await self._kept.shown()
        await self._kept.place(self._order, self._queue.money)

    # What its owner does with it.

    def start(self) -> None:
        """Write the job down and go."""
        self._spawn(self._kept.add())

    def restart(self, owner: str) -> None:
        """Go on after an end: what has a ticket is collected, what failed or is unknown is ordered anew.

        `owner` is this process. InputError if another one is at the job.
        """
        again = (OrderState.FAILED, OrderState.UNKNOWN)
        orders = tuple(replace(o, state=OrderState.NEW) if o.state in again else o for o in self.record.orders)
        if not self.resume(replace(self.record, orders=orders), owner):
            raise InputError(
                tr("Another window or command is already at this job."), tr("Look there, or wait until it has ended.")
            )
        self._queue.job_changed.emit(self)

    def resume(self, record: JobRecord, owner: str) -> bool:
        """Take the job over as `record` says and go on with it; False if another process is at it."""
        fresh = replace(record, state=JobState.WAITING, error=None, notes=(), seconds={}, started=None, ended=None)
        if not self._kept.reopen(replace(fresh, owner=owner, created=time.time())):
            return False
        self.error = None
        self._spawn()
        return True

    def cancel(self) -> None:
        """End the job. What was already ordered may still be charged; the note then says so."""
        if self._task is not None and not self.state.ended:
            again, self._user_cancelled = self._user_cancelled, True
            if self._began and not again:  # a task that is cancelled before its first step would never get to its end
                self._task.cancel()

    async def written(self) -> None:
        """Until the library knows of the job, or it has ended without that: what it needs is safe then."""
        await self._written.wait()

    async def wait(self) -> None:
        """Until the job has ended (or the program ends)."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def suspend(self, grace: float) -> None:
        """End the task, not the job: the next start goes on with it. An order in flight gets `grace` seconds."""
        if self._task is None or self._task.done():
            return
        if not self._began:
            await asyncio.sleep(0)  # so that the job is written down
        if self._current.state is OrderState.ORDERING:
            await asyncio.wait([self._task], timeout=grace)
        self._task.cancel()
        await asyncio.wait([self._task])
        await self._kept.shown()

    # The way of one job.

    @property
    def _current(self) -> OrderRecord:
        return self.record.orders[self._order]

    @property
    def _provider(self) -> Provider:
        return self._queue.provider(self.record.recipe.provider)

    def _spawn(self, first: Coroutine[Any, Any, None] | None = None) -> None:
        self._user_cancelled = self._began = False
        self._order = 0
        self._task = asyncio.get_running_loop().create_task(self._run(first), name=f"job {self.id}")
        if first is not None:  # a task that is cancelled before its first step never gets to await it
            self._task.add_done_callback(lambda _: first.close())

    async def _run(self, first: Coroutine[Any, Any, None] | None) -> None:
        self._began = True
        try:
            await self._write_down(first)
            if self._user_cancelled:
                raise asyncio.CancelledError
            async with self._queue.slot(self.record.recipe.provider).one(first=self._first):
                self._kept.begin()
                for index in range(len(self.record.orders)):
                    self._order = index
                    await self._run_order()
            await uninterrupted(self._end_with_orders())
        except asyncio.CancelledError:
            if self._user_cancelled and not self.state.ended:
                await uninterrupted(self._end_cancelled())
        except Exception as error:  # noqa: BLE001  the one place where a job's errors end
            await uninterrupted(self._fail(as_flux_error(error)))
        await self._tidy()

    async def _write_down(self, first: Coroutine[Any, Any, None] | None) -> None:
        try:
            if first is not None:
                await uninterrupted(first)
        finally:
            self._written.set()

    async def _run_order(self) -> None:
        if self._current.state in (OrderState.DONE, OrderState.UNKNOWN, OrderState.FAILED):
            return
        if self._current.state is not OrderState.ORDERED:
            await uninterrupted(self._kept.ordered(self._order, await self._place_order()))
        ticket = await self._kept.ticket(self._order)
        await uninterrupted(self._keep_result(await self._collected(ticket)))

    async def _collected(self, ticket: Ticket) -> EditResult:
        """What the provider made: asked for anew after the computer slept or was offline, as that is free."""
        provider = self._provider
        local = is_loopback(provider.link.base_url)
        return await self._queue.connection.through(
            lambda: provider.collect(ticket, self), self._tell_offline, local=local
        )

    def _tell_offline(self, offline: bool) -> None:
        if offline:
            self.note(OFFLINE)
        else:
            self._kept.forget(OFFLINE)
            self._queue.job_changed.emit(self)

    async def _keep_result(self, result: EditResult) -> None:
        nodes = await self._kept.done(self._order, result)
        self.nodes.extend(nodes)
        for node in nodes:
            self._queue.node_added.emit(node)

    async def _place_order(self) -> Ticket:
        self._queue.money.check_order(self.id, self._current)
        recipe = as_sent(self._current.recipe, self._provider, self.record.patch)
        request = await asyncio.to_thread(request_of, self.record, recipe, self._queue.assets)
        try:
            return await self._provider.start(request, self)
        except FluxError:
            raise
        except Exception as error:
            if self._current.state is OrderState.NEW or self._provider.repeatable:
                raise
            told = as_flux_error(error)
            raise OutcomeUnknown(told.title, detail=told.detail) from error

    async def _end_with_orders(self) -> None:
        """All orders are through: the job is done, unless the outcome of one is unknown or one is left out."""
        states = [order.state for order in self.record.orders]
        if OrderState.UNKNOWN in states:
            await self._end(JobState.UNKNOWN, lost_order(self._queue.name(self.record.recipe)))
        elif missing := states.count(OrderState.FAILED):
            await self._end(JobState.FAILED, _in_part(missing, len(states)))
        else:
            await self._end(JobState.DONE)

    async def _fail(self, error: FluxError) -> None:
        unknown = isinstance(error, OutcomeUnknown)
        if self._current.state in (OrderState.NEW, OrderState.ORDERING) or error.over:
            with suppress(FluxError):  # the error that is told came first
                await self._kept.order(self._order, OrderState.UNKNOWN if unknown else OrderState.FAILED)
        await self._end(JobState.UNKNOWN if unknown else JobState.FAILED, error)

    async def _end_cancelled(self) -> None:
        if all(order.state is OrderState.DONE for order in self.record.orders):
            await self._end(JobState.DONE)
            return
        if self._current.state is OrderState.ORDERING:
            if not self._provider.repeatable:
                self.note(ON_ITS_WAY)
            with suppress(FluxError):
                await self._kept.order(self._order, OrderState.UNKNOWN)
        elif self._current.state is OrderState.ORDERED and not await self._stopped():
            self.note(STILL_MADE if self._provider.repeatable else TO_COLLECT)
        await self._end(JobState.CANCELLED)

    async def _tidy(self) -> None:
        """Let the provider remove what it stored for the job, unless an order may still need that."""
        needed = (OrderState.ORDERING, OrderState.ORDERED, OrderState.UNKNOWN)
        if not self.state.ended or any(order.state in needed for order in self.record.orders):
            return
        known = self.record.notes
        try:
            await self._provider.tidy(self)
        except Exception as error:  # noqa: BLE001  the job has its end, and keeps it
            self.note(as_flux_error(error).title)
        if self.record.notes != known:
            await self._kept.late_notes()

    async def _stopped(self) -> bool:
        """Whether the provider gave the order up."""
        try:
            return await self._provider.cancel(await self._kept.ticket(self._order))
        except FluxError:
            return False

    async def _end(self, state: JobState, error: FluxError | None = None) -> None:
        if error is not None and error.action == "look_up":
            error.place = self._queue.place(self.record.recipe)
        self.error, self.progress = error, None
        await self._kept.end(state, error)
        self._queue.job_changed.emit(self)


def lost_order(provider: str, place: str = "") -> OutcomeUnknown:
    """The error of an order that was on its way when the program ended; `place` is where to look it up."""
    error = OutcomeUnknown(
        tr(
            "The program ended while the order was on its way to {provider}: nobody here knows if it was accepted.",
            provider=provider,
        )
    )
    error.place = place
    return error


def _in_part(missing: int, orders: int) -> Unavailable:
    """The error of a job of which not all was ordered."""
    return Unavailable(
        tr("{missing} of {orders} pictures were never ordered.", missing=missing, orders=orders),
        tr("What was paid is collected. Retry orders the rest."),
    )
