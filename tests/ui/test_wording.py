"""Ages, durations and sizes as people read them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import KeyRefused
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import speak
from flux_desktop.core.price import Cost, dollars
from flux_desktop.services.storage import size_words
from flux_desktop.ui.wording import (
    STAGES,
    age,
    bytes_of,
    date,
    duration,
    error_text,
    moment,
    named_node,
    plain_tip,
    short_age,
)


@pytest.mark.parametrize(
    ("seconds", "words", "short"),
    [
        (-5, "just now", "now"),
        (0, "just now", "now"),
        (59.9, "just now", "now"),
        (60, "1 minute ago", "1 min"),
        (5 * 60, "5 minutes ago", "5 min"),
        (3599, "59 minutes ago", "59 min"),
        (3600, "1 hour ago", "1 h"),
        (23 * 3600 + 3599, "23 hours ago", "23 h"),
        (86400, "1 day ago", "1 d"),
        (29 * 86400, "29 days ago", "29 d"),
        (31 * 86400, "1 month ago", "1 mo"),
        (364 * 86400, "1 year ago", "1 y"),
        (800 * 86400, "2 years ago", "2 y"),
    ],
)
def test_age(seconds: float, words: str, short: str) -> None:
    assert (age(seconds), short_age(seconds)) == (words, short)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0.0 s"), (1.24, "1.2 s"), (9.99, "10.0 s"), (34.9, "34 s"), (125, "2:05 min"), (3720, "1:02 h")],
)
def test_duration(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_running_clock_shows_whole_seconds() -> None:
    assert duration(3.7, whole=True) == "3 s"


@pytest.mark.parametrize(
    ("size", "words"),
    [(640, "640 bytes"), (1000, "1 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (1_440_000, "1.4 MB")],
)
def test_bytes(size: int, words: str) -> None:
    assert bytes_of(size) == words


def test_days_and_moments() -> None:
    at = time.mktime((2026, 11, 21, 17, 5, 9, 0, 0, -1))
    assert (date(at), moment(at)) == ("2026-11-21", "2026-11-21 17:05:09")


def test_every_state_has_its_own_word() -> None:
    assert list(STAGES) == list(JobState)
    assert len(set(STAGES.values())) == len(JobState)


def test_an_error_to_copy_says_all_it_knows() -> None:
    error = KeyRefused("No.", "Do this.", request_id="req-1", detail="status 401")
    assert error_text(error).splitlines() == ["No.", "Do this.", "status 401", "Request id: req-1"]
    error.place = "https://account.invalid/runs"
    assert "https://account.invalid/runs" in error_text(error)


@pytest.mark.usefixtures("qapp")
@given(st.text(st.characters(blacklist_categories=["C", "Z"]), min_size=1))
def test_a_tooltip_shows_any_text_as_it_is(text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tip(text))
    assert document.toPlainText() == text


@pytest.fixture
def in_german() -> Iterator[None]:
    """Words that the translation has, and the numbers of the language."""
    words = {
        "{time} s": "{time} Sek.",
        "{n} minutes ago": "vor {n} Minuten",
        "%Y-%m-%d": "%d.%m.%Y",
        "“{prompt}”": "„{prompt}“",
        "{amount} spent": "{amount} ausgegeben",
    }
    speak(lambda text, comment, number: words.get(text, ""), point=",", comma=".")
    yield
    speak(None)


@pytest.mark.usefixtures("in_german")
def test_numbers_have_the_form_of_the_language() -> None:
    assert (duration(1.24), bytes_of(1_440_000)) == ("1,2 Sek.", "1,4 MB")
    assert (dollars(1234.5), str(Cost(0.0144))) == ("$1.234,50", "about $0,0144")
    assert size_words(1_200_000_000) == "1,2 GB"


@pytest.mark.usefixtures("in_german")
def test_words_have_the_form_of_the_language() -> None:
    at = time.mktime((2026, 11, 21, 17, 5, 9, 0, 0, -1))
    assert (date(at), age(300)) == ("21.11.2026", "vor 5 Minuten")
    result = HistoryNode("a", "a", None, "", "image/png", 8, 8, 0.0, Recipe("warmer {x}", "offline", "offline"))
    assert named_node(result) == "„warmer {x}“"
