"""Shapes that were drawn, on their way into the region: worked out in a thread, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.canvas.tools import Drawn, How, Tool, Toolbox
from flux_desktop.ui.canvas.tools.kinds import STEPS
from flux_desktop.ui.desk.region_shapes import mask_of, put

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.imaging.region.mask import Box, Mask
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas

__all__ = ["RegionOrders"]

PATIENCE = 400
"""Milliseconds after which it is said that something is being worked out."""
NO_REGION = {
    How.SUBTRACT: marked("There is no region to take from yet. Draw one first."),
    How.INTERSECT: marked("There is no region to keep a part of yet. Draw one first."),
}
"""What is said where something was drawn that leaves nothing."""


class RegionOrders(QObject):
    """Hands shapes to the selection of `session`, which takes them in the order in which they were drawn."""

    def __init__(self, session: Session, canvas: Canvas, tools: Toolbox) -> None:
        super().__init__(tools)
        self._session, self._canvas, self._tools = session, canvas, tools
        self._waiting = 0
        self._has_said = False
        self._pixels: tuple[str, Image] | None = None
        """The asset in which colours were looked for last: until another tool is taken."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say_busy)
        tools.changed.connect(self._on_tool)
        tools.is_region_due = lambda: session.selection.is_due
        tools.refused.connect(self._refuse)

    def draw(self, drawn: Drawn, source: HistoryNode) -> None:
        """Let what was drawn on `source` join the region."""
        size = source.width, source.height
        make = self._wand(source, drawn) if drawn.tool is Tool.WAND else partial(mask_of, drawn, size)
        self._add(make, drawn.how, tr(STEPS[drawn.tool]))

    def move(self, mask: Mask, box: Box) -> None:
        """Put the region, which is `mask`, elsewhere, or give it another size."""
        same = (box.width, box.height) == (mask.box.width, mask.box.height)
        words = tr("move of the region") if same else tr("new size of the region")
        self._add(partial(put, mask, box), How.REPLACE, words)

    # Private.

    def _refuse(self, how: How) -> None:
        self._session.notified.emit(tr(NO_REGION[how]))

    def _on_tool(self) -> None:
        if self._tools.tool is not Tool.WAND:
            self._pixels = None

    def _wand(self, source: HistoryNode, drawn: Drawn) -> Callable[[], Mask]:
        """What looks for similar colours as the wand is set now."""
        tolerance, contiguous = self._tools.tolerance, self._tools.contiguous
        (x, y) = (int(at) for at in drawn.points[0])

        def look() -> Mask:
            from flux_desktop.imaging.region.wand import similar

            return similar(self._pixels_of(source), (x, y), tolerance, contiguous)

        return look

    def _pixels_of(self, source: HistoryNode) -> Image:
        known = self._pixels
        if known is None or known[0] != source.asset:
            known = self._pixels = source.asset, self._session.pictures.image(source)
        return known[1]

    def _add(self, make: Callable[[], Mask], how: How, words: str) -> None:
        """`words` name the step."""
        self._waiting += 1
        if not self._patience.isActive():
            self._patience.start()
        work = self._session.selection.draw(make, how.value, words)
        self._session.run(work, partial(self._on_done, how), self._on_failed)

    def _on_done(self, how: How, is_another: bool) -> None:
        if not is_another:  # no region comes that would take the place of what was drawn
            self._tools.forget_waiting()
            if how in NO_REGION and not self._session.selection.is_set:
                self._refuse(how)  # one was due, and did not come
        self._end()

    def _on_failed(self, error: FluxError) -> None:
        self._tools.forget_waiting()
        self._session.failed.emit(error)
        self._end()

    def _end(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self._patience.stop()
        self._say("")

    def _say_busy(self) -> None:
        if self._tools.tool is Tool.WAND:
            self._say(tr("Looking for similar colours…"))

    def _say(self, words: str) -> None:
        """Words over the picture; others' words are left alone."""
        if words or self._has_said:
            self._canvas.set_message(words)
        self._has_said = bool(words)
