"""The ledger: what each order cost; and what is used of a budget beside it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

from flux_desktop.core.edit import Recipe
from flux_desktop.core.job import Grouping, Spending, SpendingSum, Used
from flux_desktop.core.price import Cost
from flux_desktop.store.database import Database
from flux_desktop.store.rows import SPENDING_COLUMNS, spending_of, values

__all__ = ["LedgerTable", "enter_into_ledger", "sums_since", "used_since"]

GROUPINGS: dict[Grouping, str] = {
    "day": "date(at, 'unixepoch', 'localtime')",
    "provider": "provider",
    "model": "model",
}
ENDED = "('done', 'failed', 'cancelled', 'unknown')"
OPEN = f"""
SELECT orders.job, sum(json_extract(orders.expected, '$.amount'))
FROM orders CROSS JOIN jobs ON jobs.id = orders.job
WHERE orders.state NOT IN ('done', 'failed') AND json_extract(orders.expected, '$.currency') = 'USD'
    AND (orders.state <> 'new' OR :waiting AND jobs.state NOT IN {ENDED})
    AND (jobs.state NOT IN {ENDED} OR coalesce(jobs.ended, jobs.created) >= :since)
    AND NOT (orders.job = :job AND orders.position = :position)
GROUP BY orders.job
"""
"""What was ordered and is not in the ledger yet, or may have been charged; with `waiting` also what will be ordered.

Of jobs that ended without an end of their orders, those count that ended in the time that is asked for.
"""


def enter_into_ledger(connection: sqlite3.Connection, job: str, index: int, recipe: Recipe | None, cost: Cost) -> None:
    """Part of a transaction; an order is entered once."""
    provider, model = (recipe.provider, recipe.model) if recipe else ("", "")
    connection.execute(
        f"INSERT INTO ledger ({SPENDING_COLUMNS}) VALUES ({values(SPENDING_COLUMNS)}) "
        "ON CONFLICT (job, position) DO NOTHING",
        (job, index, provider, model, float(cost.amount), cost.currency, cost.kind, time.time()),
    )


def used_since(
    connection: sqlite3.Connection, since: float, *, waiting: bool = True, but: tuple[str, int] = ("", 0)
) -> Used:
    """What is used of a budget that began at `since`, in US dollars; part of a transaction.

    `but` is the order (job, position) that asks. Without `waiting`, orders that were not sent yet do not count.
    """
    sql = "SELECT total(amount) FROM ledger WHERE at >= ? AND currency = 'USD' AND amount > 0"
    (spent,) = connection.execute(sql, (since,)).fetchone()
    bound = {"since": since, "waiting": waiting, "job": but[0], "position": but[1]}
    return Used(spent, dict(connection.execute(OPEN, bound).fetchall()))


def sums_since(connection: sqlite3.Connection, since: float, by: Sequence[Grouping]) -> list[SpendingSum]:
    """The ledger added up; part of a transaction."""
    columns = ", ".join(f"{sql if name in by else repr('')} AS {name}" for name, sql in GROUPINGS.items())
    sql = (
        f"SELECT {columns}, currency, total(amount) FILTER (WHERE kind = 'billed'), "
        "total(amount) FILTER (WHERE kind <> 'billed'), count(*) FROM ledger WHERE at >= ? "
        "GROUP BY 1, 2, 3, 4 ORDER BY day DESC, provider, model, currency"
    )
    return [SpendingSum(*row) for row in connection.execute(sql, (since,))]


class LedgerTable:
    """Part of the Library."""

    _db: Database

    def spent(self, since: float = 0.0) -> dict[str, float]:
        """The sum per currency since a moment, in seconds since 1970; estimated and billed alike."""
        sql = "SELECT currency, sum(amount) FROM ledger WHERE at >= ? GROUP BY currency ORDER BY currency"
        return self._db.read(lambda connection: dict(connection.execute(sql, (since,)).fetchall()))

    def used(self, *since: float, waiting: bool = True, but: tuple[str, int] = ("", 0)) -> list[Used]:
        """What is used of budgets that began at these moments, see `used_since`."""
        return self._db.read(
            lambda connection: [used_since(connection, moment, waiting=waiting, but=but) for moment in since]
        )

    def ledger(self, since: float = 0.0) -> list[Spending]:
        """Every line since a moment, oldest first."""
        sql = f"SELECT {SPENDING_COLUMNS} FROM ledger WHERE at >= ? ORDER BY seq"
        return self._db.read(lambda connection: [spending_of(row) for row in connection.execute(sql, (since,))])

    def spending(self, since: float = 0.0, by: Sequence[Grouping] = ("day", "provider", "model")) -> list[SpendingSum]:
        """The ledger since a moment, added up by these and the currency; the newest days come first."""
        return self._db.read(lambda connection: sums_since(connection, since, by))
