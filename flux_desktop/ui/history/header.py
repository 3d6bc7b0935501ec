"""Above the results: how they are shown, of which pictures, what is searched for, filters and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.history_query import Facet, HistoryQuery, Order
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.ui import icons
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.history.filter_words import ORDERED, ORDERS, count_filters, filter_words
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, QuietComboBox, icon_button
from flux_desktop.ui.theme import GAP, ROW, TIGHT

if TYPE_CHECKING:
    from flux_desktop.ui.history.filters import FilterPopup

__all__ = ["HistoryHeader"]

SHAPES = (
    ("tree", "list-tree", marked("Tree of the open picture")),
    ("list", "list", marked("List")),
    ("grid", "layout-grid", marked("Tiles")),
)
PAUSE = 120
"""Milliseconds without a key after which a search begins."""


class HistoryHeader(QWidget):
    """`shape_chosen` carries tree, list or grid; `scope` is the menu of which pictures.

    `asked` tells that `query()` is another one; `facets_wanted` that the filters are about to be seen.
    """

    shape_chosen = Signal(str)
    asked = Signal()
    facets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_header", tr("What is listed"))
        self._filters = HistoryQuery()
        self._order: Order = "newest"
        self._popup: FilterPopup | None = None
        self._shapes: dict[str, QToolButton] = {}
        self.scope = named(QuietComboBox(), "history_scope", tr("Which results are listed"))
        self.scope.addItem(tr("All pictures"), "all")
        self.scope.addItem(tr("This picture"), "picture")
        self.search = self._search_field()
        self.filter_button = self._filter_button()
        self.more_button = icon_button("history_more_button", "ellipsis", tr("Order and trash"))
        self.more_button.clicked.connect(self._open_menu)
        self.is_trash = False
        self._state = self._state_row()
        self._lay_out()
        self.setEnabled(False)

    def query(self) -> HistoryQuery:
        """What is asked for, of all trees."""
        return replace(self._filters, text=self.search.text(), order=self._order, trashed=self.is_trash)

    @property
    def shape(self) -> str:
        """Which button is down: tree, list or grid."""
        return next((shape for shape, button in self._shapes.items() if button.isChecked()), "list")

    def choose_shape(self, shape: str) -> None:
        """Press the button of `shape`; nothing is told."""
        self._shapes[shape].setChecked(True)

    def focus_search(self) -> None:
        """Put the cursor into the search field, with all that is in it selected."""
        give_focus(self.search, Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear(self) -> None:
        """Nothing is searched for or left out, and the trash is not shown."""
        self.is_trash = False
        self._filters = HistoryQuery()
        if self._popup is not None:
            self._popup.clear()
        self.search.clear()
        self._ask()

    def show_trash(self, shown: bool) -> None:
        """Show what was deleted in place of what was not, or no more."""
        if shown != self.is_trash:
            self.is_trash = shown
            self._ask()

    def tell(self, rows: int) -> None:
        """How many rows there are now."""
        query = self.query()
        results = plural(rows, "{n} result", "{n} results")
        if self.is_trash:
            results = plural(rows, "{n} result in the trash", "{n} results in the trash")
        parts = [results, *filter_words(query)]
        parts += [] if query.order == "newest" else [tr(ORDERED[query.order])]
        self._words.set_words(" · ".join(parts))
        self._count_filters()
        self._state.setVisible(query.is_filtered or query.order != "newest")
        self._clear.setText(tr("Leave", "the trash") if self.is_trash else tr("Clear"))

    def set_facets(self, facets: Sequence[Facet], names: Mapping[str, str]) -> None:
        if self._popup is not None:
            self._popup.set_facets(facets, names)

    # Private.

    def _lay_out(self) -> None:
        first, second = _row(), _row()
        group = QButtonGroup(self)
        for shape, icon, words in SHAPES:
            button = icon_button(f"history_{shape}_button", icon, tr(words), checkable=True)
            button.clicked.connect(lambda checked, shape=shape: self.shape_chosen.emit(shape))
            group.addButton(button)
            self._shapes[shape] = button
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addSpacing(TIGHT)
        first.addWidget(self.scope, 1)
        second.addWidget(self.search, 1)
        second.addWidget(self.filter_button)
        second.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, TIGHT)
        column.setSpacing(TIGHT)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._state)

    def _search_field(self) -> QLineEdit:
        field = named(QLineEdit(), "history_search", tr("Search prompts and notes"))
        field.setPlaceholderText(tr("Search"))
        field.setClearButtonEnabled(True)
        if (clear := field.findChild(QToolButton)) is not None:
            named(clear, "history_search_clear_button", tr("Clear the search"), tr("Clear the search"))
        field.setMinimumHeight(ROW)
        set_note(field, tr("Words of prompts and notes, or their beginnings"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        field.textChanged.connect(lambda text: self._pause.start())
        field.returnPressed.connect(self._ask)
        return field

    def _filter_button(self) -> QToolButton:
        button = named(QToolButton(), "history_filter_button", tr("Filter", "verb"))
        button.setText(tr("Filter", "verb"))
        button.setToolTip(tr("Show only what is starred, rated, of one model …"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumHeight(ROW)
        icons.mark(button, "funnel")
        button.clicked.connect(self._open_filters)
        return button

    def _state_row(self) -> QWidget:
        state = QWidget()
        row = QHBoxLayout(state)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(TIGHT)
        self._words = named(ElidedLabel("", "quiet"), "history_filter_words")
        self._clear = named(QPushButton(tr("Clear")), "history_clear_button", tr("Clear search, filters and order"))
        self._clear.setProperty("flat", "true")
        self._clear.clicked.connect(self._clear_all)
        row.addWidget(self._words, 1)
        row.addWidget(self._clear)
        state.hide()
        return state

    def _clear_all(self) -> None:
        if self.is_trash:
            self.show_trash(False)
        else:
            self._order = "newest"
            self.clear()

    def _count_filters(self) -> None:
        words = count_filters(self.query())
        self.filter_button.setText(words)
        self.filter_button.setAccessibleName(words)

    def _ask(self) -> None:
        self._pause.stop()
        self._count_filters()
        self.asked.emit()

    def _open_filters(self) -> None:
        from flux_desktop.ui.history.filters import FilterPopup

        if self._popup is None:
            self._popup = FilterPopup(self)
            self._popup.changed.connect(self._on_filters)
        self.facets_wanted.emit()
        self._popup.adjustSize()
        self._popup.move(self.filter_button.mapToGlobal(QPoint(0, self.filter_button.height() + 2)))
        self._popup.show()

    def _on_filters(self) -> None:
        if self._popup is not None:
            self._filters = self._popup.query()
            self._pause.start()
            self._count_filters()

    def _open_menu(self) -> None:
        menu = named(QMenu(self), "history_more_menu", tr("Order and trash"))
        orders = QActionGroup(menu)
        for order, words in ORDERS.items():
            entry = menu.addAction(tr(words))
            entry.setCheckable(True)
            entry.setChecked(order == self._order)
            entry.setActionGroup(orders)
            entry.triggered.connect(lambda checked, order=order: self._sort(order))
        menu.addSeparator()
        trash = menu.addAction(tr("Trash"))
        trash.setCheckable(True)
        trash.setChecked(self.is_trash)
        trash.triggered.connect(self.show_trash)
        icons.mark(trash, "trash-2")
        icons.dress(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _sort(self, order: Order) -> None:
        if order != self._order:
            self._order = order
            self._ask()


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    return row
