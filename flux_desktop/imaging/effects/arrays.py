"""What all effects share: the types of pixels, strips, blurs and blends, in float32 or uint8 throughout."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

__all__ = [
    "Bytes",
    "Floats",
    "at_most",
    "band_rows",
    "blur_bytes",
    "box",
    "guided",
    "image_of",
    "in_strips",
    "luma",
    "middle_of",
    "mix",
    "resize_plane",
    "scale_of",
    "scaled_by",
    "shrunk",
    "smoothstep",
    "strip_wise",
    "through_table",
    "to_bytes",
]

Bytes = NDArray[np.uint8]
"""Pixels as they are in a file: height × width × 3 (or 4 with alpha), sRGB, 0…255; or one plane, height × width."""
Floats = NDArray[np.floating[Any]]
"""A plane, or pixels, in working precision."""

STRIP_PIXELS = 1 << 18
"""Pixels that are worked on at a time where the work is in floats: they stay in the cache, and 24 MP need no 1 GB."""

MOST_WORKERS = 4
"""Strips at a time: beyond that the memory is what is waited for."""


def band_rows(height: int, width: int) -> Iterator[slice]:
    """The picture's rows in strips of about `STRIP_PIXELS`."""
    rows = max(1, STRIP_PIXELS // max(1, width))
    for top in range(0, height, rows):
        yield slice(top, min(height, top + rows))


def in_strips(height: int, width: int, work: Callable[[slice], None]) -> None:
    """Run `work` on every strip of `band_rows`, side by side where there are processors: NumPy and Pillow let go of
    Python's lock while they compute. `work` writes to rows of its own strip alone, so their order does not matter.
    """
    strips = list(band_rows(height, width))
    workers = min(len(strips), os.cpu_count() or 1, MOST_WORKERS)
    if workers <= 1:
        for rows in strips:
            work(rows)
        return
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(work, strips):  # asking for the results raises what was raised there
            pass


def strip_wise(pixels: Bytes, work: Callable[[slice], Bytes]) -> Bytes:
    """An array like `pixels` whose rows are what `work` gives for each strip of `in_strips`."""
    out = np.empty_like(pixels)

    def strip(rows: slice) -> None:
        out[rows] = work(rows)

    in_strips(pixels.shape[0], pixels.shape[1], strip)
    return out


def image_of(pixels: Bytes) -> Image.Image:
    """`pixels` as a Pillow image, sharing nothing."""
    return Image.fromarray(np.ascontiguousarray(pixels))


def scale_of(pixels: NDArray[np.generic]) -> float:
    """The size that "small" and "large" are relative to: 1.0 for a picture of about 1000 × 1000."""
    return float(np.sqrt(pixels.shape[0] * pixels.shape[1])) / 1000.0


def to_bytes(values: NDArray[Any]) -> Bytes:
    """Rounded to 0…255."""
    result: Bytes = np.clip(values + np.float32(0.5), 0, 255).astype(np.uint8)
    return result


def luma(pixels: Bytes) -> Bytes:
    """Perceived lightness of encoded sRGB, 0…255 (Rec. 601, as Pillow's L)."""
    return np.asarray(image_of(pixels[..., :3]).convert("L"))


def smoothstep(low: float, high: float, values: Floats) -> Floats:
    """0 below `low`, 1 above `high`, smooth between."""
    span = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    result: Floats = (span * span * (3 - 2 * span)).astype(np.float32)
    return result


def middle_of(values: Floats, sharpness: float = 1.0) -> Floats:
    """0 at 0 and at 1, 1 half way: how much of a middle tone a lightness is."""
    # sin(π) is slightly negative in single precision, and a root of it is no number.
    hump: Floats = np.maximum(np.sin(np.clip(values, 0, 1) * np.float32(np.pi)), 0) ** np.float32(sharpness)
    return hump


def through_table(pixels: Bytes, table: NDArray[np.floating]) -> Bytes:
    """Every channel through `table`, 256 values 0…1."""
    return to_bytes((table * 255).astype(np.float32))[pixels]


def mix(under: Bytes, over: Bytes, share: Floats | float) -> Bytes:
    """`share` of `over`, the rest of `under`; where the share is 0, bytes of `under` come through unchanged."""

    def mixed(rows: slice) -> Bytes:
        part = share[rows] if isinstance(share, np.ndarray) else np.float32(share)
        if isinstance(part, np.ndarray) and under.ndim == 3 and part.ndim == 2:
            part = part[..., None]
        low = under[rows].astype(np.float32)
        return to_bytes(low + (over[rows] - low) * part)

    return strip_wise(under, mixed)


def scaled_by(pixels: Bytes, gain: Floats) -> Bytes:
    """`pixels` (height × width × 3) times `gain` (height × width)."""
    return strip_wise(pixels, lambda rows: to_bytes(pixels[rows] * gain[rows][..., None].astype(np.float32)))


def shrunk(image: Image.Image, pixels: int) -> Image.Image:
    """A copy of at most about that many pixels, each the mean of what it stands for."""
    scale = min(1.0, float(np.sqrt(pixels / (image.width * image.height))))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    # A whole factor first: many times quicker than all of it in one step, and the means are the same.
    return image.resize(size, Image.Resampling.BOX, reducing_gap=1.0)


def at_most(pixels: Bytes, megapixels: float, effect: Callable[[Bytes], Bytes]) -> Bytes:
    """`effect` worked on a copy of at most that size and brought back up: for broad strokes, which hide it."""
    height, width = pixels.shape[:2]
    shrink = float(np.sqrt(megapixels * 1e6 / (height * width)))
    if shrink >= 1:
        return effect(pixels)
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    small = effect(np.asarray(image_of(pixels).resize(size, Image.Resampling.BOX)))
    return np.asarray(image_of(small).resize((width, height), Image.Resampling.BICUBIC))


def blur_bytes(pixels: Bytes, radius: float) -> Bytes:
    """Gaussian blur with a standard deviation of `radius` pixels; large ones are made on a smaller picture."""
    factor = int(radius // 6)
    image = image_of(pixels)
    if factor < 2 or min(image.size) < 8 * factor:
        return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)))
    small = image.reduce(factor).filter(ImageFilter.GaussianBlur(radius / factor))
    return np.asarray(small.resize(image.size, Image.Resampling.BICUBIC))


