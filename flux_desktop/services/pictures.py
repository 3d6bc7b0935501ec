"""Pictures in and out of the library: opening an original, the pixels and the thumbnail of a node."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.language import marked, plural
from flux_desktop.core.settings import Settings
from flux_desktop.services.fresh import FIRST_VIEW, Fresh
from flux_desktop.services.thumbnails import THUMBNAIL, keep_thumbnail

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.exact_values import ExactPart
    from flux_desktop.imaging.master import Master
    from flux_desktop.imaging.opening import Picture
    from flux_desktop.imaging.strips import Strips
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["BACK_AGAIN", "Opened", "Pictures"]

Opened = tuple[HistoryNode, tuple[str, ...]]
"""The node, and sentences that the user should know."""

BACK_AGAIN = marked("It was in the trash, and is back.")
"""The note with an original that was opened again after it had been deleted: in English, to be known again."""


class Pictures:
    """Every method reads or writes files: call them in a thread."""

    def __init__(self, library: Library, assets: AssetStore, settings: Settings, fresh: Fresh | None = None) -> None:
        self.library = library
        self.assets = assets
        self.settings = settings
        self.fresh = fresh or Fresh()

    def open_file(self, path: Path) -> Opened:
        """The original node of a picture file, and what the user should know about it; InputError if it is none."""
        from flux_desktop.imaging.opening import read_file

        return self._open(read_file(path, self._limit), path.name, path)

    def open_bytes(self, data: bytes, name: str) -> Opened:
        """The same for bytes that came by clipboard or drop."""
        return self._open(data, name)

    def image(self, node: HistoryNode) -> Image:
        """The pixels of `node`, upright, sRGB, RGB or RGBA; FileProblem if its asset is lost or damaged."""
        from flux_desktop.imaging.opening import decode

        return decode(self.assets.load(node.asset), max_megapixels=self._limit_for(node))

    def master(self, node: HistoryNode) -> Master:
        """The pixels of `node` with all that its file holds of them: depth, profile, alpha; errors as of `image`."""
        from flux_desktop.imaging.master import open_master

        return open_master(self.assets.load(node.asset), max_megapixels=self._limit_for(node))

    def exact(self, node: HistoryNode, x: int, y: int) -> ExactPart | None:
        """The values around a pixel of `node` where its file has 16 bits a channel; None elsewhere."""
        from flux_desktop.imaging.exact_values import exact_part

        return exact_part(self.assets.path(node.asset), node.media_type, (node.width, node.height), x, y)

    def strips(self, node: HistoryNode) -> Strips:
        """The pixels of `node` in strips, read little by little; errors as of `image`, also while they are read."""
        from flux_desktop.imaging.opening import strips_of_file
        from flux_desktop.imaging.strips import strips_of_pixels

        if (master := self.fresh.pixels(node.asset)) is not None:
            return strips_of_pixels(master.pixels, master.mode, master.icc)
        return strips_of_file(self.assets.load(node.asset))

    def reduced(self, node: HistoryNode, side: int) -> Image:
        """A quick first view of `node`, whose longer side has at least `side` pixels; errors as of `image`."""
        from flux_desktop.imaging.opening import reduced

        return self.fresh.view(node.asset, side) or reduced(self.assets.load(node.asset), side)

    def thumbnail(self, node: HistoryNode) -> bytes:
        """A small image file of `node`, made on first use and kept beside the asset."""
        from flux_desktop.imaging.opening import reduced

        kept = self.assets.thumbnail(node.asset)
        return kept or keep_thumbnail(self.assets, node.asset, reduced(self.assets.load(node.asset), THUMBNAIL))

    def by_asset(self, asset: str) -> HistoryNode | None:
        """A node of the picture `asset`, which an edit used once; None if its file is lost.

        Where the node is gone and only the file was kept, it is one that the library does not know.
        """
        if not self.assets.has(asset):
            return None
        return self.library.node_of_asset(asset) or self._nameless(asset)

    def check(self) -> tuple[str, ...]:
        """The problems of the library, and whether stored pictures are missing, in sentences. Slow: for later."""
        problems = self.library.check()
        lost = len(self.library.needed_assets() - self.assets.names())
        if not lost:
            return problems
        missing = plural(
            lost,
            "{n} stored picture is missing. The history shows which, and everything else can be used. "
            "Restore {folder} from a backup to have them back.",
            "{n} stored pictures are missing. The history shows which, and everything else can be used. "
            "Restore {folder} from a backup to have them back.",
            folder=self.library.path.parent / "assets",
        )
        return (*problems, missing)

    def _nameless(self, asset: str) -> HistoryNode | None:
        from flux_desktop.imaging.opening import probe

        try:
            found = probe(self.assets.load(asset))
        except FluxError:
            return None
        return _new_original(asset, found.media_type, found.width, found.height)

    def _open(self, data: bytes, name: str, path: Path | None = None) -> Opened:
        from flux_desktop.imaging.opening import overview

        picture, size = overview(data, FIRST_VIEW, name=name, path=path, max_megapixels=self._limit)
        return self._original(picture, size)

    def _original(self, picture: Picture, size: tuple[int, int]) -> Opened:
        """The node of an original. The same bytes opened again are the same original, with the history it has.

        Its name and place are those of the file that was opened last: there the next export belongs.
        """
        path, notes = str(picture.path) if picture.path else "", picture.notes
        with self.assets.keeping():
            asset = self.assets.keep(picture.data)
            if picture.image.size != size:
                self.fresh.keep(asset, picture.image)
                if self.assets.thumbnail(asset) is None:  # several ask for it at once: to read all again takes longer
                    keep_thumbnail(self.assets, asset, picture.image)
            node = self.library.root_of_asset(asset)
            if node is not None and node.trashed is not None:
                self.library.restore([node.id])
                node = self.library.node(node.id)  # None where the trash was emptied in this moment
                notes = (*notes, BACK_AGAIN) if node is not None else notes
            if node is None:
                node = _new_original(asset, picture.media_type, *size, name=picture.name, path=path)
                self.library.add_node(node)
        if path and path != node.path:
            node = self.library.rename(node, picture.name, path)
        return node, notes

    def _limit_for(self, node: HistoryNode) -> int:
        """Enough for what was let in before, perhaps under a higher limit."""
        return max(self._limit, node.width * node.height // 10**6 + 1)

    @property
    def _limit(self) -> int:
        return self.settings.integer("max_megapixels")


def _new_original(asset: str, media_type: str, width: int, height: int, name: str = "", path: str = "") -> HistoryNode:
    id = new_id()
    return HistoryNode(
        id=id,
        root=id,
        parent=None,
        asset=asset,
        media_type=media_type,
        width=width,
        height=height,
        created=time.time(),
        name=name,
        path=path,
    )
