"""Values as the library keeps them, fixed ones and arbitrary ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from flux_desktop.core.change import Change
from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import TREATMENTS, HistoryNode, Treatment
from flux_desktop.core.job import JobRecord, OrderRecord, OrderState
from flux_desktop.core.params import Value
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Finish, Patch
from flux_desktop.store.library import Library

ASSET = "a" * 64
RECIPE = Recipe("make the jacket red", "onemin", "flux-2-klein-4b-edit", {"seed": 7, "steps": 4})


def node(id: str, prompt: str | None = "make the jacket red", **changes: Any) -> HistoryNode:
    """A result, or an original where `prompt` is None."""
    fields: dict[str, Any] = {
        "root": "root", "parent": "root", "asset": ASSET, "media_type": "image/png", "width": 640, "height": 480,
        "created": 1.5, "recipe": None if prompt is None else Recipe(prompt, "offline", "words", {"seed": 0}),
    }  # fmt: skip
    return HistoryNode(id, **{**fields, **changes})


def job(id: str, orders: int = 1, **changes: Any) -> JobRecord:
    fields: dict[str, Any] = {"recipe": RECIPE, "created": 2.5, "parent": "root", "source": ASSET}
    fields["orders"] = tuple(OrderRecord(index, RECIPE.with_seed(index)) for index in range(orders))
    return JobRecord(id, **{**fields, **changes})


def library(folder: Path) -> Library:
    return Library(folder / "library.sqlite")


texts = st.text(st.characters(), max_size=30)  # with lone surrogates: file names that are not UTF-8 have them
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
numbers = st.integers() | st.floats(allow_nan=False)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
json_objects = st.dictionaries(texts, json_values, max_size=4)
params = st.dictionaries(texts, st.one_of(numbers, st.booleans(), texts), max_size=4)
ids = st.text("0123456789abcdef", min_size=1, max_size=24)
moments = st.floats(0, 1e11)
costs = st.builds(
    Cost, st.floats(0, 1e6), st.sampled_from(["USD", "credits"]), st.sampled_from(["estimated", "billed"])
)


def _recipe(prompt: str, provider: str, model: str, values: dict[str, Value]) -> Recipe:
    return Recipe(prompt, provider, model, values)


hundredths = st.integers(-1000, 1000).map(lambda value: value / 100)
changes = st.builds(
    Change, dx=hundredths, dy=hundredths, lab=st.tuples(hundredths, hundredths, hundredths), moved=st.just(0.25)
)
whole = st.integers(0, 2**31)
crops = st.tuples(st.integers(-(2**31), 2**31), st.integers(-(2**31), 2**31), whole, whole)
finishes = st.builds(
    Finish,
    feather=moments,
    align=st.booleans(),
    dx=hundredths,
    dy=hundredths,
    colour=hundredths,
    grain=hundredths,
    opacity=hundredths,
)
patches = st.builds(
    Patch,
    sent=st.tuples(st.integers(1, 2**16), st.integers(1, 2**16)),
    extent=st.none() | crops,
    finish=finishes,
    raw=st.just("") | ids,
    score=st.integers(0, 100).map(lambda value: value / 100),
)
recipes = st.builds(_recipe, texts, texts, texts, params)
nodes = st.builds(
    HistoryNode,
    id=ids,
    root=ids,
    parent=st.none() | ids,
    asset=ids,
    media_type=st.sampled_from(["image/png", "image/avif"]),
    width=st.integers(1, 2**31),
    height=st.integers(1, 2**31),
    created=moments,
    recipe=st.none() | recipes,
    seed=st.none() | st.integers(0, 2**70),
    cost=st.none() | costs,
    job=st.none() | ids,
    name=texts,
    path=texts,
    note=words,
    references=st.lists(ids, max_size=3).map(tuple),
    mask=st.none() | ids,
    crop=st.none() | crops,
    patch=st.none() | patches,
    treatment=st.none() | st.builds(Treatment, st.sampled_from(TREATMENTS), ids),
    change=st.none() | changes,
    starred=st.booleans(),
    rating=st.integers(0, 5),
    exported=st.booleans(),
    trashed=st.none() | moments,
)
orders = st.builds(
    OrderRecord,
    index=st.just(0),
    recipe=recipes,
    state=st.sampled_from(OrderState),
    ticket=st.none() | json_objects,
    nodes=st.lists(ids, max_size=3).map(tuple),
    expected=st.none() | costs,
)
jobs = st.builds(
    JobRecord,
    id=ids,
    recipe=recipes,
    created=moments,
    state=st.sampled_from(JobState),
    parent=st.none() | ids,
    source=st.none() | ids,
    references=st.lists(ids, max_size=3).map(tuple),
    mask=st.none() | ids,
    out=json_objects,
    owner=ids,
    started=st.none() | moments,
    ended=st.none() | moments,
    error=st.none() | json_objects,
    notes=st.lists(texts, max_size=3).map(tuple),
    seconds=st.dictionaries(texts, moments, max_size=3),
    orders=st.lists(orders, max_size=1).map(tuple),
    crop=st.none() | crops,
    patch=st.none() | patches,
)


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of a table's pages, its root first. Skips the test where SQLite was built without a way to tell."""
    with closing(sqlite3.connect(path)) as connection:
        if ("ENABLE_DBSTAT_VTAB",) not in connection.execute("PRAGMA compile_options").fetchall():
            pytest.skip("this SQLite does not tell the pages of a table")
        found = connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY path", (table,)).fetchall()
    return [number for (number,) in found]
