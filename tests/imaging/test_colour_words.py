"""What a colour is called in a prompt."""

from __future__ import annotations

import pytest

from flux_desktop.core.prompting import colours_in
from flux_desktop.imaging.colour_words import colour_words, written


def test_a_colour_is_written_by_hex_and_by_words() -> None:
    assert written("#0066cc") == "#0066CC (azure blue)"
    assert colours_in(written("#0066cc")) == ("#0066CC",)


@pytest.mark.parametrize(
    ("colour", "family"),
    [
        ("#000000", "black"),
        ("#ffffff", "white"),
        ("#777777", "grey"),
        ("#1f4d3a", "green"),
        ("#a03020", "red"),
        ("#c8102e", "red"),
        ("#f6c100", "yellow"),
        ("#0b1f3f", "navy blue"),
        ("#ff69b4", "pink"),
        ("#f2e6d0", "beige"),
        ("#6b3fa0", "violet"),
    ],
)
def test_the_words_are_of_the_right_family(colour: str, family: str) -> None:
    assert family in colour_words(colour)
