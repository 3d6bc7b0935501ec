"""Picture files that tell how they were made: what a drop of one asks, and what one that is opened offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from flux_desktop.core.language import marked, tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, TIGHT

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.params import Model
    from flux_desktop.services.recipe_files import RecipeFile
    from flux_desktop.services.session import Session

__all__ = ["RecipeIn"]

Source = Path | bytes
LOADED = marked("Its recipe is loaded. Nothing has been sent yet.")


class RecipeIn(QObject):
    """`told` carries a sentence; `offered` one with the words of a button and what it does."""

    told = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, session: Session, chosen: Callable[[], Model | None], window: QWidget) -> None:
        """`chosen` gives the model of the menus, which takes over what other programs ordered from other models."""
        super().__init__(window)
        self._session = session
        self._chosen = chosen
        self._window = window

    def ask(self, source: Source, open_picture: Callable[[], object]) -> None:
        """Let the user choose what to do with a file that has a recipe; any other is opened by `open_picture`."""

        def choose(file: RecipeFile | None) -> None:
            if file is None:
                open_picture()
            else:
                self._menu(file, open_picture).popup(QCursor.pos())

        self._look(source, choose, lambda error: open_picture())  # opening it says what is wrong with it

    def offer(self, source: Source) -> None:
        """The picture is being opened: if it has a recipe, offer to load that."""

        def tell(file: RecipeFile | None) -> None:
            if file is not None:
                self.offered.emit(_carries(source, file), tr("Load it"), lambda: self.load(file))

        self._look(source, tell, lambda error: None)

    def load(self, file: RecipeFile) -> None:
        """Bring the recipe of `file` into the panels, and say what could not be taken over. Nothing is sent."""
        session = self._session
        if file.node is not None and not file.node.is_original:
            session.recall(file.node, "all")
            self.told.emit(tr(LOADED))
            return
        from flux_desktop.services.recipe_files import as_recipe

        model = self._chosen()
        if model is None:
            return
        taken = as_recipe(file.found, model, [*session.models("edit"), *session.models("generate")])
        origin = file.found.origin
        session.load_recipe(taken.recipe, origin.references if origin is not None else ())
        for sentence in (tr(LOADED), *taken.notes):
            self.told.emit(sentence)

    def open_tree(self, file: RecipeFile) -> None:
        """Go to where the picture is in the library."""
        if (node := file.node or file.root) is not None:
            self._session.edit_further(node)

    # Private.

    def _look(
        self, source: Source, then: Callable[[RecipeFile | None], object], on_error: Callable[[FluxError], object]
    ) -> None:
        session = self._session

        def read() -> RecipeFile | None:
            from flux_desktop.services.recipe_files import read_recipe

            return read_recipe(source, session.library)

        session.in_background(read, then, on_error)

    def _menu(self, file: RecipeFile, open_picture: Callable[[], object]) -> QMenu:
        title = tr("This picture carries {what}", what=file.label)
        menu = named(QMenu(self._window), "recipe_menu", title)
        menu.addAction(_heading(title, menu))
        menu.addSeparator()
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            (tr("Open as &Picture"), "image", open_picture, True),
            (tr("Load Its &Recipe"), "list", lambda: self.load(file), True),
            (tr("Open Its &Tree"), "git-branch", lambda: self.open_tree(file), (file.node or file.root) is not None),
        )
        for words, icon, act, possible in entries:
            action = menu.addAction(words if possible else tr("{words} (not in your library)", words=words))
            action.setEnabled(possible)
            action.triggered.connect(lambda checked=False, act=act: act())
            icons.mark(action, icon)
        icons.dress(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def _carries(source: Source, file: RecipeFile) -> str:
    if isinstance(source, Path):
        return tr("{file} carries {what}.", file=source.name, what=file.label)
    return tr("The picture carries {what}.", what=file.label)


def _heading(words: str, menu: QMenu) -> QWidgetAction:
    """What the entries below it are about, to be read: the style shows no words for a section of a menu."""
    label = plain_label(words, "quiet")
    label.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
    heading = QWidgetAction(menu)
    heading.setDefaultWidget(label)
    heading.setText(words)
    heading.setEnabled(False)
    return heading
