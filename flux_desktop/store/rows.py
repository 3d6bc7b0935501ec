"""How nodes, jobs, orders and the ledger's lines are written as rows, and read back with a check of every field."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from flux_desktop.core.change import Change
from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import BEST, TREATMENTS, Crop, HistoryNode, Treatment, TreatmentKind
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState, Spending
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Patch

__all__ = [
    "JOB_COLUMNS",
    "NODE_COLUMNS",
    "ORDER_COLUMNS",
    "SPENDING_COLUMNS",
    "Damaged",
    "dump",
    "family_of",
    "job_of",
    "job_row",
    "node_of",
    "node_row",
    "number_of",
    "order_of",
    "order_row",
    "plain",
    "spending_of",
    "values",
]

T = TypeVar("T")
Row = Sequence[Any]

NODE_COLUMNS = (
    "id, root, parent, asset, media_type, width, height, created, result, recipe, prompt, job, details, "
    "note, family, starred, rating, exported, trashed, provider, model, seed, amount, region"
)
JOB_COLUMNS = (
    "id, recipe, prompt, created, state, parent, source, reference_assets, mask, out, owner, "
    "started, ended, error, notes, seconds, crop, patch"
)
ORDER_COLUMNS = "job, position, recipe, state, ticket, nodes, expected"
SPENDING_COLUMNS = "job, position, provider, model, amount, currency, kind, at"

EDITED = len(NODE_COLUMNS.split(","))
"""Where, behind these columns, it may stand whether a node has children."""

TREATMENT_KINDS: Mapping[str, TreatmentKind] = {kind: kind for kind in TREATMENTS}
ENCODER = json.JSONEncoder(separators=(",", ":"), default=dict)


class Damaged(Exception):
    """A row that this program did not write like that."""


def values(columns: str) -> str:
    """The question marks for as many columns."""
    return ", ".join("?" * len(columns.split(",")))


def dump(value: object) -> str:
    """`value` as JSON in ASCII: also text that is not valid Unicode comes back as it was."""
    return ENCODER.encode(value)


def plain(text: str) -> str:
    """`text` as SQLite can hold and search it."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def node_row(node: HistoryNode) -> tuple[Any, ...]:
    details = {
        "seed": node.seed,
        "cost": node.cost.to_json() if node.cost else None,
        "name": node.name,
        "path": node.path,
        "references": node.references,
        "mask": node.mask,
        "crop": node.crop,
        "patch": node.patch.to_json() if node.patch else None,
        "treatment": [node.treatment.kind, node.treatment.base] if node.treatment else None,
        "change": node.change.to_json() if node.change else None,
    }
    return (
        node.id,
        node.root,
        node.parent,
        node.asset,
        node.media_type,
        node.width,
        node.height,
        node.created,
        int(node.recipe is not None),
        dump(node.recipe.to_json()) if node.recipe else None,
        plain(node.recipe.prompt) if node.recipe else "",
        node.job,
        dump({name: value for name, value in details.items() if value not in (None, "", ())}),
        plain(node.note),
        node.family,
        int(node.starred),
        node.rating,
        int(node.exported),
        node.trashed,
        plain(node.recipe.provider) if node.recipe else "",
        plain(node.recipe.model) if node.recipe else "",
        number_of(node.seed),
        node.cost.amount if node.cost else None,
        int(node.mask is not None or node.crop is not None),
    )


def number_of(seed: int | None) -> int | float | None:
    """`seed` as SQLite can compare it: beyond 64 bits as the nearest float."""
    return seed if seed is None or -(2**63) <= seed < 2**63 else float(seed)


def family_of(parent: str | None, recipe: str | None, details: str) -> str:
    """The family of a node by the cells of its row, for rows that were written before families; "" if damaged."""
    cells = (
        "",
        "",
        parent,
        "",
        "",
        0,
        0,
        0.0,
        1,
        recipe,
        "",
        None,
        details,
        "",
        "",
        0,
        0,
        0,
        None,
    )  # what follows is not read
    try:
        return node_of(cells).family
    except Damaged:
        return ""


def node_of(row: Row) -> HistoryNode:
    """The node of a row of `NODE_COLUMNS`, perhaps followed by whether it has children; Damaged if it is not one."""
    return _checked(_node, row)


def job_row(job: JobRecord) -> tuple[Any, ...]:
    return (
        job.id,
        dump(job.recipe.to_json()),
        plain(job.recipe.prompt),
        job.created,
        job.state.value,
        job.parent,
        job.source,
        dump(job.references),
        job.mask,
        dump(job.out),
        job.owner,
        job.started,
        job.ended,
        None if job.error is None else dump(job.error),
        dump(job.notes),
        dump(job.seconds),
        None if job.crop is None else dump(job.crop),
        None if job.patch is None else dump(job.patch.to_json()),
    )


