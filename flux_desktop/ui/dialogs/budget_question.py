"""The question before an edit that goes beyond a soft budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from flux_desktop.core.errors import OverBudget

__all__ = ["BudgetQuestion"]


class BudgetQuestion(QMessageBox):
    """Show it with `open`. `run` is called if the user agrees; whatever else closes it, nothing is sent."""

    def __init__(self, error: OverBudget, run: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "budget_question", "Beyond the budget")
        self.setWindowTitle("Beyond the budget")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(error.title)
        self.setInformativeText(error.hint)
        self.setIcon(QMessageBox.Icon.Question)
        self._run = run
        self._yes = named(self.addButton("Run it", QMessageBox.ButtonRole.AcceptRole), "budget_run_button", "Run it")
        no = named(self.addButton("Not now", QMessageBox.ButtonRole.RejectRole), "budget_not_now_button", "Not now")
        self.setDefaultButton(no)
        self.setEscapeButton(no)
        self.buttonClicked.connect(self._on_button)

    def _on_button(self, button: QAbstractButton) -> None:
        if button is self._yes:
            self._run()
