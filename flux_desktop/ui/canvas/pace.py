"""How well the canvas is painted while something moves on it: as well as there is time for, and better soon after."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

__all__ = ["Pace"]

FRAME = 0.003
"""Seconds that blending the pixels of a frame may take while something moves."""
STILL_AFTER = 90
"""Milliseconds after the last movement."""
USUAL_COST = 4e-9
"""Seconds that a blended pixel takes, until it has been measured: some processors need ten times as long as others."""
MEASURED_FROM = 100_000
"""Pixels: of fewer the time says little."""


class Pace(QObject):
    """Lets a widget be painted quickly, pixels taken but not blended, where blending would take longer than a frame.

    What was painted so is painted again as soon as nothing moves, in bands that take no longer than a frame each.
    Rectangles are logical pixels of the widget, amounts of pixels device pixels.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._cost = USUAL_COST
        self._rough = QRegion()
        self._moving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._refine)

    @property
    def is_fine(self) -> bool:
        """Whether everything has been painted as well as it can be."""
        return self._rough.isEmpty()

    def move(self) -> None:
        """Something has moved: the next frame is to come quickly."""
        self._moving = True
        self._timer.start(STILL_AFTER)

    def is_quick(self, part: QRegion, pixels: float) -> bool:
        """Whether `part` is to be painted quickly now; it is then seen to that it is painted again."""
        quick = self._moving and pixels * self._cost > FRAME
        self._rough = self._rough.united(part) if quick else self._rough.subtracted(part)
        return quick

    def took(self, pixels: float, seconds: float) -> None:
        """Learn what blending costs here."""
        if pixels >= MEASURED_FROM:
            self._cost += (seconds / pixels - self._cost) / 4

    def shift(self, dx: int, dy: int) -> None:
        """What has been painted has been moved."""
        self._rough = self._rough.translated(dx, dy).intersected(self._widget.rect())

    def _refine(self) -> None:
        self._moving = False
        band = self._rough.boundingRect().intersected(self._widget.rect())
        if band.isEmpty():
            self._rough = QRegion()
            return
        pixels = max(FRAME / self._cost, MEASURED_FROM) / self._widget.devicePixelRatioF() ** 2
        band.setHeight(min(band.height(), max(1, int(pixels / band.width()))))
        self._rough = self._rough.subtracted(band)
        self._widget.repaint(band)
        self._timer.start(0)
