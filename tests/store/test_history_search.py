"""Results are found by every filter there is, in every order, and without touching their rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.history_query import Facet, HistoryQuery, Order
from flux_desktop.core.price import Cost
from flux_desktop.store.history_search import ORDERS, _conditions, _index
from flux_desktop.store.library import Library
from tests.store.examples import library, node


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Library]:
    opened = library(tmp_path)
    yield opened
    opened.close()


def made(id: str, provider: str = "onemin", model: str = "klein", prompt: str = "red", **changes: Any) -> HistoryNode:
    return node(id, recipe=Recipe(prompt, provider, model, {}), **changes)


RESULTS = (
    made("a", created=10.0, seed=7, cost=Cost(0.5), starred=True),
    made("b", "fal", "dev", created=20.0, seed=2**70, rating=3, crop=(1, 2, 3, 4)),
    made("c", root="other", created=30.0, seed=7, cost=Cost(2.0), rating=5, exported=True, note="for the client"),
    made("d", "fal", "klein", prompt="blue coat", created=40.0, cost=Cost(1.0), mask="m" * 64),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (HistoryQuery(), "dcba"),
        (HistoryQuery(order="oldest"), "abcd"),
        (HistoryQuery(order="rating"), "cbda"),
        (HistoryQuery(order="cost"), "cdab"),
        (HistoryQuery(starred=True), "a"),
        (HistoryQuery(rating=3), "cb"),
        (HistoryQuery(exported=True), "c"),
        (HistoryQuery(provider="fal"), "db"),
        (HistoryQuery(model="klein"), "dca"),
        (HistoryQuery(provider="fal", model="klein"), "d"),
        (HistoryQuery(seed=7), "ca"),
        (HistoryQuery(seed=2**70), "b"),
        (HistoryQuery(since=20.0, until=40.0), "cb"),
        (HistoryQuery(least_cost=1.0), "dc"),
        (HistoryQuery(most_cost=1.0), "da"),
        (HistoryQuery(region=True), "db"),
        (HistoryQuery(root="other"), "c"),
        (HistoryQuery(root="other", starred=True), ""),
        (HistoryQuery(text="coa"), "d"),
        (HistoryQuery(text="client"), "c"),
        (HistoryQuery(text="client red"), "c"),
        (HistoryQuery(text="red", provider="onemin", seed=7, order="oldest"), "ac"),
        (HistoryQuery(trashed=True), ""),
    ],
)
def test_every_filter_and_order(kept: Library, query: HistoryQuery, found: str) -> None:
    kept.add_nodes([node("original", None), *RESULTS])
    assert [one.id for one in kept.nodes_at(kept.find(query))] == list(found)


def test_the_first_ones_only(kept: Library) -> None:
    kept.add_nodes(RESULTS)
    assert kept.nodes_at(kept.find(HistoryQuery(), limit=2)) == list(RESULTS[:1:-1])


@pytest.mark.parametrize("order", ["newest", "oldest", "rating"])
@pytest.mark.parametrize("text", ["red", "r", "coat blue", "client", "?"])
def test_the_first_with_a_word_are_the_first_of_all_that_have_it(kept: Library, text: str, order: Order) -> None:
    kept.add_nodes([*RESULTS, made("e", prompt="red blue coat?"), made("f", root="other"), made("g")])
    kept.trash(["g"], 1.0)
    for query in (HistoryQuery(text=text, order=order), HistoryQuery(text=text, order=order, root="other", rating=1)):
        assert list(kept.find(query, limit=2)) == list(kept.find(query))[:2]


def test_what_is_gone_is_left_out(kept: Library) -> None:
    kept.add_nodes(RESULTS)
    seqs = kept.seqs_of(["c", "lost", "a"])
    assert [one.id for one in kept.nodes_at([*seqs, 999])] == ["c", "a"]


def test_every_model_that_made_a_result(kept: Library) -> None:
    kept.add_nodes([node("original", None), *RESULTS])
    kept.trash(["d"], 1.0)
    assert kept.facets() == [Facet("onemin", "klein", 2), Facet("fal", "dev", 1)]


def test_a_tree_with_its_families(kept: Library) -> None:
    root = node("root", None, parent=None)
    first, second = made("x", seed=1), made("y", seed=2)
    other, elsewhere = made("z", prompt="blue", parent="x"), made("w", root="other")
    kept.add_nodes([root, first, second, other, elsewhere])
    kept.trash(["y"], 1.0)
    found = kept.sprouts("root")
    assert [(one.id, one.parent, one.is_trashed) for one in found] == [
        ("root", None, False), ("x", "root", False), ("y", "root", True), ("z", "x", False),
    ]  # fmt: skip
    assert found[1].family == found[2].family == first.family
    assert len({found[0].family, first.family, found[3].family}) == 3


def test_a_node_knows_whether_it_was_edited_further(kept: Library) -> None:
    kept.add_nodes([made("x"), made("y", parent="x")])
    assert [one.edited for one in kept.nodes(["x", "y"])] == [True, False]
    kept.trash(["y"], 1.0)
    assert kept.node("x") == made("x")


FILTERED = (
    HistoryQuery(),
    HistoryQuery(root="x"),
    HistoryQuery(starred=True, rating=2, exported=True, provider="p", model="m", seed=1, since=1.0, until=2.0),
    HistoryQuery(least_cost=1.0, most_cost=2.0, region=True, order="cost"),
    HistoryQuery(order="rating", trashed=True),
)


@pytest.mark.parametrize("query", FILTERED)
def test_no_filter_touches_a_row(tmp_path: Path, kept: Library, query: HistoryQuery) -> None:
    """At a hundred thousand rows this is what makes it quick."""
    kept.close()
    where = " AND ".join(sql for sql, _ in _conditions(query))
    sql = f"SELECT seq FROM nodes INDEXED BY {_index(query)} WHERE {where} ORDER BY {ORDERS[query.order]}"
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        bound = [value for _, values in _conditions(query) for value in values]
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", bound)]
    assert "COVERING INDEX" in plan[0], plan
    assert len(plan) == 1 + (query.order != "newest"), "the newest come first without being sorted"


words = st.sampled_from(["red", "blue", "coat", "make", "it"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(words, words, st.integers(0, 5), st.booleans(), st.booleans()), max_size=8),
    words,
    st.integers(0, 5),
    st.booleans(),
)
def test_what_is_found_is_what_fits(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, int, bool, bool]],
    word: str,
    rating: int,
    starred: bool,
) -> None:
    kept = library(tmp_path_factory.mktemp("found"))
    results = [
        made(str(index), prompt=f"{first} {second}", rating=rated, starred=star)
        for index, (first, second, rated, star, _) in enumerate(rows)
    ]
    kept.add_nodes(results)
    kept.trash([str(index) for index, row in enumerate(rows) if row[4]], 1.0)
    fitting = [
        one.id
        for one, row in zip(results, rows, strict=True)
        if word in row[:2] and one.rating >= rating and (one.starred or not starred) and not row[4]
    ]
    found = kept.nodes_at(kept.find(HistoryQuery(text=word, rating=rating, starred=starred)))
    assert [one.id for one in found] == fitting[::-1]
    kept.close()


def test_a_query_says_whether_it_leaves_something_out() -> None:
    assert not HistoryQuery(root="x", order="cost").is_filtered
    assert HistoryQuery(text="red").is_filtered
    assert HistoryQuery(text="red").within("x").root == "x"
