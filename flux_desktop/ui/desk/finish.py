"""Putting the result of a part back in another way: the strip with its controls, and what the canvas shows of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.language import figures, tr
from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.focusing import give_focus

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.region import Finish
    from flux_desktop.services.finishing import Draft, Preview
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas, Levels
    from flux_desktop.ui.canvas.finish_strip import FinishStrip
    from flux_desktop.ui.canvas.gestures import Guest
    from flux_desktop.ui.canvas.placer import Placer
    from flux_desktop.ui.messages.bar import MessageBar

__all__ = ["FinishDesk"]

NOT_SEEN = 0.25
"""Pixels of the picture: what moved by less did not move."""


class FinishDesk(QObject):
    """For the picture on the canvas; it ends when another one comes there. `usual` is the canvas's guest otherwise."""

    begun = Signal()

    def __init__(self, canvas: Canvas, messages: MessageBar, session: Session, usual: Guest | None = None) -> None:
        super().__init__(canvas)
        self._canvas, self._messages, self._session, self._usual = canvas, messages, session, usual
        self._strip: FinishStrip | None = None
        self._placer: Placer | None = None
        self._mode: CompareMode | None = None
        """How pictures were compared before."""
        self._node: HistoryNode | None = None
        self._draft: Draft | None = None
        self._latest: Preview | None = None
        """The preview that came last: one that was asked for before may be ready to be shown after it."""
        session.current_changed.connect(self._on_current)
        canvas.compare_changed.connect(self._follow)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"finish": self.toggle}

    @property
    def is_open(self) -> bool:
        """Whether a result is being put back in another way."""
        return self._node is not None

    def toggle(self) -> None:
        """Begin with the picture on the canvas, or leave it as it was."""
        node = self._session.current
        if self.is_open:
            self.end()
        elif node is not None and self._session.finishing.can(node):
            self._begin(node)

    def end(self) -> None:
        """Leave the result as it was."""
        if self._strip is None or self._placer is None or self._node is None:
            return
        had_focus = self._strip.has_focus_within
        self._node = self._draft = self._latest = None
        self._placer.hide_part()
        self._canvas.set_guest(self._usual)
        self._canvas.set_message("")
        self._strip.hide()
        if self._mode is not None:
            self._canvas.compare_mode, self._mode = self._mode, None
        if had_focus:
            give_focus(self._canvas)

    # Private.

    def _begin(self, node: HistoryNode) -> None:
        self.begun.emit()
        _, placer = self._parts()
        self._node = node
        if self._canvas.is_comparing:
            self._mode, self._canvas.compare_mode = self._canvas.compare_mode, CompareMode.SINGLE
        self._canvas.set_guest(placer)
        self._canvas.set_message(tr("Reading what came back…"))
        self._session.finishing.open(node, self._on_draft, partial(self._on_problem, node))

    def _parts(self) -> tuple[FinishStrip, Placer]:
        """Strip and placer, made when they are wanted first."""
        if self._strip is None or self._placer is None:
            from flux_desktop.ui.canvas.finish_strip import FinishStrip
            from flux_desktop.ui.canvas.placer import Placer

            self._strip, self._placer = FinishStrip(self._canvas), Placer(self._canvas)
            self._strip.changed.connect(self._preview)
            self._strip.applied.connect(self._apply)
            self._strip.closed.connect(self.end)
            self._strip.room_taken.connect(self._canvas.extras.make_room)
            self._strip.room_taken.connect(self._messages.make_room)
            self._placer.moved.connect(self._strip.nudge)
            self._placer.left.connect(self.end)
        return self._strip, self._placer

    def _on_draft(self, draft: Draft) -> None:
        if self._node is None or draft.node.id != self._node.id or self._strip is None:
            return
        self._draft = draft
        self._canvas.set_message("")
        self._strip.begin(draft.finish, _words(draft), can_align=draft.fit.is_sure)
        give_focus(self._canvas)

    def _on_problem(self, node: HistoryNode, error: FluxError) -> None:
        if self._node is not None and self._node.id == node.id:
            self.end()
        self._messages.show_error(error)

    def _on_current(self, node: HistoryNode | None) -> None:
        if self._node is not None and (node is None or node.id != self._node.id):
            self.end()

    def _follow(self) -> None:
        """While pictures are compared there is no draft to be seen, and the strip of the comparison lies there."""
        if self._draft is not None and self._strip is not None:
            self._strip.setVisible(not self._canvas.is_comparing)

    def _preview(self, finish: Finish) -> None:
        if self._draft is not None:
            self._session.finishing.preview(self._draft, finish, partial(self._show, self._draft))

    def _show(self, draft: Draft, preview: Preview) -> None:
        from flux_desktop.ui.canvas import prepare
        from flux_desktop.ui.canvas.transform import Box

        def show(levels: Levels) -> None:
            if self._placer is not None and self._draft is draft and self._latest is preview:
                box = preview.box
                self._placer.show_part(levels, Box(box.left, box.top, box.width, box.height))

        self._latest = preview
        if not preview.box.is_empty:
            self._session.in_background(lambda: prepare(preview.image), show)

    def _apply(self) -> None:
        if self._draft is None or self._strip is None:
            return
        self._strip.set_busy(True)
        self._strip.tell(tr("Working…"))
        self._session.finishing.apply(
            self._draft,
            self._strip.finish,
            partial(self._on_made, self._draft),
            partial(self._on_not_made, self._draft),
        )

    def _on_made(self, draft: Draft, node: HistoryNode) -> None:
        """Show it, unless the user has left the strip meanwhile."""
        if self._draft is draft:
            self.end()
            self._session.show(node)

    def _on_not_made(self, draft: Draft, error: FluxError) -> None:
        if self._draft is draft:
            self.end()
        self._messages.show_error(error)


def _words(draft: Draft) -> str:
    """How the result lies, in a sentence."""
    if not draft.fit.is_sure:
        return tr("It could not be aligned: move it with the mouse or the arrow keys.")
    right, down, scale = draft.fit.moved
    across = draft.edit.crop[2] / draft.edit.patch.sent[0]
    if max(abs(right), abs(down)) * across < NOT_SEEN and abs(scale - 1) * max(draft.edit.crop[2:]) < NOT_SEEN:
        return tr("The model left everything in its place.")
    return tr(
        "The model moved it by {right} and {down} px and scaled it by {scale}: undone.",
        right=figures(f"{right * across:+.1f}"),
        down=figures(f"{down * across:+.1f}"),
        scale=figures(f"{scale:.4f}"),
    )
