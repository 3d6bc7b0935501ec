"""Money: what an edit is expected to cost and what it did cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Balance", "Cost"]


@dataclass(frozen=True)
class Cost:
    """Paid for an edit, or expected before it. `currency` is ISO 4217, or `credits` where the provider counts those."""

    amount: float
    currency: str = "USD"
    kind: Literal["estimated", "billed"] = "estimated"

    def to_json(self) -> dict[str, object]:
        return {"amount": self.amount, "currency": self.currency, "kind": self.kind}

    def __str__(self) -> str:
        about = "about " if self.kind == "estimated" else ""
        if self.currency == "USD":
            return "free" if self.amount == 0 else f"{about}${self.amount:.3f}"
        return f"{about}{self.amount:g} {self.currency}"


@dataclass(frozen=True)
class Balance:
    """Money left at the provider."""

    amount: float
    currency: str = "USD"
