"""The canvas: one widget that shows a picture, lets one move in it, and compares it with another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.canvas.blinking import Blinker
from flux_desktop.ui.canvas.compare import CompareView
from flux_desktop.ui.canvas.differing import Background, Differences
from flux_desktop.ui.canvas.extras import Extras
from flux_desktop.ui.canvas.gestures import ARROWS
from flux_desktop.ui.canvas.levels import Shown
from flux_desktop.ui.canvas.loupe import Loupe
from flux_desktop.ui.canvas.modes import CompareMode, Tuning
from flux_desktop.ui.canvas.rects import to_logical
from flux_desktop.ui.canvas.scene import usual_labels
from flux_desktop.ui.canvas.stage import Stage
from flux_desktop.ui.canvas.tuning_strip import TuningStrip
from flux_desktop.ui.naming import announce
from flux_desktop.ui.parts.empty_state import EmptyState

__all__ = ["Canvas"]

LINE_REACH = 3
"""Pixels beside the divider's line that it also covers."""


class Canvas(Stage):
    """The picture area: a stage on which two pictures can be compared."""

    split_changed = Signal(float)
    compare_changed = Signal()
    """How pictures are compared, or whether there are two."""
    tuning_changed = Signal(Tuning)
    loupe_toggled = Signal(bool)
    room_taken = Signal(QRect)
    """What of the canvas is behind the controls of a comparison; an empty one when they go."""

    def __init__(self, parent: QWidget | None = None, *, empty: EmptyState | None = None) -> None:
        """`empty` is shown while there is no picture; a window may have it before it has a canvas."""
        super().__init__(parent, empty=empty)
        self._tuning = Tuning()
        self._divider = CompareView(self)
        self._blinker = Blinker(self)
        self._differences = Differences(self)
        self._strip = TuningStrip(self)
        self.extras = Extras(self, self._scene)
        self._loupe = Loupe(self, self._scene)
        self.setMouseTracking(True)  # for the loupe, and for what a tool shows at the pointer
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self._divider.split_changed.connect(self._follow_divider)
        self._divider.dragged_to.connect(self._drag_divider)
        self._divider.focus_lost.connect(self._gestures.let_go)
        self._blinker.flipped.connect(self._flip)
        self._blinker.paused_changed.connect(self._strip.set_paused)
        self._differences.found.connect(self._show_difference)
        self._strip.tuned.connect(self._tune)
        self._strip.room_taken.connect(self.room_taken)
        self._strip.pause_toggled.connect(self._blinker.set_paused)
        self.held_up.connect(self.set_peek)
        self.grabbed.connect(self._divider.set_passive)

    # The two pictures

    def compare(self, before: Shown | None, labels: tuple[str, str] | None = None) -> None:
        """Set what the picture is compared with, or None; how they are compared stays as it was chosen."""
        self._scene.before, self._scene.labels = before, labels or usual_labels()
        self._arrange()
        self.compare_changed.emit()

    def show_pair(self, picture: Shown | None, before: Shown | None, labels: tuple[str, str]) -> None:
        """Show `picture` and what it is compared with at once: no other two are seen on the way."""
        self._scene.before, self._scene.labels = before, labels
        self.show_picture(picture)
        self.compare_changed.emit()

    @property
    def compared(self) -> Shown | None:
        """The other picture."""
        return self._scene.before

    @property
    def is_comparing(self) -> bool:
        """Whether two pictures are compared."""
        return self._scene.comparing

    def set_background(self, background: Background) -> None:
        """How slow work is done beside the window; until it is set, at once."""
        self._differences.background = background

    # The way they are compared

    @property
    def compare_mode(self) -> CompareMode:
        return self._scene.mode

    @compare_mode.setter
    def compare_mode(self, mode: CompareMode) -> None:
        scene = self._scene
        scene.mode, scene.flipped = CompareMode(mode), False
        self._blinker.begin()
        self._arrange()
        self.compare_changed.emit()
        self._announce(scene.mode.heading, scene.sides(), scene.finding)

    def cycle_compare(self) -> None:
        """The next mode, and the first after the last."""
        self.compare_mode = self.compare_mode.following

    @property
    def orientation(self) -> Qt.Orientation:
        """Horizontal: the two lie left and right; vertical: above and below each other."""
        return Qt.Orientation.Horizontal if self._scene.across else Qt.Orientation.Vertical

    @orientation.setter
    def orientation(self, orientation: Qt.Orientation) -> None:
        self._scene.across = orientation is Qt.Orientation.Horizontal
        self._arrange()
        self.compare_changed.emit()
        self._announce(tr("Left and right") if self._scene.across else tr("Above and below"))

    @property
    def split(self) -> float:
        """The share of the seen picture left of (or above) the divider, 0 … 1."""
        return self._divider.split

    @split.setter
    def split(self, share: float) -> None:
        self._divider.split = share

    @property
    def swapped(self) -> bool:
        """Whether the two have changed sides."""
        return self._scene.swapped

    def swap(self) -> None:
        """Let the two pictures change sides: the after becomes the before."""
        self._scene.swapped = not self._scene.swapped
        self._arrange()
        self._announce(tr("Sides swapped"), self._scene.sides())

    @property
    def peeking(self) -> bool:
        return self._scene.peek

    def set_peek(self, peek: bool) -> None:
        """Show the other picture in place of this one for as long as it is wanted."""
        if peek != self._scene.peek:
            self._scene.peek = peek
            self._refresh(self.zoom)
            if self._scene.before is not None:
                self._announce(tr("Showing {picture}", picture=self._scene.labels[0 if peek else 1]))

    @property
    def tuning(self) -> Tuning:
        """How the modes are adjusted."""
        return self._tuning

    @tuning.setter
    def tuning(self, tuning: Tuning) -> None:
        self._tuning = tuning.limited()
        self._strip.set_tuning(self._tuning)
        self._blinker.set_rate(self._tuning.rate)
        self._scene.opacity = self._tuning.opacity / 100
        self._refresh(self.zoom)

    def set_calm(self, calm: bool) -> None:
        """Whether the user wants little motion: blinking then begins paused."""
        self._blinker.calm = calm

    # The loupe

    @property
    def has_loupe(self) -> bool:
        """Whether the loupe is out."""
        return self._loupe.isVisibleTo(self)

    def set_loupe(self, out: bool) -> None:
        """Take the loupe out, over the pointer or else over the middle of what is seen, or put it away."""
        if out == self.has_loupe or (out and not self.has_picture):
            return
        if out:
            pointer = QPointF(self.mapFromGlobal(QCursor.pos()))
            self._loupe.look_at(pointer if self.holds(pointer) else QPointF(self._seen().center()))
        self._loupe.setVisible(out)
        self.loupe_toggled.emit(out)
        self._announce(tr("Loupe on") if out else tr("Loupe off"))

    # Keeping up

    def _follow(self) -> None:
        scene = self._scene
        self._place_divider()
        self._find_difference()
        self._strip.set_mode(scene.mode if scene.comparing else None)
        self._hint.lift(self._strip.height_taken)
        self.extras.follow(self._strip.height_taken)
        self._blinker.set_wanted(scene.comparing and scene.mode is CompareMode.BLINK and not scene.peeking)
        if self.has_loupe:
            self._loupe.place()
            if not self.has_picture:
                self.set_loupe(False)

    def _draw_over(self, painter: QPainter, parts: Sequence[QRect], on_screen: bool) -> None:
        self.extras.paint(painter, parts, on_screen)

    def _place_divider(self) -> None:
        seen = self.is_comparing and self.compare_mode.has_divider
        movable = seen and self.compare_mode is CompareMode.SPLIT
        if not movable and self._divider.hasFocus():
            self.setFocus()
        if seen:
            along = self._seen() if movable else self.rect()
            self._divider.follow(along, self._scene.line, self.orientation, movable=movable)
            self._divider.set_line_hidden(self._scene.peeking and movable)
            self._divider.setAccessibleDescription(self._scene.sides())
        self._divider.setVisible(seen)

    def _follow_divider(self) -> None:
        old = self._scene.line
        self._scene.split = self._divider.split
        if self.is_comparing and self.compare_mode is CompareMode.SPLIT:
            self._place_divider()
            self.update(self._strip_between(old, self._scene.line))
            self.extras.look_again()
        self.split_changed.emit(self.split)

    def _strip_between(self, one: int, other: int) -> QRect:
        """What the divider crosses on its way: all that has to be painted again."""
        start, end = min(one, other) - LINE_REACH, max(one, other) + LINE_REACH
        if self._scene.across:
            return QRect(start, 0, end - start, self.height())
        return QRect(0, start, self.width(), end - start)

    def _drag_divider(self, point: QPoint) -> None:
        self.split = self._scene.split_at(point.x() if self._scene.across else point.y())

    def _flip(self) -> None:
        self._scene.flipped = not self._scene.flipped
        self.update()
        self.extras.look_again()

    def _tune(self, tuning: Tuning) -> None:
        self.tuning = tuning
        self.tuning_changed.emit(self._tuning)

    def _find_difference(self) -> None:
        scene = self._scene
        if scene.mode is CompareMode.DIFFERENCE and scene.shown is not None and scene.before is not None:
            finding = self._differences.of(scene.before, scene.shown, self._tuning)
            scene.difference, scene.finding = finding.levels, finding.words
        else:
            self._differences.forget()
            scene.difference, scene.finding = None, ""

    def _show_difference(self) -> None:
        told = self._scene.finding
        self._refresh(self.zoom)
        if self._scene.finding != told:
            self._announce(self._scene.finding)

    def _seen(self) -> QRect:
        return to_logical(self.view.visible, self._scene.ratio)

    def _announce(self, *parts: str) -> None:
        """Tell screen readers what is to be seen now."""
        if self.has_picture:
            announce(self, ". ".join(part for part in parts if part))

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._blinker.check()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._blinker.check()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._blinker.check()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._strip.place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self.extras.look_at(event.position())
        if self.has_loupe:
            self._loupe.look_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.extras.look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrows move the loupe while it is out, Esc puts it away; all else is as ever."""
        key = Qt.Key(event.key())
        if self.has_loupe and key in ARROWS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            rest = self._loupe.step(ARROWS[key], far=far)
            self.pan_by(-rest.x(), -rest.y())
            self.extras.look_at(self._loupe.point)
        elif self.has_loupe and key is Qt.Key.Key_Escape:
            self.set_loupe(False)
        else:
            super().keyPressEvent(event)
