"""Colour: warmth, saturation, tints, black and white, sepia, duotones, looks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes, Floats, luma, middle_of, mix, smoothstep
from flux_desktop.imaging.effects.colour_cube import Lab, map_colours
from flux_desktop.imaging.effects.oklab import encoded_of, lch_of_hex

__all__ = [
    "black_and_white",
    "duotone",
    "gradient_table",
    "hue_shift",
    "invert",
    "saturation",
    "sepia",
    "teal_and_orange",
    "tint",
    "vibrance",
    "warmth",
]


def warmth(pixels: Bytes, amount: float) -> Bytes:
    """Warmer light (negative: cooler), as a white balance is: neutral greys move, lightness stays."""

    def change(lightness: Floats, a: Floats, b: Floats) -> Lab:
        share = np.sin(np.clip(lightness, 0, 1) * np.pi * 0.85) ** 0.8
        return lightness, a + 0.010 * amount * share, b + 0.034 * amount * share

    return map_colours(pixels, change)


def saturation(pixels: Bytes, amount: float) -> Bytes:
    """More (less) colour everywhere; −2 and below is grey."""
    factor = 1 + 0.4 * amount if amount >= 0 else max(0.0, 1 + 0.5 * amount)
    return map_colours(pixels, lambda lightness, a, b: (lightness, a * factor, b * factor))


def vibrance(pixels: Bytes, amount: float) -> Bytes:
    """More (less) colour where there is little; skin and what is vivid already keep theirs."""

    def change(lightness: Floats, a: Floats, b: Floats) -> Lab:
        chroma = np.hypot(a, b)
        hue = np.arctan2(b, a)
        skin = np.exp(-(((hue - 0.9) / 0.45) ** 2)) * (1 - smoothstep(0.1, 0.16, chroma))
        factor = 1 + np.maximum(0.65 * amount, -0.95) * np.exp(-chroma / 0.11) * (1 - 0.6 * skin)
        return lightness, a * factor, b * factor

    return map_colours(pixels, change)


def hue_shift(pixels: Bytes, degrees: float) -> Bytes:
    """Every hue turned by the same angle at equal lightness."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return map_colours(pixels, lambda light, a, b: (light, a * cosine - b * sine, a * sine + b * cosine))


def tint(pixels: Bytes, colour: str, amount: float) -> Bytes:
    """A wash of `colour`: middle tones take it on, shadows and highlights less; lightness stays."""
    _, chroma, hue = lch_of_hex(colour)
    share = min(0.42 * amount, 0.95)

    def change(lightness: Floats, a: Floats, b: Floats) -> Lab:
        part = share * (0.35 + 0.65 * middle_of(lightness))
        return lightness, a + part * (chroma * np.cos(hue) - a), b + part * (chroma * np.sin(hue) - b)

    return map_colours(pixels, change)


def black_and_white(pixels: Bytes, amount: float) -> Bytes:
    """A panchromatic print: reds and skin a little lighter, blue skies a little darker than plain grey."""

    def change(lightness: Floats, a: Floats, b: Floats) -> Lab:
        middle = middle_of(lightness)
        toned = lightness + middle * (0.16 * np.clip(a, -0.2, 0.2) + 0.30 * np.clip(b, -0.2, 0.2))
        toned = toned + 0.04 * np.sin((np.clip(toned, 0, 1) - 0.5) * 2 * np.pi)
        return toned, a * 0, b * 0

    return mix(pixels, map_colours(pixels, change), min(amount, 1.0))


def gradient_table(colours: Sequence[str], steps: int = 256) -> Floats:
    """`steps` × 3 values 0…1 from the first colour to the last, even to the eye (OKLab)."""
    stops = np.array([lch_of_hex(colour) for colour in colours])
    lab = np.stack([stops[:, 0], stops[:, 1] * np.cos(stops[:, 2]), stops[:, 1] * np.sin(stops[:, 2])])
    places = np.linspace(0, len(colours) - 1, steps)
    planes = [np.interp(places, np.arange(len(colours)), plane).astype(np.float32) for plane in lab]
    return encoded_of(planes[0], planes[1], planes[2])


def duotone(pixels: Bytes, colours: Sequence[str], amount: float = 1.0) -> Bytes:
    """Shadows in the darkest of `colours`, highlights in the lightest, the tones between on the way."""
    ordered = sorted(colours, key=lambda colour: lch_of_hex(colour)[0])
    table = np.rint(gradient_table(ordered) * 255).astype(np.uint8)
    grey = luma(pixels)
    counts = np.bincount(grey.ravel(), minlength=256).cumsum()
    low, high = (int(np.searchsorted(counts, counts[-1] * share)) for share in (0.01, 0.99))
    stretch = np.clip((np.arange(256) - low) / max(high - low, 1), 0, 1)
    return mix(pixels, table[np.rint(stretch * 255).astype(np.intp)[grey]], min(amount, 1.0))


def sepia(pixels: Bytes, amount: float) -> Bytes:
    """A brown-toned print: warm blacks, cream whites."""
    table = np.rint(gradient_table(("#150c06", "#6d4c33", "#bd9872", "#fbf1dc")) * 255).astype(np.uint8)
    return mix(pixels, table[luma(black_and_white(pixels, 1.0))], min(amount, 1.0))


def invert(pixels: Bytes, amount: float) -> Bytes:
    """A negative."""
    return mix(pixels, 255 - pixels, min(amount, 1.0))


def teal_and_orange(pixels: Bytes, amount: float) -> Bytes:
    """The look of the cinema: shadows towards teal, skin and lights towards orange, a little more contrast."""

    def change(lightness: Floats, a: Floats, b: Floats) -> Lab:
        light = smoothstep(0.3, 0.85, lightness)
        part = 0.032 * amount * middle_of(lightness, 0.7)
        toned = lightness - 0.03 * amount * np.sin(np.clip(lightness, 0, 1) * 2 * np.pi)
        return toned, a * 1.05 + part * (1.7 * light - 0.9), b * 1.05 + part * (2.2 * light - 1.1)

    return map_colours(pixels, change)
