"""A recipe that was found in a picture file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from flux_desktop.core.edit import Recipe
from flux_desktop.core.params import Value
from flux_desktop.imaging.origin import Origin

__all__ = ["OWN", "Found"]

OWN = "Flux Desktop"


@dataclass(frozen=True)
class Found:
    """What a picture file tells of how it was made. All of it is a stranger's word: plain text, nothing else.

    `tool` is the program that wrote it. `params` have the names of this program, the seed apart. `unmapped` says what
    else was told that has no counterpart here, each as `Name: value`. `origin` is set for files of this program alone.
    """

    tool: str
    prompt: str = ""
    seed: int | None = None
    params: Mapping[str, Value] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()
    origin: Origin | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))

    @classmethod
    def own(cls, origin: Origin) -> Found:
        """What a file of this program tells."""
        params = {name: value for name, value in origin.recipe.params.items() if name != "seed"}
        seed = origin.recipe.seed if origin.seed is None else origin.seed
        return cls(OWN, origin.recipe.prompt, seed, params, origin=origin)

    @property
    def recipe(self) -> Recipe | None:
        """The recipe with the seed that was used; None for files of other programs: they name other models."""
        return self.origin.recipe.with_params(seed=self.seed) if self.origin else None

    @property
    def node(self) -> str:
        """The id of the picture in the library that it comes from; "" where there is none."""
        return self.origin.node if self.origin else ""

    @property
    def root(self) -> str:
        """The id of the picture that its tree grew from; "" where there is none."""
        return self.origin.root if self.origin else ""
