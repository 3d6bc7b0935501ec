"""Pictures in the colours of a display, by its profile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flux_desktop.imaging import colour

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Converter", "as_it_is", "converter"]

Converter = Callable[["Image"], "Image"]
"""From an image in sRGB (RGB or RGBA) to one of the same mode and size. For any thread."""


def as_it_is(image: Image) -> Image:
    """The conversion for a display of sRGB: none."""
    return image


def converter(icc: bytes) -> Converter:
    """From sRGB to the display with the profile `icc`; `as_it_is` where that is sRGB, or no profile to show RGB by.

    Relative colorimetric with black point compensation; alpha stays as it is.
    """
    if colour.space_named(icc) != "RGB" or colour.is_srgb(icc):
        return as_it_is
    transforms = {mode: colour.transform_from_srgb(icc, mode) for mode in ("RGB", "RGBA")}

    def convert(image: Image) -> Image:
        transform = transforms.get(image.mode)
        return transform.apply(image) if transform else image

    return convert
