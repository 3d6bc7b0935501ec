"""Shapes as exact sizes, for hosts that take width and height in whole multiples and know no shapes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from flux_desktop.core.edit import EncodedImage, OutgoingField
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import Mode, Param, Value, choice, text
from flux_desktop.providers.sizes import exact_size

__all__ = ["MATCH", "SHAPE_PARAMS", "Grid", "Shape", "shape_params"]

MATCH = "match_input_image"
RATIOS = ("1:1", "4:3", "3:4", "3:2", "2:3", "5:4", "4:5", "16:9", "9:16", "21:9", "9:21")
MEGAPIXELS = ("0.25", "0.5", "1", "2", "4")
SHAPE_PARAMS = ("size", "aspect_ratio", "megapixels")
SIZE_HELP = marked("Exact width and height in pixels, e.g. 1024x768; it wins over shape and megapixels.")
FIELDS = "width, height"


def shape_params(mode: Mode, *, megapixels: str | None = "1") -> tuple[Param, ...]:
    """Shape, amount of pixels (as default `megapixels`) and exact size: together they become width and height."""
    matching = (MATCH,) if mode == "edit" else ()
    ratios = (*matching, *RATIOS)
    return (
        choice("aspect_ratio", ratios[0], ratios, field=FIELDS, encode=str),
        choice("megapixels", megapixels, MEGAPIXELS, field=FIELDS, encode=str),
        replace(text("size", None, field=FIELDS, help=tr(SIZE_HELP)), encode=str),
    )


@dataclass(frozen=True)
class Shape:
    """What becomes of a recipe's shape. `size` in pixels, None if the host decides; `by`: the parameter that decided.

    `note` tells the user of a size that could not be had exactly.
    """

    size: tuple[int, int] | None = None
    by: str = ""
    note: str = ""

    @property
    def fields(self) -> tuple[OutgoingField, ...]:
        """Width and height as they are sent; none if the host decides."""
        if self.size is None:
            return ()
        width, height = self.size
        return OutgoingField(self.by, "width", width, "converted"), OutgoingField(
            self.by, "height", height, "converted"
        )


@dataclass(frozen=True)
class Grid:
    """The sizes that a host can make: sides in whole multiples, each `least` to `most` pixels, and `pixels` in all."""

    least: int
    most: int
    pixels: int
    multiple: int = 16

    def shape(self, params: Mapping[str, Value], source: EncodedImage | None) -> Shape:
        """The shape that `params` ask for: the exact size, or the ratio with so many megapixels. InvalidParameter."""
        if params.get("size"):
            return self._exact(str(params["size"]))
        ratio = str(params.get("aspect_ratio", MATCH))
        if ratio == MATCH and "megapixels" not in params:
            return Shape()
        by = "megapixels" if ratio == MATCH else "aspect_ratio"
        return Shape(self._sized(_ratio(ratio, source), float(params.get("megapixels", 1))), by)

    def _exact(self, text: str) -> Shape:
        width, height = exact_size(text, self.least, self.most)
        size = self._nearest(width), self._nearest(height)
        if size[0] * size[1] > self.pixels:
            raise InvalidParameter(
                tr(
                    "Size: {width}×{height} is too large. The most are {most} megapixels.",
                    width=width,
                    height=height,
                    most=figures(f"{self.pixels / 1e6:.3g}"),
                ),
                tr("Nothing was sent. Choose a smaller size."),
            )
        changed = tr(
            "The size {width}×{height} becomes {new_width}×{new_height}: sides are multiples of {multiple}.",
            width=width,
            height=height,
            new_width=size[0],
            new_height=size[1],
            multiple=self.multiple,
        )
        return Shape(size, "size", changed if size != (width, height) else "")

    def _sized(self, ratio: float, megapixels: float) -> tuple[int, int]:
        """The size nearest to a ratio and an amount of pixels, within the limits."""
        pixels = min(megapixels * 1e6, self.pixels)
        width, height = math.sqrt(pixels * ratio), math.sqrt(pixels / ratio)
        size = self._nearest(width), self._nearest(height)
        if size[0] * size[1] <= self.pixels:
            return size
        return self._below(width), self._below(height)

    def _nearest(self, side: float) -> int:
        return self._within(math.floor(side / self.multiple + 0.5))

    def _below(self, side: float) -> int:
        return self._within(math.floor(side / self.multiple))

    def _within(self, multiples: int) -> int:
        least, most = math.ceil(self.least / self.multiple), self.most // self.multiple
        return min(max(multiples, least), most) * self.multiple


def _ratio(ratio: str, source: EncodedImage | None) -> float:
    """Width by height; that of the source where the ratio is to match it."""
    if ratio == MATCH:
        return source.width / source.height if source else 1.0
    across, _, down = ratio.partition(":")
    return int(across) / int(down)
