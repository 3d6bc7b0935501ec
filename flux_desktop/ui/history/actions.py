"""What can be done with one result: the buttons below the history, and the menu of a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.history.bars import narrow_button, row_of, rule_above
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button, plain_label
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.theme import GAP, ICON, TIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap

__all__ = ["HistoryActions"]

NOTHING = marked("Choose a result")


class HistoryActions(QWidget):
    """Buttons for one result. `recalled` carries a kind of `Recall`; `varied` how many.

    `command_given` carries everything else: a command of `core/commands` for the node of a menu or of the buttons.
    """

    recalled = Signal(object, str)
    varied = Signal(object, int)
    edit_chosen = Signal(object)
    show_chosen = Signal(object)
    export_chosen = Signal(object)
    copy_chosen = Signal(object)
    recipe_chosen = Signal(object)
    command_given = Signal(str, object)
    layers_chosen = Signal(object)
    tree_chosen = Signal(object)
    reference_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_actions", tr("What to do with the result"))
        self._node: HistoryNode | None = None
        self._buttons: list[QWidget] = []
        self._label = named(ElidedLabel(tr(NOTHING), "quiet"), "history_actions_label")
        self._recipe = icon_button("recipe_button", "list", tr("Show settings"))
        self._recipe.clicked.connect(lambda: self._with_node(self.recipe_chosen.emit))
        self._star = icon_button("star_button", "star", tr("Star", "verb"), checkable=True)
        self._star.clicked.connect(lambda: self._with_node(lambda node: self.command_given.emit("star", node)))
        self._changes = icon_button("changes_button", "diff", tr("What else changed?"))
        self._changes.clicked.connect(lambda: self._with_node(lambda node: self.command_given.emit("changes", node)))
        self._buttons += [self._star, self._recipe]
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, TIGHT, GAP, GAP)
        column.setSpacing(TIGHT)
        column.addLayout(row_of(self._label, self._changes, self._star, self._recipe))
        column.addWidget(self._reuse_row())
        column.addWidget(self._next_row())
        self.set_node(None)

    def set_node(self, node: HistoryNode | None) -> None:
        """Act on `node`; None, or an original, leaves nothing to do."""
        self._node = node if node is not None and node.recipe is not None else None
        if self._node is None:
            self._label.set_words(tr(NOTHING))
        else:
            seed = self._node.seed
            self._label.set_words(tr("Seed {seed}", seed=seed) if seed is not None else tr("No seed is known"))
        for button in self._buttons:
            button.setEnabled(self._node is not None)
        self._seed.setEnabled(self._node is not None and self._node.seed is not None)
        starred = self._node is not None and self._node.starred
        self._star.setChecked(starred)
        set_note(self._star, tr("Take the star away (.)") if starred else tr("Star (.)"))
        self._tell_changes()

    def _tell_changes(self) -> None:
        """The button that leads to the figures says the most important of them."""
        node = self._node
        self._changes.setEnabled(node is not None and node.parent is not None)
        if node is None or node.change is None:
            set_note(self._changes, tr("What else changed? (W)"))
        else:
            set_note(self._changes, tr("What else changed?: {changes} (W)", changes=", ".join(node.change.words())))

    @property
    def node(self) -> HistoryNode | None:
        return self._node

    def attach(self) -> None:
        """Make the menu of *Vary*: the window is painted before menus are loaded."""
        from flux_desktop.ui.history.menus import vary_menu

        self._vary.setMenu(vary_menu(self._on_vary, self._vary))

    def open_menu(self, node: HistoryNode, point: QPoint, keymap: Keymap) -> None:
        """The menu of a row at `point` of the screen."""
        from flux_desktop.ui.history.menus import row_menu

        menu = row_menu(self, node, keymap)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def open_vary(self, node: HistoryNode, point: QPoint) -> None:
        """The menu that asks how many variations of `node` to make."""
        from flux_desktop.ui.history.menus import vary_menu

        menu = vary_menu(lambda count: self.varied.emit(node, count), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
        menu.setActiveAction(menu.actions()[0])

    def _reuse_row(self) -> QWidget:
        self._seed = self._button("use_seed_button", tr("Seed"), tr("Use this seed (S)"), "seed")
        return _flowing(
            plain_label(tr("Reuse"), "quiet"),
            self._seed,
            self._button("use_all_button", tr("All", "settings"), tr("Use all settings, the seed too (A)"), "all"),
            self._button(
                "use_all_but_seed_button", tr("All but seed"), tr("Use all settings but the seed (R)"), "all_but_seed"
            ),
        )

    def _next_row(self) -> QWidget:
        edit = self._plain(
            "edit_further_button", tr("Edit further"), tr("Make this the picture to edit next (Ctrl+Enter)")
        )
        edit.clicked.connect(lambda: self._with_node(self.edit_chosen.emit))
        export = self._plain("export_button", tr("Export…"), tr("Write this picture to a file"))
        export.clicked.connect(lambda: self._with_node(self.export_chosen.emit))
        self._vary = self._plain("vary_button", tr("Vary"), tr("Run the same recipe again with new seeds (V)"))
        self._vary.setMinimumWidth(self._vary.minimumWidth() + ICON)  # its arrow
        return _flowing(edit, self._vary, export)

    def _button(self, name: str, words: str, tip: str, what: str) -> QPushButton:
        button = self._plain(name, words, tip)
        button.clicked.connect(lambda: self._with_node(lambda node: self.recalled.emit(node, what)))
        return button

    def _plain(self, name: str, words: str, tip: str) -> QPushButton:
        button = narrow_button(name, words, tip)
        self._buttons.append(button)
        return button

    def _on_vary(self, count: int) -> None:
        self._with_node(lambda node: self.varied.emit(node, count))

    def _with_node(self, act: Callable[[HistoryNode], object]) -> None:
        if self._node is not None:
            act(self._node)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        rule_above(self)


def _flowing(*widgets: QWidget) -> QWidget:
    """`widgets` beside each other, and in a further line those that have no room."""
    whole = QWidget()
    line = FlowLayout(TIGHT, fills=True)
    for widget in widgets:
        line.addWidget(widget)
    whole.setLayout(line)
    return whole
