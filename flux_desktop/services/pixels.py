"""Between a job and the asset store: the images that an edit works on, and those that it made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.history import Crop, HistoryNode, new_id
from flux_desktop.core.job import JobRecord
from flux_desktop.imaging.opening import probe

if TYPE_CHECKING:
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["Inputs", "nodes_of", "request_of"]


@dataclass(frozen=True)
class Inputs:
    """The assets that an edit works on, and the node that it grows from.

    `sizes` are the width and height in pixels of the source and of each reference: what an estimate needs of them.
    """

    parent: str | None = None
    source: str | None = None
    references: tuple[str, ...] = ()
    mask: str | None = None
    sizes: tuple[tuple[int, int], ...] = ()
    crop: Crop | None = None

    @classmethod
    def of(
        cls,
        source: HistoryNode,
        references: Sequence[HistoryNode] = (),
        mask: str | None = None,
        crop: Crop | None = None,
    ) -> Inputs:
        """Those of an edit of `source`, or of a part of it."""
        sizes = tuple((node.width, node.height) for node in (source, *references))
        return cls(source.id, source.asset, tuple(node.asset for node in references), mask, sizes, crop)

    def request(self, recipe: Recipe) -> EditRequest:
        """A request with the sizes of the pictures but without their bytes: to estimate a price by."""
        blank = [EncodedImage(b"", "image/png", width, height) for width, height in self.sizes]
        return EditRequest(recipe, blank[0] if blank else None, tuple(blank[1:]))


def request_of(record: JobRecord | Inputs, recipe: Recipe, assets: AssetStore) -> EditRequest:
    """The pixels of a job from the asset store. Reads files: call it in a thread."""

    def load(asset: str) -> EncodedImage:
        return probe(assets.load(asset))

    return EditRequest(
        recipe,
        source=load(record.source) if record.source else None,
        references=tuple(load(asset) for asset in record.references),
        mask=load(record.mask) if record.mask else None,
    )


def nodes_of(
    record: JobRecord, recipe: Recipe, result: EditResult, library: Library, assets: AssetStore
) -> list[HistoryNode]:
    """History nodes for a result whose images are put into the asset store. Writes files: call it in a thread."""
    parent = library.node(record.parent) if record.parent else None
    share = replace(result.cost, amount=result.cost.amount / len(result.images)) if result.cost else None
    nodes = []
    for made in result.images:
        id = new_id()
        nodes.append(
            HistoryNode(
                id=id,
                root=parent.root if parent else id,
                parent=parent.id if parent else None,
                asset=assets.keep(made.image.data),
                media_type=made.image.media_type,
                width=made.image.width,
                height=made.image.height,
                created=time.time(),
                recipe=recipe,
                seed=made.seed if made.seed is not None else recipe.seed,
                cost=share,
                job=record.id,
                references=record.references,
                mask=record.mask,
                crop=record.crop,
            )
        )
    return nodes
