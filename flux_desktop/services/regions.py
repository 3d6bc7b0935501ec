"""An edit of a part of a picture: what is sent of it, and how what comes back is put into the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import Internal
from flux_desktop.core.language import tr
from flux_desktop.core.region import Crop, Finish, Patch
from flux_desktop.services.fresh import FIRST_VIEW
from flux_desktop.services.region_mask import stored
from flux_desktop.services.thumbnails import keep_thumbnail

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.job import JobRecord
    from flux_desktop.imaging.effects.arrays import Bytes
    from flux_desktop.imaging.master import Master
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.imaging.region.stitching import Fit
    from flux_desktop.services.fresh import Fresh
    from flux_desktop.services.inputs import Inputs
    from flux_desktop.store.assets import AssetStore

__all__ = ["Placed", "PutBack", "RegionEdit"]

NO_LIMIT = float("inf")
"""For pictures that were let in when they were opened."""


class PutBack(NamedTuple):
    """A whole picture as a file in the asset store, and how a result was put into it if it is one of a part."""

    asset: str
    media_type: str
    size: tuple[int, int]
    patch: Patch | None


class Placed(NamedTuple):
    """A whole picture with a result in it, how sure its place is, 0 to 1, and whether that is sure enough.

    A result that covers all of the picture has nothing around it, and no edge that could be seen: it is sure.
    """

    master: Master
    score: float
    is_sure: bool


@dataclass(frozen=True)
class RegionEdit:
    """The part `crop` of the picture `source`, which may change where `mask` is white; both are assets.

    Everything is read when it is needed first, and slow: for a thread.
    """

    source: str
    mask: str
    crop: Crop
    patch: Patch
    assets: AssetStore = field(repr=False)

    @classmethod
    def of(cls, record: JobRecord | Inputs, assets: AssetStore) -> RegionEdit | None:
        """That of a job; None where it works on a whole picture."""
        if record.patch is None or record.source is None or record.mask is None or record.crop is None:
            return None
        return cls(record.source, record.mask, record.crop, record.patch, assets)

    @classmethod
    def of_node(cls, node: HistoryNode, before: HistoryNode, assets: AssetStore) -> RegionEdit:
        """That which led from `before` to `node`, which has a patch."""
        assert node.patch is not None, "made of a part"
        assert node.mask is not None, "made of a part"
        assert node.crop is not None, "made of a part"
        return cls(before.asset, node.mask, node.crop, node.patch, assets)

    def request_images(self) -> tuple[EncodedImage, EncodedImage]:
        """What a provider gets as source and as mask."""
        from PIL import Image as Images

        return _encoded(self.part), _encoded(Images.fromarray(self.part_mask).convert("RGB"))

    def placed(self, raw: bytes) -> Placed:
        """What the provider made, a file, in its place in the picture. Nothing is written by this."""
        made = _decoded(raw)
        fit = self.fit(made)
        return Placed(
            self.stitched(made, fit, self.patch.finish), round(fit.score, 4), fit.is_sure or self.whole_mask.is_whole
        )

    def keep(self, raw: bytes, placed: Placed, fresh: Fresh) -> PutBack:
        """Put a result and the picture that it is placed in into the asset store, and hand it over to `fresh`."""
        from flux_desktop.imaging.master import written

        patch = self.patch._replace(raw=self.assets.keep(raw), score=placed.score)
        data, media_type = written(placed.master)
        asset = self.assets.keep(data)
        view = placed.master.glimpse(2 * FIRST_VIEW)
        if max(view.size) >= 2 * FIRST_VIEW:
            view = view.reduce(2)  # of every n-th pixel alone, fine lines would be torn
            fresh.keep(asset, view, placed.master)
        keep_thumbnail(self.assets, asset, view)
        return PutBack(asset, media_type, placed.master.size, patch)

    def fit(self, made: Image) -> Fit:
        """Where a result lies on the part that was sent, and how its colours and its grain differ."""
        from flux_desktop.imaging.region.stitching import fit

        return fit(self.part, made, self.part_mask)

    def stitched(self, made: Image, fit: Fit, finish: Finish) -> Master:
        """The whole picture with the result in it."""
        from flux_desktop.imaging.region.stitching import stitch

        return stitch(self.master.with_room_for(made), self.crop, made, self.whole_mask, finish, fit)

    def raw(self) -> Image:
        """What the provider made for a node that is there already; FileProblem if it is lost."""
        return _decoded(self.assets.load(self.patch.raw))

    @cached_property
    def master(self) -> Master:
        """The picture that is edited, in the frame that it is to have."""
        from flux_desktop.imaging.master import open_master

        master = open_master(self.assets.load(self.source), max_megapixels=NO_LIMIT)
        return master.extended(self.patch.extent) if self.patch.extent is not None else master

    @cached_property
    def whole_mask(self) -> Mask:
        mask = stored(self.mask, self.assets)
        if mask.size != self.master.size:
            raise Internal(tr("The mask does not fit the picture."), tr("Select the part once more."))
        return mask

    @cached_property
    def part(self) -> Image:
        """What is sent."""
        from flux_desktop.imaging.region.cut import cut

        return cut(self.master, self.crop, self.patch.sent)

    @cached_property
    def part_mask(self) -> Bytes:
        """Where of that the edit may act: height × width, 0…255."""
        from flux_desktop.imaging.region.cut import cut_mask

        return cut_mask(self.whole_mask, self.crop, self.patch.sent)


def _decoded(data: bytes) -> Image:
    from flux_desktop.imaging.opening import decode

    return decode(data, max_megapixels=NO_LIMIT)


def _encoded(image: Image) -> EncodedImage:
    from flux_desktop.imaging.png_writer import written

    return EncodedImage(written(image), "image/png", *image.size)
