"""Masks of what was drawn on the canvas: for worker threads, since a mask may be as large as its picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from flux_desktop.ui.canvas.tools.kinds import BRUSHES, Drawn, Tool

if TYPE_CHECKING:
    from flux_desktop.core.region import Size
    from flux_desktop.imaging.region.mask import Box, Mask

__all__ = ["mask_of", "moved", "put"]


def mask_of(drawn: Drawn, size: Size) -> Mask:
    """What was drawn in a picture of `size`, by every tool but the wand, which needs the pixels."""
    from flux_desktop.imaging.region.shapes import ellipse, polygon, rectangle
    from flux_desktop.imaging.region.stroke import stroke

    if drawn.tool in BRUSHES:
        return stroke(size, drawn.points, drawn.diameter, drawn.hardness)
    if drawn.tool in (Tool.LASSO, Tool.POLYGON):
        return polygon(size, drawn.points)
    box = _box(drawn)
    return ellipse(size, box) if drawn.tool is Tool.ELLIPSE else rectangle(size, box)


def put(mask: Mask, box: Box) -> Mask:
    """`mask` with all that it holds moved to `box`, larger or smaller where that has another size."""
    from PIL import Image

    from flux_desktop.imaging.region.mask import Mask as Made

    plane = mask.plane
    if (box.width, box.height) != (mask.box.width, mask.box.height):
        import numpy as np

        image = Image.fromarray(plane).resize((box.width, box.height), Image.Resampling.BILINEAR)
        plane = np.asarray(image)
    return Made.of_plane(plane, mask.size, box.left, box.top)


def moved(box: Box, by: tuple[int, int], size: Size, *, resize: bool) -> Box:
    """`box` so many pixels further right and down, but not out of its picture; or its right and lower edges alone."""
    right, down = by
    if resize:
        return box._replace(
            right=min(max(box.right + right, box.left + 1), size[0]),
            bottom=min(max(box.bottom + down, box.top + 1), size[1]),
        )
    right = min(max(right, -box.left), size[0] - box.right)
    down = min(max(down, -box.top), size[1] - box.bottom)
    return type(box)(box.left + right, box.top + down, box.right + right, box.bottom + down)


def _box(drawn: Drawn) -> Box:
    from flux_desktop.imaging.region.mask import Box

    (x, y), (other_x, other_y) = drawn.points
    left, right, top, bottom = min(x, other_x), max(x, other_x), min(y, other_y), max(y, other_y)
    return Box(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
