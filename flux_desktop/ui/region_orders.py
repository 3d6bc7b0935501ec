"""Shapes that were drawn, on their way into the region: worked out in a thread, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import tr
from flux_desktop.ui.canvas.tools import Drawn, How, Tool, Toolbox
from flux_desktop.ui.canvas.tools.kinds import STEPS
from flux_desktop.ui.region_shapes import mask_of, put

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


class _Order(NamedTuple):
    """How a shape is made, and what becomes of the region of `source` with it; `words` name the step."""

    source: str
    make: Callable[[], Mask]
    how: How
    words: str


class RegionOrders(QObject):
    """Hands shapes to the selection of `session` in the order in which they were drawn with `tools`."""

    def __init__(self, session: Session, canvas: Canvas, tools: Toolbox) -> None:
        super().__init__(tools)
        self._session, self._canvas, self._tools = session, canvas, tools
        self._orders: deque[_Order] = deque()
        self._is_working = False
        self._has_said = False
        self._pixels: tuple[str, Image] | None = None
        """The asset in which colours were looked for last: until another tool is taken."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say_busy)
        tools.changed.connect(self._on_tool)

    def draw(self, drawn: Drawn, source: HistoryNode) -> None:
        """Let what was drawn on `source` join the region."""
        size = source.width, source.height
        wand = drawn.tool is Tool.WAND
        make = partial(self._similar, source, drawn) if wand else partial(mask_of, drawn, size)
        self._add(_Order(source.id, make, drawn.how, tr(STEPS[drawn.tool])))

    def move(self, mask: Mask, box: Box, source: HistoryNode) -> None:
        """Put the region of `source`, which is `mask`, elsewhere, or give it another size."""
        same = (box.width, box.height) == (mask.box.width, mask.box.height)
        words = tr("move of the region") if same else tr("new size of the region")
        self._add(_Order(source.id, partial(put, mask, box), How.REPLACE, words))

    # Private.

    def _on_tool(self) -> None:
        if self._tools.tool is not Tool.WAND:
            self._pixels = None

    def _similar(self, source: HistoryNode, drawn: Drawn) -> Mask:
        from flux_desktop.imaging.region.wand import similar

        if self._pixels is None or self._pixels[0] != source.asset:
            self._pixels = source.asset, self._session.pictures.image(source)
        (x, y) = (int(at) for at in drawn.points[0])
        return similar(self._pixels[1], (x, y), self._tools.tolerance, self._tools.contiguous)

    def _add(self, order: _Order) -> None:
        self._session.selection.begin_drawing()
        self._orders.append(order)
        if not self._is_working:
            self._next()

    def _next(self) -> None:
        self._say("")
        if self._orders:
            order = self._orders.popleft()
            self._is_working = True
            self._patience.start()
            self._session.in_background(order.make, partial(self._take, order), self._fail)

    def _take(self, order: _Order, shape: Mask) -> None:
        self._end()
        selection, source = self._session.selection, self._session.source
        if source is not None and source.id == order.source:
            selection.combine(shape, order.how.value, order.words)
        selection.end_drawing()
        if _changes_nothing(selection.mask, shape, order.how):
            self._tools.forget_waiting()
        self._next()

    def _fail(self, error: FluxError) -> None:
        self._end()
        self._session.selection.end_drawing()
        self._tools.forget_waiting()
        self._session.failed.emit(error)
        self._next()

    def _end(self) -> None:
        self._is_working = False
        self._patience.stop()

    def _say_busy(self) -> None:
        if self._tools.tool is Tool.WAND:
            self._say(tr("Looking for similar colours…"))

    def _say(self, words: str) -> None:
        """Words over the picture; others' words are left alone."""
        if words or self._has_said:
            self._canvas.set_message(words)
        self._has_said = bool(words)


def _changes_nothing(mask: Mask | None, shape: Mask, how: How) -> bool:
    """Whether no other region comes of it, which would take the place of what was drawn."""
    if how in (How.REPLACE, How.ADD):
        return shape.is_empty
    return mask is None or (how is How.SUBTRACT and mask.box.intersected(shape.box).is_empty)
