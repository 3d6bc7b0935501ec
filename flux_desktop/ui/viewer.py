"""Keeps the canvas at what the session looks at, and at how it is to be compared."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from flux_desktop.ui.canvas import CompareMode, Shown
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas, Levels
    from flux_desktop.ui.canvas.compare_bar import CompareBar

__all__ = ["Viewer"]

KEPT_BYTES = 600_000_000
"""Of pictures kept ready for the canvas: going back and forth between results is then immediate."""
PREVIEW_FROM = 12_000_000
"""Pixels from which a small version is shown while the whole is being read."""
PREVIEW_SIDE = 1600
BADLY_READ = "This picture can't be read any more."


class Viewer(QObject):
    """Shows `session.current` on the canvas, with the picture it was made from as the other side of a comparison.

    The picture that is seen stays until the next one is ready; of several asked for in a row only the last appears.
    """

    def __init__(self, canvas: Canvas, bar: CompareBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._bar = bar
        self._session: Session | None = None
        self._kept: OrderedDict[str, Levels] = OrderedDict()
        self._loading: set[str] = set()
        self._broken: set[str] = set()
        self._connect()

    def attach(self, session: Session) -> None:
        """Follow `session` from now on."""
        self._session = session
        self._canvas.wheel_zooms = session.settings.text("wheel") == "zoom"
        session.settings.changed.connect(self._on_setting)
        session.current_changed.connect(lambda node: self._show())
        session.opening.connect(self._say_opening)

    def next_comparison(self) -> None:
        """From one picture to the divider to side by side, and round again."""
        if self._canvas.compared is not None:
            self._canvas.cycle_compare()

    def turn(self) -> None:
        """Lay the divider across the other way."""
        across = self._canvas.orientation is Qt.Orientation.Horizontal
        self._canvas.orientation = Qt.Orientation.Vertical if across else Qt.Orientation.Horizontal

    # The canvas and its bar.

    def _connect(self) -> None:
        canvas, bar = self._canvas, self._bar
        bar.mode_chosen.connect(self._choose_mode)
        bar.peek.connect(canvas.set_peek)
        bar.zoom_in_requested.connect(canvas.zoom_in)
        bar.zoom_out_requested.connect(canvas.zoom_out)
        bar.fit_requested.connect(canvas.fit)
        bar.zoom_chosen.connect(canvas.zoom_to)
        canvas.zoom_changed.connect(bar.set_zoom)
        canvas.compare_changed.connect(self._tell_bar)
        canvas.picture_shown.connect(lambda id: self._tell_bar())
        self._tell_bar()

    def _choose_mode(self, mode: str) -> None:
        self._canvas.compare_mode = CompareMode(mode)

    def _tell_bar(self) -> None:
        self._bar.set_mode(self._canvas.compare_mode.value)
        self._bar.set_enabled(self._canvas.has_picture, self._canvas.compared is not None)
        self._bar.set_zoom(self._canvas.zoom)

    def _say_opening(self, name: str) -> None:
        self._canvas.set_message(f"Opening {name}…" if name else "")

    def _on_setting(self, name: str) -> None:
        if name == "wheel" and self._session is not None:
            self._canvas.wheel_zooms = self._session.settings.text("wheel") == "zoom"

    # What is shown.

    def _show(self) -> None:
        """Show the current node as soon as it, and what it was made from, are ready."""
        session = self._session
        node = session.current if session is not None else None
        if session is None or node is None:
            self._canvas.compare(None)
            self._canvas.show_picture(None)
            return
        before = session.before(node)
        wanted = [node] if before is None else [node, before]
        missing = [one for one in wanted if one.asset not in self._kept and one.asset not in self._broken]
        for one in missing:
            self._load(one)
        if not missing:
            self._put(node, before)

    def _put(self, node: HistoryNode, before: HistoryNode | None) -> None:
        levels = self._get(node)
        other = self._get(before) if before is not None else None
        self._canvas.set_message("" if levels else BADLY_READ)
        labels = ("Original" if before is not None and before.is_original else "Before", "Result")
        self._canvas.compare(Shown(other, before.id, named_node(before)) if other and before else None, labels)
        self._canvas.show_picture(Shown(levels, node.id, named_node(node)) if levels else None)

    def _get(self, node: HistoryNode) -> Levels | None:
        if node.asset in self._kept:
            self._kept.move_to_end(node.asset)
        return self._kept.get(node.asset)

    def _load(self, node: HistoryNode) -> None:
        session = self._session
        if session is None or node.asset in self._loading:
            return
        self._loading.add(node.asset)
        if node.width * node.height >= PREVIEW_FROM and node == session.current:
            session.in_background(lambda: self._preview(node), lambda levels: self._show_preview(node, levels))
        session.in_background(
            lambda: self._levels(node),
            lambda levels: self._arrived(node, levels),
            lambda error: self._failed(node, error),
        )

    def _levels(self, node: HistoryNode) -> Levels:
        """Slow: for a thread."""
        from flux_desktop.ui.canvas import prepare

        assert self._session is not None, "attached first"
        kept = self._kept.get(node.asset)
        return kept or prepare(self._session.pictures.image(node))

    def _preview(self, node: HistoryNode) -> Levels:
        from flux_desktop.ui.canvas import prepare

        assert self._session is not None, "attached first"
        return prepare(self._session.pictures.reduced(node, PREVIEW_SIDE), (node.width, node.height))

    def _show_preview(self, node: HistoryNode, levels: Levels) -> None:
        wanted = self._session is not None and self._session.current == node and node.asset in self._loading
        if wanted:
            self._canvas.compare(None)
            self._canvas.show_picture(Shown(levels, node.id, named_node(node)))

    def _arrived(self, node: HistoryNode, levels: Levels) -> None:
        self._loading.discard(node.asset)
        self._kept[node.asset] = levels
        while len(self._kept) > 2 and sum(map(_bytes, self._kept.values())) > KEPT_BYTES:
            self._kept.popitem(last=False)
        self._show_if(node)

    def _failed(self, node: HistoryNode, error: FluxError) -> None:
        self._loading.discard(node.asset)
        self._broken.add(node.asset)
        assert self._session is not None, "attached first"
        self._session.failed.emit(error)
        self._show_if(node)

    def _show_if(self, node: HistoryNode) -> None:
        """Show what was waited for, if the user still wants it."""
        current = self._session.current if self._session is not None else None
        if current is not None and node.id in (current.id, current.parent):
            self._show()


def _bytes(levels: Levels) -> int:
    return sum(int(level.image.sizeInBytes()) for level in levels.levels)
