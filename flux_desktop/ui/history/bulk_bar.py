"""What can be done with several results at once: the buttons below the history while several are selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui.history.bars import narrow_button, row_of, rule_above
from flux_desktop.ui.history.menus import rating_menu
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["BulkBar"]


class BulkBar(QWidget):
    """`command_given` carries star, rate_0 to rate_5, compare or delete, for all that is selected."""

    command_given = Signal(str)
    export_chosen = Signal()
    sheet_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_bulk", tr("What to do with the selected results"))
        self._label = named(ElidedLabel(), "history_bulk_label")
        self._label.setMinimumHeight(ROW)
        self._star = self._button(
            "bulk_star_button", tr("Star", "verb"), tr("Star all, or take the stars away (.)"), "star"
        )
        self._rate = narrow_button("bulk_rate_button", tr("Rate", "verb"), tr("Rate all (1 to 5, 0 for none)"))
        self._rate.clicked.connect(self._open_ratings)
        self._compare = self._button(
            "bulk_compare_button", tr("Compare", "verb"), tr("Compare the two with each other"), "compare"
        )
        export = narrow_button("bulk_export_button", tr("Export…"), tr("Write all to files"))
        export.clicked.connect(self.export_chosen)
        sheet = narrow_button("bulk_sheet_button", tr("Sheet…"), tr("Put all on a contact sheet"))
        sheet.clicked.connect(self.sheet_chosen)
        delete = self._button("bulk_delete_button", tr("Delete"), tr("Put all into the trash (Del)"), "delete")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, TIGHT, GAP, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(self._label)
        column.addLayout(row_of(self._star, self._rate, self._compare))
        column.addLayout(row_of(export, sheet, delete))

    def set_count(self, count: int) -> None:
        """How many are selected: exactly two can be compared."""
        self._label.set_words(plural(count, "{n} result selected", "{n} results selected"))
        self._compare.setEnabled(count == 2)

    def _button(self, name: str, words: str, tip: str, command: str) -> QWidget:
        button = narrow_button(name, words, tip)
        button.clicked.connect(lambda: self.command_given.emit(command))
        return button

    def _open_ratings(self) -> None:
        menu: QMenu = rating_menu(lambda stars: self.command_given.emit(f"rate_{stars}"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._rate.mapToGlobal(QPoint(0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        rule_above(self)
