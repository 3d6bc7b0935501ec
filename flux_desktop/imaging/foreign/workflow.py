"""A workflow of ComfyUI as it is drawn, turned into the form in which it is run, as far as its nodes are known.

The drawing has the values of a node in the order of its controls and without their names: these have to be known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["as_prompt"]

_EMPTY = ("width", "height", "batch_size")
_CONTROLS: Mapping[str, tuple[str, ...]] = {
    "KSampler": ("seed", "", "steps", "cfg", "sampler_name", "scheduler", "denoise"),
    "KSamplerAdvanced": ("", "noise_seed", "", "steps", "cfg", "sampler_name", "scheduler"),
    "SamplerCustom": ("", "noise_seed", "", "cfg"),
    "RandomNoise": ("noise_seed",),
    "CFGGuider": ("cfg",),
    "BasicScheduler": ("scheduler", "steps", "denoise"),
    "Flux2Scheduler": ("steps", "width", "height"),
    "KSamplerSelect": ("sampler_name",),
    "CLIPTextEncode": ("text",),
    "CLIPTextEncodeFlux": ("clip_l", "t5xxl", "guidance"),
    "FluxGuidance": ("guidance",),
    "EmptyLatentImage": _EMPTY,
    "EmptySD3LatentImage": _EMPTY,
    "EmptyFlux2LatentImage": _EMPTY,
    "UNETLoader": ("unet_name",),
    "CheckpointLoaderSimple": ("ckpt_name",),
    "LoraLoader": ("lora_name",),
    "LoraLoaderModelOnly": ("lora_name",),
    "PrimitiveInt": ("value",),
    "PrimitiveString": ("value",),
    "PrimitiveStringMultiline": ("value",),
}


def as_prompt(workflow: Mapping[str, Any]) -> dict[str, Any]:
    """The graph as `prompt` has it; {} for what is no workflow."""
    links = dict(_link(link) for link in _objects(workflow.get("links")))
    return {
        str(node.get("id")): {"class_type": node.get("type"), "inputs": {**_controls(node), **_inputs(node, links)}}
        for node in _objects(workflow.get("nodes"))
        if isinstance(node, dict)
    }


def _controls(node: Mapping[str, Any]) -> dict[str, object]:
    values, names = node.get("widgets_values"), _CONTROLS.get(str(node.get("type")), ())
    if isinstance(values, dict):
        return {str(name): value for name, value in values.items()}
    if not isinstance(values, list):
        return {}
    return {name: value for name, value in zip(names, values, strict=False) if name}


def _inputs(node: Mapping[str, Any], links: Mapping[str, list[str | int]]) -> dict[str, object]:
    slots = (slot for slot in _objects(node.get("inputs")) if isinstance(slot, dict) and slot.get("link") is not None)
    return {str(slot.get("name")): links.get(str(slot["link"])) for slot in slots}


def _link(link: object) -> tuple[str, list[str | int]]:
    """The number of a link and the node that it comes from: a row of numbers, in newer files an object."""
    if isinstance(link, dict):
        return str(link.get("id")), [str(link.get("origin_id")), 0]
    return (str(link[0]), [str(link[1]), 0]) if isinstance(link, list) and len(link) > 1 else ("", ["", 0])


def _objects(parts: object) -> list[Any]:
    return parts[:20_000] if isinstance(parts, list) else []
