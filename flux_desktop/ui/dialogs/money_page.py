"""The page of the settings about money: what is used of the budgets, and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.settings import BUDGETS
from flux_desktop.services.money import budget_words
from flux_desktop.ui.dialogs.setting_rows import SettingRows
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session

__all__ = ["MoneyPage"]

NUMBER = "0"
"""Stands for an amount, to see what the language writes before it and behind it."""
COUNTED = marked(
    "Counted are US dollars: what providers billed, estimates where they tell no cost, edits on their way, and those "
    "whose outcome is unknown, because they may have been charged."
)
NOT_COUNTED = marked(
    "Credits are not counted: a provider like 1min.ai tells no price in dollars. An edit whose price is not known is "
    "allowed until a budget is reached."
)


class MoneyPage(QScrollArea):
    """Budgets that ask and budgets that refuse, for a day and for a month. A change counts at once."""

    spending_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "money_page", tr("Money"))
        self._session: Session | None = None
        self._used = named(plain_label(wrap=True), "money_used")
        self._rows = SettingRows(BUDGETS)
        for box in self._rows.findChildren(QDoubleSpinBox):
            before, _, after = tr("${amount}", "US dollars", amount=NUMBER).partition(NUMBER)
            box.setPrefix(before)
            box.setSuffix(after)
            box.setSpecialValueText(tr("No limit"))
        self._ledger = named(QPushButton(tr("Show spending…")), "show_spending_button", tr("Show spending"))
        self._ledger.setAutoDefault(False)
        self._ledger.clicked.connect(self.spending_requested)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_used)
        self._lay_out()

    def attach(self, session: Session) -> None:
        self._session = session
        self._rows.attach(session.settings)
        session.settings.changed.connect(self._on_setting)
        session.queue.job_changed.connect(self._on_job)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._used)
        column.addWidget(self._ledger, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GAP)
        column.addWidget(self._rows)
        for words in (COUNTED, NOT_COUNTED):
            column.addWidget(plain_label(tr(words), "quiet", wrap=True))
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _on_setting(self, name: str) -> None:
        if name.startswith("budget_"):
            self._refresh()

    def _on_job(self, job: Job) -> None:
        if job.state.ended:
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self._later.start()

    def _show_used(self) -> None:
        if self._session is not None:
            self._used.setText("\n".join(map(budget_words, self._session.queue.budgets())))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._show_used()
