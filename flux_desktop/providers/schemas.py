"""Fits a declared model to the JSON Schema that its host publishes: ranges, choices and defaults drift over time.

A schema is data from outside: what makes no sense in it is passed over, its texts become plain lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked
from flux_desktop.core.params import Kind, Model, Param, Value
from flux_desktop.providers.http.answers import plain

__all__ = ["corrected", "resolved"]

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
DEEPEST = 8
MOST_NEW = 20
MOST_CHOICES = 60
WIDEST = 2**31 - 1
"""The limit that a number gets whose schema has none."""

Schema = Mapping[str, Any]


def resolved(schema: Any, document: Schema, depth: int = 0) -> Any:
    """`schema` with each `$ref` into `document` replaced by what it names, and a lone `allOf` by its one part."""
    if depth > DEEPEST:
        return {}
    if isinstance(schema, list):
        return [resolved(part, document, depth + 1) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    if isinstance(reference := schema.get("$ref"), str):
        return resolved(_named(reference, document), document, depth + 1)
    whole = {key: resolved(value, document, depth + 1) for key, value in schema.items() if key != "allOf"}
    for part in resolved(schema.get("allOf", []), document, depth + 1):
        whole = {**part, **whole} if isinstance(part, Mapping) else whole
    return whole


def corrected(model: Model, schema: Schema, *, ignore: Collection[str] = (), keep: Collection[str] = ()) -> Model:
    """`model` as `schema` (of the host's input, without references) has it now.

    A parameter whose field is gone is left out, with the reason; others get the schema's range, choices and default; a
    field that no parameter has becomes one. `ignore` are fields that the program fills itself, e.g. `prompt`; `keep`
    are parameters that stay as they are, e.g. one that becomes two fields.
    """
    properties = schema.get("properties")
    if not isinstance(properties, Mapping) or not properties:
        return model
    params, gone = [], dict(model.unsupported)
    for param in model.params:
        if param.emulated or param.name in keep:
            params.append(param)
        elif isinstance(field := properties.get(param.field), Mapping) and (fitted := _fitted(param, field)):
            params.append(fitted)
        else:
            gone[param.name] = marked("The host does not take {field} for this model any more.", field=param.field)
    known = {*ignore, *(param.field for param in model.params), *(param.name for param in model.params)}
    params += _new(properties, known, {*_strings(schema.get("required")), *known})
    return replace(model, params=tuple(params), unsupported=MappingProxyType(gone))


def _named(reference: str, document: Schema) -> Any:
    """What a local reference such as `#/components/schemas/Input` names; {} where there is none."""
    found: Any = document
    for key in reference.removeprefix("#/").split("/"):
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found


def _fitted(param: Param, field: Schema) -> Param | None:
    """`param` with what `field` says; None if nothing is left to choose."""
    fitted = param
    if param.kind == "choice" and (offered := _strings(field.get("enum"))):
        fitted = _with_choices(param, offered)
        if not fitted.choices:
            return None
    if param.kind in ("integer", "number"):
        least, most = _limit(field, "minimum"), _limit(field, "maximum")
        least = param.minimum if least is None else least
        most = param.maximum if most is None else most
        if least is not None and most is not None and least > most:
            return param
        fitted = replace(fitted, minimum=least, maximum=most)
    return _with_default(fitted, field.get("default"))


def _with_choices(param: Param, offered: list[str]) -> Param:
    """Of our choices those that the host still takes; new ones only where they are not translated."""
    kept = [choice for choice in param.choices if param.wire(choice) in offered]
    new = [] if param.encode else [choice for choice in offered if choice not in kept]
    return replace(param, choices=tuple([*kept, *new][:MOST_CHOICES]))


def _with_default(param: Param, default: object) -> Param:
    """The schema's default in our words; ours where that is not known, as long as it still fits."""
    for candidate in (_ours(param, default), param.default):
        try:
            return replace(param, default=param.check(candidate))
        except InvalidParameter:
            continue
    return replace(param, default=None if param.kind != "choice" else param.choices[0])


def _ours(param: Param, wired: object) -> object:
    """The value that `wired` is sent for."""
    if param.encode is None:
        return wired
    values: tuple[Value, ...] = (True, False) if param.kind == "switch" else param.choices
    return next((value for value in values if param.wire(value) == wired), None)


def _new(properties: Schema, known: Collection[str], skipped: Collection[str]) -> list[Param]:
    """Parameters for the fields that are not `known`; what is required is the provider's own business."""
    found = []
    for name, field in properties.items():
        if name in known or name in skipped or not NAME.fullmatch(name) or not isinstance(field, Mapping):
            continue
        if (param := _declared(name, field)) is not None:
            found.append(param)
    return found[:MOST_NEW]


def _declared(name: str, field: Schema) -> Param | None:
    """A field as a parameter; None for lists, objects and what no control can show."""
    choices = tuple(_strings(field.get("enum")))[:MOST_CHOICES]
    kinds: dict[object, Kind] = {"integer": "integer", "number": "number", "boolean": "switch", "string": "text"}
    kind = "choice" if choices else kinds.get(field.get("type"))
    if kind is None:
        return None
    label = plain(str(field.get("title") or name.replace("_", " ").capitalize()), 40)
    help = plain(str(field.get("description") or marked("As the host names it; see its documents.")), 200)
    param = Param(name, kind, None, label, help, choices=choices, field=name)
    if kind in ("integer", "number"):
        low, high = _limit(field, "minimum"), _limit(field, "maximum")
        low, high = -WIDEST if low is None else low, WIDEST if high is None else high
        if low > high:
            return None
        param = replace(param, minimum=low, maximum=high, step=1 if kind == "integer" else (high - low) / 100)
    return _with_given_default(param, field.get("default"))


def _with_given_default(param: Param, default: object) -> Param:
    """Without a default of the host nothing is sent; only a switch has to stand somewhere."""
    if isinstance(default, str):
        default = plain(default)
    try:
        return replace(param, default=param.check(default))
    except InvalidParameter:
        return replace(param, default=False) if param.kind == "switch" else param


def _limit(field: Schema, name: str) -> float | None:
    """A limit as a number that a control can show; whole where it is whole, as a counter needs it."""
    value = field.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 2**53:
        return None
    return int(value) if float(value).is_integer() else value


def _strings(values: object) -> list[str]:
    """The plain words of a list."""
    words = [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
    return list(dict.fromkeys(word for word in words if word and plain(word, 60) == word))
