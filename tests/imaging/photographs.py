"""Real photographs for the tests, and what providers do to them, made without the code that measures it.

All are windows of one photograph in the public domain (`resources/CREDITS.md`) with little in common: the head of a
bee, petals, and a wing before a blurred ground.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from flux_desktop.resources import resource

__all__ = ["PHOTOGRAPHS", "SIZE", "lossy", "window"]

PHOTOGRAPHS = {"bee": (340, 300), "petals": (880, 700), "wing": (120, 500)}
"""Where their windows are: left and top. There are 100 pixels around each."""
SIZE = (400, 300)
"""Of the windows, before they are reduced."""


def window(name: str, shift: tuple[int, int] = (0, 0), reduce: int = 1) -> Image.Image:
    """The window of a photograph whose content is moved right and down by `shift` whole pixels, then reduced.

    Reducing by 4 makes quarters of a pixel out of whole ones.
    """
    left, top = PHOTOGRAPHS[name][0] - shift[0], PHOTOGRAPHS[name][1] - shift[1]
    area = (left, top, left + SIZE[0], top + SIZE[1])
    with Image.open(resource("sample.jpg")) as sample:
        assert min(area) >= 0
        assert area[2] <= sample.width
        assert area[3] <= sample.height
        return sample.crop(area).reduce(reduce)


def lossy(image: Image.Image, quality: int = 80) -> Image.Image:
    """`image` as it comes back from a host whose default is lossy WebP."""
    file = BytesIO()
    image.save(file, "WEBP", quality=quality)
    with Image.open(file) as back:
        return back.convert("RGB")
