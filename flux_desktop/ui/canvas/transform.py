"""Where a picture lies in a viewport: zoom, position, clamping; pure geometry in device pixels, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

__all__ = [
    "MAX_ZOOM",
    "MIN_ZOOM",
    "Box",
    "Point",
    "Size",
    "View",
    "place",
    "same_aspect",
    "step_down",
    "step_up",
    "turned",
    "turned_box",
    "turned_size",
    "unturned",
    "unturned_pixel",
]

Point = tuple[float, float]
Size = tuple[float, float]

MIN_ZOOM = 0.01
MAX_ZOOM = 64.0
ASPECT_TOLERANCE = 0.02
"""Models round sides to multiples of 16 or so: such a result still has the aspect of its source."""

HAIR = 1e-6
"""Device pixels by which a picture may be larger than its room and still fit: products are rounded."""

_PERCENT = (1, 2, 3, 5, 7, 10, 15, 20, 25, 33, 50, 67, 75, 100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200)
STEPS = (*(percent / 100 for percent in _PERCENT), 48.0, MAX_ZOOM)


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def intersected(self, other: Box) -> Box:
        """What both have in common; without width or height where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))

    def contains(self, point: Point) -> bool:
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom


def same_aspect(one: Size, other: Size) -> bool:
    """Whether two sizes are one shape but for the rounding of a model."""
    across, down = one[0] * other[1], one[1] * other[0]
    return max(across, down) <= (1 + ASPECT_TOLERANCE) * min(across, down)  # the same whichever comes first


def place(inner: Size, outer: Size) -> Box:
    """Where `inner` lies in the coordinates of `outer`: all of it if the shapes agree, else fitted in and centred."""
    if same_aspect(inner, outer):
        return Box(0, 0, *outer)
    return _placed(inner, outer, min(outer[0] / inner[0], outer[1] / inner[1]))


def place_around(outer: Size, inner: Size) -> Box:
    """The inverse of `place`: where `outer` lies in the coordinates of an `inner` that is placed in it."""
    if same_aspect(inner, outer):
        return Box(0, 0, *inner)
    return _placed(outer, inner, max(inner[0] / outer[0], inner[1] / outer[1]))


def turned_size(size: Size, turns: int) -> Size:
    """The sides of a picture that is turned by so many quarters."""
    return (size[1], size[0]) if turns % 2 else size


def turned(point: Point, size: Size, turns: int) -> Point:
    """Where a point of a picture of `size` is once the picture is turned by so many quarters to the right.

    With a `size` of (0, 0) it is a direction that is turned.
    """
    (x, y), (width, height) = point, size
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turns % 4]


def unturned(point: Point, size: Size, turns: int) -> Point:
    """The inverse of `turned`: `size` is that of the picture before it is turned."""
    return turned(point, turned_size(size, turns), -turns)


def unturned_pixel(point: Point, size: Size, turns: int) -> tuple[int, int]:
    """The pixel of a picture of `size` that is seen at a point of the turned picture.

    A point on the edge between two belongs to the one right of it and below as it is seen, however it is turned.
    """
    x, y = unturned((math.floor(point[0]) + 0.5, math.floor(point[1]) + 0.5), size, turns)
    return math.floor(x), math.floor(y)


def turned_box(box: Box, size: Size, turns: int) -> Box:
    """Where a rectangle in a picture of `size` is once the picture is turned."""
    one, other = turned((box.x, box.y), size, turns), turned((box.right, box.bottom), size, turns)
    return Box(min(one[0], other[0]), min(one[1], other[1]), *turned_size((box.width, box.height), turns))


def _placed(size: Size, frame: Size, scale: float) -> Box:
    width, height = size[0] * scale, size[1] * scale
    return Box((frame[0] - width) / 2, (frame[1] - height) / 2, width, height)


def _whole(value: float) -> int:
    """The whole number nearest to `value`; a half goes down, whatever its last bit is.

    Halves are common: the middle of an odd viewport. Rounded to even, as Python does, a picture that is moved by one
    pixel would go by none or by two.
    """
    return math.floor(value + 0.5 - 1e-6)


def step_up(zoom: float) -> float:
    """The next zoom above `zoom` that a person would ask for."""
    return next((step for step in STEPS if step > zoom * 1.001), MAX_ZOOM)


def step_down(zoom: float) -> float:
    """The next zoom below `zoom` that a person would ask for."""
    return next((step for step in reversed(STEPS) if step < zoom * 0.999), MIN_ZOOM)


