"""The queue: all jobs of this process, and those that an earlier one left."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FluxError, InputError, InvalidParameter, OutcomeUnknown
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.core.language import tr
from flux_desktop.core.params import Model
from flux_desktop.core.signal import Signal
from flux_desktop.services.connection import Connection
from flux_desktop.services.forecast import Forecast
from flux_desktop.services.fresh import Fresh
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.job import Job, lost_order
from flux_desktop.services.recipes import check_inputs, complete
from flux_desktop.services.slots import Slots

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider
    from flux_desktop.services.money import Budget, Money
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library
    from flux_desktop.store.owner import Owner

__all__ = ["Inputs", "JobQueue"]

TO_ORDER = (OrderState.NEW, OrderState.FAILED, OrderState.UNKNOWN)
"""The states of orders that a retry has to make (anew); the others are paid."""


class JobQueue:
    """All jobs of this process. Submitting returns at once; each provider has its own slots, so two run side by side.

    `library`, `assets` and `owner` are the store's; `providers` by id; `money` keeps the budgets.
    """

    def __init__(
        self, library: Library, assets: AssetStore, providers: Mapping[str, Provider], owner: Owner, money: Money
    ) -> None:
        self.library = library
        self.assets = assets
        self.fresh = Fresh()
        self.money = money
        self.forecast = Forecast(self.provider, assets)
        """What an edit would send and cost, before it is submitted."""
        self.jobs: dict[str, Job] = {}
        self.job_added: Signal[Job] = Signal()
        self.job_changed: Signal[Job] = Signal()
        self.job_removed: Signal[Job] = Signal()
        self.node_added: Signal[HistoryNode] = Signal()
        self.connection = Connection()
        """Whether there is one: told by the window."""
        self._providers = providers
        self._owner = owner
        self._slots: dict[str, Slots] = {}

    def provider(self, id: str) -> Provider:
        """The provider called `id`; InvalidParameter, naming the known ones, otherwise."""
        if id not in self._providers:
            raise InvalidParameter(
                tr("There is no provider “{name}”.", name=id[:60]),
                tr("There are: {providers}.", providers=", ".join(self._providers)),
            )
        return self._providers[id]

    def providers(self) -> list[Provider]:
        """Every provider, in the order of the menu."""
        return list(self._providers.values())

    def name(self, recipe: Recipe) -> str:
        """The provider's name as people know it; its id where it is not installed any more."""
        provider = self._providers.get(recipe.provider)
        return provider.name if provider else recipe.provider

    def place(self, recipe: Recipe) -> str:
        """The page of the provider's account that lists what was ordered and charged; "" where none is known.

        What a server of the user's own was asked for stands in no account.
        """
        provider = self._providers.get(recipe.provider)
        if provider is None or (provider.setup and provider.link.base_url != provider.base_url.rstrip("/")):
            return ""
        return provider.account_url

    def model(self, recipe: Recipe) -> Model:
        return self.provider(recipe.provider).model(recipe.model)

    def alternatives(self, recipe: Recipe, references: int = 0) -> list[Model]:
        """The model of `recipe` at other providers that take as many references, in the order of the menus.

        Of a model that goes by a fixed route, `<model>-<provider>`, it is the one without it. InvalidParameter if the
        model is gone from its own provider.
        """
        own = self.model(recipe)
        ids = {own.id, *(own.id.removesuffix(f"-{provider}") for provider in self._providers)}
        others = [model for id, one in self._providers.items() if id != recipe.provider for model in one.offered()]
        return [m for m in others if m.id in ids and m.mode == own.mode and m.references >= references]

    def slot(self, provider: str) -> Slots:
        if provider not in self._slots:
            self._slots[provider] = Slots(self.provider(provider).slots)
        return self._slots[provider]

    def submit(
        self,
        recipe: Recipe,
        inputs: Inputs,
        out: Mapping[str, Any] | None = None,
        *,
        approved: bool = False,
        first: bool = False,
    ) -> Job:
        """Start an edit. InvalidParameter, and nothing is written, for a recipe that the model cannot take.

        OverBudget where a budget does not allow it; one that only asks allows it once the user has `approved`.
        One that is to be `first` goes before those of its provider that wait.
        """
        return self.submit_all([recipe], inputs, out, approved=approved, first=first)[0]

    def submit_all(
        self,
        recipes: Sequence[Recipe],
        inputs: Inputs,
        out: Mapping[str, Any] | None = None,
        *,
        approved: bool = False,
        first: bool = False,
    ) -> list[Job]:
        """Start several edits of the same pictures, or none where one of them or all together can't be."""
        records = [self._record(recipe, inputs, out or {}) for recipe in recipes]
        expected = [order.expected for record in records for order in record.orders]
        self.money.check(expected, self._unwritten(), approved=approved)
        jobs = [self._add(Job(record, self, first=first)) for record in records]
        for job in jobs:
            job.start()
        return jobs

    def cancel(self, id: str) -> None:
        self.jobs[id].cancel()

    def retry(self, id: str, *, approved: bool = False) -> None:
        """Go on with a job that ended. One whose outcome is unknown is ordered anew: ask the user first.

        InputError if another process is at it; OverBudget as `submit` for what has to be ordered.
        """
        job = self.jobs[id]
        expected = [order.expected for order in job.record.orders if order.state in TO_ORDER]
        self.money.check(expected, self._unwritten(), approved=approved)
        job.restart(self._owner.token)

    def dismiss(self, id: str) -> None:
        """Forget an ended job: its row goes, its results stay. The next start does not bring it back.

        But what is paid and can still be collected comes back: dismissed is then the failure, not the picture.
        """
        job = self.jobs.pop(id)
        if job.state is JobState.UNKNOWN or (job.state is JobState.FAILED and job.error and not job.error.retryable):
            self.library.set_job_state(id, JobState.CANCELLED)
        self.job_removed.emit(job)

    def runs(self, record: JobRecord) -> bool:
        """Whether a process is at the job right now."""
        return not record.state.ended and self._owner.alive(record.owner)

    def unsettled(self) -> list[JobRecord]:
        """Jobs of all processes that are unfinished, failed although they are paid, or unknown; oldest first."""
        found = {record.id: record for record in (*self.library.jobs(unfinished=True), *self.library.unsettled())}
        return [found[id] for id in sorted(found)]

    def as_it_is(self, record: JobRecord) -> JobRecord:
        """`record` as it really is: of a process that died it says only what that did last."""
        if record.state.ended or self.runs(record):
            return record
        orders = self._orders_after(record)
        if all(order.state is not OrderState.UNKNOWN for order in orders):
            return record
        error = self._lost(record).to_json()
        return replace(record, orders=orders, state=JobState.UNKNOWN, error=error)

    def resume(self) -> list[Job]:
        """Take over what earlier processes left, and go on with it: these jobs. One that still runs is left alone.

        What was ordered is collected, also where an earlier try failed; what never was is ordered. Jobs whose outcome
        is unknown are shown again, and nothing is done for them. FileProblem if one could not be taken over because
        the library takes nothing; the others go on.
        """
        found, problems = [], []
        for record in self.unsettled():
            if record.id in self.jobs or self.runs(record):
                continue
            if record.state is JobState.UNKNOWN:
                self._show_again(record)
                continue
            try:
                found.append(self._resumed(record))
            except FluxError as error:
                problems.append(error)
        if problems:
            raise problems[0]
        return [job for job in found if job is not None]

    def resume_one(self, id: str) -> Job:
        """Go on with one job of an earlier process, also one that was cancelled; InputError if that has no sense."""
        record = self._known(id)
        if record.state.ended and not any(order.state is OrderState.ORDERED for order in record.orders):
            raise InputError(tr("There is nothing to collect for this job."), tr("Run the edit again."))
        if self.runs(record) or (job := self._resumed(record)) is None:
            raise InputError(tr("Another window or command is at this job."), tr("Wait until it has ended."))
        return job

    def give_up(self, id: str) -> JobRecord:
        """Collect and order nothing more for a job of an earlier process; InputError if one is still at it."""
        record = self._known(id)
        if self.runs(record):
            raise InputError(tr("Another window or command is at this job."), tr("Cancel it there."))
        if record.state is JobState.DONE:
            self.library.set_delivered(id)
        else:
            self.library.set_job_state(id, JobState.CANCELLED)
        return self._known(id)

    def budgets(self) -> list[Budget]:
        """The budgets of this day and this month, and what is used of them."""
        return self.money.budgets(self._unwritten())

    async def close(self, grace: float = 10.0) -> None:
        """End all tasks; jobs on their way stay in the library for the next start."""
        await asyncio.gather(*(job.suspend(grace) for job in self.jobs.values()))

    def _record(self, recipe: Recipe, inputs: Inputs, out: Mapping[str, Any]) -> JobRecord:
        """The job of an edit, with what each of its orders is expected to cost."""
        model, provider = self.model(recipe), self.provider(recipe.provider)
        check_inputs(model, inputs)
        whole = complete(recipe, model)
        parts = provider.orders(inputs.request(whole))
        expected = self.forecast.expected(whole, inputs, parts)
        return JobRecord(
            id=new_id(),
            recipe=whole,
            created=time.time(),
            parent=inputs.parent,
            source=inputs.source,
            references=inputs.references,
            mask=inputs.mask,
            crop=inputs.crop,
            patch=inputs.patch,
            out=out,
            owner=self._owner.token,
            orders=tuple(
                OrderRecord(index, part.recipe, expected=cost)
                for index, (part, cost) in enumerate(zip(parts, expected, strict=True))
            ),
        )

    def _unwritten(self) -> dict[str, float]:
        return {job.id: job.unwritten for job in self.jobs.values() if job.unwritten}

    def _add(self, job: Job) -> Job:
        self.jobs[job.id] = job
        self.job_added.emit(job)
        return job

    def _known(self, id: str) -> JobRecord:
        record = self.library.job(id)
        if record is None:
            raise InputError(tr("There is no job “{name}”.", name=id[:60]), tr("`flux-desktop jobs` lists them."))
        return record

    def _resumed(self, record: JobRecord) -> Job | None:
        """The job, on its way again; None if another process was quicker."""
        job = self._from_disk(record)
        job.resumed = True
        going = job.resume(replace(record, orders=self._orders_after(record)), self._owner.token)
        return self._add(job) if going else None

    def _show_again(self, record: JobRecord) -> None:
        job = self._from_disk(record)
        told = record.error or self._lost(record).to_json()
        job.error = OutcomeUnknown(
            str(told.get("title")), str(told.get("hint")), request_id=str(told.get("request_id", ""))
        )
        job.error.place = self.place(record.recipe)
        self._add(job)

    def _lost(self, record: JobRecord) -> OutcomeUnknown:
        """The error of a job that an earlier process left while an order was on its way."""
        return lost_order(self.name(record.recipe), self.place(record.recipe))

    def _from_disk(self, record: JobRecord) -> Job:
        job = Job(record, self)
        job.nodes = self.library.nodes([id for order in record.orders for id in order.nodes])
        return job

    def _orders_after(self, record: JobRecord) -> tuple[OrderRecord, ...]:
        """The orders as what is on disk means after the end of the process that wrote it."""
        provider = self._providers.get(record.recipe.provider)
        lost = OrderState.NEW if provider is not None and provider.repeatable else OrderState.UNKNOWN
        # A job that failed or was cancelled is asked for its pictures; new orders are the user's to give.
        unsent = OrderState.FAILED if record.state.ended else OrderState.NEW
        meaning = {OrderState.ORDERING: lost, OrderState.NEW: unsent}
        return tuple(
            replace(order, state=lost if _lacks_ticket(order) else meaning.get(order.state, order.state))
            for order in record.orders
        )


def _lacks_ticket(order: OrderRecord) -> bool:
    return order.state is OrderState.ORDERED and order.ticket is None
