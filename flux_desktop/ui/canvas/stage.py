"""A picture in a widget, and the ways to move in it; what is compared with it is added by the canvas."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QWidget

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import tr
from flux_desktop.ui.canvas.gestures import Gestures, Guest
from flux_desktop.ui.canvas.hint import Hint
from flux_desktop.ui.canvas.laying import NEAREST_FROM
from flux_desktop.ui.canvas.levels import Shown
from flux_desktop.ui.canvas.moving import Step, shown_through, step_between
from flux_desktop.ui.canvas.pace import Pace
from flux_desktop.ui.canvas.painting import (
    draw_drop_place,
    draw_ring,
    draw_scene,
    is_dark,
    within_ring,
)
from flux_desktop.ui.canvas.rects import rectangles, region_of, to_logical
from flux_desktop.ui.canvas.scene import TURNS, Scene
from flux_desktop.ui.canvas.see_through import SeeThrough
from flux_desktop.ui.canvas.transform import Point, View, step_down, step_up
from flux_desktop.ui.naming import announce
from flux_desktop.ui.parts.empty_state import EmptyState

__all__ = ["Stage"]

SURROUND = (QColor(128, 128, 128), QColor(56, 56, 56))
KEPT_RING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The focus comes back to where it was: so does the ring."""
MOST_PARTS = 16
"""Rectangles that are painted one by one; of more, all that is around them is painted at once."""


