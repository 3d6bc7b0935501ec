"""Single pixels as they are: lines between them, and their values on them where there is room."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColorTransform, QImage, QPainter

from flux_desktop.ui.canvas.modes import CompareMode
from flux_desktop.ui.canvas.painting import to_device
from flux_desktop.ui.canvas.rects import to_rect
from flux_desktop.ui.canvas.scene import Layer, Scene
from flux_desktop.ui.canvas.transform import Box, turned_box
from flux_desktop.ui.qt_image import turned_image

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.pixel_values import Numbers

__all__ = ["GRID_FROM", "VALUES_FROM", "PixelGrid"]

GRID_FROM = 8.0
"""Device pixels a pixel of the picture, from which on lines are drawn."""
VALUES_FROM = 32.0
"""Logical pixels a pixel of the picture, from which on its values are written."""
DOTS = 0x6E6E6E6E, 0x6E000000
"""White and black, half transparent, in turn: one of them is seen on any picture."""
SMALLEST, LARGEST = 8, 15
"""Of the numbers, in logical pixels."""
LINES = 3.6
"""That have to find room on a pixel: one for each colour, and some air."""


class PixelGrid:
    """Draws what belongs to single pixels over a scene that was painted. Keeps what it needs to be quick."""

    def __init__(self) -> None:
        self.is_on = True
        self.undo: QColorTransform | None = None
        """What makes sRGB of the colours of the pixels, if they have others."""
        self._numbers: dict[int, Numbers] = {}

    def shows_values(self, scene: Scene) -> bool:
        """Whether there is a pixel that is large enough for its values."""
        return self.is_on and any(_has_values(scene, layer) for layer in scene.layers())

    def draw(self, painter: QPainter, scene: Scene, parts: Sequence[QRect], *, values: bool = True) -> None:
        """Draw these parts (logical pixels), if pixels are large enough."""
        if not self.is_on or scene.most_zoom < GRID_FROM - 1:  # roundings of the layers' places are less than that
            return
        for layer in scene.layers():
            if layer.opacity == 1 and _scale(layer) >= GRID_FROM:
                ratio = scene.ratio if values and _has_values(scene, layer) else 0
                place = to_rect(layer.box.intersected(layer.area))
                for part in parts:
                    self._draw_part(painter, layer, place, part, scene.ratio, ratio)

    def _draw_part(
        self, painter: QPainter, layer: Layer, place: QRect, part: QRect, ratio: float, values: float
    ) -> None:
        seen = place.intersected(_device(part, ratio))
        if not seen.isEmpty():
            painter.save()
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
            to_device(painter, ratio)
            painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
            self._draw_layer(painter, layer, seen, values)
            painter.restore()

    def _draw_layer(self, painter: QPainter, layer: Layer, seen: QRect, ratio: float) -> None:
        """Lines, and values in the size that is right for `ratio`, unless that is 0."""
        columns, rows = _indices(layer, seen)
        lefts = [_edge(layer.box.x, layer.box.width, layer.sides[0], column) for column in columns]
        tops = [_edge(layer.box.y, layer.box.height, layer.sides[1], row) for row in rows]
        if ratio:
            pixels = _pixels(layer, columns, rows)
            if self.undo is not None:
                pixels.applyColorTransform(self.undo)
            half = round(_scale(layer) / 2)
            across, down = [left + half - seen.x() for left in lefts], [top + half - seen.y() for top in tops]
            self._numbers_for(_scale(layer), ratio).draw(painter, seen, pixels, across, down)
        _draw_lines(painter, layer, seen, lefts, tops)

    def _numbers_for(self, side: float, ratio: float) -> Numbers:
        """Numbers that find room on a pixel with sides of so many device pixels."""
        from flux_desktop.ui.canvas.pixel_values import Numbers

        size = round(min(max(SMALLEST, int(side / ratio / LINES)), LARGEST) * ratio)
        if size not in self._numbers:
            self._numbers[size] = Numbers(size)
        return self._numbers[size]


def _draw_lines(painter: QPainter, layer: Layer, seen: QRect, lefts: list[int], tops: list[int]) -> None:
    """One device pixel wide, at the first one of each column and row; the dots move with the picture."""
    phase = (int(layer.box.x + layer.box.y) + seen.x() + seen.y()) % 2
    painter.setBrushOrigin(seen.topLeft())
    # All columns in one go: a line straight down is slow, and there are hundreds.
    painter.fillRect(seen, _dotted([left - seen.x() for left in lefts], seen.width(), phase))
    dots = _dotted([0, 1], 2, phase)
    for top in tops:
        painter.fillRect(seen.x(), top, seen.width(), 1, dots)


def _dotted(columns: list[int], width: int, phase: int) -> QBrush:
    """A tile two pixels high, with dots in these of its columns, light and dark in turn."""
    dots = array("I", bytes(8 * width))
    for x in columns:
        if 0 <= x < width:
            dots[x], dots[width + x] = DOTS if (x + phase) % 2 else DOTS[::-1]
    image = QImage(memoryview(dots).cast("B"), width, 2, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return QBrush(image.copy())  # Qt keeps what it painted with for longer than the dots live


def _has_values(scene: Scene, layer: Layer) -> bool:
    """Whether its values mean something: not of a preview, nor of a map, nor of two pictures that are blended."""
    mixed = scene.comparing and scene.mode in (CompareMode.ONION, CompareMode.DIFFERENCE) and not scene.peeking
    return _scale(layer) >= VALUES_FROM * scene.ratio and not mixed and layer.levels.levels[0].across == 1


def _scale(layer: Layer) -> float:
    return layer.box.width / layer.sides[0]


def _pixels(layer: Layer, columns: range, rows: range) -> QImage:
    """These pixels of the picture as it is seen, turned."""
    lies = Box(columns.start, rows.start, len(columns), len(rows))
    upright = to_rect(turned_box(lies, layer.sides, -layer.turns))
    return turned_image(layer.levels.levels[0].image.copy(upright), layer.turns)


def _edge(start: float, length: float, side: float, index: int) -> int:
    """The first device pixel of a column or row: that whose middle lies in it, as pixels are painted.

    Where a middle lies on the edge itself, Qt's rounding may give it to the one before.
    """
    return math.ceil(start + index * length / side - 0.5)


def _indices(layer: Layer, seen: QRect) -> tuple[range, range]:
    """The columns and the rows of the turned picture that are in `seen`."""

    def within(start: int, end: int, begin: float, length: float, side: float) -> range:
        first, last = math.floor((start - begin) * side / length), math.ceil((end - begin) * side / length)
        return range(max(0, first), min(int(side), last))

    box, (width, height) = layer.box, layer.sides
    columns = within(seen.x(), seen.x() + seen.width(), box.x, box.width, width)
    return columns, within(seen.y(), seen.y() + seen.height(), box.y, box.height, height)


def _device(exposed: QRect, ratio: float) -> QRect:
    """The device pixels that logical ones touch."""
    left, top = math.floor(exposed.x() * ratio), math.floor(exposed.y() * ratio)
    right = math.ceil((exposed.x() + exposed.width()) * ratio)
    bottom = math.ceil((exposed.y() + exposed.height()) * ratio)
    return QRect(QPoint(left, top), QSize(right - left, bottom - top))
