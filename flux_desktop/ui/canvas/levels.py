"""A picture in halves of halves, ready to be painted at any zoom; made in a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.pyramid import Plane, Pyramid

__all__ = ["Level", "Levels", "Shown", "of_pyramid", "prepare"]


@dataclass(frozen=True, eq=False)
class Level:
    """One image and how many of its pixels make one pixel of the picture, across and down (1 for the full one).

    `plane` holds the pixels of `image`, which lives no longer than it.
    """

    image: QImage = field(repr=False)
    across: float
    down: float
    plane: Plane | None = field(default=None, repr=False)

    @property
    def in_file(self) -> bool:
        """Whether it has to be said what of it is looked at."""
        return self.plane is not None and self.plane.in_file

    def look_at(self, top: int, bottom: int) -> None:
        """Say which rows are painted now: of a large picture only what was painted last stays in memory."""
        if self.plane is not None:
            self.plane.look_at(top, bottom)


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

    @property
    def bytes_in_memory(self) -> int:
        """The most that its pixels take there."""
        return sum(level.plane.bytes_in_memory for level in self.levels if level.plane is not None)

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


def prepare(
    image: Image, size: tuple[int, int] | None = None, convert: Callable[[Image], Image] = lambda strip: strip
) -> Levels:
    """All levels of `image`; may be called in any thread, and holds the interpreter only for moments.

    `size` is the picture's true size where `image` is a reduced preview of it: it then takes the same place on the
    canvas as the full picture that follows. `convert` makes of sRGB the colours of the display.
    """
    from flux_desktop.imaging.pyramid import build
    from flux_desktop.imaging.strips import strips_of_image

    image.load()
    return of_pyramid(build(strips_of_image(image), convert=convert), size)


def of_pyramid(pyramid: Pyramid, size: tuple[int, int] | None = None) -> Levels:
    """The levels that paint the planes of `pyramid`, which are not copied; `size` as for `prepare`."""
    width, height = size or (pyramid.width, pyramid.height)
    across, down = pyramid.width / width, pyramid.height / height
    levels = tuple(
        Level(_image(plane, pyramid.has_alpha), across / 2**step, down / 2**step, plane)
        for step, plane in enumerate(pyramid.planes)
    )
    return Levels(width, height, levels)


def _image(plane: Plane, alpha: bool) -> QImage:
    form = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    height, width = plane.pixels.shape[:2]
    image = QImage(plane.pixels.data, width, height, width * 4, form)
    if image.isNull():
        raise MemoryError(f"no memory for {width} × {height} pixels")
    return image
