"""What a few letters find, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from flux_desktop.core.finding import Entry, Finder, simple

NAMES = [
    "Open", "Open Recent", "Zoom In", "Zoom Out", "Fit in Window", "Use All but the Seed", "Use the Seed",
    "Contact Sheet", "Full Screen", "What Else Changed?", "Öffnen", "Kontaktbogen", "Export", "Quit",
]  # fmt: skip
ENTRIES = [Entry((name,), "File menu" if place % 2 else "View menu") for place, name in enumerate(NAMES)]
WORDS = st.lists(st.text("abcdeéöZ .?ß", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
LISTS = st.lists(st.builds(Entry, st.lists(WORDS, min_size=1, max_size=2).map(tuple), WORDS), min_size=1, max_size=12)


def found(query: str, latest: tuple[int, ...] = ()) -> list[str]:
    return [NAMES[place] for place in Finder(ENTRIES, latest).find(query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("open", "Open"),
        ("recent", "Open Recent"),
        ("zi", "Zoom In"),
        ("zo", "Zoom In"),
        ("zout", "Zoom Out"),
        ("the seed", "Use the Seed"),
        ("seed all", "Use All but the Seed"),
        ("sheet", "Contact Sheet"),
        ("offnen", "Öffnen"),
        ("ÖFF", "Öffnen"),
        ("fscr", "Full Screen"),
        ("wec", "What Else Changed?"),
        ("q", "Quit"),
    ],
)
def test_the_best_one_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_every_word_has_to_fit_somewhere() -> None:
    assert found("zoom seed") == []
    assert found("xyzzy") == []
    assert found("open file") == ["Open Recent"]
    assert set(found("view menu")) == set(NAMES[::2])


def test_another_language_finds_it_too() -> None:
    finder = Finder([Entry(("Öffnen", "Open")), Entry(("Beenden", "Quit"))])
    assert finder.find("open") == [0]
    assert finder.find("been") == [1]


def test_what_was_used_lately_comes_first_where_all_else_is_equal() -> None:
    assert found("", (12, 2))[:3] == ["Export", "Zoom In", "Open"]
    assert found("zoom", (3,))[:2] == ["Zoom Out", "Zoom In"]
    assert found("open", (1,))[0] == "Open", "a better fit comes before a later use"


def test_letters_far_apart_need_to_be_some() -> None:
    assert "Contact Sheet" in found("csh")
    assert "Contact Sheet" not in found("ch")


@hypothesis_settings(max_examples=60, deadline=None)
@given(LISTS, st.data())
def test_an_entry_is_found_by_its_own_name(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    name = entries[place].names[0]
    places = Finder(entries).find(name)
    assert place in places
    if simple(name):
        first = entries[places[0]]
        assert simple(name) in map(simple, (*first.names, first.beside))


@hypothesis_settings(max_examples=60, deadline=None)
@given(LISTS, WORDS, st.text("abcdeö", max_size=2))
def test_more_letters_find_no_more(entries: list[Entry], query: str, more: str) -> None:
    finder = Finder(entries)
    fewer, all_of_them = finder.find(f"{query} {more}"), finder.find(query)
    assert set(fewer) <= set(all_of_them)
    assert len(set(all_of_them)) == len(all_of_them)


@hypothesis_settings(max_examples=60, deadline=None)
@given(LISTS, st.lists(st.text("abcdeö", min_size=1, max_size=3), min_size=1, max_size=3))
def test_the_order_of_words_and_their_case_find_the_same(entries: list[Entry], words: list[str]) -> None:
    finder = Finder(entries)
    found = set(finder.find(" ".join(words)))
    assert set(finder.find(" ".join(reversed(words)))) == found
    assert set(finder.find(" ".join(words).upper())) == found
