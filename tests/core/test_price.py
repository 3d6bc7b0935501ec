"""Money in words, and what rates come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.job import SpendingSum
from flux_desktop.core.price import Cost, Rate, dollars, total_of


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "$0.00"), (0.0004, "$0.0004"), (0.00042, "$0.00042"), (0.0145, "$0.0145"), (0.04, "$0.04"),
        (0.5, "$0.50"), (0.1 + 0.2, "$0.30"), (0.99999, "$1.00"), (1, "$1.00"), (12.3456, "$12.35"),
        (1234.5, "$1,234.50"), (-0.3, "-$0.30"), (1e-12, "$0.00"),
    ],
)  # fmt: skip
def test_dollars_as_people_write_them(amount: float, words: str) -> None:
    assert dollars(amount) == words


@given(st.floats(1e-5, 0.999))
def test_small_amounts_are_exact_to_three_digits(amount: float) -> None:
    assert float(dollars(amount).removeprefix("$")) == pytest.approx(amount, rel=0.006)


def test_a_cost_says_whether_it_is_certain() -> None:
    assert str(Cost(0.014)) == "about $0.014"
    assert str(Cost(0.014, kind="billed")) == "$0.014"
    assert str(Cost(0)) == "free"
    assert str(Cost(30, "credits", "billed")) == "30 credits"


def test_a_rate_counts_what_is_made_and_what_is_sent() -> None:
    assert Rate(0.01, more=0.002, sent=0.001).cost([1.0, 3.0], [2.0]) == Cost(0.026)
    assert Rate(0.01, more=0.002, whole=True).cost([1.2]) == Cost(0.012)


def test_a_sum_tells_what_is_estimated_apart() -> None:
    def words(billed: float, estimated: float, currency: str = "USD") -> str:
        return SpendingSum("", "bfl", "", currency, billed, estimated, 3).cost_words

    assert words(0.5, 0) == "$0.50"
    assert words(0.5, 0.25) == "$0.50 and about $0.25"
    assert words(0, 1200, "credits") == "about 1,200 credits"
    assert words(0, 0) == "free"


def test_a_total_is_an_estimate_if_a_part_of_it_is() -> None:
    assert total_of([]) is None
    assert total_of([Cost(0.1, kind="billed"), Cost(0.2, kind="billed")]) == Cost(0.3, kind="billed")
    assert total_of([Cost(0.5, kind="billed"), Cost(0.25)]) == Cost(0.75)
