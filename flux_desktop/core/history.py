"""The tree of all images that grew from one picture."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field

from flux_desktop.core.edit import Recipe
from flux_desktop.core.price import Cost

__all__ = ["HistoryNode", "new_id"]


def new_id() -> str:
    """A fresh identifier: sorts by time, so that newest-first needs no second column to break ties."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(6).hex()}"


@dataclass(frozen=True)
class HistoryNode:
    """One image and how it came to be.

    A node without a recipe is an original that the user opened. `parent` is None for originals and for generations;
    `root` is the node that the tree grew from (a node's own id for a root).
    """

    id: str
    root: str
    parent: str | None
    asset: str
    media_type: str
    width: int
    height: int
    created: float
    recipe: Recipe | None = None
    seed: int | None = None
    cost: Cost | None = None
    job: str | None = None
    name: str = ""
    path: str = ""
    note: str = ""
    references: tuple[str, ...] = field(default=())

    @property
    def is_original(self) -> bool:
        return self.recipe is None

    @property
    def used_recipe(self) -> Recipe | None:
        """The recipe with the seed that was really used: what *use all settings* brings back."""
        if self.recipe is None or self.seed is None:
            return self.recipe
        return self.recipe.with_seed(self.seed)
