"""A mask that is worked with: in memory while it is looked at, in the asset store for whoever needs it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.store.assets import AssetStore

__all__ = ["KeptMask", "stored"]


class KeptMask:
    """One mask, which never changes: `mask` where it is in memory, `asset` where it is stored ("" before)."""

    def __init__(self, mask: Mask | None = None, asset: str = "") -> None:
        self.mask = mask
        self.asset = asset

    @property
    def bytes(self) -> int:
        """What it takes of the memory."""
        return self.mask.plane.nbytes if self.mask is not None else 0

    def is_there(self, assets: AssetStore) -> bool:
        """Whether it can still be had: what nothing needs is removed from the store one day."""
        return self.mask is not None or assets.has(self.asset)

    def load(self, assets: AssetStore) -> Mask:
        """The mask, from the store if it has to be. Slow: for a thread. FileProblem if it is lost."""
        mask = self.mask
        if mask is None:
            mask = self.mask = stored(self.asset, assets)
        return mask

    def keep(self, assets: AssetStore) -> str:
        """Store it where it is not yet, and give the asset. Slow: for a thread. FileProblem if there is no room."""
        mask = self.mask
        if mask is not None and not (self.asset and assets.has(self.asset)):
            self.asset = assets.keep(mask.png())
        return self.asset

    def forget(self) -> None:
        """Give the memory free, where the store has it."""
        if self.asset:
            self.mask = None


def stored(asset: str, assets: AssetStore) -> Mask:
    """The mask that `assets` has under that name. Slow: for a thread. FileProblem if it is lost or damaged."""
    from flux_desktop.imaging.opening import strips_of_file
    from flux_desktop.imaging.region.mask import Mask

    strips = strips_of_file(assets.load(asset))
    return Mask.from_strips(strips.images, strips.size)
