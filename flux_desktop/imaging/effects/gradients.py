"""Pictures made of nothing: gradients of colours, along a line, from a point, or around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes, Floats, band_rows
from flux_desktop.imaging.effects.colour import gradient_table
from flux_desktop.imaging.effects.fields import cloud_field, spread_out
from flux_desktop.imaging.effects.oklab import lch_of_hex

__all__ = ["DIRECTIONS", "SKIES", "by_lightness", "colour_field", "gradient", "solid"]

DIRECTIONS: dict[str, float] = {
    "down": 90, "up": 270, "right": 0, "left": 180, "diagonal": 45,
    "vertical": 90, "horizontal": 0,
}  # fmt: skip
"""Angles in degrees, clockwise from "to the right"."""

SKIES: dict[str, tuple[str, ...]] = {
    "sunset": ("#1f2a5c", "#6b3f7d", "#c8577a", "#f48a5b", "#ffc875"),
    "sunrise": ("#3b5b92", "#9d8fb8", "#f3b7a8", "#ffd9a0", "#fff1cf"),
    "dusk": ("#0f1436", "#2f2f63", "#65508c", "#b3789a", "#e9b3a5"),
    "dawn": ("#25406b", "#6d86ad", "#c8b9c6", "#f5d5bf", "#fff0db"),
    "ocean": ("#d9f3ee", "#74cdd3", "#1f93b5", "#0b5688", "#062a52"),
    "forest": ("#e9f0d2", "#a3c585", "#4e8c57", "#1f5a41", "#0d2f2b"),
    "fire": ("#2a0705", "#8c1409", "#e2470f", "#ff9a1f", "#ffe58a"),
    "aurora": ("#070b2b", "#0f4a5c", "#1fae87", "#7be3a6", "#5b4bb5"),
    "night": ("#05060f", "#0c1233", "#1c2455", "#3a3f77", "#6b6a9c"),
    "pastel": ("#ffd6e0", "#ffe9c9", "#e2f4d4", "#cfe8f6", "#dcd4f5"),
    "rainbow": ("#e5484d", "#f2a33a", "#f2dc4b", "#4cb873", "#3f83e0", "#8455c9"),
    "candy": ("#ff7eb6", "#ffb3c7", "#ffe0b5", "#b5ead7", "#8fd3f4"),
    "desert": ("#f7e3c4", "#e9b787", "#cf7f55", "#93483d", "#4a2433"),
    "ice": ("#f7fcff", "#d3ecf7", "#9fd0e8", "#5fa3cf", "#2c6aa0"),
}
"""Gradients with a name, from the top (or the middle) on."""


def colour_field(field: Floats, colours: Sequence[str], rng: np.random.Generator) -> Bytes:
    """A plane 0…1 in the colours of a gradient, with the finest dither against visible steps."""
    table = gradient_table(colours, 1024) * np.float32(255)
    out = np.empty((*field.shape, 3), np.uint8)
    for rows in band_rows(*field.shape):
        place = np.clip(field[rows] * np.float32(1023), 0, 1023).astype(np.int32)
        dither = rng.random(out[rows].shape, dtype=np.float32)
        out[rows] = np.clip(table[place] + dither, 0, 255).astype(np.uint8)
    return out


def gradient(
    rng: np.random.Generator, height: int, width: int, colours: Sequence[str], kind: str = "linear", angle: float = 90
) -> Bytes:
    """`kind`: linear (along `angle`), radial, conic, or mesh, where colours flow into each other by chance."""
    x = (np.arange(width, dtype=np.float32)[None, :] + np.float32(0.5)) / width - np.float32(0.5)
    y = (np.arange(height, dtype=np.float32)[:, None] + np.float32(0.5)) / height - np.float32(0.5)
    if kind == "radial":
        return colour_field(np.hypot(x, y) * np.float32(2**0.5), colours, rng)
    if kind == "conic":
        around = (np.arctan2(y * height, x * width) / np.float32(2 * np.pi) + np.float32(0.75)) % 1
        return colour_field(around, (*colours, colours[0]), rng)
    if kind == "mesh":
        bend = cloud_field(rng, height, width, 1.2, 2) * np.float32(1.3) + x * np.float32(0.4) + y * np.float32(0.5)
        return colour_field(spread_out(bend, 0.002), colours, rng)
    cosine, sine = float(np.cos(np.radians(angle))), float(np.sin(np.radians(angle)))
    reach = abs(cosine) + abs(sine)
    return colour_field((x * np.float32(cosine) + y * np.float32(sine)) / np.float32(reach) + 0.5, colours, rng)


def solid(height: int, width: int, colour: str) -> Bytes:
    """One colour."""
    out = np.empty((height, width, 3), np.uint8)
    out[:] = np.frombuffer(bytes.fromhex(colour[1:]), np.uint8)
    return out


def by_lightness(colours: Sequence[str]) -> tuple[str, ...]:
    """From the darkest to the lightest."""
    return tuple(sorted(colours, key=lambda colour: lch_of_hex(colour)[0]))
