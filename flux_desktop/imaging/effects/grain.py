"""What film adds: grain, noise, vignettes, light leaks, colour fringes."""

from __future__ import annotations

import numpy as np
from PIL import ImageFilter

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    band_rows,
    image_of,
    in_strips,
    luma,
    resize_plane,
    scale_of,
    scaled_by,
    smoothstep,
    strip_wise,
    to_bytes,
)

__all__ = ["chromatic_fringes", "film_grain", "light_leak", "noise", "vignette"]


def film_grain(pixels: Bytes, amount: float, rng: np.random.Generator) -> Bytes:
    """Grain as silver makes it: clumps wider than a pixel, strongest in the middle tones, almost none in pure white.

    Fine and coarse clumps are mixed. The three layers share most of their grain, so that colour flickers only slightly.
    """
    height, width = pixels.shape[:2]
    size = max(0.55, 0.62 * scale_of(pixels))
    fine, coarse = _clumps(rng, height, width, size), _clumps(rng, height, width, 2.1 * size)
    own = _clumps(rng, height, width, 1.2 * size)
    strength = _grain_table(amount)[luma(pixels)]
    out = np.empty_like(pixels)

    def grained(rows: slice) -> None:
        shared = np.float32(0.78) * fine[rows] + np.float32(0.54) * coarse[rows]
        for channel, share in enumerate((0.3, -0.12, -0.3)):
            speck = shared + np.float32(share) * own[rows]
            out[rows, :, channel] = to_bytes(pixels[rows, :, channel] + speck * strength[rows])

    in_strips(height, width, grained)
    return out


def _grain_table(amount: float) -> Floats:
    """Standard deviation by lightness 0…255: the paper is smooth where it is white and dense where it is black."""
    tone = np.arange(256, dtype=np.float32) / 255
    return (9.5 * amount * (0.22 + 0.78 * np.sin(np.pi * tone**0.8)) * (1 - 0.55 * tone**4)).astype(np.float32)


def _clumps(rng: np.random.Generator, height: int, width: int, sigma: float) -> Floats:
    """Noise with neighbours alike within about `sigma` pixels, mean 0, deviation 1."""
    fine = rng.standard_normal((height, width), dtype=np.float32)
    coded = image_of(np.clip(fine * 40 + 128, 0, 255).astype(np.uint8))
    soft = np.asarray(coded.filter(ImageFilter.GaussianBlur(sigma))).astype(np.float32) - 128
    return soft / np.float32(max(float(soft.std()), 1e-3))


def noise(pixels: Bytes, amount: float, rng: np.random.Generator) -> Bytes:
    """Digital noise: every pixel and channel for itself."""
    out = np.empty_like(pixels)
    for rows in band_rows(*pixels.shape[:2]):
        speck = rng.standard_normal(pixels[rows].shape, dtype=np.float32)
        out[rows] = to_bytes(pixels[rows] + speck * np.float32(18 * amount))
    return out


def vignette(pixels: Bytes, amount: float, colour: str | None = None) -> Bytes:
    """Corners fall off smoothly, by the shape of the picture; negative amounts lighten them.

    With a `colour` they go to it, else to black (or white).
    """
    height, width = pixels.shape[:2]
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    fall = smoothstep(0.25, 1.9, rows + columns) * np.float32(min(abs(amount) * 0.62, 1.0))
    if colour is None and amount > 0:
        return scaled_by(pixels, 1 - fall)
    aim = np.frombuffer(bytes.fromhex((colour or "#ffffff")[1:]), np.uint8).astype(np.float32)
    return strip_wise(pixels, lambda band: to_bytes(pixels[band] + (aim - pixels[band]) * fall[band][..., None]))


def light_leak(pixels: Bytes, amount: float, rng: np.random.Generator) -> Bytes:
    """Warm light that fell into the camera from one side; the seed decides where and how wide."""
    height, width = pixels.shape[:2]
    fog = resize_plane(rng.random((5, 7), dtype=np.float32), 48, 32)
    side = np.linspace(0, 1, 48, dtype=np.float32)[None, :]
    side = side if rng.random() < 0.5 else side[:, ::-1]
    glow = resize_plane(smoothstep(0.35, 1.25, side * 0.85 + fog * 0.6 - 0.1), width, height)
    tint = np.array([1.0, 0.42 + 0.25 * rng.random(), 0.12], np.float32)

    def leaked(rows: slice) -> Bytes:
        light = np.clip(glow[rows][..., None] * tint * np.float32(0.9 * amount), 0, 1)
        return to_bytes(255 - (255 - pixels[rows]) * (1 - light))

    return strip_wise(pixels, leaked)


def chromatic_fringes(pixels: Bytes, amount: float) -> Bytes:
    """Red and blue drawn apart sideways, as a cheap lens or a misprint does."""
    step = max(1, round(4 * amount * scale_of(pixels)))
    out = pixels.copy()
    out[:, step:, 0] = pixels[:, :-step, 0]
    out[:, :-step, 2] = pixels[:, step:, 2]
    return out
