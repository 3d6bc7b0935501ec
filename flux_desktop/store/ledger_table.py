"""The ledger: what each order cost."""

from __future__ import annotations

import sqlite3
import time

from flux_desktop.core.edit import Recipe
from flux_desktop.core.job import Spending
from flux_desktop.core.price import Cost
from flux_desktop.store.database import Database
from flux_desktop.store.rows import SPENDING_COLUMNS, spending_of, values

__all__ = ["LedgerTable", "enter_into_ledger"]


def enter_into_ledger(connection: sqlite3.Connection, job: str, index: int, recipe: Recipe | None, cost: Cost) -> None:
    """Part of a transaction; an order is entered once."""
    provider, model = (recipe.provider, recipe.model) if recipe else ("", "")
    connection.execute(
        f"INSERT INTO ledger ({SPENDING_COLUMNS}) VALUES ({values(SPENDING_COLUMNS)}) "
        "ON CONFLICT (job, position) DO NOTHING",
        (job, index, provider, model, float(cost.amount), cost.currency, cost.kind, time.time()),
    )


class LedgerTable:
    """Part of the Library."""

    _db: Database

    def spent(self, since: float = 0.0) -> dict[str, float]:
        """The sum per currency since a moment, in seconds since 1970; estimated and billed alike."""
        sql = "SELECT currency, sum(amount) FROM ledger WHERE at >= ? GROUP BY currency ORDER BY currency"
        return self._db.read(lambda connection: dict(connection.execute(sql, (since,)).fetchall()))

    def ledger(self, since: float = 0.0) -> list[Spending]:
        """Every line since a moment, oldest first."""
        sql = f"SELECT {SPENDING_COLUMNS} FROM ledger WHERE at >= ? ORDER BY seq"
        return self._db.read(lambda connection: [spending_of(row) for row in connection.execute(sql, (since,))])
