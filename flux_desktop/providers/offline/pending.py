"""What was said before its word came: amounts, numbers, colours; and what a number means for an effect."""

from __future__ import annotations

from dataclasses import dataclass, field

from flux_desktop.providers.offline.tokens import Token
from flux_desktop.providers.offline.words import MIXED, TAKES, Takes

__all__ = ["Pending", "measured"]


@dataclass
class Pending:
    """What was said and still waits for its word."""

    amount: float = 1.0
    sign: float = 0.0
    number: Token | None = None
    ratio: str = ""
    colours: list[tuple[str, str]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    behind: bool = False
    start: int | None = None

    @property
    def empty(self) -> bool:
        return self.start is None

    @property
    def only_amount(self) -> bool:
        return not (self.sign or self.number or self.ratio or self.colours or self.kinds or self.behind)


def measured(name: str, token: Token, amount: float) -> tuple[float, float | None]:
    """Amount and measure for a number, in the unit of the effect called `name`."""
    takes, value = TAKES.get(name, Takes()), token.value
    sign = -1.0 if amount < 0 else 1.0
    if token.unit == "%":
        return sign * value / (100 if name in MIXED else 50), None
    if takes.unit and token.unit in ("", takes.unit):
        return amount, value * (sign if takes.unit in ("deg", "stops") else 1.0)
    if token.unit:
        return amount, value
    return sign * (value if abs(value) <= 3 else value / 50), None
