"""A part of a picture as a picture of its own: what a reference is sent as when it is cropped."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from flux_desktop.core.errors import InputError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.core.region import Crop

if TYPE_CHECKING:
    from flux_desktop.services.pictures import Pictures

__all__ = ["LEAST_SIDE", "cropped"]

LEAST_SIDE = 16
"""Pixels of a part at least: models take nothing smaller."""


def cropped(pictures: Pictures, node: HistoryNode, crop: Crop) -> HistoryNode:
    """An original with the part `crop` of `node`, as what a model is sent: sRGB, without loss. For a thread.

    It is kept like any other picture, so that a recall brings it back. InputError for a part with too few pixels.
    """
    from flux_desktop.imaging.png_writer import written

    image = pictures.image(node)
    left, top, width, height = crop
    box = max(0, left), max(0, top), min(image.width, left + width), min(image.height, top + height)
    if min(box[2] - box[0], box[3] - box[1]) < LEAST_SIDE:
        raise InputError(tr("This part is too small."), tr("Choose at least {n} pixels on each side.", n=LEAST_SIDE))
    return pictures.open_bytes(written(image.crop(box)), _name(node))[0]


def _name(node: HistoryNode) -> str:
    stem = PurePath(node.name).stem if node.name else ""
    return tr("{name} (cropped)", name=stem) + ".png" if stem else tr("cropped picture") + ".png"
