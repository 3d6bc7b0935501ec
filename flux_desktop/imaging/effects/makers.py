"""Makes a picture from nothing as it was worded: gradients, textures, patterns, palettes, one colour."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from flux_desktop.core.errors import NotUnderstood
from flux_desktop.core.language import tr
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.gradients import DIRECTIONS, SKIES, gradient, solid
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.imaging.effects.patterns import HARMONIES, harmony, palette, pattern
from flux_desktop.imaging.effects.textures import overlay, texture

__all__ = ["MAKERS", "put_behind", "put_over"]

_SHAPES = ("radial", "conic", "mesh")

Maker = Callable[[np.random.Generator, int, int, Operation], Bytes]


def _gradient(rng: np.random.Generator, height: int, width: int, wish: Operation) -> Bytes:
    kind = next((word for word in wish.words if word in _SHAPES), "linear")
    colours = wish.colours
    if len(colours) == 1:
        colours = (*colours, *harmony(rng, "any", 2, colours)[1:])
    if not colours:
        colours = next((SKIES[word] for word in wish.words if word in SKIES), ())
    if not colours:
        colours = harmony(rng, next((word for word in wish.words if word in HARMONIES), "any"), 4)
    angle = next((DIRECTIONS[word] for word in wish.words if word in DIRECTIONS), 90.0)
    return gradient(rng, height, width, colours, kind, angle)


def _solid(rng: np.random.Generator, height: int, width: int, wish: Operation) -> Bytes:
    return solid(height, width, wish.colours[0])


def _texture(rng: np.random.Generator, height: int, width: int, wish: Operation) -> Bytes:
    return texture(rng, height, width, wish.words[0], wish.colours, max(0.2, wish.amount))


def _pattern(rng: np.random.Generator, height: int, width: int, wish: Operation) -> Bytes:
    name, colours = wish.words[0], wish.colours
    if name == "stripes" and "diagonal" in wish.words:
        name = "diagonal stripes"
    count = int(wish.number or 0)
    if wish.amount != 1 and not count:
        usual = {"stripes": 9, "dots": 11, "checkerboard": 8, "grid": 14, "waves": 9, "rays": 18}.get(name, 12)
        count = max(2, round(usual / max(wish.amount, 0.2)))
    kind = next((word for word in wish.words if word in HARMONIES), "")
    if kind and not colours:
        colours = harmony(rng, kind, 3)
    return pattern(rng, height, width, name, colours, min(count, 400))


def _palette(rng: np.random.Generator, height: int, width: int, wish: Operation) -> Bytes:
    count = min(max(int(wish.number or max(5, len(wish.colours))), 1), 16)
    kind = next((word for word in wish.words if word in HARMONIES), "any")
    colours = wish.colours if len(wish.colours) >= count else harmony(rng, kind, count, wish.colours)
    return palette(height, width, colours)


MAKERS: dict[str, Maker] = {
    "gradient": _gradient,
    "solid": _solid,
    "texture": _texture,
    "pattern": _pattern,
    "palette": _palette,
}
"""How to make a picture of height × width, by the operation's name."""


def put_behind(pixels: Bytes, layer: Bytes, phrase: str) -> Bytes:
    """RGB: `layer` where RGBA `pixels` are transparent; NotUnderstood where nothing is."""
    if pixels.shape[2] != 4 or int(pixels[..., 3].min()) == 255:
        raise NotUnderstood(
            tr("“{phrase}” needs a picture with transparent parts, and this one has none.", phrase=phrase),
            tr("Open a cut-out (PNG or WebP with transparency). What is background in a photo only a model can tell."),
        )
    alpha = pixels[..., 3:].astype(np.uint16)
    mixed = (pixels[..., :3] * alpha + layer * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)


def put_over(pixels: Bytes, layer: Bytes, wish: Operation) -> Bytes:
    """The relief of a texture on `pixels` (RGB); NotUnderstood for what is a picture of its own."""
    if wish.name != "texture":
        raise NotUnderstood(
            tr("“{phrase}” makes a picture of its own.", phrase=wish.phrase),
            tr("Generate it without a picture, or put it “behind” a picture with transparent parts."),
        )
    return overlay(pixels, layer, 0.8 * wish.amount)
