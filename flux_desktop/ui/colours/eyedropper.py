"""The eyedropper over a picture: one click takes a colour, Shift+click goes on for more."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from flux_desktop.ui.colours.loupe import ColourLoupe
from flux_desktop.ui.colours.sampling import REACH, SIDES
from flux_desktop.ui.naming import announce

__all__ = ["Eyedropper", "Look"]

Look = Callable[[QPointF, int], QImage | None]
"""The pixel under a point of the place with so many more to each side; None where there is nothing to pick."""

STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
FAR = 10
"""Steps of an arrow key with Shift."""
PICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SIDE_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_3: 3, Qt.Key.Key_5: 5}
MOUSE = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


class Eyedropper(QObject):
    """While it is `begin`-ed it has the left button and some keys of `place`; all else goes on as ever.

    The arrow keys move it, Enter picks; 1, 3 and 5 choose how many pixels on each side are averaged; Esc ends it.
    `picked` carries `#rrggbb`, `ended` comes once afterwards, `side_chosen` carries another number of pixels.
    """

    picked = Signal(str)
    ended = Signal()
    side_chosen = Signal(int)
    moved = Signal(QPointF)
    """It has the pointer's moves while it is in hand: where in the place it is now."""

    def __init__(self, place: QWidget, look: Look) -> None:
        super().__init__(place)
        self._place = place
        self._look = look
        self._loupe: ColourLoupe | None = None
        self._point: QPointF | None = None
        self.side = 1

    @property
    def is_out(self) -> bool:
        """Whether it is in hand."""
        return self._loupe is not None

    @property
    def point(self) -> QPointF:
        """Where it was last, in the place."""
        return self._point or QPointF()

    @property
    def colour(self) -> str | None:
        """What a click would pick now."""
        return self._loupe.colour if self._loupe is not None else None

    def begin(self, side: int) -> None:
        """Take it in hand, over the pointer or else over the middle of the place."""
        if self._loupe is not None:
            return
        self.side = side if side in SIDES else 1
        self._loupe = ColourLoupe(self._place.window())
        self._place.installEventFilter(self)
        self._place.setMouseTracking(True)
        pointer = QPointF(self._place.mapFromGlobal(QCursor.pos()))
        inside = self._place.rect().contains(pointer.toPoint())
        self._go(pointer if inside else QPointF(self._place.rect().center()))

    def end(self) -> None:
        """Put it away."""
        if self._loupe is not None:
            self._place.removeEventFilter(self)
            self._place.unsetCursor()
            self._loupe.hide()
            self._loupe.deleteLater()
            self._loupe = None
            self.ended.emit()

    # Private.

    def _go(self, point: QPointF) -> None:
        self._point = point
        self._place.setCursor(Qt.CursorShape.CrossCursor)
        if self._loupe is not None:
            pixels = self._look(point, REACH)
            self._loupe.look(pixels, self.side, self._place.mapTo(self._place.window(), point).toPoint())
            self.moved.emit(point)

    def _pick(self, *, stays: bool) -> None:
        colour = self.colour
        if not stays:
            self.end()
        if colour is not None:
            self.picked.emit(colour)

    def _set_side(self, side: int) -> None:
        self.side = side
        self.side_chosen.emit(side)
        if self._point is not None:
            self._go(self._point)

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if watched is not getattr(self, "_place", None):  # Qt still asks while Python takes the window apart
            return False
        if kind in MOUSE:
            return self._on_mouse(cast("QMouseEvent", event))
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._on_key(cast("QKeyEvent", event))
        if kind == QEvent.Type.Leave and self._loupe is not None:
            self._loupe.look(None, self.side, self._place.rect().center())
        elif kind in (QEvent.Type.Hide, QEvent.Type.Close):
            self.end()
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._go(event.position())
            return True
        if event.button() is not Qt.MouseButton.LeftButton:
            return bool(event.buttons() & Qt.MouseButton.LeftButton)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._go(event.position())
            self._pick(stays=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        known = key in (*STEPS, *PICKING, *SIDE_KEYS, Qt.Key.Key_Escape)
        if not known or held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._do(key, shift=bool(held & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _do(self, key: Qt.Key, *, shift: bool) -> None:
        if key is Qt.Key.Key_Escape:
            self.end()
        elif key in PICKING:
            self._pick(stays=shift)
        elif key in SIDE_KEYS:
            self._set_side(SIDE_KEYS[key])
        elif self._point is not None:
            x, y = STEPS[key]
            far = FAR if shift else 1
            self._go(self._point + QPointF(x * far, y * far))
            announce(self._place, (self.colour or "").upper())
