"""The filters of the history: a small window below their button, in which every change counts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QDate, QDateTime, QRegularExpression, Qt, QTime, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.history import BEST
from flux_desktop.core.history_query import Facet, HistoryQuery
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import QuietComboBox, plain_label
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["FilterPopup"]

DAYS = (
    (marked("Any time"), ""),
    (marked("Today"), "1"),
    (marked("Last 7 days"), "7"),
    (marked("Last 30 days"), "30"),
    (marked("From … to …"), "span"),
)
WHOLE = "[0-9]{0,20}"
AMOUNT = "[0-9]{0,6}([.,][0-9]{0,4})?"


class FilterPopup(QFrame):
    """`changed` tells that `query()` is another one now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        named(self, "history_filters", tr("Filters"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._facets: Sequence[Facet] = ()
        self._names: Mapping[str, str] = {}
        self._is_filling = False
        self._starred = self._switch("filter_starred", tr("Starred"))
        self._exported = self._switch("filter_exported", tr("Exported"))
        self._region = self._switch("filter_region", tr("With a region"))
        self._rating = self._menu("filter_rating", tr("Rating"), [(tr("Any"), 0)])
        for stars in range(1, BEST + 1):
            self._rating.addItem(str(stars) if stars == BEST else tr("{stars} or more", stars=stars), stars)
        self._provider = self._menu("filter_provider", tr("Provider"), [(tr("Any"), "")])
        self._model = self._menu("filter_model", tr("Model"), [(tr("Any"), "")])
        self._seed = self._field("filter_seed", tr("Seed"), tr("Any"), WHOLE)
        self._days = self._menu("filter_days", tr("Made"), [(tr(words), days) for words, days in DAYS])
        self._since, self._until = self._date("filter_since", tr("From")), self._date("filter_until", tr("To"))
        self._least = self._field("filter_least_cost", tr("Least cost"), tr("Least cost"), AMOUNT)
        self._most = self._field("filter_most_cost", tr("Highest cost"), tr("Highest cost"), AMOUNT)
        self._lay_out()
        self._show_dates()

    def query(self) -> HistoryQuery:
        """The filters that are set; of the rest of a query nothing is."""
        since, until = self._span()
        return HistoryQuery(
            starred=self._starred.isChecked(),
            rating=self._rating.currentData() or 0,
            exported=self._exported.isChecked(),
            provider=self._provider.currentData() or "",
            model=self._model.currentData() or "",
            seed=int(self._seed.text()) if self._seed.text() else None,
            since=since,
            until=until,
            least_cost=_amount(self._least.text()),
            most_cost=_amount(self._most.text()),
            region=self._region.isChecked(),
        )

    def clear(self) -> None:
        """No filter is set."""
        if self.query() == HistoryQuery():
            return
        self._is_filling = True
        for switch in (self._starred, self._exported, self._region):
            switch.setChecked(False)
        for menu in (self._rating, self._provider, self._model, self._days):
            menu.setCurrentIndex(0)
        for field in (self._seed, self._least, self._most):
            field.clear()
        self._is_filling = False
        self._on_change()

    def set_facets(self, facets: Sequence[Facet], names: Mapping[str, str]) -> None:
        """The providers and models that can be chosen; `names` are the providers' by their ids."""
        self._facets, self._names = facets, names
        providers = dict.fromkeys(facet.provider for facet in facets)
        self._fill(self._provider, [(names.get(id, id), id) for id in providers])
        self._fill_models()

    # Private.

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        marks = QHBoxLayout()
        for switch in (self._starred, self._exported, self._region):
            marks.addWidget(switch)
        form.addRow(marks)
        for menu in (self._rating, self._provider, self._model, self._seed, self._days):
            form.addRow(plain_label(menu.accessibleName(), "quiet"), menu)
        self._dates = _pair(self._since, self._until)
        form.addRow("", self._dates)
        form.addRow(plain_label(tr("Cost"), "quiet"), _pair(self._least, self._most))
        clear = named(QPushButton(tr("Clear filters")), "filters_clear_button")
        clear.clicked.connect(self.clear)
        close = named(QPushButton(tr("Close")), "filters_close_button")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(clear)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(form)
        column.addLayout(buttons)

    def _switch(self, name: str, words: str) -> QCheckBox:
        switch = named(QCheckBox(words), name)
        switch.toggled.connect(self._on_change)
        return switch

    def _menu(self, name: str, words: str, entries: Sequence[tuple[str, object]]) -> QuietComboBox:
        menu = named(QuietComboBox(), name, words)
        for text, data in entries:
            menu.addItem(text, data)
        menu.currentIndexChanged.connect(self._on_change)
        return menu

    def _field(self, name: str, words: str, empty: str, pattern: str) -> QLineEdit:
        field = named(QLineEdit(), name, words)
        field.setPlaceholderText(empty)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), field))
        field.textChanged.connect(self._on_change)
        return field

    def _date(self, name: str, words: str) -> QDateEdit:
        date = named(QDateEdit(QDate.currentDate()), name, words)
        date.setCalendarPopup(True)
        date.setDisplayFormat(tr("yyyy-MM-dd", "a date, as Qt writes it"))
        date.dateChanged.connect(self._on_change)
        return date

    def _fill(self, menu: QuietComboBox, entries: Sequence[tuple[str, str]]) -> None:
        """Let `menu` offer these; what is chosen stays chosen, also where there is none of it any more."""
        chosen, was_filling = menu.currentData(), self._is_filling
        self._is_filling = True
        menu.clear()
        menu.addItem(tr("Any"), "")
        for words, data in entries:
            menu.addItem(words, data)
        if not menu.choose(chosen):
            menu.addItem(str(chosen), chosen)
            menu.choose(chosen)
        self._is_filling = was_filling

    def _fill_models(self) -> None:
        provider = self._provider.currentData()
        models = dict.fromkeys(facet.model for facet in self._facets if provider in ("", facet.provider))
        self._fill(self._model, [(model, model) for model in models])

    def _on_change(self) -> None:
        if not self._is_filling:
            self._show_dates()
            if self.sender() is self._provider:
                self._fill_models()
            self.changed.emit()

    def _show_dates(self) -> None:
        self._dates.setVisible(self._days.currentData() == "span")
        self.adjustSize()

    def _span(self) -> tuple[float | None, float | None]:
        """From when until when, in seconds since 1970: whole days of the clock on the wall."""
        days = self._days.currentData()
        if days == "span":
            return _midnight(self._since.date()), _midnight(self._until.date().addDays(1))
        return (_midnight(QDate.currentDate().addDays(1 - int(days))), None) if days else (None, None)


def _midnight(date: QDate) -> float:
    return float(QDateTime(date, QTime(0, 0)).toSecsSinceEpoch())


def _amount(text: str) -> float | None:
    with suppress(ValueError):
        return float(text.replace(",", "."))
    return None


def _pair(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(first)
    row.addWidget(plain_label(tr("to", "between the ends of a span"), "quiet"))
    row.addWidget(second)
    return both
