"""The shape of a tree: every node once, parents first, groups together, lines that join."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.history import Sprout
from flux_desktop.core.tree import Line, Tree, TreeRow, tree_of


def grown(*places: tuple[str, str, str]) -> list[Sprout]:
    """Sprouts of (id, parent, family), in the order of arrival."""
    return [Sprout(seq, id, parent or None, family) for seq, (id, parent, family) in enumerate(places, 1)]


@st.composite
def trees(draw: st.DrawFn, trash: bool = True) -> list[Sprout]:
    """A tree as the program makes them: parents come before their children, requests have families."""
    sprouts = [Sprout(1, "n1", None, "")]
    for seq in range(2, draw(st.integers(1, 30)) + 1):
        parent = f"n{draw(st.integers(1, seq - 1))}"
        family = f"{parent}:{draw(st.integers(1, 3))}"
        sprouts.append(Sprout(seq, f"n{seq}", parent, family, trash and draw(st.integers(0, 5)) == 0))
    return sprouts


damaged = st.lists(
    st.builds(
        Sprout,
        st.integers(1, 99),
        st.sampled_from("abcdefgh"),
        st.sampled_from([None, *"abcdefgh", "gone"]),
        st.sampled_from(["", "x", "y"]),
        st.booleans(),
    ),
    unique_by=(lambda sprout: sprout.id, lambda sprout: sprout.seq),
)


def ids(tree: Tree) -> list[str]:
    return [row.id for row in tree.rows]


def living(sprouts: list[Sprout]) -> set[str]:
    return {sprout.id for sprout in sprouts if not sprout.is_trashed}


def ancestor(sprouts: list[Sprout], id: str) -> str | None:
    """The nearest living ancestor, found the slow way."""
    by_id = {sprout.id: sprout for sprout in sprouts}
    parent = by_id[id].parent
    while parent is not None and by_id[parent].is_trashed:
        parent = by_id[parent].parent
    return parent


def edge(row: TreeRow, lower: bool) -> list[tuple[int, bool]]:
    """The lanes at an edge of the row, and which of them are on the way."""
    lines = [(line.bottom if lower else line.top, line.on_way) for line in row.lines]
    on_way = {lane for lane, way in lines if way}
    return sorted((lane, lane in on_way) for lane in {lane for lane, _ in lines if lane is not None})


def assert_joined(tree: Tree) -> None:
    edges = [(edge(row, lower=False), edge(row, lower=True)) for row in tree.rows]
    for (_, below), (above, _) in pairwise(edges):
        assert below == above
    if edges:
        assert edges[0][0] == edges[-1][1] == []
    for row in tree.rows:
        bottoms = [line.bottom for line in row.lines if line.bottom is not None]
        passing = [line for line in row.lines if None not in (line.top, line.bottom)]
        assert len(bottoms) == len(set(bottoms)), "no two lines become one"
        assert all(line.top != row.lane for line in passing), "no line runs through a node"
        ordered = sorted(passing, key=lambda line: line.top or 0)
        assert ordered == sorted(passing, key=lambda line: line.bottom or 0), "no lines cross"


@given(trees(), st.integers(1, 30))
def test_every_living_node_is_there_once_below_its_parent(sprouts: list[Sprout], current: int) -> None:
    found = ids(tree_of(sprouts, f"n{current}"))
    assert len(found) == len(set(found))
    assert set(found) == living(sprouts)
    for number, id in enumerate(found):
        parent = ancestor(sprouts, id)
        assert parent is None or parent in found[:number]


@given(trees(), st.integers(1, 30))
def test_lines_join_from_row_to_row(sprouts: list[Sprout], current: int) -> None:
    tree = tree_of(sprouts, f"n{current}")
    assert_joined(tree)
    for row in tree.rows:
        into = [line for line in row.lines if line.bottom is None]
        assert len(into) == (0 if ancestor(sprouts, row.id) is None else 1)
        assert row.lane < tree.lanes


@given(trees(), st.integers(1, 30))
def test_the_way_leads_from_the_root_to_the_current_node(sprouts: list[Sprout], current: int) -> None:
    id: str | None = f"n{current}" if f"n{current}" in living(sprouts) else None
    way: set[str] = set()
    while id is not None:
        way.add(id)
        id = ancestor(sprouts, id)
    tree = tree_of(sprouts, f"n{current}")
    assert {row.id for row in tree.rows if row.on_way} == way
    into = [line for row in tree.rows for line in row.lines if line.bottom is None and line.on_way]
    assert len(into) == max(0, len(way) - 1), "one line on the way comes in at each node but the first"


@given(trees())
def test_groups_are_contiguous_and_counted(sprouts: list[Sprout]) -> None:
    family = {sprout.id: (ancestor(sprouts, sprout.id), sprout.family) for sprout in sprouts}
    rows = tree_of(sprouts).rows
    for number, row in enumerate(rows):
        begin = number - row.place
        group = rows[begin : begin + row.members]
        assert {one.members for one in group} == {len(group)}
        if family[row.id][0] is not None:
            assert {one.id for one in group} == {
                id for id in living(sprouts) if family[id] == family[row.id] and family[id][1]
            }


@given(trees(), st.data())
def test_a_new_node_leaves_the_order_of_the_others(sprouts: list[Sprout], data: st.DataObject) -> None:
    parent = data.draw(st.sampled_from([sprout.id for sprout in sprouts]))
    family = f"{parent}:{data.draw(st.integers(1, 4))}"
    more = [*sprouts, Sprout(99, "new", parent, family)]
    assert [id for id in ids(tree_of(more)) if id != "new"] == ids(tree_of(sprouts))


@given(damaged, st.sampled_from("abcdefgh"))
def test_damaged_data_is_survived(sprouts: list[Sprout], current: str) -> None:
    tree = tree_of(sprouts, current)
    found = ids(tree)
    assert len(found) == len(set(found))
    assert set(found) == living(sprouts)
    assert_joined(tree)


def test_nothing_is_a_tree_without_rows() -> None:
    assert tree_of([]) == Tree()


def test_a_chain_stays_in_its_lane() -> None:
    chain = [("n0", "", ""), *((f"n{step}", f"n{step - 1}", f"f{step}") for step in range(1, 5000))]
    tree = tree_of(grown(*chain), "n4999")
    assert (tree.lanes, len(tree.rows)) == (1, 5000)
    assert all(line.on_way for row in tree.rows for line in row.lines)


def test_a_broad_tree_costs_no_more_than_its_nodes() -> None:
    """Every node has two branches that stay open while the first one is gone through."""
    places = [("n0", "", "")]
    for step in range(1, 4000):
        places += [(f"n{step}", f"n{step - 1}", f"f{step}"), (f"m{step}", f"n{step - 1}", f"g{step}")]
    begin = time.perf_counter()
    tree = tree_of(grown(*places), "n3999")
    assert time.perf_counter() - begin < 5, "with all of its lines it would be thousands for each row"
    assert len(tree.rows[3000].lines) == 3002
    assert tree.rows[3000].lines[0] == Line(0, 0, False)


def test_a_chain_of_requests_with_four_results_each_stays_in_its_lanes() -> None:
    """The second of every four is edited further."""
    places = [("root", "", "")]
    for step in range(50):
        parent = f"n{step - 1}.1" if step else "root"
        places += [(f"n{step}.{seed}", parent, f"f{step}") for seed in range(4)]
    tree = tree_of(grown(*places), "n49.1")
    assert len(tree.rows) == 201
    assert tree.lanes == 3


def test_a_group_hangs_on_one_trunk_and_a_branch_passes_the_rest_of_it() -> None:
    places = [("root", "", ""), ("a", "root", "f"), ("b", "root", "f"), ("c", "root", "f"), ("d", "b", "g")]
    rows = tree_of(grown(*places), "d").rows
    assert [(row.id, row.lane, row.place, row.members) for row in rows] == [
        ("root", 0, 0, 1),
        ("a", 1, 0, 3),
        ("b", 1, 1, 3),
        ("c", 1, 2, 3),
        ("d", 0, 0, 1),
    ]
    assert rows[1].lines == (Line(0, 0, True), Line(0, None, False)), "the way goes past the first"
    assert rows[2].lines == (Line(0, 0, False), Line(0, None, True), Line(None, 2, True)), "and leaves at the second"
    assert rows[3].lines == (Line(2, 0, True), Line(0, None, False)), "past the third, back to the left"
    assert rows[4].lines == (Line(0, None, True),)
    assert [row.ends_group for row in rows] == [True, False, False, True, True]


def test_what_grew_from_a_deleted_node_hangs_on_the_one_before() -> None:
    sprouts = grown(("root", "", ""), ("a", "root", "f"), ("b", "a", "g"), ("c", "root", "f"))
    sprouts[1] = sprouts[1]._replace(is_trashed=True)
    rows = tree_of(sprouts, "b").rows
    assert [row.id for row in rows] == ["root", "b", "c"]
    assert [row.on_way for row in rows] == [True, True, False]


@pytest.mark.parametrize("gone", ["parent", "trash"])
def test_without_its_root_a_tree_falls_into_its_branches(gone: str) -> None:
    sprouts = grown(("root", "", ""), ("a", "root", "f"), ("b", "root", "g"), ("c", "a", "h"))
    sprouts = sprouts[1:] if gone == "parent" else [sprouts[0]._replace(is_trashed=True), *sprouts[1:]]
    rows = tree_of(sprouts).rows
    assert [(row.id, row.lane) for row in rows] == [("a", 0), ("c", 0), ("b", 0)]