@dataclass(frozen=True)
class View:
    """A picture (sides in its own pixels) in a viewport (sides in device pixels).

    `zoom` is device pixels a picture pixel; `margin` is the surround kept free when the picture fits. `fits` says that
    the zoom follows the viewport. The picture is seen turned by `turns` quarters to the right; `centre` is the point of
    the turned picture in the middle of the viewport.
    """

    viewport: Size = (1, 1)
    picture: Size = (1, 1)
    margin: float = 0
    zoom: float = 1.0
    centre: Point = (0.5, 0.5)
    fits: bool = True
    turns: int = 0

    @property
    def sides(self) -> Size:
        """Those of the picture as it is seen: turned."""
        return turned_size(self.picture, self.turns)

    @property
    def fit_zoom(self) -> float:
        """The zoom at which all of the picture is just seen, `margin` left free."""
        room = [max(1.0, side - 2 * self.margin) for side in self.viewport]
        return min(room[0] / self.sides[0], room[1] / self.sides[1], MAX_ZOOM)

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the greatest zoom: 1 % … 6400 %, less where a huge picture needs it to fit."""
        return min(MIN_ZOOM, self.fit_zoom), MAX_ZOOM

    @property
    def pannable(self) -> bool:
        """Whether some of the picture lies outside, so that there is somewhere to go."""
        return any(side * self.zoom > room + HAIR for side, room in zip(self.sides, self.viewport, strict=True))

    @cached_property
    def bounds(self) -> Box:
        """The picture's rectangle in the viewport, at whole device pixels."""
        width, height = (max(1, _whole(side * self.zoom)) for side in self.sides)
        x = _whole(self.viewport[0] / 2 - self.centre[0] * self.zoom)
        y = _whole(self.viewport[1] / 2 - self.centre[1] * self.zoom)
        return Box(x, y, width, height)

    @cached_property
    def visible(self) -> Box:
        """The part of `bounds` inside the viewport."""
        return self.bounds.intersected(Box(0, 0, *self.viewport))

    def to_seen(self, point: Point) -> Point:
        """A point of the viewport in pixels of the turned picture."""
        bounds, (width, height) = self.bounds, self.sides
        return (point[0] - bounds.x) * width / bounds.width, (point[1] - bounds.y) * height / bounds.height

    def to_picture(self, point: Point) -> Point:
        """A point of the viewport in picture pixels."""
        return unturned(self.to_seen(point), self.picture, self.turns)

    def pixel_at(self, point: Point) -> tuple[int, int]:
        """The picture's pixel at a point of the viewport; one beyond its edges where there is none."""
        return unturned_pixel(self.to_seen(point), self.picture, self.turns)

    def to_view(self, point: Point) -> Point:
        """A point in picture pixels in the viewport."""
        bounds, (width, height) = self.bounds, self.sides
        x, y = turned(point, self.picture, self.turns)
        return bounds.x + x * bounds.width / width, bounds.y + y * bounds.height / height

    def box_to_view(self, box: Box) -> Box:
        """A rectangle in picture pixels at whole device pixels of the viewport, never empty."""
        corners = self.to_view((box.x, box.y)), self.to_view((box.right, box.bottom))
        (left, right), (top, bottom) = (sorted(map(_whole, ends)) for ends in zip(*corners, strict=True))
        return Box(left, top, max(1, right - left), max(1, bottom - top))

    def fitted(self) -> View:
        """All of the picture, centred; stays so when the viewport changes."""
        return replace(self, zoom=self.fit_zoom, centre=(self.sides[0] / 2, self.sides[1] / 2), fits=True)

    def zoomed(self, zoom: float, at: Point | None = None) -> View:
        """At `zoom` (within the limits), with the picture's point under `at` staying there where clamping allows."""
        low, high = self.limits
        zoom = min(max(zoom, low), high)
        at = at or (self.viewport[0] / 2, self.viewport[1] / 2)
        centre = [
            self.centre[axis] + (at[axis] - self.viewport[axis] / 2) * (1 / self.zoom - 1 / zoom) for axis in (0, 1)
        ]
        return replace(self, zoom=zoom, centre=(centre[0], centre[1]), fits=False)._clamped()

    def panned(self, dx: float, dy: float) -> View:
        """Moved by device pixels, as far as the picture's edge; a picture that is seen whole stays where it is."""
        return replace(self, centre=(self.centre[0] - dx / self.zoom, self.centre[1] - dy / self.zoom))._clamped()

    def resized(self, viewport: Size, margin: float) -> View:
        """In another viewport: fitted again if it was, else with the same zoom and centre."""
        view = replace(self, viewport=viewport, margin=margin)
        return view.fitted() if self.fits else view._clamped()

    def turned(self, quarters: int) -> View:
        """Turned by so many quarters to the right, about the point in the middle; fitted again if it was."""
        turns = (self.turns + quarters) % 4
        centre = turned(unturned(self.centre, self.picture, self.turns), self.picture, turns)
        view = replace(self, turns=turns, centre=centre)
        return view.fitted() if self.fits else view._clamped()

    def rebased(self, picture: Size) -> View:
        """For a picture of another size: what is seen stays where the shape is the same, else all of it is shown."""
        view = replace(self, picture=picture)
        if self.fits or not same_aspect(picture, self.picture):
            return view.fitted()
        low, high = view.limits
        ratio = [new / old for new, old in zip(view.sides, self.sides, strict=True)]
        zoom = min(max(self.zoom / ratio[0], low), high)
        return replace(view, zoom=zoom, centre=(self.centre[0] * ratio[0], self.centre[1] * ratio[1]))._clamped()

    def _clamped(self) -> View:
        x, y = (self._clamped_axis(axis) for axis in (0, 1))
        return replace(self, centre=(x, y))

    def _clamped_axis(self, axis: int) -> float:
        side, room = self.sides[axis], self.viewport[axis]
        if side * self.zoom <= room + HAIR:
            return side / 2
        reach = (room / 2 - self.margin) / self.zoom
        reach = min(max(reach, 0), side / 2)
        return min(max(self.centre[axis], reach), side - reach)
