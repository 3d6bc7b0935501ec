"""A job as it is kept on disk: what was asked for, what was ordered, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.language import tr
from flux_desktop.core.price import Cost, amount_words
from flux_desktop.core.region import Crop, Patch

__all__ = ["Grouping", "JobRecord", "OrderRecord", "OrderState", "Spending", "SpendingSum", "Used"]

Grouping = Literal["day", "provider", "model"]
"""What the lines of the ledger can be added up by."""


class OrderState(StrEnum):
    """How far one call to a provider came. The word on disk decides what the next start may do.

    NEW: nothing was ordered, it may be sent. ORDERING: the order is on its way; found after a crash, its outcome is
    unknown. ORDERED: there is a ticket, it can be collected. DONE: its images are in the library.
    FAILED: the provider said no, or the program gave up before anything was ordered. UNKNOWN: may have been charged.
    """

    NEW = "new"
    ORDERING = "ordering"
    ORDERED = "ordered"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class OrderRecord:
    """One call to the provider. Most jobs have one; a count that the host does not know has several."""

    index: int
    recipe: Recipe
    state: OrderState = OrderState.NEW
    ticket: Mapping[str, Any] | None = None
    nodes: tuple[str, ...] = ()
    expected: Cost | None = None
    """What it is expected to cost; None where the provider did not say."""


@dataclass(frozen=True)
class JobRecord:
    """An edit in progress or ended. Images are named by their assets, the parent is fixed at submit.

    `out` is where the command line wants its files. `owner` names the process that runs the job.
    """

    id: str
    recipe: Recipe
    created: float
    state: JobState = JobState.WAITING
    parent: str | None = None
    source: str | None = None
    references: tuple[str, ...] = ()
    mask: str | None = None
    out: Mapping[str, Any] = field(default_factory=dict)
    owner: str = ""
    started: float | None = None
    ended: float | None = None
    error: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    crop: Crop | None = None
    patch: Patch | None = None
    orders: tuple[OrderRecord, ...] = ()


@dataclass(frozen=True)
class Spending:
    """One line of the ledger: what an order cost. `order` is its index in the job, `at` seconds since 1970."""

    job: str
    order: int
    provider: str
    model: str
    cost: Cost
    at: float


@dataclass(frozen=True)
class SpendingSum:
    """Lines of the ledger in one currency, added up. What they were not grouped by is "".

    `day` is a local date like `2026-11-21`. `billed` is what hosts told, `estimated` what the program worked out.
    """

    day: str
    provider: str
    model: str
    currency: str
    billed: float
    estimated: float
    orders: int

    @property
    def cost_words(self) -> str:
        """`$0.50`, `about $0.20`, `$0.50 and about $0.20`, `free`."""
        billed, estimated = (amount_words(amount, self.currency) for amount in (self.billed, self.estimated))
        if self.billed and self.estimated:
            return tr("{billed} and about {estimated}", billed=billed, estimated=estimated)
        if self.estimated:
            return tr("about {amount}", amount=estimated)
        return billed if self.billed else tr("free", "costs nothing")


@dataclass(frozen=True)
class Used:
    """What is used of a budget, in USD: `spent` stands in the ledger; `open` does not yet, by the id of its job."""

    spent: float = 0.0
    open: Mapping[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        return self.spent + sum(self.open.values())
