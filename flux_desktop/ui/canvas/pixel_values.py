"""Numbers on pixels: thousands of them, so they are put together of tiles that were painted once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

__all__ = ["Numbers"]

BRIGHT = 0.18
"""The luminance from which on black is better to read than white."""
WEIGHTS = (0.2126, 0.7152, 0.0722)
SHIFTS = (16, 8, 0)
"""Of red, green and blue in 0xAARRGGBB; they stand below each other."""
NOTHING = 512
"""The tile on pixels that can't be seen."""

Pixels = NDArray[np.uint32]


class Numbers:
    """0 to 255 in black and in white, `size` device pixels large."""

    def __init__(self, size: int) -> None:
        font = QFont()
        font.setPixelSize(size)
        metrics = QFontMetrics(font)
        self._cell = QSize(metrics.horizontalAdvance("000") + 2, metrics.ascent())
        blank = np.zeros((1, self._cell.height(), self._cell.width()), np.uint32)
        self._tiles = np.concatenate(
            [self._painted(font, ink) for ink in (Qt.GlobalColor.black, Qt.GlobalColor.white)] + [blank]
        )

    def draw(self, painter: QPainter, place: QRect, pixels: QImage, xs: list[int], ys: list[int]) -> None:
        """Write the values of `pixels`, the middle of each at one of `xs` and of `ys` from the corner of `place` on."""
        values = _values(pixels.convertToFormat(QImage.Format.Format_ARGB32))
        width, height = self._cell.width(), self._cell.height() * len(SHIFTS)
        tall = np.concatenate([self._tiles[index] for index in _tiles(values)], axis=2)  # rows × columns × high × wide
        lines = tall.swapaxes(1, 2).reshape(len(ys) * height, len(xs) * width)
        columns = (np.array(xs)[:, None] - width // 2 + np.arange(width)).ravel()
        rows = (np.array(ys)[:, None] - height // 2 + np.arange(height)).ravel()
        # One more at the end takes all that lies outside.
        across = np.zeros((len(lines), place.width() + 1), np.uint32)
        across[:, _inside(columns, place.width())] = lines
        result = np.zeros((place.height() + 1, place.width()), np.uint32)
        result[_inside(rows, place.height())] = across[:, :-1]
        form = QImage.Format.Format_ARGB32_Premultiplied
        painter.drawImage(place.topLeft(), QImage(result.data, place.width(), place.height(), place.width() * 4, form))

    def _painted(self, font: QFont, ink: Qt.GlobalColor) -> Pixels:
        width, height = self._cell.toTuple()
        image = QImage(width, height * 256, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setFont(font)
        painter.setPen(ink)
        for value in range(256):
            place = QRect(0, value * height, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, str(value))
        painter.end()
        return _values(image).reshape(256, height, width)


def _tiles(values: Pixels) -> list[NDArray[np.intp]]:
    """Which tile belongs to red, green and blue of each pixel."""
    alpha = values >> 24
    channels = [((values >> shift) & 255).astype(np.intp) for shift in SHIFTS]
    light = sum(weight * (channel / 255) ** 2.2 for weight, channel in zip(WEIGHTS, channels, strict=True))
    is_white = (light <= BRIGHT) & (alpha >= 128)
    return [np.where(alpha == 0, NOTHING, channel + 256 * is_white) for channel in channels]


def _inside(places: NDArray[np.intp], end: int) -> NDArray[np.intp]:
    return np.where((places >= 0) & (places < end), places, end)


def _values(image: QImage) -> Pixels:
    """A copy of the pixels of an image of 32 bits, height × width, 0xAARRGGBB."""
    return np.frombuffer(bytes(image.constBits()), np.uint32).reshape(image.height(), image.width())
