"""The tool in hand: turns mouse and keys on the canvas into drawings, and shows them, the region and its frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter

from flux_desktop.ui.canvas.gestures import ARROWS
from flux_desktop.ui.canvas.tools.drafts import (
    BoxDraft,
    Draft,
    LassoDraft,
    PolygonDraft,
    StrokeDraft,
    draw_box,
    draw_brush,
)
from flux_desktop.ui.canvas.tools.frame import Frame, FrameTool
from flux_desktop.ui.canvas.tools.kinds import BRUSHES, OF_REGION, SHAPES, Drawn, How, Tool
from flux_desktop.ui.canvas.tools.placing import Placing
from flux_desktop.ui.canvas.tools.values import ToolValues
from flux_desktop.ui.canvas.tools.veil import Look, Veil
from flux_desktop.ui.canvas.transform import Box, Point

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Toolbox"]

SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
HOWS = {(True, False): How.ADD, (False, True): How.SUBTRACT, (True, True): How.INTERSECT}
"""By Shift and Alt, as in other programs."""
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Toolbox(ToolValues):
    """A guest of the canvas. What it draws is told by signals; what there is of a region is given to it.

    `drawn` carries a Drawn. `moved` and `resized` carry pixels right and down: what arrow keys want of the region's
    box. `frame_wanted` carries a Crop. `cleared`: there is to be no region. `changed`: another tool or value.
    """

    drawn = Signal(object)
    moved = Signal(int, int)
    resized = Signal(int, int)
    frame_wanted = Signal(object)
    cleared = Signal()
    begun = Signal()
    """A shape is wanted in the middle of what is seen: Enter with a rectangle or an ellipse and no region."""
    refused = Signal(object)
    """Carries the How of a drawing that was not begun, because it needs a region and none is due."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.veil = Veil(canvas)
        self._size: tuple[int, int] | None = None
        self._mask: Mask | None = None
        self._origin = (0, 0)
        self._has_region = False
        self.is_region_due: Callable[[], bool] = lambda: True
        """Whether a region is there, or still being worked out."""
        self._ghost: tuple[Point, Point] | None = None
        self._framing = FrameTool()
        self._draft: Draft | None = None
        self._waiting: list[Draft] = []
        """Drawn, but not yet part of the region."""
        self._pointer: QPointF | None = None
        self._last = self._tool
        self._held = Qt.KeyboardModifier.NoModifier
        """What was held when the drawing began: it says how, not which shape."""
        self.changed.connect(self._on_change)
        canvas.set_guest(self)

    # What it is told.

    def set_picture(self, size: tuple[int, int] | None) -> None:
        """The size of the picture that can be drawn on; None while there is none."""
        if size != self._size:
            self._size = size
            self._forget()
            self._canvas.show_cursor()
            self._canvas.update()

    def set_mask(self, mask: Mask | None, origin: tuple[int, int] = (0, 0)) -> None:
        """The region as it is now; where it is another one, what was drawn first has become part of it.

        `origin` is where it begins in the picture: elsewhere than that where the picture is extended.
        """
        self._origin = origin
        if mask is not self._mask:
            self._waiting = self._waiting[1:]
        self._mask = mask
        self._has_region = mask is not None and not mask.is_empty
        self.veil.set_mask(mask)
        self._canvas.update()

    def forget_waiting(self) -> None:
        """What was drawn did not change the region, or could not be worked out."""
        self._waiting = []
        self._canvas.update()

    def set_ghost(self, corners: tuple[Point, Point] | None) -> None:
        """Show where the region is about to go."""
        self._ghost = corners
        self._canvas.update()

    def set_frame(self, frame: Frame | None) -> None:
        """Show `frame`, with handles while its tool is in hand."""
        self._framing.frame = frame
        self._canvas.update()

    # What is seen.

    @property
    def paints(self) -> bool:
        """Whether anything is drawn over the picture now."""
        if self._placing() is None:
            return False
        seen = self._has_region and self.veil.look is not Look.HIDDEN
        return seen or bool(self._waiting) or self._draft is not None or self._tool in (*BRUSHES, Tool.FRAME)

    @property
    def is_drawing(self) -> bool:
        """Whether something is begun and not yet drawn to its end."""
        return self._draft is not None or self._framing.is_dragged

    @property
    def seen(self) -> tuple[Point, Point] | None:
        """The corners of what is seen of the picture, in its pixels."""
        placing = self._placing()
        if placing is None:
            return None
        seen, ratio = placing.view.visible, placing.ratio
        ends = QPointF(seen.x / ratio, seen.y / ratio), QPointF(seen.right / ratio, seen.bottom / ratio)
        (left, right), (top, bottom) = map(sorted, zip(*map(placing.to_picture, ends), strict=True))
        return (left, top), (right, bottom)

    def pixels(self, length: float) -> float:
        """How many pixels of the picture so many logical ones of the canvas are."""
        placing = self._placing()
        return length / placing.scale if placing is not None else 0.0

    # Mouse

    def press(self, event: QMouseEvent) -> bool:
        placing = self._placing()
        if placing is None or self._tool is Tool.HAND or event.button() is not Qt.MouseButton.LeftButton:
            return False
        point = placing.to_picture(event.position())
        if self._tool is Tool.FRAME:
            return self._framing.press(event.position(), placing)
        self._held = event.modifiers() & (SHIFT | ALT)
        how = self._how_with(self._held)
        if isinstance(self._draft, PolygonDraft):
            self._set_corner(self._draft, point, placing)
        elif how in OF_REGION and not self.is_region_due():
            self.refused.emit(how)
        elif self._tool is Tool.WAND:
            self._pick(placing.pixel_at(event.position()), how)
        else:
            self._draft = self._begun(point, how)
        self._canvas.update()
        return True

    def move(self, event: QMouseEvent) -> bool:
        placing = self._placing()
        if placing is None or self._tool is Tool.HAND:
            return False
        before, self._pointer = self._pointer, event.position()
        point, draft, held = placing.to_picture(event.position()), self._draft, event.modifiers()
        self._held &= held
        if self._framing.is_dragged:
            self._framing.drag(event.position(), placing)
            self._canvas.update()
        elif isinstance(draft, StrokeDraft):
            self._canvas.update(draft.to(point, placing))
        elif isinstance(draft, BoxDraft):
            fresh = held & ~self._held
            draft.to(point, square=bool(fresh & SHIFT), centred=bool(fresh & ALT))
            self._canvas.update()
        elif isinstance(draft, LassoDraft):
            draft.to(point, placing)
            self._canvas.update()
        elif isinstance(draft, PolygonDraft):
            draft.to(point)
            self._canvas.update()
        self._show_pointer(before, placing)
        return self.is_drawing

    def release(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if self._framing.is_dragged:
            if (crop := self._framing.drop()) is not None:
                self.frame_wanted.emit(crop)
            return True
        if self._draft is None or isinstance(self._draft, PolygonDraft):
            return self._draft is not None
        self._finish(self._draft)
        return True

    def double_click(self, event: QMouseEvent) -> bool:
        """The second click of a polygon's last corner; elsewhere a click like any other."""
        if self._tool is Tool.HAND or self._placing() is None:
            return False
        if isinstance(self._draft, PolygonDraft):
            self._finish(self._draft)
            return True
        return self.press(event)

    def leave(self) -> None:
        self._pointer = None
        if self._tool in BRUSHES:
            self._canvas.update()

    def cursor(self) -> QCursor | None:
        placing = self._placing()
        if self._tool is Tool.HAND or placing is None:
            return None
        if self._tool is not Tool.FRAME:
            return QCursor(Qt.CursorShape.CrossCursor)
        return self._framing.cursor(self._pointer, placing)

    # Keys

    def key_press(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if self._tool is Tool.HAND or self._placing() is None:
            return False
        if key is Qt.Key.Key_Escape:
            return self._leave_off()
        if isinstance(self._draft, PolygonDraft) and (key in ENDING or key is Qt.Key.Key_Backspace):
            self._end_polygon(self._draft, key)
            return True
        if key in ENDING and self._tool in SHAPES[:2] and not self._has_region:
            self.begun.emit()
            return True
        return key in ARROWS and self._go(key, held)

    def _leave_off(self) -> bool:
        """Esc: leave what is being drawn, else the region, else the tool."""
        if self.is_drawing:
            self._forget()
        elif self._has_region and self._tool is not Tool.FRAME:
            self.cleared.emit()
        else:
            self.tool = Tool.HAND
        self._canvas.update()
        return True

    def _end_polygon(self, draft: PolygonDraft, key: Qt.Key) -> None:
        if key in ENDING:
            self._finish(draft)
        elif not draft.take_back():
            self._draft = None
        self._canvas.update()

    def _go(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """An arrow key moves the region or the frame by a pixel, ten with Shift; with Ctrl it changes the size."""
        step = -10 if held & SHIFT else -1
        x, y = self._way(ARROWS[key], step, resize=bool(held & CONTROL))
        if self._tool is Tool.FRAME:
            crop = self._framing.stepped((x, y), resize=bool(held & CONTROL))
            if crop is not None:
                self.frame_wanted.emit(crop)
            return crop is not None
        if self._has_region:
            (self.resized if held & CONTROL else self.moved).emit(x, y)
        return self._has_region

    # Painting

    def paint(self, painter: QPainter) -> None:
        placing = self._placing()
        if placing is None or self._canvas.peeking:
            return
        if self._mask is not None:
            bounds = placing.device_box(self._origin, self._mask.size)
            self.veil.paint(painter, bounds, Box(0, 0, *placing.view.viewport), placing.ratio, placing.view.turns)
        painter.save()
        for draft in (*self._waiting, *([self._draft] if self._draft else [])):
            draft.paint(painter, placing)
        if self._ghost is not None:
            draw_box(painter, placing.rect(*self._ghost))
        framing = self._tool is Tool.FRAME
        if framing or (self._has_region and self.veil.look is not Look.HIDDEN):
            self._framing.paint(painter, placing, self._canvas.rect(), handles=framing)
        if self._tool in BRUSHES and self._pointer is not None:
            draw_brush(painter, self._pointer, self._diameter * placing.scale)
        painter.restore()

    # Private.

    def _placing(self) -> Placing | None:
        """Where the picture is; None while none can be drawn on."""
        if self._size is None or not self._canvas.has_picture:
            return None
        return Placing(self._canvas.view, self._size, self._canvas.devicePixelRatioF())

    def _way(self, arrow: tuple[int, int], step: int, *, resize: bool) -> tuple[int, int]:
        """What an arrow key asks for as seen, in the picture: a way to go, or by how much its sides grow."""
        x, y = arrow[0] * step, arrow[1] * step
        placing = self._placing()
        if placing is None or not placing.view.turns:
            return x, y
        if resize:
            return (y, x) if placing.view.turns % 2 else (x, y)
        return placing.way((x, y))

    def _begun(self, point: Point, how: How) -> Draft:
        if self._tool in BRUSHES:
            return StrokeDraft(self._tool, how, point, self._diameter, self._hardness)
        if self._tool is Tool.LASSO:
            return LassoDraft(how, point)
        return PolygonDraft(how, point) if self._tool is Tool.POLYGON else BoxDraft(self._tool, how, point)

    def _how_with(self, held: Qt.KeyboardModifier) -> How:
        """What the keys that are held say, else the buttons. A brush adds, and an eraser takes away."""
        shift, alt = bool(held & SHIFT), bool(held & ALT)
        if self._tool in BRUSHES:
            return How.SUBTRACT if alt or self._tool is Tool.ERASER else How.ADD
        return HOWS.get((shift, alt), self._how)

    def _set_corner(self, draft: PolygonDraft, point: Point, placing: Placing) -> None:
        if draft.closes_at(point, placing):
            self._finish(draft)
        else:
            draft.add(point)

    def _pick(self, point: Point, how: How) -> None:
        """The wand takes what is clicked, nothing beyond the picture."""
        if self._size is not None and all(0 <= at < side for at, side in zip(point, self._size, strict=True)):
            self.drawn.emit(Drawn(Tool.WAND, (point,), how))

    def _finish(self, draft: Draft) -> None:
        """Tell what was drawn; it is seen until the region has it. A mere click takes the region away."""
        self._draft = None
        what = draft.drawn()
        if what is not None:
            self._waiting.append(draft)
            self.drawn.emit(what)
        elif draft.how is How.REPLACE and self._has_region:
            self.cleared.emit()
        self._canvas.update()

    def _forget(self) -> None:
        self._draft = None
        self._framing.give_up()

    def _show_pointer(self, before: QPointF | None, placing: Placing) -> None:
        """A brush shows its size where it is."""
        if self._tool is Tool.FRAME:
            self._canvas.show_cursor()
        elif self._tool in BRUSHES:
            reach = self._diameter * placing.scale / 2 + 3
            for place in (before, self._pointer):
                if place is not None:
                    self._canvas.update(_around(place, reach))

    def _on_change(self) -> None:
        """Another tool gives up what was being drawn."""
        if self._tool is not self._last:
            self._last = self._tool
            self._forget()
        self._canvas.show_cursor()
        self._canvas.update()


def _around(place: QPointF, reach: float) -> QRect:
    side = int(reach) + 1
    return QRect(int(place.x()) - side, int(place.y()) - side, 2 * side + 1, 2 * side + 1)
