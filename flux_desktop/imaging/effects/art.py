"""Art: posterise, pixelate, halftone, solarise, emboss, ink."""

from __future__ import annotations

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    band_rows,
    blur_bytes,
    image_of,
    luma,
    mix,
    resize_plane,
    scale_of,
    smoothstep,
    through_table,
    to_bytes,
)

__all__ = ["emboss", "halftone", "ink", "ink_lines", "pixelate", "posterise", "solarise"]

_STEPS = np.arange(256) / 255.0


def posterise(pixels: Bytes, levels: int) -> Bytes:
    """`levels` tones, and a few steps of colour; lightness and colour apart, so that no new hues appear."""
    light, blue, red = image_of(blur_bytes(pixels, 0.9 * max(1.0, scale_of(pixels)))).convert("YCbCr").split()
    tones = max(2, levels) - 1
    tone = np.clip(np.rint(np.rint(_STEPS * tones) / tones * 255), 0, 255).astype(np.uint8)
    hues = 2.4 * max(2, levels)
    hue = np.clip(np.rint(128 + np.rint((_STEPS * 255 - 128) / 128 * hues) / hues * 140), 0, 255).astype(np.uint8)
    planes = (tone[np.asarray(light)], hue[np.asarray(blue)], hue[np.asarray(red)])
    return np.asarray(Image.merge("YCbCr", [Image.fromarray(plane) for plane in planes]).convert("RGB"))


def pixelate(pixels: Bytes, amount: float, block: float | None = None) -> Bytes:
    """Squares of one colour, `block` pixels wide."""
    height, width = pixels.shape[:2]
    side = max(2, round(block if block is not None else 16 * amount * scale_of(pixels)))
    across, down = max(1, -(-width // side)), max(1, -(-height // side))
    padded = np.pad(pixels, ((0, down * side - height), (0, across * side - width), (0, 0)), mode="edge")
    small = image_of(padded).resize((across, down), Image.Resampling.BOX)
    return np.asarray(small.resize((across * side, down * side), Image.Resampling.NEAREST))[:height, :width]


def solarise(pixels: Bytes, amount: float) -> Bytes:
    """Tones above the middle turn round, as in an overexposed negative (Man Ray's accident)."""
    curve = np.where(_STEPS < 0.5, _STEPS * 1.7, (1 - _STEPS) * 1.7)
    return mix(pixels, through_table(pixels, np.clip(curve, 0, 1)), min(amount, 1.0))


def emboss(pixels: Bytes, amount: float) -> Bytes:
    """A relief in grey, lit from the upper left."""
    grey = blur_bytes(luma(pixels), max(0.7, 1.2 * scale_of(pixels))).astype(np.float32)
    step = max(1, round(1.6 * scale_of(pixels)))
    padded = np.pad(grey, step, mode="edge")
    slope = padded[2 * step :, 2 * step :] - padded[: -2 * step, : -2 * step]
    relief = to_bytes(128 + slope * np.float32(1.6 * amount))
    return np.repeat(relief[..., None], 3, axis=2)


def halftone(pixels: Bytes, amount: float, cell: float | None = None, colour: bool = False) -> Bytes:
    """Printed dots whose size carries the tone; in `colour` four inks, each at its own angle."""
    side = max(4.0, cell if cell is not None else 9 * amount * scale_of(pixels))
    if not colour:
        paper, dots = np.array([250, 248, 242], np.float32), _dots(luma(pixels), side, 45.0)
        shade = paper * (1 - dots[..., None]) + np.array([24, 22, 26], np.float32) * dots[..., None]
        return to_bytes(shade)
    ink = 255 - pixels.astype(np.int16)
    black = (ink.min(axis=2).astype(np.int32) ** 2 // 255).astype(np.int16)
    out = np.full(pixels.shape, 250, np.float32)
    for channel, angle in ((0, 15.0), (1, 75.0), (2, 0.0)):
        out[..., channel] *= 1 - _dots((255 - ink[..., channel] + black * 6 // 10).clip(0, 255), side, angle) * 0.96
    out *= 1 - _dots((255 - black * 6 // 10), side, 45.0)[..., None] * 0.9
    return to_bytes(out)


def _dots(tone: Bytes, side: float, angle: float) -> Floats:
    """Coverage 0…1 of dots on a grid turned by `angle` degrees; `tone` 0 is full ink."""
    height, width = tone.shape
    calm = blur_bytes(tone.astype(np.uint8), side * 0.3)
    out = np.empty((height, width), np.float32)
    cosine, sine = np.float32(np.cos(np.radians(angle)) / side), np.float32(np.sin(np.radians(angle)) / side)
    column = np.arange(width, dtype=np.float32)[None, :]
    for rows in band_rows(height, width):
        row = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None]
        u, v = column * cosine + row * sine, row * cosine - column * sine
        wave = np.cos(np.float32(2 * np.pi) * u) + np.cos(np.float32(2 * np.pi) * v)
        # The wave's own distribution is undone, so that the share of ink is the tone.
        level = _ink_level()[calm[rows]]
        out[rows] = np.clip((wave - level) * np.float32(side / 7.5) + 0.5, 0, 1)
    return out


def _ink_level() -> Floats:
    """For tone 0…255 the height of the wave above which ink covers just 1 − tone of the paper."""
    turn = np.cos(np.linspace(0, 2 * np.pi, 96, endpoint=False))
    heights = np.sort((turn[:, None] + turn[None, :]).ravel())
    places = np.clip((np.arange(256) / 255) * (heights.size - 1), 0, heights.size - 1)
    level = heights[places.astype(np.intp)]
    return np.concatenate([[-2.6], level[1:-1], [2.6]]).astype(np.float32)


def ink_lines(grey: Bytes, size: float, threshold: float = 2.2) -> Floats:
    """Outlines 0…1 by the difference of two blurs: lines that swell and taper like a brush's."""
    near = blur_bytes(grey, max(0.7, 0.8 * size)).astype(np.float32)
    far = blur_bytes(grey, max(1.2, 1.7 * size)).astype(np.float32)
    return smoothstep(threshold, threshold + 5.0, far - near)


def ink(pixels: Bytes, amount: float) -> Bytes:
    """Black ink on paper: deep shadows solid, edges as lines."""
    grey = luma(pixels)
    size = scale_of(pixels)
    calm = blur_bytes(grey, max(0.8, 1.4 * size)).astype(np.float32)
    height, width = grey.shape
    wide = resize_plane(resize_plane(calm, max(8, width // 48), max(8, height // 48)), width, height)
    solid = smoothstep(6.0, 18.0, np.maximum(wide, 70) * np.float32(0.9) - calm + (amount - 1) * 12)
    cover = np.maximum(solid, ink_lines(grey, 1.2 * size))[..., None]
    paper, black = np.array([251, 249, 243], np.float32), np.array([22, 20, 24], np.float32)
    return to_bytes(paper + (black - paper) * cover)
