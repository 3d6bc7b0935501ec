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

__all__ = ["ExactValues"]

REST = 400
"""Milliseconds that the pointer rests until its surroundings are read: of a big file that takes seconds of a thread."""


class ExactValues(QObject):
    """Follows what `info` tells of a single picture on `canvas` while its pixels can be told apart: from 100 %."""

    def __init__(self, canvas: Canvas, info: InfoLine, session: Session) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._info = info
        self._session = session
        self._part: ExactPart | None = None
        self._has_none = ""
        """The picture that was found to have no such values."""
        self._is_reading = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._read)
        info.told.connect(self._on_told)
        canvas.picture_shown.connect(lambda id: self._take(None))
        canvas.compare_changed.connect(lambda: self._take(None))

    def _on_told(self, reading: Reading | None) -> None:
        known = reading is not None and self._part is not None and self._part.at(reading.x, reading.y)
        if reading is None or known or not self._is_wanted():
            self._resting.stop()
        else:
            self._resting.start()

    def _is_wanted(self) -> bool:
        canvas, picture = self._canvas, self._canvas.picture
        if picture is None or canvas.is_comparing or canvas.zoom < 1:
            return False
        return picture.id != self._has_none

    def _read(self) -> None:
        reading, picture, session = self._info.reading, self._canvas.picture, self._session
        node = session.library.node(picture.id) if picture is not None else None
        if reading is None or node is None or self._is_reading:
            return
        self._is_reading = True
        x, y = reading.x, reading.y
        session.in_background(lambda: session.pictures.exact(node, x, y), partial(self._on_read, node.id))

    def _on_read(self, id: str, part: ExactPart | None) -> None:
        self._is_reading = False
        if part is None:
            self._has_none = id
        elif self._is_wanted() and self._canvas.picture is not None and self._canvas.picture.id == id:
            self._take(part)
        self._on_told(self._info.reading)  # the pointer may be elsewhere by now

    def _take(self, part: ExactPart | None) -> None:
        self._part = part
        self._info.set_exact(part)
