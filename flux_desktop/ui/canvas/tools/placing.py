"""Where a picture's pixels lie on the canvas, and which pixel is at a place of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from flux_desktop.ui.canvas.transform import Box, Point, View, turned_size, unturned, unturned_pixel

__all__ = ["Placing"]


class Placing(NamedTuple):
    """A picture of `size` pixels as `view` shows it; places are logical pixels of the canvas, `ratio` device ones each.

    The view may hold a preview whose sides are others than those of the picture.
    """

    view: View
    size: tuple[int, int]
    ratio: float

    @property
    def scale(self) -> float:
        """Logical pixels a pixel of the picture."""
        return self.view.bounds.width / turned_size(self.size, self.view.turns)[0] / self.ratio

    @property
    def room(self) -> QRect:
        """All of the canvas."""
        return QRectF(QPointF(), QSizeF(*self.view.viewport) / self.ratio).toRect()

    def to_picture(self, place: QPointF) -> Point:
        """In pixels of the picture; beyond its edges, too."""
        x, y = self.view.to_picture((place.x() * self.ratio, place.y() * self.ratio))
        return x * self.size[0] / self.view.picture[0], y * self.size[1] / self.view.picture[1]

    def pixel_at(self, place: QPointF) -> tuple[int, int]:
        """The picture's pixel that is seen there; one beyond its edges where there is none."""
        seen = self.view.to_seen((place.x() * self.ratio, place.y() * self.ratio))
        own, sides = turned_size(self.size, self.view.turns), self.view.sides
        return unturned_pixel((seen[0] * own[0] / sides[0], seen[1] * own[1] / sides[1]), self.size, self.view.turns)

    def way(self, way: tuple[int, int]) -> tuple[int, int]:
        """A direction on the canvas as one in the picture."""
        x, y = unturned(way, (0, 0), self.view.turns)
        return int(x), int(y)

    def to_canvas(self, point: Point) -> QPointF:
        x, y = self.view.to_view(
            (point[0] * self.view.picture[0] / self.size[0], point[1] * self.view.picture[1] / self.size[1])
        )
        return QPointF(x / self.ratio, y / self.ratio)

    def device_box(self, origin: Point, size: tuple[int, int]) -> Box:
        """Where a plane of `size` that begins at `origin` lies, at whole device pixels of the canvas."""
        across, down = (seen / own for seen, own in zip(self.view.picture, self.size, strict=True))
        return self.view.box_to_view(Box(origin[0] * across, origin[1] * down, size[0] * across, size[1] * down))

    def rect(self, one: Point, other: Point) -> QRectF:
        """The rectangle on the canvas between two corners in the picture."""
        return QRectF(self.to_canvas(one), self.to_canvas(other)).normalized()
