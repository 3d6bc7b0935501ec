"""Small image files of pictures, kept beside them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.store.assets import AssetStore

__all__ = ["THUMBNAIL", "keep_thumbnail"]

THUMBNAIL = 256
"""Longer side of a thumbnail, in pixels."""


def keep_thumbnail(assets: AssetStore, asset: str, image: Image) -> bytes:
    """The thumbnail of `asset`, which looks like `image`."""
    from flux_desktop.imaging.encoding import thumbnail

    made = thumbnail(image, THUMBNAIL)
    with suppress(FluxError):  # a disk that is full is no reason not to show it
        assets.keep_thumbnail(asset, made)
    return made
