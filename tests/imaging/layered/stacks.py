"""Layers for the tests: noise of a seed, so that no two pixels in a wrong place go unseen."""

from __future__ import annotations

from functools import partial

import numpy as np
from PIL import Image

from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.layered.layers import Layer, Stack

__all__ = ["layer", "noise", "stack"]


def noise(mode: str, size: tuple[int, int], seed: int) -> Image.Image:
    """Half of it in runs, half of it pixel by pixel."""
    random = np.random.default_rng(seed)
    bands = len(Image.new(mode, (1, 1)).getbands())
    pixels = random.integers(0, 256, (size[1], size[0], bands), np.uint8)
    pixels[:, : size[0] // 2] //= 100
    return Image.merge(mode, [Image.fromarray(pixels[:, :, band]) for band in range(bands)])


def layer(mode: str, size: tuple[int, int], seed: int, *, at: tuple[int, int] = (0, 0), name: str = "A layer") -> Layer:
    """A layer of `noise`, its left top corner `at` a place of the canvas."""
    return Layer(name, (*at, at[0] + size[0], at[1] + size[1]), partial(noise, mode, size, seed))


def stack(size: tuple[int, int], *layers: Layer) -> Stack:
    return Stack(size, layers, srgb_profile())
