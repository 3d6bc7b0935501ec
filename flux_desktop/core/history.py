"""The tree of all images that grew from one picture."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from flux_desktop.core.change import Change
from flux_desktop.core.edit import Recipe
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Crop, Patch

__all__ = ["BEST", "TREATMENTS", "Crop", "HistoryNode", "Sprout", "Treatment", "TreatmentKind", "new_id"]

TreatmentKind = Literal["aligned", "matched", "both", "finished", "detailed"]
TREATMENTS: tuple[TreatmentKind, ...] = get_args(TreatmentKind)

BEST = 5
"""The highest rating; 0 is none."""


def new_id() -> str:
    """A fresh identifier: sorts by time, so that newest-first needs no second column to break ties."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(6).hex()}"


@dataclass(frozen=True)
class Treatment:
    """What the program itself did to the node `base`, without a provider.

    It laid it over the picture before (aligned), gave it that picture's colours (matched), or both; put the result of
    a part back in another way (finished); gave the picture before its colour and light (detailed).
    """

    kind: TreatmentKind
    base: str


class Sprout(NamedTuple):
    """As much of a node as the shape of a tree needs. `seq` is the order of arrival."""

    seq: int
    id: str
    parent: str | None
    family: str
    is_trashed: bool = False


@dataclass(frozen=True)
class HistoryNode:
    """One image and how it came to be.

    A node without a recipe is an original that the user opened. `parent` is None for originals and for generations;
    `root` is the node that the tree grew from (a node's own id for a root).

    `mask` is where the edit could act, `crop` the part that was sent, both of a picture as large as this one; a node
    with a `patch` is the whole picture with what came back put in, and not one byte outside the mask is another.

    `starred`, `rating` (0 none, else 1 to 5), `note` and `trashed` (when it was deleted, in seconds since 1970) are the
    user's doing; `exported` and `edited` (it was edited further) the program marks by itself. Nodes are compared
    without `edited`, which says something about others, and `change`, which is measured some time later.
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
    mask: str | None = None
    crop: Crop | None = None
    patch: Patch | None = None
    treatment: Treatment | None = None
    change: Change | None = field(default=None, compare=False)
    starred: bool = False
    rating: int = 0
    exported: bool = False
    edited: bool = field(default=False, compare=False)
    trashed: float | None = None

    @property
    def is_original(self) -> bool:
        return self.recipe is None

    @property
    def assets(self) -> tuple[str, ...]:
        """Every stored file that the node needs: its picture, its references, its mask, what the provider made."""
        raw = self.patch.raw if self.patch else ""
        return (self.asset, *self.references, *(asset for asset in (self.mask, raw) if asset))

    @property
    def used_recipe(self) -> Recipe | None:
        """The recipe with the seed that was really used: what *use all settings* brings back."""
        if self.recipe is None or self.seed is None:
            return self.recipe
        return self.recipe.with_seed(self.seed)

    @property
    def family(self) -> str:
        """The same for all nodes that differ by nothing but the seed: siblings of one request. "" for originals.

        How many were ordered at a time is no difference.
        """
        if self.recipe is None:
            return ""
        recipe = self.recipe.with_params(seed=None, count=None).to_json()
        parts: list[object] = [self.parent, recipe, self.references, self.mask, self.crop]
        if self.patch is not None and self.patch.extent is not None:
            parts.append(self.patch.extent)
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]
