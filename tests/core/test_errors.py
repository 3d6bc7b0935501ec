"""The error tree: every leaf has a hint and the exit code of the command line's table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flux_desktop.core import errors
from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import speak

CODES = {
    "InputError": 2, "NotAPicture": 2, "TooLarge": 2, "FileProblem": 2, "OutputExists": 2, "InvalidParameter": 2,
    "NotUnderstood": 2, "KeyMissing": 3, "KeyRefused": 3, "KeychainProblem": 3, "Refused": 4, "Rejected": 4,
    "RateLimited": 5, "Unreachable": 5, "TimedOut": 5, "ServerFault": 5, "BadAnswer": 5, "ResultExpired": 5,
    "OutOfCredit": 6, "OutcomeUnknown": 7, "Internal": 70, "Cancelled": 130,
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_leaf(name: str, code: int) -> None:
    error = getattr(errors, name)("It happened.")
    assert error.exit_code == code
    assert error.hint
    assert error.to_json()["title"] == "It happened."


def test_every_class_of_the_tree_stands_in_its_drawing() -> None:
    assert errors.__doc__ is not None
    for name in errors.__all__:
        assert name in errors.__doc__


def test_only_what_may_help_is_retryable() -> None:
    retryable = {name for name in CODES if getattr(errors, name).retryable}
    assert retryable == {"RateLimited", "Unreachable", "TimedOut", "ServerFault", "BadAnswer"}


def test_what_has_a_place_to_be_looked_up_says_it() -> None:
    lost = errors.OutcomeUnknown("It got lost.")
    assert "place" not in lost.to_json()
    lost.place = "https://host.example/account"
    assert (lost.to_json()["place"], lost.to_json()["action"]) == (lost.place, "look_up")


def test_a_given_hint_replaces_the_default() -> None:
    assert FluxError("a", "b").hint == "b"


@pytest.fixture
def in_german() -> Iterator[None]:
    speak(lambda text, comment, number: "Später noch einmal." if text == errors.Unavailable.default_hint else "")
    yield
    speak(None)


@pytest.mark.usefixtures("in_german")
def test_a_hint_is_told_in_the_language_in_use() -> None:
    assert errors.TimedOut("x").hint == "Später noch einmal."
    assert errors.TimedOut("x", "Given.").hint == "Given."
