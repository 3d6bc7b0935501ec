"""What lies under a point of the canvas: the picture's own pixels, whatever the zoom and the comparison."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from flux_desktop.ui.canvas.modes import CompareMode
from flux_desktop.ui.qt_image import around

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from flux_desktop.ui.canvas.levels import Levels
    from flux_desktop.ui.canvas.transform import Box
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["pixels_around"]


def pixels_around(canvas: Canvas, position: QPointF, reach: int) -> QImage | None:
    """The pixel of the picture under `position` with `reach` more to each side, in sRGB; transparent beyond its edges.

    Of two that are compared it is the one that is seen there. None beside a picture, and of one that is still being
    read: its preview has other values.
    """
    scene = canvas._scene
    point = position.x() * scene.ratio, position.y() * scene.ratio
    layers = scene.layers()
    if scene.comparing and scene.mode is CompareMode.DIFFERENCE and canvas.picture is not None:
        layers = [replace(layer, levels=canvas.picture.levels) for layer in layers]
    for layer in reversed(layers):
        if layer.box.intersected(layer.area).contains(point):
            return _cut(layer.levels, layer.box, point, reach)
    return None


def _cut(levels: Levels, box: Box, point: tuple[float, float], reach: int) -> QImage | None:
    level = levels.levels[0]
    if level.across != 1:
        return None
    x = math.floor((point[0] - box.x) * levels.width / box.width)
    y = math.floor((point[1] - box.y) * levels.height / box.height)
    return around(level.image, x, y, reach)
