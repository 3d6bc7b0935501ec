"""The canvas: one widget that shows a picture, lets one move in it, and compares it with another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QWidget

from flux_desktop.ui.canvas.compare import CompareMode, CompareView
from flux_desktop.ui.canvas.gestures import Gestures
from flux_desktop.ui.canvas.hint import Hint
from flux_desktop.ui.canvas.levels import Shown
from flux_desktop.ui.canvas.painting import draw_drop_place, draw_ring, draw_scene, is_dark, to_logical
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.transform import Point, View, step_down, step_up
from flux_desktop.ui.empty_state import EmptyState

__all__ = ["Canvas"]

SURROUND = (QColor(128, 128, 128), QColor(56, 56, 56))
LINE_REACH = 3
"""Pixels beside the divider's line that it also covers."""
KEPT_RING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The focus comes back to where it was: so does the ring."""


class Canvas(QWidget):
    """The picture area. Positions of its methods are logical pixels of the widget; zoom 1.0 is one device pixel."""

    picture_shown = Signal(str)
    """The id of the picture; "" when there is none any more."""
    zoom_changed = Signal(float)
    split_changed = Signal(float)
    compare_changed = Signal()
    """The mode, or whether two pictures are seen."""
    drag_requested = Signal()
    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, empty: EmptyState | None = None) -> None:
        """`empty` is shown while there is no picture; a window may have it before it has a canvas."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleIdentifier("canvas")
        self.setAccessibleName("Canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._scene = Scene()
        self._surround = SURROUND
        self._ringed = False
        self._gestures = Gestures(self)
        self._divider = CompareView(self)
        self._empty = empty or EmptyState()
        self._empty.setParent(self)
        self._hint = Hint(self)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self._divider.valueChanged.connect(self._follow_divider)
        self._divider.dragged_to.connect(self._drag_divider)
        self._divider.focus_lost.connect(self._gestures.let_go)
        self._empty.open_requested.connect(self.open_requested)
        self._empty.paste_requested.connect(self.paste_requested)
        self._empty.sample_requested.connect(self.sample_requested)
        self._empty.recent_requested.connect(self.recent_requested)

    # What is shown

    def show_picture(self, picture: Shown | None) -> None:
        """Show `picture`, or the empty state; zoom and position stay if it has the shape of the one before."""
        self._scene.shown = picture
        self._arrange()
        self.picture_shown.emit(picture.id if picture else "")

    @property
    def picture(self) -> Shown | None:
        return self._scene.shown

    @property
    def has_picture(self) -> bool:
        return self._scene.shown is not None

    def set_recent(self, paths: Sequence[str]) -> None:
        """Files that the empty state offers."""
        self._empty.set_recent(paths)

    def set_message(self, text: str) -> None:
        """A few words over the picture, e.g. “Opening …”; "" takes them away."""
        self._hint.say(text)

    @property
    def surround(self) -> tuple[QColor, QColor]:
        """The neutral colour round a picture, in a light and in a dark theme."""
        return self._surround

    @surround.setter
    def surround(self, colours: tuple[QColor, QColor]) -> None:
        self._surround = colours
        self.update()

    # Zoom and position

    @property
    def view(self) -> View:
        """Where the picture lies, in device pixels."""
        return self._scene.view

    @property
    def zoom(self) -> float:
        """Device pixels a pixel of the picture (while two are seen: of the first one)."""
        return self._scene.view.zoom

    @property
    def is_fit(self) -> bool:
        """Whether the zoom follows the size of the canvas."""
        return self._scene.view.fits

    @property
    def wheel_zooms(self) -> bool:
        """Whether a plain mouse wheel zooms (else it scrolls, and Ctrl+wheel zooms)."""
        return self._gestures.wheel_zooms

    @wheel_zooms.setter
    def wheel_zooms(self, zooms: bool) -> None:
        self._gestures.wheel_zooms = zooms

    def fit(self) -> None:
        """Show all of the picture, and keep doing so when the canvas changes its size."""
        self._set_view(self.view.fitted())

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom (1.0 is 100 %) with the point `at`, or the middle, staying where it is."""
        self._set_view(self.view.zoomed(zoom, None if at is None else self._to_pane(at)))

    def zoom_in(self) -> None:
        self.zoom_to(step_up(self.zoom))

    def zoom_out(self) -> None:
        self.zoom_to(step_down(self.zoom))

    def toggle_zoom(self, at: QPointF | None = None) -> None:
        """From fit to 100 % at a point, and from anything else to fit."""
        if self.is_fit:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels, as far as its edge."""
        ratio = self._scene.ratio
        self._set_view(self.view.panned(dx * ratio, dy * ratio))

    def holds(self, position: QPointF) -> bool:
        """Whether a picture is under `position`."""
        return self._scene.holds(self._device(position))

    # Comparison

    def compare(self, before: Shown | None, labels: tuple[str, str] = ("Original", "Result")) -> None:
        """Set what the picture is compared with, or None; how they are compared stays as it was chosen."""
        self._scene.before, self._scene.labels = before, labels
        self._divider.setAccessibleDescription(f"{labels[0]} first, {labels[1]} second")
        self._arrange()
        self.compare_changed.emit()

    @property
    def compared(self) -> Shown | None:
        """The other picture."""
        return self._scene.before

    @property
    def is_comparing(self) -> bool:
        """Whether two pictures are seen."""
        return self._scene.comparing

    @property
    def compare_mode(self) -> CompareMode:
        return self._scene.mode

    @compare_mode.setter
    def compare_mode(self, mode: CompareMode) -> None:
        self._scene.mode = CompareMode(mode)
        self._arrange()
        self.compare_changed.emit()

    def cycle_compare(self) -> None:
        """The next mode: single, split, side by side."""
        self.compare_mode = self.compare_mode.following

    @property
    def orientation(self) -> Qt.Orientation:
        """Horizontal: the two lie left and right; vertical: above and below each other."""
        return Qt.Orientation.Horizontal if self._scene.across else Qt.Orientation.Vertical

    @orientation.setter
    def orientation(self, orientation: Qt.Orientation) -> None:
        self._scene.across = orientation is Qt.Orientation.Horizontal
        self._arrange()

    @property
    def split(self) -> float:
        """The share of the seen picture left of (or above) the divider, 0 … 1."""
        return self._divider.split

    @split.setter
    def split(self, share: float) -> None:
        self._divider.split = share

    @property
    def peeking(self) -> bool:
        return self._scene.peek

    def set_peek(self, peek: bool) -> None:
        """Show the other picture in place of this one for as long as it is wanted."""
        if peek != self._scene.peek:
            self._scene.peek = peek
            self._divider.set_line_hidden(peek and self.compare_mode is CompareMode.SPLIT)
            self._describe()
            self.update()

    def set_divider_passive(self, passive: bool) -> None:
        """Let the mouse through the divider for a while."""
        self._divider.set_passive(passive)

    # Keeping up

    def _set_view(self, view: View) -> None:
        if not self.has_picture or view == self.view:
            return
        before = self.zoom
        self._scene.view = view
        self._refresh(before)

    def _arrange(self) -> None:
        before = self.zoom
        ratio = self.devicePixelRatioF()
        self._scene.arrange((round(self.width() * ratio), round(self.height() * ratio)), ratio)
        self._empty.setVisible(not self.has_picture)
        self._refresh(before)

    def _refresh(self, old_zoom: float) -> None:
        self._place_divider()
        self._gestures.show_cursor()
        self._describe()
        self.update()
        if self.zoom != old_zoom:
            self.zoom_changed.emit(self.zoom)

    def _place_divider(self) -> None:
        seen = self.is_comparing
        movable = seen and self.compare_mode is CompareMode.SPLIT
        if not movable and self._divider.hasFocus():
            self.setFocus()
        if seen:
            along = self._seen() if movable else self.rect()
            self._divider.follow(along, self._scene.line, self.orientation, movable=movable)
        self._divider.setVisible(seen)

    def _follow_divider(self) -> None:
        old = self._scene.line
        self._scene.split = self._divider.split
        if self.is_comparing and self.compare_mode is CompareMode.SPLIT:
            self._place_divider()
            self.update(self._strip(old, self._scene.line))
        self.split_changed.emit(self.split)

    def _strip(self, one: int, other: int) -> QRect:
        """What the divider crosses on its way: all that has to be painted again."""
        start, end = min(one, other) - LINE_REACH, max(one, other) + LINE_REACH
        if self._scene.across:
            return QRect(start, 0, end - start, self.height())
        return QRect(0, start, self.width(), end - start)

    def _drag_divider(self, point: QPoint) -> None:
        self.split = self._scene.split_at(point.x() if self._scene.across else point.y())

    def _describe(self) -> None:
        """Keep the description for screen readers up to date."""
        self.setAccessibleDescription(self._scene.described())

    def _device(self, position: QPointF) -> Point:
        return position.x() * self._scene.ratio, position.y() * self._scene.ratio

    def _to_pane(self, position: QPointF) -> Point:
        point = self._device(position)
        pane = self._scene.pane_at(point)
        return point[0] - pane.x, point[1] - pane.y

    def _seen(self) -> QRect:
        return to_logical(self.view.visible, self._scene.ratio)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if self.has_picture:
            surround = self._surround[is_dark(self.palette().window().color())]
            draw_scene(painter, self._scene, event.rect(), surround)
        else:
            painter.fillRect(event.rect(), self.palette().window())
            draw_drop_place(painter, self.rect(), self._empty.glyph_place(), self.palette().windowText().color())
        if self._ringed and self.hasFocus():
            draw_ring(painter, self.rect(), self.palette().highlight().color())
        painter.end()

    # Events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._gestures.native(event):
            event.accept()
            return True
        if isinstance(event, QGestureEvent) and self._gestures.gesture(event):
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._empty.scale_title()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._empty.setGeometry(self.rect())
        self._hint.place()
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(640, 500)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 180)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.press(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.setAccepted(self._gestures.move(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.setAccepted(self._gestures.release(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.double_click(event))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.wheel(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.key_press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.setAccepted(self._gestures.key_release(event))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring, but not to who clicked and so knows: it lies over the picture."""
        super().focusInEvent(event)
        if event.reason() not in KEPT_RING:
            self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._gestures.let_go()
        self.update()
