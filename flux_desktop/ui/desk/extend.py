"""Extending a picture beyond its edges: the frame on the canvas, its strip, and the region that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.language import tr
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.focusing import give_focus

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas.extend_strip import ExtendStrip
    from flux_desktop.ui.canvas.extender import Extender, Margins
    from flux_desktop.ui.canvas.gestures import Guest
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["ExtendDesk"]

ROOM = 0.6
"""Of the zoom at which a picture fits: so there is something around it to drag the frame into."""


class ExtendDesk(QObject):
    """The picture that is edited is extended: it is brought to the canvas if another one is looked at.

    `usual` is the canvas's guest otherwise.
    """

    begun = Signal()

    def __init__(self, window: MainWindow, session: Session, usual: Guest | None) -> None:
        super().__init__(window)
        self._window, self._canvas, self._session, self._usual = window, window.canvas, session, usual
        self._strip: ExtendStrip | None = None
        self._extender: Extender | None = None
        self._source: HistoryNode | None = None
        self._was_fit = False
        session.current_changed.connect(self._on_current)
        self._canvas.compare_changed.connect(self._follow)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"extend": self.toggle}

    @property
    def is_open(self) -> bool:
        return self._source is not None

    def toggle(self) -> None:
        """Begin to extend the picture, or leave it as it is."""
        if self.is_open:
            self.end()
        elif self._session.source is not None:
            self._begin(self._session.source)

    def end(self) -> None:
        """Leave the frame as it was."""
        if self.is_open:
            self._put_away()
            if self._was_fit:
                self._canvas.fit()
            give_focus(self._canvas)

    # Private.

    def _put_away(self) -> None:
        self._source = None
        self._canvas.set_guest(self._usual)
        if self._strip is not None and self._extender is not None:
            self._extender.end()
            self._strip.hide()

    def _begin(self, source: HistoryNode) -> None:
        from flux_desktop.ui.canvas.extender import margins_of

        self.begun.emit()
        self._session.show(source)
        self._canvas.compare_mode = CompareMode.SINGLE
        strip, extender = self._parts()
        size, extent = (source.width, source.height), self._session.selection.extent
        self._source, self._was_fit = source, self._canvas.is_fit
        if self._was_fit:
            self._canvas.zoom_to(self._canvas.zoom * ROOM)
        self._canvas.set_guest(extender)
        extender.begin(size)
        strip.begin(size, margins_of(size, extent) if extent is not None else (0, 0, 0, 0))

    def _parts(self) -> tuple[ExtendStrip, Extender]:
        """Strip and frame, made when they are wanted first."""
        if self._strip is None or self._extender is None:
            from flux_desktop.ui.canvas.extend_strip import ExtendStrip
            from flux_desktop.ui.canvas.extender import Extender

            self._strip, self._extender = ExtendStrip(self._canvas), Extender(self._canvas)
            self._strip.changed.connect(self._show)
            self._strip.applied.connect(self._apply)
            self._strip.closed.connect(self.end)
            self._strip.room_taken.connect(self._canvas.extras.make_room)
            self._strip.room_taken.connect(self._window.messages.make_room)
            self._extender.margins_wanted.connect(self._strip.put)
            self._extender.left.connect(self.end)
            self._extender.agreed.connect(self._apply)
        return self._strip, self._extender

    def _show(self, margins: Margins) -> None:
        if self._extender is not None and self._strip is not None:
            self._extender.show_margins(margins, self._strip.words)

    def _follow(self) -> None:
        """While pictures are compared the strip of the comparison lies there."""
        if self._source is not None and self._strip is not None:
            self._strip.setVisible(not self._canvas.is_comparing)

    def _apply(self) -> None:
        """Make a region of what is added, which stays in sight; the user then says what it is to show."""
        source, strip = self._source, self._strip
        if source is None or strip is None or not any(strip.margins):
            return
        from flux_desktop.ui.canvas.extender import around

        extent = around((source.width, source.height), strip.margins)
        self._put_away()
        self._session.selection.set_extent(extent)
        self._window.messages.show_info(tr("Now write what is to be seen there, and run it."))
        give_focus(self._window.prompt)

    def _on_current(self, node: HistoryNode | None) -> None:
        if self._source is not None and (node is None or node.id != self._source.id):
            self.end()
