"""The region as it is seen: an outline that walks, and a tint on what stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from flux_desktop.ui.canvas.differing import Background
from flux_desktop.ui.canvas.painting import to_device
from flux_desktop.ui.canvas.rects import to_logical
from flux_desktop.ui.canvas.transform import Box

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.ui.canvas.tools.sampling import Sample

__all__ = ["Look", "Veil"]

T = TypeVar("T")
AROUND = 160
"""Device pixels beside what is seen that are made with it, so that a small move needs nothing new."""
STEP_TIME = 250
"""Milliseconds between two steps of the outline: it moves calmly."""


class Look(Enum):
    """How a region is shown."""

    OUTLINE = "outline"
    TINT = "tint"
    HIDDEN = "hidden"

    @property
    def following(self) -> Look:
        """The next one, and the first after the last."""
        looks = list(Look)
        return looks[(looks.index(self) + 1) % len(looks)]


class _Wish(NamedTuple):
    """What is to be seen: `area` of the viewport, while the picture lies in `bounds`; both in device pixels."""

    bounds: Box
    area: Box
    look: Look
    thick: bool
    turns: int

    def serves(self, wish: _Wish) -> bool:
        """Whether what was made for this one can be moved to where `wish` wants it."""
        same = (self.bounds.width, self.bounds.height, self.look, self.thick, self.turns)
        if same != (wish.bounds.width, wish.bounds.height, wish.look, wish.thick, wish.turns):
            return False
        area = _moved(self.area, wish.bounds.x - self.bounds.x, wish.bounds.y - self.bounds.y)
        return wish.area.intersected(area) == wish.area


class _Made(NamedTuple):
    wish: _Wish
    sample: Sample
    image: QImage
    """Looks into the pixels of the sample."""


class Veil(QObject):
    """Paints a mask over a picture. What is costly of it is made beside the window; until then the last one is moved.

    `host` is repainted when there is something new.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.background: Background = _at_once
        self.is_calm: Callable[[], bool] = lambda: False
        self._mask: Mask | None = None
        self._look = Look.OUTLINE
        self._made: _Made | None = None
        self._asked: _Wish | None = None
        self._working = False
        self._steps = 0
        self._seen = QRect()
        """Logical pixels of the host in which the outline was painted last."""
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_TIME)
        self._timer.timeout.connect(self._step)

    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = look
        self._host.update()

    def set_mask(self, mask: Mask | None) -> None:
        """Show `mask`, or nothing; the one before is seen until it is ready."""
        if mask is self._mask:
            return
        self._mask = mask
        self._asked = None
        if mask is None or mask.is_empty:
            self._mask = self._made = None
            self._timer.stop()
        self._host.update()

    def paint(self, painter: QPainter, bounds: Box, viewport: Box, ratio: float, turns: int = 0) -> None:
        """Draw what there is for a mask that fills `bounds`, and ask for what is missing; boxes in device pixels.

        The mask is seen turned by `turns` quarters to the right.
        """
        if self._mask is None or self._look is Look.HIDDEN:
            self._timer.stop()
            return
        visible = bounds.intersected(viewport)
        if not visible.width or not visible.height:
            return
        wish = self._wish(bounds, visible, ratio, turns)
        if self._asked is None or not self._asked.serves(wish):
            self._ask(self._wish(bounds, _widened(visible, bounds), ratio, turns))
        if self._made is not None and self._made.wish.turns == turns:
            painter.save()
            to_device(painter, ratio)
            seen = _draw(painter, self._made, bounds)
            painter.restore()
            self._seen = to_logical(Box(seen.x(), seen.y(), seen.width(), seen.height()), ratio)
            if not self._timer.isActive():
                self._timer.start()

    def _wish(self, bounds: Box, area: Box, ratio: float, turns: int) -> _Wish:
        return _Wish(bounds, area, self._look, ratio >= 1.5, turns)

    def _ask(self, wish: _Wish) -> None:
        """One is made at a time: of several that are asked for meanwhile only the last."""
        self._asked = wish
        if not self._working:
            self._make()

    def _make(self) -> None:
        mask, wish = self._mask, self._asked
        if mask is None or wish is None:
            return
        self._working = True
        self.background(
            lambda: _sampled(mask, wish),
            lambda found: self._take(mask, wish, found),
            self._fail,
        )

    def _take(self, mask: Mask, wish: _Wish, found: Sample) -> None:
        self._working = False
        if mask is self._mask:
            height, width = found.pixels.shape
            image = QImage(found.pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
            self._made = _Made(wish, found, image)
            self._host.update()
        if wish is not self._asked:
            self._make()

    def _fail(self, error: FluxError) -> None:
        """The region is not seen: nothing else depends on it."""
        del error
        self._working = False

    def _step(self) -> None:
        """Let the outline walk on, unless nobody sees it, or the user wants little motion."""
        made, host = self._made, self._host
        if made is None or not host.isVisible():
            self._timer.stop()
        elif host.isActiveWindow() and not self.is_calm():
            self._steps += 1
            made.sample.walk(self._steps)
            host.update(self._seen)


def _sampled(mask: Mask, wish: _Wish) -> Sample:
    """Slow: for a thread."""
    from flux_desktop.ui.canvas.tools.sampling import sample

    tint = wish.look is Look.TINT
    return sample(mask, wish.bounds, wish.area, tint=tint, thick=wish.thick, turns=wish.turns)


def _draw(painter: QPainter, made: _Made, bounds: Box) -> QRect:
    """Where it belongs now; drawn larger or smaller while the one for a new zoom is not there yet. What was painted."""
    then, area = made.wish.bounds, made.wish.area
    if (then.width, then.height) == (bounds.width, bounds.height):
        place, seen = _moved(area, bounds.x - then.x, bounds.y - then.y), QRect()
        corner = QPoint(int(place.x), int(place.y))
        for tile in (QRect(*tile) for tile in made.sample.tiles):
            painter.drawImage(corner + tile.topLeft(), made.image, tile)
            seen = seen.united(tile.translated(corner))
        return seen
    scale = bounds.width / then.width
    left, top = bounds.x + (area.x - then.x) * scale, bounds.y + (area.y - then.y) * scale
    target = QRectF(left, top, area.width * scale, area.height * scale)
    painter.drawImage(target, made.image, QRectF(QRect(QPoint(), made.image.size())))
    return target.toAlignedRect()


def _widened(visible: Box, bounds: Box) -> Box:
    wide = Box(visible.x - AROUND, visible.y - AROUND, visible.width + 2 * AROUND, visible.height + 2 * AROUND)
    return wide.intersected(bounds)


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)


def _at_once(work: Callable[[], T], then: Callable[[T], object], on_error: Callable[[FluxError], object]) -> None:
    del on_error
    then(work())
