"""Sharpness: blur, motion, tilt-shift, sharpening, clarity, noise reduction, glow."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    blur_bytes,
    guided,
    image_of,
    luma,
    mix,
    scale_of,
    smoothstep,
    strip_wise,
    to_bytes,
)

__all__ = ["blur", "clarity", "denoise", "glow", "motion_blur", "sharpen", "tilt_shift"]


def blur(pixels: Bytes, amount: float, radius: float | None = None) -> Bytes:
    """Gaussian blur; `radius` (standard deviation in pixels) or, without one, in proportion to the picture."""
    return blur_bytes(pixels, radius if radius is not None else 6.0 * amount * scale_of(pixels))


def motion_blur(pixels: Bytes, amount: float, length: float | None = None) -> Bytes:
    """As if the camera moved sideways by `length` pixels."""
    reach = max(3, round(length if length is not None else 45 * amount * scale_of(pixels)))
    width = pixels.shape[1]

    def moved(rows: slice) -> Bytes:
        padded = np.pad(pixels[rows], ((0, 0), (reach // 2 + 1, reach - reach // 2), (0, 0)), mode="edge")
        total = np.cumsum(padded, axis=1, dtype=np.int64)
        return ((total[:, reach : reach + width] - total[:, :width] + reach // 2) // reach).astype(np.uint8)

    return strip_wise(pixels, moved)


def tilt_shift(pixels: Bytes, amount: float) -> Bytes:
    """Sharp in a level band across the middle, more and more out of focus above and below: streets become models."""
    height = pixels.shape[0]
    away = np.abs(np.linspace(-1, 1, height, dtype=np.float32))
    out, strength = pixels, 7.0 * amount * scale_of(pixels)
    for start, radius in ((0.22, 0.4), (0.45, 1.0)):
        share = np.repeat(smoothstep(start, start + 0.28, away)[:, None], pixels.shape[1], axis=1)
        out = mix(out, blur_bytes(pixels, strength * radius), share)
    return out


def sharpen(pixels: Bytes, amount: float) -> Bytes:
    """Finer edges, by lightness alone so that no coloured rims appear; noise below a threshold is left alone."""
    radius = max(0.8, 1.1 * scale_of(pixels))
    return _detail(pixels, np.asarray(luma(pixels)), _blurred(pixels, radius), 0.9 * amount, floor=2.0)


def _blurred(pixels: Bytes, radius: float) -> Floats:
    return np.asarray(image_of(luma(pixels)).filter(ImageFilter.GaussianBlur(radius))).astype(np.float32)


def clarity(pixels: Bytes, amount: float) -> Bytes:
    """More contrast in structures, not at edges: an edge-keeping base stands still, so no bright rims."""
    grey = luma(pixels)
    return _detail(pixels, grey, guided(grey, 22 * scale_of(pixels), 26), 0.75 * amount, floor=0.0)


def _detail(pixels: Bytes, grey: Bytes, base: Floats, gain: float, floor: float) -> Bytes:
    def finer(rows: slice) -> Bytes:
        detail = grey[rows] - base[rows]
        if floor:
            detail = np.sign(detail) * np.maximum(np.abs(detail) - np.float32(floor), 0)
        middle = 1 - np.abs(grey[rows].astype(np.float32) / 127.5 - 1) ** 3
        change = np.clip(detail * np.float32(gain), -48, 48) * (0.35 + 0.65 * middle)
        return to_bytes(pixels[rows] + change[..., None])

    return strip_wise(pixels, finer)


def denoise(pixels: Bytes, amount: float) -> Bytes:
    """Quieter flat areas with their edges kept; coloured noise goes more than grain does."""
    light, blue, red = image_of(pixels).convert("YCbCr").split()
    radius = max(2.0, 3.0 * scale_of(pixels))
    calm = to_bytes(guided(np.asarray(light), radius, 7.0 * amount))
    colours = [to_bytes(guided(np.asarray(plane), 2 * radius, 9.0 * amount)) for plane in (blue, red)]
    planes = [Image.fromarray(plane) for plane in (calm, *colours)]
    return np.asarray(Image.merge("YCbCr", planes).convert("RGB"))


def glow(pixels: Bytes, amount: float) -> Bytes:
    """Light that spills over from what is bright, as through a soft-focus filter."""
    soft = blur_bytes(pixels, 16 * scale_of(pixels)).astype(np.uint16)
    strength = np.float32(min(0.55 * amount, 1.0))

    def lit(rows: slice) -> Bytes:
        bright = (soft[rows] / np.float32(255)) ** np.float32(1.6)
        under = pixels[rows] / np.float32(255)
        return to_bytes(255 * (under + (1 - (1 - under) * (1 - bright) - under) * strength))

    return strip_wise(pixels, lit)
