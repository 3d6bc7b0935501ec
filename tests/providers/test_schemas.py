"""Models fitted to a host's schema: what changed there changes here, and nonsense changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.params import Model, Value, choice, integer, number, seed, switch, text
from flux_desktop.providers.schemas import corrected, resolved


def _wired(value: Value) -> Value:
    return "jpg" if value == "jpeg" else value


MODEL = Model(
    "flux-2-klein-4b-edit",
    "FLUX.2 [klein] 4B",
    "host",
    "edit",
    (
        integer("steps", 4, 1, 8, field="num_inference_steps"),
        number("guidance", 4.0, 0.0, 10.0),
        choice("aspect_ratio", "1:1", ("1:1", "16:9")),
        choice("format", "png", ("png", "jpeg", "webp"), field="output_format", encode=_wired),
        switch("safety", True, field="disable_safety_checker", encode=lambda value: not value),
        text("negative_prompt", "", label="Negative prompt", help="What is not wanted."),
        seed(),
        integer("count", 1, 1, 4, emulated=True),
    ),
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string"},
        "num_inference_steps": {"type": "integer", "minimum": 4, "maximum": 50, "default": 28},
        "guidance": {"type": "number", "minimum": 1, "maximum": 5, "default": 2.5},
        "aspect_ratio": {"enum": ["16:9", "21:9"], "default": "21:9"},
        "output_format": {"enum": ["jpg", "webp"], "default": "jpg"},
        "disable_safety_checker": {"type": "boolean", "default": False},
        "seed": {"type": "integer"},
        "acceleration": {"enum": ["none", "high"], "default": "none", "title": "Speed", "description": "How\nfast."},
        "enable_web_search": {"type": "boolean"},
        "images": {"type": "array", "items": {"type": "string"}},
    },
}


def fitted(**changes: object) -> Model:
    """MODEL after a schema with these fields changed; None takes one out."""
    properties = {**SCHEMA["properties"], **changes}
    return corrected(MODEL, {**SCHEMA, "properties": {name: field for name, field in properties.items() if field}})


def test_ranges_and_defaults_are_those_of_the_host() -> None:
    steps, guidance = fitted().param("steps"), fitted().param("guidance")
    assert steps is not None
    assert guidance is not None
    assert (steps.minimum, steps.maximum, steps.default) == (4, 50, 28)
    assert isinstance(steps.maximum, int)
    assert (guidance.minimum, guidance.maximum, guidance.default) == (1, 5, 2.5)


def test_choices_go_and_come() -> None:
    ratio = fitted().param("aspect_ratio")
    assert ratio is not None
    assert (ratio.choices, ratio.default) == (("16:9", "21:9"), "21:9")


def test_translated_values_are_read_back() -> None:
    form, safety = fitted().param("format"), fitted().param("safety")
    assert form is not None
    assert safety is not None
    assert (form.choices, form.default) == (("jpeg", "webp"), "jpeg")
    assert safety.default is True


def test_a_field_that_is_gone_takes_its_parameter_along() -> None:
    model = fitted(guidance=None)
    assert model.param("guidance") is None
    assert "guidance" in model.reason("guidance")
    assert model.param("negative_prompt") is None, "the schema never had it"
    assert model.param("count") is not None, "the program does that itself"


def test_a_parameter_can_be_kept() -> None:
    kept = corrected(MODEL, {"properties": {"prompt": {}}}, keep=("guidance",))
    assert [param.name for param in kept.params] == ["guidance", "count"]


def test_a_new_field_becomes_a_parameter_in_plain_words() -> None:
    new, search = fitted().param("acceleration"), fitted().param("enable_web_search")
    assert new is not None
    assert search is not None
    assert (new.kind, new.choices, new.default) == ("choice", ("none", "high"), "none")
    assert (new.label, new.help) == ("Speed", "How fast.")
    assert (search.kind, search.default) == ("switch", False)
    assert fitted().param("images") is None
    assert fitted().param("prompt") is None
    assert corrected(MODEL, SCHEMA, ignore=("acceleration",)).param("acceleration") is None


def test_no_schema_changes_nothing() -> None:
    nothings: list[dict[str, Any]] = [{}, {"properties": {}}, {"properties": [1]}, {"properties": None}]
    for nothing in nothings:
        assert corrected(MODEL, nothing) == MODEL


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELD = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["integer", "number", "boolean", "string", "array", 7]),
        "enum": st.lists(st.text(max_size=5) | st.integers(), max_size=4) | JSON,
        "minimum": st.integers() | st.floats() | JSON,
        "maximum": st.integers() | st.floats() | JSON,
        "default": JSON | st.sampled_from(["png", "jpg", 4, True]),
        "title": JSON,
        "description": JSON,
    },
)
FIELDS = st.sampled_from(["num_inference_steps", "guidance", "output_format", "disable_safety_checker", "new", "a b"])


@given(st.dictionaries(FIELDS | st.text(max_size=5), FIELD | JSON, max_size=6), JSON)
def test_whatever_a_host_says_the_model_stays_usable(properties: dict[str, Any], required: object) -> None:
    model = corrected(MODEL, {"properties": properties, "required": required})
    assert model.check(model.defaults()) == model.defaults()
    for param in model.params:
        assert param.label
        assert param.help
        assert param.kind != "choice" or param.choices
    assert len({param.name for param in model.params}) == len(model.params)


def test_references_are_followed() -> None:
    document = {
        "components": {
            "schemas": {
                "Input": {"properties": {"ratio": {"allOf": [{"$ref": "#/components/schemas/ratio"}], "default": "a"}}},
                "ratio": {"type": "string", "enum": ["a", "b"]},
            }
        }
    }
    found = resolved({"$ref": "#/components/schemas/Input"}, document)
    assert found == {"properties": {"ratio": {"type": "string", "enum": ["a", "b"], "default": "a"}}}


@given(JSON)
def test_a_reference_to_itself_ends(rest: object) -> None:
    resolved({"$ref": "#/a", "rest": rest}, {"a": {"$ref": "#/a"}})
    deep: dict[str, Any] = {"allOf": [{"$ref": "#"}, rest]}
    resolved(deep, deep)
