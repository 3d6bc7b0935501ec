"""Pictures in and out of the library: opening an original, the pixels and the thumbnail of a node."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.settings import Settings

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.opening import Picture
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["THUMBNAIL", "Pictures"]

THUMBNAIL = 256
"""Longer side of a thumbnail, in pixels."""


class Pictures:
    """Every method reads or writes files: call them in a thread."""

    def __init__(self, library: Library, assets: AssetStore, settings: Settings) -> None:
        self.library = library
        self.assets = assets
        self.settings = settings

    def open_file(self, path: Path) -> tuple[HistoryNode, tuple[str, ...]]:
        """The original node of a picture file, and what the user should know about it; InputError if it is none."""
        from flux_desktop.imaging.opening import open_file

        picture = open_file(path, max_megapixels=self._limit)
        return self._original(picture), picture.notes

    def open_bytes(self, data: bytes, name: str) -> tuple[HistoryNode, tuple[str, ...]]:
        """The same for bytes that came by clipboard or drop."""
        from flux_desktop.imaging.opening import open_bytes

        picture = open_bytes(data, name=name, max_megapixels=self._limit)
        return self._original(picture), picture.notes

    def image(self, node: HistoryNode) -> Image:
        """The pixels of `node`, upright, sRGB, RGB or RGBA; FileProblem if its asset is lost or damaged."""
        from flux_desktop.imaging.opening import decode

        return decode(
            self.assets.load(node.asset), max_megapixels=max(self._limit, node.width * node.height // 10**6 + 1)
        )

    def reduced(self, node: HistoryNode, side: int) -> Image:
        """A quick first view of `node`, whose longer side has at least `side` pixels; errors as of `image`."""
        from flux_desktop.imaging.opening import reduced

        return reduced(self.assets.load(node.asset), side)

    def thumbnail(self, node: HistoryNode) -> bytes:
        """A small image file of `node`, made on first use and kept beside the asset."""
        from flux_desktop.imaging.encoding import thumbnail
        from flux_desktop.imaging.opening import reduced

        kept = self.assets.thumbnail(node.asset)
        if kept is None:
            kept = thumbnail(reduced(self.assets.load(node.asset), THUMBNAIL), THUMBNAIL)
            self.assets.keep_thumbnail(node.asset, kept)
        return kept

    def _original(self, picture: Picture) -> HistoryNode:
        """The node of an original. The same bytes opened again are the same original, with the history it has.

        Its name and place are those of the file that was opened last: there the next export belongs.
        """
        asset, path = self.assets.keep(picture.data), str(picture.path) if picture.path else ""
        known = self.library.root_of_asset(asset)
        if known is not None:
            moved = path and path != known.path
            return self.library.rename(known, picture.name, path) if moved else known
        id = new_id()
        node = HistoryNode(
            id=id,
            root=id,
            parent=None,
            asset=asset,
            media_type=picture.media_type,
            width=picture.image.width,
            height=picture.image.height,
            created=time.time(),
            name=picture.name,
            path=path,
        )
        self.library.add_node(node)
        return node

    @property
    def _limit(self) -> int:
        return self.settings.integer("max_megapixels")
