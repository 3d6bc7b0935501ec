"""`flux-desktop spending`: what was spent, where and when."""

from __future__ import annotations

import asyncio
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from flux_desktop.cli.output import Out

if TYPE_CHECKING:
    from flux_desktop.core.job import Grouping, SpendingSum
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.money import Budget

__all__ = ["GROUPINGS", "day", "spending"]

GROUPINGS: tuple[Grouping, ...] = ("day", "provider", "model")


def day(words: str) -> date:
    """A day as the option `--since` takes it."""
    try:
        found = date.fromisoformat(words)
        datetime.combine(found, time()).timestamp()
    except (ValueError, OverflowError, OSError):
        raise ArgumentTypeError(f"“{words[:40]}” is no date: it takes YYYY-MM-DD") from None
    return found


async def spending(options: Namespace, program: Program, out: Out) -> int:
    """The ledger added up, beside the budgets; with --csv its single lines as a file."""
    from flux_desktop.services.money import budget_words
    from flux_desktop.services.spending import export_ledger

    library = program.queue.library
    since = datetime.combine(options.since, time()).timestamp() if options.since else 0.0
    by: tuple[Grouping, ...] = (options.by,) if options.by else GROUPINGS
    sums = await asyncio.to_thread(library.spending, since, by)
    budgets = program.queue.budgets()
    for line in (*map(budget_words, budgets), *_sum_words(sums)):
        out.line(line)
    if options.csv:
        count = await asyncio.to_thread(export_ledger, library, options.csv, since, overwrite=options.overwrite)
        out.line(f"{options.csv}  {count} lines")
    out.result(
        {
            "since": options.since.isoformat() if options.since else None,
            "budgets": [_budget_json(budget) for budget in budgets],
            "lines": [_sum_json(line, by) for line in sums],
            "csv": str(options.csv.absolute()) if options.csv else None,
        }
    )
    return 0


def _sum_words(sums: Iterable[SpendingSum]) -> Iterable[str]:
    for line in sums:
        orders = "1 order" if line.orders == 1 else f"{line.orders} orders"
        yield "  ".join([*(name for name in (line.day, line.provider, line.model) if name), line.cost_words, orders])


def _budget_json(budget: Budget) -> dict[str, Any]:
    return {
        "period": budget.period,
        "spent": round(budget.used.spent, 6),
        "open": round(sum(budget.used.open.values()), 6),
        "soft": budget.soft or None,
        "hard": budget.hard or None,
    }


def _sum_json(line: SpendingSum, by: Iterable[str]) -> dict[str, Any]:
    return {
        **{name: getattr(line, name) for name in by},
        "currency": line.currency,
        "billed": round(line.billed, 6),
        "estimated": round(line.estimated, 6),
        "orders": line.orders,
    }
