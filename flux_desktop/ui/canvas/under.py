"""What lies under a point of the canvas: the picture's own pixels, whatever the zoom and the comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from flux_desktop.ui.canvas.modes import CompareMode
from flux_desktop.ui.canvas.transform import unturned_pixel
from flux_desktop.ui.qt_image import around, turned_image

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from flux_desktop.ui.canvas.scene import Layer
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Place", "pixels_around", "place_under"]


class Place(NamedTuple):
    """A pixel of the picture with this id, and how many device pixels wide it is seen."""

    id: str
    x: int
    y: int
    zoom: float


def pixels_around(canvas: Canvas, position: QPointF, reach: int) -> QImage | None:
    """The pixel of the picture under `position` with `reach` more to each side, as the canvas has it.

    Of two that are compared it is the one that is seen there, turned as it is seen. Transparent beyond the picture's
    edges. None beside a picture, and of one that is still being read: its preview has other values.
    """
    found = _found(canvas, position)
    if found is None or found[0].levels.levels[0].across != 1:
        return None
    layer, x, y = found
    return turned_image(around(layer.levels.levels[0].image, x, y, reach), canvas.view.turns)


def place_under(canvas: Canvas, position: QPointF) -> Place | None:
    """Which pixel of which picture is under `position`; None beside a picture."""
    found = _found(canvas, position)
    if found is None:
        return None
    layer, x, y = found
    seen = (shown for shown in (canvas.picture, canvas.compared) if shown is not None and shown.levels is layer.levels)
    return next((Place(shown.id, x, y, layer.box.width / layer.sides[0]) for shown in seen), None)


def _found(canvas: Canvas, position: QPointF) -> tuple[Layer, int, int] | None:
    scene = canvas._scene
    point = position.x() * scene.ratio, position.y() * scene.ratio
    layers = scene.layers()
    if scene.comparing and scene.mode is CompareMode.DIFFERENCE and canvas.picture is not None:
        layers = [replace(layer, levels=canvas.picture.levels) for layer in layers]  # its map has greys only
    for layer in reversed(layers):
        if layer.box.intersected(layer.area).contains(point):
            box, (width, height) = layer.box, layer.sides
            seen = (point[0] - box.x) * width / box.width, (point[1] - box.y) * height / box.height
            return layer, *unturned_pixel(seen, layer.levels.size, layer.turns)
    return None
