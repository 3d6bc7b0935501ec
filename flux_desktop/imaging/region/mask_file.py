"""Masks from files that somebody else may have made."""

from __future__ import annotations

from PIL import Image

from flux_desktop.core.errors import InputError
from flux_desktop.core.language import tr
from flux_desktop.core.region import Size
from flux_desktop.imaging import opening
from flux_desktop.imaging.region.mask import Mask

__all__ = ["load_mask"]

_NEARLY = 0.01
"""How far the proportions may be off: smaller sizes round them."""


def load_mask(
    data: bytes, size: Size, *, name: str = "", max_megapixels: float = opening.DEFAULT_MAX_MEGAPIXELS
) -> Mask:
    """The mask of a picture of `size` that a picture file holds: white may be edited, black and transparent not.

    One of another size is resized. NotAPicture or TooLarge as of any file, InputError if it has another shape.
    """
    image = opening.decode(data, name=name, max_megapixels=max_megapixels)
    if image.size == size:
        return Mask.from_image(image)
    (width, height), (across, down) = image.size, size
    if abs(width * down / (height * across) - 1) > _NEARLY:
        raise InputError(
            tr(
                "The mask is {width} × {height} pixels: another shape than the picture's {across} × {down}.",
                width=width,
                height=height,
                across=across,
                down=down,
            ),
            tr("Save the mask as large as the picture, and load it again."),
        )
    mask = Mask.from_image(image).image().resize(size, Image.Resampling.BILINEAR)
    return Mask.from_image(mask)
