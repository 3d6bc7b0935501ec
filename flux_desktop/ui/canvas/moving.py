"""What is to be painted where the picture moves by whole pixels: all else is moved, as it has been painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from flux_desktop.ui.canvas.labels import MARGIN, PADDING
from flux_desktop.ui.canvas.rects import to_logical
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.transform import View

__all__ = ["Step", "shown_through", "step_between"]

Step = tuple[int, int]
"""By how many logical pixels the picture moves right and down."""


def step_between(before: View, after: View, ratio: float) -> Step | None:
    """How the picture moves from one view to the other; None where it does more than that, or by parts of a pixel."""
    one, other = before.bounds, after.bounds
    if (before.zoom, before.turns) != (after.zoom, after.turns):
        return None
    if (one.width, one.height) != (other.width, other.height) or ratio % 1:
        return None
    dx, dy = int(other.x - one.x), int(other.y - one.y)
    whole = int(ratio)
    return None if dx % whole or dy % whole else (dx // whole, dy // whole)


def shown_through(widget: QWidget, scene: Scene, step: Step) -> QRegion:
    """What does not move with the picture, labels and other widgets, and where its image was taken to."""
    staying = QRegion()
    height = widget.fontMetrics().height() + PADDING.height() + 2 * MARGIN
    for layer in scene.layers() if scene.before is not None else ():  # a picture that is alone has no label
        if layer.label:
            seen = to_logical(layer.box.intersected(layer.area), scene.ratio)
            staying += QRect(seen.x(), seen.y(), seen.width(), height)
            staying += QRect(seen.x(), seen.bottom() - height, seen.width(), height + 1)
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible():
            staying += child.geometry()
    return staying.united(staying.translated(*step)).intersected(widget.rect())
