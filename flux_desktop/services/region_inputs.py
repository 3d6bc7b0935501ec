"""The inputs of an edit of a part, where no session is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Patch, Shapes
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.region_mask import KeptMask

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.store.assets import AssetStore

__all__ = ["inputs_of_part"]


def inputs_of_part(
    node: HistoryNode, references: Sequence[HistoryNode], mask: Mask, shapes: Shapes, assets: AssetStore
) -> Inputs:
    """Those of an edit of `node` that may change only what `mask` says, by a model that takes `shapes`.

    The mask, which is not empty, is stored: call it in a thread.
    """
    from flux_desktop.imaging.region.context import context

    crop, sent = context(mask.box, (node.width, node.height), shapes)
    return Inputs.of(node, references, KeptMask(mask).keep(assets), crop, Patch(sent))
