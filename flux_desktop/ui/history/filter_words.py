"""What a HistoryQuery leaves out, in words."""

from __future__ import annotations

from flux_desktop.core.history_query import HistoryQuery, Order
from flux_desktop.core.language import figures, marked, plural, tr
from flux_desktop.ui.wording import date

__all__ = ["ORDERED", "ORDERS", "count_filters", "filter_words"]

ORDERS: dict[Order, str] = {
    "newest": marked("Newest first"),
    "oldest": marked("Oldest first"),
    "rating": marked("Best rated first"),
    "cost": marked("Dearest first"),
}
ORDERED: dict[Order, str] = {
    "newest": marked("newest first"),
    "oldest": marked("oldest first"),
    "rating": marked("best rated first"),
    "cost": marked("dearest first"),
}
"""The same among other words."""


def filter_words(query: HistoryQuery) -> list[str]:
    """Each filter in a few words; what is searched for, the tree and the order are none."""
    switches = {tr("starred"): query.starred, tr("exported"): query.exported, tr("with a region"): query.region}
    words = [name for name, wanted in switches.items() if wanted]
    if query.rating:
        words.append(tr("rated {stars} or more", stars=query.rating))
    words += [name for name in (query.provider, query.model) if name]
    if query.seed is not None:
        words.append(tr("seed {seed}", seed=query.seed))
    return words + _span(query) + _costs(query)


def count_filters(query: HistoryQuery) -> str:
    """The number of filters: what the button says."""
    count = len(filter_words(query))
    return plural(count, "{n} filter", "{n} filters") if count else tr("Filter", "verb")


def _span(query: HistoryQuery) -> list[str]:
    since = date(query.since) if query.since is not None else ""
    until = date(query.until - 1) if query.until is not None else ""
    if since and until:
        if since == until:
            return [tr("made {day}", day=since)]
        return [tr("made {first} to {last}", first=since, last=until)]
    from_then = [tr("made since {day}", day=since)] if since else []
    return [*from_then, tr("made until {day}", day=until)] if until else from_then


def _costs(query: HistoryQuery) -> list[str]:
    least, most = query.least_cost, query.most_cost
    if least is not None and most is not None:
        return [tr("cost {least} to {most}", least=figures(f"{least:g}"), most=figures(f"{most:g}"))]
    at_least = [] if least is None else [tr("cost {amount} or more", amount=figures(f"{least:g}"))]
    return at_least if most is None else [tr("cost {amount} or less", amount=figures(f"{most:g}"))]
