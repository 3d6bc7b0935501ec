"""How a picture came to be, as text: nothing is lost on the way, and nothing is taken from a stranger unchecked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from flux_desktop.imaging.origin import LONGEST, LONGEST_PROMPT, Origin
from tests.imaging.origins import FULL, origins, with_prompt


@given(origins())
def test_it_comes_back_as_it_was(origin: Origin) -> None:
    assert Origin.from_text(origin.to_text()) == origin


def test_it_is_one_line_that_xml_can_hold() -> None:
    text = FULL.to_text()
    assert not set(text) & set("\r\n\0\x1b\x7f\x85\u2028\ufffe")
    assert "猫" in text, "readable where it can be"


def test_halves_of_characters_are_not_read() -> None:
    """SQLite would refuse them later."""
    text = with_prompt("half \ud800").to_text()
    assert text.isascii()
    assert Origin.from_text(text) is None


def test_what_would_not_be_read_is_not_written() -> None:
    assert with_prompt("x" * LONGEST_PROMPT).to_text()
    assert not with_prompt("x" * (LONGEST_PROMPT + 1)).to_text()
    assert not with_prompt("猫" * 90_000).to_text(), "too many bytes"


HASH = "0" * 64
WRONG: list[tuple[str, Any]] = [
    ("prompt", 7),
    ("prompt", None),
    ("prompt", "x" * (LONGEST_PROMPT + 1)),
    ("provider", ["onemin"]),
    ("model", "m" * 300),
    ("params", []),
    ("params", {"steps": [20]}),
    ("params", {"steps": None}),
    ("params", {"steps": 10**30}),
    ("params", {"size": "x" * 3000}),
    ("params", {str(index): index for index in range(100)}),
    ("seed", -1),
    ("seed", 1.5),
    ("seed", True),
    ("seed", 2**64),
    ("node", "../../etc/passwd"),
    ("node", "x" * 65),
    ("root", None),
    ("asset", "0" * 63),
    ("asset", "0" * 63 + "G"),
    ("asset", HASH + "\n"),
    ("parent", "/home/me/photo.png"),
    ("original", 0),
    ("references", HASH),
    ("references", [HASH] * 65),
    ("references", ["x"]),
    ("mask", {"a": 1}),
    ("crop", [1, 2, 3]),
    ("crop", [1, 2, 3, -4]),
    ("crop", [1, 2, 3, 4.0]),
    ("program", 1),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=[f"{index}-{name}" for index, (name, _) in enumerate(WRONG)])
def test_one_wrong_value_and_it_is_none(name: str, value: object) -> None:
    data = json.loads(FULL.to_text())
    assert Origin.from_text(json.dumps(data)) == FULL
    assert Origin.from_text(json.dumps({**data, name: value})) is None


def test_names_of_a_newer_program_are_passed_over() -> None:
    data = json.loads(FULL.to_text())
    assert Origin.from_text(json.dumps({**data, "weather": {"sun": [1, 2]}})) == FULL


HOSTILE = [
    "",
    "{",
    "[]",
    "null",
    "7",
    "[" * 100_000,
    '{"a":' * 50_000,
    "1" * 10_000,
    '{"prompt": NaN}',
    " " * (LONGEST + 1),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nonsense_is_none(text: str) -> None:
    assert Origin.from_text(text) is None


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none(word: str) -> None:
    text = FULL.to_text().replace("3.5", word)
    assert Origin.from_text(text) is None
