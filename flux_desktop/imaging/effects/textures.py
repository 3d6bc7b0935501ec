"""Pictures made of nothing: clouds, marble, wood, paper, canvas, linen, metal, concrete, noise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes, Floats, resize_plane, to_bytes
from flux_desktop.imaging.effects.colour import gradient_table
from flux_desktop.imaging.effects.fields import (
    cell_field,
    cloud_field,
    grid,
    marble_field,
    paper_field,
    spread_out,
    thread_field,
    wood_field,
)
from flux_desktop.imaging.effects.gradients import by_lightness, colour_field

Field = Callable[[np.random.Generator, int, int, float], Floats]

__all__ = ["TEXTURES", "overlay", "texture"]

TEXTURES: dict[str, tuple[str, ...]] = {
    "clouds": ("#3f76b5", "#7fabd8", "#cfe0ee", "#ffffff"),
    "marble": ("#6e6a6c", "#bdb8b6", "#e9e5e1", "#f8f6f3"),
    "wood": ("#4a2a17", "#7a4a28", "#a76d3f", "#c99560"),
    "paper": ("#e4dccb", "#f4eee1", "#fbf8f0"),
    "canvas": ("#a89878", "#d6c9ad", "#efe6d2"),
    "linen": ("#9c927f", "#c9c0ac", "#e6dfce"),
    "brushed metal": ("#6f757b", "#a4aab0", "#d6dade"),
    "concrete": ("#7f7e7b", "#a5a4a0", "#c6c5c0"),
    "leather": ("#2e1a12", "#5a3523", "#7d4d33"),
    "stone": ("#4b4a48", "#7d7a74", "#aba69d"),
    "sand": ("#b08d5b", "#d2b27f", "#ead3a5"),
    "water": ("#0a3c66", "#15699b", "#3fa3c4", "#bfe9ee"),
    "smoke": ("#0b0c0f", "#2f3238", "#777c84", "#c9ccd1"),
    "noise": ("#000000", "#ffffff"),
    "static": ("#000000", "#ffffff"),
}
"""Names and the colours that they have where the words name none, dark to light."""


def texture(
    rng: np.random.Generator, height: int, width: int, name: str, colours: Sequence[str] = (), scale: float = 1.0
) -> Bytes:
    """The texture called `name`; one colour gives its shades, several are used from dark to light."""
    field = _FIELDS[name](rng, height, width, scale)
    return colour_field(field, _shades(name, colours), rng)


def _shades(name: str, colours: Sequence[str]) -> tuple[str, ...]:
    if not colours:
        return TEXTURES[name]
    if len(colours) > 1:
        return by_lightness(colours)
    around = gradient_table(("#000000", colours[0], "#ffffff"), 21)
    return tuple("#" + "".join(f"{round(float(part) * 255):02x}" for part in around[at]) for at in (4, 8, 11, 16))


def overlay(pixels: Bytes, layer: Bytes, strength: float) -> Bytes:
    """`layer` laid over `pixels` as soft light around its own mean: its relief shows, its colour hardly does."""
    relief = layer.astype(np.float32).mean(axis=2) / 255
    relief = np.clip((relief - float(relief.mean())) * np.float32(1.7 * strength), -0.48, 0.48)[..., None]
    under = pixels.astype(np.float32) / 255
    return to_bytes(255 * (under + 2 * relief * under * (1 - under) + relief * np.float32(0.12)))


def _clouds(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    lumps = cloud_field(rng, height, width, 2.6 / scale, 8)
    wisps = cloud_field(rng, height, width, 5.0 / scale, 7)
    sky = np.linspace(0.10, -0.10, height, dtype=np.float32)[:, None]
    result: Floats = np.clip((lumps * 0.75 + wisps * 0.35 - np.float32(0.42) - sky) * 2.1, 0, 1) ** np.float32(0.8)
    return result


def _marble(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    return spread_out(marble_field(rng, height, width), 0.004)


def _wood(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    return wood_field(rng, height, width)


def _paper(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    size = min(height, width) / 1000 * scale
    fibres = cloud_field(rng, height, width, 24, 4)
    return paper_field(rng, height, width, size) * np.float32(0.55) + fibres * np.float32(0.45)


def _woven(threads: float) -> Field:
    def field(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
        weave = thread_field(rng, height, width, threads / scale)
        return weave * np.float32(0.85) + cloud_field(rng, height, width, 8, 5) * np.float32(0.15)

    return field


def _metal(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    streaks = resize_plane(rng.random((height, max(3, width // 90)), dtype=np.float32), width, height)
    fine = resize_plane(rng.random((height, max(3, width // 14)), dtype=np.float32), width, height)
    x, _ = grid(height, width)
    sheen = np.float32(0.5) + np.float32(0.5) * np.cos((x / x[0, -1] - np.float32(0.4)) * np.float32(2 * np.pi))
    return spread_out(streaks * np.float32(0.34) + fine * np.float32(0.16) + sheen * np.float32(0.5), 0.002)


def _concrete(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    stains, fine = cloud_field(rng, height, width, 2.5, 8), rng.random((height, width), dtype=np.float32)
    holes = np.clip(cell_field(rng, height, width, 14 / scale) * np.float32(14) - np.float32(0.5), 0, 1)
    result: Floats = np.clip(
        (stains * np.float32(0.7) + fine * np.float32(0.3)) * (np.float32(0.55) + 0.45 * holes), 0, 1
    )
    return result


def _leather(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    cells = cell_field(rng, height, width, 46 / scale)
    result: Floats = np.clip(1 - cells**1.6 * np.float32(0.8), 0, 1) * (
        0.7 + 0.3 * cloud_field(rng, height, width, 4, 6)
    )
    return result


def _stone(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    return spread_out(cloud_field(rng, height, width, 5 / scale, 9) + 0.35 * cell_field(rng, height, width, 22 / scale))


def _sand(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    x, y = grid(height, width)
    bend = cloud_field(rng, height, width, 2.2, 4) * np.float32(1.5)
    ripples = np.float32(0.5) + np.float32(0.5) * np.sin((y * 15 / scale + bend * 5 + x * 2) * np.float32(2.2))
    result: Floats = np.clip(
        ripples * np.float32(0.7) + rng.random((height, width), dtype=np.float32) * np.float32(0.3), 0, 1
    )
    return result


def _water(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    caustics = cell_field(rng, height, width, 7 / scale) * cell_field(rng, height, width, 10 / scale)
    depth = cloud_field(rng, height, width, 2, 4)
    return np.clip(spread_out(caustics) ** np.float32(1.6) * np.float32(0.85) + depth * np.float32(0.25), 0, 1)


def _smoke(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    first, second = cloud_field(rng, height, width, 2.2 / scale, 7), cloud_field(rng, height, width, 2.2 / scale, 7)
    return np.clip((1 - np.abs(first - second) * np.float32(2.4)) ** 3, 0, 1) * first


def _noise(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    return cloud_field(rng, height, width, 4 / scale, 6)


def _static(rng: np.random.Generator, height: int, width: int, scale: float) -> Floats:
    return rng.random((height, width), dtype=np.float32)


_FIELDS: dict[str, Field] = {
    "clouds": _clouds,
    "marble": _marble,
    "wood": _wood,
    "paper": _paper,
    "canvas": _woven(72),
    "linen": _woven(150),
    "brushed metal": _metal,
    "concrete": _concrete,
    "leather": _leather,
    "stone": _stone,
    "sand": _sand,
    "water": _water,
    "smoke": _smoke,
    "noise": _noise,
    "static": _static,
}