def job_of(row: Row, orders: Sequence[OrderRecord] = ()) -> JobRecord:
    """The job of a row of `JOB_COLUMNS`; Damaged if it is not one."""
    return _checked(lambda cells: _job(cells, orders), row)


def order_row(job: str, order: OrderRecord) -> tuple[Any, ...]:
    return (
        job,
        order.index,
        dump(order.recipe.to_json()),
        order.state.value,
        None if order.ticket is None else dump(order.ticket),
        dump(order.nodes),
        None if order.expected is None else dump(order.expected.to_json()),
    )


def order_of(row: Row) -> OrderRecord:
    """The order of a row of `ORDER_COLUMNS`; Damaged if it is not one."""
    return _checked(_order, row)


def spending_of(row: Row) -> Spending:
    """The line of the ledger of a row of `SPENDING_COLUMNS`; Damaged if it is not one."""
    return _checked(_spending, row)


def _checked(make: Callable[[Row], T], row: Row) -> T:
    try:
        return make(row)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Damaged(f"a row cannot be read: {error!r}") from error


def _node(row: Row) -> HistoryNode:
    details = json.loads(row[12])
    cost, change = details.get("cost"), details.get("change")
    return HistoryNode(
        id=_text(row[0]),
        root=_text(row[1]),
        parent=_maybe_text(row[2]),
        asset=_text(row[3]),
        media_type=_text(row[4]),
        width=_whole(row[5]),
        height=_whole(row[6]),
        created=_number(row[7]),
        recipe=None if row[9] is None else Recipe.from_json(json.loads(row[9])),
        job=_maybe_text(row[11]),
        seed=details.get("seed"),
        cost=_cost(cost) if cost else None,
        name=_text(details.get("name", "")),
        path=_text(details.get("path", "")),
        note=_text(row[13]),
        references=_texts(details.get("references", [])),
        mask=_maybe_text(details.get("mask")),
        crop=_crop(details.get("crop")),
        patch=_patch(details.get("patch")),
        treatment=_treatment(details.get("treatment")),
        change=Change.from_json(change) if change else None,
        starred=bool(row[15]),
        rating=_rating(row[16]),
        exported=bool(row[17]),
        edited=len(row) > EDITED and bool(row[EDITED]),
        trashed=None if row[18] is None else _number(row[18]),
    )


def _job(row: Row, orders: Sequence[OrderRecord]) -> JobRecord:
    return JobRecord(
        id=_text(row[0]),
        recipe=Recipe.from_json(json.loads(row[1])),
        created=_number(row[3]),
        state=JobState(row[4]),
        parent=_maybe_text(row[5]),
        source=_maybe_text(row[6]),
        references=_texts(json.loads(row[7])),
        mask=_maybe_text(row[8]),
        out=dict(json.loads(row[9])),
        owner=_text(row[10]),
        started=None if row[11] is None else _number(row[11]),
        ended=None if row[12] is None else _number(row[12]),
        error=None if row[13] is None else dict(json.loads(row[13])),
        notes=_texts(json.loads(row[14])),
        seconds={name: _number(value) for name, value in json.loads(row[15]).items()},
        crop=None if row[16] is None else _crop(json.loads(row[16])),
        patch=None if row[17] is None else _patch(json.loads(row[17])),
        orders=tuple(orders),
    )


def _order(row: Row) -> OrderRecord:
    return OrderRecord(
        index=_whole(row[1]),
        recipe=Recipe.from_json(json.loads(row[2])),
        state=OrderState(row[3]),
        ticket=None if row[4] is None else dict(json.loads(row[4])),
        nodes=_texts(json.loads(row[5])),
        expected=None if row[6] is None else _cost(json.loads(row[6])),
    )


def _spending(row: Row) -> Spending:
    return Spending(
        job=_text(row[0]),
        order=_whole(row[1]),
        provider=_text(row[2]),
        model=_text(row[3]),
        cost=_cost({"amount": row[4], "currency": row[5], "kind": row[6]}),
        at=_number(row[7]),
    )


def _cost(data: Mapping[str, Any]) -> Cost:
    kind: Literal["billed", "estimated"] = "billed" if data["kind"] == "billed" else "estimated"
    return Cost(_number(data["amount"]), _text(data["currency"]), kind)


def _crop(value: object) -> Crop | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise TypeError("not a list")
    left, top, width, height = map(_whole, value)
    return left, top, width, height


def _patch(value: object) -> Patch | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return Patch.from_json(value)


def _treatment(value: object) -> Treatment | None:
    if value is None:
        return None
    kind, base = _texts(value)
    return Treatment(TREATMENT_KINDS[kind], base)


def _rating(value: object) -> int:
    rating = _whole(value)
    if not 0 <= rating <= BEST:
        raise ValueError("not a rating")
    return rating


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _maybe_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(_text(item) for item in value)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("not a whole number")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError("not a number")
    return value