def resize_plane(plane: Floats, width: int, height: int) -> Floats:
    """A float plane in another size: averaged when smaller, linear when larger."""
    smaller = width * height < plane.shape[0] * plane.shape[1]
    how = Image.Resampling.BOX if smaller else Image.Resampling.BILINEAR
    image = Image.fromarray(np.ascontiguousarray(plane, dtype=np.float32))
    return np.asarray(image.resize((width, height), how))


def box(plane: Floats, radius: int) -> Floats:
    """The mean over (2 radius + 1)² pixels, edges repeated. For small radii: the work grows with the radius."""
    for axis in (0, 1):
        plane = _box_along(np.moveaxis(plane, axis, 0), radius)
        plane = np.moveaxis(plane, 0, axis)
    return np.ascontiguousarray(plane)


def _box_along(plane: Floats, radius: int) -> Floats:
    """The mean over 2 radius + 1 rows."""
    length, size = plane.shape[0], 2 * radius + 1
    padded = plane[np.clip(np.arange(-radius, length + radius), 0, length - 1)].astype(np.float32, copy=False)
    total: Floats = padded[:length].copy()
    for shift in range(1, size):
        total += padded[shift : shift + length]
    total *= np.float32(1 / size)
    return total


def guided(plane: Bytes, radius: float, softness: float) -> Floats:
    """An edge-keeping blur of one plane (the fast guided filter of He and Sun, 2015), 0…255.

    `softness` is the contrast, 0…255, below which detail is smoothed away.
    """
    height, width = plane.shape
    factor = max(1, int(radius // 2.5))
    small = resize_plane(plane.astype(np.float32), max(1, width // factor), max(1, height // factor))
    reach = max(1, round(radius / factor))
    mean = box(small, reach)
    variance = np.maximum(box(small * small, reach) - mean * mean, 0)
    slope = variance / (variance + np.float32(softness * softness))
    offset = mean * (1 - slope)
    full_slope = resize_plane(box(slope, reach), width, height)
    return full_slope * plane + resize_plane(box(offset, reach), width, height)
