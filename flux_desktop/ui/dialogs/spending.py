"""The ledger: what was spent by day, provider and model, beside the budgets."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.language import marked, plural, tr
from flux_desktop.services.money import began, budget_words
from flux_desktop.ui import icons
from flux_desktop.ui.dialogs.spending_model import SpendingItemModel
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import QuietComboBox, plain_label
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.job import Grouping, SpendingSum
    from flux_desktop.services.job import Job
    from flux_desktop.services.money import Period
    from flux_desktop.services.session import Session

__all__ = ["SpendingDialog"]

Groupings = tuple["Grouping", ...]

SPANS: tuple[tuple[str, Period | None], ...] = (
    (marked("Today"), "day"),
    (marked("This month"), "month"),
    (marked("All time"), None),
)
GROUPS: tuple[tuple[str, Groupings], ...] = (
    (marked("By day, provider and model"), ("day", "provider", "model")),
    (marked("By day"), ("day",)),
    (marked("By provider"), ("provider",)),
    (marked("By model"), ("model",)),
)
NOTHING = marked("Nothing was spent in this time.")


class SpendingDialog(QDialog):
    """Beside the window, not over it. It follows the jobs while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "spending_dialog", tr("Spending"))
        self.setWindowTitle(tr("Spending"))
        self.setModal(False)
        self._session = session
        self._turn = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self.totals = named(plain_label(wrap=True), "spending_totals")
        self.span = _menu("spending_span", tr("Time"), [tr(words) for words, _ in SPANS])
        self.group = _menu("spending_group", tr("Added up"), [tr(words) for words, _ in GROUPS])
        self.model = SpendingItemModel({provider.id: provider.name for provider in session.queue.providers()}, self)
        self.table = _table(self.model)
        self.note = named(plain_label(tone="quiet", wrap=True), "spending_note")
        self._lay_out()
        self.span.setCurrentIndex(1)
        for menu in (self.span, self.group):
            menu.currentIndexChanged.connect(self._refresh)
        session.queue.job_changed.connect(self._on_job)
        self.resize(680, 480)
        icons.keep_dressed(self)

    def _lay_out(self) -> None:
        menus = QHBoxLayout()
        menus.setSpacing(GAP)
        menus.addWidget(self.span, 1)
        menus.addWidget(self.group, 2)
        menus.addStretch(2)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.note, 1)
        for name, words, slot in (
            ("spending_export_button", tr("Export CSV…"), self._choose_file),
            ("spending_close_button", tr("Close"), self.close),
        ):
            button = named(QPushButton(words), name, words.rstrip("…"))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.totals)
        column.addLayout(menus)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    # What it shows.

    def _since(self) -> float:
        _, period = SPANS[self.span.currentIndex()]
        return began(period, time.time()) if period else 0.0

    def _refresh(self) -> None:
        self._turn += 1
        since, by = self._since(), GROUPS[self.group.currentIndex()][1]
        self.totals.setText("\n".join(map(budget_words, self._session.queue.budgets())))
        self._session.in_background(
            lambda: self._session.library.spending(since, by), partial(self._show_sums, self._turn, by), self._say
        )

    def _show_sums(self, turn: int, by: Groupings, sums: list[SpendingSum]) -> None:
        if turn != self._turn:
            return  # another time or grouping was chosen since
        self.model.show_sums(sums)
        for place, name in enumerate(("day", "provider", "model")):
            self.table.setColumnHidden(place, name not in by)
        self.note.setText("" if sums else tr(NOTHING))

    def _say(self, error: FluxError) -> None:
        self.note.setText(error.title)

    def _on_job(self, job: Job) -> None:
        if job.state.ended and self.isVisible():
            self._later.start()

    # Files out.

    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = Path(folder) if folder and Path(folder).is_dir() else Path.home()
        name = f"flux-spending-{time.strftime('%Y-%m-%d')}.csv"
        words = tr("Export the single lines")
        dialog = named(QFileDialog(self, words, str(place / name), "CSV (*.csv)"), "spending_file_dialog", words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export)
        dialog.open()

    def export(self, file: str) -> None:
        """Write the single lines of the time that is shown to `file`; the user was asked before it is replaced."""
        path = Path(file)

        def tell(count: int) -> None:
            self.note.setText(plural(count, "{n} line in {file}", "{n} lines in {file}", file=path))

        self._session.export_ledger(path, self._since(), tell, self._say)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._refresh()


def _menu(name: str, words: str, entries: list[str]) -> QuietComboBox:
    menu = named(QuietComboBox(), name, words)
    menu.addItems(entries)
    return menu


def _table(model: SpendingItemModel) -> QTableView:
    table = named(QTableView(), "spending_table", tr("Spending"))
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
