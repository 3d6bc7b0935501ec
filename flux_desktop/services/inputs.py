"""What an edit works on, named by assets: what it is submitted with, and what its price follows from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flux_desktop.core.edit import EditRequest, EncodedImage, Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Crop, Patch

__all__ = ["Inputs"]


@dataclass(frozen=True)
class Inputs:
    """The assets that an edit works on, and the node that it grows from.

    `sizes` are the width and height in pixels of what is sent as source and as each reference: what an estimate needs
    of them. With a `patch` only the part `crop` of the source is sent, and what comes back is put into it.
    """

    parent: str | None = None
    source: str | None = None
    references: tuple[str, ...] = ()
    mask: str | None = None
    sizes: tuple[tuple[int, int], ...] = ()
    crop: Crop | None = None
    patch: Patch | None = None

    @classmethod
    def of(
        cls,
        source: HistoryNode,
        references: Sequence[HistoryNode] = (),
        mask: str | None = None,
        crop: Crop | None = None,
        patch: Patch | None = None,
    ) -> Inputs:
        """Those of an edit of `source`, or of a part of it."""
        sent = patch.sent if patch is not None else (source.width, source.height)
        sizes = (sent, *((node.width, node.height) for node in references))
        return cls(source.id, source.asset, tuple(node.asset for node in references), mask, sizes, crop, patch)

    def request(self, recipe: Recipe) -> EditRequest:
        """A request with the sizes of the pictures but without their bytes: to estimate a price by."""
        blank = [EncodedImage(b"", "image/png", width, height) for width, height in self.sizes]
        return EditRequest(recipe, blank[0] if blank else None, tuple(blank[1:]))
