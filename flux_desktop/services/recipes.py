"""What is checked and filled in before a recipe becomes an edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import Recipe, new_seed
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import tr
from flux_desktop.core.params import Model
from flux_desktop.services.inputs import Inputs

if TYPE_CHECKING:
    from flux_desktop.core.region import Patch
    from flux_desktop.providers.base import Provider

__all__ = ["as_sent", "check_inputs", "complete"]


def complete(recipe: Recipe, model: Model) -> Recipe:
    """`recipe` with every value checked, the model's defaults filled in and a seed picked where the model has one."""
    params = {**model.defaults(), **model.check(recipe.params)}
    picked = (param.name for param in model.params if param.picked and param.name not in params)
    params |= {name: new_seed() for name in picked}
    if not recipe.prompt.strip():
        raise InvalidParameter(tr("The prompt is empty."), tr("Write what should change."))
    return replace(recipe, prompt=recipe.prompt.strip(), params=params)


def as_sent(recipe: Recipe, provider: Provider, patch: Patch | None) -> Recipe:
    """`recipe` as it is ordered: for a part of a picture it asks for that part's shape, in place of its own.

    And for a file without loss where the user did not choose another: what a lossy one does shows in a part.
    """
    if patch is None:
        return recipe
    asked, format = provider.for_region(recipe, patch.sent), provider.model(recipe.model).param("format")
    if format is None or "png" not in format.choices or recipe.params.get("format") not in (None, format.default):
        return asked
    return asked.with_params(format="png")


def check_inputs(model: Model, inputs: Inputs) -> None:
    """InvalidParameter where `model` has no picture to edit, or more references than it takes."""
    if model.mode == "edit" and inputs.source is None:
        raise InvalidParameter(
            tr("{model} changes a picture, and none is open.", model=model.name), tr("Open a picture first.")
        )
    if len(inputs.references) > model.references:
        named = {"model": model.name, "given": len(inputs.references)}
        raise InvalidParameter(
            tr("{model} takes {taken} of the {given} reference images.", taken=model.references, **named)
            if model.references
            else tr("{model} takes none of the {given} reference images.", **named)
        )
