"""The words for what an edit changed, and its figures as they are kept."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.change import Change

FIGURES = {
    "dx": -2.9,
    "dy": 0.4,
    "scale": 1.0198,
    "delta_e": 2.13,
    "lab": [-0.5, 0.1, 2.0],
    "rgb": [3.1, 0.2, -4.4],
    "moved": 0.041,
    "score": 0.92,
    "chroma": -1.2,
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(), ("unchanged",)),
        (Change(dx=0.3, dy=-0.3, scale=1.001, delta_e=0.9, lab=(0.9, 0, 0), moved=0.005), ("unchanged",)),
        (Change(dx=3), ("moved 3 px",)),
        (Change(dx=-3, dy=4), ("moved 5 px",)),
        (Change(dy=0.6), ("moved 0.6 px",)),
        (Change(scale=1.02), ("2 % larger",)),
        (Change(scale=0.97), ("3 % smaller",)),
        (Change(scale=1.004), ("0.4 % larger",)),
        (Change(delta_e=2, lab=(0, 0, 2.2)), ("warmer +2",)),
        (Change(delta_e=2, lab=(0, 0, -2.2)), ("cooler 2",)),
        (Change(delta_e=3, lab=(-3.1, 0, 1.2)), ("darker 3", "warmer +1")),
        (Change(delta_e=3, lab=(1.1, -3, 0.2)), ("greener 3", "lighter +1")),
        (Change(delta_e=3, lab=(0, 3, 0)), ("redder +3",)),
        (Change(delta_e=2, lab=(0.3, 0.2, 0)), ("colours differ by 2",)),
        (Change(delta_e=20, lab=(1.2, -15, 5), chroma=-35), ("paler 35", "lighter +1")),
        (Change(delta_e=5, lab=(0.2, 3, -3), chroma=8), ("more vivid +8",)),
        (Change(delta_e=5, lab=(0, 0, 8), chroma=7), ("warmer +8",)),
        (Change(moved=0.12), ("12 % changed",)),
    ],
)
def test_words_say_what_matters(change: Change, words: tuple[str, ...]) -> None:
    assert change.words() == words


def test_three_words_at_most_and_the_shift_first() -> None:
    change = Change(dx=12, scale=1.02, delta_e=6, lab=(-2, 1, 5), moved=0.3)
    assert change.words() == ("moved 12 px", "2 % larger", "warmer +5")


def test_another_picture_is_called_repainted_and_nothing_else() -> None:
    change = Change(dx=80, scale=1.1, delta_e=30, lab=(20, 0, 0), moved=0.9, score=0.05)
    assert change.words() == ("repainted",)
    assert not change.shifted
    assert not change.tinted


def test_a_flat_picture_has_colours_but_no_place() -> None:
    change = Change(dx=80, scale=1.1, delta_e=3, lab=(3, 0, 0), score=0)
    assert change.words() == ("lighter +3",)
    assert "cannot be said" in change.sentence()


def test_what_helps_is_offered() -> None:
    assert Change(dx=3).shifted
    assert not Change(dx=3).tinted
    assert Change(scale=0.99).shifted
    assert Change(delta_e=1.5).tinted
    assert not Change(delta_e=1.5).shifted


def test_sentence_has_the_exact_figures() -> None:
    assert Change.from_json(FIGURES).sentence() == (
        "The content moved 2.90 px left and 0.40 px down at 101.98 % of its size (92 % sure). "
        "What stayed differs by ΔE 2.13 (L* -0.5, a* +0.1, b* +2.0, C* -1.2; red +3.1, green +0.2, blue -4.4). "
        "4.1 % of the compared area has other content."
    )


@given(st.floats(-1e4, 1e4), st.floats(0.5, 2), st.tuples(*[st.floats(-100, 100)] * 3), st.floats(0, 1))
def test_figures_come_back_as_they_were_kept(shift: float, scale: float, drift: Any, share: float) -> None:
    change = Change(shift, -shift, scale, abs(drift[0]), drift, drift, share, share, drift[2])
    kept = json.loads(json.dumps(change.to_json(), allow_nan=False))
    back = Change.from_json(kept)
    assert back.to_json() == kept
    assert back.dx == pytest.approx(change.dx, abs=0.006)
    assert back.lab == pytest.approx(change.lab, abs=0.006)
    assert 1 <= len(back.words()) <= 3


def test_what_was_kept_before_vividness_was_measured_is_read() -> None:
    assert Change.from_json({name: value for name, value in FIGURES.items() if name != "chroma"}).chroma == 0


def test_kept_figures_are_short() -> None:
    kept = Change(1 / 3, 1 / 3, 1 / 3, 1 / 3, (1 / 3,) * 3, (1 / 3,) * 3, 1 / 3, 1 / 3, 1 / 3).to_json()
    assert len(json.dumps(kept)) < 180


NONSENSE: list[Any] = [None, "1", True, [], {}, math.nan, math.inf, -math.inf, 10**400]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("value", NONSENSE, ids=lambda value: repr(value)[:12])
def test_damaged_figures_are_refused(name: str, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Change.from_json({**FIGURES, name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scale", 0),
        ("scale", -1),
        ("delta_e", -0.1),
        ("moved", 1.1),
        ("score", -0.1),
        ("lab", [0, 0]),
        ("rgb", [0, 0, math.nan]),
        ("rgb", [0, 0, 0, 0]),
        ("lab", [0, "0", 0]),
    ],
)
def test_figures_out_of_range_are_refused(name: str, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Change.from_json({**FIGURES, name: value})


@pytest.mark.parametrize("data", [None, [], "{}", 3, {}])
def test_anything_but_kept_figures_is_refused(data: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Change.from_json(data)
