"""A question with one thing that is done only if the user agrees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from flux_desktop.ui.naming import named

__all__ = ["Question"]


class Question(QMessageBox):
    """Show it with `open`. `agreed` is called by the button `yes` and nothing else.

    `name` begins the names of the dialog and its buttons.
    """

    def __init__(
        self,
        name: str,
        title: str,
        words: str,
        hint: str,
        *,
        yes: str,
        no: str,
        agreed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, f"{name}_question", title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setInformativeText(hint)
        self.setIcon(QMessageBox.Icon.Question)
        self._agreed = agreed
        self._yes = named(self.addButton(yes, QMessageBox.ButtonRole.AcceptRole), f"{name}_yes_button", yes)
        stay = named(self.addButton(no, QMessageBox.ButtonRole.RejectRole), f"{name}_no_button", no)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.buttonClicked.connect(self._on_button)

    def _on_button(self, button: QAbstractButton) -> None:
        if button is self._yes:
            self._agreed()
