"""Pictures whose truth is known: shaded things on a ground, with soft edges and grain, and a photograph."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats
from flux_desktop.imaging.effects.oklab import to_oklab
from flux_desktop.resources import resource

__all__ = ["cover", "difference", "photo", "rgb", "scene", "shade", "thing_on"]

SIDE = 240


def rgb(colour: str) -> NDArray[np.float32]:
    return np.frombuffer(bytes.fromhex(colour[1:]), np.uint8).astype(np.float32)


def difference(first: Bytes, second: Bytes | str) -> Floats:
    """ΔE in OKLab, in hundredths (about what CIELAB's ΔE says), pixel by pixel."""
    other = np.rint(rgb(second)).astype(np.uint8) if isinstance(second, str) else second
    pairs = zip(to_oklab(first), to_oklab(other), strict=True)
    return 100 * np.sqrt(sum((one - two) ** 2 for one, two in pairs))


def cover(side: int = SIDE, radius: float = 0.3, soft: float = 1.0) -> Floats:
    """A disc in the middle, 0…1, with an edge `soft` pixels wide."""
    at = np.arange(side, dtype=np.float32) + 0.5 - side / 2
    away = np.hypot(at[None, :], at[:, None])
    result: Floats = np.clip((radius * side - away) / soft + 0.5, 0, 1)
    return result


def shade(side: int = SIDE, low: float = 0.55, high: float = 1.0) -> Floats:
    """Light that falls from the left: factors on the lightness of a surface."""
    return np.repeat(np.linspace(high, low, side, dtype=np.float32)[None, :], side, axis=0)


def thing_on(ground: str, colour: str, soft: float = 1.0, light: Floats | None = None, side: int = SIDE) -> Bytes:
    """A disc of `colour`, shaded by `light` (factors in linear light), on a flat ground."""
    surface: Floats = np.broadcast_to(rgb(colour), (side, side, 3))
    if light is not None:
        surface = 255 * ((surface / 255) ** 2.2 * (light**3)[..., None]) ** (1 / 2.2)
    share = cover(side, soft=soft)[..., None]
    return np.rint(rgb(ground) * (1 - share) + surface * share).astype(np.uint8)


@cache
def scene() -> Bytes:
    """A red jacket, a face, a meadow and a sky, shaded, soft-edged and grained: 300 × 200."""
    rng = np.random.Generator(np.random.PCG64(1))
    y, x = np.mgrid[0:200, 0:300].astype(np.float32)
    out = np.broadcast_to(rgb("#9cc4ea"), (200, 300, 3)) * (0.85 + 0.15 * y / 200)[..., None]
    parts = (
        ("#5d8a3c", np.clip((y - 130) / 3, 0, 1)),
        ("#b3261e", np.clip(70 - np.hypot((x - 150) * 1.1, (y - 160) * 0.9), 0, 1)),
        ("#e0ac90", np.clip(26 - np.hypot(x - 150, (y - 62) * 0.8), 0, 1)),
        ("#f2f2ef", np.clip(8 - np.hypot(x - 130, y - 150), 0, 1)),
    )
    for colour, share in parts:
        light = (0.72 + 0.28 * np.sin(x / 37 + 1) * np.cos(y / 53))[..., None]
        out = out * (1 - share[..., None]) + rgb(colour) * light * share[..., None]
    noisy = np.clip(out + rng.normal(0, 2.0, out.shape), 0, 255)
    result: Bytes = np.rint(noisy).astype(np.uint8)
    return result


@cache
def photo() -> Bytes:
    """The sample photograph, small; the drawn scene where the program has come without it."""
    path = resource("sample.jpg")
    if not path.is_file():
        return scene()
    with Image.open(path) as image:
        image.thumbnail((300, 300))
        return np.asarray(image.convert("RGB"))
