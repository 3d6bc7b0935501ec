"""What helps to look closely: pixel grid and values, the numbers under the pointer, and the picture in small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QTimer
from PySide6.QtGui import QColorSpace, QPainter

from flux_desktop.ui.canvas.info_line import InfoLine, Reading
from flux_desktop.ui.canvas.navigator import Navigator
from flux_desktop.ui.canvas.pixel_grid import PixelGrid
from flux_desktop.ui.canvas.under import pixels_around, place_under

if TYPE_CHECKING:
    from flux_desktop.ui.canvas.scene import Scene
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Extras"]

GAP = 6
"""Between what lies above each other, in logical pixels."""
REST = 80
"""Milliseconds without a move, after which values are written: thousands of them take longer than a frame."""


class Extras:
    """Follows a canvas, each of the three while it is switched on."""

    def __init__(self, canvas: Canvas, scene: Scene) -> None:
        self._canvas = canvas
        self._scene = scene
        self._grid = PixelGrid()
        self._info = InfoLine(canvas)
        self._navigator = Navigator(canvas, scene)
        self._navigator.sought.connect(self._seek)
        self._is_telling = self._is_leading = True
        self._point: QPointF | None = None
        self._lift = 0
        self._taken = QRect()
        self._told: dict[str, QRect] = {}
        self._info_needs: tuple[object, ...] = ()
        self._view = scene.view
        self._resting = QTimer(canvas)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._write_values)

    # What is switched on

    @property
    def pixel_grid(self) -> bool:
        return self._grid.is_on

    @pixel_grid.setter
    def pixel_grid(self, on: bool) -> None:
        self._grid.is_on = on
        self._canvas.update()

    @property
    def info_line(self) -> bool:
        return self._is_telling

    @info_line.setter
    def info_line(self, on: bool) -> None:
        self._is_telling = on
        self.follow(self._lift)

    @property
    def navigator(self) -> bool:
        return self._is_leading

    @navigator.setter
    def navigator(self, on: bool) -> None:
        self._is_leading = on
        self.follow(self._lift)

    @property
    def is_converted(self) -> bool:
        """Whether the pictures' colours are not as they are shown."""
        return self._grid.undo is not None

    def set_display(self, profile: bytes) -> None:
        """Say in the colours of which display pictures are shown, by its ICC profile; b"": they are as they are.

        What is told of them is sRGB in any case, as near as their eight bits allow.
        """
        space = QColorSpace.fromIccProfile(profile) if profile else QColorSpace()
        usual = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
        self._grid.undo = space.transformationToColorSpace(usual) if space.isValid() else None
        self.follow(self._lift)
        self._write_values()

    # Keeping up

    def paint(self, painter: QPainter, parts: Sequence[QRect], on_screen: bool) -> None:
        """Draw what belongs to the pixels in `parts` (logical pixels); on the screen values wait for rest."""
        self._grid.draw(painter, self._scene, parts, values=not (on_screen and self._resting.isActive()))

    def look_at(self, point: QPointF | None) -> None:
        """Tell what is at `point` (logical pixels), or nothing any more."""
        self._point = point
        if self._is_telling:
            self._info.avoid(point)
            self._info.tell(self._reading())

    def look_again(self) -> None:
        """Another picture may be at the point by now."""
        self.look_at(self._point)

    def follow(self, lift: int) -> None:
        """The picture, or the view of it, has changed; the lowest `lift` pixels are taken."""
        self._lift = lift
        if self._view != self._scene.view:
            self._view = self._scene.view
            self._resting.start()
        if self._is_telling:
            self._place_info()
            lift = self._canvas.height() - self._info.y() + GAP
        self._info.tell(self._reading() if self._is_telling else None)
        if self._is_leading:
            self._navigator.follow(lift, (self._taken, *self._told.values()))
        else:
            self._navigator.hide()

    def make_room(self, taken: QRect) -> None:
        """A strip lies there on the canvas: nothing else may; an empty one is gone."""
        self._taken = taken
        self.follow(self._lift)

    def make_room_for_words(self, taken: QRect, who: str = "message") -> None:
        """Words of `who` lie there on the canvas: the numbers come above them. An empty one is gone."""
        if taken != self._told.get(who, QRect()):
            self._told[who] = taken
            self.follow(self._lift)

    def _place_info(self) -> None:
        width, height = (int(side) for side in self._scene.view.picture)
        has_alpha = any(shown.levels.has_alpha for shown in (self._scene.shown, self._scene.before) if shown)
        told = tuple(self._told.values())
        needs = width, height, has_alpha, self._lift, self._canvas.size(), self._canvas.font(), told
        if needs != self._info_needs:  # to measure words takes long for what happens in every frame
            self._info_needs = needs
            self._info.fit(width, height, has_alpha=has_alpha)
            self._info.place(self._lift, told)

    def _reading(self) -> Reading | None:
        """What lies under the point: the place in pixels of the original where two are compared."""
        if self._point is None or not self._canvas.holds(self._point):
            return None
        ratio = self._scene.ratio
        point = self._point.x() * ratio, self._point.y() * ratio
        pane = self._scene.pane_at(point)
        x, y = self._scene.view.pixel_at((point[0] - pane.x, point[1] - pane.y))
        image = pixels_around(self._canvas, self._point, 0)
        if image is not None and self._grid.undo is not None:
            image.applyColorTransform(self._grid.undo)
        colour = image.pixelColor(0, 0) if image is not None else None
        return Reading(x, y, colour, place_under(self._canvas, self._point))

    def _write_values(self) -> None:
        if self._grid.shows_values(self._scene):
            self._canvas.update()

    def _seek(self, place: QPointF) -> None:
        """Bring a point of the turned picture to the middle."""
        view, ratio = self._canvas.view, self._scene.ratio
        dx, dy = view.centre[0] - place.x(), view.centre[1] - place.y()
        self._canvas.pan_by(dx * view.zoom / ratio, dy * view.zoom / ratio)
