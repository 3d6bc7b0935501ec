"""The wand: all that has about the colour of one pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, in_strips
from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["similar"]

_FILLED = 128
_SIXTEENTHS = np.rint(np.arange(17) * 255 / 16).astype(np.uint8)

_Numbers = NDArray[np.int32]


def similar(
    image: Image.Image | Bytes,
    point: tuple[int, int],
    tolerance: float,
    contiguous: bool = True,
    *,
    smooth: bool = True,
) -> Mask:
    """What is no further from the colour at `point` than `tolerance`, 0 to 255 as of `imaging.difference`.

    `image` is RGB or RGBA, 8 bits, or an array of such pixels. `contiguous` leaves out what is not joined to the point
    by the sides of such pixels. `smooth` makes edges that are no staircases. ValueError for a point outside.
    """
    width, height = _size(image)
    if not (0 <= point[0] < width and 0 <= point[1] < height):
        raise ValueError("a point outside the picture")
    plane = _near(image, point, tolerance)
    mask = Mask.of_plane(_joined(plane, point) if contiguous else plane)
    return _smoothed(mask) if smooth else mask


def _size(image: Image.Image | Bytes) -> tuple[int, int]:
    return image.size if isinstance(image, Image.Image) else (image.shape[1], image.shape[0])


def _near(image: Image.Image | Bytes, point: tuple[int, int], tolerance: float) -> Bytes:
    """255 where the colour is near enough, else 0."""
    (width, height), (x, y) = _size(image), point
    colour = _opaque(_rows(image, slice(y, y + 1))[:, x : x + 1])[0, 0]
    plane = np.empty((height, width), np.uint8)

    def strip(rows: slice) -> None:
        plane[rows] = _is_near(_opaque(_rows(image, rows)), colour, tolerance) * np.uint8(255)

    in_strips(height, width, strip)
    return plane


def _rows(image: Image.Image | Bytes, rows: slice) -> Bytes:
    """A strip of pixels: an image as a whole would hold up every other thread while it is copied."""
    if isinstance(image, Image.Image):
        return np.asarray(image.crop((0, rows.start, image.width, rows.stop)))
    return image[rows]


def _opaque(pixels: Bytes) -> Bytes:
    """Colours multiplied by their alpha, which stays as fourth channel: what cannot be seen makes no difference."""
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[..., 3:]
    colours = (pixels[..., :3].astype(np.uint16) * alpha + 127) // 255
    return np.concatenate([colours.astype(np.uint8), alpha], axis=2)


def _is_near(pixels: Bytes, colour: Bytes, tolerance: float) -> NDArray[np.bool_]:
    """The distance of `imaging.difference` in whole numbers: 9 × 512 times its square."""
    red, green, blue = (_gap(pixels, colour, channel) for channel in range(3))
    reds = pixels[..., 0].astype(np.int32)
    reds += int(colour[0])
    total = (1024 + reds) * red * red
    total += 2048 * green * green
    total += (1536 - reds) * blue * blue
    near = total <= int(9 * 512 * tolerance * tolerance)
    if pixels.shape[2] == 4:
        near &= np.abs(_gap(pixels, colour, 3)) <= tolerance
    return near


def _gap(pixels: Bytes, colour: Bytes, channel: int) -> _Numbers:
    gap: _Numbers = pixels[..., channel].astype(np.int32)
    gap -= int(colour[channel])
    return gap


def _joined(plane: Bytes, point: tuple[int, int]) -> Bytes:
    """What of `plane` is joined to the point, 255."""
    import pyvips  # no more than the wand needs it here

    height, width = plane.shape
    image = pyvips.Image.new_from_memory(plane.data, width, height, 1, "uchar")
    flooded = image.draw_flood([_FILLED], *point, equal=True).write_to_memory()
    filled: NDArray[np.bool_] = np.frombuffer(flooded, np.uint8).reshape(height, width) == _FILLED
    return filled * np.uint8(255)


def _smoothed(mask: Mask) -> Mask:
    """A hard mask with edges that are no staircases: each pixel the mean of those around it, the nearer the heavier."""
    if mask.is_empty:
        return mask
    box = mask.box.grown(1).intersected(Box(0, 0, *mask.size))
    ones = np.pad(mask.part(box) & 1, 1, "edge")
    plane = np.empty((box.height, box.width), np.uint8)

    def strip(rows: slice) -> None:
        seen = ones[rows.start : rows.stop + 2]
        down = seen[:-2] + 2 * seen[1:-1] + seen[2:]
        plane[rows] = _SIXTEENTHS[down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]]

    in_strips(box.height, box.width, strip)
    return Mask.of_plane(plane, mask.size, box.left, box.top)
