"""What a HistoryQuery leaves out, in words."""

from __future__ import annotations

import time

from flux_desktop.core.history_query import HistoryQuery, Order
from flux_desktop.ui.wording import counted

__all__ = ["ORDERS", "count_filters", "filter_words"]

ORDERS: dict[Order, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "rating": "Best rated first",
    "cost": "Dearest first",
}


def filter_words(query: HistoryQuery) -> list[str]:
    """Each filter in a few words; what is searched for, the tree and the order are none."""
    switches = {"starred": query.starred, "exported": query.exported, "with a region": query.region}
    words = [name for name, wanted in switches.items() if wanted]
    if query.rating:
        words.append(f"rated {query.rating} or more")
    words += [name for name in (query.provider, query.model) if name]
    if query.seed is not None:
        words.append(f"seed {query.seed}")
    return words + _span(query) + _costs(query)


def count_filters(query: HistoryQuery) -> str:
    """The number of filters: what the button says."""
    return counted(len(filter_words(query)), "filter") if filter_words(query) else "Filter"


def _span(query: HistoryQuery) -> list[str]:
    since = _day(query.since) if query.since is not None else ""
    until = _day(query.until - 1) if query.until is not None else ""
    if since and until:
        return [f"made {since}" if since == until else f"made {since} to {until}"]
    return [f"made since {since}"] * bool(since) + [f"made until {until}"] * bool(until)


def _costs(query: HistoryQuery) -> list[str]:
    least, most = query.least_cost, query.most_cost
    if least is not None and most is not None:
        return [f"cost {least:g} to {most:g}"]
    at_least = [] if least is None else [f"cost {least:g} or more"]
    return at_least if most is None else [f"cost {most:g} or less"]


def _day(seconds: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(seconds))
