"""Nodes are found again: by id, in order of arrival, by their picture and by their words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flux_desktop.core.errors import Internal
from flux_desktop.core.history import new_id
from flux_desktop.store.library import Library
from tests.store.examples import library, node


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Library]:
    opened = library(tmp_path)
    yield opened
    opened.close()


def test_nodes_in_the_order_that_was_asked_for(kept: Library) -> None:
    kept.add_nodes([node("a"), node("b"), node("c")])
    assert [found.id for found in kept.nodes(["c", "lost", "a", "c"])] == ["c", "a", "c"]
    assert kept.node("b") == node("b")
    assert kept.node("lost") is None
    assert kept.nodes([]) == []


def test_an_id_is_taken_once_and_all_or_none_are_kept(kept: Library) -> None:
    kept.add_node(node("a"))
    with pytest.raises(Internal):
        kept.add_nodes([node("b"), node("a")])
    assert kept.node("b") is None
    assert kept.problems == ()


def test_ten_thousand_results_newest_first(tmp_path: Path, kept: Library) -> None:
    ids = [new_id() for _ in range(10_000)]
    random.Random(1).shuffle(ids)  # what arrived last is newest, whatever the clock said when its id was made
    roots = ["first" if index % 3 else "second" for index in range(10_000)]
    rows = [node(id, root=root) for id, root in zip(ids, roots, strict=True)]
    kept.add_nodes([node("first", None, root="first", parent=None), *rows])
    kept.close()

    again = library(tmp_path)
    assert again.result_ids() == ids[::-1]
    assert again.result_ids("second") == [id for id, root in zip(ids, roots, strict=True) if root == "second"][::-1]
    assert again.count_results() == 10_000
    again.close()


def test_an_original_is_known_by_its_bytes(kept: Library) -> None:
    kept.add_nodes([node("old", None, asset="x"), node("result", asset="y"), node("new", None, asset="x")])
    found = kept.root_of_asset("x")
    assert found is not None
    assert found.id == "new"
    assert kept.root_of_asset("y") is None


def test_children_are_the_branches(kept: Library) -> None:
    kept.add_nodes([node("a", parent="x"), node("b", parent="a"), node("c", parent="x")])
    assert [child.id for child in kept.children("x")] == ["a", "c"]
    assert kept.children("c") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jacket", ["red", "blue"]),
        ("JACK", ["red", "blue"]),
        ("red jacket", ["red"]),
        ("jacket NOT red", []),
        ("cafe", ["café"]),
        ("#0066cc", ["blue"]),
        ('"jacket', ["red", "blue"]),
        ("jacket #", ["red", "blue"]),
        ("夹克", ["chinese"]),
        ("红色 Coat", ["chinese"]),
        ("😀", ["face"]),
        ("#", ["blue"]),
        ("", ["face", "chinese", "café", "red", "blue"]),
        ("  \0 ", ["face", "chinese", "café", "red", "blue"]),
    ],
)
def test_search_takes_words_as_they_are(kept: Library, text: str, found: list[str]) -> None:
    prompts = {
        "blue": "Make the jacket #0066cc",
        "red": "red jacket",
        "café": "a Café",
        "chinese": "把夹克变成红色 coat",
    }
    kept.add_nodes(
        [node("original", None), *(node(id, prompt) for id, prompt in prompts.items()), node("face", "a 😀")]
    )
    assert kept.search(text) == found


def test_search_within_one_picture(kept: Library) -> None:
    kept.add_nodes([node("a", "red", root="x"), node("b", "red", root="y"), node("c", "red 红", root="x")])
    assert kept.search("red", "x") == ["c", "a"]
    assert kept.search("红", "y") == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters()) | st.text('"*()^:-+ANDORTNE{}', max_size=12))
def test_no_text_is_search_syntax(kept: Library, text: str) -> None:
    assert kept.search(text) == []
    assert kept.problems == ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("abcdefghäß0123456789", min_size=1, max_size=8), min_size=1, max_size=4), st.data())
def test_every_word_finds_its_prompt(kept: Library, words: list[str], data: st.DataObject) -> None:
    id = new_id()
    kept.add_node(node(id, " ".join(words)))
    assert id in kept.search(data.draw(st.sampled_from(words)))


def test_the_sizes_of_assets_come_in_their_order(kept: Library) -> None:
    kept.add_nodes([node("a", asset="1" * 64, width=30), node("b", asset="2" * 64, height=20)])
    assert kept.sizes_of(["2" * 64, "3" * 64, "1" * 64, "2" * 64]) == ((640, 20), (30, 480), (640, 20))


def test_a_picture_by_its_bytes(kept: Library) -> None:
    result, original = node("a", asset="1" * 64), node("b", asset="1" * 64, recipe=None)
    kept.add_nodes([original, result])
    found = kept.node_of_asset("1" * 64)
    assert found is not None
    assert found.id == "b"
    kept.trash(["b"], 1.0)
    found = kept.node_of_asset("1" * 64)
    assert found is not None
    assert found.id == "a"
    assert kept.node_of_asset("2" * 64) is None
