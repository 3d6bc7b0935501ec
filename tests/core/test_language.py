"""Words in the language in use: places for values, forms for numbers, English where there is nothing else."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest

from flux_desktop.core.language import Figure, figures, marked, plural, speak, tr

GERMAN = {
    ("Open", "verb"): "Öffnen",
    ("Open", "state"): "Offen",
    ("{name} is gone.", ""): "{name} ist weg.",
}


def german(text: str, comment: str, number: int) -> str:
    if text == "{n} results":
        return "{n} Ergebnis" if number == 1 else "{n} Ergebnisse"
    return GERMAN.get((text, comment), "")


@pytest.fixture
def in_german() -> Iterator[None]:
    speak(german, point=",", comma=".")
    yield
    speak(None)


def test_english_is_what_stands_in_the_source() -> None:
    assert tr("Open", "verb") == "Open"
    assert tr("{name} is gone.", name="a.png") == "a.png is gone."
    assert [plural(n, "{n} result", "{n} results") for n in (0, 1, 2)] == ["0 results", "1 result", "2 results"]


@pytest.mark.usefixtures("in_german")
def test_a_comment_tells_words_apart() -> None:
    assert (tr("Open", "verb"), tr("Open", "state"), tr("Open")) == ("Öffnen", "Offen", "Open")


@pytest.mark.usefixtures("in_german")
def test_values_are_put_into_translated_words() -> None:
    assert tr("{name} is gone.", name="a.png") == "a.png ist weg."
    assert tr("{size} left.", size="1 GB") == "1 GB left."


@pytest.mark.usefixtures("in_german")
def test_what_a_value_holds_stays_as_it_is() -> None:
    assert tr("{name} is gone.", name="{secret}.png") == "{secret}.png ist weg."


def test_words_without_values_may_hold_braces() -> None:
    assert tr("Write {subject} where it goes.") == "Write {subject} where it goes."


@pytest.mark.usefixtures("in_german")
def test_each_language_has_its_own_forms() -> None:
    assert plural(1, "{n} result", "{n} results") == "1 Ergebnis"
    assert plural(5, "{n} result", "{n} results") == "5 Ergebnisse"
    assert plural(1, "{n} file in {folder}", "{n} files in {folder}", folder="x") == "1 file in x"


@pytest.mark.usefixtures("in_german")
def test_marked_words_are_translated_where_they_are_shown() -> None:
    words = marked("Open", "verb")
    assert (words, tr(words, "verb")) == ("Open", "Öffnen")


@pytest.mark.usefixtures("in_german")
def test_marked_words_keep_their_comment_and_their_values() -> None:
    verb, gone = marked("Open", "verb"), marked("{name} is gone.", name="{a}.png")
    assert (verb, gone) == ("Open", "{a}.png is gone.")
    assert (tr(verb), tr(gone)) == ("Öffnen", "{a}.png ist weg.")


@pytest.mark.usefixtures("in_german")
def test_no_words_ask_for_no_translation() -> None:
    assert tr("") == ""


@pytest.mark.usefixtures("in_german")
def test_copies_of_marked_words_can_be_translated_too() -> None:
    assert tr(copy.deepcopy(marked("{name} is gone.", name="a.png"))) == "a.png ist weg."


@pytest.mark.usefixtures("in_german")
def test_numbers_have_the_form_of_the_language() -> None:
    assert [figures(number) for number in ("1,234,567.5", "0.25", "12")] == ["1.234.567,5", "0,25", "12"]


def test_numbers_are_english_where_no_language_is_set() -> None:
    assert figures("1,234.5") == "1,234.5"


def test_a_marked_number_gets_its_form_where_it_is_shown() -> None:
    price = marked("about ${each}", each=Figure("0.06"))
    assert (price, tr(price)) == ("about $0.06", "about $0.06")
    speak(lambda text, comment, number: "etwa {each} $", point=",", comma=".")
    try:
        assert (price, tr(price)) == ("about $0.06", "etwa 0,06 $")
    finally:
        speak(None)
