"""A history node as JSON in a tree's file, and back: what comes in is checked field by field."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Literal

from flux_desktop.core.change import Change
from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import BEST, TREATMENTS, HistoryNode, Treatment, TreatmentKind
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Crop, Patch

__all__ = ["assets_of", "node_from_json", "node_to_json"]

ID = re.compile(r"[0-9a-f]{8,64}")
ASSET = re.compile(r"[0-9a-f]{64}")
WORD = re.compile(r"[\w.:/ +-]{1,200}")
TREATMENT_KINDS: Mapping[str, TreatmentKind] = {kind: kind for kind in TREATMENTS}
_EMPTY: tuple[object, ...] = ("", [])
MOST_PIXELS = 2**31
MOST_WORDS = 100_000
"""Characters of a prompt or a note; a designer's longest is a few thousand."""
MOST_PARAMS = 200
MOST_REFERENCES = 64


def node_to_json(node: HistoryNode) -> dict[str, Any]:
    """All of `node` that means something on another machine: not where its file was, and not its job."""
    data: dict[str, Any] = {
        "id": node.id,
        "parent": node.parent,
        "asset": node.asset,
        "media_type": node.media_type,
        "width": node.width,
        "height": node.height,
        "created": node.created,
        "name": node.name,
        "recipe": node.recipe.to_json() if node.recipe else None,
        "seed": node.seed,
        "cost": node.cost.to_json() if node.cost else None,
        "references": list(node.references),
        "mask": node.mask,
        "crop": node.crop,
        "patch": node.patch.to_json() if node.patch else None,
        "treatment": {"kind": node.treatment.kind, "base": node.treatment.base} if node.treatment else None,
        "change": node.change.to_json() if node.change else None,
        "starred": node.starred,
        "rating": node.rating,
        "note": node.note,
        "exported": node.exported,
        "trashed": node.trashed,
    }
    return {name: value for name, value in data.items() if value is not None and value not in _EMPTY}


def assets_of(node: HistoryNode) -> tuple[str, ...]:
    """Every stored file that `node` needs."""
    return node.assets


def node_from_json(data: Any, root: str) -> HistoryNode:
    """The node of a foreign file, as one of the tree of `root`; ValueError where anything about it makes no sense."""
    if not isinstance(data, Mapping):
        raise ValueError("a node is not an object")
    change, recipe = data.get("change"), data.get("recipe")
    return HistoryNode(
        id=_matching(data.get("id"), ID),
        root=root,
        parent=None if data.get("parent") is None else _matching(data["parent"], ID),
        asset=_matching(data.get("asset"), ASSET),
        media_type=_matching(data.get("media_type"), WORD),
        width=_whole(data.get("width"), 1, MOST_PIXELS),
        height=_whole(data.get("height"), 1, MOST_PIXELS),
        created=_number(data.get("created", 0.0)),
        recipe=None if recipe is None else _recipe(recipe),
        seed=None if data.get("seed") is None else _whole(data["seed"], -(2**128), 2**128),
        cost=None if data.get("cost") is None else _cost(data["cost"]),
        name=_name(data.get("name", "")),
        note=_words(data.get("note", "")),
        references=_assets(data.get("references", [])),
        mask=None if data.get("mask") is None else _matching(data["mask"], ASSET),
        crop=None if data.get("crop") is None else _crop(data["crop"]),
        patch=None if data.get("patch") is None else _patch(data["patch"]),
        treatment=None if data.get("treatment") is None else _treatment(data["treatment"]),
        change=None if change is None else Change.from_json(change),
        starred=data.get("starred", False) is True,
        rating=_whole(data.get("rating", 0), 0, BEST),
        exported=data.get("exported", False) is True,
        trashed=None if data.get("trashed") is None else _number(data["trashed"]),
    )


def _recipe(data: Any) -> Recipe:
    params = data["params"]
    if not isinstance(params, Mapping) or len(params) > MOST_PARAMS:
        raise ValueError("the parameters make no sense")
    for name, value in params.items():
        _matching(name, WORD)
        if isinstance(value, str):
            _words(value)
        elif not isinstance(value, bool | int):
            _number(value)
    provider, model = _matching(data["provider"], WORD), _matching(data["model"], WORD)
    return Recipe(_words(data["prompt"]), provider, model, dict(params))


def _cost(data: Any) -> Cost:
    kind: Literal["billed", "estimated"] = "billed" if data["kind"] == "billed" else "estimated"
    return Cost(_number(data["amount"]), _matching(data["currency"], WORD), kind)


def _treatment(data: Any) -> Treatment:
    return Treatment(TREATMENT_KINDS[data["kind"]], _matching(data["base"], ID))


def _crop(data: Any) -> Crop:
    left, top = (_whole(value, -MOST_PIXELS, MOST_PIXELS) for value in data[:2])
    width, height = (_whole(value, 0, MOST_PIXELS) for value in data[2:])
    return left, top, width, height


def _patch(data: Any) -> Patch:
    patch = Patch.from_json(data)
    for side in patch.sent:
        _whole(side, 1, MOST_PIXELS)
    if patch.extent is not None:
        _crop(patch.extent)
    for value in (*patch.finish, patch.score):
        if not isinstance(value, bool):
            _number(value)
    return patch._replace(raw=_matching(patch.raw, ASSET) if patch.raw else "")


def _assets(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or len(data) > MOST_REFERENCES:
        raise ValueError("the references make no sense")
    return tuple(_matching(name, ASSET) for name in data)


def _matching(value: Any, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"not a {pattern.pattern}")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_WORDS:
        raise ValueError("a text makes no sense")
    return value.encode("utf-8", "replace").decode().replace("\0", " ")


def _name(value: Any) -> str:
    """A name to show: no path, nothing that cannot be printed."""
    last = _words(value).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last if char.isprintable())[:200]


def _whole(value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError("a number makes no sense")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("a number makes no sense")
    return float(value)
