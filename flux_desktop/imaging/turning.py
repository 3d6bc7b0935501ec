"""Pictures turned as an EXIF orientation asks: 2 to 4 mirrored or turned on the spot, 5 to 8 with sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from flux_desktop.imaging.colour_values import Pixels

__all__ = ["upright", "upright_pixels"]

_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """`image` turned as `orientation`, 1 to 8, asks for."""
    return image if orientation == 1 else image.transpose(_TURNED[orientation])


def upright_pixels(pixels: Pixels, orientation: int) -> Pixels:
    """The same for an array, height × width × channels, of any depth; one in a row in memory."""
    import numpy as np

    turned = pixels.transpose(1, 0, 2) if orientation >= 5 else pixels
    if orientation in (2, 3, 6, 7):
        turned = turned[:, ::-1]
    if orientation in (3, 4, 7, 8):
        turned = turned[::-1]
    return np.ascontiguousarray(turned)
