"""Between a job and the asset store: the images that an edit works on, and those that it made."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import TooLarge
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.job import JobRecord
from flux_desktop.core.language import marked, tr
from flux_desktop.imaging.opening import probe
from flux_desktop.services.regions import PutBack, RegionEdit
from flux_desktop.services.tasks import as_flux_error

if TYPE_CHECKING:
    from flux_desktop.services.fresh import Fresh
    from flux_desktop.services.inputs import Inputs
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["nodes_of", "request_of"]

NOT_ALIGNED = marked("The result could not be aligned with what is around it: look at its edge, and move it by hand.")


def request_of(record: JobRecord | Inputs, recipe: Recipe, assets: AssetStore) -> EditRequest:
    """The pixels of a job from the asset store. Reads files: call it in a thread."""

    def load(asset: str) -> EncodedImage:
        return probe(assets.load(asset))

    references = tuple(load(asset) for asset in record.references)
    if region := RegionEdit.of(record, assets):
        source, mask = region.request_images()
        return EditRequest(recipe, source, references, mask)
    return EditRequest(
        recipe,
        source=load(record.source) if record.source else None,
        references=references,
        mask=load(record.mask) if record.mask else None,
    )


def nodes_of(
    record: JobRecord,
    recipe: Recipe,
    result: EditResult,
    library: Library,
    assets: AssetStore,
    fresh: Fresh,
    tell: Callable[[str], object],
) -> list[HistoryNode]:
    """History nodes for a result whose images are put into the asset store. Writes files: call it in a thread.

    What the user should know of it is handed to `tell`, its pixels to `fresh`.
    """
    parent = library.node(record.parent) if record.parent else None
    region = RegionEdit.of(record, assets)
    share = replace(result.cost, amount=result.cost.amount / len(result.images)) if result.cost else None
    nodes = []
    for made in result.images:
        id = new_id()
        kept = _put_back(region, made.image, fresh, tell) if region else _kept(made.image, assets)
        nodes.append(
            HistoryNode(
                id=id,
                root=parent.root if parent else id,
                parent=parent.id if parent else None,
                asset=kept.asset,
                media_type=kept.media_type,
                width=kept.size[0],
                height=kept.size[1],
                created=time.time(),
                recipe=recipe,
                seed=made.seed if made.seed is not None else recipe.seed,
                cost=share,
                job=record.id,
                references=record.references,
                mask=record.mask,
                crop=record.crop,
                patch=kept.patch,
            )
        )
    return nodes


def _put_back(region: RegionEdit, image: EncodedImage, fresh: Fresh, tell: Callable[[str], object]) -> PutBack:
    """The whole picture with a result in it; the result by itself where that can't be done: it is paid.

    FileProblem where there is no room for it now.
    """
    try:
        placed = region.placed(image.data)
    except Exception as error:  # noqa: BLE001  whatever it is, what was paid must reach the user
        return _by_itself(region, image, error, tell)
    try:
        kept = region.keep(image.data, placed, fresh)
    except (TooLarge, MemoryError) as error:
        return _by_itself(region, image, error, tell)
    if not placed.is_sure:
        tell(tr(NOT_ALIGNED))
    return kept


def _by_itself(region: RegionEdit, image: EncodedImage, error: Exception, tell: Callable[[str], object]) -> PutBack:
    reason = as_flux_error(error).title
    tell(tr("The result could not be put into the picture, and is kept by itself. {reason}", reason=reason))
    return _kept(image, region.assets)


def _kept(image: EncodedImage, assets: AssetStore) -> PutBack:
    """A whole picture as the provider made it."""
    return PutBack(assets.keep(image.data), image.media_type, (image.width, image.height), None)
