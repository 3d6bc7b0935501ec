"""Brings the info line the values of 16 bits that a file holds: what is shown has eight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from flux_desktop.imaging.exact_values import ExactPart
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas
    from flux_desktop.ui.canvas.info_line import InfoLine, Reading
    from flux_desktop.ui.canvas.under import Place

__all__ = ["ExactValues"]

REST = 400
"""Milliseconds that the pointer rests until its surroundings are read: of a big file that takes seconds of a thread."""
APART = 0.99
"""Device pixels from which a pixel can be told from the next one; two pictures are only nearly of one shape."""


class ExactValues(QObject):
    """Follows what `info` tells of the pictures on `canvas`, each while its pixels can be told apart: from 100 %."""

    def __init__(self, canvas: Canvas, info: InfoLine, session: Session) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._info = info
        self._session = session
        self._parts: dict[str, ExactPart] = {}
        """What was read last of each of the pictures that are there."""
        self._without: set[str] = set()
        """The pictures that were found to have no such values."""
        self._is_reading = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._read)
        info.told.connect(self._on_told)
        canvas.picture_shown.connect(lambda id: self._forget_others())
        canvas.compare_changed.connect(self._forget_others)

    def _on_told(self, reading: Reading | None) -> None:
        if self._wanted(reading) is None:
            self._resting.stop()
        else:
            self._resting.start()

    def _wanted(self, reading: Reading | None) -> Place | None:
        """The place in `reading`, if its values are still to be read."""
        place = reading.place if reading is not None else None
        if place is None or place.zoom < APART or place.id in self._without:
            return None
        known = self._parts.get(place.id)
        return place if known is None or not known.at(place.x, place.y) else None

    def _read(self) -> None:
        place, session = self._wanted(self._info.reading), self._session
        node = session.library.node(place.id) if place is not None else None
        if place is None or node is None or self._is_reading:
            return
        self._is_reading = True
        x, y = place.x, place.y
        session.in_background(lambda: session.pictures.exact(node, x, y), partial(self._on_read, node.id))

    def _on_read(self, id: str, part: ExactPart | None) -> None:
        self._is_reading = False
        if part is None:
            self._without.add(id)
        elif id in self._shown():
            self._take({**self._parts, id: part})
        self._on_told(self._info.reading)  # the pointer may be elsewhere by now

    def _shown(self) -> set[str]:
        """The ids of the one or two pictures that are there."""
        return {shown.id for shown in (self._canvas.picture, self._canvas.compared) if shown is not None}

    def _forget_others(self) -> None:
        shown = self._shown()
        self._take({id: part for id, part in self._parts.items() if id in shown})

    def _take(self, parts: dict[str, ExactPart]) -> None:
        self._parts = parts
        self._info.set_exact(parts)
