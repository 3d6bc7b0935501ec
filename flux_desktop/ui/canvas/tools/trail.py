"""What a stroke leaves on the canvas while it is drawn, and until the region has it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from flux_desktop.imaging.effects.arrays import smoothstep, to_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from flux_desktop.imaging.effects.arrays import Bytes
    from flux_desktop.ui.canvas.tools.placing import Placing

__all__ = ["HardTrail", "SoftTrail", "Trail", "trail"]

SEEN = 1.5
"""Device pixels that a rim has at least to be seen as soft."""
MOST_DAB = 512
"""Pixels: a larger brush is drawn coarser, as there is nothing fine in it."""
SAG = 0.25
"""Pixels that the edge of a stroke may fall back between two dabs."""


class Trail(Protocol):
    """Over all of a canvas; what was painted of it stays so: a long stroke costs no more than a dot."""

    def add(self, points: Sequence[QPointF]) -> None:
        """Go on along `points`, in logical pixels of the canvas; the first is where it ended."""

    def paint(self, painter: QPainter) -> None: ...


def trail(size: QSize, placing: Placing, diameter: float, hardness: float, ink: QColor) -> Trail:
    """That of a brush of `diameter` pixels of the picture, for a canvas of `size` device pixels."""
    rim = diameter / 2 * (1 - hardness)
    if rim > 0.5 and rim * placing.scale * placing.ratio >= SEEN:
        return SoftTrail(size, placing, diameter, hardness, ink)
    return HardTrail(size, placing, diameter, ink)


class HardTrail:
    """A line with a sharp edge."""

    def __init__(self, size: QSize, placing: Placing, diameter: float, ink: QColor) -> None:
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(placing.ratio)
        self._image.fill(Qt.GlobalColor.transparent)
        self._pen = QPen(ink, max(1.0, diameter * placing.scale), Qt.PenStyle.SolidLine)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def add(self, points: Sequence[QPointF]) -> None:
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        line.lineTo(line.currentPosition() + QPointF(0.01, 0))  # a line of one point would not be seen
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(line, self._pen)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        painter.drawImage(0, 0, self._image)


class SoftTrail:
    """As strong as the mask will be: it falls off to the rim, and does not become stronger where it crosses itself.

    It consists of dabs, in pixels of which one is `_coarse` device pixels.
    """

    def __init__(self, size: QSize, placing: Placing, diameter: float, hardness: float, ink: QColor) -> None:
        across = diameter * placing.scale * placing.ratio
        self._coarse = max(1, math.ceil(across / MOST_DAB))
        self._finer = placing.ratio / self._coarse
        """Pixels a logical one."""
        self._dab = _dab(diameter, hardness, placing.scale * self._finer)
        self._step = max(1.0, math.sqrt(8 * SAG * across / 2 / self._coarse))
        width, height = (math.ceil(side / self._coarse) for side in (size.width(), size.height()))
        self._strength = np.zeros((height, width), np.uint8)
        self._shades = _shades(ink)
        self._pixels = np.zeros((height, width), np.uint32)
        form = QImage.Format.Format_ARGB32_Premultiplied
        self._image = QImage(self._pixels.data, width, height, 4 * width, form)

    def add(self, points: Sequence[QPointF]) -> None:
        places = [(point.x() * self._finer, point.y() * self._finer) for point in points]
        changed = self._put(*places[0])
        for one, other in pairwise(places):
            count = max(1, math.ceil(math.dist(one, other) / self._step))
            for share in (number / count for number in range(1, count + 1)):
                x, y = (start + share * (end - start) for start, end in zip(one, other, strict=True))
                changed = changed.united(self._put(x, y))
        part = _slices(changed)
        self._pixels[part] = self._shades[self._strength[part]]

    def paint(self, painter: QPainter) -> None:
        area = QRectF(0, 0, self._image.width() / self._finer, self._image.height() / self._finer)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._coarse > 1)
        painter.drawImage(area, self._image)

    def _put(self, x: float, y: float) -> QRect:
        """Leave a dab; where it is seen."""
        reach = len(self._dab) // 2
        whole = QRect(round(x) - reach, round(y) - reach, 2 * reach, 2 * reach)
        seen = whole.intersected(self._image.rect())
        under = self._strength[_slices(seen)]
        np.maximum(under, self._dab[_slices(seen.translated(-whole.topLeft()))], out=under)
        return seen


def _slices(area: QRect) -> tuple[slice, slice]:
    """The rows and columns of `area`; none of an empty one."""
    if area.isEmpty():
        return np.s_[0:0, 0:0]
    return np.s_[area.top() : area.top() + area.height(), area.left() : area.left() + area.width()]


def _dab(diameter: float, hardness: float, scale: float) -> Bytes:
    """What one touch of the brush leaves, `scale` pixels for each of the picture; its middle is between pixels."""
    radius = diameter / 2
    full = min(radius * hardness, radius - 0.5)  # as in `imaging/region/stroke`
    end = max(radius, full + 1)
    middles = np.arange(math.ceil(end * scale), dtype=np.float32) + np.float32(0.5)
    distance = np.hypot(middles[None, :], middles[:, None])
    quarter = to_bytes((1 - smoothstep(full * scale, end * scale, distance)) * 255)
    half = np.concatenate((quarter[::-1], quarter))
    return np.ascontiguousarray(np.concatenate((half[:, ::-1], half), axis=1))


def _shades(ink: QColor) -> NDArray[np.uint32]:
    """`ink` in every strength from 0 to 255, as pixels with premultiplied alpha."""
    strength = np.arange(256, dtype=np.uint32)
    red, green, blue = (strength * channel // 255 for channel in (ink.red(), ink.green(), ink.blue()))
    return (strength << 24 | red << 16 | green << 8 | blue).astype(np.uint32)
