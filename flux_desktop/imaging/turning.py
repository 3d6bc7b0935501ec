"""Pictures turned as an EXIF orientation asks: 2 to 4 mirrored or turned on the spot, 5 to 8 with sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from flux_desktop.core.region import Size
    from flux_desktop.imaging.colour_values import Pixels

__all__ = ["lying_place", "upright", "upright_pixels", "upright_place"]

_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MIRRORED, _FLIPPED = (2, 3, 6, 7), (3, 4, 7, 8)
"""Orientations of which left and right, and above and below, are exchanged, once the sides are."""


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """`image` turned as `orientation`, 1 to 8, asks for."""
    return image if orientation == 1 else image.transpose(_TURNED[orientation])


def upright_pixels(pixels: Pixels, orientation: int) -> Pixels:
    """The same for an array, height × width × channels, of any depth; one in a row in memory."""
    import numpy as np

    turned = pixels.transpose(1, 0, 2) if orientation >= 5 else pixels
    if orientation in _MIRRORED:
        turned = turned[:, ::-1]
    if orientation in _FLIPPED:
        turned = turned[::-1]
    return np.ascontiguousarray(turned)


def upright_place(x: int, y: int, size: Size, orientation: int) -> tuple[int, int]:
    """Where a pixel of a file is once the picture is turned; `size` is that of the turned one."""
    return _mirrored(*((y, x) if orientation >= 5 else (x, y)), size, orientation)


def lying_place(x: int, y: int, size: Size, orientation: int) -> tuple[int, int]:
    """The inverse: where a pixel of the turned picture, which is of `size`, lies in its file."""
    x, y = _mirrored(x, y, size, orientation)
    return (y, x) if orientation >= 5 else (x, y)


def _mirrored(x: int, y: int, size: Size, orientation: int) -> tuple[int, int]:
    return (
        size[0] - 1 - x if orientation in _MIRRORED else x,
        size[1] - 1 - y if orientation in _FLIPPED else y,
    )
