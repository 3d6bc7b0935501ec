"""The FLUX.2 models of Replicate with every parameter, default and range of their pages (replicate.com/…/api).

One model of Replicate both edits and generates: it is two entries here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from flux_desktop.core.language import marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, switch, text
from flux_desktop.core.price import Rate
from flux_desktop.providers.schemas import corrected

__all__ = ["CUSTOM", "MATCH", "MODELS", "SIZE_LIMITS", "SIZE_MULTIPLE", "fitted", "picture_field"]

MATCH = "match_input_image"
CUSTOM = "custom"
"""Replicate's word for an exact size; the program sends it where there is one."""

KLEIN_RATIOS = ("1:1", "16:9", "9:16", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "21:9", "9:21", MATCH)
DEV_RATIOS = (MATCH, CUSTOM, "1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3")
PICTURE_FIELDS = ("images", "input_images")
FILLED = ("prompt", *PICTURE_FIELDS, "width", "height")
"""Fields that the program fills itself."""

SIZE_LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"black-forest-labs/flux-2-dev": (256, 1440), "black-forest-labs/flux-2-pro": (256, 2048)}
)
SIZE_MULTIPLE = 32
"""What Replicate rounds the sides of an exact size to."""

SIZE_HELP = marked("Exact width and height in pixels, e.g. 1024x768; it wins. Replicate rounds to multiples of 32.")
TOLERANCE_HELP = marked("How much the provider's filter lets through: 1 is strictest, 5 most permissive.")
NO_PRICE = marked("see the model's page at Replicate")
LACKS = {
    "steps": marked("Replicate sets the steps of FLUX.2 itself."),
    "guidance": marked("Replicate sets the guidance of this model itself."),
    "strength": marked("Replicate has no strength for FLUX.2."),
}
KLEIN_LACKS = {**LACKS, "size": marked("Replicate takes a shape and megapixels for FLUX.2 [klein], not exact pixels.")}
DEV_LACKS = {**LACKS, "megapixels": marked("Replicate takes a shape or an exact size for FLUX.2 [dev].")}
PRO_LACKS = {
    **LACKS,
    "fast": marked("This model has no fast mode."),
    "safety": marked("This model has a safety tolerance of 1 to 5 in place of the switch."),
}


def picture_field(model: Model, schema: Mapping[str, Any]) -> str:
    """The field that takes the pictures, by the schema that the host publishes, else as the pages have it."""
    fields = schema.get("properties", {})
    known = "images" if "klein" in model.wire_id else "input_images"
    return next((name for name in (known, *PICTURE_FIELDS) if name in fields), known)


def fitted(model: Model, schema: Mapping[str, Any]) -> Model:
    """`model` as the schema that the host publishes has it now."""
    return _for_mode(corrected(model, schema, ignore=FILLED, keep=("size",)))


def _for_mode(model: Model) -> Model:
    """An edit keeps the shape of its source unless told otherwise; a generation has none to match."""
    return replace(model, params=tuple(_shape_for(model.mode, param) for param in model.params))


def _shape_for(mode: Mode, param: Param) -> Param:
    if param.name not in ("aspect_ratio", "megapixels"):
        return param
    out = {CUSTOM} if mode == "edit" else {CUSTOM, MATCH}
    choices = tuple(word for word in param.choices if word not in out)
    default = MATCH if MATCH in choices and param.name == "aspect_ratio" else param.default
    return replace(param, choices=choices, default=default if default in choices else choices[0])


def _hosts_format(value: Value) -> Value:
    return "jpg" if value == "jpeg" else value


def _opposite(value: Value) -> Value:
    return not value


def _resolution(value: Value) -> Value:
    return value if value == MATCH else f"{value} MP"


def _file(default: str, quality: int) -> tuple[Param, Param]:
    return (
        choice("format", default, ("webp", "jpeg", "png"), field="output_format", encode=_hosts_format),
        integer("quality", quality, 0, 100, field="output_quality"),
    )


def _fast(default: bool) -> Param:
    return switch("fast", default, field="go_fast")


SAFETY = switch("safety", True, field="disable_safety_checker", encode=_opposite)
SIZE = text("size", None, field="width, height", help=SIZE_HELP)
KLEIN_PARAMS = (
    choice("aspect_ratio", "1:1", KLEIN_RATIOS),
    choice("megapixels", "1", ("0.25", "0.5", "1", "2", "4"), field="output_megapixels"),
    _fast(False),
    *_file("jpeg", 95),
    SAFETY,
)
DEV_PARAMS = (choice("aspect_ratio", "1:1", DEV_RATIOS), SIZE, _fast(True), *_file("webp", 80), SAFETY)
PRO_PARAMS = (
    choice("aspect_ratio", "1:1", DEV_RATIOS),
    choice("megapixels", "1", (MATCH, "0.5", "1", "2", "4"), field="resolution", encode=_resolution),
    SIZE,
    integer("safety_tolerance", 2, 1, 5, label="Safety tolerance", help=TOLERANCE_HELP),
    *_file("webp", 80),
)


def _both(
    id: str,
    name: str,
    params: tuple[Param, ...],
    lacks: Mapping[str, str],
    references: int,
    rate: Rate | None = None,
    price: str = NO_PRICE,
) -> tuple[Model, Model]:
    """The model as an editor and as a generator."""
    every = (*params, seed(), integer("count", 1, 1, 4, emulated=True))
    edit = Model(
        f"{id}-edit", name, "replicate", "edit", every, references,
        price=price, rate=rate, wire_id=f"black-forest-labs/{id}", unsupported=MappingProxyType(dict(lacks)),
    )  # fmt: skip
    return _for_mode(edit), _for_mode(replace(edit, id=id, mode="generate", references=0))


KLEIN_RATE = Rate(0.001, 0.001, 0.001, whole=True)
KLEIN_PRICE = marked("about $0.001 for each megapixel that goes in or comes out")
BASE_PARAMS = (number("guidance", 4.0, 1.0, 10.0), *KLEIN_PARAMS)
BASE_LACKS = {name: why for name, why in KLEIN_LACKS.items() if name != "guidance"}

MODELS = (
    *_both("flux-2-klein-4b", "FLUX.2 [klein] 4B", KLEIN_PARAMS, KLEIN_LACKS, 4, KLEIN_RATE, KLEIN_PRICE),
    *_both("flux-2-klein-9b-base", "FLUX.2 [klein] 9B base", BASE_PARAMS, BASE_LACKS, 4),
    *_both("flux-2-dev", "FLUX.2 [dev]", DEV_PARAMS, DEV_LACKS, 3),
    *_both("flux-2-pro", "FLUX.2 [pro]", PRO_PARAMS, PRO_LACKS, 7),
)
