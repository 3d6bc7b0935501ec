"""A stack of layers as both formats take it: where each picture lies, what shows of it, and what all together show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops

from flux_desktop.imaging.containers import NOTHING, Notes

__all__ = ["Box", "Layer", "Stack", "centred", "laid_over", "layer_name", "masked", "scaled"]

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the canvas."""

NAME = 100
"""The most characters that a layer's name has."""

SAME_SHAPE = 0.025
"""Two pictures whose aspect ratios differ by no more are of the same shape: models round sides to multiples of 16."""

_JOINERS = "\u200c\u200d"
"""Not printable by themselves, but parts of Persian words and of emoji."""


@dataclass(frozen=True)
class Layer:
    """One picture on the canvas.

    `load` gives its pixels, RGB or RGBA as large as `box`, in the colours of the stack; `load_mask` an L picture as
    large as the canvas, white where the layer shows. Both are called once, one layer after the other: however many
    there are, no more than one is held.
    """

    name: str
    box: Box
    load: Callable[[], Image.Image]
    load_mask: Callable[[], Image.Image] | None = None
    visible: bool = True


@dataclass(frozen=True)
class Stack:
    """Layers from the bottom up, on a canvas of `size`; `icc` is the profile of their colours, `notes` what is told."""

    size: tuple[int, int]
    layers: tuple[Layer, ...]
    icc: bytes
    notes: Notes = NOTHING


def layer_name(kind: str, words: str) -> str:
    """`Edit – make the jacket blue`: one line of plain text whatever `words` are, at most NAME characters."""
    shown = "".join(char if char.isprintable() or char in _JOINERS else " " for char in words)
    name = f"{kind} – {' '.join(shown.split())}".rstrip(" –")
    return name if len(name) <= NAME else f"{name[: NAME - 1].rstrip()}…"


def centred(size: tuple[int, int], canvas: tuple[int, int]) -> Box:
    """Where a picture of `size` lies on `canvas`: all over it if it has its shape, else as large as fits, centred.

    A model that cannot make every shape crops what it gets: then this is where its picture belongs.
    """
    (width, height), (wide, high) = size, canvas
    across, down = wide / width, high / height
    if abs(across / down - 1) <= SAME_SHAPE:
        return 0, 0, wide, high
    factor = min(across, down)
    fit = max(1, min(wide, round(width * factor))), max(1, min(high, round(height * factor)))
    left, top = (wide - fit[0]) // 2, (high - fit[1]) // 2
    return left, top, left + fit[0], top + fit[1]


def scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """`image` in `size`, by Lanczos; itself if it has that size."""
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def masked(image: Image.Image, mask: Image.Image) -> Image.Image:
    """`image` as RGBA, of which only what is white in `mask` (L, of the same size) is seen."""
    alpha = ImageChops.multiply(image.getchannel("A"), mask) if image.mode == "RGBA" else mask
    result = image.convert("RGBA")
    result.putalpha(alpha)
    return result


def laid_over(below: Image.Image, box: Box, image: Image.Image, mask: Image.Image | None) -> Image.Image:
    """`below` (as large as the canvas) with `image` at `box` over it, which shows where `mask` (the canvas's) is white.

    RGB where nothing shows through any more, otherwise RGBA. `below` itself may be changed.
    """
    seen = image if mask is None else masked(image, mask.crop(box))
    if seen.mode == "RGB" and image.size == below.size:
        return seen
    result = below.convert("RGBA")
    result.alpha_composite(seen.convert("RGBA"), box[:2])
    opaque = below.mode == "RGB" or result.getchannel("A").getextrema() == (255, 255)
    return result.convert("RGB") if opaque else result
