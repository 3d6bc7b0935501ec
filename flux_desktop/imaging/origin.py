"""How a picture came to be, as JSON that travels inside its file. What is read back is a stranger's until checked."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import Crop
from flux_desktop.core.params import Value

__all__ = ["LONGEST", "LONGEST_PROMPT", "Origin", "from_json_text", "plain_params"]

LONGEST = 256 * 2**10
"""Bytes of the JSON that is written and read."""

LONGEST_PROMPT = 100_000
"""Characters."""

_MOST_PARAMS = 64
_MOST_REFERENCES = 64
_LONGEST_NAME = 200
_LONGEST_VALUE = 2000
_HASH = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")

# JSON may write any character as an escape; those that XML cannot hold, or that look like nothing, have to be.
_UNFIT = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Origin:
    """The recipe of a picture and its place in the library that it comes from. Pixels are named by their hash.

    `asset` is the picture as it lies in that library, `parent` the one it was made from, `original` the one that the
    whole tree grew from. No paths, no names of files, no keys.
    """

    recipe: Recipe
    seed: int | None
    node: str
    root: str
    asset: str
    parent: str | None = None
    original: str | None = None
    references: tuple[str, ...] = ()
    mask: str | None = None
    crop: Crop | None = None
    program: str = ""

    def to_text(self) -> str:
        """One line of JSON, fit to stand in XML; "" for one that is longer than what is read back."""
        data = {
            **self.recipe.to_json(),
            "seed": self.seed,
            "node": self.node,
            "root": self.root,
            "asset": self.asset,
            "parent": self.parent,
            "original": self.original,
            "references": list(self.references) or None,
            "mask": self.mask,
            "crop": list(self.crop) if self.crop else None,
            "program": self.program or None,
        }
        known = {name: value for name, value in data.items() if value is not None}
        text = _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(known, ensure_ascii=False))
        return text if len(text.encode()) <= LONGEST and len(self.recipe.prompt) <= LONGEST_PROMPT else ""

    @classmethod
    def from_text(cls, text: str) -> Origin | None:
        """The inverse of `to_text`; None for anything that it would not have written. Unknown names are passed over."""
        if len(text) > LONGEST:
            return None
        data = from_json_text(text)
        try:
            return _origin(data) if isinstance(data, dict) else None
        except ValueError:
            return None


def from_json_text(text: str) -> Any:
    """What a JSON text of a stranger holds; None for none, for NaN and the like, and for one nested without end."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def plain_params(data: object) -> dict[str, Value]:
    """Parameters as they may come from a file: few, plain and short. ValueError otherwise."""
    if not isinstance(data, dict) or len(data) > _MOST_PARAMS:
        raise ValueError("parameters")
    return {_text(name, _LONGEST_NAME): _plain(value) for name, value in data.items()}


def _origin(data: Mapping[str, Any]) -> Origin:
    recipe = Recipe(
        _text(data.get("prompt"), LONGEST_PROMPT),
        _text(data.get("provider"), _LONGEST_NAME),
        _text(data.get("model"), _LONGEST_NAME),
        plain_params(data.get("params")),
    )
    return Origin(
        recipe,
        _optional(data, "seed", _whole),
        _matching(data.get("node"), _ID),
        _matching(data.get("root"), _ID),
        _hash(data.get("asset")),
        _optional(data, "parent", _hash),
        _optional(data, "original", _hash),
        tuple(_hash(name) for name in _list(data.get("references", []))),
        _optional(data, "mask", _hash),
        _optional(data, "crop", _crop),
        _text(data.get("program", ""), _LONGEST_NAME),
    )


def _optional(data: Mapping[str, Any], name: str, check: Callable[[object], Any]) -> Any:
    return check(data[name]) if data.get(name) is not None else None


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("a text")
    value.encode()  # UnicodeEncodeError, a ValueError, for halves of characters: no database takes them
    return value


def _plain(value: object) -> Value:
    if isinstance(value, str):
        return _text(value, _LONGEST_VALUE)
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < 2**63:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise ValueError("a value")


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**64:
        raise ValueError("a whole number")
    return value


def _matching(value: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("a name")
    return value


def _hash(value: object) -> str:
    return _matching(value, _HASH)


def _list(value: object) -> list[object]:
    if not isinstance(value, list) or len(value) > _MOST_REFERENCES:
        raise ValueError("a list")
    return value


def _crop(value: object) -> Crop:
    left, top, width, height = _list(value)
    return _place(left), _place(top), _whole(width), _whole(height)


def _place(value: object) -> int:
    """Left or top: negative where what was sent reached beyond the picture."""
    return -_whole(-value) if isinstance(value, int) and value < 0 else _whole(value)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)
