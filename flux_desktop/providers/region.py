"""How an edit of a part asks for a result in the very shape that is sent, by whatever parameters a model has for it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from flux_desktop.core.edit import Recipe
from flux_desktop.core.params import Model, Param, Value
from flux_desktop.core.region import Shapes, Size

__all__ = ["recipe_for", "shapes_of", "sized"]

SHAPE_PARAMS = ("size", "aspect_ratio", "megapixels", "resolution")
MATCHING = ("match", "match_input_image")
"""The words for what the picture itself has."""


def shapes_of(model: Model, *, matches: bool = True) -> Shapes:
    """What `model` can be sent so that it comes back in the same shape: any, unless it only has shapes to choose from.

    Without `matches` its word for the picture's own shape does not count, as it does not hold.
    """
    ratio = model.param("aspect_ratio")
    if model.param("size") or ratio is None or ratio.kind != "choice" or (matches and _match(ratio)):
        return Shapes()
    return Shapes(tuple(_ratios(ratio)))


def sized(shapes: Shapes, least: int, most: int, multiple: int = Shapes().multiple) -> Shapes:
    """`shapes` with sides that the host makes too: `least` to `most` pixels in whole multiples."""
    most = min(shapes.most, most)
    return shapes._replace(least=min(max(shapes.least, least), most), most=most, multiple=multiple)


def recipe_for(model: Model, recipe: Recipe, sent: Size, *, matches: bool = True) -> Recipe:
    """`recipe` with parameters that ask for the shape of a picture of `sent` pixels, in place of its own.

    An exact size where the model takes one; else the picture's own shape, or else its ratio by name, with the nearest
    amount of pixels. `matches` is as for `shapes_of`.
    """
    params: dict[str, Value | None] = dict.fromkeys(SHAPE_PARAMS)
    if model.param("size"):
        params["size"] = f"{sent[0]}x{sent[1]}"
        return recipe.with_params(**params)
    if ratio := model.param("aspect_ratio"):
        named, match = _named(ratio, sent), _match(ratio)
        params["aspect_ratio"] = (match or named) if matches else (named or match)
    if megapixels := model.param("megapixels"):
        params["megapixels"] = _match(megapixels) or _nearest(megapixels, sent)
    return recipe.with_params(**params)


def _match(param: Param) -> str | None:
    return next((str(word) for word in param.choices if word in MATCHING), None)


def _ratios(param: Param) -> Iterable[tuple[int, int]]:
    """The ratios among the choices; others, as a smaller variant of one, are left out."""
    for word in param.choices:
        if found := re.fullmatch(r"([1-9]\d{0,3}):([1-9]\d{0,3})", str(word)):
            yield int(found[1]), int(found[2])


def _named(param: Param, sent: Size) -> str | None:
    """What the ratio of `sent` is called, the nearest one if it has no name; None where none is known."""
    if param.kind != "choice":
        return f"{sent[0] // math.gcd(*sent)}:{sent[1] // math.gcd(*sent)}"
    wanted = math.log(sent[0] / sent[1])
    nearest = min(_ratios(param), key=lambda ratio: abs(math.log(ratio[0] / ratio[1]) - wanted), default=None)
    return f"{nearest[0]}:{nearest[1]}" if nearest else None


def _nearest(param: Param, sent: Size) -> str | None:
    """The choice that is nearest to the amount of pixels of `sent`."""
    megapixels = sent[0] * sent[1] / 1e6
    amounts = [str(word) for word in param.choices if re.fullmatch(r"\d+(\.\d+)?", str(word)) and float(word) > 0]
    return min(amounts, key=lambda amount: abs(math.log(float(amount) / megapixels)), default=None)
