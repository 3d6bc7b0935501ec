"""Pictures ready for the canvas: read in the background, a few of them kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.services.fresh import FIRST_VIEW

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.imaging.colour_display import Converter
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Levels

__all__ = ["PictureShelf"]

KEPT_BYTES = 600_000_000
"""Of pictures kept ready: going back and forth between results is then immediate."""


class PictureShelf(QObject):
    """`ready` carries the HistoryNode whose picture has come, or can't be read; `previewed` one and a small version."""

    ready = Signal(object)
    previewed = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[str, Levels] = OrderedDict()
        self._loading: set[str] = set()
        self._broken: set[str] = set()
        self._wanted: set[str] = set()
        self._screen = 0
        self._edition = 0
        """Counts how often the pictures were forgotten: what is read meanwhile is of an earlier one."""

    def get(self, node: HistoryNode) -> Levels | None:
        """The picture of `node`, if it is here."""
        if node.asset in self._kept:
            self._kept.move_to_end(node.asset)
        return self._kept.get(node.asset)

    def is_missing(self, node: HistoryNode) -> bool:
        """Whether the picture is not here, and was not found to be unreadable."""
        return node.asset not in self._kept and node.asset not in self._broken

    def is_loading(self, node: HistoryNode) -> bool:
        return node.asset in self._loading

    def load(self, node: HistoryNode, *, preview: bool = False) -> None:
        """Read the picture of `node`, if that is not being done; a small version of it first, if `preview`."""
        self._wanted.add(node.asset)
        if node.asset in self._loading:
            return
        self._loading.add(node.asset)
        if preview:  # one after the other: side by side, the small one would come no sooner than the large one
            self._session.in_background(
                lambda: self._small(node), lambda levels: self._go_on(node, levels), lambda error: self._read(node)
            )
        else:
            self._read(node)

    def want_only(self, nodes: Iterable[HistoryNode]) -> None:
        """Read no further what is none of `nodes`: nobody waits for it any more.

        What could not be read is tried again when it is wanted the next time: its file may be back by then.
        """
        self._wanted = {node.asset for node in nodes}
        self._broken &= self._wanted

    def use_screen(self, number: int) -> None:
        """Make pictures for that screen from now on."""
        if number != self._screen:
            self._screen = number
            self.forget()

    def forget(self) -> None:
        """The pictures that are kept, or are being read, are not as they should be seen any more."""
        self._edition += 1
        self._let_go(list(self._kept.values()))
        self._kept.clear()
        self._broken.clear()

    def _go_on(self, node: HistoryNode, levels: Levels) -> None:
        self.previewed.emit(node, levels)
        self._read(node)

    def _read(self, node: HistoryNode) -> None:
        edition = self._edition
        self._session.in_background(
            lambda: self._levels(node, edition),
            lambda levels: self._arrived(node, levels if edition == self._edition else None),
            lambda error: self._failed(node, error),
        )

    def _levels(self, node: HistoryNode, edition: int) -> Levels | None:
        """Slow: for a thread. None where it was not wanted any more, or not like this."""
        from flux_desktop.imaging.pyramid import Halted, build
        from flux_desktop.ui.canvas.levels import of_pyramid

        kept = self._kept.get(node.asset)
        if kept is not None:
            return kept

        def is_idle() -> bool:
            return node.asset not in self._wanted or edition != self._edition

        try:
            strips = self._session.pictures.strips(node)
            return of_pyramid(build(strips, convert=self._convert(), halted=is_idle))
        except Halted:
            return None

    def _small(self, node: HistoryNode) -> Levels:
        from flux_desktop.ui.canvas import prepare

        small = self._session.pictures.reduced(node, FIRST_VIEW)
        return prepare(small, (node.width, node.height), self._convert())

    def _convert(self) -> Converter:
        """For the colours of the display."""
        from flux_desktop.ui.canvas.display_colour import for_display

        return for_display(self._session.settings, self._screen)

    def _arrived(self, node: HistoryNode, levels: Levels | None) -> None:
        self._loading.discard(node.asset)
        if levels is None:
            if node.asset in self._wanted:  # again, since it was given up
                self.load(node)
            return
        self._kept[node.asset] = levels
        gone: list[Levels] = []
        while len(self._kept) > 2 and sum(kept.bytes_in_memory for kept in self._kept.values()) > KEPT_BYTES:
            gone.append(self._kept.popitem(last=False)[1])
        self._let_go(gone)
        self.ready.emit(node)

    def _let_go(self, gone: list[Levels]) -> None:
        """Forget `gone` in a thread: to give up a file of hundreds of megabytes may take half a second."""
        if gone:
            self._session.in_background(gone.clear, lambda nothing: None)

    def _failed(self, node: HistoryNode, error: FluxError) -> None:
        self._loading.discard(node.asset)
        self._broken.add(node.asset)
        self._session.failed.emit(error)
        self.ready.emit(node)
