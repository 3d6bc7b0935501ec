"""What is being drawn, from the press of the button until the region is there: it is seen at once, whatever it costs.

Nothing here asks for the pixels of the picture: a drawing knows points alone.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from flux_desktop.ui.canvas.labels import draw_pill_below
from flux_desktop.ui.canvas.tools.kinds import Drawn, How, Tool
from flux_desktop.ui.canvas.tools.placing import Placing
from flux_desktop.ui.canvas.transform import Point

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.tools.trail import Trail

__all__ = ["BoxDraft", "Draft", "LassoDraft", "PolygonDraft", "StrokeDraft", "draw_box", "draw_brush"]

STEP = 1.5
"""Logical pixels between two points of a line that is drawn by hand."""
CLOSES = 8
"""Logical pixels from its first point within which a click closes a polygon."""
ADDED, TAKEN = QColor(0, 114, 255), QColor(30, 30, 30)
"""The trail of a brush and of an eraser: light beside dark, also for who sees no colours."""
TRAIL = 0.5
"""How much of the picture a trail covers."""


class Draft(ABC):
    """Points are in pixels of the picture."""

    def __init__(self, tool: Tool, how: How) -> None:
        self.tool = tool
        self.how = how

    @property
    @abstractmethod
    def points(self) -> tuple[Point, ...]: ...

    @abstractmethod
    def drawn(self) -> Drawn | None:
        """What came of it; None for nothing, e.g. a mere click."""

    @abstractmethod
    def paint(self, painter: QPainter, placing: Placing) -> None: ...


class BoxDraft(Draft):
    """A rectangle, or the ellipse in it, at whole pixels."""

    def __init__(self, tool: Tool, how: How, start: Point) -> None:
        super().__init__(tool, how)
        self._start = self._one = self._other = _whole(start)

    @property
    def points(self) -> tuple[Point, ...]:
        return self._one, self._other

    def to(self, point: Point, *, square: bool = False, centred: bool = False) -> None:
        """Let the corner be at `point`; with sides of one length, or with the start in the middle."""
        x, y = (end - start for start, end in zip(self._start, _whole(point), strict=True))
        if square:
            side = max(abs(x), abs(y))
            x, y = math.copysign(side, x), math.copysign(side, y)
        self._other = self._start[0] + x, self._start[1] + y
        self._one = (self._start[0] - x, self._start[1] - y) if centred else self._start

    @property
    def sides(self) -> tuple[int, int]:
        """Width and height in pixels of the picture."""
        across, down = (round(abs(end - start)) for start, end in zip(self._one, self._other, strict=True))
        return across, down

    def drawn(self) -> Drawn | None:
        return Drawn(self.tool, self.points, self.how) if all(self.sides) else None

    def paint(self, painter: QPainter, placing: Placing) -> None:
        path, box = QPainterPath(), placing.rect(*self.points)
        if self.tool is Tool.ELLIPSE:
            path.addEllipse(box)
        else:
            path.addRect(box)
        _draw_line(painter, path)
        if all(self.sides):
            draw_pill_below(painter, "{} × {}".format(*self.sides), box, placing.room)


class LassoDraft(Draft):
    """A line by hand; its end is joined to its beginning."""

    def __init__(self, how: How, start: Point) -> None:
        super().__init__(Tool.LASSO, how)
        self._points = [start]

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(self._points)

    def to(self, point: Point, placing: Placing) -> None:
        if _far(self._points[-1], point, placing):
            self._points.append(point)

    def drawn(self) -> Drawn | None:
        return Drawn(self.tool, self.points, self.how) if len(self._points) > 2 else None

    def paint(self, painter: QPainter, placing: Placing) -> None:
        _draw_line(painter, _path(self._points, placing))


class PolygonDraft(Draft):
    """Corners by clicks; a line leads from the last one to the pointer."""

    def __init__(self, how: How, start: Point) -> None:
        super().__init__(Tool.POLYGON, how)
        self._points = [start]
        self._end = start

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(self._points)

    def to(self, point: Point) -> None:
        """The pointer is at `point`."""
        self._end = point

    def add(self, point: Point) -> None:
        if point != self._points[-1]:
            self._points.append(point)
        self._end = point

    def take_back(self) -> bool:
        """Forget the last corner; False if it was the only one."""
        self._points.pop()
        return bool(self._points)

    def closes_at(self, point: Point, placing: Placing) -> bool:
        """Whether a click at `point` means the first corner."""
        return len(self._points) > 2 and not _far(self._points[0], point, placing, CLOSES)

    def drawn(self) -> Drawn | None:
        return Drawn(self.tool, self.points, self.how) if len(self._points) > 2 else None

    def paint(self, painter: QPainter, placing: Placing) -> None:
        _draw_line(painter, _path([*self._points, self._end], placing))
        painter.setBrush(QColor(255, 255, 255))
        for point in self._points:
            painter.drawRect(QRectF(-2.5, -2.5, 5, 5).translated(placing.to_canvas(point)))


class StrokeDraft(Draft):
    """A stroke of a brush or an eraser. What was painted of it stays so: a long one costs no more than a dot."""

    def __init__(self, tool: Tool, how: How, start: Point, diameter: float, hardness: float) -> None:
        super().__init__(tool, how)
        self._points = [start]
        self._diameter, self._hardness = diameter, hardness
        self._trail: Trail | None = None
        self._seen: tuple[QSize, Placing] | None = None
        """The canvas that it is for."""
        self._painted = 0
        """Points up to which the trail is painted."""

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(self._points)

    def to(self, point: Point, placing: Placing) -> QRect:
        """Go on to `point`; what of the canvas has to be painted again."""
        if not _far(self._points[-1], point, placing):
            return QRect()
        last = self._points[-1]
        self._points.append(point)
        reach = self._diameter * placing.scale / 2 + 2
        return placing.rect(last, point).adjusted(-reach, -reach, reach, reach).toAlignedRect()

    def drawn(self) -> Drawn | None:
        return Drawn(self.tool, self.points, self.how, self._diameter, self._hardness)

    def paint(self, painter: QPainter, placing: Placing) -> None:
        painter.setOpacity(TRAIL)
        self._brought_up(painter, placing).paint(painter)
        painter.setOpacity(1)

    def _brought_up(self, painter: QPainter, placing: Placing) -> Trail:
        """The trail as the canvas shows it: what is new of it is added; all of it anew where the view has changed."""
        device = painter.device()
        size = QSize(math.ceil(device.width() * placing.ratio), math.ceil(device.height() * placing.ratio))
        if self._trail is None or (size, placing) != self._seen:
            from flux_desktop.ui.canvas.tools.trail import trail

            ink = ADDED if self.tool is Tool.BRUSH else TAKEN
            self._trail = trail(size, placing, self._diameter, self._hardness, ink)
            self._seen, self._painted = (size, placing), 0
        if self._painted < len(self._points):
            fresh = self._points[max(0, self._painted - 1) :]
            self._trail.add([placing.to_canvas(point) for point in fresh])
            self._painted = len(self._points)
        return self._trail


def draw_box(painter: QPainter, box: QRectF) -> None:
    """A rectangle of the canvas in the line of drawings."""
    path = QPainterPath()
    path.addRect(box)
    _draw_line(painter, path)


def draw_brush(painter: QPainter, place: QPointF, diameter: float) -> None:
    """The true size of a brush at the pointer, in logical pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, out in ((QColor(0, 0, 0), 0.5), (QColor(255, 255, 255), -0.5)):
        painter.setPen(QPen(ink, 1))
        radius = max(1.0, diameter / 2) + out
        painter.drawEllipse(place, radius, radius)


def _draw_line(painter: QPainter, path: QPainterPath) -> None:
    """A line that is seen on any picture: white dashes on black."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0), 1.5))
    painter.drawPath(path)
    dashes = QPen(QColor(255, 255, 255), 1.5)
    dashes.setDashPattern([3, 3])
    painter.setPen(dashes)
    painter.drawPath(path)
    painter.setPen(QPen(QColor(0, 0, 0), 1))


def _whole(point: Point) -> Point:
    return math.floor(point[0] + 0.5), math.floor(point[1] + 0.5)


def _far(one: Point, other: Point, placing: Placing, step: float = STEP) -> bool:
    return math.dist(one, other) * placing.scale >= step


def _path(points: list[Point], placing: Placing) -> QPainterPath:
    path = QPainterPath(placing.to_canvas(points[0]))
    for point in points[1:]:
        path.lineTo(placing.to_canvas(point))
    return path
