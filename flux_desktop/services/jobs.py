"""The queue: all jobs of this process, and those that an earlier one left."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import EditRequest, JobState, Outgoing, Recipe, new_seed
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.core.params import Model
from flux_desktop.core.price import Cost
from flux_desktop.core.signal import Signal
from flux_desktop.services.job import Job
from flux_desktop.services.pixels import Inputs, request_of

if TYPE_CHECKING:
    from flux_desktop.providers.base import Provider
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library
    from flux_desktop.store.owner import Owner

__all__ = ["Inputs", "JobQueue", "complete"]


class JobQueue:
    """All jobs of this process. Submitting returns at once; each provider has its own slots, so two run side by side.

    `library`, `assets` and `owner` are the store's; `providers` by id.
    """

    def __init__(self, library: Library, assets: AssetStore, providers: Mapping[str, Provider], owner: Owner) -> None:
        self.library = library
        self.assets = assets
        self.jobs: dict[str, Job] = {}
        self.job_added: Signal[Job] = Signal()
        self.job_changed: Signal[Job] = Signal()
        self.job_removed: Signal[Job] = Signal()
        self.node_added: Signal[HistoryNode] = Signal()
        self._providers = providers
        self._owner = owner
        self._slots: dict[str, asyncio.Semaphore] = {}

    def provider(self, id: str) -> Provider:
        """The provider called `id`; InvalidParameter, naming the known ones, otherwise."""
        if id not in self._providers:
            raise InvalidParameter(f"There is no provider “{id[:60]}”.", f"There are: {', '.join(self._providers)}.")
        return self._providers[id]

    def providers(self) -> list[Provider]:
        """Every provider, in the order of the menu."""
        return list(self._providers.values())

    def name(self, recipe: Recipe) -> str:
        """The provider's name as people know it; its id where it is not installed any more."""
        provider = self._providers.get(recipe.provider)
        return provider.name if provider else recipe.provider

    def model(self, recipe: Recipe) -> Model:
        return self.provider(recipe.provider).model(recipe.model)

    def slot(self, provider: str) -> asyncio.Semaphore:
        if provider not in self._slots:
            self._slots[provider] = asyncio.Semaphore(self.provider(provider).slots)
        return self._slots[provider]

    def submit(self, recipe: Recipe, inputs: Inputs, out: Mapping[str, Any] | None = None) -> Job:
        """Start an edit. InvalidParameter, and nothing is written, for a recipe that the model cannot take."""
        model = self.model(recipe)
        _check_inputs(model, inputs)
        whole = complete(recipe, model)
        parts = self.provider(recipe.provider).orders(EditRequest(whole))
        record = JobRecord(
            id=new_id(),
            recipe=whole,
            created=time.time(),
            parent=inputs.parent,
            source=inputs.source,
            references=inputs.references,
            mask=inputs.mask,
            out=out or {},
            owner=self._owner.token,
            orders=tuple(OrderRecord(index, part.recipe) for index, part in enumerate(parts)),
        )
        return self._add(Job(record, self))

    def cancel(self, id: str) -> None:
        self.jobs[id].cancel()

    def retry(self, id: str) -> None:
        """Go on with a job that ended. One whose outcome is unknown is ordered anew: ask the user first."""
        self.jobs[id].restart()

    def dismiss(self, id: str) -> None:
        """Forget an ended job: its row goes, its results stay."""
        job = self.jobs.pop(id)
        if job.state is JobState.UNKNOWN:
            self.library.set_job_state(id, JobState.CANCELLED)
        self.job_removed.emit(job)

    def resume(self) -> list[Job]:
        """Take over the jobs that an earlier process left, and go on with them; one that still runs is left alone."""
        found = []
        for record in self.library.jobs(unfinished=True):
            if record.id in self.jobs or self._owner.alive(record.owner):
                continue
            if self.library.claim(record.id, self._owner.token, record.owner):
                found.append(self._resume(replace(record, owner=self._owner.token)))
        return found

    def price(self, recipe: Recipe, inputs: Inputs) -> Cost | None:
        """What an edit is expected to cost; None where the provider does not say."""
        del inputs  # no provider of today prices by the pixels that go in
        return self.provider(recipe.provider).price(EditRequest(complete(recipe, self.model(recipe))))

    def outgoing(self, recipe: Recipe, inputs: Inputs) -> Outgoing:
        """All that would leave this machine for an edit. Reads and encodes images: call it in a thread."""
        model = self.model(recipe)
        _check_inputs(model, inputs)
        whole = complete(recipe, model)
        return self.provider(recipe.provider).outgoing(request_of(inputs, whole, self.assets))

    async def close(self, grace: float = 10.0) -> None:
        """End all tasks; jobs on their way stay in the library for the next start."""
        await asyncio.gather(*(job.suspend(grace) for job in self.jobs.values()))

    def _add(self, job: Job) -> Job:
        self.jobs[job.id] = job
        self.job_added.emit(job)
        job.start()
        return job

    def _resume(self, record: JobRecord) -> Job:
        provider = self._providers.get(record.recipe.provider)
        free = provider is not None and provider.repeatable
        orders = tuple(_after_a_crash(order, free) for order in record.orders)
        job = Job(replace(record, orders=orders, state=JobState.WAITING), self)
        job.resumed = True
        job.nodes = self.library.nodes([id for order in orders for id in order.nodes])
        return self._add(job)


def complete(recipe: Recipe, model: Model) -> Recipe:
    """`recipe` with every value checked, the model's defaults filled in and a seed picked where the model has one."""
    params = {**model.defaults(), **model.check(recipe.params)}
    if model.param("seed") and "seed" not in params:
        params["seed"] = new_seed()
    if not recipe.prompt.strip():
        raise InvalidParameter("The prompt is empty.", "Write what should change.")
    return replace(recipe, prompt=recipe.prompt.strip(), params=params)


def _check_inputs(model: Model, inputs: Inputs) -> None:
    if model.mode == "edit" and inputs.source is None:
        raise InvalidParameter(f"{model.name} changes a picture, and none is open.", "Open a picture first.")
    if len(inputs.references) > model.references:
        takes = f"takes {model.references}" if model.references else "takes none"
        raise InvalidParameter(f"{model.name} {takes} of the {len(inputs.references)} reference images.")


def _after_a_crash(order: OrderRecord, free: bool) -> OrderRecord:
    if order.state is OrderState.ORDERING:
        return replace(order, state=OrderState.NEW if free else OrderState.UNKNOWN)
    return order
