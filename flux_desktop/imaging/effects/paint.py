"""Paint: pencil, watercolour, oil, cartoon."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    at_most,
    blur_bytes,
    box,
    guided,
    image_of,
    luma,
    mix,
    scale_of,
    smoothstep,
    to_bytes,
)
from flux_desktop.imaging.effects.art import ink_lines
from flux_desktop.imaging.effects.colour import saturation
from flux_desktop.imaging.effects.fields import cloud_field, paper_field

__all__ = ["cartoon", "oil", "pencil", "smooth_areas", "watercolour"]


def pencil(pixels: Bytes, amount: float, rng: np.random.Generator, coloured: bool = False) -> Bytes:
    """Graphite (or coloured pencil) on rough paper: lines from the edges, hatching in the shadows."""
    return at_most(pixels, 6.0, lambda small: _drawn(small, amount, rng, coloured))


def _drawn(pixels: Bytes, amount: float, rng: np.random.Generator, coloured: bool) -> Bytes:
    grey, size = luma(pixels), scale_of(pixels)
    lines = _dodge(grey, 5.5 * size * max(amount, 0.3))
    tooth = paper_field(rng, grey.shape[0], grey.shape[1], size)
    shade = 1 - smoothstep(0.0, 0.75, guided(grey, 10 * size, 20) / np.float32(255))
    hatch = _hatching(rng, grey.shape[0], grey.shape[1], size)
    dark = np.clip((1 - lines) * 1.25 + shade * (0.25 + 0.75 * hatch) * 0.55, 0, 1)
    grain = np.clip(dark * (1.25 - 0.5 * tooth) - 0.10 * tooth * (1 - dark), 0, 1)
    sheet = np.array([250, 248, 243], np.float32) - 6 * tooth[..., None]
    lead = np.array([38, 38, 44], np.float32)
    if coloured:
        lead = saturation(blur_bytes(pixels, 1.6 * size), 0.8).astype(np.float32) * np.float32(0.82)
        grain = np.clip(grain * 0.85 + (0.34 + 0.3 * shade) * (1 - 0.55 * tooth), 0, 1)
    return to_bytes(sheet + (lead - sheet) * (grain[..., None] * np.float32(0.94)))


def _dodge(grey: Bytes, radius: float) -> Floats:
    """1 on flat areas, darker along edges: the old dark-room trick of a blurred negative on top."""
    negative = 255 - blur_bytes(255 - grey, max(1.0, radius)).astype(np.float32)
    ratio = grey / np.maximum(negative, 1)
    return smoothstep(0.55, 1.0, np.minimum(ratio, 1)).astype(np.float32)


def _hatching(rng: np.random.Generator, height: int, width: int, size: float) -> Floats:
    """Slanted strokes 0…1: noise drawn out along one diagonal."""
    fine = rng.random((height + width // 2 + 2, width), dtype=np.float32)
    columns = np.arange(width)[None, :]
    slanted = fine[np.arange(height)[:, None] + columns // 2, columns]
    along = max(2, round(7 * size))
    drawn = np.zeros((height, width), np.float32)
    for step in range(-along, along + 1, 2):
        shifted = np.roll(slanted, (-step // 2, step), axis=(0, 1))
        drawn += shifted
    drawn = (drawn - drawn.mean()) / max(float(drawn.std()), 1e-6)
    result: Floats = np.clip(0.5 + 0.35 * drawn, 0, 1)
    return result


def smooth_areas(pixels: Bytes, radius: int) -> Bytes:
    """Kuwahara's filter with eight neighbourhoods: each pixel takes the mean of the calmest one beside it."""
    grey = luma(pixels).astype(np.float32)
    mean = box(grey, radius)
    spread = box(grey * grey, radius) - mean * mean
    means = np.asarray(image_of(pixels).filter(ImageFilter.BoxBlur(radius)))
    height, width = grey.shape
    reach = radius + 1
    spread = np.pad(spread, reach, mode="edge")
    means = np.pad(means, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    best = np.full((height, width), np.inf, np.float32)
    out = np.empty_like(pixels)
    for angle in np.arange(8) * np.pi / 4:
        row = reach + round(1.1 * radius * float(np.sin(angle)))
        column = reach + round(1.1 * radius * float(np.cos(angle)))
        there = (slice(row, row + height), slice(column, column + width))
        calmer = spread[there] < best
        np.copyto(best, spread[there], where=calmer)
        np.copyto(out, means[there], where=calmer[..., None])
    return out


def oil(pixels: Bytes, amount: float, rng: np.random.Generator) -> Bytes:
    """Oil on canvas: flat strokes with firm edges, richer colour, and relief where the paint is thick."""

    def paint(small: Bytes) -> Bytes:
        radius = max(1, round(3.6 * amount * scale_of(small)))
        stroked = smooth_areas(smooth_areas(small, radius), max(1, radius // 2 + 1))
        rich = saturation(stroked, 0.55)
        height, width = small.shape[:2]
        ridge = luma(rich).astype(np.float32) + 26 * _hatching(rng, height, width, scale_of(small) * 1.4)
        slope = np.zeros_like(ridge)
        slope[1:, 1:] = ridge[1:, 1:] - ridge[:-1, :-1]
        return to_bytes(rich + np.clip(slope * np.float32(0.42), -22, 22)[..., None])

    return at_most(pixels, 1.5, paint)


def watercolour(pixels: Bytes, amount: float, rng: np.random.Generator) -> Bytes:
    """Washes that pool at their rims on rough paper; the seed decides how the pigment settles."""

    def paint(small: Bytes) -> Bytes:
        size = scale_of(small)
        radius = max(1, round(4.2 * amount * size))
        wash = smooth_areas(smooth_areas(small, radius), max(1, radius - 1))
        light = saturation(wash, 0.5).astype(np.float32) / 255
        light = 1 - (1 - light) * np.float32(0.86)
        height, width = small.shape[:2]
        pool = np.abs(luma(wash).astype(np.float32) - blur_bytes(luma(wash), 2.4 * size)) / 255
        settle = cloud_field(rng, height, width, 5.0, octaves=5) - 0.5
        tooth = paper_field(rng, height, width, size)
        density = 1 + 2.6 * np.minimum(pool, 0.2) + 0.34 * settle + 0.16 * (tooth - 0.5)
        lines = _dodge(luma(small), 4.0 * size)
        density = density * (1 + np.float32(0.9) * (1 - lines)) + np.float32(0.12) * (1 - lines)
        painted = np.power(np.maximum(light, 0.02), np.maximum(density, 0.4)[..., None])
        return to_bytes(255 * painted * np.array([1.0, 0.995, 0.975], np.float32))

    return at_most(pixels, 1.5, paint)


def cartoon(pixels: Bytes, amount: float) -> Bytes:
    """Flat bright areas with dark outlines."""

    def draw(small: Bytes) -> Bytes:
        size = scale_of(small)
        flat = smooth_areas(small, max(2, round(3 * size)))
        light, blue, red = image_of(saturation(flat, 1.0)).convert("YCbCr").split()
        steps = 255 / 6.0
        tone = np.asarray(light).astype(np.float32)
        level = np.floor(tone / steps)
        soft = (level + smoothstep(0.35, 0.65, tone / steps - level)) * steps
        drawn = Image.merge("YCbCr", (Image.fromarray(to_bytes(soft * 0.94 + 12)), blue, red)).convert("RGB")
        lines = ink_lines(luma(flat), 1.5 * size * max(amount, 0.4), 2.6)
        black = np.full_like(small, 24)
        return mix(np.asarray(drawn), black, np.minimum(lines * np.float32(1.1), 1))

    return at_most(pixels, 2.0, draw)
