"""Jobs and their orders: what the next start needs to collect what was paid and to order nothing twice."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import Internal
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState, Used
from flux_desktop.core.price import Cost
from flux_desktop.store.database import Database
from flux_desktop.store.history_table import insert_nodes
from flux_desktop.store.ledger_table import enter_into_ledger, used_since
from flux_desktop.store.rows import (
    JOB_COLUMNS,
    ORDER_COLUMNS,
    dump,
    job_of,
    job_row,
    order_of,
    order_row,
    values,
)

__all__ = ["JobsTable"]

# Conditions word for word as those of the indexes `jobs_unfinished`, `jobs_unknown` and `orders_ordered`.
UNFINISHED = "state NOT IN ('done', 'failed', 'cancelled', 'unknown')"
ENDED_BADLY = (
    "SELECT id FROM jobs WHERE state = 'unknown' UNION SELECT job FROM orders WHERE state = 'ordered' "
    "AND (SELECT state FROM jobs WHERE id = job) = 'failed'"
)


class JobsTable:
    """Part of the Library. Every change is on the disk when the method returns."""

    _db: Database

    def add_job(self, job: JobRecord) -> None:
        """Keep a job with its orders; Internal if its id is taken."""

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute(f"INSERT INTO jobs ({JOB_COLUMNS}) VALUES ({values(JOB_COLUMNS)})", job_row(job))
            sql = f"INSERT INTO orders ({ORDER_COLUMNS}) VALUES ({values(ORDER_COLUMNS)})"
            connection.executemany(sql, [order_row(job.id, order) for order in job.orders])

        self._db.write(insert)

    def job(self, id: str) -> JobRecord | None:
        return next(iter(self._jobs("SELECT id FROM jobs WHERE id = ?", id)), None)

    def jobs(self, unfinished: bool = False, limit: int | None = None) -> list[JobRecord]:
        """All jobs or those that have not ended, oldest first; of more than `limit` the newest."""
        where = f"WHERE {UNFINISHED}" if unfinished else ""
        return self._jobs(
            f"SELECT id FROM jobs {where} ORDER BY seq DESC LIMIT ?", -1 if limit is None else max(limit, 0)
        )

    def unsettled(self) -> list[JobRecord]:
        """Jobs that ended but not well: unknown, or failed with a paid order left to collect; oldest first."""
        return self._jobs(ENDED_BADLY)

    def recent_prompts(self, limit: int) -> list[str]:
        """The last prompts that were submitted, each once, newest first; also those of jobs that failed."""

        def collect(connection: sqlite3.Connection) -> list[str]:
            found: dict[str, None] = {}
            for (prompt,) in connection.execute("SELECT prompt FROM jobs WHERE prompt <> '' ORDER BY seq DESC"):
                if len(found) >= limit:
                    break
                found[prompt] = None
            return list(found)

        return self._db.read(collect)

    def set_job_state(
        self,
        id: str,
        state: JobState,
        *,
        error: Mapping[str, Any] | None = None,
        seconds: Mapping[str, float] | None = None,
        started: float | None = None,
        ended: float | None = None,
        notes: Sequence[str] | None = None,
    ) -> None:
        """Note where the job is; what is None stays as it was. Times are seconds since 1970.

        A job on its way has no error and no end, a job that ended has no owner.
        """
        changes: dict[str, Any] = {"state": state.value, "started": started, "ended": ended}
        changes |= {
            name: None if value is None else dump(value)
            for name, value in (("error", error), ("seconds", seconds), ("notes", notes))
        }
        changes = {name: value for name, value in changes.items() if value is not None}
        changes |= {"owner": ""} if state.ended else {"error": None, "ended": None}
        sql = f"UPDATE jobs SET {', '.join(f'{name} = ?' for name in changes)} WHERE id = ?"
        self._update(sql, (*changes.values(), id), f"job {id}")

    def set_order(self, job_id: str, index: int, state: OrderState, ticket: Mapping[str, Any] | None = None) -> None:
        """Note how far an order came; a ticket that is there stays unless there is a newer one."""
        sql = "UPDATE orders SET state = ?, ticket = coalesce(?, ticket) WHERE job = ? AND position = ?"
        bound = (state.value, None if ticket is None else dump(ticket), job_id, index)
        self._update(sql, bound, f"order {index} of job {job_id}")

    def place_order(self, job_id: str, index: int, since: Sequence[float], allow: Callable[[list[Used]], None]) -> None:
        """Note that the order is on its way, unless `allow` raises.

        It is given what is used of the budgets that began at `since`, not counting this order and those not sent yet.
        Nobody else can place an order meanwhile, so that two processes cannot both spend the last dollar.
        """

        def place(connection: sqlite3.Connection) -> None:
            allow([used_since(connection, moment, waiting=False, but=(job_id, index)) for moment in since])
            sql = "UPDATE orders SET state = ? WHERE job = ? AND position = ?"
            if connection.execute(sql, (OrderState.ORDERING.value, job_id, index)).rowcount != 1:
                raise Internal(f"The library has no order {index} of job {job_id}.")

        self._db.write(place)

    def finish_order(self, job_id: str, index: int, nodes: Sequence[HistoryNode], cost: Cost | None) -> bool:
        """The images, the end of the order and what it cost, all or nothing; False if the order was done before."""

        def finish(connection: sqlite3.Connection) -> bool:
            where = "WHERE job = ? AND position = ?"
            found = connection.execute(f"SELECT state, recipe FROM orders {where}", (job_id, index)).fetchone()
            if found is not None and found[0] == OrderState.DONE:
                return False
            insert_nodes(connection, nodes)
            done = (OrderState.DONE.value, dump([node.id for node in nodes]), job_id, index)
            connection.execute(f"UPDATE orders SET state = ?, nodes = ? {where}", done)
            if cost is not None and math.isfinite(cost.amount):
                recipe = Recipe.from_json(json.loads(found[1])) if found else nodes[0].recipe if nodes else None
                enter_into_ledger(connection, job_id, index, recipe, cost)
            return True

        return self._db.write(finish)

    def set_delivered(self, id: str) -> None:
        """Note that the files that the command line was asked for are written: `out["delivered"]` is True from now."""

        def mark(connection: sqlite3.Connection) -> None:
            for (out,) in connection.execute("SELECT out FROM jobs WHERE id = ?", (id,)).fetchall():
                marked = dump({**json.loads(out), "delivered": True})
                connection.execute("UPDATE jobs SET out = ? WHERE id = ?", (marked, id))

        self._db.write(mark)

    def undelivered(self) -> list[JobRecord]:
        """Jobs that are done but whose files were not written, oldest first: the program was stopped in between."""
        waiting = "out <> '{}' AND json_extract(out, '$.delivered') IS NOT 1"
        return self._jobs(f"SELECT id FROM jobs WHERE state = ? AND {waiting}", JobState.DONE.value)

    def reopen(self, job: JobRecord, state: JobState, owner: str) -> bool:
        """Let a job go on: what its last run left is gone, its orders stand as in `job`, and it is `job.owner`'s.

        False, and nothing is changed, unless it still stands in `state` and belongs to `owner` (or to `job.owner`).
        """

        def write(connection: sqlite3.Connection) -> bool:
            sql = (
                "UPDATE jobs SET state = ?, owner = ?, started = NULL, ended = NULL, error = NULL, notes = '[]', "
                "seconds = '{}' WHERE id = ? AND (state = ? AND owner = ? OR owner = ?)"
            )
            bound = (job.state.value, job.owner, job.id, state.value, owner, job.owner)
            if connection.execute(sql, bound).rowcount != 1:
                return False
            orders = [(order.state.value, job.id, order.index) for order in job.orders]
            connection.executemany("UPDATE orders SET state = ? WHERE job = ? AND position = ?", orders)
            return True

        return self._db.write(write)

    def _update(self, sql: str, bound: Sequence[object], what: str) -> None:
        if self._db.write(lambda connection: connection.execute(sql, bound).rowcount) != 1:
            raise Internal(f"The library has no {what}.")

    def _jobs(self, ids: str, *bound: object) -> list[JobRecord]:
        def collect(connection: sqlite3.Connection) -> list[JobRecord]:
            orders: dict[str, list[OrderRecord]] = {}
            sql = f"SELECT {ORDER_COLUMNS} FROM orders WHERE job IN ({ids}) ORDER BY job, position"
            for row in connection.execute(sql, bound):
                orders.setdefault(row[0], []).append(order_of(row))
            sql = f"SELECT {JOB_COLUMNS} FROM jobs WHERE id IN ({ids}) ORDER BY seq"
            return [job_of(row, orders.get(row[0], ())) for row in connection.execute(sql, bound)]

        return self._db.read(collect)
