"""Keeps the canvas at what the session looks at, and at what that is to be compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.canvas import CompareMode, Shown
from flux_desktop.ui.canvas.display_colour import screen_number
from flux_desktop.ui.desk.comparison_memory import ComparisonMemory
from flux_desktop.ui.desk.picture_shelf import PictureShelf
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas, Levels
    from flux_desktop.ui.canvas.compare_bar import CompareBar

__all__ = ["Viewer", "short_name", "side_labels"]

PREVIEW_FROM = 12_000_000
"""Pixels from which a small version is shown while the whole is being read."""
NO_LABELS = ("", "")
BADLY_READ = marked("This picture can't be read any more.")


class Viewer(QObject):
    """Shows `session.current` on the canvas; `session.other_side` says what with it is compared.

    The picture that is seen stays until the next one is ready; of several asked for in a row only the last appears.
    """

    completed = Signal()
    """The picture that is wanted is on the canvas, not only a small version of it, or it can't be read."""

    def __init__(self, canvas: Canvas, bar: CompareBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._bar = bar
        self._session: Session | None = None
        self._shelf: PictureShelf | None = None
        self._root = ""
        """Of the tree that is looked at: the next one is seen upright."""
        self._connect()

    def attach(self, session: Session) -> None:
        """Follow `session` from now on."""
        self._session = session
        self._shelf = PictureShelf(session, self)
        self._shelf.ready.connect(self._show_if)
        self._shelf.previewed.connect(self._show_preview)
        self._memory = ComparisonMemory(self._canvas, session.settings)
        self._canvas.set_background(session.in_background)
        self._canvas.wheel_zooms = session.settings.text("wheel") == "zoom"
        session.settings.changed.connect(self._on_setting)
        session.current_changed.connect(lambda node: self._show())
        session.comparison_changed.connect(self._on_partner)
        session.opening.connect(self._say_opening)

    # Commands.

    def commands(self) -> dict[str, Callable[[], object]]:
        """What compares, by its name in the menus."""
        return {
            "compare_next": self.next_comparison,
            "compare_turn": self.turn,
            "compare_swap": self.swap,
            "loupe": self.toggle_loupe,
            "peek": self.toggle_peek,
        }

    def next_comparison(self) -> None:
        """From one picture to the first mode of comparing, through all of them, and round again."""
        if self._canvas.compared is not None:
            self._canvas.cycle_compare()

    def choose_mode(self, mode: str) -> None:
        """Compare in the way of that value of CompareMode."""
        self._canvas.compare_mode = CompareMode(mode)

    def turn(self) -> None:
        """Lay the divider across the other way."""
        across = self._canvas.orientation is Qt.Orientation.Horizontal
        self._canvas.orientation = Qt.Orientation.Vertical if across else Qt.Orientation.Horizontal

    def swap(self) -> None:
        """Let the two pictures change sides."""
        if self._canvas.is_comparing:
            self._canvas.swap()

    def toggle_loupe(self) -> None:
        """Take the loupe out, or put it away."""
        self._canvas.set_loupe(not self._canvas.has_loupe)

    def toggle_peek(self) -> None:
        """Hold up the other picture until this is asked for again."""
        self._canvas.set_peek(not self._canvas.peeking)

    def end_partner(self) -> None:
        """Compare again with what a picture was made from."""
        if self._session is not None:
            self._session.compare_with(None)

    # The canvas and its bar.

    def _connect(self) -> None:
        canvas, bar = self._canvas, self._bar
        bar.mode_chosen.connect(self.choose_mode)
        bar.peek.connect(canvas.set_peek)
        bar.loupe_toggled.connect(canvas.set_loupe)
        bar.partner_ended.connect(self.end_partner)
        bar.zoom_in_requested.connect(canvas.zoom_in)
        bar.zoom_out_requested.connect(canvas.zoom_out)
        bar.fit_requested.connect(canvas.fit)
        bar.zoom_chosen.connect(canvas.zoom_to)
        canvas.zoom_changed.connect(bar.set_zoom)
        canvas.compare_changed.connect(self._tell_bar)
        canvas.loupe_toggled.connect(bar.set_loupe)
        canvas.picture_shown.connect(lambda id: self._tell_bar())
        self._tell_bar()

    def _tell_bar(self) -> None:
        self._bar.set_mode(self._canvas.compare_mode.value)
        self._bar.set_enabled(self._canvas.has_picture, self._canvas.compared is not None)
        self._bar.set_zoom(self._canvas.zoom)

    def _on_partner(self, partner: HistoryNode | None) -> None:
        self._bar.set_partner(short_name(partner) if partner is not None else "")
        self._show()

    def _say_opening(self, name: str) -> None:
        self._canvas.set_message(tr("Opening {name}…", name=name) if name else "")

    def _on_setting(self, name: str) -> None:
        if name == "wheel" and self._session is not None:
            self._canvas.wheel_zooms = self._session.settings.text("wheel") == "zoom"
        if name.startswith("display_profile") and self._shelf is not None:
            self._shelf.forget()
            self._show()

    # What is shown.

    def _show(self) -> None:
        """Show the current node as soon as it, and the other side, are ready."""
        session, shelf = self._session, self._shelf
        node = session.current if session is not None else None
        if session is None or shelf is None or node is None:
            self._canvas.show_pair(None, None, NO_LABELS)
            return
        other = session.other_side(node)
        wanted = [node] if other is None else [node, other]
        shelf.want_only(wanted)
        shelf.use_screen(screen_number(self._canvas))
        missing = [one for one in wanted if shelf.is_missing(one)]
        for one in missing:
            shelf.load(one, preview=one == node and one.width * one.height >= PREVIEW_FROM)
        if not missing:
            self._put(node, other, shelf.get(node), shelf.get(other) if other is not None else None)

    def _put(self, node: HistoryNode, other: HistoryNode | None, levels: Levels | None, behind: Levels | None) -> None:
        self._begin_tree(node)
        self._canvas.set_message("" if levels else tr(BADLY_READ))
        picture = Shown(levels, node.id, named_node(node)) if levels else None
        if other is not None and behind is not None:
            before = Shown(behind, other.id, named_node(other))
            self._canvas.show_pair(picture, before, side_labels(node, other))
        else:
            self._canvas.show_pair(picture, None, NO_LABELS)
        self.completed.emit()

    def _show_preview(self, node: HistoryNode, levels: Levels) -> None:
        assert self._session is not None, "attached first"
        assert self._shelf is not None, "attached first"
        if self._session.current == node and self._shelf.is_loading(node):
            self._begin_tree(node)
            self._canvas.show_pair(Shown(levels, node.id, named_node(node)), None, NO_LABELS)

    def _begin_tree(self, node: HistoryNode) -> None:
        """A turned view stays turned for the pictures of one tree."""
        if node.root != self._root:
            self._root = node.root
            self._canvas.set_upright()

    def _show_if(self, node: HistoryNode) -> None:
        """Show what was waited for, if the user still wants it."""
        session = self._session
        current = session.current if session is not None else None
        if session is None or current is None:
            return
        other = session.other_side(current)
        if node.id == current.id or (other is not None and node.id == other.id):
            self._show()


def side_labels(node: HistoryNode, other: HistoryNode) -> tuple[str, str]:
    """What the two sides of a comparison are called: the `other` one first."""
    if other.id == node.parent:
        return tr("Original") if other.is_original else tr("Before"), tr("Result")
    first, second = short_name(other), short_name(node)
    return (first, second) if first != second else (named_node(other), named_node(node))


def short_name(node: HistoryNode) -> str:
    """The file of an original; the seed and the model of a result."""
    if node.recipe is None:
        return node.name or tr("Original")
    model = node.recipe.model.removesuffix("-edit")
    return model if node.seed is None else tr("Seed {seed} · {model}", seed=node.seed, model=model)
