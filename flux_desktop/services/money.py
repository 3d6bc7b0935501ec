"""What may be spent: the user's budgets, what is used of them, and whether an edit still fits."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from flux_desktop.core.errors import OverBudget
from flux_desktop.core.job import OrderRecord, OrderState, Used
from flux_desktop.core.language import marked, tr
from flux_desktop.core.price import Cost, dollars
from flux_desktop.core.settings import Settings

if TYPE_CHECKING:
    from flux_desktop.store.library import Library

__all__ = ["PERIODS", "Budget", "Money", "Period", "Price", "began", "budget_words"]

Period = Literal["day", "month"]

PERIODS: tuple[Period, ...] = ("day", "month")
SPANS: Mapping[Period, str] = MappingProxyType({"day": marked("Today"), "month": marked("This month")})
TINY = 1e-6
"""Dollars by which sums may be wrong: prices are rounded to as much."""

NOT_ORDERED: Mapping[Period, str] = MappingProxyType(
    {
        "day": marked(
            "It was not ordered. Raise the budget in Settings › Money, or wait for the next day; then Retry goes on."
        ),
        "month": marked(
            "It was not ordered. Raise the budget in Settings › Money, or wait for the next month; then Retry goes on."
        ),
    }
)
ASKED = marked("You are asked because of the budgets in Settings › Money.")


@dataclass(frozen=True)
class Budget:
    """The limits of a day or a month in US dollars (0: none), and what is used of them."""

    period: Period
    soft: float
    hard: float
    used: Used

    def is_exceeded(self, limit: float, price: Price) -> bool:
        """Whether `limit` does not allow `price`. One that is not known is allowed until the limit is reached."""
        if not limit:
            return False
        too_much = price.amount > 0 and self.used.total + price.amount > limit + TINY
        return too_much or (not price.is_known and self.used.total > limit - TINY)


@dataclass(frozen=True)
class Price:
    """What edits are expected to cost together, in US dollars; `is_known` unless the price of one is missing."""

    amount: float
    is_known: bool

    @classmethod
    def of(cls, costs: Iterable[Cost | None]) -> Price:
        """Costs in credits have no dollars: they do not count."""
        every = list(costs)
        return cls(sum(_in_dollars(cost) for cost in every), None not in every)


class Money:
    """The budgets as they are set in `settings`, against what `library` says that was spent."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._settings = settings

    @property
    def has_budget(self) -> bool:
        """Whether there is any limit."""
        return self._has_hard() or any(self._limit(period, "soft") for period in PERIODS)

    def budgets(self, unwritten: Mapping[str, float] = MappingProxyType({})) -> list[Budget]:
        """The budgets of this day and this month; `unwritten` is expected of jobs not yet in the library, by id."""
        now = time.time()
        used = self._library.used(*(began(period, now) for period in PERIODS))
        return [
            self._budget(period, replace(one, open={**unwritten, **one.open}))
            for period, one in zip(PERIODS, used, strict=True)
        ]

    def check(self, costs: Iterable[Cost | None], unwritten: Mapping[str, float], *, approved: bool) -> None:
        """OverBudget if the orders that are expected to cost this may not be accepted.

        Beyond a hard budget they may not at all, beyond a soft one only if the user has approved.
        """
        price = Price.of(costs)
        if not self.has_budget or price == Price(0, True):
            return
        budgets = self.budgets(unwritten)
        _refuse_beyond_hard(budgets, price)
        over = [budget for budget in budgets if budget.is_exceeded(budget.soft, price)]
        if over and not approved:
            raise OverBudget(_sentence(over[0], over[0].soft, price), tr(ASKED), asks=True)

    def check_order(self, job: str, order: OrderRecord) -> None:
        """OverBudget if a hard budget does not allow the order now, before anything is sent for it.

        What was accepted but is not ordered yet does not count: it is checked when its turn comes.
        """
        if self._has_hard():
            since = [began(period, time.time()) for period in PERIODS]
            self._refuse_order(self._library.used(*since, waiting=False, but=(job, order.index)), order)

    def place(self, job: str, order: OrderRecord) -> None:
        """Write down that the order is on its way; OverBudget, and nothing is written, if a hard budget forbids it."""
        if not self._has_hard():
            self._library.set_order(job, order.index, OrderState.ORDERING)
            return
        since = [began(period, time.time()) for period in PERIODS]
        self._library.place_order(job, order.index, since, lambda used: self._refuse_order(used, order))

    def _refuse_order(self, used: list[Used], order: OrderRecord) -> None:
        budgets = [self._budget(period, one) for period, one in zip(PERIODS, used, strict=True)]
        _refuse_beyond_hard(budgets, Price.of([order.expected]), NOT_ORDERED)

    def _budget(self, period: Period, used: Used) -> Budget:
        return Budget(period, self._limit(period, "soft"), self._limit(period, "hard"), used)

    def _limit(self, period: Period, kind: Literal["soft", "hard"]) -> float:
        return self._settings.number(f"budget_{period}_{kind}")

    def _has_hard(self) -> bool:
        return any(self._limit(period, "hard") for period in PERIODS)


def began(period: Period, now: float) -> float:
    """When the day or the month of `now` began by the clock on the wall; both in seconds since 1970."""
    midnight = datetime.fromtimestamp(now).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return (midnight if period == "day" else midnight.replace(day=1)).timestamp()


def budget_words(budget: Budget) -> str:
    """`Today: $2.00 spent, $0.03 on its way (asks above $3.00, never above $5.00)`."""
    on_its_way = sum(budget.used.open.values())
    used = [tr("{amount} spent", amount=dollars(budget.used.spent))]
    used += [tr("{amount} on its way", amount=dollars(on_its_way))] if on_its_way else []
    limits = [tr("asks above {amount}", amount=dollars(budget.soft))] if budget.soft else []
    limits += [tr("never above {amount}", amount=dollars(budget.hard))] if budget.hard else []
    return tr(
        "{span}: {used} ({limits})",
        span=tr(SPANS[budget.period]),
        used=", ".join(used),
        limits=", ".join(limits) or tr("no budget"),
    )


def _in_dollars(cost: Cost | None) -> float:
    return max(0.0, cost.amount) if cost is not None and cost.currency == "USD" else 0.0


def _refuse_beyond_hard(
    budgets: Iterable[Budget], price: Price, hints: Mapping[Period, str] = MappingProxyType({})
) -> None:
    for budget in budgets:
        if budget.is_exceeded(budget.hard, price):
            raise OverBudget(_sentence(budget, budget.hard, price), tr(hints.get(budget.period, "")))


def _sentence(budget: Budget, limit: float, price: Price) -> str:
    """What is used, of what, and what would come on top."""
    amounts = {"spent": dollars(budget.used.total), "limit": dollars(limit)}
    used = (
        tr("{spent} of today's budget of {limit} is used", **amounts)
        if budget.period == "day"
        else tr("{spent} of this month's budget of {limit} is used", **amounts)
    )
    if price.is_known:
        return tr("{used}, and this would cost about {amount}.", used=used, amount=dollars(price.amount))
    if price.amount:
        return tr("{used}, and this would cost more than {amount}.", used=used, amount=dollars(price.amount))
    return tr("{used}, and what this costs is not known.", used=used)
