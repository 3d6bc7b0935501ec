"""Where else an edit could be made that one provider failed at. It is only ever offered: nothing is sent by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.job import OrderState
from flux_desktop.core.params import Model

if TYPE_CHECKING:
    from flux_desktop.services.job import Job

__all__ = ["carried", "failed_elsewhere_may_do"]

KINDS = ("unavailable", "rate", "credit", "key")
"""Kinds of errors that lie with the provider: another one may do what this one did not."""

NOT_ACCEPTED = (OrderState.NEW, OrderState.FAILED)


def failed_elsewhere_may_do(job: Job) -> bool:
    """Whether `job` failed before anything of it was accepted, and for a reason that another provider may not have."""
    if job.state is not JobState.FAILED or job.error is None or job.error.kind not in KINDS:
        return False
    return all(order.state in NOT_ACCEPTED for order in job.record.orders)


def carried(recipe: Recipe, model: Model) -> Recipe:
    """`recipe` for `model` of another provider: the same words, and the parameters that it can take."""
    return replace(recipe, provider=model.provider, model=model.id, params=model.carry(recipe.params))
