"""Parameters: what they accept, what they say, and that a value survives a change of model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.params import Model, Param, Value, choice, integer, number, seed, switch, text

STEPS = integer("steps", 28, 1, 50, field="num_inference_steps")
GUIDANCE = number("guidance", 3.0, 0, 10)
RATIO = choice("aspect_ratio", "1:1", ("1:1", "16:9"))
SAFETY = switch("safety", True, field="disable_safety_checker", encode=lambda on: not on)
NAME = text("title", "")
PARAMS = (STEPS, GUIDANCE, RATIO, SAFETY, NAME, seed())
MODEL = Model("m", "M", "p", "edit", PARAMS)


@pytest.mark.parametrize(
    ("param", "words", "value"),
    [
        (STEPS, "20", 20),
        (STEPS, " 1 ", 1),
        (GUIDANCE, "3.5", 3.5),
        (GUIDANCE, "3", 3.0),
        (RATIO, "16:9", "16:9"),
        (SAFETY, "false", False),
        (SAFETY, "On", True),
        (NAME, "a b", "a b"),
        (seed(), "4294967295", 2**32 - 1),
    ],
)
def test_parse_reads_what_a_person_types(param: Param, words: str, value: Value) -> None:
    read = param.parse(words)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("param", "words"),
    [
        (STEPS, "0"),
        (STEPS, "51"),
        (STEPS, "2.5"),
        (STEPS, ""),
        (STEPS, "many"),
        (GUIDANCE, "nan"),
        (GUIDANCE, "inf"),
        (GUIDANCE, "10.01"),
        (RATIO, "17:9"),
        (SAFETY, "perhaps"),
        (seed(), "-1"),
        (seed(), "4294967296"),
    ],
)
def test_parse_refuses_with_the_limits(param: Param, words: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        param.parse(words)
    assert param.label in caught.value.title
    assert param.limits in caught.value.title


@pytest.mark.parametrize(
    ("param", "value"), [(STEPS, True), (STEPS, "20"), (SAFETY, 1), (RATIO, 1), (NAME, 5), (GUIDANCE, False)]
)
def test_check_does_not_guess_types(param: Param, value: object) -> None:
    with pytest.raises(InvalidParameter):
        param.check(value)


def test_how_says_what_happens_on_the_way() -> None:
    assert [param.how for param in PARAMS] == ["renamed", "passed", "passed", "converted", "passed", "passed"]
    assert integer("count", 1, 1, 4, emulated=True).how == "emulated"
    assert SAFETY.wire(True) is False


def test_json_leaves_out_what_does_not_apply() -> None:
    assert STEPS.to_json() == {
        "name": "steps",
        "kind": "integer",
        "default": 28,
        "minimum": 1,
        "maximum": 50,
        "field": "num_inference_steps",
        "how": "renamed",
    }
    assert "default" not in seed().to_json()
    assert "field" not in integer("count", 1, 1, 4, emulated=True).to_json()


def test_unknown_parameter_is_named_with_the_known_ones() -> None:
    with pytest.raises(InvalidParameter) as caught:
        MODEL.check({"colour": "red"})
    assert "colour" in caught.value.title
    assert "steps" in caught.value.hint


def test_carry_keeps_what_fits_and_falls_back_for_the_rest() -> None:
    other = Model("n", "N", "p", "edit", (integer("steps", 4, 1, 8), GUIDANCE))
    assert other.carry({"steps": 20, "guidance": 7.5, "seed": 3}) == {"steps": 4, "guidance": 7.5}
    assert other.carry({"steps": 8}) == {"steps": 8, "guidance": 3.0}


@given(st.integers())
def test_an_integer_is_taken_exactly_within_its_limits(value: int) -> None:
    if 1 <= value <= 50:
        assert STEPS.check(value) == value
    else:
        with pytest.raises(InvalidParameter):
            STEPS.check(value)


@given(st.dictionaries(st.sampled_from([p.name for p in PARAMS]), st.one_of(st.integers(), st.floats(), st.text())))
def test_whatever_carry_gives_is_valid(values: dict[str, Value]) -> None:
    kept = MODEL.carry(values)
    assert MODEL.check(kept) == kept
