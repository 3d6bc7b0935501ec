"""What is under the pointer in numbers: the place in the picture, and its colour as red, green and blue and as hex."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import theme
from flux_desktop.ui.canvas.rects import above
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from flux_desktop.imaging.exact_values import ExactPart
    from flux_desktop.ui.canvas.under import Place

__all__ = ["InfoLine", "Reading"]

MARGIN = 8
NEAR = 16
"""Logical pixels round its corner within which it gives way to the pointer."""
SPACE = 10
"""Between two numbers, in logical pixels."""
PADDING = 4
MOST = 65535
"""Of 16 bits."""


class Reading(NamedTuple):
    """A place in pixels of the picture, and its colour, if that is known: a preview has others.

    `place` is the pixel that is seen there: while two pictures are compared it may be one of the other.
    """

    x: int
    y: int
    colour: QColor | None
    place: Place | None = None

    @property
    def numbers(self) -> str:
        """Red, green and blue, 0 to 255, and how opaque it is where it is not wholly."""
        if self.colour is None:
            return ""
        values = " ".join(str(value) for value in (self.colour.red(), self.colour.green(), self.colour.blue()))
        return values if self.colour.alpha() == 255 else f"{values} · {self.colour.alphaF():.0%}"

    @property
    def hex(self) -> str:
        return self.colour.name().upper() if self.colour is not None else ""


class InfoLine(QWidget):
    """Lies over the lower right corner of its parent while there is something to tell; lets the mouse through.

    What is pointed at is to be seen: while that is in the corner, the line lies in the one on the left.
    It has the room for the longest numbers of the picture, so nothing in it moves when they change. `told` carries
    each other Reading, or None.
    """

    told = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._reading: Reading | None = None
        self._exact: Mapping[str, ExactPart] = MappingProxyType({})
        self._longest = "", "", ""
        self._lift, self._taken = 0, tuple[QRect, ...]()
        self._home = QRect()
        self._pointer: QPointF | None = None
        named(self, "info_line", tr("Pixel under the pointer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def words(self) -> str:
        """All that is shown, in one line."""
        return "  ".join(part for part in self._parts(self._reading) if part) if self._reading is not None else ""

    @property
    def reading(self) -> Reading | None:
        """What is told now."""
        return self._reading

    def set_exact(self, parts: Mapping[str, ExactPart]) -> None:
        """Tell the values of 16 bits that are known of the pictures with these ids in place of what is seen of them."""
        if parts != self._exact:
            self._exact = parts
            self.place(self._lift, self._taken)
            self.setAccessibleDescription(self.words)
            self.update()

    def fit(self, width: int, height: int, *, has_alpha: bool) -> None:
        """Take the room that the numbers of such a picture can need."""
        place = _place(*(10 ** len(str(side)) - 1 for side in (width, height)))
        self._longest = place, "000 000 000 · 100%" if has_alpha else "000 000 000", "#DDDDDD"

    def tell(self, reading: Reading | None) -> None:
        """Show `reading`, or nothing."""
        if reading != self._reading:
            self._reading = reading
            self.setAccessibleDescription(self.words)
            self.setVisible(reading is not None)
            self.update()
            self.told.emit(reading)

    def place(self, lift: int = 0, taken: tuple[QRect, ...] = ()) -> None:
        """Lie in the corner, above what takes the lowest `lift` pixels and what is `taken`."""
        self._lift, self._taken = lift, taken
        size, room = self.sizeHint(), self._host.size()
        corner = QPoint(room.width() - size.width() - MARGIN, room.height() - size.height() - max(MARGIN, lift))
        self._home = above(QRect(corner, size), taken, MARGIN)
        self._give_way()

    def avoid(self, pointer: QPointF | None) -> None:
        """Leave what is at `pointer` to be seen."""
        self._pointer = pointer
        self._give_way()

    def _give_way(self) -> None:
        """Be in the corner, or in the other one while the pointer is in this one, but not in both."""
        place, pointer = QRect(self._home), self._pointer
        if pointer is not None and _around(place).contains(pointer.toPoint()):
            place.moveLeft(MARGIN)
            if _around(place).contains(pointer.toPoint()):
                place = QRect(self._home)
        if place != self.geometry():
            self.setGeometry(place)

    def sizeHint(self) -> QSize:  # noqa: N802
        line = self.fontMetrics().height()
        return QSize(line + sum(self._widths()) + (2 + len(self._longest)) * SPACE, line + 2 * PADDING)

    def _widths(self) -> list[int]:
        place, numbers, hex = (self.fontMetrics().horizontalAdvance(words) for words in self._longest)
        for channels in {part.pixels.shape[2] for part in self._exact.values()}:
            longest = _exact_words((MOST,) * (channels - 1) + (MOST - 1,))  # not wholly opaque
            numbers = max(numbers, self.fontMetrics().horizontalAdvance(longest))
        return [place, numbers, hex]

    def _parts(self, reading: Reading) -> tuple[str, str, str]:
        place = reading.place
        part = self._exact.get(place.id) if place is not None else None
        exact = part.at(place.x, place.y) if part is not None and place is not None else ()
        return _place(reading.x, reading.y), _exact_words(exact) if exact else reading.numbers, reading.hex

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A swatch of the colour, then the three."""
        painter, colours = QPainter(self), theme.in_use()
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.window))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if (reading := self._reading) is None:
            return
        x, side = SPACE, self.fontMetrics().height() - 2
        if reading.colour is not None:
            painter.setPen(QColor(colours.edge))
            painter.setBrush(QColor(reading.colour.rgb()))
            painter.drawRect(x, (self.height() - side) // 2, side - 1, side - 1)
        x += side + SPACE
        painter.setPen(QColor(colours.text))
        for words, width in zip(self._parts(reading), self._widths(), strict=True):
            painter.drawText(QRect(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + SPACE


def _around(place: QRect) -> QRect:
    return place.adjusted(-NEAR, -NEAR, NEAR, NEAR)


def _exact_words(values: tuple[int, ...]) -> str:
    """Grey or red, green and blue, 0 to 65535, and how opaque it is where it is not wholly."""
    alpha = values[-1] if len(values) in (2, 4) else MOST
    if len(values) >= 3:
        words = tr("R {red} G {green} B {blue} (16 bit)", red=values[0], green=values[1], blue=values[2])
    else:
        words = tr("{value} (16 bit)", value=values[0])
    return words if alpha == MOST else f"{words} · {alpha / MOST:.0%}"


def _place(x: int, y: int) -> str:
    return f"{x}, {y}"
