"""Which nodes of the library are listed, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

__all__ = ["Facet", "HistoryQuery", "Order"]

Order = Literal["newest", "oldest", "rating", "cost"]
"""The best rated and the dearest come first; those that are alike, newest first."""


class Facet(NamedTuple):
    """How many results a model of a provider made."""

    provider: str
    model: str
    results: int


@dataclass(frozen=True)
class HistoryQuery:
    """Results for which everything holds that is set here. Originals are never listed.

    `text` are words of the prompt or the note, or their beginnings; `root` the tree; `rating` the lowest one; `since`
    and `until` seconds since 1970, `until` not included; costs in the provider's currency. `trashed` lists what was
    deleted in place of what was not.
    """

    text: str = ""
    root: str | None = None
    starred: bool = False
    rating: int = 0
    exported: bool = False
    provider: str = ""
    model: str = ""
    seed: int | None = None
    since: float | None = None
    until: float | None = None
    least_cost: float | None = None
    most_cost: float | None = None
    region: bool = False
    trashed: bool = False
    order: Order = "newest"

    @property
    def is_filtered(self) -> bool:
        """Whether it leaves out anything but other trees."""
        return replace(self, root=None, order="newest") != HistoryQuery()

    def within(self, root: str | None) -> HistoryQuery:
        """The same in another tree; None: in all of them."""
        return replace(self, root=root)
