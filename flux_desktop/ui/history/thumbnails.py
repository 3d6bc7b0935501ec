"""Thumbnails of history nodes: made in the background, for what is painted, the last painted first."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["SIDE", "Thumbnails"]

Key = tuple[str, int]
"""A node's id, and the side of its thumbnail."""

SIDE = 56
"""Side of the square that a thumbnail is fitted into, in logical pixels, where nothing else is asked for."""
KEPT_BYTES = 24_000_000
KEPT_MISSING = 10_000
BYTES_A_PIXEL = 4
AT_ONCE = 3
WAITING = 48
"""Requests that may wait: those of rows that were scrolled past are dropped, and made again when they are painted."""


class Thumbnails(QObject):
    """`arrived` carries the id of a node whose thumbnail is there now, or whose picture turned out to be missing."""

    arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.missing: dict[str, None] = {}
        """The ids of nodes whose picture cannot be read, oldest first."""
        self._session: Session | None = None
        self._pixmaps: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: dict[Key, tuple[HistoryNode, float]] = {}
        self._running: set[Key] = set()

    def attach(self, session: Session) -> None:
        self._session = session

    def get(self, node: HistoryNode, ratio: float, side: int = SIDE) -> QPixmap | None:
        """The thumbnail of `node`, fitted into a square of `side` logical pixels of `ratio` pixels each.

        None, or one of another sharpness, while it is made: then `arrived` comes later.
        """
        key = (node.id, side)
        pixmap = self._pixmaps.get(key)
        if pixmap is not None and pixmap.devicePixelRatio() == ratio:
            self._pixmaps.move_to_end(key)
            return pixmap
        if node.id not in self.missing and key not in self._running:
            self._waiting.pop(key, None)
            self._waiting[key] = (node, ratio)
            if len(self._waiting) > WAITING:
                del self._waiting[next(iter(self._waiting))]
            self._start()
        return pixmap

    def _start(self) -> None:
        while self._session is not None and self._waiting and len(self._running) < AT_ONCE:
            key, (node, ratio) = self._waiting.popitem()
            self._running.add(key)
            self._session.in_background(
                partial(_small, self._session, node, key[1], ratio), partial(self._keep, key), partial(self._lose, key)
            )

    def _keep(self, key: Key, image: QImage) -> None:
        if image.isNull():
            self._miss(key[0])
        else:
            self._forget(key)
            self._pixmaps[key] = QPixmap.fromImage(image)
            self._bytes += image.width() * image.height() * BYTES_A_PIXEL
        while self._bytes > KEPT_BYTES:
            self._forget(next(iter(self._pixmaps)))
        self._done(key)

    def _forget(self, key: Key) -> None:
        if (pixmap := self._pixmaps.pop(key, None)) is not None:
            self._bytes -= pixmap.width() * pixmap.height() * BYTES_A_PIXEL

    def _lose(self, key: Key, error: FluxError) -> None:
        del error  # told where the picture itself is asked for
        self._miss(key[0])
        self._done(key)

    def _miss(self, id: str) -> None:
        self.missing[id] = None
        if len(self.missing) > KEPT_MISSING:
            del self.missing[next(iter(self.missing))]

    def _done(self, key: Key) -> None:
        self._running.discard(key)
        self.arrived.emit(key[0])
        self._start()


def _small(session: Session, node: HistoryNode, side: int, ratio: float) -> QImage:
    """In a worker thread: the thumbnail, small enough that nothing here holds the interpreter."""
    image = QImage.fromData(session.pictures.thumbnail(node))
    if image.isNull():
        return image
    pixels = round(side * ratio)
    fitted = image.scaled(
        QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    fitted.setDevicePixelRatio(ratio)
    return fitted
