"""The tables of eachlabs' model pages, field by field: the seed document, and the reference of its skills for others.

Where a table names no range, that of fal stands here, whose fields and defaults the tables repeat.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.simulators.schema import Schema, one_of, string_list, whole

__all__ = ["DOCUMENTS"]

SIZES = ("square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9")
PROMPT = {"prompt": whole("string")}
NEGATIVE = {"negative_prompt": whole("string")}
SPEED = {"acceleration": one_of("regular", "none", "regular", "high")}
OPEN = {
    "num_images": whole("integer", 1, 1, 4),
    "enable_safety_checker": whole("boolean", True),
    "output_format": one_of("png", "jpeg", "png", "webp"),
    "seed": whole("integer"),
}
CLOSED = {
    "safety_tolerance": one_of("2", "1", "2", "3", "4", "5"),
    "enable_safety_checker": whole("boolean", True),
    "output_format": one_of("jpeg", "jpeg", "png"),
    "seed": whole("integer"),
}


def _steps(default: int, least: int, most: int) -> dict[str, Any]:
    return {"num_inference_steps": whole("integer", default, least, most)}


def _guidance(default: float, least: float, most: float) -> dict[str, Any]:
    return {"guidance_scale": whole("number", default, least, most)}


def _expansion(default: bool) -> dict[str, Any]:
    return {"enable_prompt_expansion": whole("boolean", default)}


KLEIN = {**_steps(4, 4, 8), **OPEN}
BASE_9B = {**NEGATIVE, **_guidance(5, 0, 20), **_steps(28, 4, 50), **SPEED, **OPEN}
DEV = {**_guidance(2.5, 0, 20), **_steps(28, 4, 50), **SPEED, **_expansion(False), **OPEN}
QUICK = {**_guidance(2.5, 0, 20), **_expansion(False), **OPEN}
FLEX = {**_guidance(3.5, 1.5, 10), **_steps(28, 2, 50), **_expansion(True), **CLOSED}


def _edit(fields: Mapping[str, Any], default: str, *more: str, pictures: int = 4) -> Schema:
    own = {"image_urls": string_list(pictures, 1), "image_size": one_of(default, *more, *SIZES)}
    return {"type": "object", "required": ["prompt", "image_urls"], "properties": {**PROMPT, **own, **fields}}


def _generate(fields: Mapping[str, Any]) -> Schema:
    own = {"image_size": one_of("landscape_4_3", *SIZES)}
    return {"type": "object", "required": ["prompt"], "properties": {**PROMPT, **own, **fields}}


DOCUMENTS: Mapping[str, Schema] = {
    "flux-2-klein-4b-base-edit": _edit(KLEIN, "landscape_4_3"),
    "flux-2-klein-4b-edit": _edit({**KLEIN, **SPEED}, "landscape_16_9"),
    "flux-2-klein-4b-text-to-image": _generate({**KLEIN, **NEGATIVE, **_guidance(5, 0, 20), **SPEED}),
    "flux-2-klein-4b-base-text-to-image": _generate(KLEIN),
    "flux-2-klein-9b-base-edit": _edit(BASE_9B, "landscape_4_3"),
    "flux-2-klein-9b-base-text-to-image": _generate(BASE_9B),
    "flux-2-edit": _edit(DEV, "square_hd", pictures=3),
    "flux-2": _generate(DEV),
    "flux-2-pro-edit": _edit(CLOSED, "auto", "auto", pictures=8),
    "flux-2-pro": _generate(CLOSED),
    "flux-2-flex-edit": _edit(FLEX, "auto", "auto", pictures=8),
    "flux-2-flex": _generate(FLEX),
    "flux-2-max-edit": _edit(CLOSED, "square_hd", pictures=8),
    "flux-2-max-text-to-image": _generate({**CLOSED, **_expansion(True)}),
    "flux-2-turbo-edit": _edit(QUICK, "square_hd"),
    "flux-2-turbo-text-to-image": _generate(QUICK),
    "flux-2-flash-edit": _edit(QUICK, "square_hd"),
    "flux-2-flash-text-to-image": _generate(QUICK),
}
"""The input of each model, by its slug, as the host publishes it."""
