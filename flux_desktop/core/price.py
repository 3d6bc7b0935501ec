"""Money: what an edit is expected to cost and what it did cost."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from flux_desktop.core.language import figures, tr

__all__ = ["Balance", "Cost", "Rate", "amount_words", "dollars", "total_of"]


@dataclass(frozen=True)
class Cost:
    """Paid for an edit, or expected before it. `currency` is ISO 4217, or `credits` where the provider counts those.

    `estimated` was worked out here; `quoted` is what the host said beforehand of this very edit; `billed` it took.
    """

    amount: float
    currency: str = "USD"
    kind: Literal["estimated", "quoted", "billed"] = "estimated"

    def to_json(self) -> dict[str, object]:
        """What is kept and told: only what was taken is more than an estimate."""
        kind = "billed" if self.kind == "billed" else "estimated"
        return {"amount": self.amount, "currency": self.currency, "kind": kind}

    def __str__(self) -> str:
        if self.currency == "USD" and self.amount == 0:
            return tr("free", "costs nothing")
        words = amount_words(self.amount, self.currency)
        return tr("about {amount}", amount=words) if self.kind == "estimated" else words


@dataclass(frozen=True)
class Balance:
    """Money left at the provider."""

    amount: float
    currency: str = "USD"


@dataclass(frozen=True)
class Rate:
    """How a host prices an edit, in USD: `first` for the first megapixel of each picture that is made, `more` for each
    further one, and `sent` for each megapixel of each picture that goes in. `whole`: megapixels are rounded up.
    """

    first: float
    more: float = 0.0
    sent: float = 0.0
    whole: bool = False

    def cost(self, made: Iterable[float], sent: Iterable[float] = ()) -> Cost:
        """The estimate for pictures of `made` and `sent` megapixels."""
        results = sum(self.first + max(0.0, self._billed(size) - 1) * self.more for size in made)
        return Cost(round(results + sum(self._billed(size) * self.sent for size in sent), 6))

    def _billed(self, megapixels: float) -> float:
        return math.ceil(megapixels - 1e-9) if self.whole else megapixels


def total_of(costs: Sequence[Cost]) -> Cost | None:
    """Costs in one currency together: an estimate if one of them is. None for none."""
    if not costs:
        return None
    certain = all(cost.kind == "billed" for cost in costs)
    amount = round(sum(cost.amount for cost in costs), 9)
    return Cost(amount, costs[0].currency, "billed" if certain else "estimated")


def amount_words(amount: float, currency: str) -> str:
    """`amount` with its currency: `$0.50`, `30 credits`."""
    if currency == "USD":
        return dollars(amount)
    number = figures(f"{amount:,.10g}")
    return tr("{amount} credits", amount=number) if currency == "credits" else f"{number} {currency}"


def dollars(amount: float) -> str:
    """`amount` of USD as people write it: `$12.35`, `$0.50`, `$0.014`, `$0.0004`; small ones to three digits."""
    if not 0 < abs(amount) < 1:
        words = f"{abs(amount):,.2f}"
    else:
        decimals = min(2 - math.floor(math.log10(abs(amount))), 8)
        words = f"{abs(amount):.{decimals}f}".rstrip("0")
        words += "0" * (2 - len(words.partition(".")[2]))
    money = tr("${amount}", "US dollars", amount=figures(words))
    return f"-{money}" if amount < 0 else money
