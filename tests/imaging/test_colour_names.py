"""Names and hex, both ways."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.colour_names import NAMES, hex_of, name_of


def test_every_name_has_a_hex() -> None:
    assert len(NAMES) > 200
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in NAMES.values())
    assert all(name == name.lower() for name in NAMES)


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("Navy  Blue", "#000080"),
        ("#0066CC", "#0066cc"),
        ("#06c", "#0066cc"),
        ("#06cf", "#0066cc"),
        ("#0066ccff", "#0066cc"),
        ("grey", "#808080"),
        ("gray", "#808080"),
    ],
)
def test_names_and_hex(words: str, colour: str) -> None:
    assert hex_of(words) == colour


@pytest.mark.parametrize("words", ["", "#", "#12", "#12345", "#ggg", "0066cc", "bluish dragon"])
def test_what_is_no_colour(words: str) -> None:
    assert hex_of(words) is None


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_a_name_that_is_known(value: int) -> None:
    assert name_of(f"#{value:06x}") in NAMES


@pytest.mark.parametrize("name", ["red", "navy", "teal", "black", "white", "maroon", "gold"])
def test_a_named_colour_is_called_so(name: str) -> None:
    assert name_of(NAMES[name]) == name
