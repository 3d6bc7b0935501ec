"""What a provider does not get of an edit, to be told beside what it gets."""

from __future__ import annotations

from collections.abc import Iterator

from flux_desktop.core.edit import Outgoing, OutgoingField, Recipe
from flux_desktop.core.params import PARAM_NAMES, Model

__all__ = ["kept_back"]


def kept_back(model: Model, recipe: Recipe, outgoing: Outgoing) -> Iterator[OutgoingField]:
    """What of `recipe` the program carries out itself or need not send; then what `model` cannot take, and why."""
    told = {field.name for field in outgoing.fields}
    for param in model.params:
        if outgoing.calls and param.name in recipe.params and param.name not in told:
            yield OutgoingField(param.name, "", recipe.params[param.name], param.how if param.emulated else "not sent")
    for name in dict.fromkeys((*PARAM_NAMES, *model.unsupported)):
        if model.param(name) is None:
            yield OutgoingField(name, "", model.reason(name), "not supported")
