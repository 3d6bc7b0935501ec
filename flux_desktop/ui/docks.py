"""The panels around the canvas: they can be moved, put behind each other, taken out, hidden, and brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QTabWidget, QToolButton, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button
from flux_desktop.ui.theme import GAP, TIGHT, in_use

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

__all__ = ["TITLES", "CanvasTab", "Dock", "Docks"]

TITLES: Mapping[str, str] = {
    "history": marked("History"),
    "parameters": marked("Parameters"),
    "queue": marked("Queue"),
}
"""The docks by their names; a dock's objectName is `dock_` and its name."""
MOST_QUEUE = 40
"""Per cent of the room below each other that the queue takes from the parameters by itself."""
SMALL = 22
"""Side of a button in a title, in logical pixels."""
SMALL_ICON = 12
_CORNERS = (
    (Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
    (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
    (Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
    (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
)
"""The sides have the whole height, and what lies below has the width of the canvas."""


class Dock(QDockWidget):
    """A panel with a quiet title by which it is dragged; a double click takes it out and puts it back."""

    def __init__(self, name: str, window: QMainWindow) -> None:
        title = tr(TITLES[name])
        super().__init__(title, window)
        named(self, f"dock_{name}", title)
        self._float = _title_button(f"dock_{name}_float", "external-link", tr("Take {panel} out", panel=title))
        self._close = _title_button(f"dock_{name}_close", "x", tr("Hide {panel}", panel=title))
        self.setTitleBarWidget(self._title(title))
        self._float.clicked.connect(self._turn)
        self._close.clicked.connect(self.close)
        self.topLevelChanged.connect(self._on_floating)

    @property
    def is_open(self) -> bool:
        """Whether it has a place, be it behind another one."""
        return not self.isHidden()

    def bring(self) -> None:
        """Open it, before all that share its place."""
        self.show()
        self.raise_()

    def _title(self, words: str) -> QWidget:
        bar = named(QWidget(), f"{self.objectName()}_title", words)
        row = QHBoxLayout(bar)
        row.setContentsMargins(GAP, TIGHT, TIGHT, 2)
        row.setSpacing(0)
        label = ElidedLabel(words, "quiet")
        label.setProperty("heading", "true")
        row.addWidget(label, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        return bar

    def _turn(self) -> None:
        self.setFloating(not self.isFloating())

    def _on_floating(self, floating: bool) -> None:
        panel = self.windowTitle()
        words = tr("Put {panel} back", panel=panel) if floating else tr("Take {panel} out", panel=panel)
        self._float.setAccessibleName(words)
        self._float.setToolTip(words)
        self.setContentsMargins(*(4 * [int(floating)]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.isFloating():  # with a title of its own it has no frame
            painter = QPainter(self)
            painter.setPen(QColor(in_use().edge))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()


class Docks(QObject):
    """The docks of a window: their places, which of them are open, and what brings the first layout back."""

    changed = Signal()
    """One was opened or hidden."""

    def __init__(self, window: QMainWindow, widths: tuple[int, int]) -> None:
        """`widths` are those of a new window's left and right side, in logical pixels."""
        super().__init__(window)
        self._window, self._widths = window, widths
        self._off: tuple[str, ...] = ()
        self.all = {name: Dock(name, window) for name in TITLES}
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner, area in _CORNERS:
            window.setCorner(corner, area)
        for dock in self.all.values():
            dock.visibilityChanged.connect(self._tell)

    def put(self, panels: Mapping[str, QWidget]) -> None:
        """Fill the docks, and open them."""
        for name, panel in panels.items():
            self.all[name].setWidget(panel)
        self.open()

    def open(self) -> None:
        """Give the docks, which are filled, the places of a new window."""
        self.queue_height = QueueHeight(self._window, self.all["queue"], self.all["parameters"])
        self.reset()

    def reset(self) -> None:
        """The layout of a new window: the history left, parameters and queue right."""
        history, params, queue = self.all["history"], self.all["parameters"], self.all["queue"]
        self._off = ()
        for dock in (history, params, queue):
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, history)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, params)
        self._window.splitDockWidget(params, queue, Qt.Orientation.Vertical)
        for dock in (history, params, queue):
            dock.show()
        self.widen(*self._widths)
        self.queue_height.is_own = False
        self.queue_height.follow()

    def widen(self, left: int, right: int) -> None:
        """Make history and parameters so wide, where they stand beside the canvas."""
        for name, width in (("history", left), ("parameters", right)):
            if self.all[name].is_open:
                self._window.resizeDocks([self.all[name]], [width], Qt.Orientation.Horizontal)
        self.settle()

    def settle(self) -> None:
        """Give every dock its room now, before anything is painted."""
        _lay_out(self._window)

    # Which are open.

    def toggle(self, name: str) -> None:
        """Hide a dock that is in sight, or bring it before the user."""
        dock = self.all[name]
        if dock.is_open and not dock.visibleRegion().isEmpty():
            dock.close()
        else:
            dock.bring()

    def toggle_all(self) -> None:
        """Hide all docks, or open those that were hidden so."""
        shown = self.open_ones()
        if shown:
            self._off = shown
        for name in shown or self._off or tuple(TITLES):
            self.all[name].setVisible(not shown)

    def open_ones(self) -> tuple[str, ...]:
        return tuple(name for name, dock in self.all.items() if dock.is_open)

    def off(self) -> tuple[str, ...]:
        """Those that `toggle_all` has hidden and will open again."""
        return () if self.open_ones() else self._off

    def set_off(self, names: Iterable[str]) -> None:
        self._off = tuple(name for name in TITLES if name in names)

    def _tell(self) -> None:
        from shiboken6 import isValid

        if isValid(self._window):  # at its end they are hidden, too
            self.changed.emit()

    # Kept.

    def state(self) -> QByteArray:
        """Places, sizes and which are open, for `restore`."""
        return self._window.saveState()

    def restore(self, state: QByteArray) -> bool:
        """Bring back what `state` gave; False for what is none, which changes nothing."""
        return self._window.restoreState(state)


class QueueHeight(QObject):
    """Below the parameters the queue is as high as its jobs ask for, until the user gives it a height of its own."""

    def __init__(self, window: QMainWindow, queue: Dock, above: Dock) -> None:
        super().__init__(queue)
        self.is_own = False
        """Whether the user has chosen it."""
        self._window, self._queue, self._above = window, queue, above
        self._grasped = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.follow)
        panel = queue.widget()
        assert panel is not None, "filled first"
        panel.installEventFilter(self)
        window.installEventFilter(self)

    def follow(self) -> None:
        """Be as high as the jobs of the moment ask for."""
        if self._stands_below() and not self.is_own:
            both = self._above.height() + self._queue.height()
            wanted = min(self._queue.sizeHint().height(), both * MOST_QUEUE // 100)
            heights = [max(1, both - wanted), wanted]  # exact only where they fill the room together
            self._window.resizeDocks([self._above, self._queue], heights, Qt.Orientation.Vertical)
            _lay_out(self._window)

    def _stands_below(self) -> bool:
        queue, above = self._queue.geometry(), self._above.geometry()
        docked = not self._queue.isFloating() and not self._above.isFloating()
        return docked and self._queue.isVisible() and queue.left() == above.left() and queue.top() > above.bottom()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # What lies between docks is the window's own: no other click on the window moves anything.
        if watched is not self._window:
            if event.type() == QEvent.Type.LayoutRequest:
                self._later.start()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._grasped = self._queue.height()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.is_own = self.is_own or self._grasped not in (0, self._queue.height())
            self._grasped = 0
        return super().eventFilter(watched, event)


class CanvasTab(QObject):
    """Tab on the canvas shows and hides the panels, unless Tab brought the focus there: then it goes on.

    So nobody who walks through the window with Tab is held up, and who works on the canvas has the room at one key.
    """

    pressed = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._walked = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._walked = event.reason() in _WALKED
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._walked = False
        elif isinstance(event, QKeyEvent) and not self._walked and _is_tab(event):
            if not event.isAutoRepeat():
                self.pressed.emit()
            return True
        return super().eventFilter(watched, event)


_WALKED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def _is_tab(event: QKeyEvent) -> bool:
    """Whether Tab is pressed, and nothing is held with it."""
    held = event.modifiers()
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and not held.value


def _lay_out(window: QMainWindow) -> None:
    if (layout := window.layout()) is not None:
        layout.activate()


def _title_button(name: str, icon: str, words: str) -> QToolButton:
    button = icon_button(name, icon, words)
    button.setFixedSize(SMALL, SMALL)
    icons.mark(button, icon, "quiet", SMALL_ICON)
    button.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
    return button
