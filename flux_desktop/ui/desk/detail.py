"""A result that is smaller than the picture it was made from: it is said, and one click keeps that picture's detail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.core.language import tr

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas
    from flux_desktop.ui.canvas.size_note import SizeNote
    from flux_desktop.ui.messages.bar import MessageBar

__all__ = ["DetailDesk"]


class DetailDesk(QObject):
    """Follows the picture on the canvas. A line that was closed stays away from that result."""

    def __init__(self, canvas: Canvas, messages: MessageBar, session: Session) -> None:
        super().__init__(canvas)
        self._canvas, self._messages, self._session = canvas, messages, session
        self._note: SizeNote | None = None
        self._closed: set[str] = set()
        canvas.picture_shown.connect(lambda id: self._follow())
        session.current_changed.connect(lambda node: self._follow())

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"detail": self._keep}

    # Private.

    def _follow(self) -> None:
        node, picture = self._session.current, self._canvas.picture
        seen = node is not None and picture is not None and picture.id == node.id
        before = self._session.changes.larger_before(node) if node is not None and seen else None
        if node is None or before is None or node.id in self._closed:
            if self._note is not None:
                self._note.say("")
            return
        self._line().say(
            tr(
                "{width} × {height} pixels; the picture before has {wide} × {high}.",
                width=node.width,
                height=node.height,
                wide=before.width,
                high=before.height,
            )
        )

    def _line(self) -> SizeNote:
        if self._note is None:
            from flux_desktop.ui.canvas.size_note import SizeNote

            self._note = SizeNote(self._canvas)
            self._note.wanted.connect(self._keep)
            self._note.closed.connect(self._close)
        return self._note

    def _close(self) -> None:
        if self._session.current is not None:
            self._closed.add(self._session.current.id)
        self._follow()

    def _keep(self) -> None:
        node = self._session.current
        if node is None or self._session.changes.larger_before(node) is None:
            return
        if self._note is not None:
            self._note.set_busy(True)
        self._canvas.set_message(tr("Keeping the original's detail…"))
        self._session.changes.treat(node, "detailed", lambda made: self._made(node, made), self._failed)

    def _made(self, node: HistoryNode, made: HistoryNode) -> None:
        """Show what the user asked for, unless another picture was chosen meanwhile."""
        self._canvas.set_message("")
        if self._session.current is not None and self._session.current.id == node.id:
            self._session.show(made)

    def _failed(self, error: FluxError) -> None:
        self._canvas.set_message("")
        self._follow()
        self._messages.show_error(error)
