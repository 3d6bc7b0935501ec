"""Picture files with a recipe in them: for the choice *open as picture*, *load its recipe*, *open its tree*.

file = read_recipe(path, session.library)        # in a thread: None if there is no recipe in it
file.label                                       # e.g. “a recipe of ComfyUI”
file.root, file.node                             # to open the tree: `session.edit_further(file.node or file.root)`
taken = as_recipe(file.found, chosen, models)    # to load it: `session.recalled.emit(taken.recipe, "all")`
taken.notes                                      # sentences about what could not be taken over
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FileProblem, InvalidParameter
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import figures, tr
from flux_desktop.core.params import LABELS, Model, Param, Value

if TYPE_CHECKING:
    from flux_desktop.imaging.found import Found
    from flux_desktop.store.library import Library

__all__ = ["LARGEST", "RecipeFile", "Taken", "as_recipe", "read_recipe"]

LARGEST = 512 * 2**20
"""Bytes of a file that is looked into."""


@dataclass(frozen=True)
class RecipeFile:
    """A picture file with a recipe. `node` is the very picture in this library, `root` the tree that it belongs to;
    each None where it is not here, or in the trash."""

    found: Found
    node: HistoryNode | None = None
    root: HistoryNode | None = None

    @property
    def label(self) -> str:
        """What it is, for a sentence."""
        return tr("a recipe of {tool}", tool=self.found.tool)


@dataclass(frozen=True)
class Taken:
    """A recipe as a model of today takes it, and in sentences what could not be taken over."""

    recipe: Recipe
    notes: tuple[str, ...] = ()


def read_recipe(source: Path | bytes, library: Library) -> RecipeFile | None:
    """The recipe in a picture file, and where its picture is in `library`; None if there is none in it.

    Reads the file: call it in a thread. FileProblem if it cannot be read. What the file says is a stranger's word: a
    picture counts as the same only if its bytes are the same, whatever its id.
    """
    from flux_desktop.imaging.embedded import find_recipe

    found = find_recipe(source if isinstance(source, bytes) else _read(source))
    if found is None:
        return None
    node = _node(found, library)
    return RecipeFile(found, node, _root(found, node, library))


def as_recipe(found: Found, chosen: Model, models: Sequence[Model] = ()) -> Taken:
    """What was found as a recipe for its own model, where that is among `models`; else for the `chosen` one.

    Values that the model cannot take are brought to the nearest that it can, or left out: `notes` say so.
    """
    own = _own_model(found, models)
    model = own or chosen
    params, notes = _params(found, model)
    if found.recipe is not None and own is None:
        notes.insert(0, _not_offered(found.recipe, model))
    if found.unmapped:
        values = "; ".join(found.unmapped)
        notes.append(tr("Not taken over from {tool}: {values}.", tool=found.tool, values=values))
    return Taken(Recipe(found.prompt, model.provider, model.id, params), tuple(notes))


def _not_offered(recipe: Recipe, chosen: Model) -> str:
    return tr(
        "{model} of {provider} is not offered now: {chosen} is chosen.",
        model=recipe.model,
        provider=recipe.provider,
        chosen=chosen.name,
    )


def _read(path: Path) -> bytes:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return b""
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(tr("{name} cannot be read: {reason}.", name=path.name, reason=reason)) from error


def _node(found: Found, library: Library) -> HistoryNode | None:
    origin = found.origin
    if origin is None:
        return None
    same = library.node(origin.node)
    if same is None or same.asset != origin.asset:
        same = library.node_of_asset(origin.asset)
    return _present(same)


def _root(found: Found, node: HistoryNode | None, library: Library) -> HistoryNode | None:
    """The tree of the picture; where the picture is gone, that of the original which it grew from."""
    if node is not None:
        return _present(library.node(node.root))
    origin = found.origin
    return _present(library.root_of_asset(origin.original)) if origin is not None and origin.original else None


def _present(node: HistoryNode | None) -> HistoryNode | None:
    return node if node is not None and node.trashed is None else None


def _own_model(found: Found, models: Sequence[Model]) -> Model | None:
    recipe = found.recipe
    if recipe is None:
        return None
    return next((model for model in models if (model.provider, model.id) == (recipe.provider, recipe.model)), None)


def _params(found: Found, model: Model) -> tuple[dict[str, Value], list[str]]:
    wanted = {**found.params, **({} if found.seed is None else {"seed": found.seed})}
    params: dict[str, Value] = model.defaults()
    notes = []
    for name, value in wanted.items():
        fit = _fitted if name != "size" or _takes_size(found, model) else _shaped
        taken, note = fit(name, value, model)
        params |= taken
        notes += [note] if note else []
    return params, notes


def _fitted(name: str, value: Value, model: Model) -> tuple[Mapping[str, Value], str]:
    """A value as the model takes it: as it is, or the nearest one, which is told; a seed is never another one."""
    param, label = model.param(name), tr(LABELS.get(name, name.replace("_", " ").capitalize()))
    if param is None:
        return {}, _left_out(label, value, model.reason(name))
    try:
        return {name: param.check(value)}, ""
    except InvalidParameter:
        nearest = None if name == "seed" else _nearest(value, param)
    if nearest is None:
        return {}, _left_out(label, value, tr("{model} takes {limits}.", model=model.name, limits=param.limits))
    return {name: nearest}, tr(
        "{label} {value} became {nearest}: {model} takes {limits}.",
        label=label,
        value=_short(value),
        nearest=figures(f"{nearest:g}"),
        model=model.name,
        limits=param.limits,
    )


def _nearest(value: Value, param: Param) -> int | float | None:
    """The number that is nearest to `value`; None where there is none."""
    if isinstance(value, bool | str) or param.kind not in ("integer", "number"):
        return None
    low = -math.inf if param.minimum is None else param.minimum
    high = math.inf if param.maximum is None else param.maximum
    within = min(max(value, low), high)
    return round(within) if param.kind == "integer" else within


def _takes_size(found: Found, model: Model) -> bool:
    """Whether an exact size can be taken over: for an edit only one that was meant for an edit."""
    return model.param("size") is not None and (model.mode == "generate" or found.origin is not None)


def _shaped(name: str, value: Value, model: Model) -> tuple[Mapping[str, Value], str]:
    """An exact size as the nearest shape that the model offers."""
    width, _, height = str(value).partition("x")
    if model.mode == "edit":
        return {}, _left_out(tr(LABELS["size"]), value, tr("an edit keeps the shape of its picture."))
    param = model.param("aspect_ratio")
    ratios = {choice: ratio for choice in param.choices if (ratio := _ratio(choice))} if param else {}
    if not ratios or not (width.isdecimal() and height.isdecimal() and int(width) * int(height)):
        return {}, _left_out(tr(LABELS["size"]), value, model.reason(name))
    wanted = int(width) / int(height)
    nearest = min(ratios, key=lambda choice: abs(math.log(ratios[choice] / wanted)))
    return {"aspect_ratio": nearest}, tr(
        "Size {value} became the aspect ratio {nearest}: {reason}",
        value=_short(value),
        nearest=nearest,
        reason=model.reason(name),
    )


def _left_out(label: str, value: Value, reason: str) -> str:
    return tr("{label} {value} is left out: {reason}", label=label, value=_short(value), reason=reason)


def _ratio(choice: str) -> float:
    """What `16:9` stands for; 0 for words."""
    width, _, height = choice.partition(":")
    return int(width) / int(height) if width.isdecimal() and height.isdecimal() and int(height) else 0.0


def _short(value: Value) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= 60 else f"{words[:59]}…"
