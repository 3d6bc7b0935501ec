"""What is found in a prompt, and which hint fits it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.prompting import (
    HINTS,
    Situation,
    colours_in,
    fields_in,
    fitting,
    hint_for,
    inserted,
    next_field,
    numbers_in,
    started_at,
)

EDIT = Situation(edits=True, images=1)
JACKET = "Make the red jacket #0066cc. Keep everything else"


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        (JACKET, ("#0066CC",)),
        ("#06c and #0066CCFF and #1F4D3A", ("#0066CC", "#1F4D3A")),
        ("(#abc)", ("#AABBCC",)),
        ("page#0066cc, #0066cce, #12, &#123456;, ##0066cc", ()),
        ("", ()),
    ],
)
def test_colours_are_found_by_their_hex(prompt: str, colours: tuple[str, ...]) -> None:
    assert colours_in(prompt) == colours


def test_pictures_are_found_by_their_number() -> None:
    assert numbers_in("Dress image 1 in the jacket of Image 2, image 2 again, images") == (1, 2)


def test_places_to_fill_in_come_one_after_the_other() -> None:
    text = "Replace the {subject} with {new thing}, not {} or {9}"
    assert [field.words for field in fields_in(text)] == ["subject", "new thing"]
    first = next_field(text, 0)
    assert first is not None
    second = next_field(text, first.end)
    assert second is not None
    assert text[second.start : second.end] == "{new thing}"
    assert next_field(text, second.end) is None


@pytest.mark.parametrize(
    ("text", "start", "typed"),
    [
        ("@", 0, ""),
        ("Dress (@ja", 7, "ja"),
        ("the jacket of image ", 14, ""),
        ("the jacket of Image 2", 14, "2"),
        ("take images ", 5, ""),
    ],
)
def test_the_beginning_of_a_name_is_noticed(text: str, start: int, typed: str) -> None:
    assert started_at(text, len(text)) == (start, typed)


@pytest.mark.parametrize("text", ["me@home", "image", "the scrimage ", "image 2 and", "@a b", ""])
def test_other_words_are_no_beginning(text: str) -> None:
    assert started_at(text, len(text)) is None


def test_nothing_is_completed_inside_a_word() -> None:
    assert started_at("@jacket", 3) is None
    assert started_at("@ja and", 3) == (0, "ja")


def test_what_is_typed_narrows_the_pictures() -> None:
    names = ["photo.png", "red jacket.png", "warm-light.jpg"]
    assert fitting("", names) == [1, 2, 3]
    assert fitting("JA", names) == [2]
    assert fitting("light", names) == [3]
    assert fitting("acket", names) == []
    assert fitting("2", names) == [], "it is written out"
    assert fitting("1", ["x"] * 12) == [1, 10, 11, 12]


@pytest.mark.parametrize(
    ("text", "at", "whole"),
    [("", 0, "#0066CC"), ("paint it", 8, "paint it #0066CC"), ("a b", 2, "a #0066CC b"), ("(", 1, "(#0066CC")],
)
def test_what_is_put_in_has_spaces_around_it(text: str, at: int, whole: str) -> None:
    assert text[:at] + inserted(text, at, at, "#0066CC") + text[at:] == whole


@settings(max_examples=40)
@given(st.text(alphabet="ab #(\n", max_size=8), st.text(alphabet="ab #(\n", max_size=8))
def test_a_colour_that_is_put_in_is_found_again(before: str, after: str) -> None:
    whole = before + inserted(before + after, len(before), len(before), "#0066CC (blue)") + after
    assert "#0066CC" in colours_in(whole)


@pytest.mark.parametrize(
    ("prompt", "id"),
    [
        ("Remove the {subject} from the table", "field"),
        ("Dress her in the jacket of image 3", "number"),
        ("Change the sign to read Open. Keep all else", "quote"),
        ("Make the sky red, remove the car and add a dog, keep the rest", "changes"),
        ("Make the red jacket blue", "keep"),
        ("Mach die rote Jacke blau", "keep"),
    ],
)
def test_a_hint_fits_what_is_written(prompt: str, id: str) -> None:
    hint = hint_for(prompt, EDIT)
    assert hint is not None
    assert hint.id == id
    assert hint.words
    other = hint_for(prompt, EDIT, dismissed=[id])
    assert other is None or other.id != id


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "make it",
        JACKET,
        'Change the sign to read "Open", nothing else',
        "Mach die Jacke blau, alles andere bleibt unverändert",
        "warmer, with more contrast",
    ],
)
def test_who_says_it_already_gets_no_hint(prompt: str) -> None:
    assert hint_for(prompt, EDIT) is None


def test_references_want_a_role() -> None:
    two = Situation(edits=True, images=2)
    hint = hint_for("Dress the person in a jacket, same face", two)
    assert hint is not None
    assert hint.id == "roles"
    assert hint_for("Dress her in the jacket of image 2, same face", two) is None
    number = hint_for("Dress her in the jacket of image 3, same face", two)
    assert number is not None
    assert "image 2" in number.words


def test_the_offline_editor_and_a_generation_get_what_counts_for_them() -> None:
    assert hint_for("Make the red jacket blue", Situation(edits=True, images=1, is_flux=False)) is None
    assert hint_for("Make the red jacket blue", Situation(edits=False)) is None
    assert hint_for("A sign with the text Open", Situation(edits=False)) is not None


@settings(max_examples=40)
@given(st.text(alphabet='ab 12{}#@.,\n“”"é🐕', max_size=80), st.sets(st.sampled_from(HINTS)))
def test_any_text_gets_a_known_hint_or_none(prompt: str, dismissed: set[str]) -> None:
    hint = hint_for(prompt, Situation(edits=True, images=2), dismissed)
    assert hint is None or hint.id in set(HINTS) - dismissed
