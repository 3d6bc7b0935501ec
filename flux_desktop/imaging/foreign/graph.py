"""A graph of ComfyUI, walked against the direction in which it runs. Hostile ones take no longer than others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flux_desktop.imaging.foreign.values import text

__all__ = ["SEEDS", "WORDS", "Graph", "Node"]

SEEDS = ("seed", "noise_seed")
WORDS = ("text", "prompt", "t5xxl", "string", "value", "positive", "clip_l")
_HANDED_ON = ("value", *SEEDS, *WORDS, "int", "float", "number")
_ASIDE = frozenset({"negative", "clip", "vae", "model", "control_net", "image", "pixels", "mask", "samples"})
"""Inputs on whose other side there are no words for the positive one."""

_FURTHEST = 100
"""Nodes that are looked at for one value: no more than a handful hand it on."""


@dataclass(frozen=True)
class Node:
    """A node of some `kind`. Its inputs are plain values, or links: the id of another node and one of its outputs."""

    kind: str
    inputs: Mapping[str, Any]

    def first(self, take: Callable[[object], Any], *names: str) -> Any:
        """The first plain value of these inputs that `take` takes; None if there is none."""
        found = (take(self.inputs.get(name)) for name in names)
        return next((value for value in found if value not in (None, "")), None)


class Graph:
    """`nodes` by their ids."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.nodes = {
            id: Node(text(node.get("class_type")), node["inputs"])
            for id, node in data.items()
            if isinstance(node, dict) and isinstance(node.get("inputs"), dict)
        }

    def givers(self, node: Node, *names: str) -> list[Node]:
        """The nodes at the other end of these inputs."""
        found = (self.nodes.get(_source(node.inputs.get(name))) for name in names)
        return [giver for giver in found if giver]

    def behind(self, node: Node, *names: str) -> Iterator[Node]:
        """The nodes that feed these inputs with words or conditions, the nearest first, each once."""
        return self._follow([node.inputs.get(name) for name in names], _ASIDE)

    def all_behind(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Whatever feeds `nodes`, the nearest first, each once."""
        return self._follow([link for node in nodes for link in node.inputs.values()], frozenset())

    def value(self, node: Node, take: Callable[[object], Any], *names: str) -> Any:
        """The value of one of these inputs, also where other nodes only hand it on; None if there is none."""
        waiting, seen = deque([(node, names)]), set[str]()
        while waiting and len(seen) < _FURTHEST:
            at, wanted = waiting.popleft()
            plain = at.first(take, *wanted)
            if plain is not None:
                return plain
            ids = [_source(at.inputs.get(name)) for name in wanted]
            waiting.extend((self.nodes[id], _HANDED_ON) for id in ids if id in self.nodes and id not in seen)
            seen.update(ids)
        return None

    def _follow(self, links: Iterable[object], but: frozenset[str]) -> Iterator[Node]:
        waiting, seen = deque(links), set[str]()
        while waiting:
            id = _source(waiting.popleft())
            if id in seen or id not in self.nodes:
                continue
            seen.add(id)
            yield self.nodes[id]
            waiting.extend(value for name, value in self.nodes[id].inputs.items() if name not in but)


def _source(link: object) -> str:
    """The node at the other end of a link; "" for a plain value."""
    if isinstance(link, list) and len(link) == 2 and isinstance(link[0], str | int):
        return str(link[0])
    return ""
