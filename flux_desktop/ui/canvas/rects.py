"""Rectangles as Qt has them: of boxes, and of regions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from flux_desktop.ui.canvas.transform import Box

__all__ = ["above", "rectangles", "region_of", "to_logical", "to_rect"]


def to_rect(box: Box) -> QRect:
    """A box that lies at whole pixels as a QRect."""
    return QRect(int(box.x), int(box.y), int(box.width), int(box.height))


def to_logical(box: Box, ratio: float) -> QRect:
    """The logical pixels that a box of device pixels touches."""
    return QRectF(box.x / ratio, box.y / ratio, box.width / ratio, box.height / ratio).toAlignedRect()


def rectangles(region: QRegion) -> list[QRect]:
    """What `region` consists of."""
    return list(region)  # type: ignore[call-overload,no-any-return]  # it can be iterated, its stub does not say so


def region_of(parts: Iterable[QRect]) -> QRegion:
    """All that lies in any of `parts`."""
    region = QRegion()
    for part in parts:
        region += part
    return region


def above(place: QRect, taken: Iterable[QRect], gap: int) -> QRect:
    """`place`, or the lowest above it that is free of all that is `taken`, `gap` away from what is in the way."""
    free = QRect(place)
    for rect in sorted(taken, key=QRect.top, reverse=True):
        if free.intersects(rect):
            free.moveBottom(rect.top() - gap)
    return free
