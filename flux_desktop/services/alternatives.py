"""Where else an edit could be made that one provider failed at. It is only ever offered: nothing is sent by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.job import OrderState
from flux_desktop.core.params import Model

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.jobs import JobQueue
    from flux_desktop.services.keyring import KeyService

__all__ = ["alternatives", "carried"]

KINDS = ("unavailable", "rate", "credit", "key")
"""Kinds of errors that lie with the provider: another one may do what this one did not."""

NOT_ACCEPTED = (OrderState.NEW, OrderState.FAILED)


def alternatives(queue: JobQueue, keys: KeyService, job: Job) -> list[Model]:
    """Where else `job` could be done: nowhere unless it failed before it was accepted. Those with a key first."""
    if not _may_go_elsewhere(job):
        return []
    try:
        found = queue.alternatives(job.record.recipe, len(job.record.references))
    except InvalidParameter:  # the provider's list of models may be another by now
        return []
    return sorted(found, key=lambda model: not keys.known(model.provider))


def carried(recipe: Recipe, model: Model) -> Recipe:
    """`recipe` for `model` of another provider: the same words, and the parameters that it can take."""
    return replace(recipe, provider=model.provider, model=model.id, params=model.carry(recipe.params))


def _may_go_elsewhere(job: Job) -> bool:
    """Whether nothing of `job` was accepted, and its error lies with the provider."""
    if job.state is not JobState.FAILED or job.error is None or job.error.kind not in KINDS:
        return False
    return all(order.state in NOT_ACCEPTED for order in job.record.orders)
