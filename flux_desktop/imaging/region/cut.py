"""The part of a picture that a provider gets."""

from __future__ import annotations

import numpy as np
from PIL import Image

from flux_desktop.core.region import Crop, Size
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["box_of", "cut", "cut_mask"]

_FINE = 3.0
"""Pillow shrinks by whole factors first where the rest is still so many times as large: no difference is seen."""


def box_of(crop: Crop) -> Box:
    """`crop` by its edges."""
    left, top, width, height = crop
    return Box(left, top, left + width, top + height)


def cut(master: Master, crop: Crop, sent: Size) -> Image.Image:
    """The part `crop` of a picture in sRGB, in the size `sent`; beyond the picture's edges it is mirrored.

    RGB, or RGBA where the picture has alpha.
    """
    wanted, frame = box_of(crop), Box(0, 0, *master.size)
    inside = wanted.intersected(frame)
    part = master.srgb(inside)
    if inside != wanted:
        around = (
            (inside.top - wanted.top, wanted.bottom - inside.bottom),
            (inside.left - wanted.left, wanted.right - inside.right),
        )
        part = Image.fromarray(np.pad(np.asarray(part), (*around, (0, 0)), "symmetric"))
    return part if part.size == sent else part.resize(sent, Image.Resampling.LANCZOS, reducing_gap=_FINE)


def cut_mask(mask: Mask, crop: Crop, sent: Size) -> Bytes:
    """The same part of a mask: height × width, 0…255."""
    part = Image.fromarray(mask.part(box_of(crop)))
    return np.asarray(part if part.size == sent else part.resize(sent, Image.Resampling.BOX))
