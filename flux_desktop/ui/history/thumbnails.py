"""Thumbnails of history nodes: made in the background, for what is painted, the last painted first."""

from __future__ import annotations

from collections import OrderedDict, deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["SIDE", "Thumbnails"]

SIDE = 56
"""Side of the square that a thumbnail is fitted into, in logical pixels."""
KEPT = 600
AT_ONCE = 3
WAITING = 48
"""Requests that may wait: those of rows that were scrolled past are dropped, and made again when they are painted."""


class Thumbnails(QObject):
    """`arrived` carries the id of a node whose thumbnail is there now, or whose picture turned out to be missing."""

    arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.missing: set[str] = set()
        self._session: Session | None = None
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._waiting: deque[tuple[HistoryNode, float]] = deque(maxlen=WAITING)
        self._running: set[str] = set()

    def attach(self, session: Session) -> None:
        self._session = session

    def get(self, node: HistoryNode, ratio: float) -> QPixmap | None:
        """The thumbnail of `node` for a screen with `ratio` pixels a logical pixel; None, and later `arrived`."""
        pixmap = self._pixmaps.get(node.id)
        if pixmap is not None and pixmap.devicePixelRatio() == ratio:
            self._pixmaps.move_to_end(node.id)
            return pixmap
        if node.id not in self.missing and node.id not in self._running:
            self._waiting = deque((entry for entry in self._waiting if entry[0].id != node.id), WAITING)
            self._waiting.append((node, ratio))
            self._start()
        return pixmap

    def _start(self) -> None:
        while self._session is not None and self._waiting and len(self._running) < AT_ONCE:
            node, ratio = self._waiting.pop()
            self._running.add(node.id)
            self._session.in_background(
                partial(_small, self._session, node, ratio), partial(self._keep, node.id), partial(self._lose, node.id)
            )

    def _keep(self, id: str, image: QImage) -> None:
        if image.isNull():
            self.missing.add(id)
        else:
            self._pixmaps[id] = QPixmap.fromImage(image)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self._done(id)

    def _lose(self, id: str, error: FluxError) -> None:
        del error  # told where the picture itself is asked for
        self.missing.add(id)
        self._done(id)

    def _done(self, id: str) -> None:
        self._running.discard(id)
        self.arrived.emit(id)
        self._start()


def _small(session: Session, node: HistoryNode, ratio: float) -> QImage:
    """In a worker thread: the thumbnail, small enough that nothing here holds the interpreter."""
    image = QImage.fromData(session.pictures.thumbnail(node))
    if image.isNull():
        return image
    side = round(SIDE * ratio)
    fitted = image.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    fitted.setDevicePixelRatio(ratio)
    return fitted
