"""The metadata of InvokeAI: `invokeai_metadata` of today, and what came before it, `sd-metadata` and `Dream`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from flux_desktop.imaging.foreign.values import json_object, mapped, number, said, size, text, whole
from flux_desktop.imaging.found import Found

__all__ = ["TOOL", "read"]

TOOL = "InvokeAI"
_TODAY, _BEFORE, _FIRST = "invokeai_metadata", "sd-metadata", "Dream"
_DREAM = re.compile(r'\s*"((?:\\.|[^\\"])*)"(.*)', re.DOTALL)
_FLAG = re.compile(r"-([sSWHCAf])\s*([\w.]{1,40})")


def read(texts: Mapping[str, str]) -> Found | None:
    """What the texts of a PNG tell; None where there are none of InvokeAI's."""
    readers = {_TODAY: _of_today, _BEFORE: _of_before, _FIRST: _of_the_first}
    return next((found for name, read in readers.items() if name in texts and (found := read(texts[name]))), None)


def _of_today(words: str) -> Found | None:
    data = json_object(words)
    if not data.keys() & {"positive_prompt", "app_version", "generation_mode"}:
        return None
    model = data.get("model")
    named = model.get("name", model.get("model_name")) if isinstance(model, dict) else model
    others = {
        "Model": named,
        "Scheduler": data.get("scheduler"),
        "LoRAs": _names(data.get("loras"), "model", "lora"),
        "Control images": _names(data.get("controlnets"), "control_model"),
    }
    guidance = data.get("guidance", data.get("cfg_scale"))
    return _found(data, data.get("positive_prompt"), guidance, text(data.get("negative_prompt")), others)


def _of_before(words: str) -> Found | None:
    data = json_object(words)
    image = data.get("image")
    if not isinstance(image, dict):
        return None
    prompt = image.get("prompt")
    if isinstance(prompt, list):
        prompt = ", ".join(text(part.get("prompt")) for part in prompt[:50] if isinstance(part, dict))
    others = {"Model": data.get("model_weights"), "Sampler": image.get("sampler")}
    return _found(image, prompt, image.get("cfg_scale"), "", others)


def _of_the_first(words: str) -> Found | None:
    """The line that was typed: `"a lake" -s 50 -S 3523 -W 512 -H 512 -C 7.5 -A k_lms`."""
    line = _DREAM.match(words[:100_000])
    if not line or not line[1]:
        return None
    flags = dict(_FLAG.findall(line[2]))
    names = {"s": "steps", "S": "seed", "W": "width", "H": "height", "f": "strength"}
    data = {name: flags[flag] for flag, name in names.items() if flag in flags}
    return _found(data, line[1].replace('\\"', '"'), flags.get("C"), "", {"Sampler": flags.get("A")})


def _found(
    data: Mapping[str, Any], prompt: object, guidance: object, negative: str, others: Mapping[str, object]
) -> Found:
    params = mapped(
        steps=whole(data.get("steps")),
        guidance=number(guidance),
        size=size(data.get("width"), data.get("height")),
        strength=number(data.get("strength")),
        negative_prompt=negative,
    )
    return Found(TOOL, text(prompt), whole(data.get("seed")), params, said(others))


def _names(parts: object, *keys: str) -> str:
    """The names of the models in a list of additions."""
    models = [next((part[key] for key in keys if key in part), None) for part in _objects(parts)]
    return ", ".join(text(model.get("name", model.get("model_name"))) for model in _objects(models))


def _objects(parts: object) -> list[dict[str, Any]]:
    return [part for part in parts[:50] if isinstance(part, dict)] if isinstance(parts, list) else []
