"""What becomes of size, aspect ratio and resolution at Lumenfall: which of them counts, and to what it is matched.

By its documents `size` as pixels wins over both others; `size` as a ratio stands for `aspect_ratio`; the shape and the
tier of `resolution` go together. A ratio or tier that a model does not have is matched to the nearest that it has: it
is done here too, so that the user sees it before anything is sent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import tr
from flux_desktop.core.params import Value
from flux_desktop.providers.images_api import aspect_of, pixels_of

__all__ = ["KLEIN_1K", "LONGEST_SIDE", "TIERS", "Shape", "shape_of"]

Pixels = tuple[int, int]

KLEIN_1K: Mapping[str, Pixels] = MappingProxyType(
    {
        "1:1": (1024, 1024),
        "4:3": (1183, 887),
        "3:4": (887, 1182),
        "3:2": (1254, 836),
        "2:3": (836, 1254),
        "5:4": (1145, 916),
        "4:5": (916, 1145),
        "16:9": (1365, 768),
        "9:16": (768, 1365),
        "21:9": (1563, 670),
        "9:21": (670, 1564),
    }
)
"""The sizes of FLUX.2 [klein] 4B, all of the tier 1K, the only one it has."""

TIERS = ("auto", "0.5K", "1K", "2K", "4K")
LONGEST_SIDE = 14142
SOURCE = "match_input_image"
"""How other providers call the shape of the source, which is what Lumenfall does where it is told no shape."""


@dataclass(frozen=True)
class Shape:
    """What is sent, by the host's fields; how large the result will be, None if the host decides; what to tell."""

    sent: Mapping[str, str]
    pixels: Pixels | None = None
    notes: tuple[str, ...] = ()


def shape_of(params: Mapping[str, Value], sizes: Mapping[str, Pixels] = MappingProxyType({})) -> Shape:
    """The shape that `params` ask for from a model with these `sizes`; without any, nothing is matched here.

    InvalidParameter for what is no size or ratio.
    """
    size, ratio, tier = (_words(params, name) for name in ("size", "aspect_ratio", "resolution"))
    ratio = "" if ratio == SOURCE else ratio
    pixels = pixels_of(size)
    if pixels or size == "auto":
        ignored = tuple(words for words in (ratio, tier) if words)
        return Shape({"size": f"{pixels[0]}x{pixels[1]}" if pixels else size}, pixels, _won(pixels, size, ignored))
    if size:
        shape = _matched("size", size, sizes)
        notes = (
            (tr("The ratio {size} of the size wins: the aspect ratio {ratio} is not sent.", size=size, ratio=ratio),)
            if ratio
            else ()
        )
        return _with_tier(Shape(shape.sent, shape.pixels, (*notes, *shape.notes)), tier, sizes)
    return _with_tier(_matched("aspect_ratio", ratio, sizes) if ratio else Shape({}), tier, sizes)


def _words(params: Mapping[str, Value], name: str) -> str:
    return str(params.get(name, "")).strip()


def _won(pixels: Pixels | None, size: str, ignored: tuple[str, ...]) -> tuple[str, ...]:
    """What to tell of a size in pixels."""
    if pixels and max(pixels) > LONGEST_SIDE:
        raise InvalidParameter(
            tr(
                "Size: “{size}” does not fit. A side has 1 to {longest_side} pixels.",
                size=size,
                longest_side=LONGEST_SIDE,
            )
        )
    return (tr("The size {size} wins: {others} is not sent.", size=size, others=_listed(ignored)),) if ignored else ()


def _listed(words: tuple[str, ...]) -> str:
    return tr("{one} and {other}", one=words[0], other=words[1]) if len(words) > 1 else "".join(words)


def _matched(field: str, ratio: str, sizes: Mapping[str, Pixels]) -> Shape:
    """`ratio` as the nearest one that there is a size for."""
    wanted = aspect_of(ratio)
    if wanted is None:
        label = tr("Aspect ratio") if field == "aspect_ratio" else tr("Size")
        ratio_only, any_size = tr("a ratio such as 16:9"), tr("1024x768, a ratio such as 16:9, or auto")
        takes = ratio_only if field == "aspect_ratio" else any_size
        raise InvalidParameter(
            tr("{label}: “{ratio}” does not fit. It takes {takes}.", label=label, ratio=ratio[:40], takes=takes)
        )
    if not sizes:
        return Shape({field: ratio})
    nearest = min(sizes, key=lambda known: abs(math.log((aspect_of(known) or 1.0) / wanted)))
    width, height = sizes[nearest]
    notes = (
        ()
        if nearest == ratio
        else (
            tr(
                "{ratio} becomes {nearest}: {width}×{height}.", ratio=ratio, nearest=nearest, width=width, height=height
            ),
        )
    )
    return Shape({field: nearest}, (width, height), notes)


def _with_tier(shape: Shape, tier: str, sizes: Mapping[str, Pixels]) -> Shape:
    """`shape` in the tier, where one is asked for."""
    if not tier:
        return shape
    notes = shape.notes
    if sizes and tier not in ("auto", "1K"):
        tier, notes = "1K", (*notes, tr("The resolution {tier} becomes 1K, the only one of this model.", tier=tier))
    return Shape({**shape.sent, "resolution": tier}, shape.pixels, notes)
