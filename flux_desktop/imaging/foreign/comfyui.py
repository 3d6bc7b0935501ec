"""The graphs of ComfyUI: `prompt`, which was run, or else `workflow`, which is what was drawn.

A graph is no recipe: any node may do anything. What is read are the values of the sampler that the picture came from,
and the words of the first text encoder behind its positive input. The rest is named as not mapped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from flux_desktop.imaging.foreign.graph import SEEDS, WORDS, Graph, Node
from flux_desktop.imaging.foreign.values import mapped, number, said, size, text, whole
from flux_desktop.imaging.foreign.workflow import as_prompt
from flux_desktop.imaging.found import Found

__all__ = ["TOOL", "read"]

TOOL = "ComfyUI"
_MOST_NODES = 5000
_MOST_ENCODERS = 20
_CONDITIONS = ("positive", "conditioning", "guider")
_ENDS = ("SaveImage", "SaveAnimated", "PreviewImage")


def read(prompt: Mapping[str, Any], workflow: Mapping[str, Any]) -> Found | None:
    """What such graphs tell; None where neither has a sampler."""
    for data in (prompt, as_prompt(workflow)):
        graph = Graph(data if len(data) <= _MOST_NODES else {})
        sampler = _sampler(graph)
        if sampler is not None:
            return _found(graph, sampler)
    return None


def _found(graph: Graph, sampler: Node) -> Found:
    guider = next(iter(graph.givers(sampler, "guider")), sampler)
    around = [sampler, guider, *graph.givers(sampler, "noise", "sigmas", "sampler", "latent_image")]
    conditions = list(islice(graph.behind(guider, *_CONDITIONS), _MOST_ENCODERS))
    guidance = _first(graph, conditions, number, "guidance")
    latent = next((node for node in graph.behind(sampler, "latent_image") if "width" in node.inputs), sampler)
    words = text(guider.inputs.get("prompt")) or _words(graph, guider, *_CONDITIONS)
    negative = _words(graph, guider, "negative")
    params = mapped(
        steps=_first(graph, around, whole, "steps"),
        guidance=_first(graph, around, number, "guidance", "cfg") if guidance is None else guidance,
        size=size(graph.value(latent, whole, "width"), graph.value(latent, whole, "height")),
        strength=_strength(_first(graph, around, number, "denoise")),
        negative_prompt="" if negative == words else negative,  # one that was emptied leads to the same encoder
    )
    return Found(TOOL, words, _first(graph, around, whole, *SEEDS), params, _unmapped(graph, around, words))


def _sampler(graph: Graph) -> Node | None:
    """The one that a saved picture came from; without one the first that there is."""
    nodes = graph.nodes.values()
    ends = [node for node in nodes if node.kind.startswith(_ENDS)]
    return next(filter(_is_sampler, graph.all_behind(ends)), None) or next(filter(_is_sampler, nodes), None)


def _is_sampler(node: Node) -> bool:
    seeded = node.inputs.keys() & {*SEEDS, "noise"}
    return bool(seeded and node.inputs.keys() & {"positive", "guider", "prompt"})


def _first(graph: Graph, nodes: Sequence[Node], take: Callable[[object], Any], *names: str) -> Any:
    found = (graph.value(node, take, *names) for node in nodes)
    return next((value for value in found if value is not None), None)


def _words(graph: Graph, node: Node, *names: str) -> str:
    """The words of the nearest text encoder behind these inputs."""
    encoders = (giver for giver in graph.behind(node, *names) if "Encode" in giver.kind or "Prompt" in giver.kind)
    found = (graph.value(encoder, text, *WORDS) for encoder in islice(encoders, _MOST_ENCODERS))
    return next((words for words in found if words), "")


def _strength(denoise: float | None) -> float | None:
    """1 is the rule and says nothing."""
    return denoise if denoise is not None and 0 <= denoise < 1 else None


def _unmapped(graph: Graph, around: Sequence[Node], words: str) -> tuple[str, ...]:
    nodes = graph.nodes.values()
    models = (node.first(text, "unet_name", "ckpt_name", "model_name") for node in nodes)
    samplers = sum(map(_is_sampler, nodes))
    return said(
        {
            "Prompt": "" if words else "its words cannot be read from the graph",
            "Model": next(filter(None, models), ""),
            "LoRAs": ", ".join(sorted({name for node in nodes if (name := node.first(text, "lora_name"))})),
            "Sampler": _first(graph, around, text, "sampler_name"),
            "Scheduler": _first(graph, around, text, "scheduler"),
            "Further samplers": str(samplers - 1) if samplers > 1 else "",
            "Graph": f"{len(nodes)} nodes, of which only the above was read",
        }
    )
