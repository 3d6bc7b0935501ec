"""Values of other programs, taken for what they are or not at all."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from flux_desktop.core.params import Value
from flux_desktop.imaging.origin import LONGEST_PROMPT

__all__ = ["json_object", "mapped", "number", "said", "size", "text", "whole"]

_LONGEST_SAID = 80
_MOST_SAID = 12
_LARGEST = 2**64
_LONGEST_SIDE = 2**18


def json_object(words: str) -> Mapping[str, Any]:
    """The object that a JSON text holds; {} for anything else. NaN, which Python's writers allow, becomes None."""
    try:
        found = json.loads(words, parse_constant=lambda word: None)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def text(value: object) -> str:
    """A text of bearable length, without halves of characters; "" for anything else."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode().strip()[:LONGEST_PROMPT]


def whole(value: object) -> int | None:
    """A whole number from 0 on, also as a text."""
    found = number(value)
    if found is None or not found.is_integer():
        return None
    exact = int(value) if isinstance(value, int | str) and str(value).strip().isdecimal() else int(found)
    return exact if 0 <= exact < _LARGEST else None


def number(value: object) -> float | None:
    """A number, also as a text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)[:50]) == 50:
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def size(width: object, height: object) -> str:
    """Width and height as the parameter `size` has them; "" for what cannot be the size of a picture."""
    sides = [whole(width), whole(height)]
    return "x".join(str(side) for side in sides) if all(side and side < _LONGEST_SIDE for side in sides) else ""


def mapped(**values: Value | None) -> dict[str, Value]:
    """Those parameters for which there is a value."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def said(others: Mapping[str, object]) -> tuple[str, ...]:
    """What has no counterpart, as `Name: value`, each short and not too many."""
    words = {name: _one_line(value) for name, value in others.items()}
    return tuple(f"{_one_line(name)}: {value}" for name, value in words.items() if value)[:_MOST_SAID]


def _one_line(value: object) -> str:
    words = " ".join(text(value).split())
    return words if len(words) <= _LONGEST_SAID else f"{words[: _LONGEST_SAID - 1]}…"
