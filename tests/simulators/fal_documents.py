"""The input of fal's FLUX.2 endpoints, as their pages list it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.simulators.schema import Schema, one_of, string_list, whole

__all__ = ["DOCUMENTS", "PRESETS", "PRICES"]

PRESETS = {
    "square_hd": (1024, 1024),
    "square": (512, 512),
    "portrait_4_3": (768, 1024),
    "portrait_16_9": (576, 1024),
    "landscape_4_3": (1024, 768),
    "landscape_16_9": (1024, 576),
}


def _size(default: str | None, *more: str, least: int = 1, most: int = 14142) -> dict[str, Any]:
    sides = {name: whole("integer", least=least, most=most) for name in ("width", "height")}
    exact = {"type": "object", "required": ["width", "height"], "properties": sides}
    return {
        "anyOf": [exact, {"type": "string", "enum": [*more, *PRESETS]}],
        **({"default": default} if default else {}),
    }


def _document(edit: int, **fields: Mapping[str, Any]) -> Schema:
    """`edit` is how many pictures go in at most, 0 for a generation."""
    pictures = {"image_urls": string_list(edit, 1)} if edit else {}
    common = {"prompt": whole("string"), "seed": whole("integer"), "sync_mode": whole("boolean", False)}
    required = ["prompt", *pictures]
    return {"type": "object", "required": required, "properties": {**common, **pictures, **fields}}


OPEN = {
    "num_images": whole("integer", 1, 1, 4),
    "enable_safety_checker": whole("boolean", True),
    "output_format": one_of("png", "jpeg", "png", "webp"),
}
GUIDED = {
    **OPEN,
    "num_inference_steps": whole("integer", 28, 4, 50),
    "acceleration": one_of("regular", "none", "regular", "high"),
}
BASE = {**GUIDED, "negative_prompt": whole("string", ""), "guidance_scale": whole("number", 5, 0, 20)}
DISTILLED = {**OPEN, "num_inference_steps": whole("integer", 4, 4, 8)}
DEV = {
    **GUIDED,
    "guidance_scale": whole("number", 2.5, 0, 20),
    "enable_prompt_expansion": whole("boolean", False),
}
CLOSED = {
    "safety_tolerance": one_of("2", "1", "2", "3", "4", "5"),
    "enable_safety_checker": whole("boolean", True),
    "output_format": one_of("jpeg", "jpeg", "png"),
}
FLEX = {
    **CLOSED,
    "num_inference_steps": whole("integer", 28, 2, 50),
    "guidance_scale": whole("number", 3.5, 1.5, 10),
    "enable_prompt_expansion": whole("boolean", True),
}

DOCUMENTS: Mapping[str, Schema] = {
    **{
        f"fal-ai/flux-2/klein/{size}{variant}{'/edit' if edit else ''}": _document(
            4 if edit else 0, image_size=_size(None if edit else "landscape_4_3"), **fields
        )
        for size in ("4b", "9b")
        for variant, fields in (("", DISTILLED), ("/base", BASE))
        for edit in (True, False)
    },
    "fal-ai/flux-2/edit": _document(4, image_size=_size(None, least=512, most=2048), **DEV),
    "fal-ai/flux-2": _document(0, image_size=_size("landscape_4_3", least=512, most=2048), **DEV),
    **{
        f"fal-ai/flux-2-{word}{'/edit' if edit else ''}": _document(
            8 if edit else 0, image_size=_size("auto", "auto") if edit else _size("landscape_4_3"), **fields
        )
        for word, fields in (("pro", CLOSED), ("flex", FLEX), ("max", CLOSED))
        for edit in (True, False)
    },
}

PRICES = {"fal-ai/flux-2/klein/4b": 0.004, "fal-ai/flux-2/klein/4b/edit": 0.02, "fal-ai/flux-2/klein/9b/edit": 0.011}
"""What the platform API tells today, in USD a megapixel."""