class Stage(QWidget):
    """Shows a scene. Positions of its methods are logical pixels of the widget; zoom 1.0 is one device pixel."""

    picture_shown = Signal(str)
    """The id of the picture; "" when there is none any more."""
    zoom_changed = Signal(float)
    drag_requested = Signal()
    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    held_up = Signal(bool)
    """The other picture is to be seen for as long as a key is down."""
    grabbed = Signal(bool)
    """While True the whole widget is a handle."""

    def __init__(self, parent: QWidget | None = None, *, empty: EmptyState | None = None) -> None:
        """`empty` is shown while there is no picture; a window may have it before it has a canvas."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleIdentifier("canvas")
        self.setAccessibleName(tr("Canvas"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._scene = Scene()
        self._surround = SURROUND
        self._ringed = False
        self._gestures = Gestures(self)
        self._pace = Pace(self)
        self._over = SeeThrough()
        self._empty = empty or EmptyState()
        self._empty.setParent(self)
        self._hint = Hint(self)
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
        announce(self, text)

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
    def turns(self) -> int:
        """By how many quarters to the right the picture is seen turned."""
        return self._scene.view.turns

    @property
    def wheel_zooms(self) -> bool:
        """Whether a plain mouse wheel zooms (else it scrolls, and Ctrl+wheel zooms)."""
        return self._gestures.wheel_zooms

    @wheel_zooms.setter
    def wheel_zooms(self, zooms: bool) -> None:
        self._gestures.wheel_zooms = zooms

    def set_keymap(self, keymap: Keymap) -> None:
        """Which keys hold up the other picture; all others are carried out elsewhere."""
        self._gestures.keymap = keymap

    def set_guest(self, guest: Guest | None) -> None:
        """Let `guest` draw over the picture, and have what mouse and keys do there first."""
        self._gestures.guest = guest
        self._gestures.show_cursor()
        self.update()

    def show_cursor(self) -> None:
        """Give the pointer the look that fits what it would do now."""
        self._gestures.show_cursor()

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

    def turn(self, quarters: int) -> None:
        """Show the picture turned by so many quarters more to the right; it stays as it is itself."""
        if self.has_picture:
            self._set_view(self.view.turned(quarters))
            announce(self, tr(TURNS[self.turns]) or tr("upright"))

    def set_upright(self) -> None:
        """Show this picture, or the next one, as it is."""
        if self.turns:
            self._scene.view = self.view.turned(-self.turns)
            self._arrange()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels, as far as its edge."""
        ratio = self._scene.ratio
        self._set_view(self.view.panned(dx * ratio, dy * ratio))

    def holds(self, position: QPointF) -> bool:
        """Whether a picture is under `position`."""
        return self._scene.holds(self._device(position))

    # Keeping up

    def _follow(self) -> None:
        """The scene, or the view of it, has changed: for what lies over the picture."""

    def _draw_over(self, painter: QPainter, parts: Sequence[QRect], on_screen: bool) -> None:
        """Draw what belongs to the pixels in `parts` (logical pixels) over them."""

    def _set_view(self, view: View) -> None:
        if not self.has_picture or view == self.view:
            return
        before, areas = self.view, self._scene.areas()
        self._scene.view = view
        step = step_between(before, view, self._scene.ratio) if areas == self._scene.areas() else None
        if step is None or not self._can_scroll():
            self._refresh(before.zoom)
        else:
            self._keep_up()
            self._scroll(step)

    def _arrange(self) -> None:
        before = self.zoom
        ratio = self.devicePixelRatioF()
        self._scene.arrange((round(self.width() * ratio), round(self.height() * ratio)), ratio)
        self._empty.setVisible(not self.has_picture)
        self._refresh(before)

    def _refresh(self, old_zoom: float) -> None:
        self._keep_up()
        self._pace.move()
        self.update()
        if self.zoom != old_zoom:
            self.zoom_changed.emit(self.zoom)

    def _keep_up(self) -> None:
        self._follow()
        self._gestures.show_cursor()
        self._describe()

    def _can_scroll(self) -> bool:
        """Whether all that is painted here moves with the picture, but for what `shown_through` knows."""
        guest = self._gestures.guest
        return guest is None or not guest.paints

    def _scroll(self, step: Step) -> None:
        """Move what is painted, so that only what comes in at the edges has to be."""
        still = within_ring(self.rect()) if self._shows_ring else self.rect()
        for area in self._scene.areas():
            self.scroll(*step, to_logical(area, self._scene.ratio).intersected(still))
        self._pace.move()
        self._pace.shift(*step)
        self.update(shown_through(self, self._scene, step))

    def _describe(self) -> None:
        """Keep the description for screen readers up to date."""
        self.setAccessibleDescription(self._scene.described())

    def _device(self, position: QPointF) -> Point:
        return position.x() * self._scene.ratio, position.y() * self._scene.ratio

    def _to_pane(self, position: QPointF) -> Point:
        point = self._device(position)
        pane = self._scene.pane_at(point)
        return point[0] - pane.x, point[1] - pane.y

    # Painting

    @property
    def _shows_ring(self) -> bool:
        return self._ringed and self.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if self.has_picture:
            on_screen = self._is_on_screen(painter)
            self._paint_parts(painter, _few(rectangles(event.region()), event.rect()), on_screen)
            if self._gestures.guest is not None:
                self._gestures.guest.paint(painter)
        else:
            painter.fillRect(event.rect(), self.palette().window())
            draw_drop_place(painter, self.rect(), self._empty.glyph_place(), self.palette().windowText().color())
        if self._shows_ring:
            draw_ring(painter, self.rect(), self.palette().highlight().color())
        painter.end()

    def _is_on_screen(self, painter: QPainter) -> bool:
        """Whether this is painted to be seen; a picture that is taken of the widget is always as good as it gets."""
        store = self.backingStore()
        return store is not None and painter.paintEngine().paintDevice() is store.paintDevice()

    def _paint_parts(self, painter: QPainter, parts: list[QRect], on_screen: bool) -> None:
        region = region_of(parts)
        pixels = sum(part.width() * part.height() for part in parts) * self._scene.ratio**2
        quick = on_screen and self.zoom < NEAREST_FROM and self._pace.is_quick(region, pixels)
        surround = self._surround[is_dark(self.palette().window().color())]
        begin = time.perf_counter()
        draw_scene(painter, self._scene, parts, surround, self._over, quick=quick)
        self._draw_over(painter, parts, on_screen)
        if not quick and self.zoom < NEAREST_FROM and self.zoom != 1.0:  # else nothing was blended
            self._pace.took(pixels, time.perf_counter() - begin)

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

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        if self._gestures.guest is not None:
            self._gestures.guest.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.wheel(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.setAccepted(self.has_picture and self._gestures.key_press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.setAccepted(self._gestures.key_release(event))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring, but not to who clicked and so knows: it lies over the picture. Qt would paint all of it."""
        if event.reason() not in KEPT_RING:
            self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        self._update_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._gestures.let_go()
        self._update_ring()

    def _update_ring(self) -> None:
        """The focus has come or gone, and the ring with it, if it is shown at all."""
        if self._ringed:
            self.update(QRegion(self.rect()).subtracted(within_ring(self.rect())))


def _few(parts: list[QRect], around: QRect) -> list[QRect]:
    """`parts`, or what is around them where there are many, or these fill most of it."""
    filled = sum(part.width() * part.height() for part in parts)
    return [around] if len(parts) > MOST_PARTS or 2 * filled > around.width() * around.height() else parts
