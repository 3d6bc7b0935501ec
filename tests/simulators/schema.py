"""Documents of hosts as JSON Schema: a simulator is as strict as they are, and publishes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Problem", "Schema", "one_of", "problems", "string_list", "whole", "with_defaults"]

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field, in the words of pydantic, which most hosts use."""

    field: str
    message: str
    type: str
    value: object = None


def whole(kind: str, default: object = None, least: float | None = None, most: float | None = None) -> dict[str, Any]:
    """A number, a switch or a text: `kind` is the schema's word for it."""
    limits = {"default": default, "minimum": least, "maximum": most}
    return {"type": kind, **{name: value for name, value in limits.items() if value is not None}}


def one_of(default: str | None, *choices: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(choices), **({"default": default} if default is not None else {})}


def string_list(most: int, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "minItems": least, "maxItems": most}


def with_defaults(schema: Schema, data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` with the defaults of what it leaves out."""
    fields = schema["properties"].items()
    return {**{name: field["default"] for name, field in fields if "default" in field}, **data}


def problems(schema: Schema, data: Mapping[str, Any]) -> list[Problem]:
    """Everything that `schema` has against `data`: unknown fields too."""
    fields = schema["properties"]
    found = [Problem(name, "Field required", "missing") for name in schema.get("required", ()) if name not in data]
    for name, value in data.items():
        if name not in fields:
            found.append(Problem(name, "Extra inputs are not permitted", "extra_forbidden", value))
        elif problem := _problem(name, fields[name], value):
            found.append(problem)
    return found


def _problem(name: str, field: Schema, value: object) -> Problem | None:
    """The first thing that `field` has against `value`."""
    if "anyOf" in field:
        return min((_problem(name, option, value) for option in field["anyOf"]), key=lambda found: found is not None)
    if not _typed(field.get("type", "string"), value):
        return Problem(name, f"Input should be a valid {field.get('type')}", f"{field.get('type')}_type", value)
    if "enum" in field and value not in field["enum"]:
        return Problem(name, f"Input should be {' or '.join(map(repr, field['enum']))}", "literal_error", value)
    return _inside(name, field, value)


def _inside(name: str, field: Schema, value: object) -> Problem | None:
    match value:
        case bool():
            return None
        case int() | float():
            return _beyond(name, field, value)
        case list():
            return _listed(name, field, value)
        case dict():
            inner = problems(field, value)
            return Problem(f"{name}.{inner[0].field}", inner[0].message, inner[0].type, value) if inner else None
    return None


def _typed(kind: str, value: object) -> bool:
    if kind in ("integer", "number"):
        return isinstance(value, int if kind == "integer" else int | float) and not isinstance(value, bool)
    return isinstance(value, {"string": str, "boolean": bool, "array": list, "object": dict}[kind])


def _beyond(name: str, field: Schema, value: float) -> Problem | None:
    if "minimum" in field and value < field["minimum"]:
        words = f"Input should be greater than or equal to {field['minimum']}"
        return Problem(name, words, "greater_than_equal", value)
    if "maximum" in field and value > field["maximum"]:
        return Problem(name, f"Input should be less than or equal to {field['maximum']}", "less_than_equal", value)
    return None


def _listed(name: str, field: Schema, value: list[object]) -> Problem | None:
    if len(value) > field.get("maxItems", len(value)):
        return Problem(name, f"List should have at most {field['maxItems']} items after validation", "too_long", value)
    if len(value) < field.get("minItems", 0):
        return Problem(name, f"List should have at least {field['minItems']} item after validation", "too_short", value)
    return next(filter(None, (_problem(name, field["items"], item) for item in value)), None)
