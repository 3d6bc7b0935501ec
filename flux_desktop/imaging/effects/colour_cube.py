"""A change of colour as a cube of samples: any formula over OKLab runs at the speed of Pillow's interpolation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from PIL import ImageFilter

from flux_desktop.imaging.effects.arrays import Bytes, Floats, image_of, strip_wise
from flux_desktop.imaging.effects.oklab import encoded_of, inside_srgb, to_oklab

__all__ = ["Lab", "LabMap", "fit_gamut", "map_colours", "sample_cube", "sample_shares", "table_of"]

Lab = tuple[Floats, Floats, Floats]
LabMap = Callable[[Floats, Floats, Floats], Lab]
"""New L, a, b for given L, a, b; planes of equal shape."""

SIDE = 33
"""Samples on an edge of the cube: between them a smooth formula is off by less than one step of 255."""


@cache
def _grid() -> Lab:
    steps = np.rint(np.linspace(0, 255, SIDE)).astype(np.uint8)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    return to_oklab(np.stack([red, green, blue], axis=-1).reshape(-1, 3))


def fit_gamut(lightness: Floats, a: Floats, b: Floats) -> Lab:
    """The same lightness and hue with as much of the chroma as sRGB has; what sRGB has stays as it is."""
    outside = ~inside_srgb(lightness, a, b)
    light, over_a, over_b = lightness[outside], a[outside], b[outside]
    low, high = np.zeros_like(light), np.ones_like(light)
    for _ in range(9):
        half = (low + high) / 2
        good = inside_srgb(light, over_a * half, over_b * half)
        low, high = np.where(good, half, low), np.where(good, high, half)
    fitted_a, fitted_b = np.array(a), np.array(b)
    fitted_a[outside], fitted_b[outside] = over_a * low, over_b * low
    return lightness, fitted_a, fitted_b


def table_of(change: LabMap) -> Floats:
    """`change` as a table for `sample_cube`, kept inside sRGB by less chroma, not by clipping."""
    lightness, a, b = change(*_grid())
    return encoded_of(*fit_gamut(np.clip(lightness, 0, 1).astype(np.float32), a, b))


def map_colours(pixels: Bytes, change: LabMap) -> Bytes:
    """`pixels` (height × width × 3) after `change`."""
    return sample_cube(pixels, table_of(change))


def sample_cube(pixels: Bytes, table: Floats) -> Bytes:
    """`pixels` through a table of SIDE³ × 3 values 0…1, red changing fastest."""
    cube = ImageFilter.Color3DLUT(SIDE, np.ascontiguousarray(table, np.float32).reshape(-1))
    return strip_wise(pixels, lambda rows: np.asarray(image_of(pixels[rows]).filter(cube)))


def sample_shares(pixels: Bytes, shares: LabMap) -> Bytes:
    """Three shares 0…1, functions of the colour alone, for every pixel: height × width × 3 bytes."""
    return sample_cube(pixels, np.stack(shares(*_grid()), axis=-1))
