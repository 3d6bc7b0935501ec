"""A picture in halves of halves, ready to be painted at any zoom; made in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from flux_desktop.ui.qt_image import has_alpha, strips, to_qimage

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Level", "Levels", "Shown", "prepare"]

SMALLEST = 256
"""A level whose longer side is no more than this is the last."""


@dataclass(frozen=True, eq=False)
class Level:
    """One image and how many of its pixels make one pixel of the picture, across and down (1 for the full one)."""

    image: QImage = field(repr=False)
    across: float
    down: float


@dataclass(frozen=True, eq=False)
class Levels:
    """A picture's sides in pixels, and its levels from the finest to the coarsest. Never changed after it was made."""

    width: int
    height: int
    levels: tuple[Level, ...]

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    @property
    def has_alpha(self) -> bool:
        return self.levels[0].image.hasAlphaChannel()

    def nearest(self, scale: float) -> Level:
        """The coarsest level that still has a pixel for each that is drawn at `scale` device pixels a pixel."""
        fitting = [level for level in self.levels if level.across >= scale]
        return fitting[-1] if fitting else self.levels[0]


@dataclass(frozen=True, eq=False)
class Shown:
    """What the canvas shows: a picture's levels, the id of its history node, and its name for people."""

    levels: Levels
    id: str = ""
    label: str = ""


def prepare(image: Image, size: tuple[int, int] | None = None) -> Levels:
    """All levels of `image`; may be called in any thread, and holds the interpreter only for moments.

    `size` is the picture's true size where `image` is a reduced preview of it: it then takes the same place on the
    canvas as the full picture that follows.
    """
    width, height = size or image.size
    across, down = image.width / width, image.height / height
    levels = [Level(to_qimage(image), across, down)]
    while max(image.size) > SMALLEST:
        image = _halved(image)
        across, down = across / 2, down / 2
        levels.append(Level(to_qimage(image), across, down))
    return Levels(width, height, tuple(levels))


def _halved(image: Image) -> Image:
    """Half of `image`; an odd last row or column keeps its own half pixel, so that the scale is exactly 1/2."""
    from PIL import Image as PilImage

    mode = "RGBA" if has_alpha(image) else "RGB"
    half = PilImage.new(mode, ((image.width + 1) // 2, (image.height + 1) // 2))
    for top, bottom in strips(image.width, image.height):
        strip = image.crop((0, top, image.width, bottom)).convert(mode)
        half.paste(strip.reduce(2), (0, top // 2))
    return half
